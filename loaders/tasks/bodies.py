"""Which paragraphs may share out work: the body, annexes, plans that are issued (phần nội dung)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from sys import maxsize

from loaders.header.captions import read_caption
from loaders.layout.kinds import type_at
from loaders.mentions import Span
from loaders.tasks.prose_words import words_of
from loaders.tasks.shared import Source
from loaders.text import ASIDE, CELL, Block


def body_blocks(source: Source) -> Iterator[Block]:
    """The paragraphs of the body and of annexes, without letterhead, signature and recipients."""
    end = source.header.body_end or len(source.text.content)
    attached = _attached(source, end)
    for block in source.text.blocks:
        if block.kind is CELL or block.kind in ASIDE:
            continue
        told = source.header.body_start <= block.start < end or block.start > attached
        if told or _in_annex(source, block):
            yield block


def _attached(source: Source, end: int) -> int:
    """Where a plan begins that the document issues behind its signature; else the text's end.

    What a regulation (quy chế) lays down for good is none.
    """
    text, kind = source.text, ""
    for block in text.blocks[text.index_at(end) + 1 :]:
        if named := type_at(text.words(block)):
            kind = named[0].name
        elif kind and read_caption(text.content, block):
            return block.start if words_of("sharing_kinds").fullmatch(kind) else len(text.content)
    return len(text.content)


def is_covered(taken: Sequence[Span], position: int) -> bool:
    """Whether the last span that begins before the position reaches over it."""
    if not taken:
        return False
    index = bisect_right(taken, (position, maxsize)) - 1
    return index >= 0 and position < taken[index].end


def _in_annex(source: Source, block: Block) -> bool:
    section = source.structure.section_at(block.start)
    return section is not None and section.path.startswith("PL")
