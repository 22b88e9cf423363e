"""What the words around a number say of its document, and whether one is so described (mô tả)."""

from dataclasses import dataclass, replace

from graph.engine.searchable import bare_number
from graph.model import Node
from graph.questions.ask.narrowing import year_of
from graph.words.folding import slug


@dataclass(frozen=True, slots=True)
class Description:
    """What the words around a number say of its document; empty where they say nothing."""

    types: frozenset[str]
    number: str
    symbol: str
    year: int | None = None
    issued: str = ""
    organ: str = ""
    place: str | None = None


def fits(node: Node, asked: Description) -> bool:
    """Whether a document is of the kind, symbol, year, day and organ that the words say."""
    facts = node.properties
    return (
        (not asked.types or facts.get("type") in asked.types)
        and (not asked.symbol or slug(str(facts.get("symbol") or "")) == asked.symbol)
        and (asked.year is None or year_of(node) == asked.year)
        and (not asked.issued or facts.get("issued") == asked.issued)
        and by_organ(node, asked)
    )


def begins(node: Node, asked: Description) -> bool:
    """Whether it fits but for its kind, which goes on after the words: CTr 60, a chương trình hành
    động."""
    kind = str(node.properties.get("type") or "")
    longer = any(kind.startswith(f"{type} ") for type in asked.types)
    return longer and fits(node, replace(asked, types=frozenset()))


def symbol_begins(node: Node, asked: Description) -> bool:
    """Whether its symbol goes on behind a part of it: 5155/SGDĐT for 5155/SGDĐT-GDTX."""
    own = slug(str(node.properties.get("symbol") or ""))
    return own.startswith(f"{asked.symbol}-") and fits(node, replace(asked, symbol=""))


def by_organ(node: Node, asked: Description) -> bool:
    """Whether the id says the organ and the place (vn/hcm/ubnd/…)."""
    path = node.id.split("/")[:-3]
    return (not asked.organ or path[-1:] == [asked.organ]) and (
        asked.place is None or asked.place in path
    )


def has_number(node: Node, number: str) -> bool:
    """Whether it is its number, with or without a year in it."""
    own = bare_number(str(node.properties.get("number") or "")) or ""
    return own == number or own.split("/")[0] == number
