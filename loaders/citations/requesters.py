"""Who asked for a document: "Xét đề nghị của Giám đốc Sở Tài chính" (theo đề nghị của …)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary.cues import phrases, relation_cues
from graph.words.authorities import begins_with, head_titles
from graph.words.patterns import any_of
from loaders.citations.consolidating import is_consolidation
from loaders.layout.letters import LOWER
from loaders.mentions import Header, Span, UnitMention
from loaders.text import PARAGRAPH, Text
from loaders.units.read import Scope, read_unit, split_units

#: paragraphs of a preamble, and characters of a name
FAR, LONGEST = 40, 120
#: "Cục Quản lý Khám, chữa bệnh": a comma in a name, behind which few words in small letters end it
_WITHIN = (
    r", (?!(?:tại|về|ngày|số|theo|căn cứ|trên|sau|xét|và|của|ý kiến|kết quả|báo cáo|để|nhằm)(?!\w))"
    rf"(?:[{LOWER}]+\s){{0,3}}[{LOWER}]+(?=[,;.]|\s+tại\s|\s*$)"
)
#: "tạiTờ trình" too; "Văn phòng Quốc gia về giảm nghèo" goes on
_BEFORE = (
    r"(?=\s+(?:tại|(?<!uốc gia )về|ngày|số(?=\s*\d))(?:\s|(?=[A-ZĐ\d]))"
    rf"|[;.\n(]|(?!{_WITHIN}),|\s*$)"
)
#: "tại Tờ trình số 4/TTr-VP | của Chánh Văn phòng": the document first
_NAME = re.compile(
    r"(?:\s+tại\s(?:(?!\svề\s)[^;.])*?\scủa\s+|\s+(?:của\s+)?(?!tại\s))"
    rf"(?P<name>(?:[^;,.\n(]|{_WITHIN})+?){_BEFORE}"
)
#: behind one and the document in which it asks: "tại Tờ trình số 2 | và của Giám đốc Sở Y tế"
_NEXT = re.compile(r"\s+tại\s(?:(?!\svề\s)[^;])*?(?:,?\s+và|[;,])\s+(?:của\s+)?(?=[A-ZĐ])")


def find_requesters(text: Text, header: Header, scope: Scope) -> Iterator[UnitMention]:
    """The units that paragraphs of the preamble say asked for it; unknown names give none.

    What a consolidation reprints was asked for by others of another text.
    """
    if is_consolidation(header):
        return
    paragraphs = [b for b in text.blocks if b.start >= header.body_start][:FAR]
    for block in paragraphs:
        if block.kind is not PARAGRAPH:
            continue
        cue = _cues().match(text.content, block.start, block.end)
        if cue is None:
            continue
        for name in _names(text, cue.end(), block.end):
            for unit in _units(text, block.start, name, scope):
                if unit.id is not None and not unit.collective:
                    yield unit


def _names(text: Text, start: int, end: int) -> Iterator[Span]:
    """Where those are named who ask, each with those that it asks with."""
    named = _NAME.match(text.content, start, end)
    while named and len(named["name"]) <= LONGEST:
        begins = named.start("name")
        listed = _end_of_listed(text, begins, end)
        stop = max(named.end("name"), listed)
        yield Span(begins, stop)
        sign = _NEXT.match(text.content, stop, end)
        more = sign is not None and _speaks().match(text.content, sign.end(), end)
        named = _NAME.match(text.content, sign.end() - 1, end) if sign and more else None


def _units(text: Text, start: int, name: Span, scope: Scope) -> list[UnitMention]:
    """One unit with the words by which it asks, or several that ask together."""
    units = split_units(text, name.start, name.end, scope, "requester", lined=False)
    if len(units) > 1:
        return units
    words = text.content[name.start : name.end]
    return [read_unit(words, Span(start, name.end), scope, "requester")]


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


@cache
def _speaks() -> re.Pattern[str]:
    """Who may ask beside another: somebody by position, a department or ministry."""
    return re.compile(rf"(?:{any_of((*head_titles(), 'Sở', 'Bộ'))})(?!\w)")
