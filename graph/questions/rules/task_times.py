"""When tasks begin and end, for the rules that compare their times (thời gian thực hiện)."""

from collections.abc import Sequence

from graph.model import Edge, EdgeKind, Node
from graph.questions.rules.batch import Batch
from graph.times.days import day_before, is_whole_day


def last_day(task: Node) -> str | None:
    """The last day on which a task may be done; None when nothing tells it, or it has no end."""
    due = task.properties.get("due")
    if is_whole_day(due):
        return day_before(str(due)) if task.properties.get("before") else str(due)
    intervals = task.properties.get("intervals") or ()
    ends = [end for _, end in intervals]
    return max(ends) if ends and all(ends) else None


def assigning(batch: Batch, task: Node) -> Sequence[Edge]:
    """The words that give a task, with their evidence."""
    if not batch.shown:
        return ()
    return batch.proof(batch.store.expand([task.id], (EdgeKind.ASSIGNS,), reverse=True))
