"""A small world for questions: a directive, what implements it, a plan with tasks, an annex."""

from stores import delta, document, task, unit

from graph.model import EdgeKind, GraphDelta
from graph.store import GraphStore

DIRECTIVE, SCHEME = "vn/tw/ct/2024/38", "vn/ttg/qd/2018/996"
DECISION, PLAN, ANNEX = "vn/hcm/ubnd/qd/2025/76", "vn/hcm/so/kh/2026/5", "vn/hcm/so/pl/2026/5"
OTHER = "vn/hcm/so/kh/2025/9"
DEPARTMENT, OFFICE, BRANCH = "unit/so", "unit/so/van-phong", "unit/so/chi-cuc"
FIRST, SECOND, THIRD = f"{PLAN}/nv/1", f"{PLAN}/nv/2", f"{PLAN}/nv/3"
GROUP, ANNEXED = f"{PLAN}/nv/0", f"{ANNEX}/nv/1"


def world() -> list[GraphDelta]:
    """The documents of the world; the directive is cited only."""
    k = EdgeKind
    return [
        delta(DECISION, (DECISION, k.IMPLEMENTS, DIRECTIVE), issued="2025-07-01", year=2025),
        delta(SCHEME, issued="2018-08-10", year=2018),
        delta(
            PLAN,
            (PLAN, k.BASED_ON, DECISION),
            (PLAN, k.CITES, SCHEME),
            (PLAN, k.ISSUED_BY, DEPARTMENT),
            (OFFICE, k.PART_OF, DEPARTMENT),
            (BRANCH, k.PART_OF, DEPARTMENT),
            *((PLAN, k.ASSIGNS, id) for id in (GROUP, FIRST, SECOND, THIRD)),
            *((id, k.PART_OF, GROUP) for id in (FIRST, SECOND, THIRD)),
            (FIRST, k.IMPLEMENTS, SCHEME),
            (BRANCH, k.LEADS, GROUP),
            (BRANCH, k.LEADS, FIRST),
            (BRANCH, k.LEADS, SECOND),
            (OFFICE, k.COORDINATES, FIRST),
            (OFFICE, k.LEADS, THIRD),
            owned=[
                task(GROUP, name="Nhóm việc", kind="group", order=0),
                task(FIRST, name="Khảo sát", kind="task", order=1,
                     intervals=[["2026-01-01", "2026-03-31"], ["2026-10-01", "2026-10-01"]]),
                task(SECOND, name="Tập huấn", kind="task", order=2, recurrence="continuous"),
                task(THIRD, name="Tổng kết", kind="task", order=3),
            ],
            references=[unit(id, name=id) for id in (DEPARTMENT, OFFICE, BRANCH)],
            issued="2025-12-20", year=2025, title="Kế hoạch đo lường năm 2026",
        ),
        delta(
            ANNEX,
            (ANNEX, k.ANNEX_OF, PLAN),
            (ANNEX, k.ASSIGNS, ANNEXED),
            (OFFICE, k.LEADS, ANNEXED),
            owned=[task(ANNEXED, name="Khảo sát", kind="task", order=0, due="2026-06-30")],
            references=[document(PLAN, title="như kế hoạch ghi")],
        ),
        delta(OTHER, (OTHER, k.BASED_ON, DECISION), issued="2025-09-01", year=2025),
    ]  # fmt: skip


def settle(store: GraphStore) -> None:
    """Load the world."""
    for said in world():
        store.apply(said)
