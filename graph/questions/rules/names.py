"""What is said of one document under a name, by whom (cách ghi một văn bản)."""

from collections.abc import Callable, Iterator, Sequence

from graph.model import Node
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import NAMED, Batch


def differing(
    batch: Batch, rule: str, name: str, fact: str, *, alike: Callable[[str], str] = str
) -> Iterator[Finding]:
    """Documents to which others, or they themselves, give several values of property ``name``;
    values that are ``alike`` are one."""
    for id, node in batch.documents.items():
        values = _by_value([*batch.claims.get(id, ()), *_own(node)], name)
        if len({alike(value) for value in values}) > 1:
            saying = [who for whos in values.values() for who in whos[:NAMED]]
            others = batch.nodes(set(saying) - {id})
            nodes = [node, *(others[other] for other in sorted(others))]
            told = {fact: ", ".join(sorted(values))}
            proof = batch.naming([id], saying)
            yield finding(rule, id, nodes, proof, text=short(node), **told)


def _own(node: Node) -> Sequence[tuple[str, Node]]:
    """What a loaded document says of itself, as one more claim."""
    return [(node.id, node)] if node.properties.get("status") == "loaded" else []


def _by_value(said: Sequence[tuple[str, Node]], name: str) -> dict[str, list[str]]:
    """What is said under a name → the documents that say so."""
    values: dict[str, list[str]] = {}
    for document, node in said:
        if value := node.properties.get(name):
            values.setdefault(str(value), []).append(document)
    return values
