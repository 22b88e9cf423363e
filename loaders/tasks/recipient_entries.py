"""What one entry of "Nơi nhận" names: organs in full, by their codes, their standing committees.

An entry that names anything that is not surely a unit gives none.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from graph.words.authorities import by_id, by_name, by_symbol
from graph.words.spelling import short_forms, spell_out
from graph.words.unit_words import unit_words
from loaders.layout.letters import UPPER
from loaders.mentions import Span, UnitMention
from loaders.tasks.prose_words import any_word
from loaders.tasks.recipient_codes import CODED, LISTED, read_coded, sure
from loaders.text import Text
from loaders.units.branches import before_level
from loaders.units.cores import organ_named
from loaders.units.persons import is_person
from loaders.units.read import begins_unit, read_unit, split_units
from loaders.units.scope import Scope

_DIVISION = re.compile(
    r"(?P<name>(?:(?:Vụ|Cục|Phòng|Chi cục|Văn phòng|Thanh tra)\s[^-–,;:]+?)(?=\s*[-–])"
    r"|(?:Vụ|Cục)\s[^-–,;:]+(?=,\s))(?:\s*[-–]\s*|,\s)(?P<organ>[^,;]+)"
)
_CENTRAL = ("Vụ ", "Cục ")
_ROMAN = re.compile(r"[IVX]+")
_ASIDE = re.compile(r"\([^()]{0,60}\)?")
_STANDING = re.compile(r"(?:TT|TTr|T\.Tr|T/T|Thường trực)(?:\.\s*|\s*:\s*|\s+|(?=TU(?!\w)))(?=\w)")
_STANDING_NEXT = re.compile(rf",\s+(?={_STANDING.pattern})")
#: what tells a centre behind "TT" from a deputy minister by name: letters or its level
_CENTRE = re.compile(r"(?:^|\s)[A-ZĐ]{2,}(?!\w)|\s(?:[Tt]ỉnh|[Tt]hành phố)$")
_FIRST = re.compile(r",|\svà\s")
#: a division by its letters behind what is named: "Văn phòng UBND tỉnh, KGVX"
_DESK = re.compile(r"[A-ZĐ]{2,6}\d?")
_NEXT = re.compile(r",\s+(?:các )?")
#: organs of places that an entry lists behind the word for them: "UBND các xã: Tân Hà, Đức Trọng"
_KIND = r"(?:tỉnh|thành phố|xã|phường|thị trấn|đặc khu)"
_OF_PLACES = re.compile(
    rf"[^,;:]+\scác\s{_KIND}(?:(?:,| và|/)\s?(?:các\s)?{_KIND})*(?:,? trực thuộc [Tt]rung ương)?"
    rf"\s?:\s(?P<places>[{UPPER}][^:;()]+)"
)
_PLACE = re.compile(rf"[{UPPER}][^\W\d_]*(?:['’ -][{UPPER}][^\W\d_]*)*(?:\s\d{{1,2}})?")
_SIGN = re.compile(r",\s(?:và\s)?|\svà\s")


def read_entry(text: Text, span: Span, scope: Scope) -> Iterator[UnitMention]:
    """The units that one entry of the list names."""
    words = text.content[span.start : span.end]
    coded = read_coded(text, span, scope)
    if coded is not None:
        yield from coded
    elif _STANDING.match(words):
        for part in _standing(words, span.start):
            yield from _standing_of(text, part, scope)
    else:
        yield from _named(text, span, span.start, scope)


def _standing(words: str, start: int) -> Iterator[Span]:
    """The organs whose standing committees get it: "TTr Tỉnh ủy, TTr HĐND tỉnh"."""
    signs = [m.start() for m in _STANDING_NEXT.finditer(words)]
    for at, stop in pairwise([0, *signs, len(words)]):
        part = words[at:stop]
        said = _STANDING.search(part)
        yield Span(start + at + (said.end() if said else 0), start + at + len(part.rstrip(" ,")))


def _standing_of(text: Text, part: Span, scope: Scope) -> Iterator[UnitMention]:
    """The organ by its name or code ("TT.TU"); what is none of both is a centre ("TT. CNTT")."""
    words = text.content[part.start : part.end]
    if by_name(words) or _begins(words) or _persons().search(words):
        yield from _named(text, part, part.start, scope)
        return
    organ = by_symbol(words) if words.isupper() else None
    if organ is None and not _CENTRE.search(words):
        return
    name = organ.name if organ else f"Trung tâm {words}"
    unit = read_unit(name, part, scope, "recipient_code")
    if unit.id:
        yield sure(unit, CODED)


def _named(text: Text, item: Span, start: int, scope: Scope) -> Iterator[UnitMention]:
    """The units that an entry names from its beginning to its end or to an aside."""
    aside = _ASIDE.search(text.content, start, item.end)
    told = aside is not None and organ_named(aside[0].strip(" ()")) is not None
    end = item.end
    if aside and not told:
        end = start + len(text.content[start : aside.start()].rstrip())
    if _lists_places(text.content[start:end]):
        unit = read_unit(text.content[start:end], Span(start, end), scope, "recipient_list")
        if unit.id and unit.collective:
            yield sure(unit, LISTED)
        return
    before, sign, after = text.content[start:end].partition(":")
    coded = by_symbol(before.strip()) if sign and before.strip().isupper() else None
    if coded:  # "VPCP: BTCN, các PCN"
        span = Span(start, start + len(before))
        yield sure(read_unit(coded.name, span, scope, "recipient_code"), CODED)
        return
    if sign and by_name(before.strip()):
        end = start + len(before)  # "VPCP: …": who there gets it
    elif sign:
        start = end - len(after.lstrip())  # "Các cơ quan của Quốc hội: …"
    words = text.content[start:end]
    first = _FIRST.split(words, maxsplit=1)[0]  # "Tỉnh ủy, …"
    persons = _persons().search(words)
    if persons and by_name(first) and _NEXT.fullmatch(words, len(first), persons.start()):
        end = start + len(first)  # "Thủ tướng, các Phó Thủ tướng"
        words = first
    elif persons or is_person(words) or not (_begins(words) or by_name(first)):
        return
    division = _DIVISION.fullmatch(words)
    if division and _has_divisions(division["organ"], words):  # "Vụ Pháp chế - Bộ Y tế"
        name = f"{division['name']}, {division['organ']}"
        units = [read_unit(name, Span(start, end), scope, "recipient_list")]
    else:
        units = split_units(text, start, end, scope, "recipient_list", lined=False)
        units = [unit for unit in units if not _is_desk(unit)] or units
    if all(_is_certain(unit) for unit in units):
        yield from (sure(unit, LISTED) for unit in units)


def _lists_places(words: str) -> bool:
    """Whether the organs of places get it that are told by their names alone."""
    told = _OF_PLACES.fullmatch(words)
    if told is None or not begins_unit(words):
        return False
    names = _SIGN.split(told["places"])
    return all(_PLACE.fullmatch(name.strip()) and not by_name(name.strip()) for name in names)


def _begins(words: str) -> bool:
    """Whether a unit begins, or one whose level the last of several says: "Đảng ủy, HĐND xã"."""
    return begins_unit(words) or before_level().match(words) is not None


def _is_desk(unit: UnitMention) -> bool:
    """Whether it is who keeps the matter, told by letters that nobody else spells out."""
    known = unit.id is not None or unit.name in short_forms()
    return not known and _DESK.fullmatch(unit.name) is not None


def _has_divisions(organ: str, words: str) -> bool:
    """Whether an organ can have the division that the words begin with: only one of the country
    has a Vụ or Cục."""
    known = organ_named(organ)
    return known is not None and (known[0].scope == "national" or not words.startswith(_CENTRAL))


def _is_certain(unit: UnitMention) -> bool:
    """Whether a unit has an id and no letters that nobody spelt out (Cục KSTTHC)."""
    if unit.id is None:
        return False
    known = unit_words("brand")
    letters = (w.written for w in spell_out(unit.name) if len(w.written) > 1)
    return by_id(unit.id) is not None or all(
        w in known or by_name(w) or _ROMAN.fullmatch(w) for w in letters if w.isupper()
    )


@cache
def _persons() -> re.Pattern[str]:
    """Persons, and offices told by their letters."""
    members = rf"[Cc]ác {any_word('member')}"
    return re.compile(rf"{members}|(?<!\w){any_word('office_code')}(?!\w|-\w)")
