"""Answers about a law that thousands rest on and a unit with thousands of tasks stay small.

Every one is a page with a cursor, counts come of all there is, and the memory that an answer takes
is that of a page and of ids, never of all that is said.
"""

import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import pytest
from bigworld import BUREAU, JOBS, LAW, PLAN, PLANS, plan_id, settle
from engines import ENGINES, empty_store

from graph.engine.census import Trait
from graph.model import EdgeKind, NodeKind
from graph.questions import (
    chain,
    impact,
    missing_page,
    neighbourhood,
    path,
    relations,
    show,
    state,
    tasks_of,
    workload,
)
from graph.questions.ask import ask
from graph.questions.ask.reply import Reply, Status
from graph.questions.rules.batch import Batch
from graph.store import GraphStore
from graph.times.periods import By
from graph.traverse import ALL_KINDS
from viz.sheets import SheetName, table

MB = 1_000_000
#: what a page with its words and proofs may take, and what an answer may that holds the ids of all
PAGE_MEMORY, IDS_MEMORY = 2 * MB, 8 * MB
#: what a table may take while it is written: tasks of many documents with their words and proof
SHEET_MEMORY = 12 * MB
PROGRAMMES = 16


@pytest.fixture(scope="module", params=ENGINES)
def big(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphStore]:
    """The world, loaded once for each engine."""
    with empty_store(request.param, tmp_path_factory.mktemp("big"), request) as store:
        settle(store)
        yield store


def peak(ask: Callable[[], object]) -> int:
    """The most memory that Python held for an answer, after it had been asked once."""
    ask()
    tracemalloc.start()
    try:
        ask()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _count(rows: Iterable[object]) -> int:
    return sum(1 for _ in rows)


def _batch(store: GraphStore, id: str) -> Batch:
    return Batch(store, [store.nodes([id])[id]])


def _asked(store: GraphStore, question: str) -> Reply:
    reply = ask(store, f"{BUREAU} {question}?", today=date(2026, 6, 1))
    assert reply.status is Status.ANSWERED
    return reply


ANSWERS: dict[str, tuple[int, Callable[[GraphStore], object]]] = {
    "show a law": (PAGE_MEMORY, lambda s: show(s, LAW, limit=50)),
    "show a unit": (PAGE_MEMORY, lambda s: show(s, BUREAU, limit=50)),
    "diagram": (PAGE_MEMORY, lambda s: relations(s, LAW, limit=20)),
    "state": (PAGE_MEMORY, lambda s: state(s, LAW, at="2026-07-01")),
    "proof to a law": (PAGE_MEMORY, lambda s: path(s, PLAN, LAW)),
    "neighbours of a law": (IDS_MEMORY, lambda s: neighbourhood(s, LAW, limit=50)),
    "neighbours of a unit": (IDS_MEMORY, lambda s: neighbourhood(s, BUREAU, limit=50, depth=2)),
    "chain": (IDS_MEMORY, lambda s: chain(s, LAW, down=True, limit=50, counted=True)),
    "chain of a level": (
        IDS_MEMORY, lambda s: chain(s, LAW, down=True, limit=50, levels=("province",)),
    ),
    "tasks of a unit": (IDS_MEMORY, lambda s: tasks_of(s, BUREAU, limit=50)),
    "tasks of a unit by days": (
        IDS_MEMORY, lambda s: tasks_of(s, BUREAU, since="2026-02", limit=50, cursor="100"),
    ),
    "workload": (IDS_MEMORY, lambda s: workload(s, [BUREAU], year=2026, named=False)),
    "workload with tasks": (
        PAGE_MEMORY + 4 * MB,
        lambda s: workload(s, [BUREAU], year=2026, limit=200),
    ),
    "workload of all": (IDS_MEMORY, lambda s: workload(s, year=2026, by=By.MONTH, named=False)),
    "claims about a law": (PAGE_MEMORY, lambda s: _batch(s, LAW).claims),
    "ask for the work of a unit": (IDS_MEMORY, lambda s: _asked(s, "phải làm gì năm 2026")),
    "ask who gives a unit work": (
        IDS_MEMORY, lambda s: _asked(s, "được những văn bản nào giao việc"),
    ),
    "chain of a unit": (IDS_MEMORY, lambda s: chain(s, BUREAU, limit=50, counted=True)),
    "impact": (IDS_MEMORY, lambda s: impact(s, LAW, on="2026-03-31", limit=50)),
    "missing": (IDS_MEMORY, lambda s: missing_page(s, limit=20)),
    "ways between plans": (IDS_MEMORY, lambda s: path(s, PLAN, plan_id(1))),
    "ways from a unit": (IDS_MEMORY, lambda s: path(s, BUREAU, LAW)),
    **{
        f"sheet of {name}": (SHEET_MEMORY, lambda s, name=name: _count(table(s, name, BUREAU).rows))
        for name in (SheetName.CALENDAR, SheetName.FINDINGS)
    },
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_takes_the_memory_of_a_page(big: GraphStore, name: str) -> None:
    most, ask = ANSWERS[name]
    assert peak(lambda: ask(big)) < most


def test_all_at_once_would_not_fit(big: GraphStore) -> None:
    """The measure can fail: what is said of the law, and the tasks of the unit, are larger."""
    assert peak(lambda: big.incident([LAW], ALL_KINDS, ends="both")) > IDS_MEMORY
    assert peak(lambda: big.incident([BUREAU], ALL_KINDS)) > PAGE_MEMORY


def test_the_law_is_shown_page_by_page(big: GraphStore) -> None:
    seen: set[tuple[str, EdgeKind, str, str]] = set()
    cursor, left = None, 2 * PLANS + PROGRAMMES
    while True:
        page = show(big, LAW, limit=2000, cursor=cursor)
        assert page.arriving == {EdgeKind.BASED_ON: PLANS + PROGRAMMES, EdgeKind.CITES: PLANS}
        assert not seen & {edge.key for edge in page.edges}
        seen |= {edge.key for edge in page.edges}
        left -= len(page.edges)
        assert page.left_out == left
        if (cursor := page.next) is None:
            break
    assert (len(seen), left) == (2 * PLANS + PROGRAMMES, 0)


def test_a_unit_is_shown_page_by_page(big: GraphStore) -> None:
    first = show(big, BUREAU, limit=3000)
    assert first.leaving == {EdgeKind.LEADS: JOBS} and first.next
    rest = show(big, BUREAU, limit=3000, cursor=first.next)
    assert len(first.edges) + len(rest.edges) == JOBS and rest.next is None


def test_counts_and_pages_of_chain_impact_and_diagram(big: GraphStore) -> None:
    down = chain(big, LAW, down=True, limit=10, counted=True)
    plans = Trait(NodeKind.DOCUMENT, "province", "Kế hoạch")
    assert down.counts[plans] == PLANS and down.left_out == PLANS + PROGRAMMES + 1 - 10
    further = chain(big, LAW, down=True, limit=10, cursor=down.next)
    assert not set(down.depth) & set(further.depth) - {LAW}
    found = impact(big, LAW, on="2026-03-31", limit=5)
    assert found.direct[plans] == PLANS and found.indirect[Trait(NodeKind.TASK)] == JOBS
    assert found.running is not None and found.running.after == JOBS and found.complete
    diagram = {c.row.id: c for c in relations(big, LAW, limit=5).categories}
    assert diagram["applies"].documents == PLANS + PROGRAMMES
    assert len(diagram["applies"].members) == 5 and diagram["applies"].next


def test_tasks_of_a_unit_in_pages(big: GraphStore) -> None:
    seen: list[str] = []
    cursor = ""
    while True:
        page = tasks_of(big, BUREAU, limit=1500, cursor=cursor)
        assert page.counts == {"total": JOBS, "undated": 0}
        assert all(duty.edges[0].evidence for duty in page.duties)
        seen += [duty.task.id for duty in page.duties]
        if page.next is None:
            break
        cursor = page.next
    assert len(set(seen)) == len(seen) == JOBS and seen == sorted(seen)
    assert tasks_of(big, BUREAU, since="2026-07", limit=50).counts["total"] == 0


def test_neighbours_in_pages(big: GraphStore) -> None:
    first = neighbourhood(big, LAW, limit=2500)
    assert (len(first.nodes), first.left_out) == (2500, PLANS + PROGRAMMES + 1 - 2500)
    rest = neighbourhood(big, LAW, limit=2500, cursor=first.next)
    assert set(first.depth) & set(rest.depth) == {LAW} and rest.next is None
    assert len(rest.nodes) == PLANS + PROGRAMMES + 2 - 2500


def test_nodes_of_a_batch_stand_in_order(big: GraphStore) -> None:
    ids = {plan_id(number) for number in range(30)}
    assert list(_batch(big, LAW).nodes(ids)) == sorted(ids)
