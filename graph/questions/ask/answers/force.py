"""Whether a document is in force, and what hangs on it should it end (hiệu lực, ảnh hưởng)."""

from collections.abc import Sequence
from dataclasses import replace

from graph.engine.census import Census
from graph.labels import day_text
from graph.model import Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both, Status
from graph.questions.impact import impact
from graph.questions.state import ENDING, LIGHT, Standing, state
from graph.questions.state_words import state_notes, state_text
from graph.store import GraphReader

#: members of a kind that are shown
MOST = 50


def in_force(store: GraphReader, asked: Asked) -> Answered:
    """How the document stands on the day asked for, else today; unknown where it cannot be told."""
    day = asked.today
    if asked.period and asked.period.year:
        day = asked.period.days(asked.period.year)[1] or day
    found = state(store, asked.document.id, at=day)
    ahead = day > asked.today and found.until is None and found.standing is not Standing.UNKNOWN
    if ahead and found.in_force:  # of a day to come only what is written is known
        told = in_force(store, replace(asked, period=None))
        later = telling.say("force.future", day=Both(day_text(day, "vi"), day))
        return replace(told, text=telling.sentences([later, told.text]), status=Status.UNKNOWN)
    said = [Both(*(state_text(found, lang) for lang in ("vi", "en")))]
    notes = zip(state_notes(found, "vi"), state_notes(found, "en"), strict=True)
    said += [Both(vi, en) for vi, en in notes]
    known = found.standing is not Standing.UNKNOWN
    if not known:  # that it was amended or has lost a part is known all the same
        said += [
            telling.say(
                "force.part" if act.kind in ENDING else "relations.bare",
                source=telling.document(act.by),
                relation=telling.relation(act.kind),
                target=telling.document(found.node),
            )
            for act in found.acts
            if act.begun and not act.doubt and (act.kind in LIGHT or act.whole is False)
        ]
    return Answered(
        telling.sentences(said),
        (found.node, *(act.by for act in found.acts)),
        tuple(edge for act in found.acts for edge in act.edges),
        status=Status.ANSWERED if known else Status.UNKNOWN,
    )


def affected(store: GraphReader, asked: Asked) -> Answered | None:
    """Which documents, tasks and units hang on the document, directly and through others."""
    id, day = asked.document.id, asked.today
    pages = {kind: impact(store, id, on=day, kind=kind, limit=MOST) for kind in NodeKind}
    found = pages[NodeKind.DOCUMENT]
    if not (found.direct or found.indirect) or found.running is None:
        return None
    running = found.running
    parts = [
        telling.say(
            "impact",
            document=telling.document(found.node),
            direct=_counted(found.direct),
            indirect=_counted(found.indirect),
            tasks=running.after + running.done + running.undated,
            after=running.after,
            day=Both(day_text(day, "vi"), day),
        )
    ]
    for kind, key in (
        (NodeKind.UNIT, "impact.units"),
        (NodeKind.DOCUMENT, "impact.documents"),
        (NodeKind.TASK, "impact.tasks"),
    ):
        names = _names(store, [member.node for member in pages[kind].members])
        if names:
            parts.append(telling.say(key, list=telling.listing(names)))
    if not found.complete:
        parts.append(telling.say("impact.incomplete"))
    nodes = {node.id: node for page in pages.values() for node in (page.node, *page.nodes)}
    edges = {e.key: e for page in pages.values() for m in page.members for e in m.edges}
    left = sum(found.direct.values()) + sum(found.indirect.values())
    left -= sum(len(page.members) for page in pages.values())
    return Answered(telling.sentences(parts), tuple(nodes.values()), tuple(edges.values()), left)


def _names(store: GraphReader, members: Sequence[Node]) -> list[Both]:
    """What the members are called."""
    if not members or members[0].kind is not NodeKind.TASK:
        return [telling.document(node) for node in members]
    texts = store.nodes({str(task.properties.get("document")) for task in members})
    return [telling.task(task, texts, time=False) for task in members]


def _counted(census: Census) -> Both:
    counts = {kind: sum(n for (k, *_), n in census.items() if k is kind) for kind in NodeKind}
    return telling.say("impact.counts", **{kind.value: n for kind, n in counts.items()})
