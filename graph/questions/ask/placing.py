"""Which of several units of one name is meant where something else that is named tells it.

"Sở Tài chính" asked of one document is the one that document speaks of, else the one of its
province; beside a unit of a province it is that province's. Where nothing tells, all stay.
"""

from collections.abc import Collection
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask.readings import Reading
from graph.questions.ask.reply import Asked
from graph.questions.ask.topics import with_parts
from graph.questions.ask.unit_mention import UnitMention
from graph.questions.counterparts import assigned_tasks
from graph.store import GraphReader
from graph.vocabulary import provinces

#: how a document itself speaks of a unit
_OF_DOCUMENT = (EdgeKind.ISSUED_BY, EdgeKind.ADDRESSED_TO, EdgeKind.REQUESTED_BY)


def placed(store: GraphReader, reading: Reading) -> Reading:
    """The reading with the units that its documents and other units tell apart."""
    reading = _documents_there(_its_own(_at_place(reading)))
    if all(len(mention.candidates) < 2 for mention in reading.units):
        return reading
    named = [m.candidates for m in reading.documents] + [m.candidates for m in reading.units]
    certain = [nodes[0] for nodes in named if len(nodes) == 1]
    texts = [node for m in reading.documents for node in m.candidates]
    told = _told_of(store, texts) if len(texts) == len(reading.documents) else frozenset()
    places = {place for node in certain if (place := _place(node))}
    return replace(reading, units=tuple(_fitting(m, told, places) for m in reading.units))


def _at_place(reading: Reading) -> Reading:
    """The reading with the units of the province that is named beside them, which then tells no
    more: "Sở Nội vụ phối hợp việc gì ở Bắc Ninh"."""
    if not (reading.place and reading.units):
        return reading
    there = [
        tuple(node for node in mention.candidates if _place(node) == reading.place)
        for mention in reading.units
    ]
    if not all(there):
        return reading
    units = zip(reading.units, there, strict=True)
    return replace(reading, place="", units=tuple(replace(m, candidates=fit) for m, fit in units))


def _its_own(reading: Reading) -> Reading:
    """Asked why an organ issued a document, the documents that are of one of the organs meant, and
    those organs: "vì sao Sở Nội vụ ban hành kế hoạch 2026"."""
    if reading.intent.id != "why_issued":
        return reading
    (text,), (organ,) = reading.documents, reading.units
    both = [(d, u) for d in text.candidates for u in organ.candidates if _issued(u, d)]
    if not both:
        return reading
    texts, organs = ({node.id: node for node in nodes} for nodes in zip(*both, strict=True))
    return replace(
        reading,
        documents=(replace(text, candidates=tuple(texts.values())),),
        units=(replace(organ, candidates=tuple(organs.values())),),
    )


def _issued(unit: Node, document: Node) -> bool:
    """Whether the id of a document is one of this organ's: organ, type, year, number."""
    return document.id.rsplit("/", 3)[0] == unit.id


def _documents_there(reading: Reading) -> Reading:
    """The reading with the one document of several that is of the province of the unit named beside
    it: "Sở Nội vụ An Giang làm gì trong QĐ 76"."""
    units = [m.candidates[0] for m in reading.units if len(m.candidates) == 1]
    places = {place for node in units if (place := _place(node))}
    if len(places) != 1 or len(units) != len(reading.units):
        return reading
    there = [tuple(n for n in m.candidates if _place(n) in places) for m in reading.documents]
    documents = (
        replace(m, candidates=fit) if len(fit) == 1 else m
        for m, fit in zip(reading.documents, there, strict=True)
    )
    return replace(reading, documents=tuple(documents))


def _fitting(mention: UnitMention, told: Collection[str], places: Collection[str]) -> UnitMention:
    several = mention.candidates
    spoken_of = tuple(node for node in several if node.id in told)
    there = tuple(node for node in several if _place(node) in places)
    fit = (spoken_of or there) if len(several) > 1 else ()
    return replace(mention, candidates=fit) if fit else mention


def _told_of(store: GraphReader, documents: Collection[Node]) -> frozenset[str]:
    """The units that the documents and their tasks name."""
    if not documents:
        return frozenset()
    texts = with_parts(store, list(documents))
    tasks = [task.id for found in assigned_tasks(store, texts).values() for task in found]
    doers = {edge.source for edge in store.expand(tasks, ROLE_KINDS, reverse=True)}
    receivers = {edge.target for edge in store.expand(tasks, (EdgeKind.REPORTS_TO,))}
    own = {edge.target for edge in store.expand(texts, _OF_DOCUMENT)}
    return frozenset(doers | receivers | own)


def of_one_place(asked: Asked) -> bool:
    """Whether a unit is asked of a document of its own province."""
    places = [{_place(node) for node in named} for named in (asked.units, asked.documents)]
    return len(places[0]) == 1 and places[0] == places[1] and "" not in places[0]


def _place(node: Node) -> str:
    """The province in an id, empty for what is of the whole country."""
    place = node.id.split("/")[1]
    return place if place in provinces() else ""
