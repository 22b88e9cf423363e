"""Walks and ways, step by step."""

from itertools import pairwise

from rich.console import Group, RenderableType

from api.tables.cells import Answer, columns, counted, plain, quoted, verb_of
from graph.catalogue import render
from graph.vocabulary import edge_rows


def chain_tree(answer: Answer) -> RenderableType:
    """A walk level by level: each node with the relation that led to it."""
    table = columns("depth", "id", "label", "relation", "quote")
    reached = _reached(answer)
    for node in answer["nodes"]:
        edge = reached.get(node["id"])
        said = (verb_of(edge["kind"]), quoted(edge)) if edge else ("", "")
        table.add_row(*map(plain, (node["depth"], node["id"], _named(node), *said)))
    lines = [plain(counted("chain.counts", answer["counts"]))]
    if answer["undated"]:
        lines.append(plain(render("chain.undated", "vi", count=answer["undated"])))
    if answer["truncated"]:
        lines.append(plain(render("cli.left_out", "vi", count=answer["left_out"])))
    if answer["next"]:
        lines.append(plain(render("cli.more", "vi", cursor=answer["next"])))
    return Group(lines[0], table, *lines[1:])


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
        table.add_row(*map(plain, (number, there, labels[there], verb, quoted(edge))))
    others = len(answer["ways"]) - 1
    return Group(table, plain(render("cli.other_ways", "vi", count=others))) if others else table


def _named(node: Answer) -> str:
    """A node's label; where the chain leaves the corpus that is said."""
    unknown = render("chain.outside_short", "vi")
    return f"{node['label']} ({unknown})" if node["outside"] else str(node["label"])


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
