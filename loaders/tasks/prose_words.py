"""Words of prose that give, open and close duties, from ``roles.toml`` (từ ngữ giao việc)."""

import re
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of

_FARTHEST_OPENING = 200  # characters of a circumstance between a unit and its verb


class ProseWordsRow(Row):
    """Words of prose that assign, open or close a duty (``roles.toml``)."""

    words: tuple[str, ...]
    role: str = ""
    strong: bool = False
    examples: tuple[str, ...] = ()


class PhraseRow(Row):
    """A phrase of prose that a pattern describes (``roles.toml``)."""

    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a duty begins: the unit's role and whether it is said outright."""

    role: str
    strong: bool
    end: int


def read_opening(content: str, start: int, end: int) -> Opening | None:
    """The role that the first words of a duty give; None when they give none."""
    said = content[start : min(end, start + _FARTHEST_OPENING + 40)].lower()
    match = _openings().match(said) or _leading(said)
    if match is None:
        return None
    after = said[match.end() : match.end() + 24].strip(" ,")
    if any(after.startswith(w) for w in words_in("meeting")):
        return None
    row = _opening_rows()[match["opening"]]
    return Opening(row.role, row.strong, start + match.end())


def _leading(said: str) -> re.Match[str] | None:
    """That the unit leads, told after an adverb or a circumstance of its own.

    "khẩn trương chủ trì …", "căn cứ chức năng, nhiệm vụ được giao, chủ trì …".
    """
    match = _late_openings().match(said)
    return match if match and _opening_rows()[match["opening"]].role == "lead" else None


@cache
def words_of(key: str) -> re.Pattern[str]:
    """A pattern for the words of a table of ``roles.toml``, the longest first."""
    return re.compile(rf"{any_word(key)}(?!\w)")


@cache
def lays_on() -> re.Pattern[str]:
    """Words without which no sentence by itself lays anything on a unit, in small letters."""
    leads = (word for word, row in _opening_rows().items() if row.role == "lead")
    words = {*words_in("assign"), *words_in("giving"), *words_in("bound"), *leads}
    return re.compile(any_of(map(str.lower, words)))


@cache
def pattern_of(key: str) -> re.Pattern[str]:
    """One pattern for the phrases of a table of ``roles.toml``.

    Those that stand at the beginning alone are one branch, left at once anywhere else.
    """
    patterns = [row.pattern for row in rows("roles", key, PhraseRow)]
    first = "|".join(f"(?:{pattern[1:]})" for pattern in patterns if pattern[0] == "^")
    anywhere = [f"(?:{pattern})" for pattern in patterns if pattern[0] != "^"]
    return re.compile("|".join([f"^(?:{first})", *anywhere] if first else anywhere))


@cache
def role_words() -> dict[str, str]:
    """What a role is called, in small letters ("chủ trì") → the role."""
    return {w: row.role for row in rows("roles", "said_role", ProseWordsRow) for w in row.words}


@cache
def role_signs() -> dict[str, str]:
    """Signs that say a role by themselves, in capitals ("CT", "PH") → the role."""
    return {w: row.role for row in rows("roles", "mark", ProseWordsRow) for w in row.words}


def any_word(key: str) -> str:
    """A pattern of the words of a table of ``roles.toml``."""
    return any_of(words_in(key))


@cache
def words_in(key: str) -> tuple[str, ...]:
    """The words of a table of ``roles.toml``, the longest first."""
    found = [w for r in rows("roles", key, ProseWordsRow) for w in r.words]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _opening_rows() -> dict[str, ProseWordsRow]:
    return {w: row for row in rows("roles", "opening", ProseWordsRow) for w in row.words}


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?P<opening>{any_of(_opening_rows())})(?!\w)")


@cache
def _late_openings() -> re.Pattern[str]:
    adverbs, grounds = (any_word(key) for key in ("adverb", "ground"))
    given = "|".join(f"(?<={word})" for word in words_in("given_end"))
    circumstance = rf"(?:{grounds})\s[^.;:]{{3,{_FARTHEST_OPENING}}}?"
    before = rf"(?:(?:{adverbs}),?\s+)+|{circumstance}(?:,|{given})\s+"
    return re.compile(rf"(?:{before}){_openings().pattern}")
