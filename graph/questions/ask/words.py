"""The words of a question: folded, as written, and whether they may be a word we know (bỏ dấu).

A person may leave out any or all marks: ``chu tri`` and ``chủ tri`` are ``chủ trì``; ``chú trì`` is
not, for a mark that is written must be one the word has.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.vocabulary import Row, document_types, rows
from graph.words.folding import fold
from graph.words.spelling import AbbreviationRow

TILDE, HOOK = "\N{COMBINING TILDE}", "\N{COMBINING HOOK ABOVE}"
_WORD = re.compile(r"[^\W_]+")
#: what a Vietnamese syllable looks like without its marks; what does not is a short form (ubnd)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


def tidied(question: str) -> str:
    """A question in NFC, without control characters, blanks made one, words as they are spelt that
    people shorten when they chat (câu hỏi đã dọn)."""
    plain = unicodedata.normalize("NFC", question)
    plain = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in plain)
    plain = " ".join(_glued().sub(r"\1 ", plain).split()).replace(" & ", " và ")
    return _chatted().sub(lambda said: _chat()[said.group().lower()], plain)


class ChatRow(Row):
    """A word that people shorten when they chat, and how they write it."""

    word: str
    written: tuple[str, ...]


@cache
def _chat() -> dict[str, str]:
    return {short: row.word for row in rows("questions", "chat", ChatRow) for short in row.written}


@cache
def _chatted() -> re.Pattern[str]:
    """A word so shortened: not a part of a number, a symbol or a name with signs in it."""
    said = "|".join(sorted(map(re.escape, _chat()), key=len, reverse=True))
    return re.compile(rf"(?<![\w/&.-])(?:{said})(?![\w/&-]|\.\w|\s*\d)", re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    """A kind of document in short right before its number: QĐ76, kh398."""
    shorts = [s for row in document_types() for s in row.abbreviations if s.isalpha() and s[1:]]
    said = "|".join(sorted({*shorts, *map(fold, shorts)}))
    return re.compile(rf"(?<!\w)({said})(?=\d{{2,}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded, as written, and where it stands in the question."""

    folded: str
    written: str
    start: int
    end: int

    @property
    def short(self) -> bool:
        """Whether it can only be a short form: capitals, or letters that no syllable has."""
        letters = self.folded.isalpha() and len(self.folded) > 1
        return letters and (self.written.isupper() or not _SYLLABLE.fullmatch(self.folded))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of an NFC text (các từ của câu hỏi)."""
    if text.isupper():  # a question in capitals has no short forms to tell
        text = text.lower()
    folded = fold(text)
    return tuple(
        Word(folded[m.start() : m.end()], m.group(), m.start(), m.end())
        for m in _WORD.finditer(text)
    )


def fits(written: str, right: str) -> bool:
    """Whether ``written`` is ``right``, with all, some or none of its marks."""
    return fold(written) == fold(right) and not _signs(written) - _signs(right)


def all_fit(written: Sequence[Word], right: Sequence[str]) -> bool:
    """Whether the words are these, one by one."""
    return len(written) == len(right) and all(
        fits(word.written, other) for word, other in zip(written, right, strict=True)
    )


def spelt(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with the short forms of names spelt out (ubnd → ủy ban nhân dân)."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        length, long = _short_form(words, at) if words[at].short else (0, "")
        if length:
            last = words[at + length - 1].end
            found += [Word(fold(w), w, words[at].start, last) for w in long.split()]
        else:
            found.append(words[at])
        at += length or 1
    return tuple(found)


def _short_form(words: Sequence[Word], at: int) -> tuple[int, str]:
    for length in range(min(4, len(words) - at), 0, -1):
        run = words[at : at + length]
        long = _short_forms().get(tuple(word.folded for word in run))
        if long and all(word.short for word in run):
            return length, long
    return 0, ""


@cache
def _short_forms() -> dict[tuple[str, ...], str]:
    found = rows("authorities", "abbreviation", AbbreviationRow)
    return {tuple(w.group() for w in _WORD.finditer(fold(row.short))): row.long for row in found}


@lru_cache(maxsize=8192)
def _signs(text: str) -> Counter[str]:
    """The marks of a word, wherever in it they stand (hoá, hóa), and the stroke of đ; those of hỏi
    and ngã, which half the country speaks alike, as one (sữa đổi, bải bỏ)."""
    plain = unicodedata.normalize("NFD", text.lower()).replace(TILDE, HOOK)
    return Counter(c for c in plain if unicodedata.combining(c) or c == "đ")
