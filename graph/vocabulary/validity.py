"""Rows of ``validity.toml``: the words about the force of documents (hiệu lực)."""

import re
from functools import cache
from typing import Literal

from graph.vocabulary import Row, rows
from graph.vocabulary.cues import phrases


class ExtentRow(Row):
    """A phrase before a document that says how much of it is changed (toàn bộ, một phần)."""

    words: str
    extent: Literal["whole", "part", "attached"]
    examples: tuple[str, ...] = ()


class ExceptRow(Row):
    """A phrase after a document: something goes on (trừ), a suspension ends (đến hết ngày)."""

    words: str
    examples: tuple[str, ...] = ()


class ProposalRow(Row):
    """A kind of document: one that changes nothing by itself (tờ trình), one for some years."""

    type: str


@cache
def extent_rows() -> dict[str, ExtentRow]:
    """Lower-case phrase → its row."""
    return {row.words: row for row in rows("validity", "extent", ExtentRow)}


@cache
def extent_pattern() -> re.Pattern[str]:
    """Any phrase of ``extent`` as a whole word."""
    return re.compile(rf"(?:{phrases(list(extent_rows()), whole=True)})(?![^\W_])")


@cache
def except_pattern() -> re.Pattern[str]:
    """Any phrase of ``except`` as a whole word."""
    words = [row.words for row in rows("validity", "except", ExceptRow)]
    return re.compile(rf"(?:{phrases(words, whole=True)})(?![^\W_])")


@cache
def until_pattern() -> re.Pattern[str]:
    """Any phrase of ``until`` as a whole word, the longest first."""
    words = [row.words for row in rows("validity", "until", ExceptRow)]
    return re.compile(rf"(?:{phrases(words, whole=True)})(?![^\W_])")


@cache
def planned_types() -> frozenset[str]:
    """Kinds of documents whose titles tell the years of their work."""
    return frozenset(row.type for row in rows("validity", "planned", ProposalRow))


@cache
def proposing_types() -> frozenset[str]:
    """Kinds of documents that only propose."""
    return frozenset(row.type for row in rows("validity", "proposal", ProposalRow))
