"""What all units have to do in a time (việc của mọi đơn vị), read a page at a time."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from graph.questions.ask import telling
from graph.questions.ask.answers.work import has_begun, time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.every_task import ToldTask, told_tasks
from graph.questions.loads import LEADING
from graph.store import GraphReader
from graph.times.spans import touches
from graph.traverse import with_evidence


@dataclass(slots=True)
class _Seen:
    """The first tasks of a time, how many there are, and of whom."""

    tasks: list[ToldTask] = field(default_factory=list)
    units: Counter[str] = field(default_factory=Counter)
    count: int = 0
    untimed: int = 0  # those that may run then, without a time that is told


def all_work(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks that run in a time, or ever, whoever does them; of a province named."""
    seen = _seen(store, asked)
    if not seen.count:
        return None
    texts = {one.document.id: one.document for one in seen.tasks if one.document}
    edges = with_evidence(store, [edge for one in seen.tasks for edge in one.edges])
    left_over = iter(edges)
    proven = [tuple(islice(left_over, len(one.edges))) for one in seen.tasks]
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    units = store.nodes({*seen.units, *ends})
    said = [
        telling.say("who.task", task=telling.task(one.task, texts), doers=telling.doers(own, units))
        for one, own in zip(seen.tasks, proven, strict=True)
    ]
    busiest = sorted(seen.units, key=lambda id: (-seen.units[id], id))
    counted = [
        telling.say("who.counted", unit=units[id].label, count=seen.units[id]) for id in busiest
    ]
    time = time_of(asked, "")
    where = telling.say("all_work.place", place=telling.place(asked.place)) if asked.place else None
    parts = [
        telling.say(
            "all_work" if asked.period else "all_work.ever",
            when=Both(time.vi[:1].upper() + time.vi[1:], time.en[:1].upper() + time.en[1:]),
            place=where or Both("", ""),
            count=seen.count,
            units=telling.listing(counted) if counted else telling.say("who.nobody"),
            list=telling.listing(said, numbered=True, count=seen.count),
        )
    ]
    if seen.untimed:
        parts.append(telling.say("all_work.untimed", count=seen.untimed))
    shown = {id: node for id, node in units.items() if id in ends}
    named = {**texts, **{one.task.id: one.task for one in seen.tasks}, **shown}
    left = seen.count - len(seen.tasks)
    nodes = tuple(named[id] for id in sorted(named))
    return Answered(telling.sentences(parts), nodes, edges, left)


def _seen(store: GraphReader, asked: Asked) -> _Seen:
    seen = _Seen()
    time = asked.period
    since, until = time.days(time.year) if time and time.year else (None, None)
    for one in told_tasks(store):
        if asked.place and asked.place not in one.task.id.split("/nv/")[0].split("/")[:-3]:
            continue
        if asked.period and not one.spans:
            seen.untimed += has_begun(one.document, until)
            continue
        if asked.period and not touches(one.spans, since, until):
            continue
        seen.count += 1
        seen.units.update({e.source for e in one.edges if e.kind in LEADING})
        if len(seen.tasks) < telling.LISTED:
            seen.tasks.append(one)
    return seen
