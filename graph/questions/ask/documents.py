"""Which documents a question names: by number and symbol, short name, name or year (văn bản).

Nothing is chosen here: what fits is a candidate, what nearly fits is kept apart to be offered.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from graph.engine.searchable import bare_number
from graph.model import Node, NodeKind
from graph.questions.ask.description import (
    Description,
    begins,
    by_organ,
    fits,
    has_number,
    symbol_begins,
)
from graph.questions.ask.grammar import counting_words, cues
from graph.questions.ask.kinds_said import kinds_pattern, types_said
from graph.questions.ask.mention import Mention, side_by_side
from graph.questions.ask.named import aliases_of, by_name
from graph.questions.ask.narrowing import narrowed, place_of, year_of
from graph.questions.ask.periods import periods_in
from graph.questions.ask.unnumbered import by_symbol_alone
from graph.questions.ask.words import words_of
from graph.store import GraphReader
from graph.words.authorities import begins_with, by_symbol
from graph.words.folding import fold, slug, words

HITS = 200
_SYMBOL = r"[a-z]{1,10}\d{0,2}(?:\s?[-–/&.]\s?[a-z][a-z0-9]{0,11})*"
#: a number behind that of a document of the same kind
_NEXT = re.compile(r"(?:\s*,|\s+(?:va|voi|hay|hoac|cung))\s+(?:so\s+)?(?P<bare>\d{2,6})(?![\w/.-])")
_OF_YEAR = re.compile(r"\snam\s+(?:19|20)\d\d$")
_WITH_YEAR = re.compile(r"(\d{1,5})/((?:19|20)\d\d)")
_ID = re.compile(r"vn/[\w./~-]*\w")


def documents_in(store: GraphReader, text: str) -> tuple[Mention, ...]:
    """The documents that a question names, in order, none within another."""
    found = [*_by_id(store, text), *_by_number(store, text)]
    found = [narrowed(mention, text) for mention in found]
    found += [narrowed(mention, text) for mention in by_name(store, text, found)]
    found += by_symbol_alone(store, text, found)
    in_order = sorted(found, key=lambda mention: mention.start)
    return tuple(side_by_side(in_order, _named_twice(text)))


def _named_twice(text: str) -> Callable[[Mention, Mention], Mention | None]:
    """A name and the number right after it as one: Luật Đất đai số 31/2024/QH15."""

    def joined(name: Mention, number: Mention) -> Mention | None:
        both = tuple(node for node in number.candidates if node in name.candidates)
        if not both or fold(text[name.end : number.start]).strip() not in ("", "so"):
            return None
        said = text[name.start : number.end]
        return replace(number, text=said, start=name.start, candidates=both)

    return joined


def _by_id(store: GraphReader, text: str) -> Iterator[Mention]:
    for match in _ID.finditer(text):
        node = store.nodes([match.group()]).get(match.group())
        if node is not None and node.kind is NodeKind.DOCUMENT:
            yield Mention(match.group(), *match.span(), (node,))


#: digits of a number that counts no months or days
LEAST = 3
#: what a number before it counts: 6 tháng, 5 năm
_LENGTH = re.compile(r"\s+(?:thang|nam|tuan|ngay)\b(?!\s*\d)")


def _by_number(store: GraphReader, text: str) -> Iterator[Mention]:
    folded, taken = fold(text), 0
    for match in _numbered().finditer(folded):
        if match.start() < taken or "vn/" in folded[: match.start()].split(" ")[-1]:
            continue
        group = match.groupdict()
        kind = "type" if group["number"] else "kind"
        start, end = match.span(kind)
        begin = match.start()
        types = types_said(text[start:end]) if group[kind] else frozenset()
        inner = types_said(text[start:end].partition(" ")[2]) if group[kind] else frozenset()
        within = start + text[start:end].find(" ") + 1  # "bỏ | Luật", no Bộ luật
        if inner and not types:
            types, begin = inner, within
        if group["kind"] and not types:
            continue  # "đã 3", whose letters are those of ĐA
        counts = group["kind"] and len(group["bare"]) < LEAST
        if counts and _LENGTH.match(folded, match.end("bare")):
            continue  # "báo cáo 6 tháng"
        if group["kind"] and _is_counted(folded[: match.start()], match.group()):
            continue  # "bao nhiêu kế hoạch năm 2025"
        number, symbol = group["number"] or group["bare"] or "", group["symbol"] or ""
        said = Description(types, bare_number(number) or number, slug(symbol))
        said, taken = _described(said, text, match.end())
        found = _found(store, said, text, begin, taken)
        if inner and not found.candidates and text[start:end].isascii():
            other = _found(store, replace(said, types=inner), text, within, taken)
            found = other if other.candidates else found
        if not found.candidates and _is_work(text[start:end], match.group()):
            continue  # "hạn báo cáo năm 2026": reports that are due, no document
        yield found
        if said.types:
            yield from _in_a_row(store, said, text, taken)


def _in_a_row(store: GraphReader, asked: Description, text: str, end: int) -> Iterator[Mention]:
    """Documents of the kind called by their numbers alone behind the first: Quyết định 2899 và
    2902."""
    while following := _NEXT.match(fold(text), end):
        start, end = following.span("bare")
        number = bare_number(following["bare"]) or following["bare"]
        found = _found(store, Description(asked.types, number, ""), text, start, end)
        names = [f"{kind} {number}" for kind in sorted(asked.types)]  # Đề án 996 và 100
        called = {id for ids in aliases_of(store, names).values() for id in ids}
        if not found.candidates and called:
            found = replace(found, candidates=tuple(store.nodes(sorted(called)).values()))
        if not found.candidates:
            return
        yield found


def _is_work(kind: str, said: str) -> bool:
    """Whether what a kind of document is called is also work that is asked for, and only a year
    said of it (báo cáo năm 2026)."""
    known = cues().get(tuple(words(kind)), ())
    return any(cue.symbol == "report" for _, cue in known) and bool(_OF_YEAR.search(said))


def _is_counted(before: str, said: str) -> bool:
    """Whether plans of a year are asked for, not the plan of a year."""
    last = before.split()[-2:]
    counted = any(tuple(last[-length:]) in counting_words() for length in (2, 1))
    return counted and re.search(r"\s(?:19|20)\d\d$", said) is not None


def _found(store: GraphReader, asked: Description, text: str, start: int, end: int) -> Mention:
    alias = aliases_of(store, [text[start:end]]).get(" ".join(words(text[start:end])), [])
    query = f"{asked.number} {asked.symbol.replace('-', ' ')}"
    hits = [
        hit.node
        for hit in store.search(query, kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False)
    ]
    numbered = [node for node in hits if has_number(node, asked.number)]
    exact = [n for n in numbered if fits(n, asked)] or [n for n in numbered if begins(n, asked)]
    if not exact and asked.symbol and asked.types:  # number and symbol tell it, not the kind said
        untyped = replace(asked, types=frozenset())
        signed = [n for n in numbered if fits(n, untyped)]
        exact = signed if len(signed) == 1 else []
    if not exact and (said := _WITH_YEAR.fullmatch(asked.number)):  # QĐ 76/2025: of that year
        told = replace(asked, number=said[1], year=int(said[2]))
        exact = [node for node in hits if has_number(node, said[1]) and fits(node, told)]
    if not exact and asked.symbol:  # a symbol cut short, where one document alone has it
        begun = [n for n in numbered if symbol_begins(n, asked)]
        exact = begun if len(begun) == 1 else []
    if not exact and not alias and re.fullmatch(r"(?:19|20)\d\d", asked.number):
        exact = _of_year(store, replace(asked, number="", year=int(asked.number)))
    chosen = {node.id: node for node in (*store.nodes(alias).values(), *exact)}
    near = tuple(node for node in numbered if node.id not in chosen)
    return Mention(text[start:end], start, end, tuple(chosen.values()), near)


def _of_year(store: GraphReader, asked: Description) -> list[Node]:
    """Loaded documents of a kind for a year: what they are titled for counts before their date."""
    year = str(asked.year)
    loaded = [
        hit.node
        for type in sorted(asked.types)
        for hit in store.search(
            f"{type} {year}", kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False
        )
        if hit.node.properties.get("type") == type and hit.node.properties.get("status") == "loaded"
    ]
    loaded = [node for node in loaded if by_organ(node, asked)]
    titled = [
        n
        for n in loaded
        if re.search(rf"năm {year}\b", str(n.properties.get("title") or ""), re.IGNORECASE)
    ]
    return titled or [node for node in loaded if year_of(node) == asked.year]


def _described(asked: Description, text: str, end: int) -> tuple[Description, int]:
    """What follows a number: ngày …, năm …, của …"""
    while True:
        rest = text[end:]
        led = re.match(r"\s*,?\s*(?=ngay\s|nam\s+(?:19|20)\d\d|cua\s)", fold(rest))
        if not led:
            return asked, end
        times = periods_in(rest, date.min)
        first = times[0] if times and times[0].start == led.end() else None
        if first and first.year and first.one_day:
            asked, end = replace(asked, issued=first.days(first.year)[0] or ""), end + first.end
        elif first and first.year and (first.first, first.last) == ((1, 1), (12, 31)):
            asked, end = replace(asked, year=first.year), end + first.end
        elif owner := re.match(r"\s*cua\s+", fold(rest)):
            words_after = _upper(rest[owner.end() :])
            if named := begins_with(words_after):
                asked = replace(asked, organ=named[0].id, place=named[1])
                end += owner.end() + named[2]
            elif place := place_of(words_after):
                asked, end = replace(asked, place=place[0]), end + owner.end() + place[1]
            elif lettered := _by_letters(words_after):
                asked = replace(asked, organ=lettered[0])
                end += owner.end() + lettered[1]
            else:
                return asked, end
        else:
            return asked, end


def _by_letters(text: str) -> tuple[str, int] | None:
    """The organ whose letters come first (VPCP), and where they end."""
    first = next(iter(words_of(text)), None)
    organ = by_symbol(first.written) if first and first.short and not text[: first.start] else None
    return (organ.id, first.end) if organ and first else None


def _upper(text: str) -> str:
    """The text with its short forms in capitals, as names of organs are read by."""
    found = list(text)
    for word in words_of(text):
        if word.short:
            found[word.start : word.end] = text[word.start : word.end].upper()
    return "".join(found)


@cache
def _numbered() -> re.Pattern[str]:
    """[kind] [số] number/symbol; kind [số] number; số number: on folded text."""
    kind = kinds_pattern()
    number = r"\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?"
    signed = (
        rf"(?:(?P<type>{kind})\s+)?(?:so\s*:?\s*)?"
        rf"(?P<number>{number})\s?[/-]\s?(?P<symbol>{_SYMBOL})"
    )
    plain = (
        rf"(?:(?P<kind>{kind})\s+(?:so\s*:?\s*|nam\s+(?=20))?|van ban\s+so\s+|so\s+(?=\d\d)"
        r"|(?:van ban|vb)\s+(?!(?:19|20)\d\d(?!\w)))"
        rf"(?P<bare>{number})"
    )
    return re.compile(rf"(?<![\w/.-])(?:{signed}|{plain})(?![\w/])")
