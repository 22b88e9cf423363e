"""Which mentions are of one document, by its own words alone (gộp các lần viện dẫn).

Numbered mentions meet by number and symbol, laws by their title; kinds and provinces that the words
tell apart stay apart. A mention without date joins the one document that has one. Two dates of one
number are one document when the year is the same (one of them is misprinted, and a doubt says so)
and two documents when it is not.
"""

import re
from collections.abc import Sequence

from graph.words.folding import fold
from loaders.citations.dated_groups import Group, by_date
from loaders.citations.joining import folded_name, laws_with_numbers, without_symbol
from loaders.citations.telling_apart import told_apart
from loaders.mentions import NEW_LAW, Citation


def group_mentions(citations: Sequence[Citation], home: str | None = None) -> list[Group]:
    """Groups of mentions in order of their first mention; uses of short names are left out.

    ``home``: the province of the document that cites.
    """
    keyed: dict[str, list[int]] = {}
    for index, citation in enumerate(citations):
        key = _key(citation)
        if key is not None:
            keyed.setdefault(key, []).append(index)
    apart = [
        members for indices in keyed.values() for members in told_apart(citations, indices, home)
    ]
    groups = [group for indices in apart for group in by_date(citations, indices)]
    groups = without_symbol(citations, laws_with_numbers(citations, groups))
    return sorted(groups, key=lambda group: group.mentions[0])


def _key(citation: Citation) -> str | None:
    if citation.number is not None:
        symbol = re.sub(r"[^0-9a-z&]+", "", fold(citation.symbol or ""))
        number = "/".join(part.lstrip("0") for part in citation.number.lower().split("/"))
        return f"{number} {symbol}"
    new = " (new)" if citation.rule == NEW_LAW else ""
    return f"= {folded_name(citation.name)}{new}" if citation.name else None
