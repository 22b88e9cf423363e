"""What a document rests on and who rests on it, who changed it and what it changed (căn cứ)."""

from collections.abc import Iterable, Sequence

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.picking import fits, noun
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.chain import chain
from graph.questions.counterparts import assigned_tasks
from graph.questions.relations import relations as diagram
from graph.store import GraphReader
from graph.traverse import with_evidence

#: edges that an answer proves; of more it says how many there are
PROVEN = 200
#: edges that are looked at where only those of one kind of document count
READ = 2000
#: what a submission leads to
REQUESTED = ("changed_by", EdgeKind.REQUESTED_BY)
#: the ways in which a text names another one, those that rest on it first
MENTIONING = (
    EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS, EdgeKind.REPLACES, EdgeKind.REPEALS, EdgeKind.AMENDS,
    EdgeKind.CORRECTS, EdgeKind.SUSPENDS, EdgeKind.CONSOLIDATES, EdgeKind.REQUESTED_BY,
    EdgeKind.CITES,
)  # fmt: skip


def bases(store: GraphReader, asked: Asked) -> Answered | None:
    """The bases that the document itself names, else what it carries out (thực hiện); to the root,
    all above them."""
    if asked.to_root and (asked.level or asked.excepted):
        return None
    if asked.to_root:
        return _to_root(store, asked.document)
    return _told(store, asked, "bases", EdgeKind.BASED_ON) or _told(
        store, asked, "changes", EdgeKind.IMPLEMENTS
    )


def portrait(store: GraphReader, asked: Asked) -> Answered | None:
    """The diagram of a document (lược đồ): its categories that are not empty."""
    found = diagram(store, asked.document.id, limit=telling.LISTED)
    full = [c for c in (*found.categories, *found.beside) if c.documents]
    if not full:
        return None
    said = [
        telling.say(
            "portrait.one",
            category=Both(c.row.label, c.row.label_en),
            count=c.documents,
            list=telling.listing([telling.document(m.node) for m in c.members], count=c.documents),
        )
        for c in full
    ]
    lead = telling.say("portrait", document=telling.document(found.node))
    members = [member for category in full for member in category.members]
    left = sum(category.documents for category in full) - len(members)
    return Answered(
        telling.sentences([lead, *said]),
        tuple({node.id: node for node in (found.node, *(m.node for m in members))}.values()),
        tuple(edge for member in members for edge in member.edges),
        left,
    )


def resting(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that name it as their basis, else those that carry it out, else those that
    were issued at its request."""
    ways = (("resting", EdgeKind.BASED_ON), ("changed_by", EdgeKind.IMPLEMENTS), REQUESTED)
    told = (_told(store, asked, key, kind, reverse=True) for key, kind in ways)
    return next((answer for answer in told if answer), None)


def changed_by(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents, and tasks, that do this to the document."""
    return _related(store, asked, "changed_by", reverse=True)


def changes(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents to which the document does this; what it mentions, also in what it asks for."""
    told = _related(store, asked, "changes")
    also = _by_tasks(store, asked, told) if asked.relation is EdgeKind.CITES else None
    if not (told and also):
        return told or also
    return Answered(
        telling.sentences([told.text, also.text]),
        tuple({node.id: node for node in (*told.nodes, *also.nodes)}.values()),
        (*told.edges, *also.edges),
        told.left_out + also.left_out,
    )


def _by_tasks(store: GraphReader, asked: Asked, told: Answered | None) -> Answered | None:
    """The documents that only the tasks of the document mention."""
    root = asked.document
    known = {root.id, *(node.id for node in (told.nodes if told else ()))}
    tasks = {task.id: task for task in assigned_tasks(store, [root.id])[root.id]}
    edges = [e for e in store.expand(tasks, MENTIONING) if e.target not in known]
    texts = store.nodes(sorted({edge.target for edge in edges}))
    texts = {id: node for id, node in texts.items() if fits(node, asked)}
    if not texts:
        return None
    shown = [edge for edge in edges if edge.target in texts][:PROVEN]
    text = telling.say(
        "changes.by_tasks",
        document=telling.document(root),
        count=len(texts),
        kind=noun(asked),
        list=telling.documents(by_day(list(texts.values()))),
    )
    own = (tasks[id] for id in dict.fromkeys(edge.source for edge in shown))
    return Answered(
        text, (root, *texts.values(), *asked.excepted, *own), with_evidence(store, shown)
    )


def _related(
    store: GraphReader, asked: Asked, key: str, *, reverse: bool = False
) -> Answered | None:
    """What stands in the relation asked for; who is asked for citations means every mention."""
    kind = asked.relation or EdgeKind.IMPLEMENTS
    kinds = MENTIONING if kind is EdgeKind.CITES else (kind, *asked.or_relations)
    found = [_told(store, asked, key, kind, reverse=reverse) for kind in kinds]
    told = [answer for answer in found if answer]
    if not told:
        return None
    nodes = {node.id: node for answer in told for node in answer.nodes}
    return Answered(
        telling.sentences([answer.text for answer in told]),
        tuple(nodes.values()),
        tuple(edge for answer in told for edge in answer.edges),
        sum(answer.left_out for answer in told),
    )


def _told(
    store: GraphReader, asked: Asked, key: str, kind: EdgeKind, *, reverse: bool = False
) -> Answered | None:
    """The documents and tasks at the other ends, counted, the first of them with their proof; with
    a kind of document asked for only such, of the ``READ`` first."""
    root = asked.document
    counts = store.link_counts(root.id, (kind,), reverse=reverse)
    edges = store.links(root.id, (kind,), reverse=reverse, limit=READ if asked.picks else PROVEN)
    ends = {edge.source if reverse else edge.target for edge in edges} - {root.id}
    nodes = store.nodes(sorted(ends))
    if asked.picks:
        if sum(counts.values()) > len(ends):
            return None  # too many to tell how many are wanted
        texts = [node for node in nodes.values() if node.kind is NodeKind.DOCUMENT]
        nodes = {node.id: node for node in texts if fits(node, asked)}
        counts = {(kind, NodeKind.DOCUMENT): len(nodes)}
        edges = [e for e in edges if (e.source if reverse else e.target) in nodes]
    if not nodes:
        return None
    texts = [node for node in nodes.values() if node.kind is NodeKind.DOCUMENT]
    tasks = [node for node in nodes.values() if node.kind is NodeKind.TASK]
    owners = store.nodes({str(task.properties.get("document")) for task in tasks})
    facts = {
        "document": telling.document(root),
        "relation": telling.relation(kind),
        "kind": noun(asked),
    }
    parts: list[Both] = []
    for name, kind_of, items in (
        (key, NodeKind.DOCUMENT, [telling.document(node) for node in by_day(texts)]),
        (f"{key}.tasks", NodeKind.TASK, [telling.task(t, owners, time=False) for t in tasks]),
    ):
        count = counts.get((kind, kind_of), 0)
        if items:
            said = telling.listing(items, count=count)
            parts.append(telling.say(name, count=count, list=said, **facts))
    left = sum(counts.values()) - len(nodes)
    beside = (*(o for o in owners.values() if o.id not in nodes), *asked.excepted)
    shown = (root, *nodes.values(), *beside)
    return Answered(telling.sentences(parts), shown, tuple(edges), max(0, left))


def _to_root(store: GraphReader, root: Node) -> Answered | None:
    found = chain(store, root.id)
    levels: dict[int, list[Node]] = {}
    for node in found.nodes:
        if node.id != root.id and node.kind is NodeKind.DOCUMENT:
            levels.setdefault(found.depth[node.id], []).append(node)
    if not levels:
        return None
    parts = [
        telling.say("bases.level", level=depth, list=telling.documents(by_day(levels[depth])))
        for depth in sorted(levels)
    ]
    open_ends = [
        n for n in found.nodes if n.id != root.id and n.properties.get("status") == "cited"
    ]
    tail = telling.say("bases.open", count=len(open_ends)) if open_ends else Both("", "")
    lead = telling.say("bases.chain", document=telling.document(root))
    return Answered(
        telling.sentences([lead, *parts, tail]), found.nodes, found.edges, found.left_out
    )


def by_day(nodes: Iterable[Node]) -> Sequence[Node]:
    """The latest last; those without a day by id."""
    return sorted(nodes, key=lambda node: (str(node.properties.get("issued") or "9999"), node.id))
