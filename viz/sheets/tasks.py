"""The table of tasks: what, who, when, and what needs attention (Nhiệm vụ)."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from graph.catalogue import render
from graph.model import EdgeKind
from graph.questions.every import pages_of
from graph.questions.every_task import ToldTask, told_tasks
from graph.store import GraphReader
from graph.times.spans import touches
from graph.vocabulary import edge_rows
from viz.sheets.cells import Row, Table, columns, day, listed, numbered, words

#: roles with a column of their own, and those that share one
ROLES = (EdgeKind.LEADS, EdgeKind.EXECUTES, EdgeKind.COORDINATES)
OTHERS = (EdgeKind.ADVISES, EdgeKind.SUPERVISES)
COLUMNS = columns(
    ("number", 5), ("document", 20), ("path", 9), ("task", 48), ("leads", 26), ("executes", 26),
    ("coordinates", 34), ("others", 22), ("receiver", 24), ("time", 20), ("start", 11),
    ("end", 11), ("due", 11), ("rhythm", 14), ("deliverable", 30), ("budget", 18),
    ("attention", 18), ("id", 30),
)  # fmt: skip


def task_table(store: GraphReader, units: set[str] | None, year: int | None) -> Table:
    """The tasks of units, or of all, in the order of their documents; those of a year and those
    without a time."""
    wanted = (one for one in told_tasks(store) if _is_asked(one, units, year))
    return Table(render("sheet.tasks", "vi"), COLUMNS, numbered(_rows(store, wanted)))


def _is_asked(one: ToldTask, units: set[str] | None, year: int | None) -> bool:
    if units is not None and not any(e.source in units or e.target in units for e in one.edges):
        return False
    return year is None or not one.spans or touches(one.spans, f"{year}-01-01", f"{year}-12-31")


def _rows(store: GraphReader, told: Iterable[ToldTask]) -> Iterator[Row]:
    for page in pages_of(_in_order(told)):
        names = store.nodes(
            {end for one in page for e in one.edges for end in (e.source, e.target)}
        )
        for one in page:
            yield _row(one, {id: node.label for id, node in names.items()})


def _in_order(told: Iterable[ToldTask]) -> Iterator[ToldTask]:
    """Told by id, which keeps documents together; within one as the document has them."""
    for _, group in groupby(told, lambda one: one.task.properties.get("document")):
        yield from sorted(group, key=_place)


def _place(one: ToldTask) -> tuple[float, str]:
    order = one.task.properties.get("order")
    return (float(order) if isinstance(order, int | float) else 0.0, one.task.id)


def _row(one: ToldTask, names: dict[str, str]) -> Row:
    facts = one.task.properties
    intervals = [span for span in facts.get("intervals") or () if len(span) == 2]
    starts, ends = ([span[n] for span in intervals if span[n]] for n in (0, 1))
    return (
        words(one.document.label if one.document else facts.get("document")),
        words(facts.get("path")),
        words(one.task.label),
        *(listed(_units(one, kind, names)) for kind in ROLES),
        listed(
            f"{edge_rows()[kind].label}: {name}"
            for kind in OTHERS
            for name in _units(one, kind, names)
        ),
        listed(_units(one, EdgeKind.REPORTS_TO, names)),
        words(facts.get("time")),
        day(min(starts, default=None)),
        day(max(ends, default=None)),
        day(facts.get("due")),
        words(_rhythm(facts.get("recurrence"))),
        words(facts.get("deliverable")),
        words(facts.get("budget")),
        listed(render(f"tasks.{why}", "vi") for why in one.attention),
        words(one.task.id),
    )


def _units(one: ToldTask, kind: EdgeKind, names: dict[str, str]) -> list[str]:
    """The units of a role, each once; of a report those it goes to."""
    own = (edge for edge in one.edges if edge.kind is kind)
    ids = {e.target if kind is EdgeKind.REPORTS_TO else e.source for e in own}
    return sorted(names.get(id, id) for id in ids)


def _rhythm(recurrence: object) -> object:
    key = f"rhythm.{recurrence}"
    try:
        return render(key, "vi")
    except KeyError:
        return recurrence
