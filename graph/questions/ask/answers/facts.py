"""What a document says of itself: who issued it, when, about what, to whom (thông tin văn bản)."""

from dataclasses import replace

from graph.labels import day_text
from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both
from graph.store import GraphReader
from graph.traverse import with_evidence

#: receivers that are shown
RECEIVERS = 100


def issued(store: GraphReader, asked: Asked) -> Answered | None:
    """Who issued and signed a document and on which day, so far as it is known."""
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
    if not day:  # who issued it alone is no answer to "ngày nào"
        parts.append(telling.say("issued.no_day"))
    if name := _signer(node):
        parts.append(telling.say("issued.signer", name=name))
    return Answered(telling.sentences(parts), (node, *units.values()), edges)


def held(store: GraphReader, asked: Asked) -> Answered | None:
    """Whether a document itself is loaded, or only named by others."""
    node = asked.document
    key = "held" if node.properties.get("status") == "loaded" else "held.cited"
    return Answered(telling.say(key, document=telling.document(node)), (node,), ())


def earlier(store: GraphReader, asked: Asked) -> Answered | None:
    """Which of two documents was issued first, so far as both days are known."""
    one, other = sorted(asked.documents[:2], key=lambda node: str(node.properties.get("issued")))
    days = [str(node.properties.get("issued") or "") for node in (one, other)]
    if not all(days):
        return None
    key = "earlier.same" if days[0] == days[1] else "earlier"
    text = telling.say(key, first=telling.document(one), second=telling.document(other))
    return Answered(text, (one, other), ())


def signer(store: GraphReader, asked: Asked) -> Answered | None:
    """Who signed a document."""
    node = asked.document
    name = _signer(node)
    if not name:
        return None
    text = telling.say("signer", document=telling.document(node), name=name)
    return Answered(text, (node,), ())


def _signer(node: Node) -> str:
    """The name of who signed with the position; empty where it is not known."""
    name, title = (str(node.properties.get(key) or "") for key in ("signer", "signer_title"))
    return f"{name} ({title})" if name and title else name


def proposed(store: GraphReader, asked: Asked) -> Answered | None:
    """At whose request a document was issued, and in which paper (theo đề nghị của ai)."""
    node = asked.document
    edges = with_evidence(store, store.expand([node.id], (EdgeKind.REQUESTED_BY,)))
    ends = store.nodes(sorted({edge.target for edge in edges}))
    if not ends:
        return None
    units = [end for end in ends.values() if end.kind is NodeKind.UNIT]
    papers = [end for end in ends.values() if end.kind is NodeKind.DOCUMENT]
    said = [telling.units(units)] if units else []
    said += [telling.say("proposed.in", list=telling.documents(papers))] if papers else []
    text = telling.say(
        "proposed",
        document=telling.document(node),
        list=Both(", ".join(s.vi for s in said), ", ".join(s.en for s in said)),
        quote=telling.quote(edges),
    )
    return Answered(text, (node, *ends.values()), edges)


def proposals(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that were issued at the request of a unit, be it by another one."""
    unit = asked.units[0]
    edges = with_evidence(store, store.expand([unit.id], (EdgeKind.REQUESTED_BY,), reverse=True))
    found = store.nodes(sorted({edge.source for edge in edges}))
    by = "".join(f"{issuer.id}/" for issuer in asked.units[1:])
    nodes = {id: n for id, n in found.items() if asked.is_kind(n) and id.startswith(by)}
    if not nodes:
        return None
    edges = tuple(edge for edge in edges if edge.source in nodes)
    text = telling.say(
        "proposals",
        unit=unit.label,
        count=len(nodes),
        kind=telling.kind(asked.type),
        list=telling.documents(nodes.values()),
    )
    return Answered(text, (unit, *nodes.values()), edges)


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
    issuers = {edge.target for edge in store.expand([node.id], (EdgeKind.ISSUED_BY,))}
    if any(unit.id not in issuers for unit in asked.units):
        return None  # somebody else is said to send it
    edges = store.expand([node.id], (EdgeKind.ADDRESSED_TO,))[:RECEIVERS]
    units = store.nodes(sorted({edge.target for edge in edges}))
    if not units:
        return None
    text = telling.say(
        "addressed", document=telling.document(node), list=telling.units(units.values())
    )
    return Answered(text, (node, *units.values()), with_evidence(store, edges))


def sent_whether(store: GraphReader, asked: Asked) -> Answered | None:
    """Whether a unit is among those to which a document is sent, and all of them: a collective may
    stand for it (các bộ), which is for the reader to see."""
    told = addressed(store, replace(asked, units=()))
    if told is None:
        return None
    unit = asked.units[0]
    there = any(node.id == unit.id for node in told.nodes)
    lead = telling.say("sent_whether" if there else "sent_whether.not", unit=unit.label)
    return replace(told, text=telling.sentences([lead, told.text]), nodes=(*told.nodes, unit))


def effective(store: GraphReader, asked: Asked) -> Answered | None:
    """From which day a document says it is in force."""
    node = asked.document
    day = str(node.properties.get("effective") or "")
    if not day:
        return None
    edges = with_evidence(store, store.expand([node.id], (EdgeKind.ISSUED_BY,)))
    text = telling.say("effective", document=node.label, day=Both(day_text(day, "vi"), day))
    return Answered(text, (node,), edges)
