"""One task is one count for a unit, on its card and in the workload, in its strongest role."""

from stores import delta, task, unit

from graph.model import EdgeKind, GraphDelta
from graph.questions.duties import main_roles
from graph.questions.overview import overview
from graph.questions.tasks import tasks_of
from graph.questions.workload import Workload, workload
from graph.store import GraphStore
from viz.links import roles_of_units

PLAN, ANNEX, TEAM = "vn/hcm/so/kh/2026/7", "vn/hcm/so/phl/2026/-7", "vn/hcm/so/to-cong-tac"
NAME = "Tổ chức kiểm tra phương tiện đo tại các chợ đầu mối"


def said(document: str, role: EdgeKind, *more: tuple[str, EdgeKind, str]) -> GraphDelta:
    """A document with one task of one name, in which the team has this role."""
    id = f"{document}/nv/1"
    return delta(
        document,
        *more,
        (document, EdgeKind.ASSIGNS, id),
        (TEAM, role, id),
        owned=[task(id, name=NAME, kind="task", document=document, time="Quý I năm 2026",
                    intervals=[["2026-01-01", "2026-03-31"]])],
        references=[unit(TEAM, name="Tổ công tác")],
    )  # fmt: skip


def counts(found: Workload, unit: str, ids: str = "") -> dict[str, int]:
    """How many tasks, of those whose id begins so, the unit has in each role."""
    return {
        row.role.value: number
        for row in found.rows
        if row.unit.id == unit
        and (
            number := len(
                {id for cell in (*row.tasks, row.untimed) for id in cell if id.startswith(ids)}
            )
        )
    }


def test_the_strongest_role_is_the_one_that_counts() -> None:
    kind = EdgeKind
    pairs = [("u", "a", kind.COORDINATES), ("u", "a", kind.ADVISES), ("u", "b", kind.SUPERVISES)]
    pairs += [("u", "b", kind.EXECUTES), ("v", "a", kind.LEADS), ("v", "a", kind.EXECUTES)]
    assert main_roles(pairs) == {
        ("u", "a"): kind.ADVISES,
        ("u", "b"): kind.EXECUTES,
        ("v", "a"): kind.LEADS,
    }


def test_a_role_that_the_annex_makes_stronger_counts_once(store: GraphStore) -> None:
    store.apply(said(PLAN, EdgeKind.EXECUTES))
    more = (ANNEX, EdgeKind.ANNEX_OF, PLAN)
    store.apply(said(ANNEX, EdgeKind.LEADS, more))
    drawn = overview(store, PLAN)
    assert {r: n for r, n in roles_of_units(drawn)[TEAM].items() if n} == {"leads": 1}
    assert counts(workload(store, year=2026), TEAM) == {"leads": 1}
    assert counts(workload(store, year=2026, roles=[EdgeKind.EXECUTES]), TEAM) == {}
    assert {duty.role.value for duty in tasks_of(store, TEAM).duties} == {"leads", "executes"}
    (lead,) = [edge for edge in drawn.edges if edge.kind is EdgeKind.LEADS]
    assert (lead.target, lead.asserted_by) == (f"{PLAN}/nv/1", ANNEX) and lead.evidence
