"""What to load next: by the documents that rest on it, be it through others, and their tasks."""

from importlib import import_module

import pytest
from stores import delta, document, task

from graph.errors import UsageError
from graph.model import EdgeKind
from graph.questions import missing, missing_page
from graph.questions.impact import impact
from graph.store import GraphStore

k = EdgeKind
ROOT, LEAF, CITED = "vn/qh/luat/2001/1", "vn/ttg/qd/2002/2", "vn/x/cv/2003/3"


def _fill(store: GraphStore) -> None:
    """A decision on a law, three plans on the decision with a task each; nothing above is loaded.
    Four letters only cite a paper."""
    store.apply(delta("vn/qd", ("vn/qd", k.BASED_ON, ROOT)))
    for number in (1, 2, 3):
        plan, job = f"vn/kh/{number}", f"vn/kh/{number}/nv/1"
        store.apply(
            delta(plan, (plan, k.IMPLEMENTS, "vn/qd"), (plan, k.ASSIGNS, job),
                  owned=[task(job, kind="task")])
        )  # fmt: skip
    job = "vn/kh/9/nv/1"
    store.apply(
        delta("vn/kh/9", ("vn/kh/9", k.BASED_ON, LEAF), ("vn/kh/9", k.ASSIGNS, job),
              (job, k.CITES, CITED), owned=[task(job, kind="task")])
    )  # fmt: skip
    for number in range(4):
        store.apply(delta(f"vn/cv/{number}", (f"vn/cv/{number}", k.CITES, CITED)))


def test_what_most_rests_on_comes_first(store: GraphStore) -> None:
    _fill(store)
    assert [(m.node.id, m.cited_by, m.documents, m.tasks) for m in missing(store)] == [
        (ROOT, 1, 4, 3),
        (LEAF, 1, 1, 1),
        (CITED, 5, 0, 1),
    ]


def test_the_figures_are_those_of_the_impact(store: GraphStore) -> None:
    _fill(store)
    for one in missing(store):
        found = impact(store, one.node.id, limit=100)
        walked = [m for m in found.members if m.edges[0].kind is not k.CITES]
        texts = [m for m in walked if m.node.kind.value == "document"]
        assert len(texts) == one.documents, one.node.id
        jobs = [m for m in found.members if m.node.kind.value == "task"]
        assert len(jobs) == one.tasks, one.node.id


def test_circles_and_stubs_that_rest_on_each_other(store: GraphStore) -> None:
    store.apply(delta("vn/w", ("vn/a", k.BASED_ON, "vn/b"), ("vn/b", k.BASED_ON, "vn/a"),
                      references=[document("vn/a"), document("vn/b")]))  # fmt: skip
    assert [(m.node.id, m.documents) for m in missing(store)] == [("vn/a", 1), ("vn/b", 1)]


def test_where_a_limit_was_met_there_is_more_than_was_counted(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(store)
    whole = missing_page(store)
    # the module by its name: the package's own "missing" is the question
    monkeypatch.setattr(import_module("graph.questions.missing"), "BUDGET", 4)
    cut = missing_page(store)
    assert (whole.complete, cut.complete) == (True, False)
    assert {m.node.id: m.documents for m in cut.found}[ROOT] < 4


def test_pages_and_the_total(store: GraphStore) -> None:
    _fill(store)
    first = missing_page(store, limit=2)
    assert ([m.node.id for m in first.found], first.total, first.next) == ([ROOT, LEAF], 3, "2")
    rest = missing_page(store, limit=2, cursor=first.next)
    assert ([m.node.id for m in rest.found], rest.next) == ([CITED], None)
    with pytest.raises(UsageError):
        missing_page(store, cursor="x")


def test_work_that_an_annex_repeats_and_headings_count_once(store: GraphStore) -> None:
    plan, annex, name = "vn/kh/5", "vn/phl/5", "Rà soát định mức kinh tế kỹ thuật của ngành"
    jobs = [f"{plan}/nv/1", f"{plan}/nv/2", f"{annex}/nv/1", f"{annex}/nv/9"]
    heading, own, twin, other = jobs
    store.apply(
        delta(plan, (plan, k.BASED_ON, ROOT), (plan, k.ASSIGNS, heading), (plan, k.ASSIGNS, own),
              owned=[task(heading, kind="group"), task(own, kind="task", name=name)])
    )  # fmt: skip
    store.apply(
        delta(annex, (annex, k.ANNEX_OF, plan), (annex, k.ASSIGNS, twin), (annex, k.ASSIGNS, other),
              owned=[task(twin, kind="task", name=name), task(other, kind="task", name="Tập huấn")])
    )  # fmt: skip
    assert [(m.node.id, m.documents, m.tasks) for m in missing(store)] == [(ROOT, 2, 2)]
    found = store.resting([ROOT, plan], [k.BASED_ON, k.ANNEX_OF], budget=100)
    assert (found.documents, found.tasks) == ([2, 1], [0, 0])
    assert found.apart == {own: 0b11, twin: 0b11, other: 0b11}


def test_a_walk_stops_at_its_budget_and_knows_no_strangers(store: GraphStore) -> None:
    _fill(store)
    whole = store.resting([ROOT, LEAF], [k.BASED_ON, k.IMPLEMENTS], budget=100)
    assert (whole.documents, whole.tasks, whole.apart) == ([4, 1], [3, 1], {})
    # two are met from the start: nothing but they themselves is walked over
    cut = store.resting([ROOT, LEAF], [k.BASED_ON, k.IMPLEMENTS], budget=1)
    assert cut.documents == [0, 0]
    assert store.resting([], [k.BASED_ON], budget=100).documents == []
    assert store.resting(["vn/none"], [k.BASED_ON], budget=100).documents == [0]
