"""Titles that name the units whose duties stand below them (đề mục là tên cơ quan)."""

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.layout.letters import LOWER, UPPER
from loaders.layout.markers import Style
from loaders.layout.structure import Section
from loaders.mentions import Span, UnitMention
from loaders.tasks.comrades import skip_comrades
from loaders.tasks.duties import partners
from loaders.tasks.prose_words import any_word, pattern_of, read_opening, words_of
from loaders.tasks.shared import Source
from loaders.tasks.strangers import among_units, begins_name, is_name
from loaders.text import Block
from loaders.units.deeds import begins_deed, tells_deed
from loaders.units.heads import begins_unit
from loaders.units.phrases import phrase_end
from loaders.units.plurals import is_plural
from loaders.units.read import read_unit, split_units

SIGNS = (Style.DASH, Style.PLUS, Style.BULLET)
_TITLE_SIGNS = " .:;*"
#: a number with its year: a text that regulates for good
NORMATIVE = re.compile(r"/(?:19|20)\d\d$")
_LONG_TITLE = 160
_LONGEST_SUBTITLE = 90
_LAST_PAREN = re.compile(r"\s*\([^()]*\)[\s.:;*]*\Z")
_PAREN = re.compile(r"\s*\([^()]*\)")
#: "Hệ Quản lý Học viên và Sinh viên": another capital behind the first word
_NAME = re.compile(
    rf"[{UPPER}][^\W\d_]*(?:\s[^\W\d_]+)*?\s[{UPPER}][{LOWER}]+(?:\s(?:-\s)?[^\W\d_]+)*"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Units as the title of a section whose items are their duties.

    ``assigned``: the title says outright that work is given or led; ``leads``: the units lead it,
    with ``partners``; ``joint``: with those that each item begins with; ``asked``:
    it stands in a list that is asked for and says so; ``listed``: it stands in such a list.
    """

    section: Section
    units: tuple[UnitMention, ...]
    assigned: bool
    leads: bool = False
    partners: tuple[UnitMention, ...] = ()
    joint: bool = False
    asked: bool = False
    listed: bool = False


def read_heading(
    source: Source,
    section: Section | None,
    block: Block,
    start: int,
    *,
    beside: bool = False,
    told: bool = False,
) -> Heading | None:
    """The units that a section's title names before its duties; None for other paragraphs.

    ``beside``: it stands beside other titles of units, so that a name no list knows is one too.
    ``told``: an item here tells what its unit is to do.
    """
    if section is None or section.start != block.start or section.end <= block.end + 1:
        return None
    if section.style in SIGNS:
        return None
    content = source.text.content
    assign = words_of("assign").match(content, start)
    cue = assign or words_of("responsible").match(content, start)
    first = skip_comrades(content, skip(content, cue.end() if cue else start, block.end), block.end)
    stop = phrase_end(content, first, block.end)
    said = standing_body().match(content, stop, block.end) if stop else None
    last = said.end() if said else stop
    if stop is not None and not content[last : block.end].strip(_TITLE_SIGNS):
        return _heading(source, section, first, stop, assigned=assign is not None)
    if stop is not None and (led := _led(source, section, first, stop, block.end)):
        return replace(led, assigned=led.assigned or assign is not None)
    named = told and stop is not None and content[last : block.end].rstrip(" *").endswith(":")
    if not (cue or beside or named or organises(source, section)):
        return None
    if not begins_unit(content, first):
        return None if cue else _unknown(source, section, first, block.end, beside=beside)
    if stop is not None and _describes(content, stop, block.end):
        return _whole(source, section, first, stop, block.end, assigned=assign is not None)
    end = _before_aside(content, first, block.end)
    one = stop is not None and not is_plural(content[first:stop])
    told = one and begins_deed(content, (stop or first) + 1)
    if told or end - first > _LONG_TITLE or tells_deed(content, stop or first, end):
        return None
    return _heading(source, section, first, end, assigned=assign is not None)


def _unknown(
    source: Source, section: Section, start: int, end: int, *, beside: bool
) -> Heading | None:
    """A title beside those of units that can only be a name: no deed, and several capitals unless
    most titles beside it are units."""
    content = source.text.content
    words = content[start : _before_aside(content, start, end)].rstrip(_TITLE_SIGNS)
    short = len(words) <= _LONGEST_SUBTITLE and content[end - 1] not in ".;,"
    proper = beside and _NAME.fullmatch(words) is not None
    named = short and (proper or among_units(source, section)) and begins_name(source, start)
    if not named or not is_name(content, start, start + len(words)):
        return None
    span = Span(start, start + len(words))
    return Heading(section, (read_unit(words, span, source.scope, "prose_heading"),), False)


def _before_aside(content: str, start: int, end: int) -> int:
    """Where a title ends before the parenthesis that tells which units are meant."""
    aside = _LAST_PAREN.search(content, start, end)
    return aside.start() if aside else end


def read_joint(source: Source, heading: Heading, block: Block, start: int) -> Heading | None:
    """``b) Chủ trì, phối hợp với:`` under a unit's title: its items name the partners.

    The units of the title lead what each item goes on to say.
    """
    section = source.structure.section_at(block.start)
    if section is None or section.start != block.start or section.end <= block.end + 1:
        return None
    words = source.text.content[start : block.end].strip(_TITLE_SIGNS)
    if not pattern_of("joint_title").fullmatch(words):
        return None
    return Heading(section, heading.units, heading.assigned, leads=True, joint=True)


def is_subtitle(
    source: Source, heading: Heading, section: Section, block: Block, start: int
) -> bool:
    """Whether a paragraph under a unit's title is itself a title over duties and no duty.

    "2.1. Trách nhiệm chung", "a) Về tuyên truyền": short, without a verb and without an end.
    """
    under = section.level == heading.section.level + 1 and section.style not in SIGNS
    if not under or section.start != block.start or section.end <= block.end + 1:
        return False
    words = source.text.content[start : block.end].rstrip(" *")
    short = 0 < len(words) <= _LONGEST_SUBTITLE and words[-1] not in ".;:,"
    return short and not (
        begins_deed(source.text.lowered, start)
        or read_opening(source.text.content, start, block.end)
        or begins_unit(source.text.content, start)
    )


def _heading(
    source: Source, section: Section, start: int, end: int, *, assigned: bool
) -> Heading | None:
    units = tuple(split_units(source.text, start, end, source.scope, "prose_heading"))
    return Heading(section, units, assigned) if units else None


def _whole(
    source: Source, section: Section, start: int, stop: int, end: int, *, assigned: bool
) -> Heading:
    """A title whose last unit goes on with what tells which ones are meant."""
    words = source.text.content[start:end].rstrip(_TITLE_SIGNS)
    units = split_units(source.text, start, stop, source.scope, "prose_heading")
    span = Span(units[-1].span.start if units else start, start + len(words))
    name = source.text.content[span.start : span.end]
    last = read_unit(name, span, source.scope, "prose_heading")
    return Heading(section, (*units[:-1], last), assigned)


def _led(source: Source, section: Section, start: int, stop: int, end: int) -> Heading | None:
    """``Bộ X chủ trì, phối hợp với Bộ Y:`` or ``Sở X có trách nhiệm:`` over a list of duties."""
    content = source.text.content
    if (asks := words_of("asking").match(content, skip(content, stop, end), end)) and phrase_end(
        content, skip(content, asks.end(), end), end
    ):
        return None  # "HĐND tỉnh đề nghị UBND tỉnh …:": who is asked stands behind
    units = tuple(split_units(source.text, start, stop, source.scope, "prose_heading"))
    if _only_opens(content, stop, end):
        return Heading(section, units, assigned=False)
    opening = read_opening(content, skip(content, stop, end), end)
    if opening is None or opening.role != "lead":
        return None
    others = partners(source, stop, end, units)
    last = max((unit.span.end for unit in others), default=opening.end)
    if content[last:end].strip(_TITLE_SIGNS) and not _only_opens(content, last, end):
        return None
    return Heading(section, units, assigned=True, leads=True, partners=others)


def _describes(content: str, stop: int, end: int) -> bool:
    """Whether the rest of a title tells which units are meant: no sign, no end of a sentence."""
    rest = content[stop:end].strip(_TITLE_SIGNS)
    short = len(rest) <= _LONG_TITLE and not re.search(r"[.;:]", rest)
    return short and words_of("describing").match(rest) is not None


def _only_opens(content: str, start: int, end: int) -> bool:
    """Whether the rest of a title but opens its list: "(qua Văn phòng) có trách nhiệm:"."""
    paren = _PAREN.match(content, start, end)
    rest = content[paren.end() if paren else start : end]
    if not rest.rstrip(" *").endswith((":", ";", ".")):
        return False
    words = rest.strip(_TITLE_SIGNS)
    return any(pattern_of(key).search(words) for key in ("introduction", "grounds"))


def organises(source: Source, section: Section | None) -> bool:
    """Whether the section stands in the part that shares out the work (tổ chức thực hiện)."""
    return stands_in(source, section, "organising")


def is_planned(source: Source, section: Section | None) -> bool:
    """Whether an item, or a paragraph under one, stands in a part of a plan that says what is to be
    done."""
    above = source.structure.above(section) if section else None
    shares = words_of("planning_kinds").fullmatch(source.header.type or "") is not None
    told = stands_in(source, above, "telling_part")
    return shares and not told and stands_in(source, above, "planning")


def is_shared(source: Source, section: Section | None) -> bool:
    """Whether an item stands in a list of a plan most of whose items begin with units."""
    plans = words_of("planning_kinds").fullmatch(source.header.type or "") is not None
    above = source.structure.above(section) if section else None
    told = (stands_in(source, above or section, part) for part in ("telling_part", "measuring"))
    return plans and not any(told) and among_units(source, section)


def decides_once(source: Source, section: Section | None, block: Block) -> bool:
    """Whether an article of a decision begins that lays down nothing for good (quyết định cá biệt).

    What such an article says that a unit does is laid on it: "Điều 3. Vụ Tài chính cân đối …".
    """
    if section is None or section.style is not Style.ARTICLE or section.start != block.start:
        return False
    header = source.header
    return header.type == "Quyết định" and not NORMATIVE.search(header.number or "")


def stands_in(source: Source, section: Section | None, part: str) -> bool:
    """Whether a title above, or that of the section, has words of a table of ``roles.toml``."""
    if section is None:
        return False
    known = source.standing.get((part, section.start))
    if known is None:
        title = _title(source, section)
        own = len(title) < 120 and words_of(part).search(title.lower()) is not None
        if own and part == "telling_part":  # "Mục tiêu, nhiệm vụ năm 2026" tells what is to be done
            own = pattern_of("aims_and_tasks").search(title.lower()) is None
        above = source.structure.above(section)
        known = own or (
            stands_in(source, above, part) if above else _in_part(source, section, part)
        )
        source.standing[part, section.start] = known
    return known


def _in_part(source: Source, section: Section, part: str) -> bool:
    """Whether the title without a number over an outermost section has words of a table."""
    return words_of(part).search(source.titles.over(section.start)) is not None


def _title(source: Source, section: Section) -> str:
    """The title of a section; that of a chapter may stand in the line below its number."""
    words = source.text.content[section.title.start : section.title.end].strip(_TITLE_SIGNS)
    if words:
        return words
    below = source.text.content[section.title.end + 1 : section.title.end + 130].split("\n")[0]
    return below if below.isupper() else ""


def skip(content: str, start: int, end: int) -> int:
    """The next character that is neither blank nor colon."""
    while start < end and content[start] in " :*":
        start += 1
    return start


@cache
def standing_body() -> re.Pattern[str]:
    """What a unit is besides: "Sở Y tế | - cơ quan thường trực Ban Chỉ đạo | giúp …"."""
    body = r"(?:[Cc]ơ quan|[Đđ]ơn vị) (?:[Tt]hường trực|đầu mối)[^.;:()]{0,120}?"
    ends = rf"\)|(?<!hòng),(?=\s)|(?=\s*:)|(?=\s{any_word('standing_deed')}(?!\w))"
    return re.compile(rf"(?:\s*[-–,]|\s*\()\s*{body}(?:{ends})")
