"""To whom a document goes: "Kính gửi" and the list under "Nơi nhận" (nơi nhận).

Only units that are named count: "Lưu: VT", persons and "như trên" are none, "như Điều 3" means the
units that article 3 charges with carrying the document out.
"""

import re
from collections.abc import Iterator, Sequence

from loaders.layout.letters import LOWER, UPPER
from loaders.layout.structure import Structure
from loaders.layout.words import ends_body
from loaders.mentions import Header, Span, UnitMention
from loaders.tasks.prose_words import pattern_of
from loaders.tasks.recipient_codes import LISTED, sure
from loaders.tasks.recipient_entries import read_entry
from loaders.tasks.sentences import sentence_end
from loaders.text import Block, Text
from loaders.units.phrases import phrase_end
from loaders.units.read import read_unit, split_units
from loaders.units.scope import Scope

_SIGNS = "-–+•~"  # a scanner takes "-" for "~"
_SIGNED = re.compile(rf"(?:^|(?<=[\s:;]))\s*[{_SIGNS[1:]}-]\s+|;\s*")  # all entries in one cell
_UNSIGNED = re.compile(rf"^[{_SIGNS[1:]}-]\s*|;\s*")  # one entry a line
_LABEL = re.compile(r"(?:Nơi|Noi|NƠI) (?:nhận|nhân|nhan|NHẬN)\s*:?")
_COMRADES = re.compile(r"(?:[Cc]ác )?[Đđ]ồng chí\s+")
_AS_ARTICLE = re.compile(r"[Nn]hư (?:[Đđ]iểm [a-zđ] )?(?:[Kk]hoản \d{1,2} )?[Đđ]iều (\d{1,2})")
_LAST = re.compile(r"[-–~]?\s*[Ll]ưu\s*:?")
#: where another sentence begins in an article
_SENTENCE = re.compile(rf"[.;]\s+(?=[{UPPER}][{LOWER}])")
#: words that go on in a name which no list knows: "Cục Quản lý nhà | và thị trường bất động sản"
_CUT = re.compile(rf"\svà\s(?!các\s)[{LOWER}]")
_FARTHEST = 60  # blocks after the label among which the list ends


def find_recipients(
    text: Text, header: Header, structure: Structure, scope: Scope
) -> Iterator[UnitMention]:
    """The units that the document is sent to, each once."""
    seen = {scope.organ_id, None}
    for unit in (
        *_addressed(text, header, scope),
        *_listed(text, header, structure, scope),
    ):
        if unit.id not in seen or unit.rule == "recipient":
            seen.add(unit.id)
            yield unit


def _addressed(text: Text, header: Header, scope: Scope) -> Iterator[UnitMention]:
    """The recipients of "Kính gửi", those on one line parted."""
    for name, span in header.recipients:
        span = Span(span.start, sentence_end(text.content, span.start, span.end))
        words = text.content[span.start : span.end]
        comrades = _COMRADES.match(words)
        start = span.start + (comrades.end() if comrades else 0)
        units = split_units(text, start, span.end, scope, "recipient")
        if len(units) > 1 and all(unit.id for unit in units):
            yield from units
        elif comrades and len(units) == 1:
            yield units[0]
        else:
            yield read_unit(name[: span.end - span.start], span, scope, rule="recipient")


def _listed(
    text: Text, header: Header, structure: Structure, scope: Scope
) -> Iterator[UnitMention]:
    """The units under "Nơi nhận"."""
    for span in _items(text, header):
        words = text.content[span.start : span.end]
        if article := _AS_ARTICLE.match(words):
            yield from _charged(text, structure, scope, article[1])
        else:
            yield from read_entry(text, span, scope)


def _items(text: Text, header: Header) -> Iterator[Span]:
    """The entries of the list, without signs and without what is said in parentheses."""
    for line in _lines(text, header):
        for span in _split(text.content[line.start : line.end], line.start):
            if _LAST.match(text.content, span.start, span.end):
                return
            yield span


def _lines(text: Text, header: Header) -> Iterator[Span]:
    """The lines of the list, each with those that it goes on in; none of a signature beside it."""
    blocks = [b for b in text.blocks if b.start >= header.body_start]
    first = next((i for i, b in enumerate(blocks) if _opens(text, b)), None)
    if first is None:
        return
    label = _LABEL.match(text.content, blocks[first].start, blocks[first].end)
    line = Span(label.end() if label else blocks[first].start, blocks[first].end)
    for index, block in enumerate(blocks[first + 1 : first + _FARTHEST]):
        words = text.content[block.start : block.end]
        entry = words[:1] in _SIGNS or (words.endswith(";") and _ends(text, line))
        if not entry and _goes_on(text, line, words):
            line = Span(line.start, block.end)
        elif entry:
            yield line
            line = Span(block.start, block.end)
        elif index and not words.isupper() and len(words) > _FARTHEST:
            break
    yield line


def _ends(text: Text, line: Span) -> bool:
    """Whether nothing is due behind a line of the list: it is the label or ends with its sign."""
    return text.content[line.start : line.end].rstrip()[-1:] in ("", ":", ";")


def _goes_on(text: Text, line: Span, words: str) -> bool:
    """Whether words without a sign of their own are the rest of an entry cut by its column."""
    return not _ends(text, line) and (words[:1].islower() or words.endswith(";"))


def _opens(text: Text, block: Block) -> bool:
    return ends_body(text.content[block.start : block.start + 24])


def _split(words: str, start: int) -> Iterator[Span]:
    at = 0
    signs = _UNSIGNED if words[:1] in _SIGNS else _SIGNED
    for sign in [*signs.finditer(words), None]:
        stop = sign.start() if sign else len(words)
        part = words[at:stop]
        kept = part.strip(" \n.,;:/-~")
        if kept:
            first = start + at + part.index(kept)
            yield Span(first, first + len(kept))
        at = sign.end() if sign else stop


def _charged(text: Text, structure: Structure, scope: Scope, article: str) -> Iterator[UnitMention]:
    """The units that an article charges with carrying the document out (chịu trách nhiệm …)."""
    section = next((s for s in structure.sections if s.path == f"Đ{article}"), None)
    if section is None:
        return
    blocks = [b for b in text.blocks if section.start <= b.start < section.end]
    for index, block in enumerate(blocks):
        first = block.start == section.start
        start = section.title.start if first else structure.after_marker(block)
        while start < block.end and text.content[start] in " .:":
            start += 1
        for at, stop in _enforcers_in(text.content, start, _end_of_list(text, blocks[index:])):
            units = split_units(text, at, stop, scope, "recipient_article")
            yield from (sure(unit, LISTED) for unit in units if unit.id)


def _end_of_list(text: Text, blocks: Sequence[Block]) -> int:
    """Where the first block ends with those that go on its list behind ";"."""
    ends = (b.end for b in blocks if not text.content[b.start : b.end].rstrip().endswith(";"))
    return next(ends, blocks[-1].end)


def _enforcers_in(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The same of the first sentence that charges somebody: "… có hiệu lực kể từ ngày ký. | …"."""
    signs = list(_SENTENCE.finditer(content, start, end))
    begun = (start, *(sign.end() for sign in signs))
    full = [sign.start() for sign in signs if sign[0].startswith(".")]
    tried = ((at, stop) for at in begun for stop in (*full, end) if stop > at)
    return next((found for at, stop in tried if (found := _enforcers(content, at, stop))), [])


def _enforcers(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the names of those stand that a paragraph charges, each up to what is said of them
    ("Chủ tịch UBND các xã | thuộc vùng miền núi; Thủ trưởng các đơn vị"); none if it does not."""
    found: list[tuple[int, int]] = []
    at: int | None = start
    while at is not None:
        stop = phrase_end(content, at, end)
        if stop is not None and not _CUT.match(content, stop, end):
            found.append((at, stop))
        elif not found:
            return []  # behind units persons may stand: "các thành viên Ban Chỉ đạo"
        rest = content[stop or at : end].strip(" ,;./")
        clause = pattern_of("enforcing").search(rest)
        if clause and ";" not in rest[: clause.start()]:
            return found
        sign = content.find(";", stop or at, end)
        at = sign + 1 if sign >= 0 else None
        while at is not None and at < end and content[at] in " \n":
            at += 1
    return []
