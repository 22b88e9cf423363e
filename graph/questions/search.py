"""Finding nodes by the words a person types (tìm kiếm), page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import UsageError
from graph.model import Hit, NodeKind
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
    """A page of hits; ``cursor`` is what the page before gave as ``next``."""
    offset = offset_of(cursor)
    limit = max(1, min(limit, MOST))
    hits = store.search(text, kinds=kinds, limit=limit + 1, offset=offset)
    more = str(offset + limit) if len(hits) > limit else None
    return Page(tuple(hits[:limit]), more)


def offset_of(cursor: str | None) -> int:
    """How many were told on the pages before; UsageError for what is no cursor."""
    if not cursor:
        return 0
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) < 10):
        raise UsageError("query.cursor", cursor=cursor)
    return int(cursor)
