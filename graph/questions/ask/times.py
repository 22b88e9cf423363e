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
#: how a quarter is written, and how quarters and months are said, folded; "tháng năm" and "tháng
#: sáu" may be other words
QUARTER = "iv|i{1,3}|[1-4]"
QUARTERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
MONTHS = {
    "muoi hai": 12, "muoi mot": 11, "muoi": 10, "chap": 12, "gieng": 1,
    "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_DAYS = 10  # of the beginning and of the end of a month
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
        each = 3 if group["hu"] == "quy" else 1
        year = _year(group["hy"], group["hn"], today)
        return _part(group["hm"], each, group["h"] == "dau", year)
    if group["g"]:
        return _edge(group, today)
    if group["wk"]:
        return _week(_year(group["wy"], group["wn"], today) or today.year, int(group["wk"]))
    if said := group["m"]:
        first = MONTHS.get(said) or int(said)
        last = int((group["ml"] or str(first)).split()[-1])
        return _row(first, last, 1, _year(group["my"], group["mn"], today))
    if said := group["q"]:
        first = _quarter(said)
        last = _quarter((group["ql"] or said).split()[-1])
        return _row(first, last, 3, _year(group["qy"], group["qn"], today))
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
    said, unit = group["k"] or "0", group["ku"]
    count = _NUMBERS.get(said) or int(said)
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
    if said := group["today"] or group["now"]:
        step = {"mai": 1, "qua": -1}.get(said.split()[-1], 0)
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


def _quarter(said: str) -> int:
    return _ROMAN.get(said) or QUARTERS.get(said) or int(said)


def _row(first: int, last: int, each: int, year: int | None) -> Meaning | None:
    """From one month or quarter to the last of those that are named; a quarter has three months."""
    if not 1 <= first <= last <= 12 // each:
        return None
    return _months(each * (first - 1) + 1, each * last, year)


def _part(count: str | None, each: int, first: bool, year: int | None) -> Meaning | None:
    """The first or last so many months or quarters of a year, half of it where no number is
    said."""
    many = each * (_NUMBERS.get(count) or int(count)) if count else _HALF
    if many > 12:
        return None
    return _months(1, many, year) if first else _months(13 - many, 12, year)


def _edge(group: dict[str, str | None], today: date) -> Meaning | None:
    """The beginning or the end of a year, its first or last quarter, or of a month, ten days."""
    begins = group["g"] == "dau"
    if not (group["gm"] or group["gw"] or group["gb"] is not None):
        year = _year(group["gy"], group["gn"], today)
        return _months(1, 3, year) if begins else _months(10, 12, year)
    if group["gm"]:
        found = _row(
            int(group["gm"]), int(group["gm"]), 1, _year(group["gmy"], group["gmn"], today)
        )
    else:
        near = group["gw"] or "nay"
        found = _near({"today": None, "now": None, "n": "thang", "w": near}, today)
    if found is None:
        return None
    (month, _), (_, last), year, _ = found
    return ((month, 1), (month, _DAYS), year, None) if begins else (
        (month, last - _DAYS + 1), (month, last), year, None
    )  # fmt: skip


def _year(text: str | None, near: str | None, today: date) -> int | None:
    """The year that is said, or told from today ("quý 4 năm nay")."""
    return int(text) if text else today.year + steps()[near] if near else None


@cache
def steps() -> dict[str, int]:
    """Folded words after "tuần", "tháng" … → how many of these from now."""
    return {fold(w): row.step for row in rows("questions", "near", NearRow) for w in row.words}
