"""What is due when and how two plans differ, in tables."""

from collections.abc import Iterable
from itertools import takewhile

from rich.console import Group, RenderableType

from api.tables.cells import Answer, columns, plain, shortened, verb_of
from graph.catalogue import render
from graph.labels import day_text

#: lists of a comparison whose tasks stand alone
LONE = ("dropped", "added", "beyond")


def calendar_table(answer: Answer) -> RenderableType:
    """Counts, then the events by day."""
    if answer["until"] is None:
        return plain(render("calendar.none", "vi", **answer["counts"]))
    days = {side: day_text(answer[side] or "…", "vi") for side in ("since", "until")}
    told = dict.fromkeys(("report", "deadline", "end"), 0) | answer["counts"]
    parts: list[RenderableType] = [plain(render("calendar.counts", "vi", **told, **days))]
    table = columns("date", "occasion", "task", "units", "receiver", "document")
    for event in answer["events"]:
        table.add_row(*map(plain, _event(event)))
    parts += [table] if table.rows else []
    if answer["next"]:
        parts.append(plain(render("cli.more", "vi", cursor=answer["next"])))
    return Group(*parts)


def _event(event: Answer) -> tuple[str, ...]:
    task, document = event["task"], event["document"]
    units = "; ".join(f"{unit['label']} ({verb_of(unit['role'])})" for unit in event["units"])
    return (
        day_text(event["day"], "vi"),
        render(f"calendar.{event['occasion']}", "vi"),
        shortened(" ".join(filter(None, (task.get("path"), task["label"])))),
        units,
        "; ".join(unit["label"] for unit in event["receivers"]),
        document["label"] if document else "",
    )


def comparison_table(answer: Answer) -> RenderableType:
    """Counts, then what changed, point by point, then what one document alone has."""
    table = columns("change", "path", "before", "after")
    for row in _rows(answer):
        table.add_row(*map(plain, row))
    facts = answer["counts"] | {side: answer[side]["label"] for side in ("a", "b")}
    said = plain(render("compare.counts", "vi", **facts))
    return Group(said, table) if table.rows else said


def _rows(answer: Answer) -> Iterable[tuple[str, str, str, str]]:
    for one in answer["changed"]:
        for change in one["changes"]:
            before, after = (_side(change, side) for side in ("before", "after"))
            yield _called(change["aspect"]), _paths(one["task"], one["twin"]), before, after
    for name in LONE:
        for one in answer[name]:
            said = (shortened(one["label"]), "")
            of_second = name == "added" or one.get("document") == answer["b"]["id"]
            before, after = said[::-1] if of_second else said
            yield _called(name), _paths(one), before, after
    for one in answer["unsure"]:
        likely = "; ".join(f"{c.get('path')} {shortened(c['label'])}" for c in one["candidates"])
        yield _called("unsure"), _paths(one["task"]), shortened(one["task"]["label"]), likely
    for name in ("dropped", "added"):
        for one in answer["bases"][name]:
            before, after = (one["label"], "") if name == "dropped" else ("", one["label"])
            yield _called(f"basis_{name}"), "", before, after
    for one in answer["bases"]["redated"]:
        before, after = (_dated(one[side]) for side in ("before", "after"))
        yield _called("basis_redated"), "", before, after


def _called(name: str) -> str:
    return render(f"compare.{name}", "vi")


def _side(change: Answer, side: str) -> str:
    """What one side alone says of a point."""
    said, other = change[side], change["after" if side == "before" else "before"]
    if change["aspect"] == "wording":
        return _from_first_difference(said["text"], other["text"])
    if change["aspect"] == "role":
        return "; ".join(f"{node['label']}: {', '.join(map(verb_of, node['roles']))}"
                         for node in said["nodes"])  # fmt: skip
    both = {node["id"] for node in other["nodes"]}
    alone = [_dated(node) for node in said["nodes"] if node["id"] not in both]
    return "; ".join(alone) or shortened(said["text"])


def _from_first_difference(text: str, other: str) -> str:
    """The words of a text from a little before the first that differs."""
    words, others = text.split(), other.split()
    pairs = zip(words, others, strict=False)
    same = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    start = max(0, same - 3)
    return shortened(("… " if start else "") + " ".join(words[start:]))


def _dated(document: Answer) -> str:
    day = document.get("issued")
    return f"{document['label']} ({day_text(day, 'vi')})" if day else str(document["label"])


def _paths(*tasks: Answer) -> str:
    return " = ".join(str(task.get("path") or "") for task in tasks)
