"""What the words of one time mean: first and last day and year (nghĩa của một mốc thời gian)."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from graph.labels import ROMAN
from graph.vocabulary import Row, rows
from graph.words.folding import fold

YEARS = range(1900, 2200)  # no text tells of others
LEAP = 2024  # a year that has every day
_ROMAN = {sign.lower(): quarter for quarter, sign in enumerate(ROMAN, 1)}
_HALF = 6  # months of half a year
_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "sau": 6, "chin": 9}


class NearRow(Row):
    """Words after "tuần", "tháng" … and how many of these from now they mean."""

    step: int
    words: tuple[str, ...]


#: first and last (month, day), the year, and the last year where that is another
Meaning = tuple[tuple[int, int], tuple[int, int], int | None, int | None]


def meaning(group: dict[str, str | None], today: date) -> Meaning | None:
    """First and last (month, day) and the years; None for a day that no calendar has."""
    for day, month, years in (("d0", "m0", "y0"), ("d1", "m1", "y1 y5"), ("d2", "m2", "y2 y3")):
        if group[day]:
            year = next((int(group[y] or 0) for y in years.split() if group[y]), None)
            return _day(int(group[day] or 0), int(group[month] or 0), year)
    if group["h"]:
        return _part(group["hm"], group["h"] == "dau", _year(group["hy"], group["hn"], today))
    if group["wk"]:
        return _week(_year(group["wy"], group["wn"], today) or today.year, int(group["wk"]))
    if group["m"]:
        number = int(group["m"])
        return (
            _months(number, number, _year(group["my"], group["mn"], today))
            if 1 <= number <= 12
            else None
        )
    if group["q"]:
        quarter = _ROMAN.get(group["q"]) or int(group["q"])
        return _months(3 * quarter - 2, 3 * quarter, _year(group["qy"], group["qn"], today))
    if group["r0"]:
        first, last = int(group["r0"]), int(group["r1"] or 0)
        return ((1, 1), (12, 31), first, last) if first < last else None
    if group["y"]:
        return _months(1, 12, int(group["y"]))
    if group["e"] or group["k"]:
        return _ahead(group, today)
    return _near(group, today)


def _ahead(group: dict[str, str | None], today: date) -> Meaning | None:
    """From today on: to the end of the month, quarter or year, or so many days, weeks, months."""
    if group["e"]:
        last = {"thang": today.month, "quy": (today.month + 2) // 3 * 3, "nam": 12}[group["e"]]
        return _span(today, date(today.year, *_months(last, last, today.year)[1]))
    count, unit = int(group["k"] or 0), group["ku"]
    end = today + timedelta(days=count * {"ngay": 1, "tuan": 7, "thang": 30}[unit or "ngay"])
    return _span(today, end)


def _span(first: date, last: date) -> Meaning:
    """From one day to another, be it in the year after."""
    later = last.year if last.year != first.year else None
    return (first.month, first.day), (last.month, last.day), first.year, later


def _week(year: int, number: int) -> Meaning | None:
    """The week of an ISO year, from Monday to Sunday; None where the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return _span(monday, monday + timedelta(days=6))


def _near(group: dict[str, str | None], today: date) -> Meaning | None:
    """A time told from today: tuần này, tháng sau, năm ngoái."""
    if group["today"]:
        step = {"mai": 1, "qua": -1}.get(group["today"].split()[-1], 0)
        day = today + timedelta(days=step)
        return _day(day.day, day.month, day.year)
    unit = group["n"]
    step = steps()[group["w"] or ""]
    if unit == "nam":
        return _months(1, 12, today.year + step)
    if unit == "quy":
        number = today.year * 4 + (today.month - 1) // 3 + step
        return _months(number % 4 * 3 + 1, number % 4 * 3 + 3, number // 4)
    if unit == "thang":
        number = today.year * 12 + today.month - 1 + step
        return _months(number % 12 + 1, number % 12 + 1, number // 12)
    if unit == "tuan":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return _span(monday, monday + timedelta(days=6))
    return None


def _day(day: int, month: int, year: int | None) -> Meaning | None:
    if year is not None and year not in YEARS:
        return None
    try:
        date(year or LEAP, month, day)
    except ValueError:
        return None
    return (month, day), (month, day), year, None


def _months(first: int, last: int, year: int | None) -> Meaning:
    return (first, 1), (last, monthrange(year or LEAP, last)[1]), year, None


def _part(count: str | None, first: bool, year: int | None) -> Meaning:
    """The first or last so many months of a year, half of them where no number is said."""
    many = (_NUMBERS.get(count) or int(count)) if count else _HALF
    return _months(1, many, year) if first else _months(13 - many, 12, year)


def _year(text: str | None, near: str | None, today: date) -> int | None:
    """The year that is said, or told from today ("quý 4 năm nay")."""
    return int(text) if text else today.year + steps()[near] if near else None


@cache
def steps() -> dict[str, int]:
    """Folded words after "tuần", "tháng" … → how many of these from now."""
    return {fold(w): row.step for row in rows("questions", "near", NearRow) for w in row.words}
