"""The document that an annex belongs to (văn bản mà phụ lục kèm theo)."""

from collections.abc import Callable

from graph.ids import document_id
from loaders.citations.facts import Facts
from loaders.mentions import Header
from loaders.own_id import UNPLACED

Ask = Callable[[str], tuple[tuple[str, str], ...]]


def parent_of(header: Header, ask: Ask, home: str | None, stranger: str) -> Facts | None:
    """By the caption's number, else the one draft of that issuer, kind and year; None if undecided.

    (Ban hành kèm theo Kế hoạch số    /KH-SKHCN ngày … tháng … năm 2026) has no number yet. Of a
    commune whose province the caption leaves out, the one document of that number and day is it.
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
        if id.startswith(UNPLACED) and (placed := _placed(id, note.date.iso, ask)):
            return placed
        return Facts(id, note.type, note.number, note.symbol, note.date.iso, note.issuer)
    drafts = {Facts.parse(value).id: Facts.parse(value) for value, _ in ask(_draft_key(id))}
    return next(iter(drafts.values())) if len(drafts) == 1 else None


def _placed(id: str, day: str | None, ask: Ask) -> Facts | None:
    """The one document that tells itself so, wherever it is, and is of that day."""
    told = {facts.id: facts for facts in (Facts.parse(v) for v, _ in ask(f"unplaced:{id}"))}
    same = [facts for facts in told.values() if day is not None and facts.date == day]
    return same[0] if len(same) == 1 else None


def _draft_key(id: str) -> str:
    return "draft:" + id.rpartition("/")[0]
