"""The words by which a node is found and a query is read, one rule for every store (tìm kiếm)."""

import re
from collections.abc import Sequence

from graph.engine.snippet import without_tags
from graph.model import Json, Node, NodeKind
from graph.words.folding import FOLD_VERSION, fold, words

#: what an index was built by; another one is built anew
INDEX_VERSION = f"{FOLD_VERSION}.2"

NUMBER = re.compile(r"\d+(?:/\d{4}(?!\d))?")
NUMBERS = str | int
#: properties whose words find a node, beside its label
NAMED = frozenset({
    "type", "number", "symbol", "title", "short_title", "issuer", "year", "issued",
    "name", "short_name", "aliases", "path", "deliverable", "time",
})  # fmt: skip


def number_key(node: Node) -> str | None:
    """The number a document is found by (số): folded, no leading noughts; None without one."""
    if node.kind is not NodeKind.DOCUMENT:
        return None
    number = node.properties.get("number")
    return bare_number(str(number)) if isinstance(number, NUMBERS) else None


def bare_number(number: str) -> str | None:
    """``05/2026`` → ``5/2026``; None for an empty one."""
    return fold(number).strip().lstrip("0") or None


def title_words(node: Node) -> str:
    """Label and names folded, what the first column of the index holds."""
    values = [
        value if type(value) is str else _plain(value)
        for name, value in node.properties.items()
        if name in NAMED
    ]
    if (number := number_key(node)) is not None:
        values.append(number)  # "05" is found as "5" too
    return fold(" ".join((node.label, *values)))


def body_words(text: str) -> str:
    """A document's text folded, without tags; marks are no words."""
    return fold(without_tags(text))


def asked_numbers(text: str) -> list[str]:
    """The document numbers a query may mean, sorted; ``61/2018`` may be a number with its year or,
    in a date or a path, the number alone."""
    parts = {part for found in NUMBER.findall(fold(text)) for part in (found, found.split("/")[0])}
    return sorted({number for part in parts if (number := bare_number(part))})


def bare_words(text: str) -> list[str]:
    """The words of a query as names hold them: numbers without leading noughts."""
    return [(bare_number(word) or word) if word.isdecimal() else word for word in words(text)]


def holds(node: Node, asked: Sequence[str]) -> bool:
    """Whether the names of a node hold all these words, the last one as far as it is typed."""
    told = words(title_words(node))
    *whole, last = asked
    return set(told).issuperset(whole) and any(word.startswith(last) for word in told)


def _plain(value: Json) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_plain(part) for part in value)
    return "" if value is None or isinstance(value, dict) else str(value)
