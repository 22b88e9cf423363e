"""Words that Word draws and no run holds: diagrams (SmartArt), letters in shapes (WordArt), and
what another program put in as a file of its own (altChunk)."""

from collections.abc import Mapping
from dataclasses import replace

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.drafts import Grid
from loaders.readers.lines import Line, LineKind
from loaders.readers.package import Element, Package
from loaders.readers.strands import EMPTY, Strand, clean
from loaders.text import Text, Unread

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_PARAGRAPH, _WORDS = (f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{n}" for n in "pt")
_LETTERS = "{urn:schemas-microsoft-com:vml}textpath"
_STOP = Line(LineKind.CUT, 0, 0)


class Drawn:
    """What is drawn in one document or put in as a file (chữ trong hình, tệp chèn)."""

    def __init__(
        self, package: Package, related: Mapping[str, Mapping[str, str]], bounds: Bounds
    ) -> None:
        self.unread: list[Unread] = []
        self._met = 0
        self._package, self._bounds = package, bounds
        self._diagrams = related.get("diagramData", {})
        self._chunks = related.get("aFChunk", {})

    def words_of(self, drawing: Element) -> list[Line | Grid]:
        """The words of a diagram, a line for each of its shapes, or of letters drawn as one."""
        lines = [_line(shape.get("string", "")) for shape in drawing.iter(_LETTERS)]
        for named in drawing.iter(_DIAGRAM):
            part = self._diagrams.get(named.get(f"{_RELATION}dm", ""))
            root = self._package.xml(part) if part else None
            for said in root.iter(_PARAGRAPH) if root is not None else ():
                lines += [_STOP, _line("".join(t.text or "" for t in said.iter(_WORDS)))]
        return [line for line in lines if line.kind is LineKind.CUT or line.strand.words]

    def chunk(self, element: Element) -> list[Line | Grid]:
        """The paragraphs and tables of a file that was put in; none of one that does not read."""
        part = self._chunks.get(element.get(f"{_RELATION}id", ""))
        self._met += 1
        from loaders.readers import read_bytes  # which reads Word files with this

        inner = replace(self._bounds, nesting=self._bounds.nesting - 1)
        try:
            if part is not None and inner.nesting >= 0:
                return _items(read_bytes(self._package.member(part), part, inner))
        except BadInputError:  # the words around it are read
            pass
        self.unread.append(Unread(self._met, "chunk"))
        return []


def _line(raw: str) -> Line:
    strand = clean(raw, 0, len(raw)) if raw else EMPTY
    return Line(LineKind.WORDS, 0, 0, Strand(strand.words, ()))


def _items(text: Text) -> list[Line | Grid]:
    """A text as the lines and tables of a story."""
    items: list[Line | Grid] = []
    tables = {table.start: table for table in text.tables}
    end = 0
    for block in text.blocks:
        if table := tables.get(block.start):
            end = table.end
            rows = (
                tuple(Strand(text.content[cell.start : cell.end], ()) for cell in row)
                for row in table.rows
            )
            items.append(Grid(tuple(rows)))
        if block.start >= end:
            words = Strand(text.words(block), ())
            line = Line(LineKind.WORDS, 0, 0, words, block.level, block.emphasis)
            items += [_STOP, line, _STOP]
    return items
