"""A node as Neo4j keeps it: the exact JSON, and beside it what a colleague can query.

``props`` is the truth and comes back letter by letter; the plain properties beside it
(``d.number``, ``d.issued`` as a date, ``t.start``) serve Cypher written by hand.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from graph.engine.rows import issue_of
from graph.engine.searchable import body_words, number_key, title_words
from graph.engine.statement import Statement
from graph.jsontext import canonical
from graph.model import Json, Node, NodeKind
from graph.vocabulary import document_types
from graph.words.folding import words

Facts = dict[str, Any]

#: properties of the store itself; a model's property of that name gets its kind before it
TAKEN = frozenset(
    {"id", "kind", "label", "props", "words", "owner", "loaded", "mentions", "number_key"}
)
#: properties that are days, kept as dates where the whole day is known
DAYS = frozenset({"issued", "effective", "expires", "due", "valid_from", "valid_to"})
LARGEST, LONGEST = 2**63, 1000


def node_labels(node: Node) -> list[str]:
    """``Entity``, the kind, and of a document what it is: Decision, Plan, Law…"""
    kinds = ["Entity", node.kind.value.capitalize()]
    if node.kind is not NodeKind.DOCUMENT:
        return kinds
    type = node.properties.get("type")
    return kinds + _labels_of_types().get(type if isinstance(type, str) else "", [])


@cache
def _labels_of_types() -> dict[str, list[str]]:
    labels: dict[str, list[str]] = {}
    for row in document_types():
        labels.setdefault(row.name, []).append(row.label)
    return labels


def node_facts(node: Node, *, owner: str | None, mentions: int) -> Facts:
    """All properties of a node as it is shown now."""
    props = dict(node.properties)
    plain = {plain_name(node.kind, name): _plain(name, value) for name, value in props.items()}
    return {name: value for name, value in plain.items() if value is not None} | _hull(props) | {
        "id": node.id,
        "kind": node.kind.value,
        "label": node.label,
        "props": canonical(props),
        "words": _index_words(title_words(node)),
        "number_key": number_key(node),
        "owner": owner,
        "loaded": owner is not None,
        "mentions": mentions,
    }  # fmt: skip


def plain_name(kind: NodeKind, name: str) -> str:
    """What a property is called beside the exact JSON: a task's own ``kind`` is ``task_kind``."""
    return f"{kind.value}_{name}" if name in TAKEN else name


def text_facts(said: Statement) -> Facts:
    """What is kept of a loaded document beside its node."""
    return {
        "document": said.document,
        "source": said.source,
        "digest": said.digest,
        "said": said.said,
        "heard": said.heard,
        "unsettled": True,
        "owned": list(said.owned),
        "reads": sorted(reading_key(id, said.rows[id]) for id in said.references),
        "types": sorted({kind.value.upper() for _, kind, _, _ in said.edges}),
        "text": said.text,
        "words": _index_words(title_words(said.owned[said.document])),
        "body": _index_words(body_words(said.text)),
    }


def issue_rows(said: Statement) -> list[Facts]:
    """The doubts of a document, each with the keys of the nodes it is about; it may be none."""
    found = []
    for place, row in enumerate(said.issues):
        issue = issue_of(row)
        facts = {
            "document": said.document,
            "place": place,
            "rule": issue.rule,
            "severity": issue.severity.value,
            "message": issue.message,
            "message_en": issue.message_en,
            "nodes": list(issue.nodes) or None,
            "body": row,
        }
        keys = sorted({f"node:{id}" for id in issue.nodes})
        found.append({"facts": facts, "about": [(bounded(key), whole(key)) for key in keys]})
    return found


def bounded(key: str) -> str:
    """A key that fits an index: itself, or its digest when somebody's name is a whole page."""
    if len(key) <= LONGEST:
        return key
    return key[:80] + hashlib.sha256(key.encode()).hexdigest()


def whole(key: str) -> str | None:
    """What is to be kept beside a bounded key: the key, unless it is the same."""
    return key if len(key) > LONGEST else None


def _index_words(text: str) -> str:
    """The words of a folded text, each once: what the full-text index needs."""
    return " ".join(dict.fromkeys(words(text)))


@lru_cache(maxsize=1 << 14)  # one for who is counted, one for the text that says so
def reading_key(id: str, row: str) -> str:
    """The identity of one way to describe a node: letters and digits, so that it is one word."""
    return readings_of(id) + _digest(f"{id}\n{row}")


@lru_cache(maxsize=1 << 14)
def readings_of(id: str) -> str:
    """How the keys of all ways to describe a node begin."""
    return _digest(id)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(name: str, value: Json) -> Any:
    """What Neo4j can hold of a JSON value; None where it cannot."""
    if name in DAYS:
        return _day(value)
    if isinstance(value, bool | str | float):
        return value
    if isinstance(value, int):
        return value if -LARGEST <= value < LARGEST else None
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return list(value) or None
    return None


def _hull(props: Mapping[str, Json]) -> Facts:
    """First and last day of all the times of a task, as dates."""
    intervals: Iterable[Any] = props.get("intervals") or ()
    pairs = [pair for pair in intervals if isinstance(pair, list | tuple) and len(pair) == 2]
    starts = [day for first, _ in pairs if (day := _day(first))]
    ends = [day for _, last in pairs if (day := _day(last))]
    return ({"start": min(starts)} if starts else {}) | ({"end": max(ends)} if ends else {})


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None
