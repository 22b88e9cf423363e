"""How much work a unit has from period to period: usually, at its peak, above a threshold."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from graph.model import EdgeKind, Node

#: chủ trì, thực hiện: the work is the unit's own; all other roles support another's
LEADING = (EdgeKind.LEADS, EdgeKind.EXECUTES)


@dataclass(frozen=True, slots=True)
class Side:
    """Tasks of one kind of role: how many run in each period, and how many in all.

    ``normal`` is the median of the counts (bình thường), ``peak`` the largest (cao điểm), reached
    in the periods at ``peaks``; none where there is no work.
    """

    counts: tuple[int, ...]
    total: int

    @property
    def normal(self) -> float:
        """What half of the periods do not exceed."""
        return float(median(self.counts)) if self.counts else 0.0

    @property
    def peak(self) -> int:
        """The most tasks of any period."""
        return max(self.counts, default=0)

    @property
    def peaks(self) -> tuple[int, ...]:
        """Where the peak is reached."""
        return tuple(n for n, count in enumerate(self.counts) if count and count == self.peak)


@dataclass(frozen=True, slots=True)
class Load:
    """The work of a unit, that it leads or executes and that it supports apart (khối lượng)."""

    unit: Node
    lead: Side
    support: Side

    @property
    def both(self) -> Side:
        """All its work: a task counts once for a unit, so the two add up."""
        counts = tuple(map(sum, zip(self.lead.counts, self.support.counts, strict=True)))
        return Side(counts, self.lead.total + self.support.total)

    def above(self, threshold: int) -> tuple[int, ...]:
        """The periods in which it has more tasks than this (quá tải)."""
        return tuple(n for n, count in enumerate(self.both.counts) if count > threshold)


def loads(
    units: Mapping[str, Node], cells: Iterable[tuple[str, EdgeKind, Sequence[bool]]], periods: int
) -> tuple[Load, ...]:
    """The loads of units from (unit, role, in which periods) of each task, most work first."""
    counted: dict[str, tuple[list[int], list[int]]] = {}
    totals: dict[str, list[int]] = {}
    # most tasks of a unit run in the same few ways
    alike = Counter((unit, 0 if role in LEADING else 1, tuple(runs)) for unit, role, runs in cells)
    for (unit, side, runs), many in alike.items():
        counts = counted.setdefault(unit, ([0] * periods, [0] * periods))[side]
        totals.setdefault(unit, [0, 0])[side] += many * any(runs)
        for place, on in enumerate(runs):
            counts[place] += many * on
    found = [
        Load(units[unit], *(Side(tuple(counts[n]), totals[unit][n]) for n in (0, 1)))
        for unit, counts in counted.items()
    ]
    return tuple(sorted(found, key=lambda load: (-sum(load.both.counts), load.unit.id)))


def overloaded(found: Iterable[Load], threshold: int) -> tuple[Load, ...]:
    """Those above a threshold in any period, the highest peak first, then the most periods."""
    above = [load for load in found if load.above(threshold)]
    above.sort(key=lambda load: (-load.both.peak, -len(load.above(threshold)), load.unit.id))
    return tuple(above)
