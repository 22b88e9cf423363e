"""A delta put in order before a store writes it: checked, each node and edge once, digested."""

import hashlib
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import TypeVar

from graph.engine.merge import merge
from graph.engine.rows import evidence_lines, evidence_of, issue_of, issue_row, node_lines
from graph.errors import StoreError
from graph.jsontext import canonical
from graph.model import Edge, EdgeKey, GraphDelta, Node, Offer

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a document says, ready for comparison (lời của một văn bản): rows by their identity."""

    document: str
    owned: dict[str, Node]
    references: dict[str, Node]
    edges: dict[EdgeKey, str]  # key → evidence row
    issues: list[str]
    offers: list[tuple[str, str]]
    asks: list[str]
    source: str
    digest: str
    text: str
    said: str  # digest of all of the above
    heard: str = ""  # digest of the answers it was resolved with
    rows: dict[str, str] = field(default_factory=dict)  # node → how it is described, as text

    @property
    def nodes(self) -> dict[str, Node]:
        """Owned and referred nodes together."""
        return self.references | self.owned


def statement(delta: GraphDelta) -> Statement:
    """Check and order a delta; StoreError when an edge lacks an end or is somebody else's."""
    owned = {node.id: node for node in delta.owned}
    if not delta.owned or delta.owned[0].id != delta.document:
        raise StoreError("store.own_node", document=delta.document)
    references = _once([node for node in delta.references if node.id not in owned])
    edges = _edges(delta, owned.keys() | references.keys())
    issues = [issue_row(issue) for issue in delta.issues]
    offers = sorted({(offer.key, offer.value) for offer in delta.offers})
    asks = sorted(set(delta.asks))
    own, others, keys = sorted(owned), sorted(references), sorted(edges)
    facts = [own, others, keys, offers, asks, delta.source, delta.digest, len(issues)]
    described = node_lines((*map(owned.__getitem__, own), *map(references.__getitem__, others)))
    proofs = evidence_lines(edges[key].evidence for key in keys)
    doubts = "".join(f"{row}\n" for row in issues)
    # JSON holds no line break, so this can be read in one way only
    parts = (f"{canonical(facts)}\n".encode(), described, proofs, (doubts + delta.text).encode())
    return Statement(
        delta.document, owned, references, _by_line(keys, proofs), issues, offers, asks,
        delta.source, delta.digest, delta.text, hashlib.sha256(b"".join(parts)).hexdigest(),
        delta.heard, _by_line((*own, *others), described),
    )  # fmt: skip


def silence(document: str) -> Statement:
    """What a removed document says: nothing."""
    return blank(document, "", "", "", "", "")


def spoken(said: Statement) -> GraphDelta:
    """The delta a statement was made of: its own node first, the rest in order."""
    own = said.owned[said.document]
    others = [said.owned[id] for id in sorted(said.owned) if id != said.document]
    return GraphDelta(
        document=said.document,
        owned=(own, *others),
        references=tuple(said.references[id] for id in sorted(said.references)),
        edges=tuple(Edge(*key, evidence_of(said.edges[key])) for key in sorted(said.edges)),
        issues=tuple(issue_of(row) for row in said.issues),
        offers=tuple(Offer(key, value) for key, value in said.offers),
        asks=tuple(said.asks),
        text=said.text,
        source=said.source,
        digest=said.digest,
        heard=said.heard,
    )


def blank(document: str, source: str, digest: str, text: str, said: str, heard: str) -> Statement:
    """A statement whose rows are still to be filled in, by a store that reads it back."""
    return Statement(document, {}, {}, {}, [], [], [], source, digest, text, said, heard)


def _by_line(keys: Sequence[K], lines: bytes) -> dict[K, str]:
    """Key → its line."""
    return dict(zip(keys, lines.decode().split("\n")[:-1], strict=True))


def _once(nodes: Sequence[Node]) -> dict[str, Node]:
    """Each referred node once; several readings in one document are merged to one vote."""
    once = {node.id: node for node in nodes}
    if len(once) == len(nodes):
        return once
    once.clear()
    again: dict[str, list[Node]] = {}
    for node in nodes:
        if node.id in once:
            again.setdefault(node.id, [once[node.id]]).append(node)
        else:
            once[node.id] = node
    return once | {id: merge((node, 1) for node in same) for id, same in again.items()}


def _edges(delta: GraphDelta, ends: Set[str]) -> dict[EdgeKey, Edge]:
    proofs: dict[EdgeKey, Edge] = {}
    document = delta.document
    for edge in delta.edges:
        source, target, by = edge.source, edge.target, edge.asserted_by
        if by != document:
            raise StoreError("store.foreign_edge", document=document, other=by)
        if source not in ends or target not in ends:
            id = target if source in ends else source
            raise StoreError("store.dangling", document=document, id=id)
        key = (source, edge.kind, target, document)
        proofs[key] = _joined(proofs[key], edge) if key in proofs else edge
    return proofs


def _joined(one: Edge, other: Edge) -> Edge:
    """The same assertion twice in one delta is one edge with the proof of both."""
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return Edge(one.source, one.kind, one.target, one.asserted_by, evidence)
