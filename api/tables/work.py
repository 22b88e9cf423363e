"""Who does what and when, in tables."""

from rich.console import Group, RenderableType

from api.tables.cells import Answer, columns, plain, verb_of
from graph.catalogue import render


def tasks_table(answer: Answer) -> RenderableType:
    """The tasks of a unit."""
    table = columns("role", "path", "label", "time", "document")
    for task in (*answer["tasks"], *answer["undated"]):
        row = (verb_of(task["role"]), task.get("path"), task["label"], task.get("time"))
        table.add_row(*map(plain, (*row, task.get("document"))))
    if not table.rows:
        return plain(render("cli.nothing", "vi"))
    undated = len(answer["undated"])
    return Group(table, plain(render("cli.undated", "vi", count=undated))) if undated else table


def workload_table(answer: Answer) -> RenderableType:
    """Units by quarters."""
    table = columns("unit", "role")
    for period in answer["periods"]:
        table.add_column(str(period), justify="right")
    untimed = any(row["untimed"] for row in answer["rows"])
    if untimed:
        table.add_column(render("cli.column.untimed", "vi"), justify="right")
    for row in answer["rows"]:
        counts = (*row["counts"], len(row["untimed"])) if untimed else row["counts"]
        table.add_row(
            plain(row["label"]), plain(verb_of(row["role"])), *(str(n or "·") for n in counts)
        )
    return table if answer["rows"] else plain(render("cli.nothing", "vi"))
