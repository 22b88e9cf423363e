"""The made-up documents of `make bench` have the shape of real ones; the page keeps the rest."""

from collections import Counter
from pathlib import Path

import bench_page
import pytest
from bench_graph import SMOKE, World
from bench_questions import Case, cases
from bench_sql import BySql

from graph import open_store
from graph.engine.statement import statement
from graph.model import EdgeKind


def test_the_shape() -> None:
    world = World(SMOKE)
    kinds: Counter[EdgeKind] = Counter()
    cited: Counter[str] = Counter()
    above: dict[str, list[str]] = {}
    planning = loaded = 0
    for delta in world.deltas():
        statement(delta)  # raises on a dangling edge
        loaded += 1
        planning += len(delta.owned) > 1
        kinds.update(edge.kind for edge in delta.edges)
        bases = [e.target for e in delta.edges if e.kind is EdgeKind.BASED_ON]
        cited.update(bases)
        above[delta.document] = bases
        for edge in delta.edges:
            for proof in edge.evidence:
                assert delta.text[proof.start : proof.end] == proof.quote
    assert abs(loaded - SMOKE) <= 1 and 0.05 < planning / loaded < 0.15
    law, times = cited.most_common(1)[0]
    assert law == world.id(0) and times > loaded / 4
    assert kinds[EdgeKind.COORDINATES] > kinds[EdgeKind.LEADS] > loaded
    assert 6 <= max(_height(above, id, {}) for id in above) <= 10
    assert next(world.deltas()) == next(World(SMOKE).deltas())


@pytest.mark.parametrize("name", [case.name for case in cases(World(SMOKE))])
def test_a_question_by_hand_answers_the_same(name: str, small: tuple[str, World]) -> None:
    path, world = small
    case: Case = next(case for case in cases(world) if case.name == name)
    by_hand = BySql(path)
    with open_store(f"sqlite:{path}") as store:
        for about in case.about[:2]:
            expected = getattr(by_hand, case.by_hand)(about)
            expected = expected.ids() if hasattr(expected, "ids") else expected
            assert case.facts(case.ask(store, about)) == expected
    by_hand.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, World]:
    path = str(tmp_path_factory.mktemp("bench") / "store.db")
    world = World(400)
    with open_store(f"sqlite:{path}") as store:
        store.apply_all(world.deltas())
    return path, world


def test_a_block_is_rewritten_and_the_rest_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x: begin -->\nold\n<!-- x: end -->\nz\n", "utf-8")
    bench_page.write("x", r"new \1", page)
    assert page.read_text("utf-8") == "a\n<!-- x: begin -->\nnew \\1\n<!-- x: end -->\nz\n"
    with pytest.raises(ValueError, match="0 blocks"):
        bench_page.write("y", "new", page)


def _height(above: dict[str, list[str]], id: str, known: dict[str, int]) -> int:
    if id not in known:
        known[id] = 1 + max((_height(above, b, known) for b in above.get(id, ())), default=-1)
    return known[id]
