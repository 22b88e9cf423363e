"""How nodes are to be shown after a change, on every engine: the owner's words, else the merge of
all references.

An engine reads the nodes that a change touches and the descriptions of the open ones, and writes
the difference that comes out here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.engine.merge import merge, says_no_more
from graph.engine.rows import node_of, node_row
from graph.engine.statement import Statement
from graph.errors import ConflictError
from graph.model import Node

#: (document, node, how the document describes it)
Vote = tuple[str, str, str]
#: (node, how it is described)
Description = tuple[str, str]


def moves(
    said: Iterable[Statement], before: Iterable[Sequence[str]]
) -> tuple[list[Vote], list[Vote]]:
    """The votes that are gone and those that are new, when documents say this after ``before``."""
    gone = {(document, id, row) for document, id, row in before}
    votes = [(s.document, id, s.rows[id]) for s in said for id in s.references]
    if not gone:
        return [], votes
    wanted = set(votes)
    return sorted(gone - wanted), sorted(wanted - gone)


@dataclass(frozen=True, slots=True)
class Held:
    """A node as a store has it: its shown row, the document that owns it, who refers to it."""

    row: str
    owner: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Put:
    """A node to be written, and how it was before; ``shown``: that others see it differs."""

    node: Node
    row: str
    owner: str | None
    mentions: int
    before: Held | None

    @property
    def shown(self) -> bool:
        """Whether it is shown differently from before."""
        return self.before is None or self.before.row != self.row

    @property
    def mentioned(self) -> bool:
        """Whether it is referred to by more or fewer documents than before."""
        return self.mentions != (self.before.mentions if self.before else 0)


@dataclass(slots=True)
class NodeChange:
    """What is to be written of nodes: rows to put, (id, mentions) to count, ids that are gone."""

    put: list[Put] = field(default_factory=list)
    counted: list[tuple[str, int]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """The rows that change, as a report names them."""
        return Counter(
            nodes_added=sum(put.before is None for put in self.put),
            nodes_changed=sum(put.before is not None and put.shown for put in self.put),
            nodes_removed=len(self.gone),
        )


class Standing:
    """The nodes that a change touches: as they are shown, whose they are, how they are described.

    First ``own`` and ``vote``, then ``describe`` what ``open`` asks for, then ``change``.
    """

    def __init__(self, held: Mapping[str, Held]) -> None:
        self._held = held
        self._owner = {id: node.owner for id, node in held.items()}
        self._owned: dict[str, Statement] = {}  # node → who describes it now as its own
        self._said: dict[str, Statement] = {}  # node → one of those who refer to it now
        self._moved: dict[str, dict[str, int]] = {}
        self._votes: dict[str, dict[str, int]] = {}  # as the store counts them

    def own(self, said: Iterable[Statement], before: Mapping[str, Sequence[str]]) -> None:
        """Give the nodes to the documents that own them; ConflictError when one is another's."""
        for document, ids in before.items():
            for id in ids:
                if self._owner[id] == document:
                    self._owner[id] = None
        for statement in said:
            for id in sorted(statement.owned):
                if (owner := self._owner.get(id)) is not None:
                    raise ConflictError(
                        "store.owned_elsewhere", id=id, owner=owner, document=statement.document
                    )
                self._owner[id] = statement.document
                self._owned[id] = statement

    def vote(self, said: Iterable[Statement], gone: Iterable[Vote], new: Iterable[Vote]) -> None:
        """Documents describe a node no more, or describe it so from now on."""
        for statement in said:
            self._said.update(dict.fromkeys(statement.references, statement))
        moved = self._moved
        for votes, more in ((new, 1), (gone, -1)):
            for _, id, row in votes:
                if (described := moved.get(id)) is None:
                    moved[id] = {row: more}
                else:
                    described[row] = described.get(row, 0) + more

    def touched(self, released: Iterable[str]) -> list[str]:
        """The known nodes that are described, or may be shown, differently."""
        return sorted((self._moved.keys() | set(released)) & self._held.keys())

    def open(self, released: Iterable[str]) -> list[str]:
        """Those of the touched that are shown as others describe them, and may be so differently;
        all that is to be known of the others is known."""
        return [
            id
            for id in self.touched(released)
            if self._owner[id] is None and not self._is_affirmed(id)
        ]

    def describe(self, votes: Iterable[tuple[str, str, int]]) -> None:
        """How nodes are described in the store: (node, how, by how many documents)."""
        for id, row, documents in votes:
            self._votes.setdefault(id, {})[row] = documents

    def descriptions(self) -> Iterator[tuple[Description, int]]:
        """The descriptions that other documents give now than before, and how many more."""
        for id, moved in self._moved.items():
            for row, more in moved.items():
                yield (id, row), more

    def change(self, released: Iterable[str]) -> NodeChange:
        """The difference between how the nodes are shown and how they are to be."""
        change = NodeChange()
        for id in dict.fromkeys((*self._owned, *self._moved, *released)):
            before, owner = self._held.get(id), self._owner.get(id)
            moved = self._moved.get(id, _UNMOVED)
            more = sum(moved.values())
            mentions = before.mentions + more if before else more
            stays = owner is not None and id not in self._owned  # as another document says
            if before and (stays or (owner is None and self._is_affirmed(id))):
                if more:
                    change.counted.append((id, mentions))
                continue
            shown = self._shown(id, moved)
            if shown is None:
                change.gone += [id] if before else []
            elif before is None or (before.row, before.owner) != (shown[0], owner):
                change.put.append(Put(shown[1], shown[0], owner, mentions, before))
            elif more:
                change.counted.append((id, mentions))
        return change

    def _is_affirmed(self, id: str) -> bool:
        """Whether a node without an owner is only described by more documents as it is shown, in
        full or in part: every property has its winner, and a vote more for it changes none."""
        before, moved = self._held.get(id), self._moved.get(id)
        if not before or before.owner is not None or not moved:
            return False
        if min(moved.values()) <= 0:
            return False
        others = [row for row in moved if row != before.row]
        if not others:
            return True
        shown = node_of(id, before.row)
        return all(says_no_more(self._node(id, row), shown) for row in others)

    def _shown(self, id: str, moved: Mapping[str, int]) -> tuple[str, Node] | None:
        """How the node is to be shown; None when nobody speaks of it any more."""
        if (own := self._owned.get(id)) is not None:
            return own.rows[id], own.owned[id]
        votes = self._votes.get(id)
        if votes is None and len(moved) == 1:  # nearly all that is new: nothing to weigh
            ((row, count),) = moved.items()
            return (row, self._node(id, row)) if count > 0 else None
        readings = Counter(votes or {})
        readings.update(moved)
        said = sorted((row, count) for row, count in readings.items() if count > 0)
        if not said:
            return None
        node = merge((self._node(id, row), count) for row, count in said)
        return (said[0][0] if len(said) == 1 else node_row(node)), node

    def _node(self, id: str, row: str) -> Node:
        said = self._said.get(id)
        return said.references[id] if said and said.rows[id] == row else node_of(id, row)


_UNMOVED: Mapping[str, int] = {}
