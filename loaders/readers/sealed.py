"""Sealed readings: how a file without characters of its own is kept, shown and read again.

Evidence needs characters to point into, and the store keeps the original of every document so that
it can be read again. A docx, a pdf or a scan has no such characters, so its reading is made its
original: the clean content, then one comment with the layout (blocks, tables, footnote marks, and
where each line stands on paper). Opening the seal gives the same ``Text`` without the file.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from msgspec import json
from msgspec.structs import astuple

from loaders.text import Block, BlockKind, Cell, NoteMark, Place, Segment, Table, Text, Unread

_OPEN, _CLOSE = "\n<!--cancu ", "-->"


def sealed(text: Text) -> Text:
    """The text with its own content as original, layout behind it (đóng gói bản đọc)."""
    content = text.content
    layout = {
        "media": text.media,
        "blocks": [astuple(block) for block in text.blocks],
        "tables": [
            [t.start, t.end, [[astuple(cell) for cell in row] for row in t.rows]]
            for t in text.tables
        ],
        "notes": text.notes,
        "places": [place if place.cell else place[:4] for place in _placed(text)],
        "unread": text.unread,
    }
    packed = json.encode(layout).decode().replace(">", "\\u003e")
    original = f"{content}{_OPEN}{packed}{_CLOSE}"
    return _text(text.source, original, content, layout, text.digest)


def unsealed(original: str, source: str) -> Text | None:
    """The text that was sealed (mở gói); None when ``original`` is no sealed reading."""
    at = original.rfind(_OPEN)
    if at < 0 or not original.endswith(_CLOSE):
        return None
    layout = json.decode(original[at + len(_OPEN) : -len(_CLOSE)])
    return _text(source, original, original[:at], layout, "")


def _text(source: str, original: str, content: str, layout: dict[str, Any], digest: str) -> Text:
    return Text(
        source=source,
        original=original,
        content=content,
        segments=(Segment(0, 0, len(content)),) if content else (),
        blocks=tuple(Block(BlockKind(kind), *rest) for kind, *rest in layout["blocks"]),
        tables=tuple(_table(*table) for table in layout["tables"]),
        notes=tuple(NoteMark(*note) for note in layout["notes"]),
        digest=digest,
        media=layout["media"],
        places=tuple(_place(*place) for place in layout["places"]),
        unread=tuple(Unread(*page) for page in layout.get("unread", ())),
    )


def _table(start: int, end: int, rows: list[list[list[int]]]) -> Table:
    cells = (tuple(Cell(first, last, any(more)) for first, last, *more in row) for row in rows)
    return Table(tuple(cells), start, end)


def _place(start: int, end: int, page: int, box: list[int] | None, cell: str = "") -> Place:
    return Place(start, end, page, (box[0], box[1], box[2], box[3]) if box else None, cell)


def _placed(text: Text) -> list[Place]:
    """The places, moved from the characters the reader met to those of the content."""
    placed: list[Place] = []
    for part in _parts(text):
        last = placed[-1] if placed else None
        if last and last[2:] == part[2:]:
            placed[-1] = last._replace(end=part.end)  # one line, with what cleaning took out
        else:
            placed.append(part)
    return placed


def _parts(text: Text) -> Iterator[Place]:
    starts = [place.start for place in text.places]
    ends = [place.end for place in text.places]
    for segment in text.segments:
        end = segment.origin + segment.length
        first = bisect_right(ends, segment.origin)
        stop = bisect_left(starts, end)
        move = segment.at - segment.origin
        for place in text.places[first:stop]:
            left, right = max(place.start, segment.origin), min(place.end, end)
            yield place._replace(start=left + move, end=right + move)
