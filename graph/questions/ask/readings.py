"""What a question can mean: the forms it fits, with what it names (các cách hiểu)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model import EdgeKind
from graph.questions.ask.asking import is_question
from graph.questions.ask.forms import Form, forms, mask_of
from graph.questions.ask.grammar import IntentRow, glue
from graph.questions.ask.items import NAME, Item, Line
from graph.questions.ask.mention import Mention
from graph.questions.ask.periods import Period
from graph.questions.ask.unit_mention import UnitMention
from graph.questions.state import ENDING
from graph.words.folding import fold

#: items that may be left out to come to a question that can be answered
LEFT = 4
#: symbols that are no part of a name before it
LIGHT = frozenset(("task", "must", "list", "yes_no", "and", "passive"))
#: more than any reading costs
DEAR = 99
#: what joins words to what they are about
_LEAD = "về "
#: symbols that say how often, in which months, of what how many, in which part of a document, or by
#: what documents are ranked or counted
OF_TIME = ("rhythm", "when_month", "tally", "annex", "unmarked", "most", "group", "sort", "many")
#: symbols whose value is how the names of the units asked for begin
OF_UNITS = ("who", "doer", "parties", "under")
#: how symbols begin that tell what the tasks asked for lack or have
MARKED = ("no_", "has_", "two_leads")
#: symbols of what one unit does to another
TOWARDS = ("send", "rel", "propose")
#: symbols whose value is a role
OF_ROLES = ("role", "doing")
#: symbols whose value is the kind of document that is asked for
OF_KIND = ("titled", "newest", "oldest", "basis_which", "which", "text", "many")


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a question: an intent and what stands in its slots.

    ``left``: the words that this meaning does not account for; none in a whole reading.
    ``by_name``: a document, unit or time that is named is a word of a task's name in it.
    """

    intent: IntentRow
    documents: tuple[Mention, ...]
    units: tuple[UnitMention, ...]
    period: Period | None
    roles: tuple[EdgeKind, ...]
    relation: EdgeKind | None
    or_relations: tuple[EdgeKind, ...]
    topic: str
    to_root: bool
    kind_of_unit: str
    type: str
    measure: str
    place: str
    level: str
    excepted: tuple[Mention, ...]
    against: Period | None
    signer: str
    marks: tuple[str, ...]
    price: int
    left: tuple[str, ...] = ()
    by_name: bool = False


def readings(line: Line, text: str) -> Iterator[Reading]:
    """The meanings of one way to take a question, each once."""
    seen: set[str] = set()
    for form in _possible(line, lambda intent: 0):
        fitted = form.fit(line.items, lambda item: False)
        if fitted and form.intent.id not in seen:
            seen.add(form.intent.id)
            yield reading_of(form.intent, fitted[0], line.price, text)


def partial_readings(line: Line, text: str) -> Iterator[Reading]:
    """Meanings of a part of the question: a form found in it, and the words left over."""
    for form in _possible(line, lambda intent: ~0):
        fitted = form.fit(line.items, lambda item: True)
        if fitted and 0 < len(fitted[1]) <= LEFT:
            kept, left = fitted
            words = tuple(text[item.start : item.end] for item in left)
            yield reading_of(form.intent, kept, line.price + len(left), text, words)


def loose_readings(
    line: Line, text: str, *, known: int = DEAR, whole: bool = False
) -> Iterator[Reading]:
    """Meanings of the question where words beside those of a form say nothing in such a question
    (``glue``), or tell which of the documents asked for are meant (``narrows``).

    ``known``: the price at which it is understood as it stands, but no task is called so, and none
    is by fewer of the words; ``whole``: none of the words passed over may ask.
    """
    for form in _possible(line, _passed_over, frames=True):
        row = glue()[form.intent.id]
        narrowing = [item for item in line.items if _narrows(item, row.narrows, text)]
        passes = [i for i in line.items if _silent(i, row.symbols) or i in narrowing]
        fitted = form.fit(line.items, passes.__contains__)
        if fitted is None:
            continue
        kept, left = fitted
        price = line.price + len(left)
        named = known < DEAR and any(item.symbol == "topic" for item in kept)
        if named and (price >= known or any(item.symbol not in LIGHT for item in left)):
            continue  # "Quy định về …" may be the name of what is not there
        told = [item for item in left if item in narrowing]
        symbols = [item.symbol for item in told]
        if len(set(symbols)) < len(symbols) or set(symbols) & {item.symbol for item in kept}:
            continue
        passed = [item for item in left if item not in told and item.symbol != "yes_no"]
        if whole and any(is_question(text[item.start : item.end]) for item in passed):
            continue
        told = [item for item in line.items if item in kept or item in told]
        yield reading_of(form.intent, told, price, text)


def _possible(line: Line, passed: Callable[[str], int], *, frames: bool = False) -> Iterator[Form]:
    """The forms that have what they need in the line, and know what else is there but what may be
    passed over in questions of their intent."""
    mask = mask_of(line.symbols)
    owned = any(item.owner for item in line.items)
    places = [
        i.value for item in line.items for i in (item, item.owner) if i and i.symbol == "place"
    ]
    if len(set(places)) > 1:
        return  # of two provinces none is left out
    beside = any(item.symbol == "unit" for item in line.items)
    for form in forms():
        if form.frame and not frames:
            continue
        if owned and (not form.intent.owned or (beside and not form.intent.beside)):
            continue
        if form.may_be(mask, passed(form.intent.id)):
            yield form


@cache
def _passed_over(intent: str) -> int:
    """What may be passed over in a question of this intent."""
    row = glue()[intent]
    return mask_of((*(symbol.partition(":")[0] for symbol in row.symbols), *row.narrows))


def _silent(item: Item, symbols: Sequence[str]) -> bool:
    """Whether it says nothing of its own: "assign:" is "có" alone, "assign" any word for giving."""
    return item.symbol in symbols or (not item.value and f"{item.symbol}:" in symbols)


def _narrows(item: Item, symbols: Sequence[str], text: str) -> bool:
    """Whether it tells which documents are asked for: a time; words led by "về"."""
    led = fold(text[item.start : item.end]).startswith(fold(_LEAD))
    return item.symbol in symbols and (item.symbol != "topic" or led)


def _about(topic: str) -> str:
    """The words without the "về" that leads them; unmarked it may be a word of them (vệ sinh)."""
    return topic[len(_LEAD) :] if topic.startswith(_LEAD) else topic


def _relation(symbols: Sequence[str]) -> EdgeKind | None:
    """What a verb without a relation of its own asks for between documents."""
    if "propose" in symbols:
        return EdgeKind.REQUESTED_BY
    if "do" in symbols:
        return EdgeKind.IMPLEMENTS
    if "named_in" in symbols:
        return EdgeKind.CITES
    return EdgeKind.BASED_ON if {"base", "basis"} & set(symbols) else None


def _relations(intent: str, items: Sequence[Item], symbols: Sequence[str]) -> list[EdgeKind]:
    """What is asked for between documents, by the verbs that say it."""
    if "both" in symbols and intent == "resting_both":  # "vừa căn cứ A vừa triển khai B"
        return [kind for item in items if (kind := _kind_of(item))]
    if "end" in symbols and intent == "changes":  # "hết hiệu lực bởi Thông tư 15"
        return [*ENDING]
    kinds = [EdgeKind(item.value) for item in items if item.symbol == "rel"]
    if "below" in symbols:  # what rests on it and what carries it out
        kinds += [EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS]
    return kinds


def _kind_of(item: Item) -> EdgeKind | None:
    """What a verb asks for between documents."""
    return EdgeKind(item.value) if item.symbol == "rel" else _relation([item.symbol])


def _doer_is_last(symbols: Sequence[str]) -> bool:
    """Whether "là việc của ai" asks for who does it, be a role named beside it; "giao ai giám sát"
    asks for that role alone, "giao ai, phối hợp với ai" for both."""
    after = symbols[symbols.index("doer") + 1 :] if "doer" in symbols else ()
    return "doer" in symbols and (
        "role" not in after or bool({"who", "to_whom"}.intersection(after))
    )


def _asks_both(symbols: Sequence[str]) -> bool:
    """Whether it is asked who does it and who beside: "ai tổ chức …, phối hợp với ai"."""
    asks = [symbol for symbol in symbols if symbol in ("who", "to_whom", "topic", "role")]
    both = asks[:1] == ["who"] and {"who", "to_whom"} & set(asks[1:])
    return bool(both) and ("do" in symbols or asks[1] == "topic")


def _many_last(items: Sequence[Item]) -> list[Item]:
    """The items, what is counted (nhiều quyết định nhất) behind by what it is counted."""
    return sorted(items, key=lambda item: item.symbol == "many")


def _receiver_first(
    items: Sequence[Item], units: tuple[UnitMention, ...]
) -> tuple[UnitMention, ...]:
    """The units with the one behind "gửi" before the one that sends: "Sở A gửi Sở B …"."""
    towards = TOWARDS if any(item.owner for item in items) else TOWARDS[:1]
    at = next((at for at, item in enumerate(items) if item.symbol in towards), len(items))
    behind = {id(item.named) for item in items[at:] if item.symbol == "unit"}
    return tuple(sorted(units, key=lambda unit: id(unit) not in behind))


def reading_of(
    intent: IntentRow, items: Sequence[Item], price: int, text: str, left: tuple[str, ...] = ()
) -> Reading:
    """The meaning of an intent with what the items name in its slots."""
    symbols = [item.symbol for item in items]
    owners = [item.owner for item in items if item.owner]
    named = [item.named for item in (*items, *owners)]
    out = (item.named for item in items if item.symbol == "except")
    excepted = tuple(n for n in out if isinstance(n, Mention))
    roles = tuple(dict.fromkeys(EdgeKind(i.value) for i in items if i.symbol in OF_ROLES))
    kinds = _relations(intent.id, items, symbols)
    times = [n for n in named if isinstance(n, Period)]
    topics = [text[item.start : item.end] for item in items if item.symbol in ("topic", "content")]
    # in "kế hoạch nào bãi bỏ nhiều quyết định nhất" plans are asked for, and decisions counted
    asking = [i for i in items if i.symbol != "many"] if "titled" in symbols else items
    topics += [item.value for item in items if item.symbol == "act"]
    if intent.id in ("role", "who_when") and (
        not roles or "draft" in symbols or _doer_is_last(symbols) or _asks_both(symbols)
    ):
        roles = tuple(dict.fromkeys((EdgeKind.LEADS, EdgeKind.EXECUTES, *roles)))
    return Reading(
        intent=intent,
        documents=tuple(n for n in named if isinstance(n, Mention) and n not in excepted),
        units=_receiver_first(items, tuple(n for n in named if isinstance(n, UnitMention))),
        period=next(iter(times), None),
        roles=roles,
        relation=kinds[0] if kinds else _relation(symbols),
        or_relations=tuple(dict.fromkeys(kind for kind in kinds[1:] if kind is not kinds[0])),
        topic=_about(" ".join(topics)),
        to_root="root" in symbols,
        kind_of_unit=next((i.value for i in items if i.symbol in OF_UNITS and i.value), ""),
        type=next((i.value for i in asking if i.symbol in OF_KIND and i.value), ""),
        measure=next((i.value for i in _many_last(items) if i.symbol in OF_TIME), ""),
        place=next((i.value for i in (*items, *owners) if i.symbol == "place"), ""),
        level=next((i.value for i in owners if i.symbol == "level"), ""),
        excepted=excepted,
        against=next(iter(times[1:]), None),
        signer=next((i.value for i in items if i.symbol == "signer"), ""),
        marks=tuple(dict.fromkeys(symbol for symbol in symbols if symbol.startswith(MARKED))),
        price=price,
        left=left,
        by_name=any(item.symbol == "topic" and item.value == NAME for item in items),
    )
