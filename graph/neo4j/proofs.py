"""The proof of an edge as Neo4j keeps it, and back (bằng chứng).

The first words that prove it are plain properties, for queries typed by hand; ``evidence`` holds
the further ones as JSON, and nothing where there are none. Where plain properties could not tell
the first exactly they are left out, and ``evidence`` holds all. Before version 4 of the schema it
held all of every edge, so one of that time is read right too.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.engine.decoding import EDGE_KINDS
from graph.engine.rows import evidence_of
from graph.jsontext import canonical, parsed
from graph.model import Edge, EdgeKey, Evidence

#: properties of an edge, the proof from the second on
EDGE_FACTS = ("asserted_by", "start", "end", "quote", "rule", "confidence", "evidence")
LARGEST = 2**63


def edge_facts(by: str, evidence: str) -> list[Any]:
    """The values of ``EDGE_FACTS``; ``evidence`` as ``evidence_row`` writes it."""
    proofs = parsed(evidence)
    if not proofs or not _is_plain(proofs[0], by):
        return [by, None, None, None, None, None, evidence]
    *plain, _ = proofs[0]
    return [by, *plain, canonical(proofs[1:]) if len(proofs) > 1 else None]


def edge_rows(
    keys: Iterable[EdgeKey], proofs: Mapping[EdgeKey, str], places: Mapping[str, str] | None = None
) -> list[list[object]]:
    """Edges by where they start, as they are written: [source, [[target, type, *facts]…]]; the
    nodes by their ids, or by where they are in the database."""
    found: dict[str, list[list[object]]] = {}
    for key in sorted(keys):
        source, kind, target, by = key
        end = places[target] if places else target
        row = [end, kind.value.upper(), *edge_facts(by, proofs[key])]
        found.setdefault(places[source] if places else source, []).append(row)
    return [[source, edges] for source, edges in found.items()]


def proof_row(by: str, *facts: Any) -> str:
    """What ``evidence_row`` wrote, from the facts of a proof."""
    *plain, further = facts
    if plain[0] is None:
        return str(further)
    return canonical([[*plain, by], *(parsed(further) if further else ())])


def proof_of(by: str, *facts: Any) -> tuple[Evidence, ...]:
    """The proof itself; none where no facts were asked for."""
    if not facts:
        return ()
    start, end, quote, rule, confidence, further = facts
    if start is None:
        return evidence_of(further)
    first = Evidence(by, start, end, quote, rule, confidence)
    return (first, *evidence_of(further)) if further else (first,)


def edges_of(rows: Sequence[Sequence[Any]]) -> list[Edge]:
    """The edges of rows (source, type, target, asserting document, facts of the proof)."""
    return [
        Edge(source, EDGE_KINDS[type], target, by, proof_of(by, *facts))
        for source, type, target, by, *facts in rows
    ]


def _is_plain(proof: Sequence[Any], by: str) -> bool:
    """Whether plain properties tell a proof to the letter; a table of the importer makes every
    number of a column a decimal one."""
    start, end, _, _, confidence, doc = proof
    return doc == by and isinstance(confidence, float) and max(abs(start), abs(end)) < LARGEST
