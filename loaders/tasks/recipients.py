"""To whom a document goes: "Kính gửi" and the list under "Nơi nhận" (nơi nhận).

Only units that are named count: "Lưu: VT", persons and "như trên" are none, "như Điều 3" means the
units that article 3 charges with carrying the document out.
"""

import re
from collections.abc import Iterator

from graph.words.authorities import by_id, by_name, by_symbol
from loaders.layout.letters import LOWER
from loaders.layout.structure import Structure
from loaders.layout.words import ends_body
from loaders.mentions import Header, Span, UnitMention
from loaders.tasks.prose_words import pattern_of
from loaders.tasks.sentences import sentence_end
from loaders.text import Block, Text
from loaders.units.phrases import phrase_end
from loaders.units.read import begins_unit, read_unit, split_units
from loaders.units.scope import Scope

LISTED = 0.9  # a name in the list of recipients, often shortened
CODED = 0.8  # "Các Bộ: TC, NV": an organ told by its code
_SIGNED = re.compile(r"(?:^|(?<=[\s:;]))\s*[-–+•]\s+|;\s*")  # all entries in one cell
_UNSIGNED = re.compile(r"^[-–+•]\s*|;\s*")  # one entry a line
#: persons, and offices told by their letters
_PERSONS = re.compile(
    r"(?:[Cc]ác (?:[Tt]hành viên|[Đđ]ồng chí|Phó|[ỦỦủU]y viên|ông|bà))"
    r"|(?<!\w)(?:PCT|CT|CVP|PCVP|CPVP|PVP|GĐ|PGĐ|PTTg|BTCN|PCN|TGĐ|LĐ|LĐVP|PCVP)(?!\w)"
)
_DIVISION = re.compile(
    r"(?P<name>(?:Vụ|Cục|Phòng|Chi cục|Văn phòng|Thanh tra)\s[^-–,;:]+?)\s+[-–]\s+(?P<organ>.+)"
)
_LETTERS = re.compile(r"[A-ZĐ]{2,}")
_LABEL = re.compile(r"(?:Nơi|Noi|NƠI) (?:nhận|nhân|nhan|NHẬN)\s*:?")
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)?")
_STANDING = re.compile(r"(?:TT|TTr|T\.Tr|T/T|Thường trực)\.?\s*:?\s+")
_COMRADES = re.compile(r"(?:[Cc]ác )?[Đđ]ồng chí\s+")
_AS_ARTICLE = re.compile(r"[Nn]hư [Đđ]iều (\d{1,2})")
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
        elif codes := _CODES.match(words):
            yield from _coded(span, codes, scope)
        elif standing := _STANDING.match(words):
            yield from _named(text, span, span.start + standing.end(), scope)
        else:
            yield from _named(text, span, span.start, scope)


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
    end = aside.start() if aside and aside[0].strip() else item.end
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
    if not begins_unit(words) or _PERSONS.search(words):
        return
    division = _DIVISION.fullmatch(words)
    if division and by_name(division["organ"]):  # "Vụ Pháp chế - Bộ Y tế"
        name = f"{division['name']}, {division['organ']}"
        units = [read_unit(name, Span(start, end), scope, "recipient_list")]
    else:
        units = split_units(text, start, end, scope, "recipient_list")
    if all(_is_certain(unit) for unit in units):
        yield from (_sure(unit, LISTED) for unit in units)


def _is_certain(unit: UnitMention) -> bool:
    """Whether a unit has an id and no letters that nobody spelt out (Cục KSTTHC)."""
    if unit.id is None:
        return False
    return by_id(unit.id) is not None or not _LETTERS.search(unit.name.replace("UBND", ""))


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
        start = section.title.start if block.start == section.start else block.start
        while start < block.end and text.content[start] in " .:":
            start += 1
        stop = phrase_end(text.content, start, block.end)
        rest = text.content[stop : block.end].strip(" ,;") if stop else ""
        if stop and pattern_of("enforcing").search(rest):
            units = split_units(text, start, stop, scope, "recipient_article")
            yield from (_sure(unit, LISTED) for unit in units if unit.id)
