"""Tables whose rows stand under the units that do them ("I | Sở Tài chính", then its tasks)."""

from collections.abc import Iterator, Sequence

from graph.words.authorities import by_name
from loaders.layout.markers import Style, read_marker
from loaders.mentions import Span, UnitMention
from loaders.tasks.prose_words import words_of
from loaders.tasks.shared import Source
from loaders.text import Cell
from loaders.units.deeds import deed_pattern
from loaders.units.heads import begins_unit, head_pattern
from loaders.units.read import split_units

_TITLE_CELLS = 2  # filled cells of a row that is a title: its number and its words
_LONGEST = 160  # characters of a title that only names units


def are_under_units(source: Source, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the titles among the rows, those with one cell beside a number, all name units."""
    titles = [*_titles(source, rows)]
    return bool(titles) and all(_names_units(source, title) for title in titles)


def units_of_title(source: Source, title: Span, role: str) -> tuple[UnitMention, ...]:
    """The units that the title of a group of rows names."""
    return tuple(split_units(source.text, title.start, title.end, source.scope, f"table_{role}"))


def _titles(source: Source, rows: Sequence[Sequence[Cell]]) -> Iterator[Span]:
    """The title of each outer group: rows that hold nothing else, numbered as the first is."""
    outer: list[Style | None] = []
    for row in rows:
        filled = [c for c in row if c.start < c.end]
        if not filled or len(filled) > _TITLE_CELLS:
            continue
        *number, title = filled
        label = source.words(number[0].start, number[0].end) if number else ""
        marker = read_marker(f"{label}. ") if label else read_marker(source.words(*_place(title)))
        outer = outer or [marker.style if marker else None]
        if outer == [marker.style if marker else None]:
            own = marker.end if marker and not label else 0
            yield Span(title.start + own, title.end)


def _place(cell: Cell) -> tuple[int, int]:
    return cell.start, cell.end


def _names_units(source: Source, title: Span) -> bool:
    words = source.words(title.start, title.end).strip(" .:*")
    if len(words) > _LONGEST or not words:
        return False
    if by_name(words):
        return True
    if words_of("work_head").match(words) or not (
        begins_unit(words) and head_pattern().match(words)
    ):
        return False
    return deed_pattern().search(words) is None
