"""Who does what and when, as JSON."""

from collections.abc import Sequence

from graph.model import Node
from graph.periods import By
from graph.questions.collectives import is_collective
from graph.questions.duties import Duty
from graph.questions.loads import Load, Side, overloaded
from graph.questions.tasks import UnitTasks
from graph.questions.workload import Row, Workload
from graph.wire.facts import Shape, edge_json, node_json


def tasks_json(answer: UnitTasks) -> Shape:
    """``{unit, tasks: [node + role + unit + edges], undated}``."""
    return {
        "unit": node_json(answer.unit),
        "tasks": [_duty_json(duty) for duty in answer.duties],
        "undated": [_duty_json(duty) for duty in answer.undated],
    }


def workload_json(answer: Workload, *, threshold: int | None = None, brief: bool = False) -> Shape:
    """``{year, by, periods, threshold, overloaded, units, rows: [{unit, label, role, counts, tasks,
    untimed, untimed_count}], nodes}``; ``brief``: numbers alone, without tasks."""
    return {
        "year": answer.year,
        "by": answer.by.value,
        "periods": [period.name for period in answer.periods],
        "threshold": threshold,
        "overloaded": _overloaded(answer, threshold),
        "units": [_load_json(load, answer) for load in answer.loads],
        "rows": [_row_json(row, brief=brief) for row in answer.rows],
        "nodes": [] if brief else [_running_json(answer, *task) for task in answer.tasks],
    }


def _row_json(row: Row, *, brief: bool) -> Shape:
    return {
        "unit": row.unit.id,
        "label": row.unit.label,
        "role": row.role.value,
        "counts": list(row.counts),
        "tasks": [] if brief else [list(cell) for cell in row.tasks],
        "untimed": [] if brief else list(row.untimed),
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


def _duty_json(duty: Duty) -> Shape:
    return node_json(duty.task) | {
        "role": duty.role.value,
        "unit": duty.unit,
        "edges": [edge_json(edge) for edge in duty.edges],
    }
