"""The nodes a document makes: its own, those it cites, its tasks (nút của đồ thị)."""

from graph.labels import document_label
from graph.model import Json, Node, NodeKind
from graph.words.authorities import level_of
from loaders.confidences import INFERRED_YEAR, confidence_of
from loaders.mentions import Assignment
from loaders.reading import Reading
from loaders.resolving.resolve import CitedDocument


def own_node(reading: Reading) -> Node:
    """The document's own node."""
    header = reading.header
    properties = facts(
        type=header.type,
        number=header.number,
        symbol=header.symbol,
        issued=header.issued.iso,
        issued_partial=header.issued.partial,
        year=header.issued.year,
        issuer=header.issuer,
        place=header.place,
        title=header.title,
        signer=header.signer,
        signer_title=header.signer_title,
        jurisdiction=header.jurisdiction,
        level=level_of(reading.scope.organ_id or reading.id),
        status="loaded",
        source=reading.text.source,
        **_told(reading),
    )
    label = document_label(
        header.type, header.number, header.symbol, year=header.issued.year, title=header.title
    )
    return Node(reading.id, NodeKind.DOCUMENT, label, properties)


def _told(reading: Reading) -> dict[str, Json]:
    """Its short name, its money, first and last day of force, with the words that tell them in the
    shape of evidence."""
    found: dict[str, Json] = {}
    for name, told in (
        ("short_title", reading.short_title),
        ("effective", reading.validity.effective),
        ("expires", reading.validity.expires),
        ("budget", reading.budget),
    ):
        if told is not None:
            start, end = reading.text.locate(told.span.start, told.span.end)
            quote = " ".join(reading.text.content[told.span.start : told.span.end].split())
            found[name] = told.value
            found[f"{name}_evidence"] = {
                "doc": reading.id, "start": start, "end": end, "quote": quote,
                "rule": name, "confidence": 1.0,
            }  # fmt: skip
    return found


def cited_node(document: CitedDocument) -> Node:
    """A cited document as this document knows it."""
    properties = facts(
        type=document.type,
        number=document.number,
        symbol=document.symbol,
        issued=document.date.iso,
        issued_partial=document.date.partial,
        year=document.date.year,
        issuer=document.issuer,
        name=document.name,
        title=document.title,
        level=level_of(document.organ_id or document.id),
        status="cited",
    )
    label = document_label(document.type, document.number, document.symbol, name=document.name)
    return Node(document.id, NodeKind.DOCUMENT, label, properties)


def task_node(id: str, task: Assignment, document: str, order: int) -> Node:
    """A task with its path, time, deliverable and budget."""
    time = task.time
    properties = facts(
        path=task.path,
        name=task.name,
        kind=task.kind,
        deliverable=task.deliverable,
        budget=task.budget,
        document=document,
        order=order,
        time=time.text if time else None,
        intervals=[list(i) for i in time.intervals] if time else [],
        due=time.due if time else None,
        before=time.before or None if time else None,
        recurrence=time.recurrence if time else None,
        inferred=time.inferred or None if time else None,
        each=list(time.each) if time and time.each else None,
        time_confidence=confidence_of(INFERRED_YEAR) if time and time.inferred else None,
    )
    return Node(id, NodeKind.TASK, task.name, properties)


def facts(**values: Json) -> dict[str, Json]:
    """The values that are known."""
    return {key: value for key, value in values.items() if value is not None}
