"""A law that thousands rest on and a unit with thousands of tasks, in a store of each engine."""

from collections.abc import Iterator
from itertools import islice

from stores import delta, document, task, unit

from graph.model import EdgeKind, GraphDelta
from graph.store import GraphStore

LAW, BUREAU = "vn/qh/luat/2020/1", "vn/x/so"
PLANS, JOBS, EACH = 4000, 4000, 250
#: the last plan by id; the first is PLAN
PLAN = "vn/t00/ubnd/kh/2026/0000"


def plan_id(number: int) -> str:
    """Plans of sixty provinces, so that their order by id is not that of their numbers."""
    return f"vn/t{number % 60:02}/ubnd/kh/2026/{number:04}"


def big_world() -> Iterator[GraphDelta]:
    """Plans that rest on the law and cite it, and programmes of the bureau with many tasks."""
    for number in range(PLANS):
        id = plan_id(number)
        yield delta(
            id, (id, EdgeKind.BASED_ON, LAW), (id, EdgeKind.CITES, LAW),
            references=[document(LAW, level="assembly")],
            type="Kế hoạch", level="province", issued="2026-01-05", title="Kế hoạch năm 2026 " * 8,
        )  # fmt: skip
    for number in range(JOBS // EACH):
        id = f"{BUREAU}/kh/2026/{number:02}"
        jobs = [f"{id}/nv/{place:03}" for place in range(EACH)]
        yield delta(
            id, (id, EdgeKind.BASED_ON, LAW), *((id, EdgeKind.ASSIGNS, job) for job in jobs),
            *((BUREAU, EdgeKind.LEADS, job) for job in jobs),
            owned=[
                task(job, name=f"Lập báo cáo {place} " * 8, kind="task", order=place,
                     intervals=[["2026-01-01", "2026-06-30"]])
                for place, job in enumerate(jobs)
            ],
            references=[unit(BUREAU)],
        )  # fmt: skip


def settle(store: GraphStore) -> None:
    """Load the world, some hundred documents in one transaction."""
    world = big_world()
    while batch := list(islice(world, 500)):
        store.apply_all(batch)
