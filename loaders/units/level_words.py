"""A level or owner behind a name, written short or misread: "các tinh, TP trực thuộc TW"."""

import re
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.authorities import Authority, by_name
from loaders.units.plurals import begins_plural
from loaders.units.scope import Scope

_OF_PROVINCE = " cấp tỉnh"


class LevelWordRow(Row):
    """A way to write a level and what it stands for (``units.toml``)."""

    pattern: str
    means: str
    examples: tuple[str, ...]
    misses: tuple[str, ...] = ()


def mend_level(name: str) -> str:
    """The name with its level in full, for comparison."""
    for pattern, means in _level_words():
        name = pattern.sub(means, name)
    return name


def mend_in_place(words: str) -> str:
    """A list with its misread levels mended where that moves nothing: "Cục Thuế tinh A, B"."""
    for pattern, means in _level_words():
        found = [m.span() for m in pattern.finditer(words) if len(m[0]) == len(means)]
        for start, end in found:
            words = f"{words[:start]}{means}{words[end:]}"
    return words


def of_own_level(name: str, scope: Scope) -> tuple[Authority, str | None] | None:
    """The organ of its own province that a province's paper calls one "cấp tỉnh"."""
    if scope.jurisdiction is None or not name.endswith(_OF_PROVINCE) or begins_plural(name):
        return None
    known = by_name(name.removesuffix(_OF_PROVINCE))
    return known if known and known[0].scope == "province" else None


@cache
def _level_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = rows("units", "level_word", LevelWordRow)
    return tuple((re.compile(row.pattern), row.means) for row in found)
