"""Times in a question: quý II, tháng 11/2026, trước 15/11, từ 01/6 đến 30/9 (khoảng thời gian).

A time without a year stays without one: in which years it can be meant is for the answer to see.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from graph.questions.ask.grammar import WordsRow, cues
from graph.questions.ask.mention import side_by_side
from graph.questions.ask.time_patterns import time_after
from graph.questions.ask.times import LEAP, meaning
from graph.times.days import day_after, day_before
from graph.vocabulary import Row, rows
from graph.words.folding import fold, words

Sense = Literal["within", "before", "from"]

_SENSES: dict[str, Sense] = {"before": "before", "due": "before", "from": "from", "after": "from"}
_STRICT = ("before", "after")
_JOINTS = ("va", ",", "&")  # folded words between times that follow one another


class LeadRow(Row):
    """Words before a time and what they make of it (``times.toml``)."""

    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question (khoảng thời gian): first and last (month, day), and where it stands.

    ``year`` is None where none is said. ``sense``: within it, up to its end, from its start on;
    ``strict``: the time itself is left out (trước, sau).
    """

    text: str
    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None
    sense: Sense = "within"
    strict: bool = False
    last_year: int | None = None

    def days(self, year: int) -> tuple[str | None, str | None]:
        """The first and the last ISO day when it is meant in ``year``; None where it is open.

        "Trước quý II" ends where that begins and begins with the year; "sau" a day begins with
        the next one.
        """
        first, last = _iso(year, self.first), _iso(self.last_year or year, self.last)
        if self.sense == "before":
            since = None if self.strict and self.first == (1, 1) else _iso(year, (1, 1))
            return since, day_before(first) if self.strict else last
        if self.sense == "from":
            return (day_after(last) if self.strict else first), None
        return first, last

    @property
    def whole_year(self) -> bool:
        """Whether it is a year, of which no part is named."""
        return (self.first, self.last, self.last_year) == ((1, 1), (12, 31), None)

    @property
    def one_day(self) -> bool:
        """Whether it is a day and no longer time."""
        return self.first == self.last and self.last_year is None


def periods_in(text: str, today: date) -> tuple[Period, ...]:
    """The times that a question names, in order; two joined by "đến" are one, and two that follow
    one another unless they are compared."""
    read = _read(text, today)
    if _compares(text):
        found = _of_one_year(list(read))
    else:
        found = list(side_by_side(read, _following(text)))
    at = 0
    while at + 1 < len(found):
        one, other = found[at], found[at + 1]
        if (
            one.sense == "from"
            and other.sense == "before"
            and not text[one.end : other.start].strip()
        ):
            found[at : at + 2] = [_joined(one, other, text)]
        at += 1
    return tuple(found)


def _compares(text: str) -> bool:
    """Whether things are compared (so sánh, so với)."""
    spoken = f" {' '.join(words(text))} "
    said = (fold(word) for row in rows("questions", "comparing", WordsRow) for word in row.words)
    return any(f" {word} " in spoken for word in said)


def _of_one_year(found: list[Period]) -> list[Period]:
    """Two times, of which one alone has its year, as of that year: quý I so với quý II năm 2026."""
    years = {one.year for one in found if one.year}
    if len(found) != 2 or len(years) != 1:
        return found
    return [replace(one, year=one.year or years.copy().pop()) for one in found]


def year_apart(found: Sequence[Period]) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """The times with the year that is named elsewhere in the question, and that year, which then
    tells no more: "việc nào năm 2022 xong trong quý III"."""
    years = [one for one in found if one.year and one.whole_year and one.sense == "within"]
    without = [one for one in found if one.year is None]
    if len(found) != 2 or len(years) != 1 or len(without) != 1:
        return tuple(found), ()
    return (replace(without[0], year=years[0].year),), (years[0],)


def _following(text: str) -> Callable[[Period, Period], Period | None]:
    """Times that follow one another as one: quý II và quý III năm 2025."""

    def joined(one: Period, other: Period) -> Period | None:
        if not _follows(one, other, text):
            return None
        later = other.year if one.year and other.year and other.year > one.year else None
        return replace(
            one, text=text[one.start : other.end], end=other.end, last=other.last,
            year=one.year or other.year, last_year=later,
        )  # fmt: skip

    return joined


def _follows(one: Period, other: Period, text: str) -> bool:
    """Whether the second begins on the day after the first, and both are named in one breath."""
    joint = fold(text[one.end : other.start]).strip()
    if joint not in _JOINTS or {one.sense, other.sense} != {"within"} or one.last_year:
        return False
    if one.year and other.year and one.year != other.year:  # năm 2025 và 2026
        return one.whole_year and other.whole_year and other.year == one.year + 1
    year = one.year or other.year or LEAP
    return day_after(_iso(year, one.last)) == _iso(year, other.first)


def _read(text: str, today: date) -> Iterator[Period]:
    for match in _time().finditer(fold(text)):
        group = match.groupdict()
        found = meaning(group, today)
        if found is None:
            continue
        first, last, year, until = found
        start, end = match.span()
        lead = " ".join((group["s"] or "").split())
        if lead and not _is_written(text[slice(*match.span("s"))], lead):
            if group["now"]:
                continue  # "đầu tư hiện nay" is no "từ nay"
            start, lead = match.end("s") + 1, ""
        kind = _leads().get(lead, "")
        sense = "within" if group["r0"] and kind == "from" else _SENSES.get(kind, "within")
        strict = kind in _STRICT
        yield Period(text[start:end], start, end, first, last, year, sense, strict, until)


def _iso(year: int, day: tuple[int, int]) -> str:
    """A day of the year; the last of February is that of the year."""
    return f"{year}-{day[0]:02}-{min(day[1], monthrange(year, day[0])[1]):02}"


def _joined(one: Period, other: Period, text: str) -> Period:
    """From the first day of one to the last of the other."""
    year = one.year or other.year
    end = other.year if other.year and other.year != year else None
    if one.year and not other.year and other.last < one.first:  # từ tháng 11/2025 đến tháng 2
        end = one.year + 1
    return replace(
        one, text=text[one.start : other.end], end=other.end, last=other.last,
        year=year, sense="within", strict=False, last_year=end,
    )  # fmt: skip


@cache
def _time() -> re.Pattern[str]:
    return time_after(_leads())


def _is_written(said: str, lead: str) -> bool:
    """Whether the words before a time are written with all their marks or none: "tư" is no
    "từ"."""
    return said.isascii() or " ".join(said.lower().split()) in _spellings().get(lead, ())


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """Folded words before a time → as they are rightly written."""
    written = {"trong", "vào"} | {word for row in _lead_rows() for word in row.words}
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(written):
        found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


def _lead_rows() -> tuple[LeadRow, ...]:
    return (*rows("times", "cue", LeadRow), *rows("questions", "lead", LeadRow))


@cache
def _leads() -> dict[str, str]:
    """Folded words before a time → what they make of it; "trong", "vào" leave it as it is. What
    asks by itself is no such word ("hoàn thành trong")."""
    found = {fold(w): row.kind for row in rows("times", "cue", LeadRow) for w in row.words}
    own = {fold(w): row.kind for row in rows("questions", "lead", LeadRow) for w in row.words}
    asking = {" ".join(key) for key in cues()}
    return (
        {"trong": "", "vao": ""}
        | own
        | {
            words: kind
            for words, kind in found.items()
            if not any(words.startswith(f"{cue} ") for cue in asking)
        }
    )
