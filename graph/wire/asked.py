"""The reply to a question as JSON: how it was understood, the answer, its proof, other readings."""

from graph.model import Json
from graph.questions.ask.reply import Asked, Reply
from graph.questions.ask.saying import question, ready
from graph.wire.facts import Shape, edge_json, node_json


def ask_json(reply: Reply) -> Shape:
    """``{question, status, understood, text, text_en, nodes, edges, alternatives, left_out}``.

    ``understood`` is null where nothing was; else ``{intent, question, slots}``, as each of
    ``alternatives``.
    """
    asked = reply.asked
    others = zip(reply.alternatives, ready(reply.alternatives), strict=True)
    return {
        "question": reply.question,
        "status": reply.status.value,
        "understood": _asked_json(asked, _said_back(reply)) if asked else None,
        "text": reply.text.vi,
        "text_en": reply.text.en,
        "nodes": [node_json(node) for node in reply.nodes],
        "edges": [edge_json(edge) for edge in reply.edges],
        "alternatives": [_asked_json(other, text) for other, text in others],
        "also": [_asked_json(other, question(other)) for other in reply.also],
        "left_out": reply.left_out,
    }


def _said_back(reply: Reply) -> str:
    """All that was asked, as it was understood, ready to be asked again."""
    asked = [reply.asked] if reply.asked else []
    return " ".join(question(one) for one in (*asked, *reply.also))


def _asked_json(asked: Asked, text: str) -> Shape:
    return {"intent": asked.intent, "question": text, "slots": _slots(asked)}


def _slots(asked: Asked) -> Shape:
    """What stands in the question, by name; what it does not name is absent."""
    slots: dict[str, Json] = {}
    if asked.documents:
        slots["documents"] = [{"id": n.id, "label": n.label} for n in asked.documents]
    if asked.excepted:
        slots["excepted"] = [{"id": n.id, "label": n.label} for n in asked.excepted]
    if asked.units:
        slots["units"] = [{"id": n.id, "label": n.label} for n in asked.units]
    if asked.period and asked.period.year:
        since, until = asked.period.days(asked.period.year)
        slots["period"] = {"text": asked.period.text, "since": since, "until": until}
    if asked.roles:
        slots["roles"] = [role.value for role in asked.roles]
    if asked.relation:
        slots["relation"] = asked.relation.value
    slots |= {
        name: value
        for name, value in (
            ("topic", asked.topic),
            ("type", asked.type),
            ("place", asked.place),
            ("level", asked.level),
            ("measure", asked.measure),
            ("signer", asked.signer),
        )
        if value
    }
    return slots
