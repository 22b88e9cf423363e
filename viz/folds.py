"""Folding: the tasks of a document as a few groups (nhóm nhiệm vụ), so that a plan fits a screen.

A group is the task that its members are part of; where the document has none, the heading in
their path (II in II.2.đ); where there is neither, all the tasks of the document together. A
heading over everything, or over very many, gives way to the headings below it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.model import EdgeKind, Node, NodeKind, Subgraph

MANY = 12  # tasks in a group, beyond which its own headings become groups


@dataclass(frozen=True, slots=True)
class Group:
    """A group of tasks of one document (nhóm); ``node`` is its own task, where there is one."""

    id: str
    document: str
    path: str
    node: Node | None
    members: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Fold:
    """How tasks are shown: the groups, and for each task the card where its edges end."""

    groups: tuple[Group, ...]
    cards: tuple[Node, ...]  # tasks with a card of their own
    home: Mapping[str, str]  # task → card
    group: Mapping[str, str]  # task → its group


@dataclass(frozen=True, slots=True)
class _Tasks:
    """The tasks of a subgraph with what each is part of."""

    nodes: dict[str, Node]
    parent: dict[str, str]
    document: dict[str, str]
    grown: frozenset[str]  # tasks that others are part of


def fold(subgraph: Subgraph, *, expanded: Collection[str], kept: Collection[str]) -> Fold:
    """Fold the tasks of ``subgraph``: ``expanded`` groups are open, ``kept`` tasks stay out."""
    tasks = _tasks(subgraph)
    groups: list[Group] = []
    home: dict[str, str] = {}
    member_of: dict[str, str] = {}
    for document, leaves in _leaves(tasks).items():
        for key, members in _grouped(tasks, leaves).items():
            inside = tuple(task for task in members if task not in kept)
            node = tasks.nodes.get(key)
            if not inside or (node is None and len(inside) == 1):
                continue
            id = key if node else _group_id(document, key)
            path = str(node.properties.get("path") or "") if node else key
            group = Group(id, document, path, node, inside, id in expanded)
            groups.append(group)
            member_of |= dict.fromkeys(inside, id)
            home |= {task: task if group.open else id for task in inside}
    home |= _inner_homes(tasks, groups)
    shown = _own_cards(tasks, home, {group.id for group in groups}, subgraph)
    return Fold(tuple(groups), shown, home | {node.id: node.id for node in shown}, member_of)


def _tasks(subgraph: Subgraph) -> _Tasks:
    nodes = {node.id: node for node in subgraph.nodes if node.kind is NodeKind.TASK}
    parent: dict[str, str] = {}
    document = {id: str(node.properties.get("document") or "") for id, node in nodes.items()}
    for edge in subgraph.edges:
        if edge.kind is EdgeKind.PART_OF and edge.source in nodes and edge.target in nodes:
            if edge.source not in parent and edge.source not in _above(parent, edge.target):
                parent[edge.source] = edge.target
        elif edge.kind is EdgeKind.ASSIGNS and edge.target in nodes:
            document[edge.target] = document[edge.target] or edge.source
    return _Tasks(nodes, parent, document, frozenset(parent.values()))


def _leaves(tasks: _Tasks) -> dict[str, list[str]]:
    """By document the tasks that nothing is part of, in reading order."""
    leaves: dict[str, list[str]] = {}
    for id in sorted(tasks.nodes, key=lambda id: _reading_order(tasks.nodes[id])):
        if id not in tasks.grown:
            leaves.setdefault(tasks.document[id], []).append(id)
    return leaves


def _grouped(tasks: _Tasks, leaves: list[str]) -> dict[str, list[str]]:
    """The tasks of a document by group: by the outermost headings that tell them apart."""
    trails = {task: _trail(tasks, task) for task in leaves}
    groups: dict[str, list[str]] = {}
    pending = [(0, leaves)]
    while pending:
        depth, members = pending.pop()
        found = _by_heading(trails, members, depth)
        for heading, inside in found.items():
            if _opens(trails, inside, depth, alone=len(found) == 1):
                pending.append((depth + 1, inside))
            else:
                groups.setdefault(heading, []).extend(inside)
    return groups


def _by_heading(
    trails: Mapping[str, tuple[str, ...]], members: list[str], depth: int
) -> dict[str, list[str]]:
    """``members`` by their heading at ``depth``, or the last above it."""
    found: dict[str, list[str]] = {}
    for task in members:
        found.setdefault((("", *trails[task])[: depth + 2])[-1], []).append(task)
    return found


def _opens(
    trails: Mapping[str, tuple[str, ...]], members: list[str], depth: int, *, alone: bool
) -> bool:
    """Whether a heading gives way to those below it: it stands over everything, or over many."""
    below = [trails[task][depth + 1 : depth + 2] for task in members]
    return (alone and all(below)) or (len(members) > MANY and len({*below} - {()}) > 1)


def _trail(tasks: _Tasks, task: str) -> tuple[str, ...]:
    """What a task is part of, outermost first: tasks, or else headings from its path."""
    if trail := _above(tasks.parent, task)[:0:-1]:
        return tuple(trail)
    parts = str(tasks.nodes[task].properties.get("path") or "").split(".")
    return tuple(".".join(parts[: end + 1]) for end in range(len(parts) - 1))


def _above(parent: Mapping[str, str], task: str) -> list[str]:
    """A task and what it is part of, innermost first."""
    line = [task]
    while line[-1] in parent:
        line.append(parent[line[-1]])
    return line


def _inner_homes(tasks: _Tasks, groups: list[Group]) -> dict[str, str]:
    """Group tasks → the card of the group they are, or are inside of."""
    ids = {group.id for group in groups}
    homes: dict[str, str] = {}
    for task in tasks.grown:
        for place in (task, *reversed(_trail(tasks, task))):
            if place in ids:
                homes[task] = place
                break
    return homes


def _own_cards(
    tasks: _Tasks, home: Mapping[str, str], groups: set[str], subgraph: Subgraph
) -> tuple[Node, ...]:
    """Tasks with their own card: opened, kept, alone, or an outer group that a unit works on."""
    structure = (EdgeKind.ASSIGNS, EdgeKind.PART_OF)
    busy = {
        end
        for edge in subgraph.edges
        if edge.kind not in structure
        for end in (edge.source, edge.target)
    }
    return tuple(
        node
        for id, node in sorted(tasks.nodes.items(), key=lambda item: _reading_order(item[1]))
        if id not in groups
        and home.get(id, id) == id
        and (id in home or id not in tasks.grown or id in busy)
    )


def _group_id(document: str, key: str) -> str:
    """A group without a task of its own; no commas, so that ids can be listed in an address."""
    return f"group:{document}:" + "-".join(key.replace(",", " ").split())


def _reading_order(node: Node) -> tuple[str, float, str]:
    order = node.properties.get("order")
    return (
        str(node.properties.get("document") or ""),
        float(order) if isinstance(order, int | float) else 0.0,
        node.id,
    )
