"""Documents of the library by issuer, time, receiver, or what was done to them (kho)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import nsmallest

from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import is_wanted, issued_by, linked
from graph.questions.ask.answers.work import SHOWN, time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.every import every
from graph.questions.state import ENDING, OUT_OF_FORCE, Standing, state
from graph.questions.work_items import full_duties, work_items
from graph.store import GraphReader
from graph.traverse import with_evidence

#: documents that are ranked
RANKED = 50


def issued_in(store: GraphReader, asked: Asked) -> Answered | None:
    """The loaded documents that were issued in a time, by a unit or in a place, the earliest
    first; where none is loaded, those that are cited."""
    count, found = _first(_of_status(store, asked, "loaded"), "issued")
    known = "loaded" if count else "cited"
    if not count:
        count, found = _first(_of_status(store, asked, known), "issued")
    if not count:
        return None
    by = Both("", "")
    if issuer := asked.units[0].label if asked.units else telling.place(asked.place):
        by = telling.say("issued_in.by", unit=issuer)
    elif asked.level:
        by = telling.say(f"wanted.{asked.level}")
    text = telling.say(
        "issued_in" if known == "loaded" else "issued_in.cited",
        count=count, kind=telling.kind(asked.type), by=by,
        when=time_of(asked, " "), list=telling.documents(found, count),
    )  # fmt: skip
    return _shown(store, found, text, EdgeKind.ISSUED_BY, count=count)


def _of_status(store: GraphReader, asked: Asked, status: str) -> Iterator[Node]:
    """Those that are loaded, or are only cited, of which the id alone tells the issuer."""
    every_one = status == "cited"
    found = issued_by(store, replace(asked, units=()) if every_one else asked)
    kept = (node for node in found if node.properties.get("status") == status)
    return (node for node in kept if not every_one or asked.wants(node))


def takes_effect(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents whose own words say that they take effect in a time; "có hiệu lực từ ngày X"
    asks for that day."""
    wanted, time = asked, asked.period
    if time and time.one_day and time.sense == "from" and not time.strict:
        wanted = replace(asked, period=replace(time, sense="within"))
    pages = every(store, NodeKind.DOCUMENT)
    count, found = _first(
        (
            node
            for page in pages
            for node in page
            if asked.wants(node) and is_wanted(node, wanted, day="effective")
        ),
        "effective",
    )
    if not count:
        return None
    text = telling.say(
        "takes_effect", count=count, kind=telling.kind(asked.type),
        when=time_of(asked, " "), list=telling.documents(found, count),
    )  # fmt: skip
    return _shown(store, found, text, EdgeKind.ISSUED_BY, count=count)


def pending(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that by their own words take effect after today (chưa có hiệu lực)."""
    ever = replace(asked, period=None)
    found = [
        node
        for page in every(store, NodeKind.DOCUMENT)
        for node in page
        if str(node.properties.get("effective") or "") > asked.today
        and asked.wants(node)
        and is_wanted(node, ever)
    ]
    if not found:
        return None
    count, first = _first(found, "effective")
    text = telling.say(
        "pending", count=count, kind=telling.kind(asked.type), list=telling.documents(first, count)
    )
    return _shown(store, first, text, EdgeKind.ISSUED_BY, count=count)


def sent_to(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that are sent to a unit, be it by another one (gửi, nơi nhận)."""
    unit = asked.units[0]
    by = "".join(f"{issuer.id}/" for issuer in asked.units[1:])
    sent = (n for n in linked(store, unit, EdgeKind.ADDRESSED_TO) if is_wanted(n, asked))
    sent = (node for node in sent if node.id.startswith(by))
    count, found = _first(sent, "issued")
    if not count:
        return None
    issuer = asked.units[1].label if asked.units[1:] else ""
    text = telling.say(
        "sent_to", count=count, kind=telling.kind(asked.type), unit=unit.label,
        by=telling.say("issued_in.by", unit=issuer) if issuer else Both("", ""),
        when=time_of(asked, " "), list=telling.documents(found, count),
    )  # fmt: skip
    return _shown(store, found, text, EdgeKind.ADDRESSED_TO, unit, count=count)


def answering(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that answer a unit, or what it wrote, be it by another unit (trả lời)."""
    unit = asked.units[0]
    if asked.relation is not EdgeKind.REQUESTED_BY:
        return None
    by = "".join(f"{issuer.id}/" for issuer in asked.units[1:])
    proof: dict[str, Edge] = {}
    for page in every(store, NodeKind.DOCUMENT):
        wanted = [n.id for n in page if n.id.startswith(by) and is_wanted(n, asked)]
        for edge in store.expand(wanted, (EdgeKind.REQUESTED_BY,)):
            if f"{edge.target}/".startswith(f"{unit.id}/"):
                proof.setdefault(edge.source, edge)
    nodes = list(store.nodes(sorted(proof)).values())
    if not nodes:
        return None
    issuer = asked.units[1].label if asked.units[1:] else ""
    text = telling.say(
        "answering", count=len(nodes), kind=telling.kind(asked.type), unit=unit.label,
        by=telling.say("issued_in.by", unit=issuer) if issuer else Both("", ""),
        when=time_of(asked, " "), list=telling.documents(nodes),
    )  # fmt: skip
    ends = store.nodes({edge.target for edge in proof.values()})
    return Answered(text, (*nodes, *ends.values()), with_evidence(store, list(proof.values())))


def assigning(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that lay tasks on a unit, with how many each."""
    unit = asked.units[0]
    tasks = {item.task: item for item in work_items(store, [unit.id])}
    counts = Counter(item.document for item in tasks.values())
    texts = {id: node for id, node in store.nodes(counts).items() if is_wanted(node, asked)}
    if not texts:
        return None
    order = sorted(texts, key=lambda id: (-counts[id], id))
    said = [
        telling.say("assigning.one", document=telling.document(texts[id]), count=counts[id])
        for id in order
    ]
    text = telling.say(
        "assigning", count=len(order), unit=unit.label, list=telling.listing(said),
        tasks=sum(counts[id] for id in order),
    )  # fmt: skip
    counted = [item for item in tasks.values() if item.document in texts]
    shown = full_duties(store, counted[:SHOWN])
    edges = with_evidence(store, [edge for duty in shown for edge in duty.edges])
    nodes = (unit, *texts.values(), *(duty.task for duty in shown))
    return Answered(text, nodes, edges, len(counted) - len(shown))


def ended(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that are known to be out of force on the day, and why."""
    found: list[Node] = []
    edges: list[Edge] = []
    said: list[Both] = []
    for page in every(store, NodeKind.DOCUMENT):
        acted = {e.target for e in store.expand([n.id for n in page], ENDING, reverse=True)}
        for node in page:
            if not (node.id in acted or node.properties.get("expires")) or not is_wanted(
                node, asked
            ):
                continue
            told = state(store, node.id, at=asked.today)
            if told.standing not in OUT_OF_FORCE - {Standing.NOT_YET}:
                continue
            cause = told.cause
            found += [node, *([cause.by] if cause else [])]
            edges += cause.edges if cause else ()
            said.append(
                telling.say(
                    "ended.by", document=telling.document(node), by=telling.document(cause.by)
                )
                if cause
                else telling.document(node)
            )
    if not said:
        return None
    text = telling.say(
        "ended", count=len(said), kind=telling.kind(asked.type), list=telling.listing(said)
    )
    return Answered(text, tuple({node.id: node for node in found}.values()), tuple(edges))


def totals(store: GraphReader, asked: Asked) -> Answered | None:
    """How many documents, tasks or units the store holds."""
    counts = store.counts()
    count = counts.get(asked.measure, 0)
    cited = 0
    if asked.measure == NodeKind.DOCUMENT:
        count, cited = counts.get("document.loaded", 0), count - counts.get("document.loaded", 0)
    what = telling.say(f"totals.{asked.measure}", cited=cited)
    return Answered(telling.say("totals", count=count, what=what), (), ())


def most_cited(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that most others rest on, loaded or not."""
    ranked = [
        (node, count)
        for status in ("loaded", "cited")
        for node, count in store.most_referenced(status=status, limit=RANKED)
        if count and is_wanted(node, asked)
    ]
    if not ranked:
        return None
    ranked.sort(key=lambda pair: (-pair[1], pair[0].id))
    ranked = ranked[: telling.LISTED]
    said = [
        telling.say("most_cited.one", document=telling.document(node), count=count)
        for node, count in ranked
    ]
    text = telling.say(
        "most_cited", kind=telling.kind(asked.type), list=telling.listing(said, numbered=True)
    )
    return Answered(text, tuple(node for node, _ in ranked), ())


def _first(nodes: Iterable[Node], day: str) -> tuple[int, list[Node]]:
    """How many documents there are, and the earliest of them, so many as are told."""
    count = 0

    def counted() -> Iterator[Node]:
        nonlocal count
        for node in nodes:
            count += 1
            yield node

    order = nsmallest(
        telling.LISTED,
        counted(),
        key=lambda node: (str(node.properties.get(day) or "9999"), node.id),
    )
    return count, order


def _shown(
    store: GraphReader,
    found: list[Node],
    text: Both,
    kind: EdgeKind,
    unit: Node | None = None,
    *,
    count: int,
) -> Answered:
    """The first of the documents with what ties them to their units."""
    edges = store.expand([node.id for node in found], (kind,))
    edges = [edge for edge in edges if unit is None or edge.target == unit.id]
    units = store.nodes({edge.target for edge in edges})
    nodes = (*found, *units.values())
    return Answered(text, nodes, with_evidence(store, edges), count - len(found))
