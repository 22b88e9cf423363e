"""What is not there: tasks without lead or time, units that lead nothing (chưa có).

Asked of a document it is told from its tasks and those of its annexes; asked of nothing, from all.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.assigned import assigned, listed
from graph.questions.ask.answers.work import unit_work
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import with_parts
from graph.questions.attention import Attention, attention
from graph.questions.every_task import ToldTask, every_task, told_tasks
from graph.questions.loads import LEADING
from graph.questions.repeats import repeats
from graph.questions.work_items import tasks_that
from graph.store import GraphReader
from graph.traverse import with_evidence


def no_lead(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks that nobody leads or carries out."""
    if not asked.documents:
        return _of_all(store, asked, Attention.NO_LEAD, "work.no_lead.all")
    tasks = assigned(store, asked)
    again = repeats(store, tasks)
    edges = store.expand([t.id for t in tasks] + list(again), LEADING, reverse=True)
    done = {again.get(edge.target, edge.target) for edge in edges}
    lacking = [task for task in tasks if task.id not in done]
    return listed(store, asked, lacking, "work.no_lead") if lacking else None


def two_leads(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks that two single units lead."""
    if not asked.documents:
        return _of_all(store, asked, Attention.TWO_LEADS, "work.two_leads.all")
    tasks = assigned(store, asked)
    edges = list(store.expand([t.id for t in tasks], ROLE_KINDS, reverse=True))
    units = store.nodes({edge.source for edge in edges})
    twice = [
        task
        for task in tasks
        if Attention.TWO_LEADS
        in attention(task, [(e.source, e.kind) for e in edges if e.target == task.id], units)
    ]
    leading = Counter(edge.target for edge in edges if edge.kind is EdgeKind.LEADS)
    twice = twice or [task for task in tasks if leading[task.id] > 1]  # a collective beside a unit
    return listed(store, asked, twice, "work.two_leads") if twice else None


def no_time(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks for which no time is told; those of a unit in whatever role it has."""
    if asked.units:
        within = with_parts(store, asked.documents) if asked.documents else ()
        own = tasks_that(store, asked.units[0].id, lambda duty: not _timed(duty.task))
        mine = [t for t in own if not within or t.properties.get("document") in within]
        return listed(store, asked, mine, "work.no_time.all") if mine else None
    if not asked.documents:
        return _of_all(store, asked, Attention.NO_DATE, "work.no_time.all")
    tasks = [task for task in assigned(store, asked) if not _timed(task)]
    return listed(store, asked, tasks, "work.no_time") if tasks else None


def no_support(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks that are led or carried out and that no unit is told to support."""
    if asked.documents:
        tasks = assigned(store, asked)
        again = repeats(store, tasks)
        edges = store.expand([*(t.id for t in tasks), *again], ROLE_KINDS, reverse=True)
        roles: dict[str, set[EdgeKind]] = {}
        for edge in edges:
            if not asked.units or edge.source == asked.units[0].id or edge.kind not in LEADING:
                roles.setdefault(again.get(edge.target, edge.target), set()).add(edge.kind)
        alone = [task for task in tasks if _is_alone(roles.get(task.id, set()))]
        return listed(store, asked, alone, "work.no_support", doers=True) if alone else None
    unit = asked.units[0].id if asked.units else ""
    every = [one.task for one in told_tasks(store) if _alone(one, unit)]
    if not every:
        return None
    key = "work.no_support.of_unit" if unit else "work.no_support.all"
    return listed(store, asked, every, key, doers=True)


def _alone(one: ToldTask, unit: str) -> bool:
    doing = {e.source for e in one.edges if e.kind in LEADING}
    return (not unit or unit in doing) and _is_alone({e.kind for e in one.edges})


def _is_alone(roles: Collection[EdgeKind]) -> bool:
    return bool(set(LEADING) & set(roles)) and EdgeKind.COORDINATES not in roles


def idle(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that have a part in tasks, and in none of them a role of those asked for."""
    has, lacks = _parts(store, asked)
    found = sorted(lacks.keys() - has)
    units = store.nodes(found)
    if asked.kind_of_unit:
        found = [id for id in found if units[id].label.startswith(f"{asked.kind_of_unit} ")]
    if not found:
        return None
    found.sort(key=lambda id: (-len(lacks[id]), id))
    within = telling.say("idle.within", document=telling.document(asked.document)) if (
        asked.documents
    ) else Both("", "")  # fmt: skip
    said = [telling.say("who.counted", unit=units[u].label, count=len(lacks[u])) for u in found]
    text = telling.say(
        "idle",
        count=len(found),
        roles=telling.roles(asked.roles),
        within=within,
        list=telling.listing(said),
    )
    shown = found[: telling.LISTED]
    tasks = set().union(*(lacks[id] for id in shown))
    edges = [e for e in store.expand(shown, ROLE_KINDS) if e.target in tasks]
    nodes = (*asked.documents, *(units[id] for id in shown), *store.nodes(sorted(tasks)).values())
    left = len(found) - len(shown)
    return Answered(text, nodes, with_evidence(store, edges), left)


def idle_unit(store: GraphReader, asked: Asked) -> Answered | None:
    """Whether a unit has none of the roles asked for, beside what else it has."""
    own = unit_work(store, asked)
    if own is not None:
        return own
    other = unit_work(store, replace(asked, roles=()))
    if other is None:
        return None
    none = telling.say("idle.unit", unit=asked.units[0].label, roles=telling.roles(asked.roles))
    return replace(other, text=telling.sentences([none, other.text]))


def _parts(store: GraphReader, asked: Asked) -> tuple[set[str], dict[str, set[str]]]:
    """The units that have the roles asked for; unit → the tasks in which it has any role."""
    has: set[str] = set()
    every: dict[str, set[str]] = {}
    for unit, role, task in _roles(store, asked):
        every.setdefault(unit, set()).add(task)
        if role in asked.roles:
            has.add(unit)
    return has, every


def _roles(store: GraphReader, asked: Asked) -> Iterator[tuple[str, EdgeKind, str]]:
    """(unit, role, task) of the document's tasks, or of all."""
    if asked.documents:
        tasks = assigned(store, asked)
        again = repeats(store, tasks)
        for edge in store.expand([*(t.id for t in tasks), *again], ROLE_KINDS, reverse=True):
            yield edge.source, edge.kind, again.get(edge.target, edge.target)
        return
    for told in told_tasks(store):
        for edge in told.edges:
            if edge.kind in ROLE_KINDS:
                yield edge.source, edge.kind, told.task.id


def _of_all(store: GraphReader, asked: Asked, lack: Attention, key: str) -> Answered | None:
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


def _timed(task: Node) -> bool:
    facts = task.properties
    return any(facts.get(name) for name in ("time", "intervals", "due", "recurrence"))
