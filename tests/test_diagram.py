"""The diagram of a document (lược đồ): both directions, every category, pages of one."""

import pytest
from stores import delta, document, task

from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind
from graph.questions import relations
from graph.questions import relations as ask
from graph.questions.relations import PROOFS, Category, Relations
from graph.store import GraphStore
from graph.vocabulary.diagram import beside, categories

k = EdgeKind
MIDDLE, NEW = "vn/a/qd/2025/5", "vn/a/qd/2026/9"


def _fill(store: GraphStore) -> None:
    """A decision on a law; a newer one replaces it; three plans rest on it, one with a task."""
    store.apply(
        delta(MIDDLE, (MIDDLE, k.BASED_ON, "vn/qh/luat/2020/1"), (MIDDLE, k.REPEALS, "vn/a/qd/1"),
              (MIDDLE, k.REQUESTED_BY, "unit/so"), (MIDDLE, k.REQUESTED_BY, "vn/a/ttr/2025/1"))
    )  # fmt: skip
    store.apply(delta(NEW, (NEW, k.REPLACES, MIDDLE)))
    for number in (1, 2, 3):
        plan = f"vn/a/kh/2026/{number}"
        store.apply(delta(plan, (plan, k.BASED_ON, MIDDLE), (plan, k.CITES, MIDDLE)))
    job = "vn/b/kh/2026/1/nv/1"
    store.apply(
        delta("vn/b/kh/2026/1", ("vn/b/kh/2026/1", k.ASSIGNS, job), (job, k.CITES, MIDDLE),
              owned=[task(job, kind="task")])
    )  # fmt: skip
    store.apply(delta("vn/a/pl/1", ("vn/a/pl/1", k.ANNEX_OF, MIDDLE)))


def by_id(found: Relations) -> dict[str, Category]:
    return {category.row.id: category for category in (*found.categories, *found.beside)}


def test_thirteen_and_thirteen_whatever_is_read() -> None:
    assert [row.incoming for row in categories()] == [True] * 13 + [False] * 13
    ids = [row.id for row in (*categories(), *beside())]
    assert len(set(ids)) == len(ids)
    for row in categories():
        passive = any(word in row.label for word in ("được", "bị")) or row.id == "bases"
        assert row.incoming is not passive, "được/bị: this document does it to that one"
    told = {(row.edge, row.incoming) for row in (*categories(), *beside()) if row.edge}
    assert len(told) == len([row for row in (*categories(), *beside()) if row.edge])
    document_kinds = {kind for kind in k if kind.value in (
        "based_on", "implements", "cites", "amends", "replaces", "repeals", "corrects",
        "suspends", "consolidates", "requested_by", "annex_of")}  # fmt: skip
    assert told == {(kind, way) for kind in document_kinds for way in (True, False)}


def test_each_document_stands_in_the_category_of_what_is_said(store: GraphStore) -> None:
    _fill(store)
    found = by_id(relations(store, MIDDLE))
    filled = {name: [m.node.id for m in c.members] for name, c in found.items() if c.documents}
    plans = [f"vn/a/kh/2026/{number}" for number in (1, 2, 3)]
    assert filled == {
        "replaces": [NEW],
        "applies": plans,
        "cites": plans,
        "bases": ["vn/qh/luat/2020/1"],
        "repealed": ["vn/a/qd/1"],
        "annexes": ["vn/a/pl/1"],
        "requests": ["vn/a/ttr/2025/1"],
    }
    assert (found["cites"].documents, found["cites"].tasks) == (3, 1)
    assert found["guides"].documents == 0 and found["guides"].row.edge is None
    assert all(m.edges[0].evidence for c in found.values() for m in c.members)
    turned = by_id(relations(store, NEW))
    assert [m.node.id for m in turned["replaced"].members] == [MIDDLE]


def test_pages_of_a_category(store: GraphStore) -> None:
    _fill(store)
    first = ask(store, MIDDLE, category="applies", limit=2)
    assert len(first.categories) == 1 and not first.beside
    category = first.categories[0]
    assert (category.documents, len(category.members)) == (3, 2)
    rest = ask(store, MIDDLE, category="applies", limit=2, cursor=category.next)
    assert [m.node.id for m in rest.categories[0].members] == ["vn/a/kh/2026/3"]
    assert rest.categories[0].next is None
    ends = ask(store, MIDDLE, category="bases", limit=1)
    assert ends.categories[0].next is None


def test_what_thousands_say_is_one_member_with_a_few_proofs(store: GraphStore) -> None:
    store.apply_all(
        delta(f"vn/w/{n:04}", (NEW, k.REPLACES, MIDDLE), references=[document(MIDDLE)])
        for n in range(1200)
    )
    store.apply(delta("vn/a/qd/2026/99", ("vn/a/qd/2026/99", k.REPLACES, MIDDLE)))
    (category,) = ask(store, MIDDLE, category="replaces", limit=1).categories
    assert (category.documents, category.next) == (2, NEW)
    assert len(category.members[0].edges) == PROOFS
    (category,) = ask(store, MIDDLE, category="replaces", cursor=NEW).categories
    assert [m.node.id for m in category.members] == ["vn/a/qd/2026/99"]


def test_what_cannot_be_asked(store: GraphStore) -> None:
    _fill(store)
    with pytest.raises(UsageError):
        ask(store, MIDDLE, category="khac")
    with pytest.raises(UsageError):
        ask(store, MIDDLE, cursor=NEW)
    with pytest.raises(NotFoundError):
        ask(store, "unit/so")
