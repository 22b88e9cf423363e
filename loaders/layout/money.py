"""Sums of money as documents write them (số tiền): "12.500 triệu đồng" is "12,5 tỷ đồng"."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from graph.vocabulary import Row, rows
from graph.vocabulary.cues import phrases


class CurrencyRow(Row):
    """What a sum is counted in: ``times`` a unit of money (triệu đồng)."""

    words: str
    unit: str
    times: int
    examples: tuple[str, ...] = ()


class AboutRow(Row):
    """How near a sum is, as printed before it (khoảng)."""

    words: str
    examples: tuple[str, ...] = ()


class Sum(NamedTuple):
    """A sum as printed, what it comes to, in which unit, and where it ends."""

    printed: str
    value: Decimal
    unit: str
    end: int


#: figures with thousands set off by points, or a part after a comma
_FIGURES = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d{1,2})?|\d+(?:,\d+)?"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3}){2,}")


def sum_at(content: str, at: int, counted: str | None = None) -> Sum | None:
    """The sum at ``at``, "khoảng" before it included; ``counted``: what a heading counts it in.

    A sum for each ("đồng/người"), the end of a range and a limit ("trở lên") are none.
    """
    found = (_bare() if counted else _sum()).match(content, at)
    if found is None:
        return None
    words = " ".join((counted or found["currency"]).split())
    row = _currencies()[words.lower()]
    printed = " ".join(f"{found['about'] or ''} {found['figures']} {words}".split())
    return Sum(printed, _value(found["figures"]) * row.times, row.unit, found.end())


@cache
def currency_pattern() -> str:
    """A pattern of what sums are counted in."""
    return phrases([row.words for row in rows("money", "currency", CurrencyRow)])


def _value(figures: str) -> Decimal:
    if _GROUPED.fullmatch(figures):
        figures = figures.replace(".", "")
    elif _GROUPED_BY_COMMA.fullmatch(figures):
        figures = figures.replace(",", "")
    return Decimal(figures.replace(",", ".")).normalize()


@cache
def _currencies() -> dict[str, CurrencyRow]:
    return {row.words.lower(): row for row in rows("money", "currency", CurrencyRow)}


@cache
def _lead() -> str:
    about = phrases([row.words for row in rows("money", "about", AboutRow)])
    return rf"\s*(?P<about>{about})?\s*(?P<figures>{_FIGURES})(?![\d.,]\d)"


@cache
def _sum() -> re.Pattern[str]:
    none = r"(?!\s?/\s?\w|\s(?:trở|mỗi|một)\s|\s?[-–]\s?\d)(?![^\W_])"
    return re.compile(rf"{_lead()}\s?(?P<currency>{currency_pattern()}){none}")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"{_lead()}(?!\s?[-–/%]\s?\w|\s?{currency_pattern()})(?![^\W_])")
