"""Dates as administrative texts write them (ngày tháng năm), whole or in part, with doubts.

``ngày 25 tháng 4 năm 2025``, ``25/4/2025``, ``01-7-2025``, ``ngày     tháng 5 năm 2025`` (a blank
left for the pen), ``năm 2024``; white space and line feeds anywhere. A day that no calendar has is
never kept as a date: what can stand (year, month) stays and a doubt says what was printed.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from graph.vocabulary import Row, rows
from loaders.mentions import Doubt, PartialDate, Span


class MonthRow(Row):
    """A month written as a word (``dates.toml``)."""

    name: str
    number: int


class DateMention(NamedTuple):
    """A date as printed (ngày tháng): where it stands, what it says, what is odd about it."""

    span: Span
    date: PartialDate
    doubts: tuple[Doubt, ...] = ()


#: what a pen or a dotted line fills in
_BLANK = r"[\s.…_·]{0,40}"
#: a number of two digits, torn apart by a scanner ("1 1") only where a sign follows
_TORN = r"(?:[0-3] [0-9](?=\s?[/.-]))"

#: a scanner takes the marks off "tháng" and changes those of "năm"
_MONTH_WORD = r"(?:[tT]h[áàaăâi]ng|THÁNG|THANG)"
_YEAR_WORD = r"(?:n[ăáâa]m|N[ăáâa]m|N[ĂÁÂA]M|(?<=\d )tháng(?= ?(?:19|20)\d\d))"

#: a year; the mark of a footnote may be glued to it ("18/8/20222 của")
_FOUR = r"(?:\d{4}(?!\d)|20\d\d(?=\d{1,2}\s(?:của|về)\s))"

_WORDED = re.compile(
    r"(?P<head>ngày|Ngày|NGÀY|ngay)\s*(?:(?:mùng|mồng)\s)?"
    rf"(?:(?P<day>\d{{1,2}}|[lIOoJ]\d|\d[lIOoJ])|{_BLANK}|[^\s\d]{{1,3}})\s*[,.]?\s*"
    rf"(?P<joint>{_MONTH_WORD}|ngày)\s*"
    rf"(?:(?P<month>\d{{1,2}}|[lIOoJ]\d|\d[lIOoJ]|[^\W\d_]+(?:\s(?:một|hai))?)|{_BLANK})\s*[,.]?\s*"
    rf"(?:{_YEAR_WORD}|/)\s*(?P<year>{_FOUR})"
)
#: a day without "ngày" before it: "12 tháng 4 năm 2022"; "ngày 07/3 năm 2022"
_HEADLESS = re.compile(
    rf"(?P<day>\d{{1,2}})\s(?P<joint>{_MONTH_WORD})\s(?P<month>\d{{1,2}})\s{_YEAR_WORD}\s(?P<year>\d{{4}})(?!\d)"
)
_MIXED = re.compile(
    rf"(?P<head>ngày|Ngày|NGÀY)\s(?P<day>\d{{1,2}})\s?[/.-]\s?(?P<month>\d{{1,2}})\s{_YEAR_WORD}\s(?P<year>\d{{4}})(?!\d)"
)
_FIGURES = re.compile(
    r"(?:(?P<head>ngày|Ngày|NGÀY|ngay)\s*(?:\|\s)?)?"
    rf"(?P<day>{_TORN}|\d{{1,2}}|(?<=[yY\s])[.…\s]{{0,12}}?)\s?(?P<sign>[/.-])\s?"
    rf"(?P<month>{_TORN}|\d{{1,2}}|[.…\s]{{0,12}}?)\s?(?P=sign)\s?"
    rf"(?P<year>{_FOUR}|\d{{2}}(?![\d/]))"
)
_MONTH = re.compile(
    r"(?:tháng|Tháng|THÁNG|thang|Thang|THANG)\s*(?P<month>\d{1,2})\s*(?:năm|Năm|NĂM|[/-])\s*(?P<year>\d{4})(?!\d)"
)
#: letters that a scanner reads for digits
_LIKE_DIGITS = str.maketrans("lIOoJ", "11001")
_YEAR = re.compile(r"(?:năm|Năm|NĂM)\s*(?P<year>(?:19|20)\d\d)(?!\d)")


def find_date(content: str, position: int) -> tuple[PartialDate, int] | None:
    """The date that begins at ``position`` and where it ends; None when no date begins there."""
    mention = read_date(content, position)
    return (mention.date, mention.span.end) if mention else None


def read_date(content: str, position: int) -> DateMention | None:
    """The date that begins at ``position``, with what is odd about it; None if there is none."""
    for pattern in (_WORDED, _MIXED, _FIGURES, _HEADLESS, _MONTH, _YEAR):
        match = pattern.match(content, position)
        if match is not None:
            mention = _mention(match)
            if mention is not None:
                return mention
    return None


def _mention(match: re.Match[str]) -> DateMention | None:
    parts = match.groupdict()
    span = Span(match.start(), match.end())
    day, month = _number(parts.get("day")), _month(parts.get("month"))
    year = _year(parts["year"], headed=bool(parts.get("head")))
    worded = parts.get("joint") is not None
    if year is None or (month is None and not worded and "month" in parts and not parts["head"]):
        return None
    if month is None and (parts.get("month") or "").strip(" .…\n"):
        return None
    doubts = []
    if (parts.get("joint") or "").lower() == "ngày":
        doubts.append(Doubt("date.misprint", span, (_printed(match),)))
    said = _possible(year, month, day)
    if said != PartialDate(year, month, day):
        doubts.append(Doubt("date.impossible", span, (_printed(match),)))
        if not worded and not parts.get("head") and not (1 <= (day or 0) <= 31 and said.month):
            return None  # three numbers that no calendar could ever have: not a date
    return DateMention(span, said, tuple(doubts))


def _printed(match: re.Match[str]) -> tuple[str, str]:
    return ("printed", " ".join(match.group().split()))


def _possible(year: int, month: int | None, day: int | None) -> PartialDate:
    """The part of the date that a calendar has."""
    if month is not None and not 1 <= month <= 12:
        return PartialDate(year)
    if day is None or month is None:
        return PartialDate(year, month, day)
    try:
        date(year, month, day)
    except ValueError:
        return PartialDate(year, month)
    return PartialDate(year, month, day)


def _number(words: str | None) -> int | None:
    if words and words.isascii() and words.isdigit():
        return int(words)  # as nearly all are
    digits = "".join((words or "").split()).translate(_LIKE_DIGITS)
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _month(words: str | None) -> int | None:
    return _number(words) or _months().get(" ".join((words or "").lower().split()))


def _year(digits: str, *, headed: bool) -> int | None:
    if len(digits) == 4:
        return int(digits) if 1900 <= int(digits) <= 2100 else None
    return 1900 + int(digits) if headed and int(digits) >= 45 else None


@cache
def _months() -> dict[str, int]:
    return {row.name: row.number for row in rows("dates", "month", MonthRow)}
