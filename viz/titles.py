"""Titles short enough for a card: without the words that every title begins with."""

from functools import cache

from graph.vocabulary import Row, rows
from graph.words.folding import fold

GAP = " :-–"  # between a lead and the words that matter


class TitleLeadRow(Row):
    """Words that open a title and say nothing of its subject (``cards.toml``)."""

    words: str
    examples: tuple[str, ...]


@cache
def title_leads() -> tuple[str, ...]:
    """The leads as they are compared: folded, longer ones first."""
    found = {fold(row.words) for row in rows("cards", "title_lead", TitleLeadRow)}
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def short_title(title: str) -> str:
    """A title from its first telling word (trích yếu rút gọn): ``Về việc ban hành …`` → ``…``."""
    rest = title.strip()
    while lead := next((lead for lead in title_leads() if _opens(lead, rest)), None):
        rest = rest[len(lead) :].lstrip(GAP)
    return rest[:1].upper() + rest[1:]


def _opens(lead: str, title: str) -> bool:
    """Whether ``title`` begins with ``lead`` as whole words and goes on after it."""
    head = fold(title[: len(lead) + 1])
    return head[:-1] == lead and head[-1] in GAP and len(title) > len(lead) + 1
