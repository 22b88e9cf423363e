"""Walks and ways, step by step."""

from rich.console import Group, RenderableType

from api.tables.cells import Answer, columns, counted, plain, quoted, verb_of
from graph.catalogue import render


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
    """The ways from one node to another, each step a sentence with its proof."""
    if not answer["ways"]:
        return plain(_no_way(answer))
    parts: list[RenderableType] = []
    for number, hops in enumerate(answer["hops"], answer["first"]):
        if answer["total"] > 1:
            parts.append(plain(render("path.way", "vi", number=number, total=answer["total"])))
        table = columns("step", "reason", "quote")
        for step, told in enumerate(hops, 1):
            table.add_row(*map(plain, (step, told["text"], quoted(told["edges"][0]))))
        parts.append(table if hops else plain(answer["nodes"][0]["label"]))
    if answer["next"]:
        parts.append(plain(render("cli.more", "vi", cursor=answer["next"])))
    return Group(*parts)


def _no_way(answer: Answer) -> str:
    """Nothing connects the two; or that cannot be known, and where the known ends."""
    if answer["status"] != "unknown":
        return render("cli.no_path", "vi")
    names = "; ".join(node["label"] for node in answer["outside"])
    return render("path.unknown", "vi", count=answer["outside_count"], names=names)


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
