"""Groups that are one after all: a law by its name, a number without symbol (gộp thêm)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.vocabulary import Trait, types_with
from graph.words.folding import fold
from graph.words.law_titles import spell_out_title
from loaders.citations.dated_groups import Group
from loaders.citations.fates import is_ended
from loaders.citations.group_facts import YEAR_IN_NUMBER, first, group_date
from loaders.mentions import NEW_LAW, Citation, PartialDate


@lru_cache(maxsize=8192)
def folded_name(name: str) -> str:
    """A law's name for comparison: folded, its kind and a year at the end left out."""
    folded = " ".join(re.findall(r"[0-9a-z]+", fold(spell_out_title(name))))
    return re.sub(r" (?:19|20)\d\d$", "", re.sub(r"^luat (?=sua doi)", "", folded))


def _loosely(name: str) -> str:
    """A law's name with commas for "và": "phí, lệ phí" and "phí và lệ phí" are one."""
    return folded_name(name).replace(" va ", " ")


def laws_with_numbers(citations: Sequence[Citation], groups: list[Group]) -> list[Group]:
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


def without_symbol(citations: Sequence[Citation], groups: list[Group]) -> list[Group]:
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
    printed = YEAR_IN_NUMBER.search(citations[one.mentions[0]].number or "")
    year = int(printed[1]) if printed else group_date(citations, one).year
    return group_date(citations, other).year in (None, year)
