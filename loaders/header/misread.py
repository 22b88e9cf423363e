"""Days of letterheads whose figures a scanner misread (ngày, tháng bị nhận dạng sai)."""

import re

#: letters that are read for figures
_LETTERS = str.maketrans("lIOoÔÓ", "110000")
_FIGURE = re.compile(r"(?<=\d)[lIOoÔÓ]|[lIOoÔÓ](?=\d)")
#: a day that holds something else than figures, between the words of a date
_UNREAD = re.compile(r"(?<=ngày)\s{1,3}(?=\S{0,2}[^\s\d])\S{1,3}(?=\s{0,2}tháng)")


#: the year in a number, letters read among its figures: 6/2O13/TT-BNV
_YEAR = re.compile(r"(?<=\d/)[12][\dOol]{3}(?=\s?/)")


def legible_year(words: str) -> str:
    """The words, sign for sign, with the figures of a number's year."""
    return _YEAR.sub(lambda read: read[0].translate(_LETTERS), words) if "/" in words else words


def legible_date(words: str) -> str:
    """The words, sign for sign, with figures where letters stand for them beside others.

    A day that still is none is left out as a blank: its month and year are known all the same.
    """
    figures = _FIGURE.sub(lambda read: read[0].translate(_LETTERS), words)
    return _UNREAD.sub(lambda read: "." * len(read[0]), figures)
