"""Branches listed by name, organs that share one level (các ngành Công an, Thuế; Đảng ủy, UBND xã).

"Đảng ủy, UBND các xã" are two organs of one level; "các ngành Công an, Thuế" two branches.
"""

import re
from functools import cache

from graph.words.places import place_pattern
from graph.words.unit_words import listed
from loaders.units.shared_heads import NamePart

_SIGN = r"(?:,\s(?:và\s)?|\svà\s)"
_PREFIX = "ngành "


@cache
def branches() -> re.Pattern[str]:
    """ "các ngành" and two or more of them by name."""
    name = rf"(?:ngành\s)?{listed('branch')}(?!\w)"
    return re.compile(rf"[Cc]ác ngành(?:\s*:\s*|\s){name}(?:{_SIGN}{name})+")


@cache
def before_level() -> re.Pattern[str]:
    """An organ without its level, which the last of those behind it names for all."""
    organ = rf"{listed('before_level')}(?:\sViệt Nam)?"
    return re.compile(rf"{organ}(?=(?:{_SIGN}{organ})+\s(?:các|cấp|{place_pattern()})(?!\w))")


def branch_names(words: str, start: int, end: int) -> list[NamePart]:
    """Each branch of a list that is nothing else, "ngành" before it; nothing for other lists."""
    if branches().fullmatch(words, start, end) is None:
        return []
    first = words.index("ngành", start) + len("ngành")
    found = re.compile(rf"{listed('branch')}(?!\w)").finditer(words, first, end)
    return [NamePart(name.start(), name.end(), _PREFIX) for name in found]
