"""Which mentions are of one document, by its own words alone (gộp các lần viện dẫn).

Numbered mentions meet by number and symbol, laws by their title; kinds and provinces that the words
tell apart stay apart. A mention without date joins the one document that has one. Two dates of one
number are one document when the year is the same (one of them is misprinted, and a doubt says so)
and two documents when it is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from graph.ids import document_id, law_id
from graph.vocabulary import Trait, types_with
from graph.words.authorities import by_name, unit_id
from graph.words.folding import fold
from graph.words.law_titles import spell_out_title
from graph.words.places import nameless_place
from graph.words.symbols import kinds_of, read_symbol
from loaders.citations.dated_groups import Group, by_date
from loaders.citations.fates import is_ended
from loaders.mentions import NEW_LAW, Citation, PartialDate

_YEAR_IN_NUMBER = re.compile(r"/(\d{4})$")


def group_mentions(citations: Sequence[Citation], home: str | None = None) -> list[Group]:
    """Groups of mentions in order of their first mention; uses of short names are left out.

    ``home``: the province of the document that cites.
    """
    keyed: dict[str, list[int]] = {}
    for index, citation in enumerate(citations):
        key = _key(citation)
        if key is not None:
            keyed.setdefault(key, []).append(index)
    apart = [
        members for indices in keyed.values() for members in _told_apart(citations, indices, home)
    ]
    groups = [group for indices in apart for group in by_date(citations, indices)]
    groups = _without_symbol(citations, _laws_with_numbers(citations, groups))
    return sorted(groups, key=lambda group: group.mentions[0])


def group_id(citations: Sequence[Citation], group: Group, home: str | None, stranger: str) -> str:
    """The id of a group, from all that its mentions say."""
    facts = [citations[index] for index in group.mentions]
    number = first(c.number for c in facts)
    name = first(c.name for c in facts)
    year = group_date(citations, group).year
    symbol = first(c.symbol for c in facts)
    type = first(c.type for c in facts)
    if name and number is None:
        return law_id(name, year)
    return document_id(
        type=type, number=number, symbol=symbol, year=year,
        issuer=best_issuer(facts), home=home, stranger=stranger, title=name,
    )  # fmt: skip


def group_date(citations: Sequence[Citation], group: Group) -> PartialDate:
    """The date that most mentions give, the first of equals; the fullest that is there."""
    if len(group.mentions) == 1:
        only = citations[group.mentions[0]].date
        return only if only.year else PartialDate()
    dates = [citations[index].date for index in group.mentions]
    full = [date for date in dates if date.iso]
    printed = _YEAR_IN_NUMBER.search(citations[group.mentions[0]].number or "")
    full = [date for date in full if printed and date.year == int(printed[1])] or full
    if full:
        return max(dict.fromkeys(full), key=full.count)
    return next((date for date in dates if date.year), PartialDate())


def best_issuer(facts: Sequence[Citation]) -> str | None:
    """The issuer that most mentions name, of equals one with a date beside it.

    One that is not known is told in its fullest form.
    """
    named = [citation.issuer for citation in _in_full(facts) if citation.issuer]
    if not named:
        return None
    most = max(named, key=named.count)
    if by_name(most) is not None:
        return most
    return max((name for name in named if f"{name} ".startswith(f"{most} ")), key=len)


def best_name(facts: Sequence[Citation]) -> str | None:
    """The name of a law as a mention with its date has it, else as the first one has it."""
    return first(citation.name for citation in _in_full(facts))


def _in_full(facts: Sequence[Citation]) -> list[Citation]:
    """The mentions with a whole date, then the others."""
    return sorted(facts, key=lambda citation: citation.date.iso is None)


def best_symbol(facts: Sequence[Citation]) -> str | None:
    """The first symbol that is printed as its kind is abbreviated (NĐ-CP before ND-CP)."""
    printed = [citation.symbol for citation in facts if citation.symbol]
    if len(set(printed)) < 2:
        return printed[0] if printed else None
    right = (symbol for symbol in printed if (read_symbol(symbol).abbreviation or " ") in symbol)
    return next(right, printed[0])


def _key(citation: Citation) -> str | None:
    if citation.number is not None:
        symbol = re.sub(r"[^0-9a-z&]+", "", fold(citation.symbol or ""))
        number = "/".join(part.lstrip("0") for part in citation.number.lower().split("/"))
        return f"{number} {symbol}"
    new = " (new)" if citation.rule == NEW_LAW else ""
    return f"= {folded_name(citation.name)}{new}" if citation.name else None


@lru_cache(maxsize=8192)
def folded_name(name: str) -> str:
    """A law's name for comparison: folded, its kind and a year at the end left out."""
    folded = " ".join(re.findall(r"[0-9a-z]+", fold(spell_out_title(name))))
    return re.sub(r" (?:19|20)\d\d$", "", re.sub(r"^luat (?=sua doi)", "", folded))


def _loosely(name: str) -> str:
    """A law's name with commas for "và": "phí, lệ phí" and "phí và lệ phí" are one."""
    return folded_name(name).replace(" va ", " ")


def _told_apart(
    citations: Sequence[Citation], indices: Sequence[int], home: str | None
) -> Iterator[list[int]]:
    """Mentions of one number and symbol by what their words tell apart: kind, then province."""
    if len(indices) == 1:
        yield [*indices]
        return
    for kind in _parted(indices, [_kind(citations[index]) for index in indices], None):
        places = [_place(citations[index], home) for index in kind]
        yield from _parted(kind, places, f"vn/{home}/" if home else None)


def _parted(
    indices: Sequence[int], told: Sequence[str | None], default: str | None
) -> Iterator[list[int]]:
    """The indices by what is told of each; those of which nothing is told go with the only part.

    Of several parts they go with the ``default`` one, else they are a part of their own.
    """
    parts: dict[str, list[int]] = {}
    silent: list[int] = []
    for index, part in zip(indices, told, strict=True):
        (parts.setdefault(part, []) if part else silent).append(index)
    chosen = list(parts) if len(parts) < 2 else [p for p in parts if default and default in p]
    if len(chosen) == 1:
        parts[chosen[0]] += silent
    elif silent:
        yield silent
    yield from (sorted(members) for members in parts.values())


def _kind(citation: Citation) -> str | None:
    """The kind where the words decide between those of the symbol (Quy định 37-QĐ/TW)."""
    symbol = read_symbol(citation.symbol) if citation.symbol else None
    kinds = kinds_of(symbol) if symbol else ()
    decided = len(kinds) > 1 and citation.type in [row.name for row in kinds]
    return citation.type if decided else None


def _place(citation: Citation, home: str | None) -> str | None:
    """The local organ that the words name, with its place; None where they name none."""
    named = by_name(citation.issuer) if citation.issuer and citation.number else None
    if named is None and citation.number and nameless_place(citation.issuer or ""):
        return fold(citation.issuer or "")  # some district's, not the province's
    if named is None or named[0].scope in ("national", "party"):
        return None
    unit = unit_id(named[0], named[1], home)
    return f"{unit}/" if unit else None


def _laws_with_numbers(citations: Sequence[Citation], groups: list[Group]) -> list[Group]:
    """A law named without number joins the one numbered law of that name, the years agreeing.

    Without a year it is none that the text says is replaced.
    """
    numbered: dict[str, list[Group]] = {}
    for group in groups:
        facts = [citations[i] for i in group.mentions]
        name = first(c.name for c in facts)
        if name and facts[0].number and facts[0].type in types_with(Trait.LAW):
            numbered.setdefault(_loosely(name), []).append(group)
    kept: list[Group] = []
    for group in groups:
        citation = citations[group.mentions[0]]
        named = citation.number is None and citation.name and citation.rule != NEW_LAW
        fitting = numbered.get(_loosely(citation.name or ""), []) if named else []
        fitting = [g for g in fitting if g is not group and _same_year(citations, g, group)]
        if group_date(citations, group).year is None:
            fitting = [g for g in fitting if not is_ended(citations[i] for i in g.mentions)]
        if len(fitting) == 1:
            fitting[0].mentions = sorted([*fitting[0].mentions, *group.mentions])
        else:
            kept.append(group)
    return kept


def _without_symbol(citations: Sequence[Citation], groups: list[Group]) -> list[Group]:
    """A number without symbol joins the one document of its kind, number and day that has one."""
    heads = [citations[group.mentions[0]] for group in groups]
    whole: dict[tuple[str | None, str], list[Group]] = {}
    for group, head in zip(groups, heads, strict=True):
        if head.number and head.symbol is not None:
            whole.setdefault(_kind_and_number(head), []).append(group)
    kept: list[Group] = []
    for group, head in zip(groups, heads, strict=True):
        named = whole.get(_kind_and_number(head), []) if head.number and head.symbol is None else []
        fitting = [other for other in named if _is_its_day(head, group_date(citations, other))]
        if len(fitting) == 1:
            fitting[0].mentions = sorted([*fitting[0].mentions, *group.mentions])
        else:
            kept.append(group)
    return kept


def _is_its_day(bare: Citation, date: PartialDate) -> bool:
    """Whether a number without symbol gives this day, or none where the number says the year."""
    return date.iso == bare.date.iso or (bare.date.iso is None and "/" in (bare.number or ""))


def _kind_and_number(citation: Citation) -> tuple[str | None, str]:
    return citation.type, (citation.number or "").lstrip("0")


def _same_year(citations: Sequence[Citation], one: Group, other: Group) -> bool:
    printed = _YEAR_IN_NUMBER.search(citations[one.mentions[0]].number or "")
    year = int(printed[1]) if printed else group_date(citations, one).year
    return group_date(citations, other).year in (None, year)


def first(values: Iterable[str | None]) -> str | None:
    """The first value that is there."""
    for value in values:
        if value:
            return value
    return None
