"""Pairs of documents worth comparing (cặp văn bản nên so sánh): a document with its annex, one
with what it replaced, this year's plan with that of the year before."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.known import known
from graph.store import GraphReader
from graph.words.folding import words

#: loaded documents among which pairs are looked for
LOOKED_AT = 2000
#: pairs that are told
MOST = 12
#: words of a title that tell enough to take two for one series
FEWEST = 4
_FIGURES = re.compile(r"\d+")


class Kinship(StrEnum):
    """Why two documents belong together, the surest first."""

    ANNEX = "annex"  # chính văn và phụ lục
    REPLACED = "replaced"  # văn bản cũ và văn bản thay thế
    SERIES = "series"  # năm trước và năm nay


_KIN = {EdgeKind.ANNEX_OF: Kinship.ANNEX, EdgeKind.REPLACES: Kinship.REPLACED}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two loaded documents: the whole before its annex, the earlier before the later."""

    why: Kinship
    a: Node
    b: Node


def comparable(store: GraphReader, near: str = "") -> tuple[Pair, ...]:
    """Pairs worth comparing, those of one kind by id; with ``near`` those of that document.

    Raises NotFoundError when ``near`` is no document of the store.
    """
    with store.snapshot() as view:
        first = [known(view, near, NodeKind.DOCUMENT).id] if near else []
        ids = dict.fromkeys([*first, *view.documents()[:LOOKED_AT]])
        loaded = {id: n for id, n in view.nodes(ids).items() if _is_loaded(n)}
        pairs = [*_kin(view, loaded), *_series(loaded.values())]
    order = list(Kinship)
    found = {(pair.a.id, pair.b.id): pair for pair in reversed(pairs)}
    asked = [pair for ends, pair in sorted(found.items()) if not near or near in ends]
    return tuple(sorted(asked, key=lambda pair: order.index(pair.why))[:MOST])


def _is_loaded(node: Node) -> bool:
    return node.properties.get("status") == "loaded"


def _kin(store: GraphReader, loaded: dict[str, Node]) -> Iterator[Pair]:
    """Pairs that a document itself ties together."""
    for edge in store.expand(loaded, tuple(_KIN)):
        if edge.target in loaded:
            yield Pair(_KIN[edge.kind], loaded[edge.target], loaded[edge.source])


def _series(documents: Iterable[Node]) -> Iterator[Pair]:
    """Documents of one organ and kind whose titles are one but for the figures, year by year."""
    alike: dict[tuple[str, ...], list[tuple[str, Node]]] = defaultdict(list)
    for node in documents:
        organ, year, _ = node.id.rsplit("/", 2)
        title = words(_FIGURES.sub(" ", str(node.properties.get("title") or "")))
        if len(title) >= FEWEST and year.isdigit():
            alike[organ, *title].append((year, node))
    for found in alike.values():
        found.sort(key=lambda one: (one[0], one[1].id))
        for (before, a), (after, b) in pairwise(found):
            if before != after:
                yield Pair(Kinship.SERIES, a, b)
