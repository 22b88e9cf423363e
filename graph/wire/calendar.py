"""What is due when, as JSON."""

from graph.model import ROLE_KINDS, EdgeKind
from graph.questions.calendar import Calendar, Event
from graph.wire.facts import Shape, edge_json, node_json


def calendar_json(found: Calendar) -> Shape:
    """``{unit, since, until, counts, events, next}``."""
    return {
        "unit": node_json(found.unit) if found.unit else None,
        "since": found.since,
        "until": found.until,
        "counts": dict(found.counts),
        "events": [_event(event, found) for event in found.events],
        "next": found.next,
    }


def _event(event: Event, found: Calendar) -> Shape:
    """``{day, occasion, day_from, place, every, until, task, document, units, receivers, roles,
    edges}``; ``every``: months between two, 0 for once."""
    deadline, document = event.deadline, event.document
    units = {(edge.source, edge.kind) for edge in event.edges if edge.kind in ROLE_KINDS}
    receivers = {e.target for e in event.edges if e.kind is EdgeKind.REPORTS_TO}
    order = list(ROLE_KINDS)
    return {
        "day": event.day,
        "occasion": event.occasion.value,
        "day_from": deadline.day_from.value,
        "place": deadline.place,
        "every": deadline.every,
        "first": deadline.day,
        "until": deadline.until,
        "task": node_json(event.task),
        "document": node_json(document) if document else None,
        "units": [
            {"id": id, "label": _label(found, id), "role": kind.value}
            for id, kind in sorted(units, key=lambda unit: (order.index(unit[1]), unit[0]))
        ],
        "receivers": [{"id": id, "label": _label(found, id)} for id in sorted(receivers)],
        "roles": [kind.value for kind in event.roles],
        "edges": [edge_json(edge) for edge in event.edges],
    }


def _label(found: Calendar, id: str) -> str:
    return found.units[id].label if id in found.units else id
