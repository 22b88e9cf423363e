"""Where one organ ends and the next begins without any sign between them, as lines of a cell do."""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.authorities import begins_with, by_name
from graph.words.unit_words import listed
from loaders.layout.letters import LOWER, UPPER

_LONGEST_HEAD = 20  # characters
_LONGEST_NAME = 160  # characters


def next_organs(words: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The blanks before words that may begin another organ."""
    for match in _next().finditer(words, start, end + _LONGEST_HEAD):
        if start < match.start() < end:
            yield match


def ends_before(one: str, words: str, blank: re.Match[str]) -> bool:
    """Whether ``one`` is a whole name, so that the words behind the blank begin another."""
    at = blank.end()
    if known := by_name(one):
        whole = begins_with(words[blank.start() - len(one) :][:_LONGEST_NAME])
        return whole is not None and whole[0] == known[0] and whole[2] <= len(one)
    first = _first().match(one)
    if first is None:
        return False
    return words.startswith(f"{first['kind']} ", at) or (
        first["kind"] in ("Vụ", "Cục")
        and _beside().match(words, at) is not None
        and (first["kind"] == "Vụ" or words.startswith("Vụ ", at))
    )


@cache
def _next() -> re.Pattern[str]:
    heads = rf"(?:{listed('kind')}|{listed('follower')})"
    return re.compile(rf" (?=(?!Bộ đội ){heads} |[Cc]ác (?:bộ|sở|cơ quan|đơn vị)(?!\w))")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"(?P<kind>{listed('kind')}) (?=[{UPPER}][{LOWER}])")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"{listed('of_ministry')} ")
