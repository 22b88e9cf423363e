"""The tasks that lack something or have it, under any other conditions (việc chưa có, việc có …).

What is asked may come together: of a unit, in a role, a time, a document, a place, about some
words; each mark leaves out the tasks that it does not hold for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.assigned import listed
from graph.questions.ask.answers.those import those
from graph.questions.ask.answers.work import SHOWN, time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.attention import Attention
from graph.questions.every import pages_of
from graph.questions.every_task import ToldTask, every_task
from graph.questions.loads import LEADING
from graph.questions.repeats import repeated
from graph.store import GraphReader
from graph.traverse import with_evidence

Test: TypeAlias = Callable[[ToldTask, Mapping[str, object]], bool]

REPORT = "report"  # it is what comes of a task
#: what tells when a task is to be done, be it in words alone
TIME = ("time", "intervals", "due", "recurrence")


def _has(*names: str) -> Test:
    return lambda one, said: any(said.get(name) for name in names)


def _lacks(*names: str) -> Test:
    return lambda one, said: not any(said.get(name) for name in names)


def _is_led(one: ToldTask) -> bool:
    return any(edge.kind in LEADING for edge in one.edges)


def _is_alone(one: ToldTask, said: Mapping[str, object]) -> bool:
    return _is_led(one) and not any(edge.kind is EdgeKind.COORDINATES for edge in one.edges)


#: mark → whether it holds for a task and what is said of it
MARKS: Mapping[str, Test] = {
    "no_lead": lambda one, said: not _is_led(one),
    "no_support": _is_alone,
    "two_leads": lambda one, said: Attention.TWO_LEADS in one.attention,
    "no_time": _lacks(*TIME),
    "no_product": lambda one, said: not said.get("deliverable") and said.get("kind") != REPORT,
    "no_money": _lacks("budget"),
    "has_time": _has(*TIME),
    "has_product": _has("deliverable"),
    "has_money": _has("budget"),
}
#: marks where a collective may lead beside a unit, told where no two units do
LOOSER: Mapping[str, Test] = {
    "two_leads": lambda one, said: sum(e.kind is EdgeKind.LEADS for e in one.edges) > 1
}
#: marks that are counted for all tasks at once
OF_ALL: Mapping[tuple[str, ...], Attention] = {
    ("no_lead",): Attention.NO_LEAD,
    ("no_time",): Attention.NO_DATE,
    ("two_leads",): Attention.TWO_LEADS,
}


def marked(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks that every mark of the question holds for."""
    if _of_nothing(asked) and (lack := OF_ALL.get(asked.marks)):
        return _of_all(store, lack, f"work.{asked.marks[0]}.all")
    count, found = _first(store, asked, MARKS)
    if not count:
        count, found = _first(store, asked, {**MARKS, **LOOSER})
    if not count:
        return None
    answer = listed(store, asked, found, "work.when", doers=True, count=count)
    text = telling.say(
        "work.marked", count=count, scope=_scope(asked), marks=_marks(asked), list=answer.text
    )
    return replace(answer, text=text, nodes=(*asked.documents, *asked.units, *answer.nodes))


def _of_nothing(asked: Asked) -> bool:
    """Whether it is asked of all tasks."""
    given = (asked.units, asked.documents, asked.period, asked.roles, asked.topic, asked.place)
    return not any(given)


def _first(store: GraphReader, asked: Asked, marks: Mapping[str, Test]) -> tuple[int, list[Node]]:
    """How many tasks every mark holds for, and the first of them."""
    tests = [marks[mark] for mark in asked.marks]
    count, first = 0, []
    for some in pages_of(those(store, _doing(asked))):
        said = _said(store, [one.task for one in some])
        for one in some:
            if all(test(one, said[one.task.id]) for test in tests):
                count += 1
                first += [one.task] if count <= SHOWN else []
    return count, first


def _said(store: GraphReader, tasks: Sequence[Node]) -> dict[str, dict[str, object]]:
    """What is said of each task, there or in the annex that says it again."""
    again = repeated(store, tasks)
    twins = store.nodes(again)
    found: dict[str, dict[str, object]] = {}
    for twin, task in again.items():
        found.setdefault(task, {}).update(twins[twin].properties)
    return {task.id: found.get(task.id, {}) | dict(task.properties) for task in tasks}


def _doing(asked: Asked) -> Asked:
    """A unit lacks others in what it leads or carries out itself."""
    alone = asked.units and not asked.roles and "no_support" in asked.marks
    return replace(asked, roles=LEADING) if alone else asked


def _scope(asked: Asked) -> Both:
    """Of whom, of which documents or place and when it is told, before a colon."""
    within, when = telling.there(asked.place), time_of(asked, " ")
    if asked.documents:
        within = telling.say("idle.within", document=telling.documents(asked.documents))
    of = Both("", "")
    if asked.units:
        roles = telling.roles(asked.roles)
        key = "marked.of_role" if asked.roles else "marked.of"
        of = telling.say(key, unit=asked.units[0].label, roles=roles)
    said = [f"{o}{w}{t}".strip() for o, w, t in zip(*map(_pair, (of, within, when)), strict=True)]
    return Both(*(f"{part[:1].upper()}{part[1:]}: " if part else "" for part in said))


def _pair(both: Both) -> tuple[str, str]:
    return both.vi, both.en


def _marks(asked: Asked) -> Both:
    """The marks in words: chưa có thời hạn, chưa có đơn vị chủ trì."""
    return telling.listing([telling.say(f"mark.{mark}") for mark in asked.marks])


def _of_all(store: GraphReader, lack: Attention, key: str) -> Answered | None:
    """All tasks that lack it are counted, the first of them told."""
    page = every_task(store, wanted=(lack,), limit=telling.LISTED)
    counts = page.counts or {}
    count = counts[lack]
    if not counts["total"]:
        return None
    if not count:
        return Answered(telling.say(f"{key}.none", count=counts["total"]), (), ())
    tasks = [told.task for told in page.tasks]
    texts = {told.document.id: told.document for told in page.tasks if told.document}
    said = [telling.task(task, texts) for task in tasks]
    text = telling.say(key, count=count, list=telling.listing(said, numbered=True, count=count))
    edges = store.expand([task.id for task in tasks], (EdgeKind.ASSIGNS,), reverse=True)
    nodes = (*_documents(texts.values()), *tasks)
    return Answered(text, nodes, with_evidence(store, edges), count - len(tasks))


def _documents(nodes: Iterable[Node]) -> Iterator[Node]:
    return (node for node in nodes if node.kind is NodeKind.DOCUMENT)
