"""The language of questions as data: words, fillers and forms (``vocabulary/questions.toml``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from graph.vocabulary import Row, provinces, rows
from graph.words.folding import fold, words

#: letters of a province's short form that may be another's (CT: Cần Thơ, chỉ thị)
LETTERS = 2


class WordRow(Row):
    """Words that stand for a symbol of the forms."""

    symbol: str
    value: str = ""
    words: tuple[str, ...]


class WordsRow(Row):
    """Words of one kind: fillers, light verbs."""

    words: tuple[str, ...]


class KindAskedRow(Row):
    """A kind of document that is asked for, and what it is called."""

    value: str = ""
    words: tuple[str, ...]


class AskingRow(Row):
    """How a kind of document is asked for ("{kind} nào"), and which symbols that is."""

    symbols: tuple[str, ...]
    words: tuple[str, ...]


class IntentRow(Row):
    """What a question may ask (ý hỏi): its forms in any order or in one, and how it is said.

    ``beside``: another unit may be named beside the one whose documents are asked for;
    ``closed``: all that is loaded is looked at, so that finding none is an answer too; ``owned``:
    the documents asked for may be those of one organ or province (quyết định nào của Thủ tướng).
    """

    id: str
    question: str
    closed: bool = False
    owned: bool = False
    beside: bool = False
    any: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()


class GlueRow(Row):
    """Symbols that say nothing of their own in questions of these intents where no form has them,
    and those that narrow the documents asked for."""

    intents: tuple[str, ...]
    symbols: tuple[str, ...]
    narrows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """One meaning of some words: ``value`` tells roles and relations apart."""

    symbol: str
    value: str = ""


@cache
def cues() -> dict[tuple[str, ...], tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Folded words → each phrase that folds to them, as it is rightly written, with its meaning."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], Cue]]] = {}
    for phrase, cue in _phrases_with_cues():
        written = tuple(re.findall(r"[^\W_]+", phrase))
        found.setdefault(tuple(words(phrase)), []).append((written, cue))
    return {key: tuple(phrases) for key, phrases in found.items()}


def _phrases_with_cues() -> Iterator[tuple[str, Cue]]:
    """Every phrase with what it stands for; kinds of documents in each way they are asked for."""
    for row in rows("questions", "word", WordRow):
        for phrase in (said for choices in row.words for said in spelt_out(choices)):
            yield phrase, Cue(row.symbol, row.value)
    for place in provinces().values():
        for name in (place.name, *(short for short in place.aliases if len(short) > LETTERS)):
            for head in ("", "tỉnh ", "thành phố ", "TP "):
                yield head + name, Cue("place", place.slug)
    for asking in rows("questions", "asking", AskingRow):
        for kind in rows("questions", "kind_asked", KindAskedRow):
            for pattern, name in product(asking.words, kind.words):
                for symbol in asking.symbols:
                    yield pattern.format(kind=name), Cue(symbol, kind.value)


def spelt_out(words: str) -> Iterator[str]:
    """The phrases of words with choices: "[chưa|không] [có|] ai" is four of them."""
    parts = [part.split("|") for part in re.split(r"[\[\]]", words)]
    for chosen in product(*parts):
        yield " ".join("".join(chosen).split())


@cache
def fillers() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Folded words → the fillers that fold to them, as they are written."""
    return _phrases("filler")


@cache
def light_words() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Folded verbs and joints that a task's name need not hold → as they are written."""
    return _phrases("light")


@cache
def interrogatives() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Folded words that ask → as they are written: ai, gì, bao nhiêu."""
    return _phrases("interrogative")


@cache
def longest() -> int:
    """Words of the longest phrase."""
    return max(map(len, (*cues(), *fillers())))


@cache
def intents() -> dict[str, IntentRow]:
    """Intent id → its row."""
    return {row.id: row for row in rows("questions", "intent", IntentRow)}


@cache
def glue() -> dict[str, GlueRow]:
    """Intent id → what may be passed over in a question that asks it (từ đệm)."""
    none = {id: GlueRow(intents=(id,), symbols=()) for id in intents()}
    return none | {id: row for row in rows("questions", "glue", GlueRow) for id in row.intents}


@cache
def counting_words() -> frozenset[tuple[str, ...]]:
    """Folded words before a kind of document that ask for many (bao nhiêu, những)."""
    before = (
        p.split("{kind}")[0] for row in rows("questions", "asking", AskingRow) for p in row.words
    )
    return frozenset(tuple(words(said)) for said in before if said)


def called(symbol: str, value: str) -> str:
    """The first of the words for a value of a symbol: thường xuyên, hằng năm."""
    named = rows("questions", "word", WordRow)
    said = (r.words[0] for r in named if (r.symbol, r.value) == (symbol, value))
    return next((phrase for words in said for phrase in spelt_out(words)), "")


@cache
def rhythm_words(rhythm: str) -> frozenset[str]:
    """How a rhythm is said, folded: hang nam, moi nam."""
    named = (row for row in rows("questions", "word", WordRow) if row.symbol == "rhythm")
    said = (words for row in named if row.value == rhythm for words in row.words)
    return frozenset(fold(phrase) for words in said for phrase in spelt_out(words))


def _phrases(key: str) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in rows("questions", key, WordsRow):
        for phrase in row.words:
            written = tuple(re.findall(r"[^\W_]+", phrase))
            found.setdefault(tuple(words(phrase)), []).append(written)
    return {key: tuple(phrases) for key, phrases in found.items()}
