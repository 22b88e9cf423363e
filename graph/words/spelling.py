"""The words of a name for comparison, short forms spelt out (chữ viết tắt trong tên cơ quan)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph.vocabulary import Row, rows
from graph.words.folding import fold, words

_WORD = re.compile(r"[^\W_]+")
#: "và", also written as a sign between two words of a name: "Sở Tài nguyên & Môi trường"
AND = "va"
_AND_SIGN = re.compile(r"\s?&")
_DASH = re.compile(r"\s?[-–]")
#: signs between two names
_PARTING = frozenset(",;:()")
_LONGEST_SHORT_FORM = 4  # words: LĐ-TB&XH


#: short in whatever letters: "TP", "Tp"; a scanner joins "Việt Nam"
_ALWAYS_SHORT = ("tp", "vietnam")


class AbbreviationRow(Row):
    """A short form inside a name (chữ viết tắt, ``authorities.toml``)."""

    short: str
    long: str


class Word(NamedTuple):
    """A folded word, how it is written (empty when spelt out) and where it ends in the text.

    ``parted``: a comma or the like stands behind it; ``dashed``: a dash does.
    """

    folded: str
    written: str
    end: int
    parted: bool = False
    dashed: bool = False


def spell_out(text: str) -> tuple[Word, ...]:
    """The words of a name, short forms spelt out (Sở KH&CN → so khoa hoc va cong nghe)."""
    plain = unicodedata.normalize("NFC", text)
    folded = fold(plain)  # as long as the text it folds
    spans = (m.span() for m in _WORD.finditer(plain))
    written = [
        Word(
            folded[start:end],
            plain[start:end],
            end,
            plain[end : end + 1] in _PARTING,
            _DASH.match(plain, end) is not None,
        )
        for start, end in spans
    ]
    result: list[Word] = []
    at = 0
    while at < len(written):
        length, long = _short_form(written, at) if _may_be_short(written[at]) else (0, ())
        if length:
            result.extend(Word(w, "", written[at + length - 1].end) for w in long)
        else:
            result.append(written[at])
        at += length or 1
        if _AND_SIGN.match(plain, result[-1].end) and at < len(written):
            result.append(Word(AND, "", result[-1].end))
    return tuple(result)


def spelt_slug(name: str) -> str:
    """What an id ends in: "Cổng TTĐT" and "Cổng Thông tin điện tử" are one, and so are "Trung tâm
    Thông tin - Công báo" and "Trung tâm Thông tin và Công báo"."""
    said = [word.folded for word in spell_out(name)]
    return "-".join(word for at, word in enumerate(said) if word != AND or not at)


def spellings(text: str) -> Iterator[tuple[Word, ...]]:
    """The words of a name, and with "và" where it has dashes: "Sở Giáo dục - Đào tạo"."""
    spoken = spell_out(text)
    yield spoken
    if any(word.dashed for word in spoken[:-1]):
        yield tuple(
            said
            for word in spoken
            for said in ((word, Word(AND, "", word.end)) if word.dashed else (word,))
        )


@cache
def short_forms() -> frozenset[str]:
    """The short forms as they are written in capitals (UBND, HĐND)."""
    found = rows("authorities", "abbreviation", AbbreviationRow)
    return frozenset(row.short for row in found if row.short.isupper())


def _may_be_short(word: Word) -> bool:
    return word.written.isupper() or word.folded in _ALWAYS_SHORT


def _short_form(written: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
    for length in range(min(_LONGEST_SHORT_FORM, len(written) - at), 0, -1):
        run = written[at : at + length]
        long = _abbreviations().get(tuple(w.folded for w in run))
        if long and all(_may_be_short(w) for w in run):
            return length, long
    return 0, ()


@cache
def _abbreviations() -> dict[tuple[str, ...], tuple[str, ...]]:
    found = rows("authorities", "abbreviation", AbbreviationRow)
    return {tuple(words(row.short)): tuple(words(row.long)) for row in found}
