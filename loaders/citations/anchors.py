"""What in a text names a document: a number with its symbol, or a law's title (dấu hiệu viện dẫn).

A number and a symbol alone are not enough ("12/QL1A"): the symbol must say a kind of document or a
known organ, or the words before it must name the kind ("Quyết định số").
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from graph.vocabulary import TypeName
from graph.vocabulary.cues import form_pattern
from graph.words.symbols import is_assembly, is_legislature, kinds_of, read_symbol
from loaders.citations.anchor import Anchor, is_document, kind_of_anchor, lists_on
from loaders.citations.issuers_before import known_name_before
from loaders.citations.kinds import TYPE_WINDOW, abbreviated, type_before
from loaders.citations.law_mentions import find_laws
from loaders.citations.laws import LawMention, amending_tail
from loaders.citations.shared_symbols import with_numbers_before
from loaders.citations.symbols import SymbolMention, find_symbols
from loaders.mentions import Span

#: "số" as printed and as scanners read it
_NUMBER_WORD = r"(?:[sS][ốóôòổỗồo]|SỐ|SÓ|SO|s[éếd6])"
_SO = re.compile(rf"{_NUMBER_WORD}\Z")
_LAW_NUMBER = re.compile(
    r"\s*(?:\((?:sửa đổi[^()]{0,40}|[A-ZĐ&]{2,10})\)\s)?,?\s*\(?\s*"
    rf"(?:(?:có\s)?(?:(?<=\()Luật\s)?(?:{_NUMBER_WORD}|\bs)\s*(?:hiệu\s)?:?\s*)?$"
)
_NUMBER_FOLLOWS = re.compile(rf"\s*\(?\s*{_NUMBER_WORD}\s*:?\s*\d{{1,3}}/(?:19|20)\d\d/")
#: how an assembly's document comes to itself, and what its object ends with
_ENACTING = re.compile(r"(?:\A|\n)\W*(?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội) ban hành\s\Z")
_ENACTED = re.compile(
    r"(?:\s(?:số\s)?\d\S*)?(?:\sngày\s[^.;\n]{6,30}?)?"
    r"(?:,?\s(?:đã\s)?được sửa đổi|\s?[.;]?(?:\n|\Z))"
)
#: between a number and the law's title in the next cell: its day
_NEXT_CELL = re.compile(r"\s*(?:\(?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?\s*)?\n\s*")
_DATED = re.compile(r"(?:\s(?:ngày|năm)[^;:.()\n]{4,40}?(?=\s[Ss]ửa))?")


def find_anchors(content: str) -> Iterator[Anchor]:
    """Every name of a document in order; laws by title carry the number that follows them."""
    laws = [one for law in find_laws(content) for one in _acted_upon(content, law)]
    taken = 0
    last: Anchor | None = None
    for symbol in with_numbers_before(content, find_symbols(content), _kind_before):
        while taken < len(laws) and laws[taken].span.end <= symbol.span.start:
            law = laws[taken]
            taken += 1
            if is_legislature(symbol.symbol) and _numbers(content, law, symbol):
                last = _numbered_law(law, symbol)
                break
            last = _named_law(law)
            yield last
        else:
            anchor = _numbered(content, symbol, last)
            if anchor is None:
                continue
            if taken < len(laws) and _is_named_in_next(content, symbol, laws[taken]):
                anchor = _named_after(anchor, laws[taken])
                taken += 1
            last = anchor
            while taken < len(laws) and laws[taken].span.start < anchor.span.end:
                taken += 1
            if anchor.amended:  # the laws it amends stand in its own name
                end = anchor.amended[-1].span.end
                while taken < len(laws) and laws[taken].span.start < end:
                    if laws[taken].span.end == end and _NUMBER_FOLLOWS.match(content, end):
                        break  # "… của Luật Đất đai số 31/2024/QH15"
                    taken += 1
        yield last
    yield from (_named_law(law) for law in laws[taken:])


def _acted_upon(content: str, law: LawMention) -> tuple[LawMention, ...]:
    """The laws that an amending law changes where it speaks of itself; else the law as named.

    "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật A số 5/2014/QH13 đã được …": the
    number is that of Luật A.
    """
    enacted = law.amended and _ENACTING.search(content, max(0, law.span.start - 48), law.span.start)
    return law.amended if enacted and _ENACTED.match(content, law.span.end) else (law,)


def _kind_before(words: str, symbol: str) -> object:
    """What the words before a list of numbers say of their kind, in full or short ("QĐ số")."""
    return type_before(words) or abbreviated(words, read_symbol(symbol))


def _named_law(law: LawMention) -> Anchor:
    return Anchor(
        law.span, "law_title", law.kind, name=law.name, year=law.year, amended=law.amended
    )


def _numbers(content: str, law: LawMention, symbol: SymbolMention) -> bool:
    """Whether the number right after a law's title is that law's."""
    near = symbol.span.start - law.span.end < 40
    return near and bool(_LAW_NUMBER.match(content, law.span.end, symbol.span.start))


def _numbered_law(law: LawMention, symbol: SymbolMention) -> Anchor:
    span = Span(law.span.start, symbol.span.end)
    return Anchor(
        span, "law_number", law.kind, symbol.number, symbol.symbol, law.name, amended=law.amended
    )


def _is_named_in_next(content: str, symbol: SymbolMention, law: LawMention) -> bool:
    """Whether a number fills its cell or line, and a law's title the next: "43/2019/QH14 | Luật
    Giáo dục"."""
    start = symbol.span.start
    alone = not content[max(0, start - 1) : start].strip(" \n|")
    ends = content[law.span.end : law.span.end + 1] in ("", "\n")
    between = alone and ends and is_legislature(symbol.symbol)
    return between and bool(_NEXT_CELL.fullmatch(content, symbol.span.end, law.span.start))


def _named_after(anchor: Anchor, law: LawMention) -> Anchor:
    return replace(anchor, type=law.kind, name=law.name, amended=law.amended)


def _numbered(content: str, mention: SymbolMention, last: Anchor | None) -> Anchor | None:
    """The anchor of a number and symbol; None when nothing says that it is a document."""
    floor = max(mention.span.start - TYPE_WINDOW, 0)
    before = content[floor : mention.span.start]
    at, said = _without_so(before)
    at += floor
    symbol = read_symbol(mention.symbol)
    found = type_before(content[floor:at])
    issuer = None
    if found is None and said:
        found, issuer = _type_and_issuer_before(content, floor, at)
    found = found or abbreviated(content[floor:at], symbol)
    follows = found is None and last is not None and last.number is not None
    listed = follows and last is not None and lists_on(content, last, at, mention.symbol)
    if not listed and not is_document(mention, symbol, typed=found is not None, said=said):
        return None
    if said and found is None and form_pattern().search(content[floor:at]):
        return None
    kinds = kinds_of(symbol)
    start = len(before) - len(before[at - floor :].lstrip()) if said else len(before)
    type, start = found or (
        kind_of_anchor(mention, kinds, last if follows else None, listed=listed),
        start,
    )
    return _with_amended_laws(
        content,
        Anchor(
            Span(floor + start, mention.span.end),
            "number_symbol",
            type,
            mention.number,
            mention.symbol,
            issuer=issuer,
            listed=listed,
        ),
    )


def _without_so(before: str) -> tuple[int, bool]:
    """Where the words before "số:" end, and whether "số" is there."""
    words = before.rstrip(" \n:.")
    if _SO.search(words):
        rest = words[:-2].rstrip()
        if len(words) < 3 or not words[-3].isalpha() or (len(rest) > 5 and type_before(rest)):
            return len(rest), True
    return len(before.rstrip(" \n:")), False


def _with_amended_laws(content: str, anchor: Anchor) -> Anchor:
    """Luật số 70/2014/QH13 … sửa đổi, bổ sung một số điều của Luật A: named by what it amends."""
    if anchor.type != TypeName.LAW or not anchor.symbol or not is_assembly(anchor.symbol):
        return anchor
    dated = _DATED.match(content, anchor.span.end)
    start = dated.end() if dated else anchor.span.end
    tail = amending_tail(content, start)
    if tail is None:
        return anchor
    words = content[start : tail[0]]
    return Anchor(
        anchor.span, anchor.rule, anchor.type, anchor.number, anchor.symbol,
        name=" ".join(words.split()), issuer=anchor.issuer, amended=tail[1],
    )  # fmt: skip


def _type_and_issuer_before(
    content: str, floor: int, at: int
) -> tuple[tuple[str, int] | None, str | None]:
    """Nghị quyết của Hội đồng nhân dân tỉnh số 12/NQ-HĐND: the issuer between kind and number."""
    low = max(content.rfind("\n", 0, at), at - 120, 0)
    name = known_name_before(content, low, at)
    if name is None:
        return None, None
    words = re.sub(r"\s(?:của\s)?$", "", content[low:at][: content[low:at].rfind(name[:6])] + " ")
    found = type_before(re.sub(r"\scủa$", "", words.rstrip()))
    if found is None:
        return None, None
    return (found[0], low + found[1] - floor), name
