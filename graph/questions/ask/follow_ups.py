"""A question with one that leans on it: "Sở A chủ trì việc gì, còn phối hợp thì sao?" (hỏi tiếp).

The second names one thing alone: a role, a unit, a document, a time. It asks the first with that in
the place of its own. Or it points at the document that the first was answered with: "…, quyết định
đó căn cứ vào đâu?"
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from graph.model import Node, NodeKind
from graph.questions.ask.documents import documents_in
from graph.questions.ask.items import FILLER, Item, Line
from graph.questions.ask.kinds import is_of_kind
from graph.questions.ask.mention import Mention
from graph.questions.ask.naming import ways_to_take
from graph.questions.ask.periods import Period
from graph.questions.ask.reply import Reply
from graph.questions.ask.saying import document_name
from graph.questions.ask.unit_mention import UnitMention
from graph.questions.ask.units import units_in
from graph.questions.ask.words import fits
from graph.store import GraphReader
from graph.vocabulary import document_types
from graph.words.folding import fold

#: symbols that can stand in the place of their like
INSTEAD = ("role", "unit", "doc", "period", "place")
#: intents of a task that words name
OF_TASKS = ("role", "who_when", "when", "outcome", "source", "why", "task_money")
_LEANS = re.compile(
    r"[,;.?]?\s+(?:the\s+)?(?:con|va con|va)\s+(?P<other>[^,;?]{2,80}?)"
    r"(?:\s+thi)?\s+(?:sao|the nao|nhu the nao|ra sao)(?:\s+(?:nhi|a|vay|the))*\s*[?.!]*\s*$"
)


def with_follow_up(store: GraphReader, text: str, today: date) -> tuple[str, ...]:
    """The question and the one that leans on it as a question of its own; none where no other leans
    on it or where it is not plain what that leaves out."""
    match = _LEANS.search(fold(text))
    if not match or not match.start():
        return ()
    first = text[: match.start()].strip()
    other = text[slice(*match.span("other"))].strip()
    for told in _alone(ways_to_take(store, other, today)):
        for line in ways_to_take(store, first, today)[:1]:
            if again := _instead(first, line, told.symbol, other + _year_of(told, line)):
                return first, again
    return ()


def pointed_at(text: str, reply: Reply | None) -> str:
    """The words with the name of the one document that the reply told for "quyết định đó"."""
    match = _points().search(fold(text))
    if not match or reply is None:
        return text
    said = text[slice(*match.span("kind"))]
    known = reply.asked.documents if reply.asked else ()
    told = [n for n in reply.nodes if n.kind is NodeKind.DOCUMENT and n not in known]
    meant = [node for node in told if _is_called(node, said)]
    if len(meant) != 1:
        return text
    return text[: match.start()] + document_name(meant[0], exact=True) + text[match.end() :]


def asked_of(text: str, reply: Reply) -> str:
    """The words asked of the one document that the reply told, where it was asked of none: "văn bản
    nào nói về …, ban hành ngày nào"."""
    told = [node for node in reply.nodes if node.kind is NodeKind.DOCUMENT]
    alone = len(told) == 1 and reply.asked is not None and not reply.asked.documents
    return f"{document_name(told[0], exact=True)} {text}" if alone else text


def of_the_task(store: GraphReader, text: str, reply: Reply) -> str:
    """The words asked of the task that the first question named, where they name nothing else:
    "ai chủ trì …, hạn khi nào"."""
    asked = reply.asked
    if asked is None or asked.intent not in OF_TASKS or not asked.topic:
        return text
    known = {node.id for node in (*asked.documents, *asked.units)}
    named = {node.id for mention in named_in(store, text) for node in mention.candidates}
    return f"{asked.topic} {text}" if named <= known else text


def of_the_unit(store: GraphReader, text: str, reply: Reply) -> str:
    """The words asked of the one unit that the first question named, where they name none:
    "KH 624: Sở A làm gì, phối hợp với ai"."""
    units = reply.asked.units if reply.asked else ()
    taken = [(mention.start, mention.end) for mention in documents_in(store, text)]
    alone = len(units) == 1 and not units_in(store, text, taken)
    return f"{units[0].label} {text}" if alone else text


def named_in(store: GraphReader, text: str) -> list[Mention | UnitMention]:
    """The documents and units that the words name."""
    return [*documents_in(store, text), *units_in(store, text, ())]


def within(text: str, reply: Reply) -> str:
    """The words asked of the document that the first question named: "KH 2132 có mấy việc, việc nào
    của Sở A"."""
    named = reply.asked.documents if reply.asked else ()
    return f"{document_name(named[0], exact=True)} {text}" if len(named) == 1 else text


def there(store: GraphReader, text: str, reply: Reply) -> str:
    """The words with the one unit of the place that the reply told of, for a name that several
    have: "Sở A tỉnh Đồng Tháp làm gì và Sở B làm gì"."""
    units = reply.asked.units if reply.asked else ()
    places = {node.id.split("/")[1] for node in units}
    for mention in units_in(store, text, ()) if len(places) == 1 else ():
        own = [node for node in mention.candidates if node.id.split("/")[1] in places]
        if len(own) == 1 and len(mention.candidates) > 1:
            return f"{text[: mention.start]}{own[0].label}{text[mention.end :]}"
    return text


def points(text: str) -> bool:
    """Whether the words point at a document that was told before."""
    return _points().search(fold(text)) is not None


def _is_called(node: Node, said: str) -> bool:
    kind = next((row.name for row in document_types() if fits(said, row.name)), "")
    return is_of_kind(node, kind)


@cache
def _points() -> re.Pattern[str]:
    """A kind of document, or any, that is pointed at: quyết định đó, văn bản này."""
    kinds = "|".join(sorted({fold(row.name) for row in document_types()} | {"van ban"}))
    return re.compile(rf"(?<!\w)(?P<kind>{kinds})\s+(?:do|nay|ay|noi tren)(?!\w)")


def _alone(ways: Sequence[Line]) -> list[Item]:
    """What the words name, where that is one thing that can take another's place."""
    items = [item for item in (ways[0].items if ways else ()) if item.symbol != FILLER]
    return items if len(items) == 1 and items[0].symbol in INSTEAD else []


def _year_of(told: Item, line: Line) -> str:
    """The year of the first question for a time that names none: "quý II/2026 …, còn quý IV"."""
    own = [item.named for item in line.items if isinstance(item.named, Period)]
    if isinstance(told.named, Period) and told.named.year is None and own and own[0].year:
        return f" năm {own[0].year}"
    return ""


def _instead(text: str, line: Line, symbol: str, other: str) -> str | None:
    """The question with the other words for what it names of this kind; a role or a time that it
    does not name is added."""
    own = [item for item in line.items if item.symbol == symbol]
    if len(own) == 1:
        return f"{text[: own[0].start]}{other}{text[own[0].end :]}"
    asks = [item for item in line.items if item.symbol in ("what", "task")]
    if own or not asks or symbol not in ("role", "period"):
        return None
    if symbol == "period":
        return f"{text} {other}"
    doing = next((item for item in line.items if item.symbol == "do"), None)
    at, end = (doing.start, doing.end) if doing else (asks[0].start, asks[0].start)
    return f"{text[:at]}{other} {text[end:]}"
