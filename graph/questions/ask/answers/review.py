"""What is missing, doubtful or different: questions of people who check (rà soát)."""

from collections import Counter
from collections.abc import Sequence

from graph.catalogue import render
from graph.errors import NotFoundError, UsageError
from graph.labels import told_apart
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.compare import compare
from graph.questions.differences import Difference, Side
from graph.questions.findings import Asked as Wanted
from graph.questions.findings import every_finding, findings_page
from graph.questions.missing import missing
from graph.store import GraphReader

#: documents and doubts that are listed
MOST = 20
#: the measure of those that most documents refer to
CITED = "cited"
#: documents not loaded that are ranked by how many cite them
WEIGHED = 1000


def missing_documents(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that most rest on and nobody has loaded; asked for those most cited, by how
    many cite them."""
    cited = asked.measure == CITED
    found = missing(store, limit=WEIGHED if cited else MOST)
    if cited:
        found = tuple(sorted(found, key=lambda one: (-one.cited_by, one.node.id))[:MOST])
    if not found:
        return None
    said = [
        telling.say(
            "missing.one",
            document=telling.document(m.node),
            count=m.cited_by,
            documents=m.documents,
            tasks=m.tasks,
        )
        for m in found
    ]
    counts = store.counts()
    count = counts.get("document", 0) - counts.get("document.loaded", 0)
    key = "missing.cited" if cited else "missing"
    text = telling.say(key, count=count, list=telling.listing(said, count=count))
    return Answered(text, tuple(one.node for one in found), (), count - len(found))


def doubts(store: GraphReader, asked: Asked) -> Answered | None:
    """What is to be mended in a document and its annexes, or which documents have such (nghi
    vấn)."""
    if not asked.documents:
        return _doubtful(store, asked)
    node = asked.document
    page = findings_page(store, Wanted(document=node.id, at=asked.today), limit=MOST)
    if not page.findings:
        return None
    said = [Both(f.message.rstrip("."), f.message_en.rstrip(".")) for f in page.findings]
    count = sum((page.counts or {}).values()) or len(said)
    text = telling.say(
        "findings", document=telling.document(node), count=count,
        list=telling.listing(said, numbered=True, count=count),
    )  # fmt: skip
    touched = store.nodes(sorted({id for found in page.findings for id in found.nodes}))
    nodes = (node, *(n for n in touched.values() if n.id != node.id))
    return Answered(text, nodes, (), max(0, count - len(page.findings)))


def _doubtful(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that have doubts, those with most first, each with how many."""
    counts: Counter[str] = Counter()
    for found in every_finding(store, Wanted(at=asked.today)):
        counts[found.document] += 1
    texts = store.nodes(counts)
    order = sorted((id for id in counts if id in texts), key=lambda id: (-counts[id], id))
    order = [id for id in order if asked.is_kind(texts[id])]
    if not order:
        return None
    said = [
        telling.say("findings.counted", document=telling.document(texts[id]), count=counts[id])
        for id in order
    ]
    text = telling.say("findings.all", count=len(order), list=telling.listing(said))
    shown = order[: telling.LISTED]
    return Answered(text, tuple(texts[id] for id in shown), (), len(order) - len(shown))


def comparison(store: GraphReader, asked: Asked) -> Answered | None:
    """What one document says otherwise than another."""
    one, other = asked.documents[:2]
    try:
        found = compare(store, one.id, other.id)
    except (NotFoundError, UsageError):
        return None
    counts = {
        name: len(getattr(found, name))
        for name in ("same", "changed", "added", "dropped", "unsure", "beyond")
    }
    names = {"a": one.label, "b": other.label}
    parts = [Both(*(render("compare.counts", lang, **names, **counts) for lang in ("vi", "en")))]
    changed = [
        telling.say("compared.changed", task=telling.name(c.task), list=_points(c.differences))
        for c in found.changed
    ]
    for key, items in (
        ("compared.changes", changed),
        ("compared.added", [telling.same(f"«{telling.name(a.node)}»") for a in found.added]),
        ("compared.dropped", [telling.same(f"«{telling.name(a.node)}»") for a in found.dropped]),
    ):
        if items:
            parts.append(telling.say(key, list=telling.listing(items, numbered=True)))
    sides = [s for c in found.changed for d in c.differences for s in (d.before, d.after)]
    alone = [*found.added, *found.dropped]
    edges = [edge for side in sides for edge in side.edges]
    edges += [edge for lone in alone for edge in lone.edges]
    nodes = [one, other, *(t for c in found.changed for t in (c.task, c.twin))]
    nodes += [a.node for a in alone] + [n for side in sides for n in side.nodes]
    return Answered(
        telling.sentences(parts),
        tuple({node.id: node for node in nodes}.values()),
        tuple({edge.key: edge for edge in edges}.values()),
    )


def _points(differences: Sequence[Difference]) -> Both:
    """What differs; of units and documents those that one side alone names."""
    points = []
    for point in differences:
        label = Both(*(render(f"compare.{point.aspect}", lang) for lang in ("vi", "en")))
        before, after = _alone(point.before, point.after), _alone(point.after, point.before)
        if before == after:
            points.append(label)
        else:
            points.append(telling.say("compared.point", aspect=label, before=before, after=after))
    return telling.listing(points)


def _alone(side: Side, other: Side) -> str:
    """What one side names and the other does not; its words where it names nothing."""
    if side.nodes or other.nodes:
        there = {node.id for node in other.nodes}
        labels = told_apart([*side.nodes, *other.nodes])
        return ", ".join(labels[n.id] for n in side.nodes if n.id not in there) or "–"
    return telling.clipped(side.text, 80) or "–"
