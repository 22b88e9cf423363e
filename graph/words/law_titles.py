"""Titles of laws with their short forms spelt out (Luật BHXH: Luật bảo hiểm xã hội)."""

import re
from functools import cache

from graph.vocabulary import Row, rows

_CAPITALS = re.compile(r"(?<![^\W_])[A-ZĐ]{2,}(?![^\W_])")


class ShortFormRow(Row):
    """A short form inside the title of a law (chữ viết tắt trong tên luật, ``laws.toml``)."""

    short: str
    long: str


@cache
def short_forms() -> dict[str, str]:
    """Short form → what it stands for, in small letters."""
    return {row.short: row.long for row in rows("laws", "short_form", ShortFormRow)}


def spell_out_title(name: str) -> str:
    """The title with what its short forms stand for; titles of one law meet in it."""
    return _CAPITALS.sub(lambda word: short_forms().get(word.group(), word.group()), name)
