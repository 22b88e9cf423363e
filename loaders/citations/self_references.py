"""What looks like a citation but is the document itself: its number, the caption of its annex."""

import re
from functools import lru_cache

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import passive_pattern
from graph.words.folding import fold
from loaders.citations.anchor import Anchor
from loaders.citations.joining import folded_name
from loaders.mentions import Header, PartialDate
from loaders.text import Text

_CAPTION = re.compile(
    r"\W{0,4}(?:\w+ ){0,2}?"
    r"(?:(?:(?:Được\s)?[Bb]an hành |Đính |đính )?[Kk](?:è|e)m theo|[ĐđDd](?:í|i)nh k(?:è|e)m)\s"
)
#: where a paragraph begins, beyond which neither caption nor own number stands
_NEAR = 400
_UNSAID = re.compile(r"[^0-9a-z/]+")
_OWN_NUMBER = re.compile(r"\W*Số\s*:?\s*$")


def is_own(text: Text, header: Header, anchor: Anchor) -> bool:
    """Whether the anchor is the document's own number or stands in the caption of its annex."""
    if anchor.number is None:
        return _names_itself(header, anchor)
    start, end = anchor.span.start, anchor.span.end
    for field in ("number", "symbol"):
        own = header.spans.get(field)
        if own is not None and own.start < end and start < own.end:
            return True
    parent = header.annex_of.span if header.annex_of else None
    if parent and parent.start <= start < parent.end:
        return not passive_pattern().search(text.content, parent.start, start)
    if same_number(header, anchor):
        return True
    block = text.block_at(start)
    floor = block.start if block else 0
    near = start + 3 - floor <= _NEAR  # a paragraph may be as long as the whole file
    if block and near and _OWN_NUMBER.match(text.content[floor : start + 3].rstrip()):
        return True
    caption = _CAPTION.match(text.content, floor, min(start + 4, floor + _NEAR))
    if caption is None or passive_pattern().search(text.content, caption.end(), start):
        return False  # "(Ban hành kèm theo Quyết định A và được sửa đổi tại" Quyết định B
    return _may_be_parent(header, anchor)


def _names_itself(header: Header, anchor: Anchor) -> bool:
    """Whether a law's title is this law's own ("Quốc hội ban hành Luật Thủ đô")."""
    if header.type not in types_with(Trait.LAW) or not header.title or not anchor.name:
        return False
    own = folded_name(f"{header.type} {header.title}")
    return own == folded_name(anchor.name) and anchor.year in (None, header.issued.year)


def same_number(header: Header, anchor: Anchor) -> bool:
    """Whether an anchor has the document's own number, symbol and year."""
    return (
        header.number is not None
        and _folded(header.number) == _folded(anchor.number)
        and (_folded(header.symbol) == _folded(anchor.symbol) or _unread(header, anchor))
        and (header.issued == PartialDate() or anchor.year in (None, header.issued.year))
    )


def _unread(header: Header, anchor: Anchor) -> bool:
    """Whether the document's own symbol cannot be read, and the anchor is of its kind."""
    return header.symbol is None and anchor.type == header.type


def _may_be_parent(header: Header, anchor: Anchor) -> bool:
    """A caption names the document it belongs to, unless that surely has another number.

    The year may be left off there: 3195/2004/QĐ-UB, "kèm theo Quyết định số 3195/QĐ-UB".
    """
    symbol = header.symbol is None or _folded(header.symbol) == _folded(anchor.symbol)
    if header.number is None:
        return symbol
    short = header.number.partition("/")[0]
    return symbol and header.symbol is not None and _folded(short) == _folded(anchor.number)


@lru_cache(maxsize=8192)
def _folded(printed: str | None) -> str:
    return _UNSAID.sub("", fold(printed or "")).lstrip("0")
