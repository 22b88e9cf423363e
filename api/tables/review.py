"""What is doubtful or missing, in tables."""

from rich.console import RenderableType

from api.tables.cells import Answer, columns, plain
from graph.catalogue import render


def findings_table(answer: Answer) -> RenderableType:
    """Findings, each with what it touches."""
    table = columns("severity", "rule", "message", "nodes")
    for found in answer["findings"]:
        severity = render(f"cli.severity.{found['severity']}", "vi")
        row = (severity, found["rule"], found["message"], "\n".join(found["nodes"]))
        table.add_row(*map(plain, row))
    return table if answer["findings"] else plain(render("cli.nothing", "vi"))


def missing_table(answer: Answer) -> RenderableType:
    """Cited documents that are not loaded."""
    table = columns("cited_by", "id", "label")
    for node in answer["missing"]:
        table.add_row(*map(plain, (node["cited_by"], node["id"], node["label"])))
    return table if answer["missing"] else plain(render("cli.nothing", "vi"))
