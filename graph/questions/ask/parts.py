"""Several questions in one: what each asks, and their answers one after another (hỏi nhiều ý)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.questions.ask import telling
from graph.questions.ask.asking import is_question
from graph.questions.ask.documents import documents_in
from graph.questions.ask.follow_ups import named_in, points
from graph.questions.ask.reply import Reply, Status
from graph.questions.ask.saying import document_name
from graph.questions.ask.units import units_in
from graph.store import GraphReader
from graph.words.folding import fold

_IT = re.compile(r"(?<!\w)(?:nó|no)(?!\w)", re.IGNORECASE)
#: folded words between documents that the same is asked of
_AND = ("", "va", "cung", "cung voi")
#: what stands between questions, the strongest first
_JOINTS = tuple(map(re.compile, (r"[?;]", r"[?;,]", r"[?;,]|\s(?:và|va|rồi|roi)\s")))


def parts_of(store: GraphReader, text: str) -> list[str]:
    """The questions that a text may be made of; one that names neither document nor unit is asked
    of the document or the two, else of the units, named in the first."""
    parts = _split(text)
    if not parts:
        return []
    named = [mention.text for mention in documents_in(store, parts[0])]
    named = named or [mention.text for mention in units_in(store, parts[0], ())]
    if not 0 < len(named) < 3:
        return parts
    name = " và ".join(named)
    own = (p if points(p) or named_in(store, p) else _of(name, p) for p in parts[1:])
    return [parts[0], *own]


def each_document(store: GraphReader, text: str) -> list[str]:
    """The question asked of each of the documents that it names in a row, one by one: "Quyết định A
    và Quyết định B do ai ký"; none where it names them otherwise."""
    named = documents_in(store, text)
    between = [fold(text[one.end : other.start]).strip(" ,") for one, other in pairwise(named)]
    if not between or any(said not in _AND for said in between):
        return []
    start, end = named[0].start, named[-1].end
    names = (
        document_name(mention.candidates[0], exact=True)
        if len(mention.candidates) == 1
        else mention.text
        for mention in named
    )
    return [f"{text[:start]}{name}{text[end:]}" for name in names]


def _split(text: str) -> list[str]:
    """The parts between the strongest joints that leave nothing but questions, else between all."""
    parts: list[str] = []
    for joint in _JOINTS:
        parts = _led([p.strip() for p in joint.split(text) if p.strip() and p.strip() != text])
        if len(parts) > 1 and all(is_question(part) for part in parts):
            break
    return parts


def _led(parts: list[str]) -> list[str]:
    """The parts with a first that asks nothing before the next: trong Kế hoạch 9, Sở A làm gì."""
    if len(parts) > 2 and not is_question(parts[0]):
        return [f"{parts[0]}, {parts[1]}", *parts[2:]]
    return parts


def _of(name: str, part: str) -> str:
    """The part asked of what is named: in the place of "nó", else before it."""
    it = _IT.search(part)
    return f"{part[: it.start()]}{name}{part[it.end() :]}" if it else f"{name} {part}"


def together(question: str, replies: Sequence[Reply]) -> Reply | None:
    """The answers as one, each told once, where each part is understood in one way and one at least
    has an answer: of the others it is told that nothing is said."""
    told = [r for at, r in enumerate(replies) if r.text not in [one.text for one in replies[:at]]]
    asked = [reply.asked for reply in told if reply.asked]
    answered = [reply for reply in told if reply.status is Status.ANSWERED]
    if len(asked) < len(told) or not answered:
        return None
    return Reply(
        question,
        Status.ANSWERED,
        telling.sentences([reply.text for reply in told]),
        asked[0],
        tuple({node.id: node for reply in told for node in reply.nodes}.values()),
        tuple({edge.key: edge for reply in told for edge in reply.edges}.values()),
        left_out=sum(reply.left_out for reply in told),
        also=tuple(asked[1:]),
    )
