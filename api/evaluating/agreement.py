"""What a reading and its gold agree on: found, missed, extra, and the fields of what is found.

A numbered document is found when number and symbol agree (case, signs and leading zeros aside), an
unnumbered law when its name does. Names are compared by their words, short forms spelt out; one may
be the beginning of the other. Tasks meet by their opening words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from graph.words.folding import fold
from graph.words.spelling import spell_out
from loaders.citations.joining import folded_name

Item = Mapping[str, Any]
Words = tuple[str, ...]

CITATION = ("type", "date", "issuer", "relation")
DOCUMENT = ("type", "number", "symbol", "issued", "issuer")
TASK = ("lead", "coordinate", "time")
#: of the shorter opening, how much two tasks must share
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that was looked at: a document's field, a citation, a task or a field of one.

    ``outcome``: right, wrong, missed or extra; ``field`` is None for the thing itself.
    """

    kind: str
    what: str
    outcome: str
    field: str | None = None
    gold: Any = None
    got: Any = None
    phenomenon: str | None = None


def agreement(gold: Item, said: Item) -> Iterator[Verdict]:
    """Every verdict on what a reading said, in the order of the gold (so với đáp án)."""
    whole = gold.get("phenomenon")
    yield from _document(gold.get("document") or {}, said.get("document") or {}, whole)
    yield from _citations(gold.get("citations") or [], said.get("citations") or [], whole)
    if gold.get("tasks"):
        yield from _tasks(gold["tasks"], said.get("tasks") or [], whole)


def _document(gold: Item, said: Item, whole: str | None) -> Iterator[Verdict]:
    for field in DOCUMENT:
        if field in gold:
            right = _same(field, gold[field], said.get(field))
            yield _of_field("document", field, gold[field], said.get(field), right, field, whole)


def _citations(gold: Sequence[Item], said: Sequence[Item], whole: str | None) -> Iterator[Verdict]:
    left = {_key(citation): citation for citation in said}
    for citation in gold:
        found = left.pop(_key(citation), None)
        named, optional = _named(citation), citation.get("optional")
        phenomenon = citation.get("phenomenon", whole)
        if optional:
            continue
        outcome = "missed" if found is None else "right"
        yield Verdict("citation", named, outcome, phenomenon=phenomenon)
        for field in (name for name in CITATION if found is not None and name in citation):
            got, wanted = found.get(field) if found else None, citation[field]
            allowed = [wanted, *citation.get(f"{field}_alt", [])]
            right = any(_same(field, value, got) for value in allowed)
            right = right or (field == "issuer" and wanted is None)
            yield _of_field("citation", field, wanted, got, right, named, phenomenon)
    for citation in left.values():
        yield Verdict("citation", _named(citation), "extra", phenomenon=whole)


def _tasks(gold: Sequence[Item], said: Sequence[Item], whole: str | None) -> Iterator[Verdict]:
    left = list(said)
    for task in gold:
        found = max(left, key=lambda other: _alike(task, other), default=None)
        if found is None or _alike(task, found) < _ALIKE:
            yield Verdict("task", task["name"], "missed", phenomenon=whole)
            continue
        left.remove(found)
        yield Verdict("task", task["name"], "right", phenomenon=whole)
        for field in TASK:
            if field in task:
                wanted, got = _of_task(task, field), _of_task(found, field)
                allowed = [wanted, *task.get(f"{field}_alt", [])]
                right = any(_same(field, value, got) for value in allowed)
                yield _of_field("task", field, wanted, got, right, task["name"], whole)
    for task in left:
        if task.get("kind") == "task":
            yield Verdict("task", task["name"], "extra", phenomenon=whole)


def _of_task(task: Item, field: str) -> Any:
    """A field of a task; who carries it out counts as who leads it."""
    value = task.get(field)
    return [*(value or ()), *(task.get("execute") or ())] if field == "lead" else value


def _of_field(
    kind: str, field: str, gold: Any, got: Any, right: bool, what: str, phenomenon: str | None
) -> Verdict:
    outcome = "right" if right else "wrong"
    return Verdict(kind, what, outcome, field, gold, got, phenomenon)


def _same(field: str, gold: Any, got: Any) -> bool:
    if isinstance(gold, list) or isinstance(got, list):
        return _same_units(list(map(_words, gold or ())), list(map(_words, got or ())))
    if field == "number":
        return _number(gold) == _number(got)
    one, other = _words(gold), _words(got)
    if field == "issuer" and one and other:
        return one[: len(other)] == other[: len(one)]
    return one == other


def _same_units(gold: Sequence[Words], got: list[Words]) -> bool:
    """Whether two lists name the same units, a place at the end of a name left out or not."""
    for unit in gold:
        same = next(
            (o for o in got if unit == o or unit[: len(o)] == o or o[: len(unit)] == unit), None
        )
        if same is None:
            return False
        got.remove(same)
    return not got


def _begins(one: Words, other: Words) -> bool:
    length = min(len(one), len(other))
    return length > 0 and one[:length] == other[:length]


def _key(citation: Item) -> tuple[str, str]:
    if citation.get("number"):
        symbol = re.sub(r"[^0-9a-z&]+", "", fold(citation.get("symbol") or ""))
        return _number(citation["number"]), symbol
    return "", folded_name(citation.get("name") or "")


def _number(number: str | None) -> str:
    return "/".join(part.lstrip("0") or "0" for part in (number or "").lower().split("/"))


def _named(citation: Item) -> str:
    if citation.get("number"):
        return f"{citation['number']}/{citation.get('symbol') or ''}"
    return citation.get("name") or "?"


def _words(text: str | None) -> Words:
    return tuple(word.folded for word in spell_out(text or ""))


def _alike(task: Item, other: Item) -> float:
    one, two = _opening(task), _opening(other)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    return shared / max(1, min(len(one), len(two)))


def _opening(task: Item) -> str:
    return "".join(_words(" ".join((task.get("name") or "").split()[:12])))


def outcomes(verdicts: Iterable[Verdict], kind: str) -> dict[str, int]:
    """How many things of a kind were right, missed and extra (đúng, sót, thừa)."""
    found = [v.outcome for v in verdicts if v.kind == kind and v.field is None]
    return {outcome: found.count(outcome) for outcome in ("right", "missed", "extra")}
