"""What one entry of "Nơi nhận" names: organs in full, by their codes, their standing committees.

An entry that names anything that is not surely a unit gives none.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from graph.words.authorities import by_id, by_name, by_symbol
from graph.words.spelling import spell_out
from graph.words.unit_words import unit_words
from loaders.layout.letters import LOWER
from loaders.mentions import Span, UnitMention
from loaders.tasks.prose_words import any_word
from loaders.text import Text
from loaders.units.read import begins_unit, read_unit, split_units
from loaders.units.scope import Scope

LISTED = 0.9  # a name in the list of recipients, often shortened
CODED = 0.8  # "Các Bộ: TC, NV": an organ told by its code
_DIVISION = re.compile(
    r"(?P<name>(?:(?:Vụ|Cục|Phòng|Chi cục|Văn phòng|Thanh tra)\s[^-–,;:]+?)(?=\s+[-–]\s)"
    r"|(?:Vụ|Cục)\s[^-–,;:]+(?=,\s))(?:\s+[-–]\s+|,\s)(?P<organ>[^,;]+)"
)
_CENTRAL = ("Vụ ", "Cục ")
_ROMAN = re.compile(r"[IVX]+")
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)?")
_STANDING = re.compile(r"(?:TT|TTr|T\.Tr|T/T|Thường trực)(?:\.\s*|\s*:\s*|\s+|(?=TU(?!\w)))(?=\w)")
_STANDING_NEXT = re.compile(rf",\s+(?={_STANDING.pattern})")
#: what tells a centre behind "TT" from a deputy minister by name: letters or its level
_CENTRE = re.compile(r"(?:^|\s)[A-ZĐ]{2,}(?!\w)|\s(?:[Tt]ỉnh|[Tt]hành phố)$")
#: "Các VP: Thành ủy, UBND TP": the offices of these
_OFFICES = re.compile(r"(?:[Cc]ác\s+)?(?:VP|Văn phòng)\s*:\s+(?=[^\W\d_])")
_OFFICE = re.compile(r"[^,;]+")
_NEXT = re.compile(r",\s+(?:các )?")
_CODES = re.compile(
    r"[Cc]ác\s+(?P<head>Bộ|Sở)(?:, (?:cơ quan|ban, ngành|ban|ngành))?\s*:\s*(?P<codes>[^;:()]+)"
)
_CODE = re.compile(rf"[A-ZĐ][A-ZĐ&]+(?![{LOWER}])")


def read_entry(text: Text, span: Span, scope: Scope) -> Iterator[UnitMention]:
    """The units that one entry of the list names."""
    words = text.content[span.start : span.end]
    if (codes := _CODES.match(words)) and _CODE.search(codes["codes"]):
        yield from _coded(span, codes, scope)
    elif codes:  # "Các Bộ: Nội vụ, Tài chính"
        units = split_units(text, span.start, span.start + codes.end(), scope, "recipient_list")
        yield from (sure(unit, LISTED) for unit in units if by_id(unit.id or ""))
    elif _STANDING.match(words):
        for part in _standing(words, span.start):
            yield from _standing_of(text, part, scope)
    elif offices := _OFFICES.match(words):
        yield from _offices(text, Span(span.start + offices.end(), span.end), scope)
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
    if by_name(words) or begins_unit(words) or _persons().search(words):
        yield from _named(text, part, part.start, scope)
        return
    organ = by_symbol(words) if words.isupper() else None
    if organ is None and not _CENTRE.search(words):
        return
    name = organ.name if organ else f"Trung tâm {words}"
    unit = read_unit(name, part, scope, "recipient_code")
    if unit.id:
        yield sure(unit, CODED)


def _offices(text: Text, item: Span, scope: Scope) -> Iterator[UnitMention]:
    """The offices of the organs that an entry lists behind "Các VP:"."""
    for part in _OFFICE.finditer(text.content, item.start, item.end):
        name = f"Văn phòng {part[0].strip()}"
        unit = read_unit(name, Span(part.start(), part.end()), scope, "recipient_code")
        if by_id(unit.id or ""):
            yield sure(unit, CODED)


def _named(text: Text, item: Span, start: int, scope: Scope) -> Iterator[UnitMention]:
    """The units that an entry names from its beginning to its end or to an aside."""
    aside = _ASIDE.search(text.content, start, item.end)
    told = aside is not None and by_name(aside[0].strip(" ()")) is not None
    end = aside.start() if aside and aside[0].strip() and not told else item.end
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
    first = words.partition(",")[0]  # "Tỉnh ủy, …"
    persons = _persons().search(words)
    if persons and by_name(first) and _NEXT.fullmatch(words, len(first), persons.start()):
        end = start + len(first)  # "Thủ tướng, các Phó Thủ tướng"
        words = first
    elif persons or not (begins_unit(words) or by_name(first)):
        return
    division = _DIVISION.fullmatch(words)
    if division and _has_divisions(division["organ"], words):  # "Vụ Pháp chế - Bộ Y tế"
        name = f"{division['name']}, {division['organ']}"
        units = [read_unit(name, Span(start, end), scope, "recipient_list")]
    else:
        units = split_units(text, start, end, scope, "recipient_list")
    if (told and all(unit.id for unit in units)) or all(_is_certain(unit) for unit in units):
        yield from (sure(unit, LISTED) for unit in units)


def _has_divisions(organ: str, words: str) -> bool:
    """Whether an organ can have the division that the words begin with: only one of the country
    has a Vụ or Cục."""
    known = by_name(organ)
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


def _coded(item: Span, codes: re.Match[str], scope: Scope) -> Iterator[UnitMention]:
    """``Các Bộ: TC, NV, NNMT``: organs told by what stands after B or S in their codes."""
    for code in _CODE.finditer(codes["codes"]):
        organ = by_symbol(codes["head"][0] + code[0])
        if organ is None:
            continue
        start = item.start + codes.start("codes") + code.start()
        span = Span(start, start + len(code[0]))
        unit = read_unit(organ.name, span, scope, "recipient_code")
        if unit.id:
            yield sure(unit, CODED)


def sure(unit: UnitMention, most: float) -> UnitMention:
    """The unit, no surer than what named it."""
    return UnitMention(
        unit.span,
        unit.name,
        unit.rule,
        unit.id,
        unit.label,
        unit.collective,
        min(unit.confidence, most),
    )


@cache
def _persons() -> re.Pattern[str]:
    """Persons, and offices told by their letters."""
    members = rf"[Cc]ác {any_word('member')}"
    return re.compile(rf"{members}|(?<!\w){any_word('office_code')}(?!\w|-\w)")
