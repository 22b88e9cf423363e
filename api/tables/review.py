"""What is doubtful or missing, in tables."""

from collections.abc import Iterator

from rich.console import Group, RenderableType

from api.tables.cells import Answer, columns, plain
from graph.catalogue import render
from graph.rules import rules


def findings_table(answer: Answer) -> RenderableType:
    """How many findings each rule has, then each with what it touches and how it is mended."""
    table = columns("severity", "rule", "message", "advice", "nodes")
    for found in answer["findings"]:
        severity = render(f"cli.severity.{found['severity']}", "vi")
        row = (severity, found["rule"], found["message"], found["advice"])
        table.add_row(*map(plain, (*row, "\n".join(found["nodes"]))))
    if not answer["findings"]:
        return plain(render("cli.nothing", "vi"))
    shown: list[RenderableType] = [*_counts(answer), table]
    if answer["next"]:
        shown.append(plain(render("cli.more", "vi", cursor=answer["next"])))
    return Group(*shown)


def _counts(answer: Answer) -> Iterator[RenderableType]:
    if "counts" in answer:
        table = columns("rule", "label", "count")
        for rule, count in answer["counts"]["rules"].items():
            name = rules()[rule].label if rule in rules() else ""
            table.add_row(*map(plain, (rule, name, count)))
        yield plain(render("cli.found", "vi", count=answer["counts"]["total"]))
        yield table
        yield plain("")


def missing_table(answer: Answer) -> RenderableType:
    """Cited documents that are not loaded."""
    table = columns("resting", "resting_tasks", "cited_by", "id", "label")
    for node in answer["missing"]:
        names = ("documents", "tasks", "cited_by", "id", "label")
        table.add_row(*(plain(node[name]) for name in names))
    if not answer["missing"]:
        return plain(render("cli.nothing", "vi"))
    total = plain(render("cli.missing_total", "vi", count=answer["total"]))
    more = [plain(render("cli.more", "vi", cursor=answer["next"]))] if answer["next"] else []
    least = [] if answer["complete"] else [plain(render("impact.incomplete", "vi"))]
    return Group(total, table, *least, *more)
