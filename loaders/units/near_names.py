"""The listed organ that a misread name means, where one alone is near (tên bị nhận dạng sai)."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from graph.words.authorities import Authority, authorities
from graph.words.places import province_of
from graph.words.spelling import spell_out

_NEAR = 0.88  # likeness of folded names below which nothing is guessed
_OWN_PLACE = re.compile(r"\s(?:tỉnh|Tỉnh|thành phố|Thành phố)$")
_LIKE = 0.6  # likeness of two words that may be one, misread
_CLEAR = 0.05  # how much nearer the best must be than the second
_DIGITS = re.compile(r"\d+|\b[ivx]+\b")


def near_name(name: str) -> tuple[Authority, str | None] | None:
    """The one listed organ whose name is nearly this (lỗi nhận dạng chữ); not one of other digits.

    The head word must be right and no second name as near.
    """
    words = [w.folded for w in spell_out(_OWN_PLACE.sub("", name))]
    if len(words) < 3 or not _by_head(words[0]):
        return None
    cut = next((i for i in range(len(words), 2, -1) if province_of(" ".join(words[i:]))), None)
    place = province_of(" ".join(words[cut:])) if cut else None
    said = " ".join(words[:cut])
    likeness = ((_likeness(said, other, _NEAR - _CLEAR), other) for other in _by_head(words[0]))
    ranked = sorted(likeness, reverse=True)
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if ranked[0][0] < _NEAR or ranked[0][0] - second < _CLEAR:
        return None
    if not _word_by_word(said, ranked[0][1]):
        return None
    return _by_head(words[0])[ranked[0][1]], place


def _likeness(said: str, name: str, least: float) -> float:
    """How like two names are; 0 where their lengths or letters say that it is below ``least``."""
    if 2 * min(len(said), len(name)) < least * (len(said) + len(name)):
        return 0.0
    matcher = SequenceMatcher(None, said, name)
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0


def _word_by_word(said: str, name: str) -> bool:
    """Whether digits are the same and, outside ministries, each word looks like its counterpart.

    A word of other listed names is none misread: "Văn phòng Trung ương Đoàn" is not the Đảng's.
    """
    if _DIGITS.findall(said) != _DIGITS.findall(name):
        return False
    pairs = list(zip(said.split(), name.split(), strict=False))
    if len(said.split()) == len(name.split()) and any(a != b and a in _words() for a, b in pairs):
        return False
    if said.startswith(("so ", "bo ")):
        return True
    same_length = len(said.split()) == len(name.split())
    return same_length and all(SequenceMatcher(None, a, b).ratio() >= _LIKE for a, b in pairs)


@cache
def _words() -> frozenset[str]:
    """The folded words of all listed names."""
    return frozenset(w.folded for row in authorities() for w in spell_out(row.name))


@cache
def _by_head(head: str) -> dict[str, Authority]:
    """Folded name → row, of the organs whose name begins with ``head``."""
    names: Sequence[tuple[str, Authority]] = [
        (" ".join(w.folded for w in spell_out(row.name)), row) for row in authorities()
    ]
    return {name: row for name, row in names if name.startswith(f"{head} ")}
