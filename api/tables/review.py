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
    table = columns("cited_by", "id", "label")
    for node in answer["missing"]:
        table.add_row(*map(plain, (node["cited_by"], node["id"], node["label"])))
    return table if answer["missing"] else plain(render("cli.nothing", "vi"))
