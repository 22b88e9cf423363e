"""How nodes are to be shown after a change: the owner's words, else the merge of all references."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from neo4j import ManagedTransaction

from graph import cypher_writes as cypher
from graph.errors import ConflictError
from graph.merge import merge
from graph.model import Node
from graph.neo4j_connection import rows
from graph.neo4j_rows import node_facts, node_labels, reading_key
from graph.rows import node_of, shown_node
from graph.statement import Statement


@dataclass(slots=True)
class Standing:
    """Nodes that a change touches: as they are shown, whose they are, how they are described."""

    ids: Sequence[str]
    shown: dict[str, Node]
    owner: dict[str, str | None]
    mentions: dict[str, int]
    labels: dict[str, list[str]]
    votes: dict[str, Counter[str]]
    owners_before: dict[str, str | None] = field(default_factory=dict)
    owned: dict[str, Node] = field(default_factory=dict)  # as their owner describes them now
    voted: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def read(cls, tx: ManagedTransaction, ids: Sequence[str]) -> Self:
        """The nodes as the store has them now."""
        found = {row[0]: row for row in rows(tx, cypher.STANDING, ids=ids)}
        votes: dict[str, Counter[str]] = {id: Counter() for id in ids}
        for id, row, documents in rows(tx, cypher.VOTES, ids=sorted(found)):
            votes[id][row] = documents
        owner = {id: found[id][4] if id in found else None for id in ids}
        return cls(
            ids=ids,
            shown={id: shown_node(row) for id, row in found.items()},
            owner=owner,
            mentions={id: row[5] for id, row in found.items()},
            labels={id: row[6] for id, row in found.items()},
            votes=votes,
            owners_before=dict(owner),
        )

    def vote(self, readings: Iterable[tuple[str, str]], count: int) -> None:
        """Documents that describe a node so from now on (+1) or no more (-1)."""
        for id, row in readings:
            self.votes[id][row] += count
            self.voted.add((id, row))

    def own(self, said: Iterable[Statement], before: Mapping[str, Sequence[str]]) -> None:
        """Give the nodes to the documents that own them; ConflictError when one is another's."""
        for document, ids in before.items():
            for id in ids:
                if self.owner[id] == document:
                    self.owner[id] = None
        for statement in said:
            for id, described in sorted(statement.owned.items()):
                if (owner := self.owner[id]) is not None:
                    raise ConflictError(
                        "store.owned_elsewhere", id=id, owner=owner, document=statement.document
                    )
                self.owner[id] = statement.document
                self.owned[id] = described

    def described(self, id: str) -> Node | None:
        """The node as it is to be shown; None when nobody speaks of it any more."""
        if id in self.owned:
            return self.owned[id]
        if self.owner[id] is not None:
            return self.shown[id]  # as its owner, another document, says
        readings = [(node_of(id, row), n) for row, n in sorted(self.votes[id].items()) if n > 0]
        return merge(readings) if readings else None

    def readings(self) -> list[dict[str, Any]]:
        """The descriptions that somebody gives, with how many do."""
        return [
            {"key": reading_key(id, row), "node": id, "row": row, "documents": self.votes[id][row]}
            for id, row in sorted(self.voted)
            if self.votes[id][row] > 0
        ]

    def silent(self) -> list[str]:
        """The keys of descriptions that nobody gives any more."""
        return [reading_key(i, row) for i, row in sorted(self.voted) if self.votes[i][row] <= 0]


@dataclass(slots=True)
class NodeChange:
    """What is to be written of nodes: rows to put, [id, mentions] to count, ids that are gone."""

    put: list[dict[str, Any]] = field(default_factory=list)
    counted: list[list[Any]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def node_changes(standing: Standing) -> NodeChange:
    """The difference between how the nodes are shown and how they are to be."""
    change = NodeChange()
    for id in standing.ids:
        before, after = standing.shown.get(id), standing.described(id)
        mentions = sum(standing.votes[id].values())
        if after is None:
            change.gone += [id] if before else []
            change.counts["nodes_removed"] += before is not None
        elif before != after or standing.owner[id] != standing.owners_before[id]:
            change.put.append(_row(standing, after, mentions))
            change.counts["nodes_added"] += before is None
            change.counts["nodes_changed"] += before is not None and before != after
        elif mentions != standing.mentions[id]:
            change.counted.append([id, mentions])
    return change


def _row(standing: Standing, shown: Node, mentions: int) -> dict[str, Any]:
    labels = node_labels(shown)
    return {
        "id": shown.id,
        "old": [label for label in standing.labels.get(shown.id, ()) if label not in labels],
        "labels": labels,
        "facts": node_facts(shown, owner=standing.owner[shown.id], mentions=mentions),
    }
