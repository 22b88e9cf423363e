"""Finding nodes by the words a person types (tìm kiếm), page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Hit, NodeKind
from graph.questions.ask.units import units_in
from graph.questions.cursors import offset_of
from graph.store import GraphReader
from graph.words.folding import words

MOST = 200


@dataclass(frozen=True, slots=True)
class Page:
    """Hits, best first, and the cursor of the next page; None on the last."""

    hits: tuple[Hit, ...]
    next: str | None


def search(
    store: GraphReader,
    text: str,
    kinds: Sequence[NodeKind] = (),
    limit: int = 20,
    cursor: str | None = None,
) -> Page:
    """A page of hits; ``cursor`` is what the page before gave as ``next``.

    The units that the words name come first, however short they are named (Sở KHCN TPHCM).
    """
    offset = offset_of(cursor)
    limit = max(1, min(limit, MOST))
    named = _named(store, text) if NodeKind.UNIT in (kinds or NodeKind) else ()
    first = named[offset : offset + limit + 1]
    rest = store.search(
        text,
        kinds=kinds,
        limit=limit + 1 - len(first),
        offset=max(0, offset - len(named)),
    )
    more = str(offset + limit) if len(first) + len(rest) > limit else None
    told = {hit.node.id for hit in named}
    found = [*first, *rest][:limit]
    return Page((*first[:limit], *(h for h in found[len(first) :] if h.node.id not in told)), more)


def _named(store: GraphReader, text: str) -> tuple[Hit, ...]:
    """The units whose name all of the words are."""
    mentions = units_in(store, text, ())
    if len(mentions) != 1 or words(text[: mentions[0].start]) or words(text[mentions[0].end :]):
        return ()
    return tuple(Hit(node, node.label) for node in mentions[0].candidates)
