"""The mentions of one number by the dates that they give (ngày của các lần viện dẫn).

One group for every year; two days of one year are a misprint of one document, and so is one day in
two years where the number runs through a term.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.mentions import Citation, Doubt


@dataclass(slots=True)
class Group:
    """The mentions of one document while they are gathered, by index into the citations."""

    mentions: list[int] = field(default_factory=list)
    open: tuple[str, ...] = ()  # ids it may have, when its words do not decide
    doubts: list[Doubt] = field(default_factory=list)


def by_date(citations: Sequence[Citation], indices: Sequence[int]) -> Iterator[Group]:
    """The groups of mentions of one number: one for every year, undated mentions joined."""
    printed = bool(re.search(r"/\d{4}$", citations[indices[0]].number or ""))
    years: dict[int | None, list[int]] = {}
    for index in indices:
        year = None if printed else citations[index].date.year
        years.setdefault(year, []).append(index)
    undated = years.pop(None, [])
    if len(years) > 1 and _is_one_of_its_term(citations, indices):
        years = {None: sorted(index for members in years.values() for index in members)}
    groups = [Group(members) for members in years.values()]
    if len(groups) == 1:
        groups[0].mentions = sorted([*groups[0].mentions, *undated])
    elif undated:
        groups.append(Group(undated))
    for group in groups:
        _doubt_dates(citations, group)
        yield group
    if len(years) > 1:
        _doubt_years(citations, groups)


def _is_one_of_its_term(citations: Sequence[Citation], indices: Sequence[int]) -> bool:
    """Whether the years of a number of the Centre of the Party differ by a misprint alone.

    It numbers through a term of five years: one day and month in two years next to each other.
    """
    dates = [citations[index].date for index in indices if citations[index].date.year]
    symbol = citations[indices[0]].symbol or ""
    years = {date.year for date in dates if date.year}
    days = {(date.month, date.day) for date in dates}
    one = len(days) == 1 and dates[0].iso is not None and max(years) - min(years) == 1
    return one and symbol.endswith("/TW")


def _doubt_dates(citations: Sequence[Citation], group: Group) -> None:
    """Two full dates for one number of one year: a misprint somewhere."""
    seen = {c.date.iso: c for c in (citations[i] for i in group.mentions) if c.date.iso}
    if len(seen) > 1:
        last = list(seen.values())[-1]
        dates = ", ".join(str(date) for date in seen)
        facts = (("number", last.number or last.name or ""), ("dates", dates))
        group.doubts.append(Doubt("citation.two_dates", last.span, facts))


def _doubt_years(citations: Sequence[Citation], groups: Iterable[Group]) -> None:
    """Two years for one number; the editions of a law that is only named are told by theirs."""
    for group in list(groups)[1:]:
        citation = citations[group.mentions[0]]
        if citation.number is None:
            continue
        facts = (("number", citation.number),)
        group.doubts.append(Doubt("citation.two_years", citation.span, facts))
