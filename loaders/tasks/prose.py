"""Tasks in prose: "Giao Sở X chủ trì …", duties under a unit, "Sở X chủ trì, phối hợp với Y …".

A duty with an explicit role or assignment is a task. What a unit is merely said to do in the part
that organises the work, or by a law for good, is a duty (kind "duty", trách nhiệm chung).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from graph.vocabulary import Trait, document_types, types_with
from loaders.layout.structure import Section
from loaders.mentions import Assignment, Span
from loaders.tasks.around import Around
from loaders.tasks.asked_lists import AskedList, read_told_list
from loaders.tasks.bodies import is_covered
from loaders.tasks.comrades import skip_comrades
from loaders.tasks.prose_items import asked_item, joint_item, unit_item
from loaders.tasks.prose_sentences import is_item, read_paragraph
from loaders.tasks.prose_words import lays_on, pattern_of, words_of
from loaders.tasks.sentences import after_circumstance
from loaders.tasks.shared import Source
from loaders.tasks.strangers import stranger_end
from loaders.tasks.unit_headings import (
    decides_once,
    is_planned,
    is_shared,
    organises,
    stands_in,
)
from loaders.text import Block
from loaders.units.deeds import begins_deed
from loaders.units.heads import begins_unit

#: left to the report duties where they read one in the same paragraph
_REPORTS = re.compile(
    r"(?:[Hh][ằà]ng (?:tuần|tháng|quý|năm)\s"
    r"|(?:H[ằà]ng|h[ằà]ng|Trước|trước|Chậm|chậm)\s[^;.]{1,60},\s)?"
    r"(?:[Đđ]ịnh kỳ|[Gg]ửi báo cáo|[Bb]áo cáo|[Tt]hông tin tình hình)(?!\w)"
)


def prose_tasks(
    source: Source, body: Sequence[Block], *, taken: Sequence[Span], reports: Sequence[Span]
) -> Iterator[Assignment]:
    """The duties that ``body`` assigns, outside tables and what ``taken`` covers, in order.

    A sentence that only tells of a report in ``reports`` is not told twice.
    """
    held = (source.text.block_at(span.start) for span in reports)
    reporting = {block.start for block in held if block}
    law = (source.header.type or "") in _laws()
    around = Around(
        commands=commands(source),
        directs=source.header.type in types_with(Trait.COMMANDS),
        recipients=_recipients(source),
    )
    for block in body:
        if is_covered(taken, block.start):
            continue
        start = _after_marker(source, block)
        section = source.structure.section_at(block.start)
        if not _may_give(source, section):
            continue
        if around.opens(source, section, block, start):
            continue
        for said in _said(source, around, section, block, start, law=law):
            if not (block.start in reporting and _REPORTS.match(said.name)):
                yield replace(said, kind="duty") if law and said.rule == "prose_heading" else said


def _may_give(source: Source, section: Section | None) -> bool:
    """Whether something can be given here: minutes do where they conclude, reports where they plan,
    nobody where procedures are proposed to change."""
    if stands_in(source, section, "simplifying"):
        return False
    kind = source.header.type
    if kind not in types_with(Trait.TELLS):
        return True
    part = "concluding" if kind in types_with(Trait.CONCLUDES) else "planning"
    return stands_in(source, section, part) and not stands_in(source, section, "telling_part")


def _said(
    source: Source,
    around: Around,
    section: Section | None,
    block: Block,
    start: int,
    *,
    law: bool,
) -> list[Assignment]:
    """What one paragraph gives to units: its own, those of a title above it, those asked."""
    content = source.text.content
    if content.startswith(("(", "“", '"'), start) or words_of("closing").match(content, start):
        return []
    asked = None if around.heading else around.lists.at(section, block.start)
    above = asked or around.goes_on(section, block.start)
    bound = asked is not None and asked.bound
    weak = bound or (not law and (around.heading is not None or organises(source, section)))
    told_off = around.commands or around.directs or around.addresses(source, section, start)
    title = around.heading
    told_off = told_off or (title is not None and (title.assigned or title.listed))
    planned = not weak and (
        around.beside_given(section, block) or (not law and _is_laid_down(source, section, block))
    )
    beside = planned and _names_doer(source, section, block, start)
    quiet = not (weak or beside or above or around.heading or around.joint or told_off)
    if quiet and not lays_on().search(source.text.lowered, start, block.end):
        return []  # as most paragraphs: nothing around it asks, and it asks nobody
    told = (asked is not None and not bound) or (
        told_off and is_item(source, section, block, start)
    )
    if told:
        around.lists.push(read_told_list(source, block, start))
    if around.joint and (shared := joint_item(source, around.joint, section, block, start)):
        return [shared]
    own, after = read_paragraph(
        source,
        section,
        block,
        start,
        weak=weak,
        beside=beside,
        asked=told,
        commanded=around.commands,
    )
    around.gives(section, block, [*(own or ()), *after])
    if own is None and not _gives_within(source, after, start):
        own = _of_units_above(source, around, above, section, block, start)
    elif weak and own is not None:
        around.acts(section, own)
    return [task for task in (*(own or ()), *after) if not _is_formula(task.name)]


def _gives_within(source: Source, after: Sequence[Assignment], start: int) -> bool:
    """Whether a paragraph only comes to what it gives: "Đối với kho cũ: đề nghị Sở X …"."""
    given = bool(after) and after[0].rule == "prose_assign"
    return given and not begins_deed(source.text.lowered, start)


def _is_laid_down(source: Source, section: Section | None, block: Block) -> bool:
    """Whether what a paragraph says of a unit is laid on it: planned, decided once, or an item of a
    list in which a plan tells what each of several units does."""
    if is_planned(source, section) or decides_once(source, section, block):
        return True
    return section is not None and section.start == block.start and is_shared(source, section)


def _names_doer(source: Source, section: Section | None, block: Block, start: int) -> bool:
    """Whether a paragraph begins with a unit, or with a circumstance before one, or its item with
    a doer that no list knows."""
    content, end = source.text.content, block.end
    if begins_unit(content, skip_comrades(content, start, end)):
        return True
    first = after_circumstance(content, start, end)
    if first > start:
        return begins_unit(content, first)
    item = section is not None and section.start == block.start
    return item and stranger_end(source, section, start, end) is not None


def _of_units_above(
    source: Source,
    around: Around,
    above: AskedList | None,
    section: Section | None,
    block: Block,
    start: int,
) -> list[Assignment]:
    """The duty of a paragraph that names no unit itself."""
    if around.heading:
        found = unit_item(source, around, around.heading, section, block, start)
    else:
        found = asked_item(source, above, section, block, start)
        if found and above is around.acting:
            found = replace(found, kind="duty")  # it goes on with what the item above says
    return [found] if found else []


def commands(source: Source) -> bool:
    """Whether the document tells the conclusions of a meeting (thông báo kết luận, biên bản)."""
    if source.header.type in types_with(Trait.CONCLUDES):
        return True
    title = (source.header.title or "").lower()
    return words_of("commanding").match(title) is not None


def _recipients(source: Source) -> tuple[str, ...]:
    """Whom a letter speaks to, in small letters; a proposal only tells what its reader may do."""
    if source.header.type not in types_with(Trait.LETTER):
        return ()
    names = (part for name, _ in source.header.recipients for part in name.split(";"))
    return tuple(name.strip(" -.,:").lower() for name in names if len(name.strip()) > 3)


def _is_formula(name: str) -> bool:
    """Whether the words only open a list or close the document."""
    words = name.rstrip(" :./,")
    return any(
        pattern_of(key).search(words) for key in ("introduction", "enforcing", "formula", "telling")
    )


def _after_marker(source: Source, block: Block) -> int:
    start = source.structure.after_marker(block)
    while start < block.end and source.text.content[start] in " *-–_~":
        start += 1
    return start


@cache
def _laws() -> frozenset[str]:
    """Kinds of documents that regulate for good and share out no plan's work."""
    return frozenset(row.name for row in document_types() if row.rank == "law") - {"Nghị quyết"}
