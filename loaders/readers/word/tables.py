"""Tables of a docx: grids of cells, or columns that only lie side by side, as in a letterhead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from loaders.layout.words import LETTERHEAD, is_letterhead
from loaders.readers.drafts import Grid
from loaders.readers.grids import grid_of
from loaders.readers.lines import Line, LineKind
from loaders.readers.package import Element
from loaders.readers.strands import COVERED, EMPTY, Strand, joined
from loaders.readers.word.runs import CHUNK, Context, Paragraph, content_of
from loaders.readers.word.styles import VALUE, W, child_of, is_on, number

#: what a story holds: lines of paragraphs, and tables
Item: TypeAlias = Line | Grid
#: a cell is spread over no more columns than this
_WIDEST = 200
_OF_PARAGRAPH, _MARK, _TABLE = W + "pPr", W + "rPr", W + "tbl"
_DELETED, _MOVED = W + "del", W + "moveFrom"
_CUT = Line(LineKind.CUT, 0, 0)


@dataclass(slots=True)
class _Cell:
    """A cell: what stands in it, and the columns it covers."""

    items: list[Item]
    wide: int = 1
    goes_on: bool = False  # it continues the cell above or to the left
    covered: bool = False  # it continues the cell above


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)

    def at(self, column: int) -> _Cell | None:
        """The cell that begins in a column."""
        place = 0
        for cell in self.cells:
            if place == column:
                return cell
            place += cell.wide
        return None

    @property
    def width(self) -> int:
        return sum(cell.wide for cell in self.cells)


def read_story(context: Context, parent: Element) -> list[Item]:
    """The paragraphs and tables of a body, cell, box, note or header, in order (mạch văn bản)."""
    items: list[Item] = []
    paragraph: Paragraph | None = None
    for element in content_of(parent):
        if element.tag == _TABLE:
            items += _read_table(context, element)
            continue
        if element.tag == CHUNK:
            items += context.chunk(element)
            continue
        paragraph = paragraph or Paragraph(context)
        paragraph.read(element)
        if _ends(element):
            items += paragraph.end() or [Line(LineKind.BLANK, 0, 0)]
            for box in paragraph.boxes:
                items += [_CUT, *read_story(context, box), _CUT]
            items += paragraph.pictured
            paragraph = None
    return items + (paragraph.end() if paragraph else [])


def words_of(items: Sequence[Item]) -> Strand:
    """All words of a story in one strand, as in a cell or a note (nội dung ô)."""
    return joined(_strands(items))


def _strands(items: Sequence[Item]) -> Iterator[Strand]:
    for item in items:
        if isinstance(item, Line):
            yield item.strand
        else:
            yield from (cell for row in item.rows for cell in row)


def _ends(paragraph: Element) -> bool:
    """Whether the paragraph ends where it stands: its end may have been deleted."""
    mark = child_of(child_of(paragraph, _OF_PARAGRAPH), _MARK)
    return child_of(mark, _DELETED) is None and child_of(mark, _MOVED) is None


def _read_table(context: Context, table: Element) -> list[Item]:
    rows = [_read_row(context, row) for row in content_of(table) if not _is_deleted(row)]
    rows = [row for row in rows if row.cells]
    if not rows:
        return []
    if not _is_layout(rows):
        return [_grid(rows)]
    return list(_side_by_side(rows))


def _read_row(context: Context, row: Element) -> _Row:
    before = number(_said(row, "trPr", "gridBefore"))
    cells = [_Cell([], 1, True) for _ in range(min(before, _WIDEST))]
    for cell in content_of(row):
        if cell.find(f"{W}tcPr/{W}cellDel") is None:
            wide = min(max(number(_said(cell, "tcPr", "gridSpan")), 1), _WIDEST)
            cells.append(
                _Cell(read_story(context, cell), wide, _goes_on(cell), _goes_on(cell, "vMerge"))
            )
    return _Row(cells)


def _said(element: Element, properties: str, name: str) -> str | None:
    found = element.find(f"{W}{properties}/{W}{name}")
    value: str | None = None if found is None else found.get(VALUE)
    return value


def _goes_on(cell: Element, *names: str) -> bool:
    merges = (cell.find(f"{W}tcPr/{W}{name}") for name in names or ("vMerge", "hMerge"))
    return any(merge is not None and merge.get(VALUE, "continue") != "restart" for merge in merges)


def _is_deleted(row: Element) -> bool:
    mark = row.find(f"{W}trPr/{W}del")
    return mark is not None and is_on(mark)


def _grid(rows: Sequence[_Row]) -> Grid:
    lines = []
    for row in rows:
        line: list[Strand] = []
        for cell in row.cells:
            blank = COVERED if cell.covered else EMPTY
            line += [blank if cell.goes_on else words_of(cell.items), *[EMPTY] * (cell.wide - 1)]
        lines.append(line)
    return grid_of(lines, headed=True)


def _is_layout(rows: Sequence[_Row]) -> bool:
    """Whether a table only sets things side by side: one row or column, or a letterhead."""
    wide = max(len(row.cells) for row in rows)
    if len(rows) < 2 or wide < 2:
        return True
    if wide > LETTERHEAD:
        return False
    near = [*rows[:2], *rows[-1:]] if len(rows) < 5 else rows[:2]
    return any(
        is_letterhead(item.strand.words)
        for row in near
        for cell in row.cells
        for item in cell.items
        if isinstance(item, Line)
    )


def _side_by_side(rows: Sequence[_Row]) -> Iterator[Item]:
    """Column by column, down to a cell that reaches over all of them."""
    width = max(row.width for row in rows)
    held: list[_Row] = []
    for row in rows:
        if len(row.cells) > 1 or row.cells[0].wide < width:
            held.append(row)
            continue
        yield from _columns(held, width)
        yield from _apart(row.cells[0].items)
        held = []
    yield from _columns(held, width)


def _columns(rows: Sequence[_Row], width: int) -> Iterator[Item]:
    for column in range(width):
        for row in rows:
            cell = row.at(column)
            if cell is not None and not cell.goes_on:
                yield from _apart(cell.items)


def _apart(items: Sequence[Item]) -> Iterator[Item]:
    yield _CUT
    yield from items
    yield _CUT
