"""A document whose letterhead is lost tells its kind where it decides (căn cứ …; QUYẾT ĐỊNH:)."""

from functools import cache

from graph.vocabulary import Row, rows
from graph.words.authorities import by_name
from graph.words.symbols import kinds_of, read_symbol
from loaders.header.gathering import Head
from loaders.header.organs import Line
from loaders.header.promulgation import enacted_kind
from loaders.layout.thethuc import flat, is_opening
from loaders.layout.words import is_basis
from loaders.mentions import Span
from loaders.text import Text

#: paragraphs in which the bases stand
_FAR = 40
#: the end of a sentence that all of the text follows
_FOLLOWS = "như sau:"
#: words of a title in capitals above who decides, at least one more
_SHORTEST = 3


class DecidingRow(Row):
    """A line by which a document decides and its kind (``letterhead.toml``)."""

    words: str
    kind: str
    examples: tuple[str, ...]


def take_decision(head: Head, text: Text) -> None:
    """The kind that the line after the bases says, and the organ named right before them.

    Nothing is taken where the letterhead says a kind, or a number that a letter may have.
    """
    told = head.type is not None and not head.guessed and not _titled(head)
    if told or head.letter or head.recipients or (head.number and not head.motto):
        return
    organ: Line | None = None
    above: Line | None = None
    based = False
    for block in text.blocks[:_FAR]:
        words = text.words(block)
        if not based and head.is_bare and (kind := _enacting(words)):
            head.type = kind
            return
        if is_basis(words):
            based = True
        elif not based and words.isupper() and by_name(words):
            organ = Line(words, Span(block.start, block.end))
        elif not based and organ is None and words.isupper() and len(words.split()) > _SHORTEST:
            above = Line(words, Span(block.start, block.end))
        elif based and (kind := decided_kind(words)):
            if _titled(head):
                _take_whole_title(head, text, kind)
                return
            head.type = kind
            if head.authority is None:
                head.authority, head.untyped = organ, head.untyped or (above if organ else None)
            return


def _enacting(words: str) -> str | None:
    """The kind that a basis and what an organ issues by it say in one sentence: "Thực hiện …, Ủy
    ban nhân dân xã ban hành Kế hoạch như sau:"."""
    return enacted_kind(words) if is_opening(words) and words.endswith(_FOLLOWS) else None


def _titled(head: Head) -> bool:
    """Whether the kind is the first word of a title in whose line it stands, and the symbol says
    another: "QUY ĐỊNH VỀ PHÂN CẤP …" of 60/2023/QĐ-UBND, whose own kind a page left out."""
    kind, title = head.spans.get("type"), head.spans.get("title")
    if head.type is None or not head.number or not head.number.symbol or not kind or not title:
        return False
    kinds = [row.name for row in kinds_of(read_symbol(head.number.symbol))]
    return title.start - kind.end <= 1 and bool(kinds) and head.type not in kinds


def _take_whole_title(head: Head, text: Text, kind: str) -> None:
    """The kind that the document decides as, where its symbol says so too."""
    assert head.number is not None and head.number.symbol is not None
    if kind not in [row.name for row in kinds_of(read_symbol(head.number.symbol))]:
        return
    span = Span(head.spans["type"].start, head.spans["title"].end)
    head.type = kind
    head.title, head.spans["title"] = f"{text.content[span.start : span.end]}", span
    del head.spans["type"]


def decided_kind(words: str) -> str | None:
    """The kind of document that a line after the bases decides or issues (câu ban hành)."""
    if words.isupper():
        return _kinds().get(flat(words))
    return enacted_kind(words)


@cache
def _kinds() -> dict[str, str]:
    return {flat(row.words): row.kind for row in rows("letterhead", "deciding", DecidingRow)}
