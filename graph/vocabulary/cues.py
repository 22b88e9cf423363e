"""Rows of ``cues.toml``: the words around a citation and what they say (từ chỉ dẫn)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from graph.vocabulary import Row, document_types, rows
from graph.words.patterns import any_of


class TitleWordRow(Row):
    """What ends an issuer's name; ``title``: it opens the cited document's title (trích yếu).

    ``about``: a title begins with it wherever it stands; other words are verbs, which may as well
    tell what the document does. ``changes``: such a title names the documents it changes.
    ``enacts``: only a document does that, no work of a year ("năm 1991 thành lập huyện").
    """

    words: str
    title: bool
    about: bool = False
    changes: bool = False
    enacts: bool = False
    examples: tuple[str, ...] = ()


class TitleEndRow(Row):
    """A phrase that a cited document's title ends before."""

    words: str
    examples: tuple[str, ...] = ()


@cache
def title_words() -> tuple[TitleWordRow, ...]:
    """Every word that ends an issuer's name, longer ones first."""
    found = rows("cues", "title_word", TitleWordRow)
    return tuple(sorted(found, key=lambda row: -len(row.words)))


@cache
def title_ends() -> tuple[str, ...]:
    """What no title goes on with: what became of the document, what it says (được sửa đổi)."""
    return tuple(row.words for row in rows("cues", "title_end", TitleEndRow))


@cache
def deciding_words() -> tuple[str, ...]:
    """What an organ does that the sentence comes to after the title (quyết định, yêu cầu)."""
    return tuple(row.words for row in rows("cues", "deciding_word", TitleEndRow))


@cache
def title_openings() -> str:
    """A pattern of the words that a title may begin with."""
    return phrases([row.words for row in title_words() if row.title])


@cache
def enacting_openings() -> str:
    """A pattern of the words of a title that tell no work of a year."""
    told = (row for row in title_words() if row.about or row.changes or row.enacts)
    return phrases([row.words for row in told if row.title], capital=False)


@cache
def kind_names() -> str:
    """A pattern of the names of all kinds of documents (tên loại)."""
    return phrases([row.name for row in document_types()])


@cache
def title_start() -> re.Pattern[str]:
    """The word that a title begins with (về việc, phê duyệt)."""
    return re.compile(rf"[\s,:(“\"]*(?:{title_openings()})(?![^\W_])")


def phrases(words: list[str], *, capital: bool = True, whole: bool = False) -> str:
    """A pattern of these phrases as written, in capitals, and with a ``capital`` first letter.

    ``whole``: no letter or digit may stand before one.
    """
    forms = {form for w in words for form in (w, w.upper())}
    forms |= {w[0].upper() + w[1:] for w in words} if capital else set()
    return any_of(forms, blank=r"\s", whole=whole)


class RelationCueRow(Row):
    """A phrase that says why a document is cited (từ chỉ quan hệ)."""

    words: str
    relation: str
    where: Literal["start", "near", "clause", "skip"]
    acts: bool = False
    yields: bool = False
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class FateCueRow(Row):
    """A phrase after a citation that says what becomes of it (hết hiệu lực).

    ``own``: an article that says so does it by itself; others need "kể từ ngày Quyết định này".
    """

    words: str
    relation: str
    own: bool = False
    examples: tuple[str, ...] = ()


class PassiveCueRow(Row):
    """A phrase before a citation that changed the one before it (được sửa đổi bởi)."""

    words: str
    relation: str
    examples: tuple[str, ...] = ()


class FillerRow(Row):
    """What may stand between a near cue and the citation."""

    words: str


@cache
def relation_cues() -> dict[str, RelationCueRow]:
    """Lower-case phrase → its row."""
    return {row.words: row for row in rows("cues", "relation_cue", RelationCueRow)}


@cache
def fate_cues() -> dict[str, FateCueRow]:
    """Lower-case phrase → its row."""
    return {row.words: row for row in rows("cues", "fate_cue", FateCueRow)}


@cache
def lasting_pattern() -> re.Pattern[str]:
    """Any phrase that says of documents that they stay in force (tiếp tục có hiệu lực)."""
    return re.compile(phrases([row.words for row in rows("cues", "lasting", FormWordRow)]))


@cache
def guiding_words() -> tuple[str, ...]:
    """How a title says that it carries out what it names (hướng dẫn thực hiện)."""
    return tuple(row.words for row in rows("cues", "guiding", FormWordRow))


@cache
def passive_cues() -> dict[str, PassiveCueRow]:
    """Lower-case phrase → its row."""
    return {row.words: row for row in rows("cues", "passive_cue", PassiveCueRow)}


@cache
def passive_pattern() -> re.Pattern[str]:
    """Any phrase of ``passive_cue``."""
    return re.compile(phrases(list(passive_cues())))


@cache
def filler_pattern() -> re.Pattern[str]:
    """A run of fillers, signs and nothing else."""
    words = phrases([row.words for row in rows("cues", "filler", FillerRow)])
    return re.compile(rf"(?:[\s,]|(?:{words})(?![^\W_]))*")


@cache
def cue_pattern() -> re.Pattern[str]:
    """Any phrase of ``relation_cue`` as a whole word, a capital glued to it or not."""
    words = phrases(list(relation_cues()), whole=True)
    return re.compile(rf"(?:{words})(?:(?![^\W_])|(?<![A-ZĐ])(?=[A-ZĐ]))")


def cue_row(cue: re.Match[str]) -> RelationCueRow:
    """The row of what ``cue_pattern`` found."""
    return relation_cues()[" ".join(cue.group().lower().split())]


def cues_from_last(words: str) -> Iterator[tuple[re.Match[str], RelationCueRow]]:
    """The phrases of ``relation_cue`` in ``words`` and their rows, from the last to the first."""
    for cue in reversed(list(cue_pattern().finditer(words))):
        yield cue, cue_row(cue)


class AliasCueRow(Row):
    """What announces a short name (gọi tắt là, ``aliases.toml``)."""

    words: str
    examples: tuple[str, ...] = ()


@cache
def announcing() -> re.Pattern[str]:
    """Any phrase of ``alias_cue`` as a whole word."""
    cues = phrases([row.words for row in rows("aliases", "alias_cue", AliasCueRow)], capital=False)
    return re.compile(rf"(?:{cues})(?![^\W_])")


@cache
def issuing_words() -> tuple[str, ...]:
    """How an organ gives out the document that is named next (ban hành, phê duyệt)."""
    return tuple(row.words for row in rows("cues", "issuing_word", TitleEndRow))


@cache
def provision_words() -> tuple[str, ...]:
    """What the parts of a document are called that one cites (điểm, khoản, điều)."""
    return tuple(row.words for row in rows("cues", "provision_word", TitleEndRow))


class FormWordRow(Row):
    """Words before "số" that are no kind of document (Mẫu số 01-KH/BNV)."""

    words: str
    examples: tuple[str, ...]


@cache
def form_pattern() -> re.Pattern[str]:
    """Ends with what has a number and is no document (Mẫu số)."""
    words = phrases([row.words for row in rows("cues", "form_word", FormWordRow)])
    return re.compile(rf"(?<![^\W_])(?:{words})\s*\Z")


@cache
def stage_pattern() -> re.Pattern[str]:
    """What names a case and its stage after a kind, up to the end (Bản án dân sự sơ thẩm số)."""
    stages = phrases([row.words for row in rows("cues", "trial_stage", FormWordRow)], capital=False)
    return re.compile(rf"(?:(?<=[Bb]ản án)|(?<=uyết định))\s[^\d;:.,]{{0,45}}?(?:{stages})\s*\Z")
