"""Who does what and when."""

from typing import Any

from api.schemas.facts import NodeShape, Shape


class TasksAnswer(Shape):
    """What a unit does in which tasks (each with ``role``); without a unit the tasks of all."""

    unit: dict[str, Any] | None
    tasks: list[NodeShape]
    undated: list[NodeShape]
    next: str | None


class WorkloadRow(Shape):
    """The tasks of a unit in a role, period by period."""

    unit: str
    label: str
    role: str
    counts: list[int]
    total: int
    tasks: list[list[str]]


class SideOfLoad(Shape):
    """How many tasks in each period and in all; median and largest count, and when."""

    counts: list[int]
    total: int
    normal: float
    peak: int
    peaks: list[str]


class LoadShape(Shape):
    """What a unit leads or executes, what it supports, and both."""

    unit: str
    label: str
    collective: bool
    lead: SideOfLoad
    support: SideOfLoad
    both: SideOfLoad


class WorkloadAnswer(Shape):
    """Units by weeks, months, quarters or years; who has more tasks than the threshold."""

    year: int | None
    by: str
    periods: list[str]
    threshold: int | None
    overloaded: list[dict[str, Any]]
    units: list[LoadShape]
    rows: list[WorkloadRow]
    next: str | None
