"""From which day to which a document holds, as it says itself (hiệu lực thi hành).

"Quyết định này có hiệu lực kể từ ngày 01 tháng 7 năm 2026 đến hết ngày 31/12/2027", "… sau 45 ngày
kể từ ngày ký". Only a sentence that begins with the document itself speaks for all of it: what
"Điều 5 Luật này" or a quoted article says is passed over, and so is a day that is counted from the
Official Gazette (Công báo), which no document knows when it is signed.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from graph.times.days import day_before, month_end
from loaders.layout.paragraphs import ENUMERATOR
from loaders.mentions import Header, PartialDate, Span, Told
from loaders.text import ASIDE, Text
from loaders.times.dates import find_date


@dataclass(frozen=True, slots=True)
class Validity:
    """First and last day (ISO) of a document's force (ngày có hiệu lực, ngày cuối còn hiệu lực)."""

    effective: Told | None = None
    expires: Told | None = None


#: the words are looked for from their middle, which is rare; from when follows it
_FORCE = re.compile(r"hiệu\slực(?:\sthi\shành)?(?:\s(?:k[ểeé]\s)?(?:từ|vào)\s|\ssau\s)")
#: "này có" before it; an adoption may stand between: "này đã được … thông qua ngày … và có"
_SPEAKS = re.compile(
    r"(?:(?P<this>này)\s(?:(?:đã\s)?được\s[^.;\n]{0,200}?\s(?:và\s)?)?)?(?P<verb>có|hết)\s$"
)
_NEAR = 240
_SIGNED = re.compile(r"ngày\s(?:ký|ban\shành|(?:được\s)?thông\squa)(?![^\W_])")
_LATER = re.compile(
    r"(?P<days>\d{1,3})\s(?:\([^()]{1,40}\)\s)?ngày,?\s(?:k[ểeé]\s)?từ\sngày\s(?:ký|ban\shành)"
)
_UNTIL = re.compile(r",?\s(?:và\s)?(?:cho\s|có\shiệu\slực\s)?đến\s(?P<whole>hết\s)?")
_CLAUSE_END = re.compile(r"\s*(?:[.;,/]|$|\n|(?:và|đến|thay\sthế)\s)")
_SENTENCE = re.compile(r"[.:;)][*_]{0,3}\s+|\n")


def find_validity(text: Text, header: Header) -> Validity:
    """The days the document itself names; the first sentence that does speaks for it."""
    effective = expires = None
    for force in _FORCE.finditer(text.content, header.body_start):
        floor = max(0, force.start() - _NEAR)
        speaks = _SPEAKS.search(text.content[floor : force.start()])
        start = _own_start(text, header, floor + speaks.start()) if speaks else None
        told = _since(text.content, header, force.end()) if start is not None else None
        if speaks is None or start is None or told is None:
            continue
        day, end = told
        if not speaks["this"] and not _is_own(text.content, header, force.end(), told):
            continue
        if speaks["verb"] == "hết":
            last = day_before(day)
            expires = expires or Told(last, Span(start, end))
            continue
        effective = effective or Told(day, Span(start, end))
        until = _until(text.content, end)
        if until is not None:
            expires = expires or Told(until[0], Span(start, until[1]))
    return Validity(effective, expires)


def _is_own(content: str, header: Header, at: int, told: tuple[str, int]) -> bool:
    """Whether "Quyết định có hiệu lực …" speaks of itself by what follows: its signing, or a day
    not before it with which the clause ends."""
    if _SIGNED.match(content, at):
        return True
    return told[0] >= (header.issued.iso or "9") and _CLAUSE_END.match(content, told[1]) is not None


def _own_start(text: Text, header: Header, position: int) -> int | None:
    """Where the document's name before "này" begins, if a sentence begins with it."""
    block = text.block_at(position)
    if not header.type or block is None or block.kind in ASIDE:
        return None
    start = position - len(header.type) - 1
    name = text.content[max(start, 0) : position - 1]
    if start < block.start or " ".join(name.lower().split()) != header.type.lower():
        return None
    before = text.content[block.start : start]
    last = max((sign.end() for sign in _SENTENCE.finditer(before)), default=0)
    opening = ENUMERATOR.sub("", before[last:], count=1)
    quoted = text.content.rfind("“", 0, start) > text.content.rfind("”", 0, start)
    return None if quoted or opening.strip(' *"') else start


def _since(content: str, header: Header, at: int) -> tuple[str, int] | None:
    """The day after "từ" or "sau", and where its words end; an act of an assembly bears the day
    of its adoption."""
    issued = header.issued.iso
    if signed := _SIGNED.match(content, at):
        return (issued, signed.end()) if issued else None
    if later := _LATER.match(content, at):
        if issued is None:
            return None
        counted = date.fromisoformat(issued) + timedelta(days=int(later["days"]))
        return counted.isoformat(), later.end()
    found = find_date(content, at)
    if found is None or found[0].iso is None:
        return None
    return found[0].iso, found[1]


def _until(content: str, at: int) -> tuple[str, int] | None:
    """The last day after "đến", and where its words end: "đến hết năm 2027" is its last day."""
    until = _UNTIL.match(content, at)
    found = find_date(content, until.end()) if until else None
    if until is None or found is None:
        return None
    day, end = found
    last = day.iso or (_last(day) if until["whole"] else None)
    return (last, end) if last else None


def _last(day: PartialDate) -> str | None:
    """The last day of a month or a year."""
    return month_end(day.year, day.month or 12) if day.year else None
