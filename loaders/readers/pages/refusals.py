"""A file of pages of which nothing could be read is refused with the reason (từ chối tệp)."""

from collections.abc import Sequence

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.pages.folios import without_folios
from loaders.readers.pages.page import Page


def refuse_unread(pages: Sequence[Page], name: str, bounds: Bounds) -> None:
    """Raise BadInputError where no page bears words and a reason for that is known."""
    unread = {page.unread: page.number for page in reversed(pages) if page.unread}
    if not unread or any(page.pieces for page in without_folios(pages)[0]):
        return
    if "slow" in unread:
        page, limit = unread["slow"], bounds.page_seconds
        raise BadInputError("read.too_slow", file=name, page=page, limit=limit)
    if "large" in unread:
        raise BadInputError("read.too_many_dots", file=name, limit=bounds.pixels_million)
    for reason in ("no_engine", "no_data"):
        if reason in unread:
            raise BadInputError(f"read.{reason}", file=name)
    raise BadInputError("read.broken_pages", file=name)
