"""Lists under a sentence that asks for something ("… yêu cầu:", "… thực hiện các việc sau:").

The items are what is asked: those that begin with a unit of that unit, the others of the units that
the sentence names.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import islice

from loaders.layout.markers import read_marker
from loaders.layout.structure import Section
from loaders.mentions import UnitMention
from loaders.tasks.comrades import skip_comrades
from loaders.tasks.duties import partners
from loaders.tasks.prose_words import pattern_of, read_opening, words_of
from loaders.tasks.sentences import after_circumstance
from loaders.tasks.shared import Source
from loaders.tasks.unit_headings import SIGNS
from loaders.text import Block
from loaders.units.deeds import begins_deed
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

_SAID_BELOW = ("như sau", "sau đây", "dưới đây")
#: "… thực hiện nghiêm Công điện. Trong đó, tập trung các nhiệm vụ sau:"
_LAST_CLAUSE = re.compile(
    r"[.;,]\s+(?:[Tt]rong đó|[Cc]ụ thể|[Tt]rước mắt|[Đđ]ồng thời)?,?\s*(?=tập trung|thực hiện)"
)
_TOPICS = re.compile(r"vấn đề (?:sau|sau đây|như sau)\s*:[\s*]*$")
#: "Bộ X phối hợp với Ban Y | và chủ trì cùng các bộ:"
_AND_LEADS = re.compile(r"\s+và chủ trì,? (?:cùng|phối hợp)(?: với)?\s+")
_SHORT_OPENING = 30  # characters between units and "các nhiệm vụ sau:" that tell nothing to do
_NEXT = 3  # characters between a paragraph and the list under it, at most


@dataclass(frozen=True, slots=True)
class AskedList:
    """The list that an asking sentence opens: whom it asks, where the list stands, how deep.

    ``bound``: it only lists what the units have to do anyway ("có trách nhiệm …, bao gồm:");
    ``leads``: the units lead what it lists, with ``partners``; ``nameless``: it is asked outright
    ("yêu cầu:") and of nobody by name; ``topics``: it may list what is dealt with ("vấn đề sau:").
    """

    units: tuple[UnitMention, ...]
    start: int
    end: int
    level: int
    bound: bool = False
    leads: bool = False
    partners: tuple[UnitMention, ...] = ()
    nameless: bool = False
    topics: bool = False

    def holds(self, section: Section | None, position: int) -> bool:
        """Whether an item of the list, or one right under an item, stands at the position."""
        if section is None or not self.start <= position < self.end:
            return False
        return section.start == position and section.level <= self.level + 1


@dataclass(slots=True)
class OpenLists:
    """The asked lists that a walk through the paragraphs stands in, the innermost last."""

    open: list[AskedList] = field(default_factory=list)

    def follow(self, source: Source, block: Block, start: int) -> bool:
        """Go on to a paragraph; whether it opens a list itself."""
        while self.open and block.start >= self.open[-1].end:
            self.open.pop()
        if source.text.content[block.end - 1] not in ": *":
            return False
        colon = source.text.content.rfind(":", start, block.end)
        if colon < 0 or source.text.content[colon + 1 : block.end].strip(" *"):
            return False  # a list stands under a colon
        asked = (
            _led_list(source, block, start)
            or read_asked_list(source, block, start)
            or _bound_list(source, block, start)
        )
        if asked:
            self.open.append(asked)
        return asked is not None

    def push(self, asked: AskedList | None) -> None:
        """Open a list inside the one that an item stands in."""
        if asked:
            self.open.append(asked)

    def at(self, section: Section | None, position: int) -> AskedList | None:
        """The list that has an item at the position."""
        if self.open and self.open[-1].holds(section, position):
            return self.open[-1]
        return None


def read_asked_list(source: Source, block: Block, start: int) -> AskedList | None:
    """The list that a paragraph with a colon at its end asks for; None for others."""
    content = source.text.content
    if pattern_of("listed_units").match(content, start, block.end):
        return _list_below(source, block, ())
    opinions = [*pattern_of("opinion").finditer(content, start, block.end)]
    asks = [*words_of("asking").finditer(content, start, block.end), *opinions]
    ends = sorted((ask.end() for ask in asks), reverse=True)
    assign = words_of("assign").match(content, start, block.end)
    opens_list = assign is not None and _opens_list(source, block)
    if assign:  # "Giao Sở X chỉ đạo các trạm làm các việc sau:" is given to Sở X
        ends = [assign.end(), *ends] if opens_list else [*ends, assign.end()]
    nameless: AskedList | None = None
    for first in ends:
        first = skip_comrades(content, _after_blank(content, first), block.end)
        stop = phrase_end(content, first, block.end)
        said = content[stop or first : block.end].strip(" :*,")
        said = _LAST_CLAUSE.split(said)[-1] if stop else said
        outright = assign is not None and first >= assign.end() and said.endswith(_SAID_BELOW)
        outright = outright or (opens_list and stop is not None)
        opens = outright or pattern_of("introduction").search(said)
        if not said or opens or pattern_of("grounds").search(said):
            units = (
                split_units(source.text, first, stop, source.scope, "prose_asked") if stop else ()
            )
            found = _list_below(source, block, tuple(units))
            if found is None or units:
                return found
            nameless = nameless or replace(found, nameless=not (said or opinions))
    return nameless


def _opens_list(source: Source, block: Block) -> bool:
    """Whether the paragraph ends in "… một số vấn đề sau:"."""
    return pattern_of("list_opens").search(source.text.content, block.start, block.end) is not None


def read_told_list(source: Source, block: Block, start: int) -> AskedList | None:
    """The list under a told item that names its units and ends in "… các nhiệm vụ sau:"."""
    content = source.text.content
    start = after_circumstance(content, start, block.end)
    stop = phrase_end(content, start, block.end)
    if stop is None or not pattern_of("list_opens").search(content, stop, block.end):
        return None
    units = split_units(source.text, start, stop, source.scope, "prose_asked")
    found = _list_below(source, block, tuple(units))
    topics = _TOPICS.search(content, start, block.end) is not None
    return replace(found, topics=topics) if found else None


def _bound_list(source: Source, block: Block, start: int) -> AskedList | None:
    """The list under "Sở Tài chính có trách nhiệm quản lý …, bao gồm:" whose items are deeds.

    So is one under "* Phòng Kinh tế:", a line with a sign that names units and nothing else.
    """
    content = source.text.content
    stop = phrase_end(content, start, block.end)
    if stop is None:
        return None
    section = source.structure.section_at(block.start)
    signed = section is not None and section.start == block.start and section.style in SIGNS
    alone = signed and not content[stop : block.end].strip(" :*")
    if not (alone or _opens_duties(content, stop, block.end)):
        return None
    units = split_units(source.text, start, stop, source.scope, "prose_subject")
    found = _list_below(source, block, tuple(units))
    if found is None:
        return None
    marker = read_marker(content[found.start : found.start + 60])
    first = _after_blank(content, found.start + (marker.end if marker else 0))
    if not begins_deed(content[first : first + 40].lower(), 0):
        return None
    return replace(found, bound=not alone)


def _opens_duties(content: str, stop: int, end: int) -> bool:
    """Whether what follows the units but opens their list: "cần tập trung các việc sau:"."""
    opens = pattern_of("list_opens").search(content, stop, end)
    short = opens is not None and opens.start() - stop <= _SHORT_OPENING
    return short or pattern_of("bound_list").fullmatch(content, stop, end) is not None


def _led_list(source: Source, block: Block, start: int) -> AskedList | None:
    """The list under "(Giao) Sở X chủ trì, phối hợp với Sở Y:" without a number."""
    section = source.structure.section_at(block.start)
    if section is not None and section.start == block.start and section.style not in SIGNS:
        return None  # a title
    content = source.text.content
    if assign := words_of("assign").match(content, start, block.end):
        start = _after_blank(content, assign.end())
    stop = phrase_end(content, start, block.end)
    first = stop + 1 if stop else block.end
    opening = read_opening(content, first, block.end)
    if stop is None or opening is None or opening.role not in ("lead", "coordinate"):
        return None
    units = tuple(split_units(source.text, start, stop, source.scope, "prose_asked"))
    others = partners(source, first, block.end, units)
    leads = opening.role == "lead"
    last = max((unit.span.end for unit in others), default=opening.end)
    if led := _AND_LEADS.match(content, last, block.end):
        leads, last = True, phrase_end(content, led.end(), block.end, bare=True) or led.end()
        others += tuple(split_units(source.text, led.end(), last, source.scope, "prose_coordinate"))
    rest = content[last : block.end].strip(" :*,")
    if rest and not pattern_of("introduction").search(rest):
        return None
    found = _list_below(source, block, units)
    return replace(found, leads=leads, partners=others) if found else None


def _after_blank(content: str, at: int) -> int:
    while at < len(content) and content[at] in " :*":
        at += 1
    return at


def _list_below(source: Source, block: Block, units: tuple[UnitMention, ...]) -> AskedList | None:
    """The items of one kind that follow right after the paragraph."""
    sections = source.structure.sections
    index = bisect_left(sections, block.end, key=lambda section: section.start)
    if index == len(sections) or sections[index].start > block.end + _NEXT:
        return None
    first = sections[index]
    end = first.end
    for section in islice(sections, index + 1, None):
        if section.start >= end:
            if section.parent != first.parent or section.style is not first.style:
                break
            end = section.end
    return AskedList(units, first.start, end, first.level)
