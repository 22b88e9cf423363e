"""Loaded documents that do not say their day, number or signer (văn bản không ghi ngày, số)."""

from graph.model import EdgeKind, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import is_wanted
from graph.questions.ask.reply import Answered, Asked
from graph.questions.every import every
from graph.store import GraphReader
from graph.traverse import with_evidence


def unmarked(store: GraphReader, asked: Asked) -> Answered | None:
    """The loaded documents in which nothing was read for the mark that is asked for."""
    found = [
        node
        for page in every(store, NodeKind.DOCUMENT)
        for node in page
        if node.properties.get("status") == "loaded"
        and not node.properties.get(asked.measure)
        and asked.wants(node)
        and is_wanted(node, asked)
    ]
    if not found:
        return None
    shown = found[: telling.LISTED]
    text = telling.say(
        "unmarked", count=len(found), kind=telling.kind(asked.type),
        mark=telling.say(f"unmarked.{asked.measure}"), list=telling.documents(shown, len(found)),
    )  # fmt: skip
    edges = with_evidence(store, store.expand([node.id for node in shown], (EdgeKind.ISSUED_BY,)))
    units = store.nodes({edge.target for edge in edges})
    return Answered(text, (*shown, *units.values()), edges, len(found) - len(shown))
