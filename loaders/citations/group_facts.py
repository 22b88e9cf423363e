"""What the mentions of one document say together: its id, day and best name (nhóm viện dẫn)."""

import re
from collections.abc import Iterable, Sequence

from graph.ids import document_id, law_id
from graph.words.authorities import by_name
from graph.words.symbols import read_symbol
from loaders.citations.dated_groups import Group
from loaders.mentions import Citation, PartialDate

YEAR_IN_NUMBER = re.compile(r"/(\d{4})$")


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
    printed = YEAR_IN_NUMBER.search(citations[group.mentions[0]].number or "")
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


def first(values: Iterable[str | None]) -> str | None:
    """The first value that is there."""
    for value in values:
        if value:
            return value
    return None
