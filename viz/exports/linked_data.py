"""What our words are called in ELI, schema.org and the W3C vocabularies (dữ liệu liên kết)."""

from functools import cache
from urllib.parse import quote

from pydantic import Field

from graph.model import Json
from graph.vocabulary import Row, rows

#: ours: nodes, and words that nobody else has
NODES, TERMS = "urn:cancu:", "urn:cancu:term:"
#: what an id may hold unchanged in an IRI
PLAIN = "/-._~*:,"


class PrefixRow(Row):
    """A vocabulary and its namespace."""

    name: str
    iri: str


class ClassRow(Row):
    """What a kind of node is."""

    kind: str
    terms: tuple[str, ...]


class PropertyRow(Row):
    """What a property of a kind of node is called; the first term is read back."""

    kind: str
    name: str
    terms: tuple[str, ...]


class RelationRow(Row):
    """What an edge is called that leaves a kind of node, beside our own name."""

    kind: str
    source: str = Field(alias="from")
    terms: tuple[str, ...]


@cache
def context() -> dict[str, Json]:
    """The JSON-LD context: prefixes only, so that nothing has to be fetched."""
    prefixes = {row.name: row.iri for row in rows("linked_data", "prefix", PrefixRow)}
    return {"@version": 1.1, "cancu": NODES, "term": TERMS, **prefixes}


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Kind of node → what it is elsewhere, and with us."""
    found = rows("linked_data", "class", ClassRow)
    return {row.kind: (*row.terms, f"term:{row.kind.capitalize()}") for row in found}


@cache
def properties() -> dict[tuple[str, str], tuple[str, ...]]:
    """(kind of node, property) → its terms."""
    found = rows("linked_data", "property", PropertyRow)
    return {(row.kind, row.name): row.terms for row in found}


@cache
def relations() -> dict[tuple[str, str], tuple[str, ...]]:
    """(kind of edge, kind of node it leaves) → its terms elsewhere."""
    found = rows("linked_data", "relation", RelationRow)
    return {(row.kind, row.source): row.terms for row in found}


def iri(id: str) -> str:
    """The IRI of a node, short: ``cancu:vn/ttg/qd/2018/996``."""
    return "cancu:" + quote(id, safe=PLAIN)
