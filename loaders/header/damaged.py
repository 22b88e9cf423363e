"""Names of organs whose letters were lost or words glued together (tên cơ quan bị hỏng).

A font or a program that lacks the letters with two marks drops them ("Y BAN NHÂN DÂN", "HI ĐNG NHÂN
DÂN"); pages glue words over a line's end ("BộtrưởngBộ Y tế"). Without blanks and such letters both
are what the known name is; the name stands for the words where it is the only one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from graph.vocabulary import every_province
from graph.words.authorities import authorities, by_name, head_titles
from graph.words.places import place_words

_WORD = re.compile(r"\S+")
_LOST = re.compile("[\u1ea0-\u1ef9]")
_SIGNS = re.compile(r"[\W_]+")
#: letters that a name must have left to be told, and words that one takes
_FEWEST, _MOST = 6, 12


@lru_cache(maxsize=4096)
def repaired(words: str) -> str:
    """The words with the organ they begin with as it is known; as they are when none is meant."""
    if by_name(words) is not None or not words:
        return words
    for name, rest in _readings(words.split()):
        mended = " ".join((name, *_places(rest)))
        if by_name(mended) is not None:
            return mended.upper() if words.isupper() else mended
    return words


def _readings(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Known names that the words begin with, the longest first, and what follows them."""
    for length in range(min(len(words), _MOST), 0, -1):
        name = _names().get(_key(words[:length])) or _glued().get(_joined(words[:length]))
        if name is not None:
            yield name, words[length:]
    for length in range(min(len(words), _MOST) - 1, 0, -1):
        title = _titles().get(_key(words[:length]))
        if title is not None:
            for name, rest in _readings(words[length:]):
                yield f"{title} {name}", rest


def _places(words: list[str]) -> list[str]:
    """The words of a place, "TNH AN GIANG" with the letter that "TỈNH" lost."""
    for length in (2, 1):
        said = _place_words().get(_key(words[:length])) if len(words) > length else None
        if said is not None:
            return [said, *_province(words[length:])]
    return _province(words)


def _province(words: list[str]) -> list[str]:
    known = _provinces().get(_key(words))
    return [known] if known else words


def _key(words: Iterable[str]) -> str:
    return _LOST.sub("", _joined(words))


def _joined(words: Iterable[str]) -> str:
    return _SIGNS.sub("", "".join(words).lower())


def _keyed(names: Iterable[str], fewest: int) -> dict[str, str]:
    """Names by what is left of them, where that is enough and no other's."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(_key((name,)), set()).add(name)
    return {k: min(said) for k, said in found.items() if len(said) == 1 and len(k) >= fewest}


@cache
def _names() -> dict[str, str]:
    return _keyed(_all_names(), _FEWEST)


@cache
def _glued() -> dict[str, str]:
    """Names without their blanks, and with the word of a place glued on (ỦY BAN NHÂN DÂNTỈNH)."""
    places = [row.words for row in place_words() if not row.short]
    placed = {_joined((n, place)): f"{n} {place}" for n in _all_names() for place in places}
    return placed | {_joined((name,)): name for name in _all_names()}


@cache
def _all_names() -> frozenset[str]:
    return frozenset(n for row in authorities() for n in (row.name, *row.aliases))


@cache
def _titles() -> dict[str, str]:
    return _keyed(head_titles(), 4)


@cache
def _provinces() -> dict[str, str]:
    return _keyed((row.name for row in every_province().values()), 4)


@cache
def _place_words() -> dict[str, str]:
    return _keyed((row.words for row in place_words() if not row.short), 2)
