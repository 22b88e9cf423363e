"""The annexes of a document, and of which document an annex is (phụ lục)."""

from graph.model import EdgeKind, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked
from graph.store import GraphReader
from graph.traverse import with_evidence


def annexes(store: GraphReader, asked: Asked) -> Answered | None:
    """The annexes that came as texts of their own; of an annex the document it belongs to."""
    node = asked.document
    for reverse, key in ((True, "annexes"), (False, "annexes.of")):
        edges = with_evidence(store, store.expand([node.id], (EdgeKind.ANNEX_OF,), reverse=reverse))
        found = store.nodes(sorted({e.source if reverse else e.target for e in edges}))
        texts = [text for text in found.values() if text.kind is NodeKind.DOCUMENT]
        if texts:
            text = telling.say(
                key,
                document=telling.document(node),
                count=len(texts),
                list=telling.documents(texts),
            )
            return Answered(text, (node, *texts), edges)
    return None
