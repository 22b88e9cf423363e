"""A document that names itself as its own basis (tự căn cứ chính mình): no edge, but a doubt."""

import re
from collections.abc import Iterator

from graph.vocabulary.cues import relation_cues
from loaders.citations.anchors import find_anchors
from loaders.citations.self_references import same_number
from loaders.mentions import Doubt, Header, Span
from loaders.text import PARAGRAPH, Text

_OTHERS = re.compile(r"\D+")


def find_self_bases(text: Text, header: Header) -> Iterator[Doubt]:
    """A doubt for each paragraph of bases that cites the document's own number."""
    if header.number is None:
        return
    own = _digits(header.number).lstrip("0")
    cues = tuple(w for w, row in relation_cues().items() if row.relation == "based_on")
    for block in text.blocks:
        if block.kind is not PARAGRAPH or block.start < header.body_start:
            continue
        if block.start >= header.body_end:
            return  # forms attached to it rest on it rightly
        if not text.lowered.startswith(cues, block.start):
            continue
        words = text.words(block)
        if own not in _digits(words):
            continue
        for anchor in find_anchors(words):
            if anchor.number and same_number(header, anchor):
                here = Span(block.start + anchor.span.start, block.start + anchor.span.end)
                yield Doubt(
                    "citation.self", here, (("number", words[anchor.span.start : anchor.span.end]),)
                )


def _digits(words: str) -> str:
    """The digits alone: those of a number stand together in it, however it is printed."""
    return _OTHERS.sub("", words)
