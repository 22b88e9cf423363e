"""The result of loading depends on what is said, never on when: permutations, random histories."""

import random
from itertools import permutations

import pytest
from stores import LAW, B, delta, document, lines, related, task

from graph import open_store
from graph.engine.merge import merge
from graph.model import BASIS_KINDS, EdgeKind, GraphDelta, Node
from graph.store import GraphStore


def test_the_order_of_loading_does_not_matter(store: GraphStore) -> None:
    first: list[str] | None = None
    for order in permutations(related()):
        for said in order:
            store.apply(said)
        first = first or lines(store)
        assert lines(store) == first
        for said in order[::2]:
            store.remove(said.document)
        for said in order[1::2]:
            store.remove(said.document)
        assert lines(store) == []


def test_the_majority_names_a_stub(store: GraphStore) -> None:
    for said in related()[2:]:
        store.apply(said)
    assert store.nodes([LAW])[LAW].properties == {
        "status": "cited",
        "title": "Luật hai",
        "year": 2018,
    }
    claims = store.claims([LAW, "vn/x", "vn/nobody"])
    assert claims.keys() == {LAW}
    assert [document for document, _ in claims[LAW]] == ["vn/x", "vn/y", "vn/z"]
    assert claims[LAW][0][1].properties["title"] == "Luật một"
    store.apply(delta("vn/w", ("vn/w", B, LAW), references=[document(LAW, title="Luật hai")]))
    first = store.claims([LAW], most=1)[LAW]  # z describes it as w does
    assert [(by, said.properties["title"]) for by, said in first] == [
        ("vn/w", "Luật hai"), ("vn/x", "Luật một"), ("vn/y", "Luật hai"),
    ]  # fmt: skip


class Naive:
    """What a store should show, computed afresh from all that was said."""

    def __init__(self) -> None:
        self.said: dict[str, GraphDelta] = {}

    def nodes(self) -> dict[str, Node]:
        votes: dict[str, list[tuple[Node, int]]] = {}
        for said in self.said.values():
            for node in said.references:
                votes.setdefault(node.id, []).append((node, 1))
        shown = {id: merge(readings) for id, readings in votes.items()}
        return shown | {node.id: node for said in self.said.values() for node in said.owned}

    def edges(self) -> list[tuple[str, ...]]:
        return sorted(edge.key for said in self.said.values() for edge in said.edges)


def random_delta(dice: random.Random) -> GraphDelta:
    """A small document that speaks of a few others, now one way, now another."""
    names = [f"vn/{letter}" for letter in "abcdefg"]
    id = dice.choice(names)
    jobs = [f"{id}/nv/{n}" for n in range(dice.randrange(3))]
    others = dice.sample([name for name in names if name != id], dice.randrange(4))
    edges = [(id, dice.choice(BASIS_KINDS), other) for other in others]
    edges += [(id, EdgeKind.ASSIGNS, job) for job in jobs]
    edges += [(f"unit/{dice.randrange(3)}", EdgeKind.LEADS, job) for job in jobs]
    return delta(
        id,
        *edges,
        owned=[task(job, name=f"việc {dice.randrange(3)}") for job in jobs],
        references=[document(other, title=f"tên {dice.randrange(3)}") for other in others],
        title=f"tên {dice.randrange(3)}",
        text=f"chữ {dice.randrange(3)}",
    )


@pytest.mark.parametrize("seed", range(8))
def test_any_history_shows_what_is_said_last(store: GraphStore, seed: int) -> None:
    dice = random.Random(seed)
    naive = Naive()
    for _ in range(60):
        said = random_delta(dice)
        if dice.random() < 0.25:
            assert store.remove(said.document) == (said.document in naive.said)
            naive.said.pop(said.document, None)
        else:
            again = naive.said.get(said.document) == said
            assert store.apply(said).changed is not again
            naive.said[said.document] = said
        assert {node.id: node for node in store.all_nodes()} == naive.nodes()
        assert [edge.key for edge in store.all_edges()] == naive.edges()
    for node in naive.nodes().values():
        assert node.id in {hit.node.id for hit in store.search(node.label, limit=200)}


@pytest.mark.parametrize("seed", range(4))
def test_batches_come_to_what_one_by_one_does(store: GraphStore, seed: int) -> None:
    dice = random.Random(seed)
    with open_store("sqlite::memory:") as single:
        for _ in range(8):
            batch = {said.document: said for said in (random_delta(dice) for _ in range(6))}
            for said in sorted(batch.values(), key=lambda said: dice.random()):
                single.apply(said)
            store.apply_all(batch.values())
            assert lines(store) == lines(single)
            assert store.digests() == single.digests()
            for word in ("tên 0", "việc 2", "chữ 1"):
                found = [hit.node.id for hit in store.search(word, limit=200)]
                assert found == [hit.node.id for hit in single.search(word, limit=200)]
