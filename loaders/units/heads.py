"""Words that begin the name of a unit (Sở, Bộ, Phòng …) and where one begins."""

import re
from functools import cache

from graph.authorities import begins_with
from graph.unit_words import HeadWordRow, UnitWordsRow
from graph.vocabulary import rows

_CAPITALS = 8  # characters that tell capitals from a short form
_LONGEST_NAME = 160  # characters


def begins_unit(words: str, at: int = 0) -> bool:
    """Whether a unit's name begins at ``at``; in capitals only a listed one does."""
    if head_pattern().match(words, at):
        return True
    return in_capitals(words, at) and begins_with(words[at : at + _LONGEST_NAME]) is not None


def in_capitals(words: str, at: int) -> bool:
    """Whether the words are set in capitals, as titles are."""
    return words[at : at + _CAPITALS].isupper()


@cache
def head_pattern() -> re.Pattern[str]:
    """A head word where it can begin a name."""
    heads = sorted((r.word for r in rows("units", "head", HeadWordRow)), key=len, reverse=True)
    none = "|".join(w for r in rows("units", "no_head", UnitWordsRow) for w in r.words)
    single = rf"(?:{'|'.join(heads)})(?!\w)(?!\s*[,;/:]|\s+(?:{none})(?!\w))"
    return re.compile(rf"(?:Các|các|Những|Toàn thể)\s|{single}")


def is_head_alone(name: str) -> bool:
    """Whether a name is nothing but a head word that could be any unit's (Quỹ, Hội đồng)."""
    return any(name == r.word and not r.within for r in rows("units", "head", HeadWordRow))


@cache
def within_pattern() -> re.Pattern[str]:
    """A head word of a unit that belongs to the organ whose document names it."""
    heads = [r.word for r in rows("units", "head", HeadWordRow) if r.within]
    return re.compile(rf"(?:{'|'.join(sorted(heads, key=len, reverse=True))})(?!\w)")
