"""The tasks under the conditions of a question: of a unit, in a role, a time, a document, a place,
about some words (những việc được hỏi)."""

from collections.abc import Collection, Iterable, Iterator

from graph.questions.ask.answers.assigned import assigned
from graph.questions.ask.answers.work import asked_for
from graph.questions.ask.reply import Asked
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.every import pages_of
from graph.questions.every_task import ToldTask, told_of, told_tasks
from graph.questions.work_items import work_items
from graph.store import GraphReader
from graph.times.spans import touches


def those(store: GraphReader, asked: Asked) -> Iterator[ToldTask]:
    """The tasks asked for, each once, with the roles that its annexes give it too."""
    if asked.units:
        items = asked_for(store, asked, work_items(store, [asked.units[0].id]))
        for page in pages_of(dict.fromkeys(item.task for item in items)):
            yield from told_of(store, list(store.nodes(page).values()))
        return
    every: Iterable[ToldTask] = (
        told_of(store, assigned(store, asked)) if asked.documents else told_tasks(store)
    )
    named = _named(store, asked)
    yield from (one for one in every if _fits(asked, one, named))


def _named(store: GraphReader, asked: Asked) -> Collection[str] | None:
    """The tasks that the words of the question name; None where it has none."""
    if not asked.topic:
        return None
    within = with_parts(store, asked.documents) if asked.documents else ()
    tasks, again = tasks_about(store, asked.topic, within)
    return {task.id for task in tasks} | set(again.values())


def _fits(asked: Asked, one: ToldTask, named: Collection[str] | None) -> bool:
    of = one.task.id.split("/nv/")[0].split("/")
    roles = not asked.roles or any(edge.kind in asked.roles for edge in one.edges)
    told = named is None or one.task.id in named
    return roles and told and asked.place in ("", *of) and _runs(asked, one)


def _runs(asked: Asked, one: ToldTask) -> bool:
    """Whether the task runs in the time asked for."""
    if asked.period is None or asked.period.year is None:
        return True
    return touches(one.spans, *asked.period.days(asked.period.year))
