"""A chain narrowed to relations, levels and days, in pages, and where it leaves the corpus."""

import pytest
from stores import delta, document
from world import DECISION, DIRECTIVE, FIRST, PLAN, SCHEME, settle

from graph.engine.census import Trait
from graph.errors import UsageError
from graph.model import EdgeKind, NodeKind
from graph.questions.chain import Chain, chain
from graph.store import GraphStore

k = EdgeKind
TOP, LAW = "vn/ttg/qd/2020/1", "vn/qh/luat/2011/4"
PLANS = [f"vn/xa/kh/2026/{number}" for number in range(1, 6)]


def _fill(store: GraphStore) -> None:
    """A law, a decision on it, a province's plan on that, five plans of communes on the plan."""
    store.apply(
        delta(TOP, (TOP, k.BASED_ON, LAW), level="government", issued="2020-05-01",
              references=[document(LAW, level="assembly", year=2011)])
    )  # fmt: skip
    store.apply(
        delta("vn/t/kh/1", ("vn/t/kh/1", k.IMPLEMENTS, TOP), level="province", issued="2025-12-01")
    )
    for place, plan in enumerate(PLANS, 1):
        store.apply(
            delta(plan, (plan, k.BASED_ON, "vn/t/kh/1"), (plan, k.CITES, LAW), level="commune",
                  type="Kế hoạch", issued=f"2026-0{place}-01")
        )  # fmt: skip


def shown(found: Chain) -> dict[str, int]:
    return {id: depth for id, depth in found.depth.items() if id not in found.passed}


def test_the_whole_chain_is_counted_without_its_root(store: GraphStore) -> None:
    _fill(store)
    found = chain(store, LAW, down=True)
    assert found.counts[Trait(NodeKind.DOCUMENT, "commune", "Kế hoạch")] == 5
    assert sum(found.counts.values()) == 7 and not found.passed and found.next is None


def test_where_it_leaves_the_corpus(store: GraphStore) -> None:
    _fill(store)
    found = chain(store, PLANS[0])
    assert found.outside == (LAW,)
    assert sum(n for trait, n in found.counts.items() if not trait.loaded) == 1
    settle(store)
    assert chain(store, FIRST).outside == (DIRECTIVE,)


def test_only_along_these_relations(store: GraphStore) -> None:
    settle(store)
    assert set(chain(store, PLAN, kinds=(k.BASED_ON,)).depth) == {PLAN, DECISION}
    assert set(chain(store, PLAN, kinds=(k.CITES,)).depth) == {PLAN, SCHEME}
    assert set(chain(store, FIRST, kinds=(k.IMPLEMENTS,)).depth) == {FIRST, PLAN, SCHEME}


def test_only_of_a_level_with_what_stands_between(store: GraphStore) -> None:
    _fill(store)
    found = chain(store, PLANS[0], levels=("government",))
    assert shown(found) == {PLANS[0]: 0, TOP: 2}
    assert found.passed == {"vn/t/kh/1"}
    assert {(e.source, e.target) for e in found.edges} == {
        (PLANS[0], "vn/t/kh/1"), ("vn/t/kh/1", TOP),
    }  # fmt: skip
    assert dict(found.counts) == {Trait(NodeKind.DOCUMENT, "government"): 1}
    down = chain(store, TOP, down=True, levels=("commune", "assembly"))
    assert len(shown(down)) == 6 and down.passed == {"vn/t/kh/1"}


@pytest.mark.parametrize(
    ("since", "until", "found", "undated"),
    [
        ("2026-02", None, {2, 3, 4, 5}, 0),
        (None, "2026-02", {1, 2}, 0),
        ("2026-02-02", "2026-04-01", {3, 4}, 0),
        ("2026", "2026", {1, 2, 3, 4, 5}, 0),
        ("2027", None, set(), 0),
    ],
)
def test_only_of_these_days(
    store: GraphStore, since: str | None, until: str | None, found: set[int], undated: int
) -> None:
    _fill(store)
    answer = chain(store, "vn/t/kh/1", down=True, since=since, until=until)
    assert set(shown(answer)) - {"vn/t/kh/1"} == {PLANS[n - 1] for n in found}
    assert answer.undated == undated


def test_a_day_that_is_not_known_is_counted_apart(store: GraphStore) -> None:
    _fill(store)
    store.apply(delta("vn/xa/kh/x", ("vn/xa/kh/x", k.BASED_ON, "vn/t/kh/1"), level="commune"))
    store.apply(
        delta("vn/xa/kh/y", ("vn/xa/kh/y", k.BASED_ON, "vn/t/kh/1"), level="commune", year=2026)
    )
    half = chain(store, "vn/t/kh/1", down=True, since="2026-02")
    assert (len(shown(half)) - 1, half.undated) == (4, 2)
    whole = chain(store, "vn/t/kh/1", down=True, since="2026")
    assert (len(shown(whole)) - 1, whole.undated) == (6, 1), "a year may be enough"


@pytest.mark.parametrize("levels", [(), ("commune",)])
def test_pages_join_into_the_whole(store: GraphStore, levels: tuple[str, ...]) -> None:
    _fill(store)
    whole = chain(store, TOP, down=True, levels=levels)
    found: dict[str, int] = {}
    cursor = None
    while True:
        page = chain(store, TOP, down=True, levels=levels, limit=2, cursor=cursor, counted=True)
        assert page.counts == whole.counts, "counts are of all, on every page"
        joined = {end for edge in page.edges for end in (edge.source, edge.target)}
        assert set(page.depth) <= joined | {TOP}, "every page hangs together"
        found |= shown(page)
        cursor = page.next
        if cursor is None:
            break
        assert page.truncated and page.left_out == len(shown(whole)) - len(found)
    assert found == shown(whole)


def test_what_cannot_be_asked(store: GraphStore) -> None:
    _fill(store)
    for wrong in ({"levels": ("khac",)}, {"since": "hôm nay"}, {"since": "2026", "until": "2025"},
                  {"cursor": "x"}, {"cursor": "1:"}):  # fmt: skip
        with pytest.raises(UsageError):
            chain(store, TOP, **wrong)
