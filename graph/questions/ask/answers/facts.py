"""What a document says of itself: who issued it, when, about what, to whom (thông tin văn bản)."""

from graph.labels import day_text
from graph.model import EdgeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both
from graph.store import GraphReader
from graph.traverse import with_evidence

#: receivers that are shown
RECEIVERS = 100


def issued(store: GraphReader, asked: Asked) -> Answered | None:
    """Who issued a document and on which day, so far as it is known."""
    node = asked.document
    facts = node.properties
    edges = with_evidence(store, store.expand([node.id], (EdgeKind.ISSUED_BY,)))
    units = store.nodes({edge.target for edge in edges})
    by = telling.units(units.values()) if units else telling.same(str(facts.get("issuer") or ""))
    day = str(facts.get("issued") or facts.get("issued_partial") or "")
    parts = []
    if by.vi:
        parts.append(telling.say("issued.by", document=node.label, unit=by))
    if day:
        said = Both(day_text(day, "vi"), day)
        parts.append(telling.say("issued.day", document=node.label, day=said))
    if not parts:
        return None
    return Answered(telling.sentences(parts), (node, *units.values()), edges)


def signer(store: GraphReader, asked: Asked) -> Answered | None:
    """Who signed a document."""
    node = asked.document
    name, title = (str(node.properties.get(key) or "") for key in ("signer", "signer_title"))
    if not name:
        return None
    said = f"{name} ({title})" if title else name
    text = telling.say("signer", document=telling.document(node), name=said)
    return Answered(text, (node,), ())


def about(store: GraphReader, asked: Asked) -> Answered | None:
    """What the title of a document says."""
    node = asked.document
    title = str(node.properties.get("title") or node.properties.get("name") or "")
    if not title:
        return None
    edges = with_evidence(store, store.expand([node.id], (EdgeKind.ISSUED_BY,)))
    units = store.nodes({edge.target for edge in edges})
    text = telling.say("about", document=telling.document(node), title=title)
    return Answered(text, (node, *units.values()), edges)


def addressed(store: GraphReader, asked: Asked) -> Answered | None:
    """Where a document is sent (kính gửi, nơi nhận)."""
    node = asked.document
    edges = store.expand([node.id], (EdgeKind.ADDRESSED_TO,))[:RECEIVERS]
    units = store.nodes(sorted({edge.target for edge in edges}))
    if not units:
        return None
    text = telling.say(
        "addressed", document=telling.document(node), list=telling.units(units.values())
    )
    return Answered(text, (node, *units.values()), with_evidence(store, edges))


def effective(store: GraphReader, asked: Asked) -> Answered | None:
    """From which day a document says it is in force."""
    node = asked.document
    day = str(node.properties.get("effective") or "")
    if not day:
        return None
    edges = with_evidence(store, store.expand([node.id], (EdgeKind.ISSUED_BY,)))
    text = telling.say("effective", document=node.label, day=Both(day_text(day, "vi"), day))
    return Answered(text, (node,), edges)
