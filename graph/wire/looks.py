"""What a look at the store gives, as JSON."""

from collections.abc import Mapping

from graph.questions.search import Page
from graph.questions.show import Portrait
from graph.wire.facts import Shape, edge_json, issue_json, node_json


def show_json(portrait: Portrait) -> Shape:
    """``{node, edges, nodes, issues, left_out, repeats, counts, next}``; ``counts`` is how many
    nodes stand at the other ends, ``{leaving: {kind: n}, arriving: {kind: n}}``."""
    return {
        "node": node_json(portrait.node),
        "edges": [edge_json(edge) for edge in portrait.edges],
        "nodes": [node_json(node) for node in portrait.nodes],
        "issues": [issue_json(issue) for issue in portrait.issues],
        "left_out": portrait.left_out,
        "repeats": dict(portrait.repeats),
        "counts": {
            "leaving": {kind.value: count for kind, count in portrait.leaving.items()},
            "arriving": {kind.value: count for kind, count in portrait.arriving.items()},
        },
        "next": portrait.next,
    }


#: where a task stands: its item, in which document
PLACE = ("path", "document")


def search_json(page: Page) -> Shape:
    """``{hits: [{id, kind, label, snippet}], next}``; of a task also ``path`` and ``document``."""
    hits = [
        {
            "id": hit.node.id,
            "kind": hit.node.kind.value,
            "label": hit.node.label,
            "snippet": hit.snippet,
        }
        | {name: hit.node.properties[name] for name in PLACE if name in hit.node.properties}
        for hit in page.hits
    ]
    return {"hits": hits, "next": page.next}


def stats_json(counts: Mapping[str, int]) -> Shape:
    """``{counts: {name: rows}}``."""
    return {"counts": dict(counts)}
