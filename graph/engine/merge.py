"""One node from what several documents say of it: the majority of each property, never the last.

A node that no loaded document owns (a cited decision, a unit) is shown as the merge of all
references to it. The merge counts votes, so the order of loading cannot change it.
"""

from collections.abc import Iterable, Mapping, Sequence

from graph.jsontext import canonical, parsed
from graph.model import Json, Node, NodeKind

SILENCE = frozenset({"null", '""', ""})  # no vote, unless nobody says more

#: a value as JSON text → how many documents give it
Tally = dict[str, int]


def merge(votes: Iterable[tuple[Node, int]]) -> Node:
    """The node most documents describe (gộp các cách dẫn chiếu); votes are (reading, documents).

    For each property the value that most documents give wins, ties go to the smallest JSON text;
    a document that leaves a property out has no vote on it.
    """
    votes = list(votes)
    if len(votes) == 1:
        return votes[0][0]
    kinds: Tally = {}
    labels: Tally = {}
    properties: dict[str, list[tuple[Json, int]]] = {}
    for node, count in votes:
        kinds[node.kind] = kinds.get(node.kind, 0) + count
        labels[node.label] = labels.get(node.label, 0) + count
        for name, value in node.properties.items():
            properties.setdefault(name, []).append((value, count))
    chosen = {name: _chosen(properties[name]) for name in sorted(properties)}
    return Node(votes[0][0].id, NodeKind(_winner(kinds)), _winner(labels), chosen)


def says_no_more(node: Node, shown: Node) -> bool:
    """Whether a reading says nothing but what is shown: the same kind and label, and each of its
    properties as it is there."""
    if (node.kind, node.label) != (shown.kind, shown.label):
        return False
    there = shown.properties
    return all(
        name in there and _are_same(value, there[name]) for name, value in node.properties.items()
    )


def _are_same(one: Json, other: Json) -> bool:
    """Whether two values have one JSON text: 1, 1.0 and true are three."""
    if type(one) is str:
        return type(other) is str and one == other
    return canonical(one) == canonical(other)


def _chosen(votes: Sequence[tuple[Json, int]]) -> Json:
    first, _ = votes[0]
    if type(first) is str and all(value == first for value, _ in votes):
        return first  # nearly always all say the same, and text is its own JSON
    tally: Tally = {}
    for value, count in votes:
        text = canonical(value)
        tally[text] = tally.get(text, 0) + count
    return parsed(_winner(tally))


def _winner(votes: Mapping[str, int]) -> str:
    if len(votes) == 1:
        return next(iter(votes))
    said = {value: count for value, count in votes.items() if value not in SILENCE} or votes
    return min(said, key=lambda value: (-said[value], value))
