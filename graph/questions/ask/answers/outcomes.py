"""What is to come of a task, and which document lays it down (sản phẩm, nằm ở đâu)."""

from graph.model import EdgeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.assigned import assigned
from graph.questions.ask.answers.those import those
from graph.questions.ask.reply import Answered, Asked
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.repeats import repeated
from graph.store import GraphReader
from graph.traverse import with_evidence


def outcome(store: GraphReader, asked: Asked) -> Answered | None:
    """The products of the tasks of a topic, of a document or of all; of each task its own, or that
    which the annex that says it again names. Of the tasks of a unit or a time also how many there
    are: "A chủ trì mấy việc, kết quả là gì"."""
    within = with_parts(store, asked.documents) if asked.documents else ()
    if asked.topic:
        tasks, again = tasks_about(store, asked.topic, within)
    elif asked.units or asked.period:
        tasks = tuple(one.task for one in those(store, asked))
        again = repeated(store, tasks)
    else:
        tasks = tuple(assigned(store, asked))
        again = repeated(store, tasks)
    tasks = tuple(t for t in tasks if asked.place in ("", *t.id.split("/nv/")[0].split("/")))
    tasks = tuple(t for t in tasks if t.id not in again)
    twins = store.nodes(again)
    told = []
    for task in tasks:
        said = [task, *(twins[twin] for twin, own in again.items() if own == task.id)]
        named = [str(n.properties["deliverable"]) for n in said if n.properties.get("deliverable")]
        if named:
            told.append((task, "; ".join(dict.fromkeys(named))))
    counted = bool(asked.units or asked.period) and not asked.topic
    if not told and not (counted and tasks):
        return None
    shown = tuple(task for task, _ in told) or tasks
    texts = store.nodes({str(task.properties.get("document")) for task in shown})
    listed = [
        telling.say("outcome.one", task=telling.task(task, texts, time=False), outcome=said)
        for task, said in told
    ] or [telling.task(task, texts) for task in tasks]
    edges = with_evidence(
        store, store.expand([t.id for t in shown] + list(twins), (EdgeKind.ASSIGNS,), reverse=True)
    )
    key = ("outcome.of" if told else "outcome.none") if counted else "outcome"
    every = telling.listing(listed, numbered=True)
    text = telling.say(key, count=len(tasks), told=len(told), list=every)
    return Answered(text, (*texts.values(), *shown, *twins.values()), edges)


def source(store: GraphReader, asked: Asked) -> Answered | None:
    """In which documents the tasks of a topic stand, and at which item."""
    tasks, again = tasks_about(store, asked.topic)
    if not tasks:
        return None
    found = [*tasks, *store.nodes(again).values()]
    texts = store.nodes({str(task.properties.get("document")) for task in found})
    listed = [telling.task(task, texts) for task in found]
    ids = [task.id for task in found]
    edges = with_evidence(store, store.expand(ids, (EdgeKind.ASSIGNS,), reverse=True))
    said = telling.documents(texts[id] for id in sorted(texts))
    text = telling.say("source", documents=said, list=telling.listing(listed, numbered=True))
    return Answered(text, (*texts.values(), *found), edges)
