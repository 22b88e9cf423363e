"""The tasks that are about some words, and those whose words say what was not read as a deadline or
a report (lời văn của nhiệm vụ)."""

from collections.abc import Collection, Sequence

from graph.labels import day_text
from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.described import held_in_order
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.every import every
from graph.questions.loads import LEADING
from graph.store import GraphReader
from graph.traverse import with_evidence
from graph.words.folding import words

HITS = 50
REPORTING = "bao cao"


def about(store: GraphReader, asked: Asked, tasks: Sequence[Node]) -> list[Node]:
    """The tasks of the place that have the words asked for in their names or documents' titles."""
    kept = [t for t in tasks if asked.place in ("", *t.id.split("/nv/")[0].split("/"))]
    if not asked.topic:
        return kept
    named, again = tasks_about(store, asked.topic)
    ids = {task.id for task in named} | set(again)
    texts = store.nodes({str(task.properties.get("document")) for task in kept})
    said = asked.topic.removeprefix("ve ")  # about it, without marks
    titled = {id for id, text in texts.items() if held_in_order(said, text)}
    return [t for t in kept if t.id in ids or t.properties.get("document") in titled]


def within(store: GraphReader, asked: Asked) -> Collection[str] | None:
    """The documents that are asked about, with their annexes; those of a province; or all."""
    if asked.documents:
        return with_parts(store, asked.documents)
    if not asked.place:
        return None
    pages = every(store, NodeKind.DOCUMENT)
    return {n.id for page in pages for n in page if asked.place in n.id.split("/")[:-3]}


def whose(asked: Asked) -> Both:
    """Of which unit, or in which province's documents, something is told."""
    if asked.units:
        return telling.say("due.of", unit=asked.units[0].label)
    if asked.place:
        return telling.say("all_work.place", place=telling.place(asked.place))
    return Both("", "")


def speaking_of_reports(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks of one unit whose names say that something is reported, where no duty to report
    was read; none where a receiver or a rhythm is asked for."""
    if len(asked.units) != 1 or asked.measure or asked.period:
        return None
    own = {e.target for e in store.expand([asked.units[0].id], LEADING)}
    own_texts = with_parts(store, asked.documents) if asked.documents else ()
    tasks = [
        task
        for task in about(store, asked, list(store.nodes(sorted(own)).values()))
        if f" {REPORTING} " in f" {' '.join(words(str(task.properties.get('name') or '')))} "
        and (not own_texts or task.properties.get("document") in own_texts)
    ]
    return _told(store, asked, tasks, "due.speaking") if tasks else None


def naming_the_day(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks, of the unit or documents asked about, in whose names the day stands: that no
    deadline was read is then no sign that there is none."""
    time = asked.period
    if time is None or time.year is None or not time.one_day or time.sense != "within":
        return None
    day = day_text(f"{time.year}-{time.first[0]:02}-{time.first[1]:02}", "vi")
    hits = store.search(day, kinds=[NodeKind.TASK], limit=HITS, snippets=False)
    tasks = [h.node for h in hits if day in str(h.node.properties.get("name") or "")]
    if asked.documents:
        within = with_parts(store, asked.documents)
        tasks = [task for task in tasks if task.properties.get("document") in within]
    if asked.units:
        own = {e.target for e in store.expand([u.id for u in asked.units], ROLE_KINDS)}
        tasks = [task for task in tasks if task.id in own]
    return _told(store, asked, tasks, "due.said") if tasks else None


def _told(store: GraphReader, asked: Asked, tasks: Sequence[Node], key: str) -> Answered:
    texts = store.nodes({str(task.properties.get("document")) for task in tasks})
    text = telling.say(
        key, count=len(tasks), when=time_of(asked, " "), who=whose(asked),
        list=telling.listing([telling.task(task, texts) for task in tasks], numbered=True),
    )  # fmt: skip
    edges = store.expand([task.id for task in tasks], (EdgeKind.ASSIGNS,), reverse=True)
    return Answered(text, (*texts.values(), *tasks), with_evidence(store, edges))
