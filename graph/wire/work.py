"""Who does what and when, as JSON."""

from collections.abc import Collection, Sequence

from graph.model import ROLE_KINDS, Node
from graph.questions.collectives import is_collective
from graph.questions.duties import Duty
from graph.questions.every_task import TaskPage, ToldTask
from graph.questions.loads import Load, Side, overloaded
from graph.questions.tasks import UnitTasks
from graph.questions.workload import Row, Workload
from graph.times.periods import By
from graph.wire.facts import Shape, edge_json, node_json


def tasks_json(answer: UnitTasks) -> Shape:
    """``{unit, counts, tasks: [node + role + unit + edges + attention], undated, next}``."""
    return {
        "unit": node_json(answer.unit),
        "counts": dict(answer.counts),
        "tasks": [_duty_json(duty, answer) for duty in answer.duties],
        "undated": [_duty_json(duty, answer) for duty in answer.undated],
        "next": answer.next,
    }


def task_page_json(answer: TaskPage) -> Shape:
    """The tasks of all units: ``{unit: null, counts, tasks: [node + role: null + units +
    attention + edges], undated: [], next}``; ``counts`` on the first page only."""
    return {
        "unit": None,
        **({"counts": dict(answer.counts)} if answer.counts is not None else {}),
        "tasks": [_told_json(one, answer) for one in answer.tasks],
        "undated": [],
        "next": answer.next,
    }


def _told_json(one: ToldTask, answer: TaskPage) -> Shape:
    roles = {(edge.source, edge.kind) for edge in one.edges if edge.kind in ROLE_KINDS}
    order = list(ROLE_KINDS)
    return node_json(one.task) | {
        "role": None,
        "units": [
            {"id": id, "label": answer.units[id].label if id in answer.units else id,
             "role": role.value}
            for id, role in sorted(roles, key=lambda pair: (order.index(pair[1]), pair[0]))
        ],
        "attention": [why.value for why in one.attention],
        "edges": [edge_json(edge) for edge in one.edges],
    }  # fmt: skip


def workload_json(answer: Workload, *, threshold: int | None = None, brief: bool = False) -> Shape:
    """``{year, by, periods, threshold, overloaded, units, rows: [{unit, label, role, counts, total,
    tasks, untimed, untimed_count}], nodes, next}``; ``brief``: numbers alone, without tasks. Of
    many tasks rows name those of the page, and count all."""
    shown = {task.id for task, _ in answer.tasks}
    return {
        "year": answer.year,
        "by": answer.by.value,
        "periods": [period.name for period in answer.periods],
        "threshold": threshold,
        "overloaded": _overloaded(answer, threshold),
        "units": [_load_json(load, answer) for load in answer.loads],
        "rows": [_row_json(row, shown, brief=brief) for row in answer.rows],
        "nodes": [] if brief else [_running_json(answer, *task) for task in answer.tasks],
        "next": answer.next,
    }


def _row_json(row: Row, shown: Collection[str], *, brief: bool) -> Shape:
    return {
        "unit": row.unit.id,
        "label": row.unit.label,
        "role": row.role.value,
        "counts": list(row.counts),
        "total": row.total,
        "tasks": [] if brief else [[id for id in cell if id in shown] for cell in row.tasks],
        "untimed": [] if brief else [id for id in row.untimed if id in shown],
        "untimed_count": len(row.untimed),
    }


def _running_json(answer: Workload, task: Node, runs: Sequence[bool]) -> Shape:
    """A task with the periods it runs in; by quarter also as one sign each."""
    names = [period.name for period, on in zip(answer.periods, runs, strict=True) if on]
    quarters = {"quarters": list(runs)} if answer.by is By.QUARTER else {}
    return node_json(task) | {"periods": names} | quarters


def _load_json(load: Load, answer: Workload) -> Shape:
    """``{unit, label, collective, lead, support, both}``."""
    sides = {"lead": load.lead, "support": load.support, "both": load.both}
    return {
        "unit": load.unit.id,
        "label": load.unit.label,
        "collective": is_collective(load.unit),
    } | {name: _side_json(side, answer) for name, side in sides.items()}


def _side_json(side: Side, answer: Workload) -> Shape:
    return {
        "counts": list(side.counts),
        "total": side.total,
        "normal": side.normal,
        "peak": side.peak,
        "peaks": [answer.periods[place].name for place in side.peaks],
    }


def _overloaded(answer: Workload, threshold: int | None) -> list[Shape]:
    """``[{unit, label, periods: [{period, count, lead, support}]}]``, the worst first."""
    if threshold is None:
        return []
    return [
        {
            "unit": load.unit.id,
            "label": load.unit.label,
            "periods": [
                {
                    "period": answer.periods[place].name,
                    "count": load.both.counts[place],
                    "lead": load.lead.counts[place],
                    "support": load.support.counts[place],
                }
                for place in load.above(threshold)
            ],
        }
        for load in overloaded(answer.loads, threshold)
    ]


def _duty_json(duty: Duty, answer: UnitTasks) -> Shape:
    why = answer.attention.get(duty.task.id)
    return node_json(duty.task) | {
        "role": duty.role.value,
        "unit": duty.unit,
        "edges": [edge_json(edge) for edge in duty.edges],
        **({"attention": [reason.value for reason in why]} if why is not None else {}),
    }
