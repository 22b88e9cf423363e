"""Finding nodes by the words a person types (tìm kiếm), page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Hit, NodeKind
from graph.questions.called import units_called
from graph.questions.cursors import offset_of
from graph.store import GraphReader

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
    units = units_called(store, text) if NodeKind.UNIT in (kinds or NodeKind) else ()
    named = [Hit(unit, unit.label) for unit in units]
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
