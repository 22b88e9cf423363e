"""Tasks by their rhythm, and what is overdue or comes next (thường xuyên, quá hạn)."""

from dataclasses import replace
from datetime import date, timedelta

from graph.labels import day_text
from graph.model import ROLE_KINDS, Node, NodeKind
from graph.questions.ask.answers.assigned import assigned, listed
from graph.questions.ask.answers.due_events import FIRST, events_between
from graph.questions.ask.answers.dues import events_told
from graph.questions.ask.answers.work import is_of_rhythm
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.every import every
from graph.questions.work_items import tasks_that
from graph.store import GraphReader
from graph.times.days import day_before

#: days that "sắp đến hạn" looks ahead, at most to find anything, and that "quá hạn" looks back
AHEAD, FAR, BACK = 30, 10 * 365, 365


def standing(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks of a document or a unit, or of all, that go on all the time or come back."""
    tasks = [task for task in _tasks(store, asked) if is_of_rhythm(task, asked.measure)]
    tasks = [t for t in tasks if asked.place in ("", *t.id.split("/nv/")[0].split("/"))]
    if not tasks:
        return None
    return listed(store, asked, tasks, "work.standing")


def overdue(store: GraphReader, asked: Asked) -> Answered | None:
    """What was due before today, of all in the year before, of a unit, a document or a province
    ever; nobody knows here what is done of it."""
    first, last = _moved(asked.today, -BACK), day_before(asked.today)
    if asked.units or asked.documents or asked.place:
        first = FIRST
    if asked.period and asked.period.year and not asked.period.one_day:
        since, until = asked.period.days(asked.period.year)
        first, last = since or first, min(until or last, last)
    found = events_between(store, asked, first, last)
    day = Both(day_text(asked.today, "vi"), asked.today)
    latest = replace(found, events=found.events[::-1])
    return events_told(store, asked, latest, "due.overdue", day=day)


def upcoming(store: GraphReader, asked: Asked) -> Answered | None:
    """What falls due in the days after today, the next first; of nothing, what is due after."""
    found = events_between(store, asked, asked.today, _moved(asked.today, AHEAD))
    day = Both(day_text(asked.today, "vi"), asked.today)
    if found.events:
        return events_told(store, asked, found, "due.upcoming", day=day, days=AHEAD)
    later = events_between(store, asked, asked.today, _moved(asked.today, FAR))
    first = tuple(event for event in later.events if event.day == later.events[0].day)
    nearest = replace(later, events=first, counts={**later.counts, "total": len(first)})
    return events_told(store, asked, nearest, "due.next", day=day, days=AHEAD)


def _tasks(store: GraphReader, asked: Asked) -> list[Node]:
    if asked.units:
        within = replace(asked, units=())
        texts = {task.id for task in assigned(store, within)} if asked.documents else None
        roles = asked.roles or ROLE_KINDS
        own = tasks_that(
            store,
            asked.units[0].id,
            lambda duty: duty.role in roles and is_of_rhythm(duty.task, asked.measure),
        )
        return [task for task in own if texts is None or task.id in texts]
    if asked.documents:
        return assigned(store, asked)
    return [
        node
        for page in every(store, NodeKind.TASK)
        for node in page
        if node.properties.get("recurrence")
    ]


def _moved(day: str, days: int) -> str:
    """The day so many days later, or earlier."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
