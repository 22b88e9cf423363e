"""An annex that names no province speaks of the units of the document it was found to belong to."""

from collections.abc import Callable
from dataclasses import replace

from msgspec.structs import replace as changed

from loaders.mentions import Assignment, UnitMention
from loaders.own_id import UNPLACED
from loaders.reading import Reading
from loaders.resolving.resolve import Resolution

_ROLES = ("lead", "execute", "coordinate", "advise", "supervise", "reports_to")


def at_parent(reading: Reading, resolution: Resolution) -> Reading:
    """The reading with its units where those of its parent are; as it was where that says no more.

    By itself an annex of "UBND xã Tân Lập" has an unknown province of its own.
    """
    organ, parent = reading.scope.organ_id, resolution.parent
    if parent is None or organ is None or not organ.startswith(UNPLACED.removesuffix("/")):
        return reading
    here, there = (f"vn/{id.split('/')[1]}/" for id in (organ, parent.id))
    if here == there or there == UNPLACED:
        return reading

    def moved(id: str) -> str:
        return there + id.removeprefix(here) if id.startswith(here) else id

    return replace(
        reading,
        scope=replace(reading.scope, organ_id=moved(organ)),
        assignments=tuple(_moved_task(task, moved) for task in reading.assignments),
        parties=tuple((kind, _moved_unit(unit, moved)) for kind, unit in reading.parties),
    )


def _moved_task(task: Assignment, moved: Callable[[str], str]) -> Assignment:
    units = {role: tuple(_moved_unit(u, moved) for u in getattr(task, role)) for role in _ROLES}
    return changed(task, **units)


def _moved_unit(unit: UnitMention, moved: Callable[[str], str]) -> UnitMention:
    return changed(unit, id=moved(unit.id)) if unit.id else unit
