"""The lines of a letterhead, told apart: organ, number, place and date, kind, title, recipients."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.authorities import by_name
from graph.symbols import kinds_of, read_symbol
from loaders.captions import read_caption
from loaders.dates import find_date
from loaders.layout import starters
from loaders.letterhead import Line
from loaders.markers import Style, read_marker
from loaders.mentions import PartialDate, Span
from loaders.numbering import OwnNumber, read_number
from loaders.text import Block, BlockKind, Text
from loaders.thethuc import (
    is_gazette,
    is_officer,
    is_opening,
    motto_at,
    recipient_head,
    type_at,
)

#: paragraphs looked at for a letterhead
_FAR = 160
#: a line of a letterhead is no longer than this; a title may be
_LONGEST_LINE = 160
_LONGEST_TITLE = 700
_LONGEST_NAME = 70
#: lines of a letterhead above its motto
_TALLEST = 8
#: characters between the organ and the motto beside it
_BESIDE = 300
_DATELINE = re.compile(r"(?P<place>[A-ZĐÀ-Ỹ][^,;:()\d]{1,40}?)\s?[,.]?\s{0,3}(?=(?:ngày|Ngày|NGÀY))")
_DATE_ALONE = re.compile(r"(?=(?:ngày|Ngày|NGÀY)[\s\d.…])")
_SUBJECT = re.compile(r"(?:V/v|V/V|v/v|Về việc|VỀ VIỆC|V/v:)\s?:?\s*")
_NAME = re.compile(r"[^\W\d_]{2}.*[^\W\d_]{2}")
_NO_NAME = re.compile(r"[0-9/:()@]")
_ADDRESSED = re.compile(r" điện\s?:\Z")


@dataclass(slots=True)
class Head:
    """What the lines of the letterhead say, while and after they are read."""

    organs: list[Line] = field(default_factory=list)
    authority: Line | None = None
    number: OwnNumber | None = None
    issued: PartialDate = PartialDate()
    place: str | None = None
    type: str | None = None
    title: str | None = None
    recipients: tuple[tuple[str, Span], ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)
    motto: bool = False
    body_start: int = 0
    letter: bool = False  # V/v stands under the number

    @property
    def is_bare(self) -> bool:
        """Whether nothing of a letterhead was found."""
        return not (self.motto or self.number or self.type)


def read_head(text: Text) -> Head:
    """The letterhead of a text (phần đầu thể thức); what a portal prints before it is left out."""
    blocks = [b for b in text.blocks if b.kind not in (BlockKind.FOOTNOTE, BlockKind.CELL)][:_FAR]
    first = _first_line(text, blocks)
    if first:
        head = _read(text, blocks, first)
        if "type" in head.spans and (head.number or head.issued.year):
            return head
    return _read(text, blocks, 0)


def _first_line(text: Text, blocks: Sequence[Block]) -> int:
    """The first line of the letterhead, by the motto in it; 0 when the text begins with it."""
    motto = next((i for i, b in enumerate(blocks) if _is_motto(text.words(b))), 0)
    first = motto
    while first and _is_line(text.words(blocks[first - 1])) and motto - first < _TALLEST:
        first -= 1
    captions = (read_caption(text.content, block) for block in blocks[:first])
    return 0 if any(note is not None for note in captions) else first


def _read(text: Text, blocks: Sequence[Block], index: int) -> Head:
    head = Head()
    while index < len(blocks):
        taken = _take(head, text, blocks, index)
        if taken:
            index += taken
            head.body_start = blocks[index].start if index < len(blocks) else blocks[-1].end
        elif head.is_bare or (head.type is None and not _is_body(text.words(blocks[index]))):
            index += 1
        else:
            break
    if head.number is None and not head.motto:
        _look_later(head, text, blocks[index:])
    if head.is_bare:
        head.organs, head.body_start = [], 0
    if head.type is None and head.number:
        head.type = _type_by_symbol(head)
    return head


def _type_by_symbol(head: Head) -> str | None:
    """The kind that the symbol says; a letter where it says none."""
    symbol = read_symbol(head.number.symbol) if head.number and head.number.symbol else None
    kinds = kinds_of(symbol) if symbol else ()
    if head.letter or head.recipients or (symbol and symbol.letter and symbol.organ):
        return "Công văn" if not kinds or head.letter else kinds[0].name
    return kinds[0].name if kinds else None


def _look_later(head: Head, text: Text, blocks: Sequence[Block]) -> None:
    """A letterhead that the source prints after the first page's text: around its motto."""
    motto = next((i for i, b in enumerate(blocks) if _is_motto(text.words(b))), None)
    if motto is None:
        return
    first = motto
    while first and _is_line(text.words(blocks[first - 1])):
        first -= 1
    found = Head()
    for block in blocks[first:]:
        if not _is_line(text.words(block)) or not _take_line(found, text, block):
            break
    if found.number is not None:
        head.organs, head.number, head.motto = found.organs, found.number, True
        head.issued, head.place, head.letter = found.issued, found.place, found.letter
        head.spans = found.spans | head.spans


def _is_motto(words: str) -> bool:
    return len(words) < _LONGEST_LINE and words.isupper() and motto_at(words) == 0


def _is_line(words: str) -> bool:
    """Whether a paragraph may be a line of a letterhead."""
    if words.isupper():
        return len(words) < 80 and words[-1] not in ".;,:"
    return len(words) < 80 and (read_number(words) is not None or bool(_DATELINE.match(words)))


def _take(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """How many paragraphs from ``index`` belong to the letterhead, and what they say."""
    block = blocks[index]
    words = text.words(block)
    if recipient_head(words) is not None or _ADDRESSED.search(words):
        return _take_recipients(head, text, blocks, index)
    if head.type is None and len(words) <= _LONGEST_LINE and _take_line(head, text, block):
        return 1
    if head.number and head.type is None and _take_subject(head, words, block.start):
        return 1
    labelled = index > 0 and text.words(blocks[index - 1]).endswith(":")
    if not labelled and _take_type(head, text, block):
        return 1
    if head.type is not None and read_caption(text.content, block) is not None:
        return 1
    return 1 if head.type is not None and _take_title(head, text, block) else 0


def _take_line(head: Head, text: Text, block: Block) -> bool:
    """Organ, motto, number, place and date: lines of any order before the kind."""
    words, start = text.words(block), block.start
    motto = motto_at(words)
    if motto is not None:
        head.motto = True
        head.organs = [o for o in head.organs if start - o.span.end < _BESIDE]
        _take_organ(head, words[:motto], start)
        return True
    if head.number is None and _take_number(head, words, start):
        return True
    if head.number is not None and _take_subject(head, words, start):
        return True
    if _take_dateline(head, words, 0, start):
        return True
    if type_at(words) is None and words.isupper() and not is_gazette(words):
        return _take_organ(head, words, start)
    return is_gazette(words)


def _take_organ(head: Head, words: str, start: int) -> bool:
    if not _NAME.search(words) or _NO_NAME.search(words) or not words.isupper():
        return False
    if ("," in words or len(words) > _LONGEST_NAME) and by_name(words) is None:
        return False
    head.organs.append(Line(words, Span(start, start + len(words.rstrip()))))
    return True


def _take_number(head: Head, words: str, start: int) -> bool:
    number = read_number(words)
    if number is None or (number.symbol is None and len(words) > 60):
        return False
    head.number = number
    head.spans["number"] = Span(start + number.span.start, start + number.span.end)
    at = number.span.end
    if not _take_subject(head, words[at:].lstrip(), start + at + _blanks(words, at)):
        _take_dateline(head, words, at, start)
    return True


def _blanks(words: str, at: int) -> int:
    return len(words[at:]) - len(words[at:].lstrip())


def _take_subject(head: Head, words: str, start: int) -> bool:
    """``V/v …`` or ``Về …`` under the number: a letter and its subject (trích yếu)."""
    match = _SUBJECT.match(words)
    if match is None and not (words.startswith("Về ") and head.title is None):
        return False
    head.letter = True
    at = match.end() if match else 0
    if head.title is None and words[at:].strip():
        head.title = words[at:].strip()
        head.spans["title"] = Span(start + at, start + len(words.rstrip()))
    return True


def _take_dateline(head: Head, words: str, at: int, start: int) -> bool:
    match = _DATELINE.search(words, at) or _DATE_ALONE.match(words, at + _blanks(words, at))
    found = find_date(words, match.end()) if match else None
    if match is None or found is None or len(words) - found[1] > 4 or head.issued.year:
        return False
    head.issued = found[0]
    head.spans["issued"] = Span(start + match.end(), start + found[1])
    if "place" in match.re.groupindex:
        head.place = match["place"].strip(" .,-*|")
        head.spans["place"] = Span(start + match.start(), start + match.start("place") + len(match["place"]))
    return True


def _take_type(head: Head, text: Text, block: Block) -> bool:
    words = text.words(block)
    marker = read_marker(words)
    if head.type is not None:
        return False
    if marker is not None and marker.style is Style.ANNEX and block.end - block.start < 40:
        head.type, head.spans["type"] = "Phụ lục", Span(block.start, block.end)
        return True
    found = type_at(words) if len(words) <= _LONGEST_TITLE else None
    if found is None or words.rstrip().endswith(":"):
        return False
    row, end = found
    head.type, head.spans["type"] = row.name, Span(block.start, block.start + min(end, len(words)))
    rest = words[end:].strip()
    if rest and by_name(rest) is not None:
        _take_organ(head, rest, block.start + end)
    elif rest:
        head.title = rest
        head.spans["title"] = Span(block.start + end, block.end)
    return True


def _take_title(head: Head, text: Text, block: Block) -> bool:
    """The paragraphs between the kind and the running text: title, then who decides."""
    words = text.words(block)
    if len(words) > _LONGEST_TITLE or words.endswith((";", ":")):
        return False
    if len(words) <= _LONGEST_LINE and motto_at(words) == 0:
        head.motto = True
        return True
    if _is_body(words) and not (head.title is None and _may_be_title(words)):
        return False
    if words.isupper() and (is_officer(words) or by_name(words) is not None):
        head.authority = Line(words, Span(block.start, block.end))
        return True
    if head.authority is not None:
        return False
    if _take_late_line(head, text, block):
        return True
    if head.title is None or (words.isupper() and head.title.isupper()):
        return _add_title(head, words, block)
    return False


def _take_late_line(head: Head, text: Text, block: Block) -> bool:
    """A number or a dateline that stands under the kind."""
    words = text.words(block)
    if len(words) > _LONGEST_LINE:
        return False
    if head.number is None and _take_number(head, words, block.start):
        return True
    return not head.issued.year and _take_dateline(head, words, 0, block.start)


def _add_title(head: Head, words: str, block: Block) -> bool:
    start = head.spans["title"].start if head.title else block.start
    head.title = f"{head.title} {words}" if head.title else words
    head.spans["title"] = Span(start, block.end)
    return True


def _is_body(words: str) -> bool:
    """Whether the running text begins here, at its first phrase or its first numbered part."""
    if read_marker(words) is not None:
        return True
    return is_opening(words) and not (words.isupper() and not starters().match(words))


def _may_be_title(words: str) -> bool:
    """Whether words that could open the text are a title: "Triển khai Đề án …" with no stop."""
    return words[-1] not in ".,;:" and not starters().match(words) and not read_marker(words)


def _take_recipients(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """``Kính gửi: A; B`` in one line, or a list under it."""
    first = blocks[index]
    at = recipient_head(text.words(first))
    found = list(_parts(text.content, first.start + at, first.end)) if at is not None else []
    taken = 1
    for block in blocks[index + 1 :]:
        marker = read_marker(text.words(block))
        if marker is None or marker.style not in (Style.DASH, Style.BULLET, Style.PLUS):
            break
        found += _parts(text.content, block.start + marker.end, block.end)
        taken += 1
    head.recipients = (*head.recipients, *found)
    return taken


def _parts(content: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The names between semicolons, each with where it stands."""
    found, at = [], start
    for piece in content[start:end].split(";"):
        name = piece.strip(" .,:-")
        if name:
            first = content.index(name, at)
            found.append((name, Span(first, first + len(name))))
        at += len(piece) + 1
    return found
