"""Items whose units stand above them: under a title, or in a list asked of units (đầu việc)."""

import re

from msgspec.structs import replace

from loaders.layout.letters import LOWER, UPPER
from loaders.layout.structure import Section
from loaders.mentions import Assignment, Span
from loaders.tasks.around import Around
from loaders.tasks.asked_lists import AskedList
from loaders.tasks.duties import duty
from loaders.tasks.prose_sentences import is_standing
from loaders.tasks.prose_words import read_opening, words_of
from loaders.tasks.shared import Source, addressees
from loaders.tasks.unit_headings import Heading
from loaders.text import Block
from loaders.units.deeds import begins_deed
from loaders.units.heads import begins_unit
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

_OTHERS = re.compile(rf"\s+(?=[{LOWER}])|\s*[,;]")
_BLANK = re.compile(rf"\s+(?=[{LOWER}])")
#: "Về đơn vị đầu mối": what the paragraphs below deal with
_TOPIC = re.compile(r"(?:Về|Đối với|Việc)\s[^.;]+")
#: "Đối với nội dung “…” - giao Sở B …": a sentence of its own gives it
_GIVEN = re.compile(rf"[”\"`]\s*[-–]\s(?:giao|phân công)\s(?=[{UPPER}])")
#: "Cơ quan thường trực Ban Tổ chức; xây dựng kịch bản": what the unit of the title is besides
_STANDING = re.compile(r"(?:Cơ quan|Đơn vị) (?:thường trực|đầu mối)(?!\w)")
_ANSWERS = re.compile(r"[^,.;:()]{3,80}?(?<! và)\s(?:có|chịu) trách nhiệm(?!\w)")


def unit_item(
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
    answers = begins_unit(content, start) and _ANSWERS.match(content, start, block.end)
    if (others or answers) and not _STANDING.match(content, start, block.end):
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


def joint_item(
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


def asked_item(
    source: Source, asked: AskedList | None, section: Section | None, block: Block, start: int
) -> Assignment | None:
    """An item of a list that is asked of the units named above it; not a title over items."""
    content = source.text.content
    if asked is None or section is None or not (asked.units or asked.nameless):
        return None
    deed = begins_deed(source.text.lowered, start)
    if not deed and (asked.topics or _TOPIC.fullmatch(content, start, block.end)):
        return None
    if not asked.units and (not deed or words_of("agreeing").match(content, start)):
        return None
    if source.structure.section_at(max(section.start, section.end - 1)) is not section:
        return None  # a title over items
    if words_of("only_time").match(content, start, block.end):
        return None
    inside = None if deed else _GIVEN.search(content, start, block.end)
    if inside and begins_unit(content, inside.end()):
        return None
    given = words_of("assign").match(content, start, block.end)
    other = begins_unit(content, start) and (
        not deed or _ANSWERS.match(content, start, block.end) is not None
    )
    units = asked.units or addressees(source)
    found = duty(
        source,
        () if given or other else units,  # somebody whose name was not understood
        start,
        block.end,
        kind="duty" if asked.bound or is_standing(content, start) else "task",
        rule="prose_asked",
        path=section.path,
        whole=Span(block.start, block.end),
    )
    if not found.execute:
        return found
    joined = tuple(dict.fromkeys((*asked.partners, *found.coordinate)))
    if asked.leads:
        return replace(found, lead=found.execute, execute=(), coordinate=joined)
    return replace(found, coordinate=joined)
