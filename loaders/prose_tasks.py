"""Tasks in prose: "Giao Sở X chủ trì …", duties under a unit, "Sở X chủ trì, phối hợp với Y …".

A duty with an explicit role or assignment is a task. What a unit is merely said to do in the part
that organises the work, or by a law for good, is a duty (kind "duty", trách nhiệm chung).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph.vocabulary import document_types
from loaders.duties import duty, read_opening, words_of
from loaders.markers import read_marker
from loaders.mentions import Assignment, Span
from loaders.structure import Section
from loaders.task_reading import Source
from loaders.text import Block, BlockKind
from loaders.unit_headings import Heading, organises, read_heading, skip
from loaders.unit_phrases import begins_deed, person_end, phrase_end
from loaders.units import split_units

_ORGAN_ASKS = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Sở|Bộ|Thủ tướng|Chính phủ|Tỉnh ủy|Thành ủy|Ban)(?!\w)"
    r"[^.,;:]{0,90}?\s(?:yêu cầu|đề nghị|giao|phân công)\s"
)
_CLAUSE = re.compile(r"[.,;:]\s+")
#: left to the report duties where they read one in the same paragraph
_REPORTS = re.compile(r"(?:[Đđ]ịnh kỳ|[Gg]ửi báo cáo|[Bb]áo cáo|[Tt]hông tin tình hình)(?!\w)")
_LOWER = re.compile(r"\s+(?=[a-zà-ỹđ])")


def prose_tasks(
    source: Source, *, taken: Sequence[Span], reports: Sequence[Span]
) -> Iterator[Assignment]:
    """The duties that prose assigns, outside tables and what ``taken`` covers, in order.

    A sentence that only tells of a report in ``reports`` is not told twice.
    """
    held = (source.text.block_at(span.start) for span in reports)
    reporting = {block.start for block in held if block}
    law = (source.header.type or "") in _laws()
    heading: Heading | None = None
    for block in body_blocks(source):
        if is_covered(taken, block.start):
            continue
        section = source.structure.section_at(block.start)
        if heading and not heading.section.start < block.start < heading.section.end:
            heading = None
        start = _after_marker(source, block)
        found = read_heading(source, section, block, start)
        if found:
            heading = found
            continue
        said = _said(source, heading, section, block, start, law=law)
        if said and not (block.start in reporting and _REPORTS.match(said.name)):
            yield replace(said, kind="duty") if law and said.rule == "prose_heading" else said


def _said(
    source: Source,
    heading: Heading | None,
    section: Section | None,
    block: Block,
    start: int,
    *,
    law: bool,
) -> Assignment | None:
    """What one paragraph gives to a unit, its own or that of the title above it."""
    content = source.text.content
    if content.startswith(("(", "“", '"'), start) or words_of("closing").match(content, start):
        return None
    weak = not law and (heading is not None or organises(source, section))
    own = _sentence(source, section, block, start, weak=weak)
    if own or heading is None:
        return own
    return _item(source, heading, section, block, start)


def body_blocks(source: Source) -> Iterator[Block]:
    """The paragraphs of the body and of annexes, without letterhead, signature and recipients."""
    end = source.header.body_end or len(source.text.content)
    for block in source.text.blocks:
        if block.kind in (BlockKind.CELL, BlockKind.FOOTNOTE):
            continue
        if source.header.body_start <= block.start < end or _in_annex(source, block):
            yield block


def is_covered(taken: Sequence[Span], position: int) -> bool:
    """Whether the last span that begins before the position reaches over it."""
    index = bisect_right(taken, position, key=lambda span: span.start) - 1
    return index >= 0 and position < taken[index].end


def _in_annex(source: Source, block: Block) -> bool:
    section = source.structure.section_at(block.start)
    return section is not None and section.path.startswith("PL")


def _after_marker(source: Source, block: Block) -> int:
    marker = read_marker(source.text.content[block.start : min(block.end, block.start + 60)])
    start = block.start + (marker.end if marker else 0)
    while start < block.end and source.text.content[start] in " *-–_~":
        start += 1
    return start


def _item(
    source: Source, heading: Heading, section: Section | None, block: Block, start: int
) -> Assignment | None:
    """A duty right under a title that names its units."""
    if section is None or section.level > heading.section.level + 1:
        return None
    if section is not heading.section and section.start != block.start:
        return None  # a paragraph that goes on an item
    opening = read_opening(source.text.content, start, block.end)
    strong = heading.assigned or (opening is not None and opening.strong)
    found = duty(
        source,
        heading.units,
        start,
        block.end,
        kind="task" if strong else "duty",
        rule="prose_heading",
        path=section.path,
        whole=Span(block.start, block.end),
    )
    if heading.leads:
        joined = tuple(dict.fromkeys((*heading.partners, *found.coordinate)))
        return replace(found, lead=heading.units, execute=(), coordinate=joined)
    return found


def _sentence(
    source: Source, section: Section | None, block: Block, start: int, *, weak: bool
) -> Assignment | None:
    """A sentence that names its unit: assigned to it, led by it, or (``weak``) done by it."""
    content = source.text.content
    assign = words_of("assign").match(content, start, block.end)
    asks = None if assign else _asks(content, start, block.end)
    given = assign or asks
    first = skip(content, given.end() if given else start, block.end)
    stop = phrase_end(content, first, block.end)
    verb = _LOWER.match(content, person_end(content, stop, block.end), block.end) if stop else None
    if stop is None or verb is None:
        return None
    opening = read_opening(content, verb.end(), block.end)
    strong = given is not None or (opening is not None and opening.role == "lead")
    if not strong and not (weak and begins_deed(content, verb.end())):
        return None
    return duty(
        source,
        tuple(split_units(source.text, first, stop, source.scope, "prose_subject")),
        verb.end(),
        block.end,
        kind="task" if strong else "duty",
        rule="prose_assign" if given else "prose_subject",
        path=section.path if section else "",
        whole=Span(block.start, block.end),
    )


def _asks(content: str, start: int, end: int) -> re.Match[str] | None:
    """``Sở X đề nghị``, ``UBND tỉnh yêu cầu`` at the beginning of a clause."""
    starts = (start, *(m.end() for m in _CLAUSE.finditer(content, start, end)))
    matches = (_ORGAN_ASKS.match(content, at, end) for at in starts)
    return next((m for m in matches if m), None)


@cache
def _laws() -> frozenset[str]:
    """Kinds of documents that regulate for good and share out no plan's work."""
    return frozenset(row.name for row in document_types() if row.rank == "law") - {"Nghị quyết"}
