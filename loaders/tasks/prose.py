"""Tasks in prose: "Giao Sở X chủ trì …", duties under a unit, "Sở X chủ trì, phối hợp với Y …".

A duty with an explicit role or assignment is a task. What a unit is merely said to do in the part
that organises the work, or by a law for good, is a duty (kind "duty", trách nhiệm chung).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from sys import maxsize

from graph.vocabulary import document_types
from loaders.header.captions import read_caption
from loaders.layout.letters import LOWER
from loaders.layout.structure import Section
from loaders.layout.thethuc import type_at
from loaders.mentions import Assignment, Span
from loaders.tasks.around import Around
from loaders.tasks.asked_lists import AskedList, read_told_list
from loaders.tasks.duties import duty
from loaders.tasks.prose_sentences import is_item, is_standing, read_paragraph
from loaders.tasks.prose_words import lays_on, pattern_of, read_opening, words_of
from loaders.tasks.shared import Source
from loaders.tasks.unit_headings import Heading, organises
from loaders.text import ASIDE, CELL, Block
from loaders.units.phrases import phrase_end
from loaders.units.read import begins_unit, split_units

#: left to the report duties where they read one in the same paragraph
_REPORTS = re.compile(r"(?:[Đđ]ịnh kỳ|[Gg]ửi báo cáo|[Bb]áo cáo|[Tt]hông tin tình hình)(?!\w)")
_OTHERS = re.compile(rf"\s+(?=[{LOWER}])|\s*[,;]")
_BLANK = re.compile(rf"\s+(?=[{LOWER}])")
_LETTERS = ("Công văn", "Công điện")
_ANSWERS = re.compile(r"[^,.;:()]{3,80}?(?<! và)\s(?:có|chịu) trách nhiệm(?!\w)")


def prose_tasks(
    source: Source, body: Sequence[Block], *, taken: Sequence[Span], reports: Sequence[Span]
) -> Iterator[Assignment]:
    """The duties that ``body`` assigns, outside tables and what ``taken`` covers, in order.

    A sentence that only tells of a report in ``reports`` is not told twice.
    """
    held = (source.text.block_at(span.start) for span in reports)
    reporting = {block.start for block in held if block}
    law = (source.header.type or "") in _laws()
    around = Around(commands=commands(source), recipients=_recipients(source))
    for block in body:
        if is_covered(taken, block.start):
            continue
        start = _after_marker(source, block)
        section = source.structure.section_at(block.start)
        if around.opens(source, section, block, start):
            continue
        for said in _said(source, around, section, block, start, law=law):
            if not (block.start in reporting and _REPORTS.match(said.name)):
                yield replace(said, kind="duty") if law and said.rule == "prose_heading" else said


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
    told_off = around.commands or around.addresses(source, section, start)
    quiet = not (weak or above or around.heading or around.joint or told_off)
    if quiet and not lays_on().search(source.text.lowered, start, block.end):
        return []  # as most paragraphs: nothing around it asks, and it asks nobody
    told = (asked is not None and not bound) or (
        told_off and is_item(source, section, block, start)
    )
    if told:
        around.lists.push(read_told_list(source, block, start))
    if around.joint and (shared := _joint_item(source, around.joint, section, block, start)):
        return [shared]
    own, after = read_paragraph(
        source, section, block, start, weak=weak, asked=told, commanded=around.commands
    )
    if own is None:
        if around.heading:
            found = _item(source, around, around.heading, section, block, start)
        else:
            found = _asked_item(source, above, section, block, start)
            if found and asked is None:
                found = replace(found, kind="duty")  # it goes on with what the item above says
        own = [found] if found else []
    elif weak:
        around.acts(section, own)
    return [task for task in (*own, *after) if not _is_formula(task.name)]


def commands(source: Source) -> bool:
    """Whether the document tells the conclusions of a meeting (thông báo kết luận)."""
    title = (source.header.title or "").lower()
    return words_of("commanding").match(title) is not None


def _recipients(source: Source) -> tuple[str, ...]:
    """Whom a letter speaks to, in small letters; a proposal only tells what its reader may do."""
    if source.header.type not in _LETTERS:
        return ()
    names = (part for name, _ in source.header.recipients for part in name.split(";"))
    return tuple(name.strip(" -.,:").lower() for name in names if len(name.strip()) > 3)


def _is_formula(name: str) -> bool:
    """Whether the words only open a list or close the document."""
    words = name.rstrip(" :./,")
    return any(
        pattern_of(key).search(words) for key in ("introduction", "enforcing", "formula", "telling")
    )


def body_blocks(source: Source) -> Iterator[Block]:
    """The paragraphs of the body and of annexes, without letterhead, signature and recipients."""
    end = source.header.body_end or len(source.text.content)
    attached = _attached(source, end)
    for block in source.text.blocks:
        if block.kind is CELL or block.kind in ASIDE:
            continue
        told = source.header.body_start <= block.start < end or block.start > attached
        if told or _in_annex(source, block):
            yield block


def _attached(source: Source, end: int) -> int:
    """Where a plan begins that the document issues behind its signature; else the text's end.

    What a regulation (quy chế) lays down for good is none.
    """
    text, kind = source.text, ""
    for block in text.blocks[text.index_at(end) + 1 :]:
        if named := type_at(text.words(block)):
            kind = named[0].name
        elif kind and read_caption(text.content, block):
            return block.start if words_of("sharing_kinds").fullmatch(kind) else len(text.content)
    return len(text.content)


def is_covered(taken: Sequence[Span], position: int) -> bool:
    """Whether the last span that begins before the position reaches over it."""
    if not taken:
        return False
    index = bisect_right(taken, (position, maxsize)) - 1
    return index >= 0 and position < taken[index].end


def _in_annex(source: Source, block: Block) -> bool:
    section = source.structure.section_at(block.start)
    return section is not None and section.path.startswith("PL")


def _after_marker(source: Source, block: Block) -> int:
    start = source.structure.after_marker(block)
    while start < block.end and source.text.content[start] in " *-–_~":
        start += 1
    return start


def _item(
    source: Source,
    around: Around,
    heading: Heading,
    section: Section | None,
    block: Block,
    start: int,
) -> Assignment | None:
    """A duty right under a title that names its units, or under a title within that."""
    above = around.within or heading.section
    if section is None or section.level > above.level + 1:
        return None
    if section is not above and section.start != block.start:
        return None  # a paragraph that goes on an item
    content = source.text.content
    stop = phrase_end(content, start, block.end)
    others = stop is not None and _OTHERS.match(content, stop, block.end)
    if others or (begins_unit(content, start) and _ANSWERS.match(content, start, block.end)):
        return None  # what other units do
    opening = read_opening(content, start, block.end)
    asked = heading.asked or around.commands
    told = heading.assigned or (asked and not is_standing(content, start))
    strong = told or (opening is not None and opening.strong)
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


def _joint_item(
    source: Source, joint: Heading, section: Section | None, block: Block, start: int
) -> Assignment | None:
    """An item that names the partners of the units of the title and what they do together."""
    content = source.text.content
    stop = phrase_end(content, start, block.end, bare=True)
    verb = _BLANK.match(content, stop, block.end) if stop else None
    if section is None or stop is None or verb is None:
        return None
    found = duty(
        source,
        joint.units,
        verb.end(),
        block.end,
        kind="task",
        rule="prose_heading",
        path=section.path,
        whole=Span(block.start, block.end),
    )
    others = tuple(split_units(source.text, start, stop, source.scope, "prose_coordinate"))
    return replace(found, lead=joint.units, execute=(), coordinate=others)


def _asked_item(
    source: Source, asked: AskedList | None, section: Section | None, block: Block, start: int
) -> Assignment | None:
    """An item of a list that is asked of the units named above it; not a title over items."""
    content = source.text.content
    if asked is None or section is None or not asked.units:
        return None
    if source.structure.section_at(max(section.start, section.end - 1)) is not section:
        return None  # a title over items
    if words_of("only_time").match(content, start, block.end):
        return None
    given = words_of("assign").match(content, start, block.end)
    other = begins_unit(content, start) and _ANSWERS.match(content, start, block.end)
    found = duty(
        source,
        () if given or other else asked.units,  # somebody whose name was not understood
        start,
        block.end,
        kind="duty" if asked.bound or is_standing(content, start) else "task",
        rule="prose_asked",
        path=section.path,
        whole=Span(block.start, block.end),
    )
    if asked.leads and found.execute:
        joined = tuple(dict.fromkeys((*asked.partners, *found.coordinate)))
        return replace(found, lead=found.execute, execute=(), coordinate=joined)
    return found


@cache
def _laws() -> frozenset[str]:
    """Kinds of documents that regulate for good and share out no plan's work."""
    return frozenset(row.name for row in document_types() if row.rank == "law") - {"Nghị quyết"}
