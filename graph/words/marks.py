"""Vietnamese marks: words that differ in them alone, and which spelling is right (dấu).

A scanner and a hasty hand change marks ("Chính phú", "Luật Thué"); where the tone of a diphthong
stands ("Hoá", "Hóa") is a matter of taste and no misprint.
"""

import re
import unicodedata
from functools import lru_cache

from graph.words.folding import fold

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def is_misprint(printed: str, right: str) -> bool:
    """Whether ``printed`` is ``right`` with other marks, be it in any case (sai dấu)."""
    if printed == right:
        return False
    one, other = _WORD.findall(printed), _WORD.findall(right)
    if [fold(word) for word in one] != [fold(word) for word in other]:
        return False
    return list(map(_signs, one)) != list(map(_signs, other))


def mend(printed: str, right: str, *, first: bool = False) -> str:
    """``printed`` with ``right`` in the place of the words that are it with other marks.

    ``first``: only where they begin it.

    Words in capitals stay as they are: scanners lose their marks more often than they change them.
    """
    if not _folded(right) <= _folded(printed):
        return printed  # another name altogether, as most are
    words, length = printed.split(), len(right.split())
    opening = fold(_WORD.findall(right)[0])  # what a place must begin with, to be looked at
    for start in range(1 if first else len(words) - length + 1):
        if (said := _folded(words[start])) and opening not in said:
            continue
        part = " ".join(words[start : start + length])
        if is_misprint(part, right) and not part.isupper():
            return " ".join((*words[:start], right, *words[start + length :]))
    return printed


def lost_marks(printed: str, right: str) -> bool:
    """Whether ``printed`` can be ``right`` that lost marks: "VÂN PHONG" is no "Văn phòng".

    A scanner that changes the marks of one word leaves those of another ("VÂN PHÒNG").
    """
    pairs = list(zip(_WORD.findall(printed), _WORD.findall(right), strict=False))
    other = any(set(_signs(said)) - set(_signs(word)) for said, word in pairs)
    kept = any(not said.isascii() and _signs(said) == _signs(word) for said, word in pairs)
    return kept or not other


@lru_cache(maxsize=8192)
def _folded(name: str) -> frozenset[str]:
    """The words of a name without their marks."""
    return frozenset(map(fold, _WORD.findall(name)))


def _signs(word: str) -> list[str]:
    """The letters and marks of a word, wherever in it a mark stands."""
    return sorted(unicodedata.normalize("NFD", word.lower().replace("đ", "d\u0335")))
