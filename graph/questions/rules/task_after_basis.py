"""``task.after_basis``: a task under a programme whose main period was over before it begins."""

import re
from collections.abc import Iterator

from graph.model import EdgeKind, Node
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch

#: "giai đoạn 2021 - 2025", "giai đoạn đến năm 2025": the years a title plans for
PERIOD = re.compile(r"giai đoạn (?:(?:20\d\d)\s?[-–]\s?|đến năm )(20\d\d)(?!\d)", re.IGNORECASE)
UNDER = (EdgeKind.IMPLEMENTS, EdgeKind.BASED_ON, EdgeKind.CITES)


def late_tasks(batch: Batch) -> Iterator[Finding]:
    """Việc đặt ngoài giai đoạn của chương trình: told where the title names the period."""
    tasks = {task.id: (id, task) for id, found in batch.tasks.items() for task in found}
    starts = {task_id: start for task_id, (_, task) in tasks.items() if (start := _start(task))}
    edges = batch.store.expand(starts, UNDER)
    bases = batch.nodes({edge.target for edge in edges})
    for edge in edges:
        year = _last_year(bases[edge.target])
        if year and starts[edge.source][:4] > year:
            id, task = tasks[edge.source]
            basis = bases[edge.target]
            yield finding(
                "task.after_basis", id, [task, basis], batch.proof([edge]),
                task=short(task), basis=short(basis), year=year, start=starts[edge.source],
            )  # fmt: skip


def _start(task: Node) -> str | None:
    starts = [start for start, _ in task.properties.get("intervals") or () if start]
    return min(starts, default=None)


def _last_year(basis: Node) -> str | None:
    periods = PERIOD.findall(str(basis.properties.get("title") or ""))
    return max(periods, default=None)
