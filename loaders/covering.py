"""Which task a place of the text belongs to: the first that reaches over it (nơi của nhiệm vụ).

A document has thousands of citations and of tasks, so each is not asked of all.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from loaders.mentions import Assignment


class Covering:
    """The places that the tasks of a document cover; groups of tasks cover none."""

    def __init__(self, tasks: Iterable[Assignment]) -> None:
        wholes = ((task.whole or task.span, order, task.kind) for order, task in enumerate(tasks))
        found = sorted((w.start, w.end, order) for w, order, kind in wholes if kind != "group")
        self._found = found
        self._starts = [start for start, _, _ in found]
        self._reach = list(accumulate((end for _, end, _ in found), max))

    def first_at(self, position: int) -> int | None:
        """The place in the list of the first task that covers the position; None without one."""
        index = bisect_right(self._starts, position) - 1
        orders: list[int] = []
        while index >= 0 and self._reach[index] > position:
            _, end, order = self._found[index]
            if position < end:
                orders.append(order)
            index -= 1
        return min(orders, default=None)
