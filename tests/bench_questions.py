"""Every question asked of a store, beside the same one written by hand (tỉ số với câu viết tay)."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bench_answers import YEAR, Answer
from bench_graph import World

from graph import questions
from graph.model import Edge, Node, Subgraph
from graph.store import GraphReader

WARM, ROUNDS = 1, 8
#: what is quick is asked more often, up to so many rounds or seconds
QUICK, ENOUGH = 40, 4.0
#: and what takes long less often
FEWEST, LONG = 3, 40.0


@dataclass(frozen=True)
class Case:
    """A question: what it is called, whom it is asked about, ours, and what ours comes to."""

    name: str
    by_hand: str  # method of BySql and ByCypher
    about: Sequence[Any]
    ask: Callable[[GraphReader, Any], Any]
    facts: Callable[[Any], Any]


@dataclass(frozen=True)
class Timing:
    """Medians over the rounds, for one question: seconds of ours and of the one by hand, and the
    CPU seconds that each took in this process; these tell more where much else runs."""

    name: str
    ours: float
    by_hand: float
    cpu: float
    cpu_by_hand: float
    same: bool

    @property
    def ratio(self) -> float:
        """Ours against the one by hand."""
        return self.ours / self.by_hand


def cases(world: World) -> list[Case]:
    """The questions and whom they are asked about, the same for every store of that size."""
    late = [place for place in range(world.starts[6], world.known) if world.is_loaded(place)]
    plans = [place for place in late if place % 10 == 0][:: max(1, len(late) // 200)][:10]
    some = [world.id(place) for place in late[:: len(late) // 10][:10]]
    pairs = [(world.id(p), world.id(world.ancestor(p, 4))) for p in plans]
    papers = [world.id(place) for place in plans]
    laws = [world.id(place) for place in range(world.laws // 2, world.laws, world.laws // 20)]
    units = [world.unit(place).id for place in range(100, 110)]
    numbered = [world.document(place).label.split(" ")[-1] for place in plans]
    worded = [" ".join(str(world.document(place, loaded=True).properties["title"]).split()[1:4])
              for place in plans]  # fmt: skip
    return [
        Case("chain up", "chain_up", some, questions.chain, _drawn),
        Case("chain down, depth 3, top law", "chain_down", [world.id(0)], _down, _drawn),
        Case("chain down, depth 3, rare law", "chain_down", laws[-3:], _down, _drawn),
        Case("show a plan", "show", papers, questions.show, _portrait),
        Case("show the top law", "show", [world.id(0)], questions.show, _portrait),
        Case("path", "path", pairs, _path, _way),
        Case("tasks of a unit", "tasks_of", units, questions.tasks_of, _tasks),
        Case("workload of a ministry", "workload", [world.unit(20).id], _workload, _cells),
        Case("neighbourhood", "neighbourhood", papers, questions.neighbourhood, _drawn),
        Case("neighbourhood, depth 2", "neighbourhood_2", papers, _around, _drawn),
        Case("search by number", "search", numbered, questions.search, _hits),
        Case("search by words", "search", worded, questions.search, _hits),
        Case("missing, by what rests on it", "missing", [None], _lacking, _missing),
        Case("stats", "stats", [None], lambda store, _: questions.stats(store), _stats),
    ]


def compare(store: GraphReader, hand: Any, asked: Iterable[Case]) -> list[Timing]:
    """Ours and by hand in turns, after a warm-up; the medians of whole rounds."""
    return [_compare(store, case, getattr(hand, case.by_hand)) for case in asked]


def _compare(store: GraphReader, case: Case, by_hand: Callable[[Any], Any]) -> Timing:
    same = all(case.facts(case.ask(store, one)) == _ids(by_hand(one)) for one in case.about)
    spent: list[list[float]] = []
    while not _enough(spent):
        ours = hands = cpu = their_cpu = 0.0
        gc.collect()
        for one in case.about:
            # who goes first finds cold what the other finds warm
            for mine in (True, False) if len(spent) % 2 else (False, True):
                start, busy = time.perf_counter(), time.process_time()
                if mine:
                    case.ask(store, one)
                    ours += time.perf_counter() - start
                    cpu += time.process_time() - busy
                else:
                    by_hand(one)
                    hands += time.perf_counter() - start
                    their_cpu += time.process_time() - busy
        spent.append([ours, hands, cpu, their_cpu])
    ours, hands, cpu, their_cpu = (
        statistics.median(part) / len(case.about) for part in zip(*spent[WARM:], strict=True)
    )
    return Timing(case.name, ours, hands, cpu, their_cpu, same)


def _enough(spent: Sequence[Sequence[float]]) -> bool:
    """Whether a question was asked often enough for what a round of it takes."""
    rounds, seconds = len(spent) - WARM, sum(ours + hands for ours, hands, *_ in spent)
    few = FEWEST if seconds > LONG else ROUNDS
    return rounds >= few and (rounds >= QUICK or seconds > ENOUGH)


def _down(store: GraphReader, id: str) -> Subgraph:
    return questions.chain(store, id, down=True, depth=3)


def _path(store: GraphReader, ends: tuple[str, str]) -> questions.Path:
    return questions.path(store, *ends)


def _workload(store: GraphReader, unit: str) -> questions.Workload:
    return questions.workload(store, [unit], year=YEAR)


def _around(store: GraphReader, id: str) -> Subgraph:
    return questions.neighbourhood(store, id, depth=2)


def _lacking(store: GraphReader, _: None) -> Sequence[questions.Missing]:
    return questions.missing_page(store).found


# -- what must be equal on both sides


def _ids(answer: Any) -> Any:
    return answer.ids() if isinstance(answer, Answer) else answer


def _facts(nodes: Iterable[Node], edges: Iterable[Edge], left_out: int = 0) -> Any:
    return sorted({node.id for node in nodes}), sorted({edge.key for edge in edges}), left_out


def _drawn(found: Subgraph) -> Any:
    return _facts(found.nodes, found.edges, found.left_out)


def _portrait(found: questions.Portrait) -> Any:
    return _facts((found.node, *found.nodes), found.edges)


def _way(found: questions.Path) -> Any:
    return _facts(found.subgraph.nodes, found.subgraph.edges)


def _tasks(found: questions.UnitTasks) -> Any:
    duties = found.duties
    nodes = (found.unit, *(d.task for d in duties))
    return _facts(nodes, (edge for d in duties for edge in d.edges))


def _cells(found: questions.Workload) -> Any:
    return {
        (row.unit.id, row.role.value): tuple(tuple(sorted(cell)) for cell in row.tasks)
        for row in found.rows
    }


def _hits(found: questions.Page) -> Any:
    return [(hit.node.id, hit.snippet) for hit in found.hits]


def _missing(found: Sequence[questions.Missing]) -> Any:
    return [(one.node.id, one.cited_by, one.documents, one.tasks) for one in found]


def _stats(found: dict[str, int]) -> Any:
    return {name: many for name, many in found.items() if many and name not in ("edge", "issue")}
