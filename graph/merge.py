"""One node from what several documents say of it: the majority of each property, never the last.

A node that no loaded document owns (a cited decision, a unit) is shown as the merge of all
references to it. The merge counts votes, so the order of loading cannot change it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable

from graph.model import Json, Node, NodeKind

ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
SILENCE = frozenset({"null", '""', ""})  # no vote, unless nobody says more


def merge(votes: Iterable[tuple[Node, int]]) -> Node:
    """The node most documents describe (gộp các cách dẫn chiếu); votes are (reading, documents).

    For each property the value that most documents give wins, ties go to the smallest JSON text;
    a document that leaves a property out has no vote on it.
    """
    votes = list(votes)
    if len(votes) == 1:
        return votes[0][0]
    kinds: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    properties: dict[str, Counter[str]] = defaultdict(Counter)
    for node, count in votes:
        kinds[node.kind] += count
        labels[node.label] += count
        for name, value in node.properties.items():
            properties[name][canonical(value)] += count
    chosen = {name: json.loads(_winner(properties[name])) for name in sorted(properties)}
    return Node(votes[0][0].id, NodeKind(_winner(kinds)), _winner(labels), chosen)


def canonical(value: Json) -> str:
    """The one JSON text of a value: sorted keys, no blanks, letters as they are."""
    return ENCODER.encode(value)


def _winner(votes: Counter[str]) -> str:
    said = {value: count for value, count in votes.items() if value not in SILENCE} or votes
    return min(said, key=lambda value: (-said[value], value))
