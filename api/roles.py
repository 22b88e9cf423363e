"""The roles a unit may have in a task, as a choice at the doors (vai trò)."""

from enum import StrEnum

from graph.model import EdgeKind


class Role(StrEnum):
    """Chủ trì, thực hiện, phối hợp, tham mưu, đôn đốc."""

    LEADS = EdgeKind.LEADS.value
    EXECUTES = EdgeKind.EXECUTES.value
    COORDINATES = EdgeKind.COORDINATES.value
    ADVISES = EdgeKind.ADVISES.value
    SUPERVISES = EdgeKind.SUPERVISES.value


class Concern(StrEnum):
    """In what a task may concern a unit: its roles, and the reports it receives."""

    LEADS = EdgeKind.LEADS.value
    EXECUTES = EdgeKind.EXECUTES.value
    COORDINATES = EdgeKind.COORDINATES.value
    ADVISES = EdgeKind.ADVISES.value
    SUPERVISES = EdgeKind.SUPERVISES.value
    REPORTS_TO = EdgeKind.REPORTS_TO.value
