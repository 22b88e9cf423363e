"""The money of tasks, by the words of their documents (kinh phí của nhiệm vụ)."""

from graph.model import EdgeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Status
from graph.questions.ask.topics import tasks_about, with_parts
from graph.store import GraphReader
from graph.traverse import with_evidence


def task_money(store: GraphReader, asked: Asked) -> Answered | None:
    """The sums that documents give the tasks of a topic; that none is told where the tasks are
    there without one."""
    within = with_parts(store, asked.documents) if asked.documents else ()
    tasks, again = tasks_about(store, asked.topic, within)
    if not tasks:
        return None
    twins = store.nodes(again)
    told = []
    for task in tasks:
        said = [task, *(twins[twin] for twin, own in again.items() if own == task.id)]
        sums = [str(node.properties["budget"]) for node in said if node.properties.get("budget")]
        if sums:
            told.append((task, "; ".join(dict.fromkeys(sums))))
    texts = store.nodes({str(task.properties.get("document")) for task in tasks})
    ids = [task.id for task in tasks] + list(twins)
    edges = with_evidence(store, store.expand(ids, (EdgeKind.ASSIGNS,), reverse=True))
    nodes = (*texts.values(), *tasks, *twins.values())
    if not told:
        names = telling.listing([telling.task(task, texts) for task in tasks], numbered=True)
        return Answered(telling.say("task_money.none", list=names), nodes, (), 0, Status.UNKNOWN)
    listed = [
        telling.say("task_money.one", task=telling.task(task, texts, time=False), money=money)
        for task, money in told
    ]
    text = telling.say("task_money", list=telling.listing(listed, numbered=True))
    return Answered(text, nodes, edges)
