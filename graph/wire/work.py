"""Who does what and when, as JSON."""

from graph.questions.duties import Duty
from graph.questions.tasks import UnitTasks
from graph.questions.workload import Workload
from graph.wire.facts import Shape, edge_json, node_json


def tasks_json(answer: UnitTasks) -> Shape:
    """``{unit, tasks: [node + role + unit + edges], undated}``."""
    return {
        "unit": node_json(answer.unit),
        "tasks": [_duty_json(duty) for duty in answer.duties],
        "undated": [_duty_json(duty) for duty in answer.undated],
    }


def workload_json(answer: Workload) -> Shape:
    """``{year, periods, rows: [{unit, label, role, counts, tasks, untimed}], nodes}``."""
    rows = [
        {
            "unit": row.unit.id,
            "label": row.unit.label,
            "role": row.role.value,
            "counts": list(row.counts),
            "tasks": [list(cell) for cell in row.tasks],
            "untimed": list(row.untimed),
        }
        for row in answer.rows
    ]
    nodes = [node_json(task) | {"quarters": list(running)} for task, running in answer.tasks]
    return {"year": answer.year, "periods": list(answer.periods), "rows": rows, "nodes": nodes}


def _duty_json(duty: Duty) -> Shape:
    return node_json(duty.task) | {
        "role": duty.role.value,
        "unit": duty.unit,
        "edges": [edge_json(edge) for edge in duty.edges],
    }
