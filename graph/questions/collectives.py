"""Which units a collective stands for: "Các phòng, đơn vị trực thuộc Sở" (tập hợp đơn vị)."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from graph.model import EdgeKind, Node
from graph.store import GraphReader


class Collectives(StrEnum):
    """What becomes of the work laid on a collective."""

    APART = "apart"  # hàng riêng của tập hợp
    NONE = "none"  # không tính
    MEMBERS = "members"  # tính cho từng đơn vị thành viên


def is_collective(unit: Node) -> bool:
    """Whether a unit is a collective of others."""
    return bool(unit.properties.get("collective"))


def memberships(store: GraphReader, units: Iterable[str]) -> dict[str, list[str]]:
    """Collective → its members among these units.

    A collective that is part of an organ ("trực thuộc Sở") stands for all units that are part of
    the same organ; besides, for those that are part of itself.
    """
    above = _ends(store, units)
    organs = sorted(set().union(*above.values())) if above else []
    beside = defaultdict(set)
    for edge in store.expand(organs, (EdgeKind.PART_OF,), reverse=True):
        beside[edge.target].add(edge.source)
    nodes = store.nodes({*organs, *above, *(id for ids in beside.values() for id in ids)})
    found: dict[str, list[str]] = defaultdict(list)
    for unit in sorted(above):
        if unit in nodes and not is_collective(nodes[unit]):
            near = above[unit].union(*(beside[organ] for organ in above[unit]))
            for id in sorted(near - {unit}):
                if id in nodes and is_collective(nodes[id]):
                    found[id].append(unit)
    return found


def _ends(store: GraphReader, units: Iterable[str]) -> dict[str, set[str]]:
    """Unit → what it is part of."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in store.expand(units, (EdgeKind.PART_OF,)):
        found[edge.source].add(edge.target)
    return found
