"""Which task a place of the text belongs to: the first that reaches over it (nơi của nhiệm vụ).

A document has thousands of citations and of tasks, so each is not asked of all.
"""

from bisect import bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush

from loaders.mentions import Assignment


class Covering:
    """The stretches of a document and the first task of each; groups of tasks cover nothing."""

    def __init__(self, tasks: Iterable[Assignment]) -> None:
        wholes = [
            (task.whole or task.span, order)
            for order, task in enumerate(tasks)
            if task.kind != "group"
        ]
        self._cuts = sorted({place for whole, _ in wholes for place in (whole.start, whole.end)})
        self._first: list[int | None] = []  # of the stretch that begins at each cut
        coming = sorted(((w.start, order, w.end) for w, order in wholes), reverse=True)
        reaching: list[tuple[int, int]] = []
        for cut in self._cuts:
            while coming and coming[-1][0] <= cut:
                heappush(reaching, coming.pop()[1:])
            while reaching and reaching[0][1] <= cut:
                heappop(reaching)
            self._first.append(reaching[0][0] if reaching else None)

    def first_at(self, position: int) -> int | None:
        """The place in the list of the first task that covers the position; None without one."""
        index = bisect_right(self._cuts, position) - 1
        return self._first[index] if index >= 0 else None
