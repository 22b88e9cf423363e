"""Citations as W3C Web Annotations (chú giải dẫn chiếu), for tools that show them on the text.

Each annotation stands where a document names another one: its target is the words, by position
and by quote, its body the document named and the relation. ``scope`` is the node the relation
starts at.
"""

import json
from collections import OrderedDict
from collections.abc import Iterator

from graph.catalogue import render
from graph.model import BASIS_KINDS, Edge, Evidence, Json
from graph.store import GraphReader
from graph.vocabulary import edge_rows
from viz.exports.linked_data import NODES, iri

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 40  # characters before and after a quote, which tell it from its like
TEXTS = 16  # originals in memory at a time


def annotations(store: GraphReader) -> Iterator[str]:
    """The pieces of one annotation collection; its one page holds every citation."""
    label = json.dumps(render("export.annotations", "vi"), ensure_ascii=False)
    yield f'{{"@context": "{CONTEXT}", "type": "AnnotationCollection", "label": {label}, '
    yield '"first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    comma = "\n"
    with store.snapshot() as view:
        texts = _Texts(view)
        for edge in view.all_edges():
            if edge.kind not in BASIS_KINDS:
                continue
            for proof in edge.evidence:
                item = _annotation(edge, proof, texts.of(proof.doc))
                yield comma + json.dumps(item, ensure_ascii=False)
                comma = ",\n"
    yield "\n]}}\n"


class _Texts:
    """Original texts by document; the last ones used are kept."""

    def __init__(self, view: GraphReader) -> None:
        self._view = view
        self._kept: OrderedDict[str, str] = OrderedDict()

    def of(self, document: str) -> str:
        """The original; empty when it is not loaded."""
        if document not in self._kept:
            stored = self._view.text(document)
            self._kept[document] = stored.text if stored else ""
        self._kept.move_to_end(document)
        if len(self._kept) > TEXTS:
            self._kept.popitem(last=False)
        return self._kept[document]


def _annotation(edge: Edge, proof: Evidence, text: str) -> Json:
    relation = edge_rows()[edge.kind.value]
    return {
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "source": _full(edge.target), "purpose": "linking"},
            {"type": "TextualBody", "value": edge.kind.value, "purpose": "classifying"},
            {
                "type": "TextualBody",
                "value": relation.label,
                "language": "vi",
                "purpose": "describing",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": _full(proof.doc),
            "scope": _full(edge.source),
            "selector": [
                {"type": "TextPositionSelector", "start": proof.start, "end": proof.end},
                _quote(proof, text),
            ],
        },
    }


def _quote(proof: Evidence, text: str) -> Json:
    """The words as the original has them, with what stands around."""
    start, end = proof.start, proof.end
    exact = text[start:end] or proof.quote
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}


def _full(id: str) -> str:
    return NODES + iri(id).removeprefix("cancu:")
