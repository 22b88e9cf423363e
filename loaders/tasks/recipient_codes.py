"""Recipients told by letters: "Các Bộ: TC, NN&MT", "Các VP: Tỉnh ủy, UBND", "CVP, các PCVP".

What the letters stand for is told by symbols in so, ký hiệu; who leads an office stands for it.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from graph.words.authorities import by_id, by_letters, by_name, by_symbol
from loaders.layout.letters import LOWER
from loaders.mentions import Span, UnitMention
from loaders.tasks.prose_words import any_word
from loaders.text import Text
from loaders.units.read import read_unit
from loaders.units.scope import Scope
from loaders.units.shared_heads import bare_names

CODED = 0.8  # "Các Bộ: TC, NV": an organ told by its code
LISTED = 0.9  # a name in the list of recipients, often shortened
#: "Các Bộ: TC, Tư pháp, NN&MT", "Các Bộ, cơ quan: NV, NHNNVN"
_BY_HEAD = re.compile(
    r"[Cc]ác\s+(?P<head>[Bb]ộ|[Ss]ở)(?:, (?:cơ quan|ban, ngành|ban|ngành))?\s*:\s*"
    r"(?P<told>[^;:()]+)"
)
_CODE = re.compile(rf"[A-ZĐ][A-ZĐ&]+(?![{LOWER}])")
#: "Các VP: Thành ủy, UBND TP": the offices of these
_OFFICES = re.compile(r"(?:[Cc]ác\s+)?(?:VP|Văn phòng)\s*:\s+(?=[^\W\d_])")
#: "Văn phòng Tổng Bí thư, Chủ tịch nước, Quốc hội": the word is said once
_OFFICES_OF = re.compile(r"(?:VP|Văn phòng)\s+(?=[^,;:()]+,[^;:()]+$)")
_PART = re.compile(r"[^,;]+")
#: the organ whose office it is, at the end: "CVP, các PCVP | UBND tỉnh"
_OF = re.compile(
    r"(?<![^\W_])(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|(?:Tỉnh|Thành) (?:ủy|uỷ))(?!\w)[^,;:]*$"
)


def read_coded(text: Text, span: Span, scope: Scope) -> list[UnitMention] | None:
    """The units of an entry that tells them so; None where it does not."""
    words = text.content[span.start : span.end]
    if told := _BY_HEAD.match(words):
        return list(_by_head(span.start, told, scope))
    if _office_head().match(words):
        return list(_office(span, words, scope))
    if offices := _OFFICES.match(words):
        return list(_offices(text, Span(span.start + offices.end(), span.end), scope))
    if (offices := _OFFICES_OF.match(words)) and _are_offices(words[offices.end() :]):
        return list(_offices(text, Span(span.start + offices.end(), span.end), scope))
    return None


def _are_offices(words: str) -> bool:
    """Whether organs of the country, each by name, have an office of their own."""
    found = (by_name(f"Văn phòng {part.strip()}") for part in words.split(","))
    return all(organ and organ[0].scope != "province" for organ in found)


def _by_head(start: int, told: re.Match[str], scope: Scope) -> Iterator[UnitMention]:
    """Organs that share their head word, each by its name or its letters."""
    head = f"{told['head'].capitalize()} "
    for part in bare_names(told.string, told.start("told"), told.end("told"), head):
        said = told.string[part.start : part.end].strip(" .")
        known = by_name(part.prefix + said)
        coded = None if known else by_letters(f"{head}{said}") or by_symbol(said)
        name = coded.name if coded else part.prefix + said
        unit = read_unit(name, Span(start + part.start, start + part.end), scope, "recipient_code")
        if by_id(unit.id or ""):
            yield sure(unit, CODED if coded else LISTED)


def _office(span: Span, words: str, scope: Scope) -> Iterator[UnitMention]:
    """The office whose head an entry names by letters: of the organ at its end, or of the own."""
    organ = _OF.search(words)
    name = f"Văn phòng {organ[0]}" if organ else "Văn phòng"
    unit = read_unit(name, span, scope, "recipient_code")
    if unit.id:
        yield sure(unit, CODED)


def _offices(text: Text, item: Span, scope: Scope) -> Iterator[UnitMention]:
    """The offices of the organs that an entry lists behind "Các VP:"."""
    for part in _PART.finditer(text.content, item.start, item.end):
        name = f"Văn phòng {part[0].strip()}"
        unit = read_unit(name, Span(part.start(), part.end()), scope, "recipient_code")
        if by_id(unit.id or ""):
            yield sure(unit, CODED)


def sure(unit: UnitMention, most: float) -> UnitMention:
    """The unit, no surer than what named it."""
    return replace(unit, confidence=min(unit.confidence, most))


@cache
def _office_head() -> re.Pattern[str]:
    """Who leads an office, in letters, and those behind: "Chánh, các PCVP", "VP: CVP", "LĐVP"."""
    return re.compile(
        rf"(?:{any_word('office_head')})(?!\w)(?:\s*[,:(/]|\s+(?:và|UBND|HĐND)(?!\w)|$)"
    )
