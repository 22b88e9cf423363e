"""What a short name of a document looks like: a kind, and a number or a few words (tên gọi tắt)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph.vocabulary import Row, rows
from graph.vocabulary.cues import announcing, phrases
from graph.words.folding import fold
from loaders.mentions import Citation, Span

_OPEN_NAME = re.compile(r"\s*:?\s*[“\"]?\s*([^()“”\";,.]{2,80})")


class Announced(NamedTuple):
    """A name that words announce, where they begin and where the name stands (gọi tắt là …)."""

    name: str
    at: int
    span: Span


class AliasKindRow(Row):
    """A kind of document that has number names; ``small``: numbers below ten count too."""

    name: str
    small: bool


class QuantityRow(Row):
    """A word that makes the number before it a quantity."""

    words: str


def announced(content: str) -> Iterator[Announced]:
    """Every name that a text announces: "… (gọi tắt là Đề án 996)"."""
    for cue in announcing().finditer(content):
        name = _OPEN_NAME.match(content, cue.end())
        if name is not None:
            span = Span(name.start(1), name.start(1) + len(name[1].rstrip()))
            yield Announced(" ".join(name[1].split()), cue.start(), span)


def is_cited(citations: Sequence[Citation], span: Span) -> bool:
    """Whether a name is a citation: "(sau đây gọi là Nghị định số 61/2015/NĐ-CP)"."""
    at = bisect_left(citations, span.start, key=lambda c: c.span.start)
    return at < len(citations) and citations[at].span.start < span.end


def names_a_document(words: str) -> bool:
    """Whether these words can be the short name of a document."""
    return len(words.split()) > 1 and kind_of(words) is not None


def kind_of(alias: str) -> str | None:
    """The kind that a short name begins with; None when with none."""
    folded = fold(alias)
    return next((name for begins, name in _folded_kinds() if folded.startswith(begins)), None)


def is_small(alias: str) -> bool:
    """Whether numbers below ten are names of that kind too."""
    kind = kind_of(alias)
    return any(row.small for row in _kinds() if row.name == kind)


@cache
def _kinds() -> tuple[AliasKindRow, ...]:
    return rows("aliases", "alias_kind", AliasKindRow)


@cache
def _folded_kinds() -> tuple[tuple[str, str], ...]:
    """What a short name of each kind begins with, folded, and the kind; the longer first."""
    names = sorted((row.name for row in _kinds()), key=len, reverse=True)
    return tuple((f"{fold(name)} ", name) for name in names)


@cache
def number_name() -> re.Pattern[str]:
    """A number name: "Đề án 996", "Nghị quyết số 57"."""
    kinds = phrases([row.name for row in _kinds()])
    quantities = phrases([row.words for row in rows("aliases", "quantity", QuantityRow)])
    return re.compile(
        rf"(?:{kinds}) (?:số )?(?P<number>\d{{1,4}}[a-z]?)"
        rf"(?![^\W_]|\s?[/%-]\s?\w|[.,]\d|\s(?:{quantities})(?![^\W_]))"
    )


@cache
def kind_at_end() -> re.Pattern[str]:
    """Matches the name of a kind at the end: "đề án" before "(100, 996)"."""
    return re.compile(rf"(?:{phrases([row.name.lower() for row in _kinds()])})\s\Z")
