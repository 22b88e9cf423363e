"""Who asked for a document: "Xét đề nghị của Giám đốc Sở Tài chính" (theo đề nghị của …)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary.cues import phrases, relation_cues
from graph.words.authorities import begins_with
from loaders.mentions import Header, Span, UnitMention
from loaders.text import PARAGRAPH, Text
from loaders.units.read import Scope, read_unit

#: paragraphs of a preamble, and characters of a name
FAR, LONGEST = 40, 120
_NAME = re.compile(
    r"\s+(?:của\s+)?(?P<name>[^;,.\n(]+?)(?=\s+(?:(?:tại|về|ngày)\s|số\s\d)|[;,.\n(]|\s*$)"
)


def find_requesters(text: Text, header: Header, scope: Scope) -> Iterator[UnitMention]:
    """The units that paragraphs of the preamble say asked for it; unknown names give none."""
    paragraphs = [b for b in text.blocks if b.start >= header.body_start][:FAR]
    for block in paragraphs:
        if block.kind is not PARAGRAPH:
            continue
        cue = _cues().match(text.content, block.start, block.end)
        match = _NAME.match(text.content, cue.end(), block.end) if cue else None
        if match is None or len(match["name"]) > LONGEST:
            continue
        end = max(match.end("name"), _end_of_listed(text, match.start("name"), block.end))
        name = text.content[match.start("name") : end]
        unit = read_unit(name, Span(block.start, end), scope, "requester")
        if unit.id is not None and not unit.collective:
            yield unit


def _end_of_listed(text: Text, start: int, end: int) -> int:
    """Where the organ of a known name with commas ends: Sở Văn hóa, Thể thao và Du lịch."""
    known = begins_with(text.content[start : min(end, start + LONGEST)])
    return start + known[2] if known else start


@cache
def _cues() -> re.Pattern[str]:
    words = [
        w for w, row in relation_cues().items() if row.relation == "requested_by" and "đề" in w
    ]
    return re.compile(rf"\W{{0,3}}(?:{phrases(words)})")
