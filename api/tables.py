"""Answers as tables and trees for a terminal; every one takes the JSON shape (bảng in ra).

Words from documents are shown as they are: never read as markup, control characters taken out.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from graph.catalogue import render
from graph.labels import day_text
from graph.vocabulary import edge_rows

Answer = Mapping[str, Any]

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
QUOTE = 160


def report_table(answer: Answer) -> RenderableType:
    """What became of each file."""
    table = columns("file", "document", "state", "issues")
    for file in answer["files"]:
        state = render(f"cli.state.{file['state']}", "vi")
        table.add_row(*map(plain, (file["path"], file["document"], state, file["issues"])))
    counts = answer["counts"] | {"reread": len(answer["reread"])}
    return Group(table, plain(render("cli.loaded", "vi", **counts)))


def search_table(answer: Answer) -> RenderableType:
    """Hits, best first."""
    table = columns("id", "label", "snippet")
    for hit in answer["hits"]:
        table.add_row(*map(plain, (hit["id"], hit["label"], hit["snippet"])))
    if not answer["hits"]:
        return plain(render("cli.nothing", "vi"))
    return (
        Group(table, plain(render("cli.more", "vi", cursor=answer["next"])))
        if answer["next"]
        else table
    )


def node_table(answer: Answer) -> RenderableType:
    """One node: its properties, its relations with the words that prove them, its issues."""
    node = answer["node"]
    names = {other["id"]: other["label"] for other in answer.get("nodes", ())}
    facts = columns("property", "value")
    for name, value in node.items():
        if name not in ("label",) and value not in (None, "", [], {}):
            facts.add_row(plain(name), plain(value))
    edges = columns("relation", "other", "quote")
    for edge in answer["edges"]:
        edges.add_row(*map(plain, _relation(edge, node["id"], names)))
    issues = [plain(f"! {issue['message']}") for issue in answer["issues"]]
    return Group(Text(_clean(node["label"]), style="bold"), facts, edges, *issues)


def chain_tree(answer: Answer) -> RenderableType:
    """A walk level by level: each node with the relation that led to it."""
    table = columns("depth", "id", "label", "relation", "quote")
    reached = _reached(answer)
    for node in answer["nodes"]:
        edge = reached.get(node["id"])
        said = (_verb(edge["kind"]), _quote(edge)) if edge else ("", "")
        table.add_row(*map(plain, (node["depth"], node["id"], node["label"], *said)))
    if not answer["truncated"]:
        return table
    return Group(table, plain(render("cli.left_out", "vi", count=answer["left_out"])))


def path_table(answer: Answer) -> RenderableType:
    """A way from one node to another, each step with its proof."""
    if not answer["ways"]:
        return plain(render("cli.no_path", "vi"))
    labels = {node["id"]: node["label"] for node in answer["nodes"]}
    way = answer["ways"][0]
    table = columns("step", "id", "label", "relation", "quote")
    table.add_row("1", plain(way[0]), plain(labels[way[0]]))
    for number, (here, there) in enumerate(pairwise(way), 2):
        edge = next(e for e in answer["edges"] if {e["from"], e["to"]} == {here, there})
        row = edge_rows()[edge["kind"]]
        verb = row.label if edge["from"] == here else row.inverse
        table.add_row(*map(plain, (number, there, labels[there], verb, _quote(edge))))
    others = len(answer["ways"]) - 1
    return Group(table, plain(render("cli.other_ways", "vi", count=others))) if others else table


def tasks_table(answer: Answer) -> RenderableType:
    """The tasks of a unit."""
    table = columns("role", "path", "label", "time", "document")
    for task in (*answer["tasks"], *answer["undated"]):
        row = (_verb(task["role"]), task.get("path"), task["label"], task.get("time"))
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
            plain(row["label"]), plain(_verb(row["role"])), *(str(n or "·") for n in counts)
        )
    return table if answer["rows"] else plain(render("cli.nothing", "vi"))


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


def stats_table(answer: Answer) -> RenderableType:
    """Rows by kind."""
    table = columns("kind", "count")
    for kind, count in answer["counts"].items():
        table.add_row(plain(kind), plain(count))
    return table


def extract_table(answer: Answer) -> RenderableType:
    """What a file says: the document, its citations, its tasks, its issues."""
    facts = columns("property", "value")
    for name, value in answer["document"].items():
        facts.add_row(plain(name), plain(value))
    citations = columns("relation", "document", "date", "id", "quote")
    for cited in answer["citations"]:
        quote = cited["mentions"][0]["text"] if cited["mentions"] else ""
        day = day_text(cited["date"] or "", "vi")
        row = (_verb(cited["relation"]), cited["label"], day, cited["id"], quote)
        citations.add_row(*map(plain, row))
    tasks = columns("path", "task", "leads", "time")
    for task in answer["tasks"]:
        leads = ", ".join(task["lead"])
        tasks.add_row(*map(plain, (task["path"], task["name"], leads, task["time"])))
    issues = [plain(f"! {issue['message']}") for issue in answer["issues"]]
    return Group(Text(_clean(answer["source"]), style="bold"), facts, citations, tasks, *issues)


def plain(value: Any) -> Text:
    """A value as text that cannot be markup nor drive the terminal."""
    if value is None:
        return Text("")
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    return Text(_clean(str(value)))


def _clean(text: str) -> str:
    return CONTROL.sub(" ", text)


def columns(*names: str) -> Table:
    """An empty table with these columns, named by the catalogue."""
    table = Table(show_edge=False, pad_edge=False, header_style="dim")
    for column in names:
        table.add_column(render(f"cli.column.{column}", "vi"), overflow="fold")
    return table


def _relation(edge: Answer, id: str, names: Mapping[str, str]) -> tuple[str, str, str]:
    forward = edge["from"] == id
    row = edge_rows()[edge["kind"]]
    other = edge["to"] if forward else edge["from"]
    label = f"{names.get(other, other)} [{other}]"
    return row.label if forward else row.inverse, label, _quote(edge)


def _reached(answer: Answer) -> dict[str, Answer]:
    """For each node the edge that joins it to a node nearer to the root."""
    depth = {node["id"]: node["depth"] for node in answer["nodes"]}
    found: dict[str, Answer] = {}
    for edge in answer["edges"]:
        ends = (edge["from"], edge["to"])
        near, far = sorted(ends, key=lambda id: depth.get(id, 0))
        if depth.get(near) != depth.get(far):
            found.setdefault(far, edge)
    return found


def _quote(edge: Answer) -> str:
    quotes = [" ".join(proof["quote"].split()) for proof in edge["evidence"]]
    return f"«{shortened(quotes[0])}»" if quotes else ""


def shortened(quote: str) -> str:
    """The beginning of a long quote, cut between words."""
    return quote if len(quote) <= QUOTE else quote[:QUOTE].rpartition(" ")[0] + " …"


def _verb(kind: str) -> str:
    rows = edge_rows()
    return rows[kind].label if kind in rows else kind
