"""A row of a list that says what became of the document it names (lý do hết hiệu lực).

"Thông tư số 8/2017/TT-BTC … | Được thay thế bởi Thông tư số 5/2024/TT-BTC": in the next cell of the
row, or in the next line where a page has lost its table.
"""

import re
from collections.abc import Sequence

from graph.vocabulary.cues import passive_cues, passive_pattern
from loaders.citations.changes import may_change
from loaders.layout.paragraphs import ENUMERATOR
from loaders.mentions import Citation
from loaders.text import Block, Text

#: what stands before the document that changed it, from the beginning of the cell
_SAID = re.compile(
    r"\W*(?:đã\s|Đã\s)?(?:Được|Bị|được|bị)\s[^;:.\d]{3,80}?\s(?:bởi|bằng)(?:\scác)?\s+(?:[Đđ]iều\s\d+\s)?\Z"
)
#: a part of what the row names, in a cell between: "Điểm a khoản 1 Điều 8"
_PROVISION = re.compile(r"\n\W*(?:Các\s)?(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|Mục|Chương|Phụ lục|Cụm từ)\s")
_PART = "một phần"


def changed_in_row(
    text: Text, block: Block, words: str, related: Sequence[Citation]
) -> tuple[Citation, str] | None:
    """The document that the row of ``block`` names, and what the last citation did to it.

    ``words``: those of the cell before the citation.
    """
    said = passive_pattern().search(words) if _SAID.match(words) else None
    named = _named(text, block, related) if said else None
    if said is None or named is None or not may_change(related[-1].type, named.type):
        return None
    relation = passive_cues()[" ".join(said.group().lower().split())].relation
    part = _PART in words or _PROVISION.search(text.content, named.span.end, block.start)
    return named, "amends" if part and relation in ("replaces", "repeals") else relation


def _named(text: Text, block: Block, related: Sequence[Citation]) -> Citation | None:
    """The document that the row names first."""
    start, cut = _row(text, block)
    named: Citation | None = None
    for citation in reversed(related[:-1]):
        if citation.span.start < start:
            break
        if citation.span.start < block.start:
            named = citation
    if named is None or named.subject is not None:
        return None
    opens = ENUMERATOR.fullmatch(text.content, start, named.span.start)
    return named if cut or opens else None


def _row(text: Text, block: Block) -> tuple[int, bool]:
    """Where the row begins, and whether it is one of a table; else it is the line above."""
    for table in text.tables:
        if table.start <= block.start < table.end:
            for row in table.rows:
                if any(cell.start <= block.start < cell.end for cell in row):
                    return min(cell.start for cell in row if cell.start < cell.end), True
    index = text.index_at(block.start)
    return (text.blocks[index - 1].start if index > 0 else block.start), False
