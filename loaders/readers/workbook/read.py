"""Workbooks (.xlsx, .xlsm, .xltx, .xltm) to ``Text``: sheets as they are seen, each cell by name.

See docs/decisions/0015-own-walk-over-workbooks.md.
"""

from dataclasses import dataclass, field

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.package import open_package
from loaders.readers.strands import Strand, clean
from loaders.readers.workbook.cells import Shown, sheet_of
from loaders.readers.workbook.lay import laid
from loaders.readers.workbook.parts import contents_of, sheets_of
from loaders.text import Place, Text


def read_workbook(data: bytes, name: str, bounds: Bounds) -> Text:
    """The text of a workbook (bảng tính). Raises BadInputError when it is none."""
    package = open_package(data, name, bounds)
    main = next(iter(package.related("").get("officeDocument", {}).values()), "")
    book = package.xml(main) if main else None
    if book is None or not book.tag.endswith("}workbook"):
        raise BadInputError("read.not_sheet", file=name)
    contents = contents_of(package, main, book)
    written = _Written()
    for title, root in sheets_of(package, main, book):
        written.turn(title)
        written.drafts += laid(sheet_of(root, contents.words_of), written.lay)
    original = "".join(written.pieces)
    return compose(Source(name, original, places=tuple(written.places)), written.drafts)


@dataclass(slots=True)
class _Written:
    """What has been read so far: an original of cells line by line, each with its place."""

    drafts: list[Draft | Grid] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0
    sheet: int = 0
    title: str = ""

    def turn(self, title: str) -> None:
        """Go on with the next sheet."""
        self.sheet, self.title = self.sheet + 1, title

    def lay(self, cell: Shown) -> Strand:
        """The words of a cell, and where they stand."""
        start, end = self.length, self.length + len(cell.words)
        self.pieces.append(f"{cell.words}\n")
        self.length = end + 1
        self.places.append(Place(start, end, self.sheet, None, f"{self.title}!{cell.name}"))
        return clean(cell.words, 0, len(cell.words)).moved(start)
