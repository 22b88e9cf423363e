"""A graph moved between stores is the same graph, also when the move was stopped on the way."""

from collections.abc import Iterator

import pytest
from stores import delta, lines, related
from world import world

from graph import copying, open_store
from graph.copying import checksum, copy
from graph.errors import ConflictError, StoreError
from graph.store import GraphStore

ALL = [*related(), *world()]


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def other() -> Iterator[GraphStore]:
    """A second store, embedded."""
    with open_store("sqlite::memory:") as opened:
        yield opened


def test_what_documents_said_comes_back_as_it_was_given(store: GraphStore) -> None:
    for said in ALL:
        store.apply(said)
    told = store.said([said.document for said in ALL] + ["vn/nobody"])
    assert sorted(told) == sorted(said.document for said in ALL)
    for said in ALL:
        assert not store.apply(told[said.document]).changed
    assert store.said([]) == {}


def test_all_at_once_is_one_by_one(store: GraphStore, other: GraphStore) -> None:
    changed = delta(ALL[0].document, title="Nay khác")
    for said in [*ALL, changed]:
        other.apply(said)
    store.apply(ALL[1])
    assert store.apply_all([*ALL, changed]).changed
    assert lines(store) == lines(other)
    assert store.issues() == other.issues()
    assert store.digests() == other.digests()
    assert not store.apply_all(ALL[1:]).changed
    assert not store.apply_all([]).changed


def test_a_batch_is_whole_or_not_at_all(store: GraphStore) -> None:
    store.apply_all(ALL[:2])
    before = lines(store)
    thief = delta("vn/thief", owned=[ALL[0].owned[1]])
    with pytest.raises(ConflictError):
        store.apply_all([*ALL[2:], thief])
    assert lines(store) == before


def test_a_graph_goes_there_and_back(store: GraphStore, read_once: GraphStore) -> None:
    done = copy(read_once, store, silent)
    assert done.moved == done.documents == len(read_once.documents())
    assert lines(store) == lines(read_once)
    assert (store.issues(), store.settle()) == (read_once.issues(), [])
    assert copy(read_once, store, silent).moved == 0
    with open_store("sqlite::memory:") as third:
        assert copy(store, third, silent).checksum == done.checksum == checksum(read_once)
        assert third.digests() == read_once.digests()


def test_a_stopped_copy_goes_on_where_it_ended(
    store: GraphStore, other: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "BATCH", 2)
    other.apply_all(ALL)
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(other, store, stop)
    assert 0 < len(store.documents()) < len(ALL)
    done = copy(other, store, silent)
    assert 0 < done.moved < done.documents == len(ALL)
    assert lines(store) == lines(other)


def test_a_target_with_documents_of_its_own_is_left_alone(
    store: GraphStore, other: GraphStore
) -> None:
    other.apply_all(ALL)
    store.apply(delta("vn/own"))
    before = lines(store)
    with pytest.raises(ConflictError, match="vn/own"):
        copy(other, store, silent)
    assert lines(store) == before


def test_a_target_that_somebody_else_writes_to_is_noticed(
    store: GraphStore, other: GraphStore
) -> None:
    other.apply_all(ALL)

    def disturb(done: int, total: int) -> None:
        if done == total:
            store.apply(delta("vn/own"))

    with pytest.raises(StoreError) as caught:
        copy(other, store, disturb)
    assert caught.value.key == "copy.counts"
