"""Paragraphs of pages and Word files, rejoined where a sentence was torn (nối đoạn bị ngắt).

Programs that turn a PDF into them make a paragraph of each printed line; people break a title or a
sentence for its looks. A paragraph that ends as one does is whole, unless each is a line.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from loaders.readers.drafts import Draft, Grid
from loaders.readers.line_ends import cuts_sentence
from loaders.readers.lines import BLANK, WORDS, Line
from loaders.readers.manners import Manner, manner_of
from loaders.readers.reflow import reflow

#: a paragraph is one: only what was torn inside a sentence or title is rejoined
_WHOLE = Manner(width=0, airy=False)
#: a paragraph that ends like this is whole, however the next one begins
_ENDS = (".", ";", ":", "!", "?")
_STOP = Line(BLANK, 0, 0)
#: paragraphs, and how many of them, one in so many, cut a sentence where each is a line
_MANY, _CUT = 8, 4


def rejoined(items: Iterable[Line | Grid]) -> Iterator[Draft | Grid]:
    """The paragraphs between tables, each whole."""
    story = list(items)
    lines = [item for item in story if isinstance(item, Line)]
    torn = _are_lines(lines)
    manner = manner_of(lines) if torn else _WHOLE
    held: list[Line] = []
    for item in story:
        if isinstance(item, Line):
            ends = not torn and item.strand.words.endswith(_ENDS)
            held += [item, _STOP] if ends else [item]
            continue
        yield from reflow(held, manner)
        yield item
        held = []
    yield from reflow(held, manner)


def _are_lines(lines: Iterable[Line]) -> bool:
    """Whether these paragraphs are lines: sentences go on from one to the next as a habit."""
    words = [line.strand.words for line in lines if line.kind is WORDS]
    cut = sum(cuts_sentence(before, after) for before, after in pairwise(words))
    return len(words) >= _MANY and cut * _CUT > len(words)


def line_of(draft: Draft) -> Line:
    """A paragraph as a line again."""
    start = draft.strand.runs[0][1] if draft.strand.runs else 0
    strand, emphasis = draft.strand, draft.emphasis
    return Line(WORDS, start, start, strand, draft.level, emphasis, mark=draft.mark)
