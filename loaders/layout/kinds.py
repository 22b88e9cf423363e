"""The kind of document that a line begins with or names alone (tên loại văn bản)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import DocumentTypeRow, document_types
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.places import place_words
from loaders.layout.thethuc import flat

#: letters by which the names of kinds are looked up
_INITIALS = 3
_TYPE_END = re.compile(r"[\s:.*_–-]*")


def type_at(words: str) -> tuple[DocumentTypeRow, int] | None:
    """The kind of document that a title line begins with in capitals, and where its name ends."""
    folded = fold(words[:60])
    if words.partition(" ")[0].lower() in _place_words():
        return None  # "PHƯỜNG AN PHÚ" is no "PHƯƠNG ÁN"
    if not _any_type().match(folded):
        torn = _run_together().get(folded.replace(" ", "")) if words.isupper() else None
        return (torn, len(words)) if torn else None
    for name, row in _beginning(folded):
        printed = words[: len(name)]
        if printed.isupper() or len(name) == len(words.rstrip(" :.*")):
            sign = _TYPE_END.match(words, len(name))
            return row, sign.end() if sign else len(name)
    return None


def type_named_alone(words: str) -> bool:
    """Whether a line is the name of a kind of document, with or without a footnote's mark."""
    return flat(words.rstrip(" :*0123456789")) in _types()


def type_named(words: str) -> DocumentTypeRow | None:
    """The kind of document that ``words`` begin with, capitals or not."""
    folded = fold(words[:60])
    if words.partition(" ")[0].lower() in _place_words() or not _any_type().match(folded):
        return None
    return next((row for _, row in _beginning(folded)), None)


def _beginning(folded: str) -> Iterator[tuple[str, DocumentTypeRow]]:
    """The kinds whose names folded words begin with, the longer first."""
    for name, row in _by_initials().get(folded[:_INITIALS], ()):
        if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalpha():
            yield name, row


@cache
def _place_words() -> frozenset[str]:
    return frozenset(row.words for row in place_words())


@cache
def _types() -> dict[str, DocumentTypeRow]:
    """Folded names, the longer first."""
    ordered = sorted(document_types(), key=lambda row: -len(row.name))
    return {flat(row.name): row for row in ordered}


@cache
def _by_initials() -> dict[str, list[tuple[str, DocumentTypeRow]]]:
    """Folded names by their first letters, the longer first: a line can begin with few of them."""
    found: dict[str, list[tuple[str, DocumentTypeRow]]] = {}
    for name, row in _types().items():
        found.setdefault(name[:_INITIALS], []).append((name, row))
    return found


@cache
def _run_together() -> dict[str, DocumentTypeRow]:
    """Names without blanks: what letters set apart make a kind again ("K ẾT LUẬN")."""
    return {name.replace(" ", ""): row for name, row in _types().items()}


@cache
def _any_type() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_types())}(?![^\W\d_])")
