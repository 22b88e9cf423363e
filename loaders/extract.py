"""What `cancu extract --json` prints of one document: the shape of the gold files (DESIGN §4)."""

from typing import Any

from graph.labels import document_label
from graph.rules import advice
from loaders.build import build_issues
from loaders.confidences import confidence_of
from loaders.mentions import Assignment, Citation, Span, UnitMention
from loaders.reading import Reading
from loaders.resolving.resolve import CitedDocument, Resolution

DUTY = "duty"  # trách nhiệm chung: what prose lays on a unit beside the tasks of the plan
ROLES = ("lead", "execute", "coordinate", "advise", "supervise", "reports_to")


def extraction(reading: Reading, resolution: Resolution) -> dict[str, Any]:
    """One document as plain JSON values: document, citations, tasks, issues."""
    return {
        "source": reading.text.source,
        "document": document_json(reading, resolution),
        "citations": [citation_json(reading, c) for c in resolution.cited],
        "tasks": [task_json(reading, t) for t in reading.assignments if t.kind != DUTY],
        "prose_assignments": [task_json(reading, t) for t in reading.assignments if t.kind == DUTY],
        "issues": [
            {
                "rule": i.rule,
                "severity": i.severity.value,
                "message": i.message,
                "message_en": i.message_en,
                "advice": advice(i.rule, "vi"),
                "advice_en": advice(i.rule, "en"),
                "evidence": [
                    {"start": e.start, "end": e.end, "quote": e.quote} for e in i.evidence
                ],
            }
            for i in build_issues(reading, resolution)
        ],
    }


def document_json(reading: Reading, resolution: Resolution) -> dict[str, Any]:
    """The document's own fields."""
    header = reading.header
    return {
        "id": reading.id,
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "issued": header.issued.iso,
        "issued_partial": header.issued.partial,
        "issuer": header.issuer,
        "place": header.place,
        "title": header.title,
        "short_title": reading.short_title.value if reading.short_title else None,
        "signer": header.signer,
        "signer_title": header.signer_title,
        "annex_of": resolution.parent.id if resolution.parent else None,
        "budget": reading.budget.value if reading.budget else None,
    }


def citation_json(reading: Reading, cited: CitedDocument) -> dict[str, Any]:
    """A cited document with every place it is mentioned."""
    unique: dict[Span, Citation] = {}
    for citation in cited.mentions:  # by start; what changed it repeats a mention
        unique.setdefault(citation.span, citation)
    mentions = []
    for citation in unique.values():
        start, end = reading.text.locate(citation.span.start, citation.span.end)
        words = reading.text.content[citation.span.start : citation.span.end]
        mention = {"start": start, "end": end, "text": words, "relation": citation.relation}
        if citation.provision:
            mention["provision"] = citation.provision
        mentions.append(mention)
    return {
        "label": document_label(cited.type, cited.number, cited.symbol, name=cited.name),
        "type": cited.type,
        "number": cited.number,
        "symbol": cited.symbol,
        "date": cited.date.iso,
        "issuer": cited.issuer,
        "name": cited.name,
        "relation": cited.relation,
        "id": cited.id,
        "status": cited.status,
        "reason": cited.reason,
        "candidates": list(cited.candidates),
        "aliases": list(cited.aliases),
        "mentions": mentions,
    }


def task_json(reading: Reading, task: Assignment) -> dict[str, Any]:
    """A task with its units as printed and, beside them, as ids."""
    start, end = reading.text.locate(task.span.start, task.span.end)
    time = task.time
    said: dict[str, Any] = {"path": task.path, "name": task.name}
    for role in ROLES:
        units: tuple[UnitMention, ...] = getattr(task, role)
        said[role] = [unit.name for unit in units]
        said[f"{role}_ids"] = [unit.id for unit in units]
    return said | {
        "time": time.text if time else None,
        "intervals": [list(i) for i in time.intervals] if time else [],
        "due": time.due if time else None,
        "before": time.before if time else False,
        "recurrence": time.recurrence if time else None,
        "inferred": time.inferred if time else False,
        "confidence": confidence_of(task.rule),
        "deliverable": task.deliverable,
        "budget": task.budget,
        "kind": task.kind,
        "start": start,
        "end": end,
    }
