"""Encodings from before Unicode (TCVN3, VNI): recognised by the words they give, read by table.

Such a file holds signs of windows-1252 that its font shows as Vietnamese letters: "nh©n d©n". A
Word document names the font, so each run is sure; elsewhere the text is tried in each encoding, and
the one by which it gains common words is its own.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from graph.vocabulary import Row, rows

#: letters that only Unicode text holds
_UNICODE = re.compile("[\u0102\u0103\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
_SIGNS = re.compile("[\u00a1-\u00ff]")
_WORD = re.compile(r"[^\W\d_]+")
#: a hyphen that can only be the soft one: after the consonants that begin a syllable, or before
#: the letters that follow "ư" where the syllable begins with it
_SOFT = re.compile(
    "(?<![\\w\xa1-\xff])(?:([A-Z§]?[bcdghiklmnprstvx®]{1,3}|[A-Z§])-(?=[a-z\xa8-\xff\\s,.;:)]|$)"
    "|()-(?=[u\xac\xea-\xed]|ng))"
)
#: characters looked at, and the common words that decide
_SAMPLE, _ENOUGH = 60_000, 3


class Sample(Row):
    """Words in an old encoding, and what they are."""

    old: str
    new: str


class Mark(Row):
    """A sign that marks the vowel before it."""

    sign: str
    mark: str


class EncodingRow(Row):
    """An encoding (bảng mã, ``encodings.toml``)."""

    id: str
    source: str
    old: str
    new: str
    bases: str = ""
    marks: tuple[Mark, ...] = ()
    fonts: tuple[str, ...]
    capitals: str = ""
    samples: tuple[Sample, ...]


class PictureFontRow(Row):
    """A font whose letters are signs (phông ký hiệu, ``encodings.toml``)."""

    name: str
    old: str
    new: str
    examples: tuple[Sample, ...]


class FrequentRow(Row):
    """A word that no Vietnamese document is without (``encodings.toml``)."""

    word: str
    examples: tuple[str, ...]


@cache
def encodings() -> tuple[EncodingRow, ...]:
    """The encodings known."""
    return rows("encodings", "encoding", EncodingRow)


def recoded(text: str) -> str | None:
    """The text in Unicode when it was written in an old encoding (đổi bảng mã); else None."""
    encoding = encoding_of(text)
    return converter(encoding)(text) if encoding else None


def encoding_of(text: str) -> str | None:
    """The old encoding of a text by its words (nhận bảng mã); None where that is not sure."""
    sample = text[:_SAMPLE]
    if sample.isascii() or _UNICODE.search(sample) or not _SIGNS.search(sample):
        return None
    scores = {row.id: _common(converter(row.id)(sample)) for row in encodings()}
    best = max(scores, key=lambda id: scores[id])
    others = [_common(sample), *(score for id, score in scores.items() if id != best)]
    return best if scores[best] >= _ENOUGH and scores[best] > 2 * max(others) else None


def says_more(one: str, other: str) -> bool:
    """Whether the one of two readings of a file surely holds the common words of Vietnamese."""
    score = _common(one[:_SAMPLE])
    return score >= _ENOUGH and score > 2 * _common(other[:_SAMPLE])


@lru_cache(maxsize=256)
def font_encoding(font: str | None) -> tuple[str, bool] | None:
    """The encoding of a font's letters, and whether it prints all as capitals; None: Unicode."""
    for row in encodings() if font else ():
        if font and font.startswith(row.fonts):
            return row.id, bool(row.capitals) and font.endswith(row.capitals)
    return None


def in_font(words: str, font: str | None, usual: str | None = None) -> str:
    """Words as a font shows them (chữ theo phông); ``usual``: for other fonts."""
    if font in _pictured():
        return words.translate(_pictured()[font])
    encoding, capitals = font_encoding(font) or (usual, False)
    if encoding and not words.isascii() and not _UNICODE.search(words):
        words = converter(encoding)(words)
    return words.upper() if capitals else words


@cache
def _pictured() -> dict[str | None, dict[int, str]]:
    """What each letter of a font of pictures shows; its own place and that at U+F000 more."""
    found: dict[str | None, dict[int, str]] = {}
    for row in rows("encodings", "picture_font", PictureFontRow):
        signs = {ord(old): new for old, new in zip(row.old, row.new, strict=True)}
        found[row.name] = signs | {0xF000 + code: sign for code, sign in signs.items()}
    return found


def horned(words: str, encoding: str) -> str:
    """TCVN3 with the signs of "ư" for which the text of a pdf has hyphens: "l-êng", "T- ph¸p"."""
    return words if encoding != "tcvn3" else _SOFT.sub("\\1\xad", words)


@cache
def converter(id: str) -> Callable[[str], str]:
    """What turns signs of an encoding into letters."""
    row = next(row for row in encodings() if row.id == id)
    letters = str.maketrans(row.old, row.new)
    if not row.marks:
        return lambda words: words.translate(letters)
    marks = {mark.sign: mark.mark for mark in row.marks}
    marks |= {sign.upper(): mark for sign, mark in marks.items()}
    marked = re.compile(f"([{row.bases}])([{''.join(marks)}])")

    def letter(match: re.Match[str]) -> str:
        return unicodedata.normalize("NFC", match[1].translate(letters) + marks[match[2]])

    # a marked vowel is done before single signs, and its letter is not one of them
    pieces = re.compile(f"{marked.pattern}|[{row.old}]")
    return lambda words: pieces.sub(
        lambda match: letter(match) if match[1] else match[0].translate(letters), words
    )


@cache
def _frequent() -> frozenset[str]:
    return frozenset(row.word for row in rows("encodings", "frequent", FrequentRow))


def has_common(small: str) -> bool:
    """Whether a text in small letters holds common words (có từ tiếng Việt thường gặp)."""
    return any(f" {word} " in small for word in _frequent())


def _common(text: str) -> int:
    """How many words of a text are among the common ones."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return sum(word in _frequent() for word in words)
