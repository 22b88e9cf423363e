"""The titles of laws that are known (``laws.toml``), as their words are compared (tên luật)."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from graph.vocabulary import Row, rows
from graph.words.folding import fold
from graph.words.law_titles import short_forms
from loaders.layout.letters import LOWER, UPPER

_WORD = re.compile(r"[^\W_]+")
#: two words run into each other: "Tổ chứcHĐND"
_GLUED = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
#: "sỹ" and "sĩ", "kỹ" and "kĩ" are one
_LAST_Y = re.compile(r"(?<=^[hklmst])y$")
#: more than a syllable: vowels on both sides of a consonant, though a vowel may begin it (uyban)
_SYLLABLES = re.compile(r"[aeiouy][^aeiouy]+[aeiouy]|.{8}")


class LawRow(Row):
    """The title of a law (tên luật, ``laws.toml``)."""

    name: str


@cache
def titles() -> dict[tuple[str, ...], str]:
    """Folded words of a whole name → the name as it is written."""
    return {folded_words(row.name): row.name for row in rows("laws", "law", LawRow)}


@cache
def tails() -> frozenset[tuple[str, ...]]:
    """The folded words of every title after Luật, Bộ luật, Pháp lệnh."""
    heads = {"luat": 1, "bo": 2, "phap": 2}
    return frozenset(words[heads[words[0]] :] for words in titles())


@cache
def tails_without_and() -> frozenset[tuple[str, ...]]:
    """The titles without their "và", for which a comma may stand (phí, lệ phí: phí và lệ phí)."""
    return frozenset(without_and(words) for words in tails() if "va" in words)


def without_and(words: Sequence[str]) -> tuple[str, ...]:
    """Folded words but "và"."""
    return tuple([word for word in words if word != "va"])


@cache
def beginnings() -> frozenset[tuple[str, ...]]:
    """The first words of titles that are no titles themselves (Luật Thuế, Luật Thuế thu)."""
    return frozenset(t[:n] for t in tails() for n in range(1, len(t)) if t[:n] not in tails())


@cache
def single_titles() -> frozenset[str]:
    """The titles of one word, with their diacritics (Luật Giá)."""
    names = (row.name.lower().split() for row in rows("laws", "law", LawRow))
    return frozenset(words[1] for words in names if len(words) == 2)


@cache
def run_together() -> dict[str, str]:
    """Every title without blanks → as it is written (chữ dính nhau)."""
    return {together(words): name for words, name in titles().items()}


def together(words: Sequence[str]) -> str:
    """Folded words without blanks, "y" and "i" the same wherever a word may end."""
    return "".join(words).replace("y", "i")


@cache
def _tails_together() -> frozenset[str]:
    return frozenset(together(words) for words in tails())


def glued_length(folded: tuple[str, ...]) -> int:
    """How many of these words make a title, some run into each other ("Hội đồngnhân dân"); or 0."""
    if any(_SYLLABLES.search(word) for word in folded):
        for length in range(len(folded), 1, -1):
            if together(folded[:length]) in _tails_together():
                return length
    return 0


def unglued(name: str) -> str:
    """A name with a blank where a capital is glued to the word before it ("chứcHĐND")."""
    return _GLUED.sub(" ", name)


def is_glued(name: str, known: str) -> bool:
    """Whether words of the known title run into each other in ``name``."""
    return len(folded_words(name)) < len(folded_words(known))


@lru_cache(maxsize=8192)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name folded, short forms spelt out."""
    return tuple(part for word in _WORD.findall(name) for part in spoken(word))


@lru_cache(maxsize=8192)
def spoken(word: str) -> tuple[str, ...]:
    """A word folded, a short form spelt out (BHXH: bao hiem xa hoi)."""
    parts = (word,) if word[1:].islower() or word.isupper() else _GLUED.split(word)
    words = (w for part in parts for w in fold(short_forms().get(part, part)).split())
    return tuple(_LAST_Y.sub("i", word) for word in words)


def is_exact(title: str) -> bool:
    """Whether a title of one word is written with its diacritics: Luật Giá, but no Luật gia."""
    return title.strip().lower() in single_titles()
