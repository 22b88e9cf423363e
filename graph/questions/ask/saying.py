"""A question said back: how it was understood, ready to be asked again (câu hỏi đã hiểu)."""

import re
from collections.abc import Sequence

from graph.labels import day_text
from graph.model import EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.grammar import called, intents
from graph.questions.ask.reply import Asked
from graph.vocabulary import edge_rows, provinces

#: slots that are said by the first of the words for a measure
MEASURED = {
    "rhythm": "rhythm",
    "annex": "annex",
    "months": "when_month",
    "tally": "tally",
    "unmarked": "unmarked",
    "most": "most",
}


def ready(choices: Sequence[Asked]) -> list[str]:
    """Questions to choose from, no two the same; by ids where names do not tell them apart."""
    said = [question(asked, exact=True) for asked in choices]
    return [
        question(asked, exact=True, by_id=True) if said.count(text) > 1 else text
        for asked, text in zip(choices, said, strict=True)
    ]


def question(asked: Asked, *, exact: bool = False, by_id: bool = False) -> str:
    """The question in words; ``exact``: with the days and issuers of its documents."""
    documents = [n.id if by_id else _document(n, exact=exact) for n in asked.documents]
    units = [node.id if by_id else node.label for node in asked.units]
    slots = _slots(asked, documents, units)
    said = re.sub(r"\{(\w+)\}", lambda m: slots[m[1]], intents()[asked.intent].question)
    said = re.sub(r"\s+([?,])", r"\1", " ".join(said.split()))
    return said if said.startswith("vn/") else said[:1].upper() + said[1:]


def _slots(asked: Asked, documents: Sequence[str], units: Sequence[str]) -> dict[str, str]:
    """What stands in the slots of the question that is said back."""
    target = asked.topic or (f"triển khai {' và '.join(documents)}" if documents else "")
    if asked.topic and documents:
        target += f" trong {documents[0]}"
    issued = asked.intent == "why" and not asked.topic and not asked.units
    place = provinces()[asked.place].name if asked.place else ""
    time = telling.period(asked.period).vi
    return {
        "document": documents[0] if documents else "",
        "other": documents[1] if len(documents) > 1 else units[1] if len(units) > 1 else "",
        "unit": units[0] if units else "",
        "ends": " liên quan thế nào đến ".join([*units, *documents][:2]),
        "subject": next(iter([*units, *documents]), ""),
        "topic": asked.topic,
        "type": asked.type or "Văn bản",
        "target": f"ban hành {documents[0]}" if issued else target,
        "must": "" if issued else "phải",
        "to": f" cho {units[1]}" if len(units) > 1 else ", cho ai",
        "of": f" của {units[0]}" if units else "",
        "about": f" về {asked.topic}" if asked.topic else "",
        "other_period": f" {telling.period(asked.against).vi}" if asked.against else "",
        "everyone": called("everyone", ""),
        "who": f"{asked.kind_of_unit} nào" if asked.kind_of_unit else "Ai",
        "roles": _roles(asked),
        "first": _done_to(asked.relation),
        "second": _done_to(next(iter(asked.or_relations), asked.relation)),
        "kind": asked.kind_of_unit.lower() or "đơn vị",
        "both": " vừa ".join(edge_rows()[kind].label for kind in asked.roles),
        "role_of_unit": _role(asked.roles[:-1]),
        "role_of_other": _role(asked.roles[-1:]),
        "to_unit": f" {units[0]}" if units else "",
        "marks": ", ".join(telling.say(f"mark.{mark}").vi for mark in asked.marks),
        "relation": " hoặc ".join(
            edge_rows()[kind].label for kind in (asked.relation, *asked.or_relations) if kind
        ),
        "period": f" {time}" if time else "",
        "within": f" trong {documents[0]}"
        if documents and (units or not _by_subject(asked))
        else "",
    } | _listed(asked, units, place)


def _listed(asked: Asked, units: Sequence[str], place: str) -> dict[str, str]:
    """What stands in the slots of questions for documents: whose, signed by whom, how counted."""
    return {
        "signer": asked.signer or asked.topic,
        "signed": f" do {asked.signer} ký" if asked.signer else "",
        "of_what": next(iter([*(telling.document(d).vi for d in asked.documents), *units]), ""),
        "by_whom": f" của {units[1]}" if len(units) > 1 else "",
        "group": called("group", asked.measure) or called("sort", asked.measure),
        "whose_act": units[0] if units else place,
        "issues": "" if asked.measure == "signer" else "có",
        "plural": asked.type.lower() or "văn bản",
        "by": f"do {units[0]} " if units else _of_place(asked, place),
        "at": f" của {place}" if place else "",
        "there": f" ở {place}" if place else "",
        "whose": _whose(asked, units[0] if units else place),
        "except": _excepted(asked),
    } | {slot: called(symbol, asked.measure) for slot, symbol in MEASURED.items()}


def _done_to(kind: EdgeKind | None) -> str:
    """A relation as a verb; of none, that one rests on the other."""
    return edge_rows()[kind or EdgeKind.BASED_ON].label


def _of_place(asked: Asked, place: str) -> str:
    """Of which province or level, before a verb."""
    owner = f"của {place}" if place else called("level", asked.level) if asked.level else ""
    return f"{owner} " if owner else ""


def _whose(asked: Asked, owner: str) -> str:
    """Of whom the documents asked for are, or of which level."""
    level = f" {called('level', asked.level)}" if asked.level else ""
    return f" của {owner}" if owner else level


def _excepted(asked: Asked) -> str:
    """The document that is left out of what is asked for."""
    return "".join(f", trừ {document_name(node, exact=True)}" for node in asked.excepted[:1])


def _by_subject(asked: Asked) -> bool:
    return "{subject}" in intents()[asked.intent].question


def document_name(node: Node, *, exact: bool) -> str:
    """A document by its label; where that is not enough by its day and issuer, or its id."""
    facts = node.properties
    if not facts.get("number"):
        return str(facts.get("name") or (node.id if exact else node.label))
    if not exact:
        return node.label
    issued, issuer = str(facts.get("issued") or ""), str(facts.get("issuer") or "")
    if not (len(issued) == 10 and issuer):
        return node.id
    return f"{node.label} ngày {day_text(issued, 'vi')} của {issuer}"


def _document(node: Node, *, exact: bool) -> str:
    """A document as it is offered: one without a number by its symbol and year, which name it."""
    facts = node.properties
    drafted = facts.get("symbol") and facts.get("year") and not facts.get("number")
    return node.label if drafted else document_name(node, exact=exact)


def _role(kinds: Sequence[EdgeKind]) -> str:
    return edge_rows()[kinds[0]].label if kinds else "làm"


def _roles(asked: Asked) -> str:
    if not asked.roles:
        return "" if asked.intent == "parties" else "làm"
    if asked.intent == "role" and asked.roles == (EdgeKind.LEADS, EdgeKind.EXECUTES):
        return "thực hiện" if asked.topic else ""  # "triển khai" stands with a document
    return ", ".join(edge_rows()[kind].label for kind in asked.roles)
