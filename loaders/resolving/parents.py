"""The document that an annex belongs to (văn bản mà phụ lục kèm theo)."""

from collections.abc import Callable

from graph.ids import document_id
from loaders.citations.facts import Facts
from loaders.mentions import Header

Ask = Callable[[str], tuple[tuple[str, str], ...]]


def parent_of(header: Header, ask: Ask, home: str | None, stranger: str) -> Facts | None:
    """By the caption's number, else the one draft of that issuer, kind and year; None if undecided.

    (Ban hành kèm theo Kế hoạch số    /KH-SKHCN ngày … tháng … năm 2026) has no number yet. With a
    number it is told as the document tells itself, its province named or not.
    """
    note = header.annex_of
    if note is None:
        return None
    id = document_id(
        type=note.type,
        number=note.number,
        symbol=note.symbol,
        year=note.date.year or header.issued.year,
        issuer=note.issuer or header.issuer,
        home=home,
        stranger="" if note.number is not None else stranger,
    )
    if note.number is not None:
        return Facts(id, note.type, note.number, note.symbol, note.date.iso, note.issuer)
    drafts = {Facts.parse(value).id: Facts.parse(value) for value, _ in ask(_draft_key(id))}
    return next(iter(drafts.values())) if len(drafts) == 1 else None


def _draft_key(id: str) -> str:
    return "draft:" + id.rpartition("/")[0]
