"""Numbers in Vietnamese words (số bằng chữ): "ba trăm bốn mươi chín triệu" is 349 000 000."""

from functools import cache
from typing import Literal

from graph.vocabulary import Row, rows


class NumberWordRow(Row):
    """A word of numbers (``lint.toml``); ``kind`` says what it does to those before it."""

    word: str
    value: int
    kind: Literal["digit", "added", "times", "scale", "filler"]


def number_of(words: str) -> int | None:
    """The whole number that the words tell; None when one of them is no word of numbers.

    "mười" is ten, "mươi" and "trăm" multiply the digit before them;
    nghìn, triệu, tỷ multiply what stands before them.
    """
    total, section, group, digit = 0, 0, 0, 0
    known = _words()
    parts = words.lower().replace(",", " ").split()
    for word in parts:
        row = known.get(word)
        if row is None:
            return None
        if row.kind == "digit":
            digit = row.value
        elif row.kind == "added":
            group += row.value
        elif row.kind == "times":
            group, digit = group + digit * row.value, 0
        elif row.kind == "scale" and row.value < BILLION:
            section, group, digit = section + (group + digit) * row.value, 0, 0
        elif row.kind == "scale":
            total, section, group, digit = (total + section + group + digit) * BILLION, 0, 0, 0
    return total + section + group + digit if parts else None


BILLION = 10**9


@cache
def _words() -> dict[str, NumberWordRow]:
    return {row.word: row for row in rows("lint", "number", NumberWordRow)}
