"""Who decides and who signs, as lines say it (thẩm quyền, chức vụ, họ tên người ký)."""

import re
from functools import cache

from graph.vocabulary import rows
from graph.words.authorities import by_name
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.unit_words import begins_organ
from loaders.layout.thethuc import LineRow, flat, letterhead_words, line_pattern

#: levels of organs that decide by their head alone
_BY_THEIR_HEAD = {"department", "ministry"}
#: words of an office alone, and the first word of those that are not the first of their organ
_OFFICE_WORDS = 3
_DEPUTY = "pho "


def is_officer(words: str) -> bool:
    """Whether a line says who signs (chức vụ người ký)."""
    if not words.isupper() or begins_with_surname(words):
        return False
    return after_order(words) > 0 or _officers().match(flat(words[:40])) is not None


def after_order(words: str) -> int:
    """Where the organ or office begins that somebody signs for ("KT. "); 0 without such a mark."""
    order = _orders().match(fold(words[:40]))
    return order.end() if order else 0


@cache
def _orders() -> re.Pattern[str]:
    words = any_of(map(flat, letterhead_words("in_place")))
    return re.compile(rf"{words}(?:\.\s*|(?<=\.)\s*|\s+)(?=[a-z])")


@cache
def _officers() -> re.Pattern[str]:
    return re.compile(rf"(?:{_DEPUTY})?{line_pattern('officer').pattern}")


def begins_with_surname(words: str) -> bool:
    """Whether a line begins with a surname that an office's first word is like: "TRƯƠNG VĂN AN",
    but no misread "TRƯƠNG PHÒNG"."""
    first, _, rest = words.partition(" ")
    names = letterhead_words("surname")
    return first in names or (first.capitalize() in names and not begins_organ(rest))


def decides(words: str, *, alone: bool) -> bool:
    """Whether a line in capitals is who decides, under what is decided: "CỦA BAN BÍ THƯ".

    A department or ministry does so by its head (thẩm quyền ban hành): its bare name may be the
    end of a title, unless it stands ``alone`` in a paragraph.
    """
    found = by_name(words.removeprefix("CỦA "))
    known = found is not None and (alone or found[0].level not in _BY_THEIR_HEAD)
    return known or is_officer(words)


def is_signing(words: str) -> bool:
    """Whether a line is nothing but who signs: "KT. GIÁM ĐỐC", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"."""
    placed = after_order(words) > 0 or flat(words[:40]).startswith(_DEPUTY)
    return (placed or len(words.split()) <= _OFFICE_WORDS) and is_officer(words)


def is_charge(words: str) -> bool:
    """Whether a line goes on with the office above it: "PHỤ TRÁCH"."""
    return line_pattern("in_charge").fullmatch(flat(words.strip("() "))) is not None


def after_rank(words: str) -> int:
    """Where the name behind a rank or degree begins ("Đại tá "); 0 without one."""
    rank = _ranks().match(fold(words[:40]))
    return rank.end() if rank else 0


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(map(flat, letterhead_words('rank')))}(?:[.,]\s*)*\s*(?<=[\s.,]))+(?=\w)"
    )


def without_mark(words: str) -> str:
    """A line without the mark that it was signed ("(Đã ký)"); the line itself where it has none."""
    found = _marks().search(fold(words))
    return f"{words[: found.start()]}{words[found.end() :]}".strip() if found else words


@cache
def _marks() -> re.Pattern[str]:
    words = any_of(flat(row.words) for row in rows("letterhead", "signed", LineRow))
    return re.compile(rf"(?<![a-z]){words}(?![a-z])")


def last_office_at(words: str) -> int:
    """Where the last office named in a line begins; 0 when none is named."""
    found = [m.start() for m in _office_names().finditer(fold(words))]
    return found[-1] if found else 0


@cache
def _office_names() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){_officers().pattern}")
