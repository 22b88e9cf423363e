"""Kinds of edges as choices at the doors: roles of a unit in a task, relations of a chain."""

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


class Relation(StrEnum):
    """Căn cứ, triển khai, dẫn chiếu…: what a chain may be walked along."""

    BASED_ON = EdgeKind.BASED_ON.value
    IMPLEMENTS = EdgeKind.IMPLEMENTS.value
    CITES = EdgeKind.CITES.value
    AMENDS = EdgeKind.AMENDS.value
    REPLACES = EdgeKind.REPLACES.value
    REPEALS = EdgeKind.REPEALS.value
    CORRECTS = EdgeKind.CORRECTS.value
    SUSPENDS = EdgeKind.SUSPENDS.value
    CONSOLIDATES = EdgeKind.CONSOLIDATES.value
    REQUESTED_BY = EdgeKind.REQUESTED_BY.value
    ANNEX_OF = EdgeKind.ANNEX_OF.value
