"""Roles that cannot be carried out as written: torn, or given to nobody (phân công)."""

from collections.abc import Iterator

from graph.model import Edge, EdgeKind, Node, NodeKind, Severity
from graph.questions.finding import Finding, every, finding
from graph.store import GraphReader
from graph.traverse import with_evidence

RESPONSIBLE = (EdgeKind.LEADS, EdgeKind.EXECUTES)


def torn_roles(store: GraphReader) -> Iterator[Finding]:
    """A unit that both leads and coordinates one task (vừa chủ trì vừa phối hợp)."""
    for page in every(store, NodeKind.TASK):
        roles: dict[tuple[str, str], dict[EdgeKind, Edge]] = {}
        kinds = (EdgeKind.LEADS, EdgeKind.COORDINATES)
        for edge in store.expand([task.id for task in page], kinds, reverse=True):
            roles.setdefault((edge.source, edge.target), {}).setdefault(edge.kind, edge)
        torn = {ends: list(both.values()) for ends, both in roles.items() if len(both) == 2}
        nodes = store.nodes({id for ends in torn for id in ends})
        for (unit, task), edges in torn.items():
            yield finding(
                "torn_role",
                Severity.WARNING,
                [nodes[task], nodes[unit]],
                with_evidence(store, edges),
                unit=nodes[unit].label, task=nodes[task].label,
            )  # fmt: skip


def leaderless_tasks(store: GraphReader) -> Iterator[Finding]:
    """Documents some of whose tasks nobody leads or carries out (chưa rõ ai chủ trì)."""
    alone: dict[str, list[Node]] = {}
    for page in every(store, NodeKind.TASK):
        edges = store.expand([task.id for task in page], RESPONSIBLE, reverse=True)
        led = {edge.target for edge in edges}
        for task in page:
            if task.id not in led and task.properties.get("kind") in (None, "task"):
                alone.setdefault(str(task.properties.get("document")), []).append(task)
    documents = store.nodes(alone)
    for id, tasks in sorted(alone.items()):
        assigned = store.expand([task.id for task in tasks], [EdgeKind.ASSIGNS], reverse=True)
        yield finding(
            "leaderless_task",
            Severity.NOTE,
            [*(node for node in (documents.get(id),) if node), *tasks],
            with_evidence(store, assigned),
            text=documents[id].label if id in documents else id, count=len(tasks),
        )  # fmt: skip
