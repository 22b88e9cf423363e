"""What legal staff ask as JSON: the state at a date, what hangs on a document, its diagram."""

from graph.model import Json, NodeKind
from graph.questions.impact import Affected, Impact
from graph.questions.relations import Category, Relations
from graph.questions.state import Act, State
from graph.questions.state_words import state_notes, state_text
from graph.wire.facts import Shape, counts_json, edge_json, evidence_json, node_json


def state_json(state: State) -> Shape:
    """``{node, at, status, in_force, holds, text, since, until, acts, notes, left_out}``."""
    notes = zip(state.notes, state_notes(state, "vi"), state_notes(state, "en"), strict=True)
    return {
        "node": node_json(state.node),
        "at": state.at,
        "status": state.standing.value,
        "in_force": state.in_force,
        "holds": [standing.value for standing in state.holds],
        "text": state_text(state, "vi"),
        "text_en": state_text(state, "en"),
        "since": state.since,
        "since_from": state.since_from,
        "until": state.until,
        "evidence": [evidence_json(proof) for proof in state.own],
        "acts": [_act_json(act) for act in state.acts],
        "notes": [{"note": n, "message": vi, "message_en": en} for n, vi, en in notes],
        "left_out": state.left_out,
    }


def impact_json(impact: Impact) -> Shape:
    """``{node, on, counts, running, members, nodes, next, complete}``."""
    running = impact.running
    return {
        "node": node_json(impact.node),
        "on": impact.on,
        "counts": {"direct": counts_json(impact.direct), "indirect": counts_json(impact.indirect)},
        "running": running
        and {"after": running.after, "done": running.done, "undated": running.undated},
        "members": [_affected_json(member) for member in impact.members],
        "nodes": [node_json(node) for node in impact.nodes],
        "next": impact.next,
        "complete": impact.complete,
    }


def relations_json(found: Relations) -> Shape:
    """``{node, categories: [{id, label, direction, count, members, next}], beside}``."""
    return {
        "node": node_json(found.node),
        "categories": [_category_json(category) for category in found.categories],
        "beside": [_category_json(category) for category in found.beside],
    }


def _act_json(act: Act) -> Shape:
    return {
        "kind": act.kind.value,
        "by": node_json(act.by),
        "day": act.day,
        "day_from": act.day_from,
        "begun": act.begun,
        "until": act.until,
        "ended": act.ended,
        "whole": act.whole,
        "doubt": act.doubt,
        "edges": [edge_json(edge) for edge in act.edges],
    }


def _affected_json(member: Affected) -> Shape:
    found: dict[str, Json] = node_json(member.node) | {
        "direct": member.distance == 1,
        "distance": member.distance,
        "way": list(member.way),
        "edges": [edge_json(edge) for edge in member.edges],
    }
    if member.node.kind is NodeKind.DOCUMENT:
        found["other_bases"] = list(member.other_bases)
    if member.node.kind is NodeKind.TASK:
        found["runs_after"] = member.runs_after
    return found


def _category_json(category: Category) -> Shape:
    row = category.row
    return {
        "id": row.id,
        "label": row.label,
        "label_en": row.label_en,
        "direction": "incoming" if row.incoming else "outgoing",
        "relation": row.edge and row.edge.value,
        "read": row.edge is not None,
        "count": category.documents,
        "tasks": category.tasks,
        "members": [
            node_json(member.node) | {"edges": [edge_json(edge) for edge in member.edges]}
            for member in category.members
        ],
        "next": category.next,
    }
