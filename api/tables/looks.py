"""Looks at the store, in tables."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from api.tables.cells import Answer, clean, columns, plain, quoted
from graph.catalogue import render
from graph.vocabulary import edge_rows


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
        told = value not in (None, "", [], {}) and not isinstance(value, dict)
        if told and name != "label":
            facts.add_row(plain(name), plain(value))
    counts = [
        plain(render(f"show.{side}", "vi", counts="; ".join(_each(answer["counts"][side], side))))
        for side in ("leaving", "arriving")
        if answer["next"] and answer["counts"][side]
    ]
    edges = columns("relation", "other", "quote")
    for edge in answer["edges"]:
        edges.add_row(*map(plain, _relation(edge, node["id"], names)))
    issues = [plain(f"! {issue['message']}") for issue in answer["issues"]]
    more = [plain(render("cli.more", "vi", cursor=answer["next"]))] if answer["next"] else []
    return Group(Text(clean(node["label"]), style="bold"), facts, *counts, edges, *issues, *more)


def _each(counts: Answer, side: str) -> list[str]:
    """How many stand at the other ends, kind by kind."""
    verbs = {kind: edge_rows()[kind] for kind in counts}
    return [
        f"{row.label if side == 'leaving' else row.inverse} {counts[kind]}"
        for kind, row in verbs.items()
    ]


def stats_table(answer: Answer) -> RenderableType:
    """Rows by kind."""
    table = columns("kind", "count")
    for kind, count in answer["counts"].items():
        table.add_row(plain(kind), plain(count))
    return table


def _relation(edge: Answer, id: str, names: Mapping[str, str]) -> tuple[str, str, str]:
    forward = edge["from"] == id
    row = edge_rows()[edge["kind"]]
    other = edge["to"] if forward else edge["from"]
    label = f"{names.get(other, other)} [{other}]"
    return row.label if forward else row.inverse, label, quoted(edge)
