"""To whom a document goes: "Kính gửi" and the list under "Nơi nhận" (nơi nhận).

Only units that are named count: "Lưu: VT", persons and "như trên" are none, "như Điều 3" means the
units that article 3 charges with carrying the document out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from graph.words.authorities import by_id, by_name, by_symbol
from graph.words.spelling import spell_out
from loaders.layout.letters import LOWER
from loaders.layout.structure import Structure
from loaders.layout.words import ends_body
from loaders.mentions import Header, Span, UnitMention
from loaders.tasks.prose_words import any_word, pattern_of
from loaders.tasks.sentences import sentence_end
from loaders.text import Block, Text
from loaders.units.phrases import phrase_end
from loaders.units.read import begins_unit, read_unit, split_units
from loaders.units.scope import Scope

LISTED = 0.9  # a name in the list of recipients, often shortened
CODED = 0.8  # "Các Bộ: TC, NV": an organ told by its code
_SIGNED = re.compile(r"(?:^|(?<=[\s:;]))\s*[-–+•]\s+|;\s*")  # all entries in one cell
_UNSIGNED = re.compile(r"^[-–+•]\s*|;\s*")  # one entry a line
_DIVISION = re.compile(
    r"(?P<name>(?:Vụ|Cục|Phòng|Chi cục|Văn phòng|Thanh tra)\s[^-–,;:]+?)\s+[-–]\s+(?P<organ>.+)"
)
_LABEL = re.compile(r"(?:Nơi|Noi|NƠI) (?:nhận|nhân|nhan|NHẬN)\s*:?")
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)?")
_STANDING = re.compile(r"(?:TT|TTr|T\.Tr|T/T|Thường trực)\.?\s*:?\s+")
_STANDING_NEXT = re.compile(r",\s+(?=(?:TT|TTr|T\.Tr|T/T|Thường trực)\.?\s*:?\s+\w)")
_NEXT = re.compile(r",\s+(?:các )?")
_COMRADES = re.compile(r"(?:[Cc]ác )?[Đđ]ồng chí\s+")
_AS_ARTICLE = re.compile(r"[Nn]hư (?:[Đđ]iểm [a-zđ] )?(?:[Kk]hoản \d{1,2} )?[Đđ]iều (\d{1,2})")
_CODES = re.compile(
    r"[Cc]ác\s+(?P<head>Bộ|Sở)(?:, (?:cơ quan|ban, ngành|ban|ngành))?\s*:\s*(?P<codes>[^;:()]+)"
)
_CODE = re.compile(rf"[A-ZĐ][A-ZĐ&]+(?![{LOWER}])")
_LAST = re.compile(r"[-–]?\s*[Ll]ưu\s*:?")
_FARTHEST = 60  # blocks after the label among which the list ends


def find_recipients(
    text: Text, header: Header, structure: Structure, scope: Scope
) -> Iterator[UnitMention]:
    """The units that the document is sent to, each once."""
    seen = {scope.organ_id, None}
    for unit in (
        *_addressed(text, header, scope),
        *_listed(text, header, structure, scope),
    ):
        if unit.id not in seen or unit.rule == "recipient":
            seen.add(unit.id)
            yield unit


def _addressed(text: Text, header: Header, scope: Scope) -> Iterator[UnitMention]:
    """The recipients of "Kính gửi", those on one line parted."""
    for name, span in header.recipients:
        span = Span(span.start, sentence_end(text.content, span.start, span.end))
        words = text.content[span.start : span.end]
        comrades = _COMRADES.match(words)
        start = span.start + (comrades.end() if comrades else 0)
        units = split_units(text, start, span.end, scope, "recipient")
        if len(units) > 1 and all(unit.id for unit in units):
            yield from units
        elif comrades and len(units) == 1:
            yield units[0]
        else:
            yield read_unit(name[: span.end - span.start], span, scope, rule="recipient")


def _listed(
    text: Text, header: Header, structure: Structure, scope: Scope
) -> Iterator[UnitMention]:
    """The units under "Nơi nhận"."""
    for span in _items(text, header):
        words = text.content[span.start : span.end]
        if article := _AS_ARTICLE.match(words):
            yield from _charged(text, structure, scope, article[1])
        elif (codes := _CODES.match(words)) and _CODE.search(codes["codes"]):
            yield from _coded(span, codes, scope)
        elif codes:  # "Các Bộ: Nội vụ, Tài chính"
            units = split_units(text, span.start, span.start + codes.end(), scope, "recipient_list")
            yield from (_sure(unit, LISTED) for unit in units if by_id(unit.id or ""))
        elif _STANDING.match(words):
            for part in _standing(words, span.start):
                yield from _named(text, part, part.start, scope)
        else:
            yield from _named(text, span, span.start, scope)


def _standing(words: str, start: int) -> Iterator[Span]:
    """The organs whose standing committees get it: "TTr Tỉnh ủy, TTr HĐND tỉnh"."""
    signs = [m.start() for m in _STANDING_NEXT.finditer(words)]
    for at, stop in pairwise([0, *signs, len(words)]):
        part = words[at:stop]
        said = _STANDING.search(part)
        yield Span(start + at + (said.end() if said else 0), start + at + len(part.rstrip(" ,")))


def _items(text: Text, header: Header) -> Iterator[Span]:
    """The entries of the list, without signs and without what is said in parentheses."""
    blocks = [b for b in text.blocks if b.start >= header.body_start]
    first = next((i for i, b in enumerate(blocks) if _opens(text, b)), None)
    if first is None:
        return
    for index, block in enumerate(blocks[first : first + _FARTHEST]):
        label = _LABEL.match(text.content, block.start, block.end) if index == 0 else None
        start = label.end() if label else block.start
        words = text.content[start : block.end]
        if index and words[:1] not in "-–+•":
            if words[:1].islower():
                continue  # a line that goes on the one above
            if index > 1 and not words.isupper() and len(words) > _FARTHEST:
                return
            continue
        for span in _split(words, start):
            if _LAST.match(text.content, span.start, span.end):
                return
            yield span


def _opens(text: Text, block: Block) -> bool:
    return ends_body(text.content[block.start : block.start + 24])


def _split(words: str, start: int) -> Iterator[Span]:
    at = 0
    signs = _UNSIGNED if words[:1] in "-–+•" else _SIGNED
    for sign in [*signs.finditer(words), None]:
        stop = sign.start() if sign else len(words)
        part = words[at:stop]
        kept = part.strip(" \n.,;:/-")
        if kept:
            first = start + at + part.index(kept)
            yield Span(first, first + len(kept))
        at = sign.end() if sign else stop


def _named(text: Text, item: Span, start: int, scope: Scope) -> Iterator[UnitMention]:
    """The units that an entry names from its beginning to its end or to an aside."""
    aside = _ASIDE.search(text.content, start, item.end)
    told = aside is not None and by_name(aside[0].strip(" ()")) is not None
    end = aside.start() if aside and aside[0].strip() and not told else item.end
    before, sign, after = text.content[start:end].partition(":")
    coded = by_symbol(before.strip()) if sign and before.strip().isupper() else None
    if coded:  # "VPCP: BTCN, các PCN"
        span = Span(start, start + len(before))
        yield _sure(read_unit(coded.name, span, scope, "recipient_code"), CODED)
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
    if division and by_name(division["organ"]):  # "Vụ Pháp chế - Bộ Y tế"
        name = f"{division['name']}, {division['organ']}"
        units = [read_unit(name, Span(start, end), scope, "recipient_list")]
    else:
        units = _placed(split_units(text, start, end, scope, "recipient_list"), scope)
    if (told and all(unit.id for unit in units)) or all(_is_certain(unit) for unit in units):
        yield from (_sure(unit, LISTED) for unit in units)


def _placed(units: list[UnitMention], scope: Scope) -> list[UnitMention]:
    """Organs of one province said once for all: "Tỉnh ủy, HĐND, UBND tỉnh Đắk Lắk"."""
    last = by_name(units[-1].name) if units and scope.jurisdiction is None else None
    if last is None or last[0].scope != "province" or not last[1]:
        return units
    there = replace(scope, jurisdiction=last[1])
    return [u if u.id else read_unit(u.name, u.span, there, u.rule) for u in units]


def _is_certain(unit: UnitMention) -> bool:
    """Whether a unit has an id and no letters that nobody spelt out (Cục KSTTHC)."""
    if unit.id is None:
        return False
    letters = (w.written for w in spell_out(unit.name) if len(w.written) > 1)
    return by_id(unit.id) is not None or not any(map(str.isupper, letters))


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
            yield _sure(unit, CODED)


def _sure(unit: UnitMention, most: float) -> UnitMention:
    return UnitMention(
        unit.span,
        unit.name,
        unit.rule,
        unit.id,
        unit.label,
        unit.collective,
        min(unit.confidence, most),
    )


def _charged(text: Text, structure: Structure, scope: Scope, article: str) -> Iterator[UnitMention]:
    """The units that an article charges with carrying the document out (chịu trách nhiệm …)."""
    section = next((s for s in structure.sections if s.path == f"Đ{article}"), None)
    if section is None:
        return
    for block in text.blocks:
        if not section.start <= block.start < section.end:
            continue
        first = block.start == section.start
        start = section.title.start if first else structure.after_marker(block)
        while start < block.end and text.content[start] in " .:":
            start += 1
        for at, stop in _enforcers(text.content, start, block.end):
            units = split_units(text, at, stop, scope, "recipient_article")
            yield from (_sure(unit, LISTED) for unit in units if unit.id)


def _enforcers(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the names of those stand that a paragraph charges, each up to what is said of them
    ("Chủ tịch UBND các xã | thuộc vùng miền núi; Thủ trưởng các đơn vị"); none if it does not."""
    found: list[tuple[int, int]] = []
    at: int | None = start
    while at is not None:
        stop = phrase_end(content, at, end)
        if stop is None:
            return []
        found.append((at, stop))
        if pattern_of("enforcing").search(content[stop:end].strip(" ,;")):
            return found
        sign = content.find(";", stop, end)
        at = sign + 1 if sign >= 0 else None
        while at is not None and at < end and content[at] == " ":
            at += 1
    return []


@cache
def _persons() -> re.Pattern[str]:
    """Persons, and offices told by their letters."""
    members = rf"[Cc]ác {any_word('member')}"
    return re.compile(rf"{members}|(?<!\w){any_word('office_code')}(?!\w|-\w)")
