"""Which tasks a question is about, by words of their names (nhiệm vụ được hỏi)."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model import GROUP, ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.ask.closeness import stand_together
from graph.questions.ask.denials import denied_alike
from graph.questions.ask.grammar import light_words
from graph.questions.ask.words import Word, all_fit, fits, spelt, words_of
from graph.questions.counterparts import assigned_tasks
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.vocabulary import document_types
from graph.words.folding import fold, words

#: tasks that are compared; where more fit, the words are too few to mean any
HITS = 60
#: tasks of a unit that are compared where the words fit more
MANY = 2000
#: letters of initials that can mean nothing else
INITIALS = 4
#: an item of a document, folded: mục II.2.a, nhiệm vụ 3, Điều 2
_AT = re.compile(r"\s(?:o|tai|cua)\s")  # folded words before a place
_INNER = re.compile(  # mục 2 phần II, phần II mục 2
    r"(?<!\w)(?:(?:muc|diem|khoan|nhiem vu|viec|y)\s+(?P<i1>\d{1,2}|[a-z])\s+(?:cua\s+|thuoc\s+)?"
    r"(?:phan|muc|nhom)\s+(?P<o1>[ivx]{1,5}(?:\.\d{1,2})?|\d{1,2})"
    r"|(?:phan|muc)\s+(?P<o2>[ivx]{1,5})\s*,?\s+(?:muc|diem|khoan)\s+(?P<i2>\d{1,2}))(?![\w/.])"
)
_ITEM = re.compile(
    r"(?<!\w)(?P<lead>muc|nhiem vu|khoan|diem|dieu|viec)\s+(?:so\s+)?"
    r"(?P<path>(?:[ivx]{1,5}|\d{1,2})(?:\.[a-z0-9]{1,3})*)(?![\w/]|\s+(?:ngay|thang|nam|quy|tuan)\b)"
)


def tasks_about(
    store: GraphReader,
    topic: str,
    within: Collection[str] = (),
    units: Collection[Node] = (),
) -> tuple[tuple[Node, ...], Mapping[str, str]]:
    """The tasks whose names hold the words, of these documents or of all; and task of an annex →
    the task among them that it repeats. None where the words fit too many, but those of the
    documents or of the ``units`` that are asked of."""
    if within and (path := _path_of(topic)):
        items = _at(store, path[0], within, article=path[1])
        return tuple(sorted(items, key=_order)), {}
    search = _Search(store, frozenset(within), tuple(unit.id for unit in units))
    found = next((tasks for tasks in _each_way(search, topic) if tasks), [])
    again = repeats(store, found) if found else {}
    known = {node.id for node in found}
    again = {twin: task for twin, task in again.items() if task in known}
    return tuple(node for node in sorted(found, key=_order) if node.id not in again), again


def _each_way(search: "_Search", topic: str) -> Iterator[list[Node]]:
    """The tasks that the words mean, with every word, then with the last words as the place where
    they are to be done: "điều tra vụ cháy ở Đức Thọ"."""
    ways = list(_ways_to_ask(words_of(topic)))
    for asked in ways:
        yield search.named(asked, in_a_row=True)
    for asked in ways:
        yield search.named(asked)
    placed = list(_AT.finditer(fold(topic)))
    for at in placed[-1:]:
        for asked in _ways_to_ask(words_of(topic[: at.start()])):
            found = search.named(asked)
            texts = search.store.nodes({str(task.properties.get("document")) for task in found})
            there = {id for id, text in texts.items() if _is_of(text, topic[at.end() :])}
            yield [task for task in found if task.properties.get("document") in there]


def _is_of(document: Node, place: str) -> bool:
    """Whether the name of who issued the document ends with the place."""
    issuer = words(str(document.properties.get("issuer") or ""))
    return f" {' '.join(issuer)}".endswith(f" {' '.join(words(place))}")


def items_named(text: str) -> list[tuple[int, int]]:
    """Where a question names items of a document: mục II.2.a, mục 2 phần II."""
    found = [match.span() for match in _INNER.finditer(fold(text))]
    alone = [match.span() for match in _ITEM.finditer(fold(text))]
    return found + [s for s in alone if not any(a < s[1] and s[0] < b for a, b in found)]


def _path_of(topic: str) -> tuple[str, bool] | None:
    """The path of an item that the words name, and whether it is an article."""
    if inner := _INNER.fullmatch(fold(topic)):
        named = {key[0]: said for key, said in inner.groupdict().items() if said}
        return f"{named['o']}.{named['i']}", False
    if item := _ITEM.fullmatch(fold(topic)):
        return item.group("path"), item.group("lead") == "dieu"
    return None


def _at(store: GraphReader, path: str, within: Collection[str], *, article: bool) -> list[Node]:
    """The tasks of an item (mục II.2.a, Điều 2) and of those below it."""
    said = f".{'đ' if article else ''}{path.strip('.')}."
    tasks = [t for found in assigned_tasks(store, list(within)).values() for t in found]
    return [
        task
        for task in tasks
        if task.properties.get("kind") != GROUP
        and fold(said) in fold(f".{task.properties.get('path') or ''!s}.")
    ]


def with_parts(store: GraphReader, documents: Sequence[Node]) -> list[str]:
    """The documents and their annexes, which speak for them."""
    ids = [node.id for node in documents]
    edges = store.expand(ids, (EdgeKind.ANNEX_OF,), reverse=True)
    return list(dict.fromkeys([*ids, *sorted({edge.source for edge in edges})]))


def _ways_to_ask(asked: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """All the words; without the verbs that people add; short forms spelt out or as written."""
    for said in dict.fromkeys((spelt(asked), tuple(asked))):
        yield said
        bare = _without_light(said)
        if bare and bare != said:
            yield bare


def _without_light(asked: Sequence[Word]) -> tuple[Word, ...]:
    kept: list[Word] = []
    at = 0
    while at < len(asked):
        length = next((n for n in (2, 1) if _is_light(asked[at : at + n])), 0)
        if not length:
            kept.append(asked[at])
        at += length or 1
    return tuple(kept)


def _is_light(run: Sequence[Word]) -> bool:
    """Whether the words, with the marks that are written, are such a verb: "chợ" is no "cho"."""
    known = light_words().get(tuple(word.folded for word in run), ())
    return any(all_fit(run, written) for written in known)


@dataclass(frozen=True, slots=True)
class _Search:
    """Where tasks are looked for: in all documents or in some, of any unit or of some."""

    store: GraphReader
    within: frozenset[str]
    units: tuple[str, ...]

    def named(self, asked: Sequence[Word], *, in_a_row: bool = False) -> list[Node]:
        """The tasks whose names hold the words, or only those that hold them one after another."""
        initials = [word for word in asked if _are_initials(word)]
        query = " ".join(word.folded for word in asked if word not in initials)
        if len(query.replace(" ", "")) < 3:
            return []
        fitting = [
            node
            for node in self._hits(query)
            if _is_about(node, asked)
            and denied_alike(asked, _name(node))
            and (not self.within or node.properties.get("document") in self.within)
        ]
        phrase = f" {query} "
        row = [node for node in fitting if phrase in f" {' '.join(words(_name(node)))} "]
        if row or in_a_row:
            return row
        bare = _without_light(asked)
        kind = _kind_of(bare)
        fitting = [n for n in fitting if stand_together(bare or asked, words_of(_name(n)))]
        if not kind:
            return fitting
        # "Đề án truy xuất nguồn gốc" is no task that has such words here and there
        alike = fold if " ".join(word.written for word in asked).isascii() else str
        names = ((node, _without_light(words_of(alike(_name(node))))) for node in fitting)
        return [n for n, own in names if all_fit(own[: len(kind)], kind) or _in_a_row(own, bare)]

    def _hits(self, query: str) -> list[Node]:
        """What is found for the words; of too many all that the documents or the units have."""
        found = self.store.search(query, kinds=[NodeKind.TASK], limit=HITS, snippets=False)
        if len(found) < HITS:
            return [hit.node for hit in found]
        if self.within:
            tasks = assigned_tasks(self.store, sorted(self.within)).values()
            return [task for own in tasks for task in own]
        part = self.store.incident(self.units, ROLE_KINDS, limit=MANY) if self.units else None
        if part is None or part.left_out:
            return []
        return [node for node in part.nodes.values() if node.kind is NodeKind.TASK]


def _in_a_row(own: Sequence[Word], asked: Sequence[Word]) -> bool:
    """Whether the words stand in a name one after another."""
    said = [word.written for word in own]
    return any(all_fit(asked, said[at : at + len(asked)]) for at in range(len(said)))


def _kind_of(asked: Sequence[Word]) -> list[str]:
    """The words for a kind of document (Đề án, Kế hoạch) that others follow; none without."""
    kinds = (k for k in _kinds() if len(asked) > len(k) and all_fit(asked[: len(k)], k))
    return max(kinds, key=len, default=[])


@cache
def _kinds() -> tuple[list[str], ...]:
    return tuple(row.name.split() for row in document_types())


def _is_about(node: Node, asked: Sequence[Word]) -> bool:
    """Whether its name holds each word, with the marks that are written."""
    own = [word.written for word in words_of(_name(node))]
    letters = "".join(fold(word)[:1] for word in own)
    return node.properties.get("kind") != GROUP and all(
        any(fits(word.written, other) for other in own)
        or (_are_initials(word) and word.folded in letters)
        for word in asked
    )


def _are_initials(word: Word) -> bool:
    """Whether a short form may be the initials of words in a row: BVDLCN."""
    return word.short and word.written.isupper() and len(word.folded) >= INITIALS


def _order(node: Node) -> tuple[str, float, str]:
    """By document, as they stand in it."""
    place = node.properties.get("order")
    place = float(place) if isinstance(place, int | float) else 0.0
    return str(node.properties.get("document") or ""), place, node.id


def _name(node: Node) -> str:
    return str(node.properties.get("name") or node.label)
