"""What kinds of documents are called in questions: by name or in letters (cách gọi loại)."""

import re
from collections.abc import Sequence
from functools import cache

from graph.questions.ask.words import Word, all_fit, words_of
from graph.vocabulary import DocumentTypeRow, document_types
from graph.words.folding import words


@cache
def kinds_pattern() -> str:
    """What kinds are called, the longest first, as a part of a pattern."""
    names = sorted(_type_names(), key=lambda name: (-len(name), name))
    kind = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return f"(?<!phap )(?:{kind})"  # the end of "pháp luật" is no kind


def types_said(said: str) -> frozenset[str]:
    """The kinds that words may be; "da" is no Đề án unless it is written as one."""
    spoken = words_of(said)
    found = _type_names().get(" ".join(word.folded for word in spoken), frozenset())
    return frozenset(row.name for row in document_types() if row.name in found and _is(spoken, row))


@cache
def _type_names() -> dict[str, frozenset[str]]:
    """Folded name or abbreviation → the kinds of document that it may be."""
    found: dict[str, set[str]] = {}
    for row in document_types():
        for name in (row.name, *row.abbreviations, *row.party_abbreviations):
            found.setdefault(" ".join(words(name)), set()).add(row.name)
    return {name: frozenset(types) for name, types in found.items()}


def _is(spoken: Sequence[Word], row: DocumentTypeRow) -> bool:
    if all_fit(spoken, row.name.split()):
        return True
    shorts = (*row.abbreviations, *row.party_abbreviations)
    return all(word.short for word in spoken) and any(
        all_fit(spoken, re.findall(r"\w+", short)) for short in shorts
    )
