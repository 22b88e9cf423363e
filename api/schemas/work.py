"""Who does what and when."""

from typing import Any

from api.schemas.facts import NodeShape, Shape


class TasksAnswer(Shape):
    """What a unit does in which tasks (each with ``role``)."""

    unit: dict[str, Any] | str
    tasks: list[NodeShape]


class WorkloadRow(Shape):
    """The tasks of a unit in a role, period by period."""

    unit: str
    label: str
    role: str
    counts: list[int]
    tasks: list[list[str]]


class WorkloadAnswer(Shape):
    """Units by quarters."""

    periods: list[str]
    rows: list[WorkloadRow]
