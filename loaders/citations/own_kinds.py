"""What a document itself is, by its kind and by what it gives out (văn bản nói về chính nó).

A decision "phê duyệt Đề án …" speaks of that scheme as of itself: its money, its name.
"""

import re
from functools import cache

from graph.vocabulary import DocumentTypeRow, Row, rows
from graph.vocabulary.cues import kind_names, phrases
from loaders.layout.kinds import type_named
from loaders.layout.paragraphs import this_document
from loaders.mentions import Header


class NamingRow(Row):
    """What a document does with the text it gives out (ban hành, phê duyệt, thông qua)."""

    words: str
    examples: tuple[str, ...] = ()


def given_out(words: str) -> tuple[DocumentTypeRow, int] | None:
    """The kind that ``words`` give out and where its name begins: "Ban hành kèm theo Quyết định
    này Quy chế …"; None where they begin otherwise, or name no kind."""
    opening = _opening().match(words)
    row = type_named(words[opening.end() :]) if opening else None
    return (row, opening.end()) if opening and row else None


def own_kinds(header: Header) -> frozenset[str]:
    """Its kind, and the one that its title gives out, whatever of it is decided ("phê duyệt chủ
    trương đầu tư dự án …")."""
    title = header.title or ""
    opening = _opening().match(title)
    named = _kind().search(title, opening.end()) if opening else None
    row = type_named(named.group()) if named else None
    return frozenset({header.type or ""} | ({row.name} if row else set()))


@cache
def _opening() -> re.Pattern[str]:
    verbs = phrases([row.words for row in rows("aliases", "naming", NamingRow)])
    attached = rf"(?:(?:kèm theo|cùng với)\s(?:{this_document().pattern})\s)"
    return re.compile(rf"(?:(?:về việc|về|v/v)\s)?(?:{verbs})\s{attached}?", re.IGNORECASE)


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{kind_names()})(?![^\W_])", re.IGNORECASE)
