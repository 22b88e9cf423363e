"""Looks at the store: search, a node, a text, what there is."""

from collections.abc import Sequence

from api.answers.answer import Answer
from api.intake.originals import Originals
from api.legible import legible
from graph import questions, wire
from graph.errors import NotFoundError
from graph.model import NodeKind
from graph.questions import known
from graph.questions.show import PAGE
from graph.store import GraphReader, StoredText
from graph.vocabulary import edge_rows, levels


def search(
    store: GraphReader, text: str, kinds: Sequence[NodeKind], limit: int, cursor: str
) -> Answer:
    """``{hits, next}``."""
    return wire.search_json(questions.search(store, text, kinds, limit, cursor))


def show(store: GraphReader, id: str, *, limit: int = PAGE, cursor: str = "") -> Answer:
    """``{node, edges, nodes, issues, counts, next}``."""
    return wire.show_json(questions.show(store, id, limit=limit, cursor=cursor))


def stats(store: GraphReader) -> Answer:
    """``{counts}``."""
    return wire.stats_json(questions.stats(store))


def documents(store: GraphReader, limit: int, cursor: str) -> Answer:
    """``{documents, next}``: the loaded ones by id."""
    loaded = {"status": "loaded"}
    found = store.listing(NodeKind.DOCUMENT, after=cursor, limit=limit + 1, where=loaded)
    page = found[:limit]
    following = page[-1].id if len(found) > limit else None
    return {"documents": [wire.node_json(node) for node in page], "next": following}


def stored_text(store: GraphReader, id: str) -> StoredText:
    """The text of a loaded document; raises NotFoundError where there is none."""
    stored = store.text(id)
    if stored is None:
        known(store, id)
        raise NotFoundError("http.text", id=id)
    return stored


def text(store: GraphReader, id: str, originals: Originals) -> Answer:
    """``{id, source, label, text, content, segments, places, pictures}``: evidence points into
    ``text``; ``pictures``: whether its pages can be shown."""
    node, stored = known(store, id), stored_text(store, id)
    said = {"id": id, "source": stored.source, "label": node.label, "text": stored.text}
    pictures = originals.path(stored.digest) is not None
    return said | legible(stored) | {"pictures": pictures}


def vocabulary() -> Answer:
    """``{edges, levels}``: how kinds and levels are called and coloured."""
    return {
        "edges": [row.model_dump(mode="json") for row in edge_rows().values()],
        "levels": [row.model_dump(mode="json") for row in levels()],
    }
