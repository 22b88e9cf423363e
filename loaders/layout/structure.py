"""The numbered parts of a document as a tree: phần, chương, mục, điều, khoản, điểm, list items.

Nesting comes from the style of the markers and the order in which they stand, never from the
heading levels of the source. A section reaches to the next one that is not inside it, so an item
holds the lines that hang on it ("- Cơ quan chủ trì: …").
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from graph.vocabulary import document_types
from loaders.layout.markers import Marker, Style, read_marker
from loaders.layout.words import ends_body
from loaders.mentions import Span
from loaders.text import ASIDE, CELL, Block, Text


class Section(Struct, frozen=True, gc=False):
    """A numbered part (phần, mục, điều, khoản, điểm) and all that hangs on it.

    ``marker``: its label ("II", "đ", empty for "-"); ``path``: from the outermost ("II.2.đ"; a dash
    counts as its place among its siblings, "III.1.-2"); ``title``: its own paragraph, after the
    marker; ``start``/``end``: the paragraph and everything under it; ``level``: 0 for outermost.
    """

    level: int
    style: Style
    marker: str
    path: str
    title: Span
    start: int
    end: int
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """All sections in the order in which they stand; ``parent`` is an index into them.

    ``markers``: by where its paragraph begins, each marker that opens one, be it no section's.
    """

    sections: tuple[Section, ...] = ()
    markers: dict[int, Marker] = field(default_factory=dict)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([section.start for section in self.sections]))

    def section_at(self, position: int) -> Section | None:
        """The innermost section that holds ``content[position]``; None outside all."""
        index = bisect_right(self._starts, position) - 1
        section = self.sections[index] if index >= 0 else None
        while section is not None and position >= section.end:
            section = self.above(section)
        return section

    def above(self, section: Section) -> Section | None:
        """The section right around this one; None for the outermost."""
        return None if section.parent is None else self.sections[section.parent]

    def after_marker(self, block: Block) -> int:
        """Where the words of a paragraph begin, after its marker."""
        marker = self.markers.get(block.start)
        return block.start + marker.end if marker else block.start


_RANKS = {style: rank for rank, style in enumerate(Style)}
#: styles that stand where they first appear, under whatever is open
_SIGNS = frozenset({Style.DASH, Style.PLUS, Style.BULLET})
_FLOATING = _SIGNS | {Style.NUMERAL}
_GREETING = ("Kính gửi", "KÍNH GỬI")
_NEAR = 60  # characters in which a marker ends
_PREFIXES = {
    Style.ANNEX: "PL",
    Style.PART: "P",
    Style.CHAPTER: "C",
    Style.DIVISION: "M",
    Style.ARTICLE: "Đ",
}


@dataclass(slots=True)
class _Open:
    """A section still open while reading."""

    index: int
    style: Style
    rank: float


def parse_structure(text: Text) -> Structure:
    """The sections of a text (cấu trúc văn bản)."""
    sections: list[Section] = []
    stack: list[_Open] = []
    counts: dict[int | None, int] = {}
    markers: dict[int, Marker] = {}
    ranks = _ranks(text)
    signed = greeted = False
    for block in text.blocks:
        if block.kind is CELL or block.kind in ASIDE:
            continue
        printed = read_marker(text.content[block.start : min(block.end, block.start + _NEAR)])
        if printed:
            markers[block.start] = printed
        marker = _opening(text, block, printed, signed=signed)
        if marker is None:
            if ends_body(text.content[block.start : block.start + 24]):
                _close(sections, stack, 0, block.start)
                signed = True
            elif greeted and all(part.style in _SIGNS for part in stack):
                _close(sections, stack, 0, block.start)  # the list of those addressed ends
            greeted = text.content.startswith(_GREETING, block.start)
            continue
        if signed and not stack and marker.style in _SIGNS:
            continue  # the list of recipients is no part of the text
        rank = _make_room(sections, stack, marker.style, block.start, ranks)
        parent = stack[-1].index if stack else None
        counts[parent] = counts.get(parent, 0) + 1
        sections.append(_section(sections, block, marker, parent, counts[parent]))
        stack.append(_Open(len(sections) - 1, marker.style, rank))
    _close(sections, stack, 0, _body_end(text))
    return Structure(tuple(sections), markers)


def _opening(text: Text, block: Block, marker: Marker | None, *, signed: bool) -> Marker | None:
    """The marker that opens a section; after the signature a title opens a part like an annex.

    A file that begins with its annex title is that annex: the title opens nothing.
    """
    if marker and marker.style is Style.ANNEX and block.start == 0:
        return None
    if marker is None and signed and block.end - block.start < 24:
        title = text.words(block)
        if title in _titles():
            return Marker(Style.ANNEX, "", block.end - block.start)
    return marker


@cache
def _titles() -> frozenset[str]:
    """The kinds of documents as titles are printed, in capitals."""
    return frozenset(row.name.upper() for row in document_types())


def _ranks(text: Text) -> dict[Style, float]:
    """How deep each style stands; of "A." and "I." the one met first is the outer one."""
    ranks: dict[Style, float] = dict(_RANKS)
    for block in text.blocks:
        first, second = text.content[block.start], text.content[block.start + 1 : block.start + 2]
        if block.kind is CELL or not first.isupper() or second.islower():
            continue
        marker = read_marker(text.content[block.start : block.start + 12])
        if marker and marker.style in (Style.CAPITAL, Style.ROMAN):
            if marker.style is Style.ROMAN:
                ranks[Style.CAPITAL] = ranks[Style.ROMAN] + 0.5
            break
    return ranks


def _make_room(
    sections: list[Section],
    stack: list[_Open],
    style: Style,
    at: int,
    ranks: dict[Style, float],
) -> float:
    """Close the sections that ``style`` is not inside; the rank at which it opens."""
    same = next((place for place, part in enumerate(stack) if part.style is style), None)
    if same is not None:
        rank = stack[same].rank
        _close(sections, stack, same, at)
        return rank
    if style in _FLOATING:
        above = stack[-1].rank if stack else 0
        return max(above, ranks[Style.LETTER] if style in _SIGNS else 0) + 0.1
    keep = len(stack)
    while keep and stack[keep - 1].rank > ranks[style]:
        keep -= 1
    _close(sections, stack, keep, at)
    return ranks[style]


def _close(sections: list[Section], stack: list[_Open], keep: int, at: int) -> None:
    """End all open sections but the first ``keep``."""
    while len(stack) > keep:
        index = stack.pop().index
        sections[index] = replace(sections[index], end=max(at, sections[index].title.end))


def _section(
    sections: list[Section], block: Block, marker: Marker, parent: int | None, place: int
) -> Section:
    above = sections[parent] if parent is not None else None
    start = min(block.start + marker.end, block.end)
    return Section(
        level=above.level + 1 if above else 0,
        style=marker.style,
        marker=marker.label,
        path=_path(above, marker, place),
        title=Span(start, block.end),
        start=block.start,
        end=block.end,
        parent=parent,
    )


def _path(above: Section | None, marker: Marker, place: int) -> str:
    label = _PREFIXES.get(marker.style, "") + (marker.label or f"-{place}")
    if marker.style is Style.ANNEX:
        return "PL" + marker.label
    if above is None:
        return label
    if marker.style is Style.DECIMAL and above.style in (Style.NUMBER, Style.DECIMAL):
        label = label.removeprefix(above.marker + ".")
    return f"{above.path}.{label}"


def _body_end(text: Text) -> int:
    """Where the running text ends: before the footnotes."""
    ends = [b.end for b in text.blocks if b.kind not in ASIDE]
    return ends[-1] if ends else len(text.content)
