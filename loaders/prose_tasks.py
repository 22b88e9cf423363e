"""Tasks in prose: "Giao Sở X chủ trì …", a unit as heading over its duties, "Sở X chủ trì, phối hợp
với Y …". A duty with an explicit role or assignment is a task; what a unit merely is said to do in
the part that organises the work is a duty (kind "duty")."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.duties import duty, read_opening, words_of
from loaders.markers import Style, read_marker
from loaders.mentions import Assignment, Span, UnitMention
from loaders.structure import Section
from loaders.task_reading import Source
from loaders.text import Block, BlockKind
from loaders.unit_phrases import person_end, phrase_end
from loaders.units import split_units

_ORGAN_ASKS = re.compile(
    r"(?:^|[.,;:]\s)(?:UBND|Ủy ban nhân dân|Sở|Bộ|Thủ tướng|Chính phủ|Tỉnh ủy|Thành ủy|Ban)"
    r"[^.,;:]{0,90}?\s(?:yêu cầu|đề nghị|giao|phân công)\s"
)
#: left to the report duties
_REPORTS = re.compile(r"(?:[Đđ]ịnh kỳ|[Gg]ửi báo cáo|[Bb]áo cáo|[Tt]hông tin tình hình)(?!\w)")
_SIGNS = (Style.DASH, Style.PLUS, Style.BULLET)
_TITLE_SIGNS = " .:;*"
_DEED = re.compile(r"\s+(?=[a-zà-ỹđ])")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A unit as the title of a section, whose items are its duties."""

    section: Section
    units: tuple[UnitMention, ...]
    assigned: bool


def prose_tasks(
    source: Source, *, taken: Sequence[Span], reports: Sequence[Span]
) -> Iterator[Assignment]:
    """The duties that prose assigns, outside tables and what ``taken`` covers, in order.

    A sentence that only tells of a report in ``reports`` is not told twice.
    """
    held = (source.text.block_at(span.start) for span in reports)
    reporting = {block.start for block in held if block}
    heading: _Heading | None = None
    for block in body_blocks(source):
        if is_covered(taken, block.start):
            continue
        section = source.structure.section_at(block.start)
        if heading and not _is_under(heading, block):
            heading = None
        start = _after_marker(source, block)
        found = _heading(source, section, block, start)
        if found:
            heading = found
            continue
        if words_of("closing").match(source.text.content, start):
            continue
        if source.text.content.startswith(("(", "“", '"'), start):
            continue
        assigned = words_of("assign").match(source.text.content, start)
        if heading and not assigned:
            said = _item(source, heading, section, block, start)
        else:
            said = _sentence(source, section, block, start)
        if said and not (block.start in reporting and _REPORTS.match(said.name)):
            yield said


def is_covered(taken: Sequence[Span], position: int) -> bool:
    """Whether the last span that begins before the position reaches over it."""
    index = bisect_right(taken, position, key=lambda span: span.start) - 1
    return index >= 0 and position < taken[index].end


def body_blocks(source: Source) -> Iterator[Block]:
    """The paragraphs of the body and of annexes, without letterhead, signature and recipients."""
    end = source.header.body_end or len(source.text.content)
    for block in source.text.blocks:
        if block.kind in (BlockKind.CELL, BlockKind.FOOTNOTE):
            continue
        if source.header.body_start <= block.start < end or _in_annex(source, block):
            yield block


def _in_annex(source: Source, block: Block) -> bool:
    section = source.structure.section_at(block.start)
    return section is not None and section.path.startswith("PL")


def _is_under(heading: _Heading, block: Block) -> bool:
    return heading.section.start < block.start < heading.section.end


def _after_marker(source: Source, block: Block) -> int:
    marker = read_marker(source.text.content[block.start : min(block.end, block.start + 60)])
    start = block.start + (marker.end if marker else 0)
    while start < block.end and source.text.content[start] in " *-–_~":
        start += 1
    return start


def _heading(source: Source, section: Section | None, block: Block, start: int) -> _Heading | None:
    """The units of a title that names nothing else ("1. Sở Tài chính", "2. Giao Sở Y tế:")."""
    if section is None or section.start != block.start or section.end <= block.end + 1:
        return None
    if section.style in _SIGNS:
        return None
    content = source.text.content
    assign = words_of("assign").match(content, start) or words_of("responsible").match(
        content, start
    )
    first = assign.end() if assign else start
    while first < block.end and content[first] in " :":
        first += 1
    stop = phrase_end(content, first, block.end)
    if stop is None or content[stop : block.end].strip(_TITLE_SIGNS):
        return None
    units = tuple(split_units(source.text, first, stop, source.scope, "prose_heading"))
    return _Heading(section, units, assign is not None) if units else None


def _item(
    source: Source, heading: _Heading, section: Section | None, block: Block, start: int
) -> Assignment | None:
    """A duty right under a heading that is a unit."""
    if section is None or section.level > heading.section.level + 1:
        return None
    if section is not heading.section and section.start != block.start:
        return None  # a paragraph that goes on an item
    opening = read_opening(source.text.content, start, block.end)
    strong = opening is not None and opening.strong
    return duty(
        source,
        heading.units,
        start,
        block.end,
        kind="task" if strong or heading.assigned else "duty",
        rule="prose_heading",
        path=section.path,
        whole=Span(block.start, block.end),
    )


def _sentence(
    source: Source, section: Section | None, block: Block, start: int
) -> Assignment | None:
    """A sentence that names its unit: assigned to it, or led by it."""
    content = source.text.content
    assign = words_of("assign").match(content, start, block.end)
    asks = None if assign else _ORGAN_ASKS.search(content, start, block.end)
    first = assign.end() if assign else asks.end() if asks else start
    while first < block.end and content[first] in " :":
        first += 1
    stop = phrase_end(content, first, block.end)
    if stop is None:
        return None
    verb = _DEED.match(content, person_end(content, stop, block.end), block.end)
    if verb is None:
        return None
    opening = read_opening(content, verb.end(), block.end)
    strong = bool(assign or asks) or (opening is not None and opening.role == "lead")
    if not strong and not _organises(source, section):
        return None
    subject = tuple(split_units(source.text, first, stop, source.scope, "prose_subject"))
    return duty(
        source,
        subject,
        verb.end(),
        block.end,
        kind="task" if strong else "duty",
        rule="prose_assign" if assign or asks else "prose_subject",
        path=section.path if section else "",
        whole=Span(block.start, block.end),
    )


def _organises(source: Source, section: Section | None) -> bool:
    """Whether the section stands in the part that shares out the work."""
    while section is not None:
        title = source.text.content[section.title.start : section.title.end].lower()
        if len(title) < 120 and words_of("organising").search(title):
            return True
        section = source.structure.sections[section.parent] if section.parent is not None else None
    return False
