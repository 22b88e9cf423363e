"""One document read two ways: two dates for one number, two symbols a letter apart (tên gọi)."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.folding import fold
from graph.model import BASIS_KINDS, Node, NodeKind, Severity
from graph.questions.finding import Finding, every, finding, short
from graph.store import GraphReader
from graph.traverse import with_evidence

#: characters that scanned and typed texts take for one another
CONFUSABLE = str.maketrans({"0": "o", "1": "i", "l": "i"})


def differing_names(store: GraphReader) -> Iterator[Finding]:
    """One document to which others give several days or symbols (một số, hai ngày)."""
    for page in every(store, NodeKind.DOCUMENT):
        claims = store.claims(node.id for node in page)
        for node in page:
            said = [*claims.get(node.id, ()), *_own(node)]
            if len(days := _by_value(said, "issued")) > 1:
                yield _differing(store, "name.dates", node, days, days=", ".join(sorted(days)))
            if len(symbols := _by_value(said, "symbol")) > 1:
                names = ", ".join(sorted(symbols))
                yield _differing(store, "name.symbols", node, symbols, symbols=names)


def _own(node: Node) -> list[tuple[str, Node]]:
    """What a loaded document says of itself, as one more claim."""
    return [(node.id, node)] if node.properties.get("status") == "loaded" else []


def _by_value(said: Iterable[tuple[str, Node]], name: str) -> dict[str, list[str]]:
    """What is said under a name → the documents that say so."""
    values: dict[str, list[str]] = {}
    for document, node in said:
        if value := node.properties.get(name):
            values.setdefault(str(value), []).append(document)
    return values


def _differing(
    store: GraphReader, rule: str, node: Node, values: dict[str, list[str]], **facts: str
) -> Finding:
    edges = store.expand([node.id], BASIS_KINDS, reverse=True)
    saying = {document for documents in values.values() for document in documents}
    others = store.nodes(saying - {node.id})
    proof = with_evidence(store, [edge for edge in edges if edge.asserted_by in saying])
    nodes = [node, *(others[id] for id in sorted(others))]
    return finding(rule, Severity.WARNING, nodes, proof, text=short(node), **facts)


def near_symbols(store: GraphReader) -> Iterator[Finding]:
    """Two documents of one number and year whose symbols differ by a slip (SKHCN, SKHCCN)."""
    alike: dict[tuple[str, str], list[Node]] = {}
    for page in every(store, NodeKind.DOCUMENT):
        for node in page:
            number, year = node.properties.get("number"), node.properties.get("year")
            if number and year and node.properties.get("symbol"):
                alike.setdefault((fold(str(number)), str(year)), []).append(node)
    for nodes in alike.values():
        for one, other in combinations(nodes, 2):
            if _is_slip(one, other):
                edges = store.expand([one.id, other.id], BASIS_KINDS, reverse=True)
                yield finding(
                    "name.near",
                    Severity.WARNING,
                    [one, other],
                    with_evidence(store, edges),
                    one=short(one), other=short(other),
                )  # fmt: skip


def _is_slip(one: Node, other: Node) -> bool:
    days = {
        str(node.properties["issued"]) for node in (one, other) if node.properties.get("issued")
    }
    symbols = [fold(str(node.properties["symbol"])) for node in (one, other)]
    return len(days) < 2 and symbols[0] != symbols[1] and _nearly(*symbols)


def _nearly(one: str, other: str) -> bool:
    """Whether one is the other with a letter too many, or with letters that look alike.

    A letter in place of another does not count: BTC and BTP are two ministries.
    """
    if one.translate(CONFUSABLE) == other.translate(CONFUSABLE):
        return True
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and short in _shortened(long)


def _shortened(text: str) -> Iterable[str]:
    return {text[:place] + text[place + 1 :] for place in range(len(text))}
