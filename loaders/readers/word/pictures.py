"""Large pictures in Word documents, recognised like any scan where they stand (ảnh trong Word).

Word of before 2007, and of today for objects of other programs, draws them in VML.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.drafts import Draft, Grid
from loaders.readers.lines import Line, LineKind
from loaders.readers.package import Element, Package
from loaders.readers.scans.engine import missing
from loaders.readers.strands import Strand
from loaders.readers.word.styles import W, number
from loaders.text import Unread

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px|)")
#: units of drawings in each unit of VML
_UNITS = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525, "": 9_525}
_BOX = W + "txbxContent"
#: ten centimetres, in the units of drawings
_LARGE = 3_600_000
#: a picture with fewer letters is a photograph, a map or a drawing
_LETTERS = 100
_STOP = Line(LineKind.BLANK, 0, 0)


class Pictures:
    """The pictures of one document, counted from 1; those that were not read (các ảnh)."""

    def __init__(self, package: Package, images: Mapping[str, str], bounds: Bounds) -> None:
        self.unread: list[Unread] = []
        self._package = package
        self._images = images
        self._bounds = bounds
        self._met = 0

    def look_at(self, drawing: Element) -> list[Line | Grid]:
        """What stands on a picture so large that it may be a page; nothing of any other."""
        blip = next(drawing.iter(_BLIP, _VML), None)
        if blip is None or next(drawing.iter(_BOX), None) is not None:
            return []
        self._met += 1
        if min(_sides(drawing, blip)) < _LARGE:
            return []
        embedded = blip.get(f"{_RELATION}embed") or blip.get(f"{_RELATION}id", "")
        found = self._recognised(self._images.get(embedded, ""))
        if sum(c.isalpha() for item in found for c in _words(item)) >= _LETTERS:
            return found
        self.unread.append(Unread(self._met, "picture"))
        return []

    def _recognised(self, part: str) -> list[Line | Grid]:
        if not part or missing():
            return []
        # need the engine, which is not everywhere
        from loaders.readers.pages.sheets import drafts_of
        from loaders.readers.scans.read import pages_of

        try:
            pages = list(pages_of(self._package.member(part), part, self._bounds))
        except BadInputError:  # drawn, damaged or too large; the words around it are read
            return []
        return [line for draft in drafts_of(pages) for line in _bare(draft)]


def _sides(drawing: Element, blip: Element) -> tuple[float, float]:
    """How wide and high a picture is shown, in units of drawings; 0 where it does not say."""
    extent = next(drawing.iter(_EXTENT), None)
    if extent is not None:
        return number(extent.get("cx")), number(extent.get("cy"))
    shape = blip.getparent()
    style = shape.get("style", "") if shape is not None else ""
    said = {m[1]: float(m[2]) * _UNITS[m[3]] for m in _SIDE.finditer(style)}
    return said.get("width", 0), said.get("height", 0)


def _bare(draft: Draft | Grid) -> Iterator[Line | Grid]:
    """A draft without the traces into the characters of its page, which the document has not."""
    if isinstance(draft, Grid):
        rows = tuple(tuple(_untraced(cell) for cell in row) for row in draft.rows)
        yield replace(draft, rows=rows, page=None)
    else:
        strand, emphasis = _untraced(draft.strand), draft.emphasis
        yield Line(LineKind.WORDS, 0, 0, strand, draft.level, emphasis=emphasis)
        yield _STOP


def _untraced(strand: Strand) -> Strand:
    return Strand(strand.words, (), strand.notes)


def _words(item: Line | Grid) -> str:
    if isinstance(item, Grid):
        return " ".join(cell.words for row in item.rows for cell in row)
    return item.strand.words
