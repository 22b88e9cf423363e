"""Why one node leads to the next, in words: the edge's verb in the direction that is walked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import render
from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, Node, NodeKind
from graph.questions.finding import short
from graph.vocabulary import edge_rows

#: which of several edges says most of why: the first of these
TELLING = (
    EdgeKind.ASSIGNS,
    *BASIS_KINDS,
    *ROLE_KINDS,
    EdgeKind.REPORTS_TO,
    EdgeKind.PART_OF,
    EdgeKind.ISSUED_BY,
    EdgeKind.SUCCEEDS,
    EdgeKind.ADDRESSED_TO,
)
#: assertions of one step that are shown
PROOFS = 5


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a way (bước): from ``here`` to ``there`` by edges of one kind, which is the most
    telling between the two; ``others``: further kinds; ``forward``: along the edge."""

    here: Node
    there: Node
    kind: EdgeKind
    forward: bool
    edges: tuple[Edge, ...]
    others: tuple[EdgeKind, ...]


def hop(here: Node, there: Node, edges: Sequence[Edge]) -> Hop:
    """The step between two nodes that these edges join, in either direction."""
    kinds = sorted({edge.kind for edge in edges}, key=TELLING.index)
    said = sorted((e for e in edges if e.kind is kinds[0]), key=lambda e: _order(e, here))
    ahead = said[0].source == here.id
    shown = tuple(edge for edge in said if (edge.source == here.id) is ahead)[:PROOFS]
    return Hop(here, there, kinds[0], ahead, shown, tuple(kinds[1:]))


def reason(step: Hop, nodes: Mapping[str, Node], lang: str = "vi") -> str:
    """The step as a sentence: "Kế hoạch A căn cứ Quyết định B." Who says so is named where it is
    neither of the two, nor the document of a task."""
    row = edge_rows()[step.kind]
    here, there = _name(step.here, lang), _name(step.there, lang)
    if lang == "en":  # the vocabulary has the English verb in the edge's own direction
        here, there = (here, there) if step.forward else (there, here)
    verb = row.label_en if lang == "en" else row.label if step.forward else row.inverse
    said = verb.replace("…", there) if "…" in verb else f"{_before(verb, there)} {there}"
    sentence = render("reason.step", lang, here=here, said=said)
    return sentence[:1].upper() + sentence[1:] + _by(step, nodes, lang)


def _by(step: Hop, nodes: Mapping[str, Node], lang: str) -> str:
    """Whose words these are, where that is a third document."""
    speaker = step.edges[0].asserted_by
    own = {step.here.id, step.there.id} | {
        str(node.properties.get("document")) for node in (step.here, step.there)
    }
    if speaker in own or speaker not in nodes:
        return ""
    return " " + render("reason.by", lang, by=nodes[speaker].label)


def _before(verb: str, there: str) -> str:
    """The verb without the words that what follows begins with: "giao nhiệm vụ" + "nhiệm vụ 1"."""
    words, after = verb.split(), there.split()
    for many in range(len(words) - 1, 0, -1):
        if words[-many:] == after[:many]:
            return " ".join(words[:-many])
    return verb


def _name(node: Node, lang: str) -> str:
    if node.kind is not NodeKind.TASK:
        return node.label
    path = str(node.properties.get("path") or "")
    return " ".join(render("reason.task", lang, path=path, name=short(node)).split())


def _order(edge: Edge, here: Node) -> tuple[bool, bool, tuple[str, str, str, str]]:
    """Along before against, its own words before those of others."""
    return edge.source != here.id, edge.asserted_by != edge.source, edge.key
