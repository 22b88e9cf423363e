"""Kind, title and recipients of a document: the lines between the letterhead and the text."""

import re
from collections.abc import Sequence

from graph.vocabulary import TypeName
from graph.words.authorities import begins_with, by_name
from loaders.header.damaged import repaired
from loaders.header.datelines import is_dateline, take_dateline
from loaders.header.gathering import Head
from loaders.header.headlines import STATE, take_number, take_organ, take_telegrapher
from loaders.header.line_kinds import LONGEST_LINE, is_addressed, is_body
from loaders.header.numbering import bare_number
from loaders.header.organs import Line
from loaders.header.wrapped import without_issuer
from loaders.layout.kinds import type_at, type_named_alone
from loaders.layout.markers import Style, read_marker
from loaders.layout.mottos import motto_at
from loaders.layout.signing import after_order, decides
from loaders.layout.thethuc import before_session, flat, is_part_heading, is_session, recipient_head
from loaders.layout.words import starters
from loaders.mentions import Span
from loaders.text import Block, Text

#: a title is no longer than this
_LONGEST_TITLE = 1500
#: paragraphs of a letter's subject, whose lines a reader may have joined, and how long one is
_TALLEST_SUBJECT, _LONGEST_SUBJECT_LINE = 12, 300
#: how urgent a telegram is, behind its kind: no title
_URGENCY = re.compile(r"(?:THƯỢNG |HỎA TỐC,? )?(?:KHẨN(?: CẤP)?|HỎA TỐC|HOẢ TỐC)\W*\Z")
#: letters of a short form
_SHORT_FORM = 8
#: years that a line break cut off, "2026 - 2030"
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\W{0,2}\Z")
#: symbols, which have small letters in a title of capitals (QĐ-TTg)
_SYMBOLS = re.compile(r"[^\s/]*/[^\s/]+")
#: how a title begins behind the organ that issues
_TITLE = re.compile(
    r"(?:\s(?:TỈNH|THÀNH PHỐ))?,?\s"
    r"(?:VỀ|V/V|QUY ĐỊNH|HƯỚNG DẪN|BAN HÀNH|PHÊ DUYỆT|SỬA ĐỔI|BỔ SUNG)(?=[\s,])"
)


def take_type(head: Head, text: Text, block: Block) -> bool:
    """Take the kind of document, with the title or organ in its line (tên loại văn bản)."""
    words = text.words(block)
    marker = read_marker(words)
    if head.type is not None:
        return False
    if marker is not None and marker.style is Style.ANNEX and len(words) <= _LONGEST_TITLE:
        name = words[marker.end :].strip(" .:")
        if len(words) < 40 or name.isupper():
            _take_annex(head, block, words, name)
            return True
    found = type_at(words) if len(words) <= _LONGEST_TITLE else None
    if found is None or words.rstrip().endswith(":") or is_part_heading(words):
        return False
    row, end = found
    head.type, head.spans["type"] = row.name, Span(block.start, block.start + min(end, len(words)))
    rest = words[end:].strip()
    organ = rest.removeprefix("CỦA ")
    if organ and by_name(organ) is not None:
        at = block.start + words.index(organ, end)
        if head.organs:  # who decides, within the organ of the letterhead
            head.authority = head.authority or Line(organ, Span(at, at + len(organ)))
        else:
            take_organ(head, organ, at)
    elif rest and not _URGENCY.match(rest):
        _take_rest(head, rest, block.start + words.index(rest, end))
    return True


def _take_rest(head: Head, rest: str, at: int) -> None:
    """The title in the line of the kind, without the organ that issues before or behind it.

    A number alone is the document's own ("SẮC LỆNH SỐ 85").
    """
    if _take_number_alone(head, rest, at):
        return
    behind = _organ_of_title(rest)
    if behind:
        organ = Line(rest[4:behind].strip(), Span(at + 4, at + behind))
        head.authority = head.authority or organ
    above = " ".join(line.words.strip(" |") for line in head.organs)
    head.title = rest[behind : without_issuer(rest, above)]
    head.spans["title"] = Span(at + behind, at + behind + len(head.title))


def _take_number_alone(head: Head, words: str, at: int) -> bool:
    """Take words that are nothing but a number without symbol, where the document has none."""
    number = bare_number(words, 0) if head.number is None else None
    if number is None or number.span.end < len(words.rstrip()):
        return False
    head.number = number
    head.spans["number"] = Span(at + number.span.start, at + number.span.end)
    return True


def _take_annex(head: Head, block: Block, words: str, name: str) -> None:
    """The line "PHỤ LỤC II", and the title that stands in the same line."""
    head.type, head.spans["type"] = TypeName.ANNEX.value, Span(block.start, block.end)
    if name.isupper():
        at = block.start + words.index(name)
        head.title, head.spans["title"] = name, Span(at, at + len(name))


def take_title(head: Head, text: Text, block: Block) -> bool:
    """The paragraphs between the kind and the running text: title, then who decides."""
    words = text.words(block)
    if len(words) > _LONGEST_TITLE or words.endswith((";", ":")):
        return False
    if len(words) <= LONGEST_LINE and motto_at(words.removeprefix(f"{STATE} ")) == 0:
        head.motto = True
        return True
    if words.isupper() and is_session(words):
        return True
    if head.title is None and words[0] == "(" and words[-1] == ")":
        return True  # "(Dự thảo)", the day of adoption: a note to the title
    if is_body(words) and not (head.title is None and _may_be_title(words)):
        return False
    if head.title is None and type_named_alone(words) and flat(words) == flat(head.type or ""):
        return True  # the kind once more
    if after_order(words):
        return False  # "TM. ỦY BAN NHÂN DÂN" signs
    said = before_session(words)
    if words.isupper() and said and decides(repaired(said), alone=True):
        organ = said.removeprefix("CỦA ")
        if head.authority is None or by_name(organ) is not None:
            end = block.start + len(said)
            head.authority = Line(organ, Span(end - len(organ), end))
        return True
    if _is_decided_below(head):
        return False
    if head.title is None and _is_authority(head, words):
        return True  # who decides once more, in small letters
    if _take_late_line(head, text, block):
        return True
    if head.title is None and (behind := _organ_of_title(words)):
        at = block.start + behind
        head.authority = head.authority or Line(words[4:behind].strip(), Span(block.start + 4, at))
        return _add_title(head, words[behind:], Block(block.kind, at, block.end))
    if head.title is None or _goes_on(head.title, words):
        organ = " ".join(line.words.strip(" |") for line in head.organs)
        end = without_issuer(words, organ)
        return _add_title(head, words[:end], Block(block.kind, block.start, block.start + end))
    return False


def _is_authority(head: Head, words: str) -> bool:
    """Whether a line is the organ that decides, as a title has named it already."""
    known = by_name(head.authority.words) if head.authority else None
    said = by_name(words)
    return known is not None and said is not None and said[0] is known[0]


def _is_decided_below(head: Head) -> bool:
    """Whether who decides stands below the title: it is whole then."""
    if head.authority is None or not head.title or type_named_alone(head.title):
        return False
    return head.authority.span.start >= head.spans["title"].end


def _organ_of_title(words: str) -> int:
    """Where a title begins behind the organ that issues ("CỦA BỘ Y TẾ VỀ …"); 0 when none is."""
    found = begins_with(words[4:160]) if words.startswith("CỦA ") and words.isupper() else None
    if found is None:
        return 0
    end = 4 + found[2]
    rest = words[end:]
    return end + len(rest) - len(rest.lstrip(" ,")) if _TITLE.match(rest) else 0


def _goes_on(title: str, words: str) -> bool:
    """Whether a line goes on with the title: capitals, years, a consolidated kind."""
    if title.isupper() and (_SYMBOLS.sub("", words).isupper() or _is_lower_line(words)):
        return True
    return _YEARS.match(words) is not None or type_named_alone(title)


def _is_lower_line(words: str) -> bool:
    """Whether a line goes on in small letters: "về xây dựng hạ tầng …" under a Party title."""
    return words[0].islower() and len(words) <= LONGEST_LINE and words[-1] not in ".;:"


def _take_late_line(head: Head, text: Text, block: Block) -> bool:
    """A number or a dateline that stands under the kind."""
    words = text.words(block)
    if len(words) > LONGEST_LINE:
        return False
    if head.number is None and take_number(head, words, block.start):
        return True
    if head.title is None and _take_number_alone(head, words, block.start):
        return True
    return not head.issued.year and take_dateline(head, words, block.start)


def add_title_line(head: Head, text: Text, block: Block) -> None:
    """Add a line to the title that it goes on with."""
    _add_title(head, text.words(block).rstrip(), block)


def _add_title(head: Head, words: str, block: Block) -> bool:
    start = head.spans["title"].start if head.title else block.start
    head.title = f"{head.title} {words}" if head.title else words
    head.spans["title"] = Span(start, block.end)
    return True


def _may_be_title(words: str) -> bool:
    """Whether words that could open the text are a title: "Triển khai Đề án …" with no stop."""
    return words[-1] not in ".,;:" and not starters().match(words) and not read_marker(words)


def take_subject_lines(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """The lines that the subject of a letter goes on with, up to the dateline or "Kính gửi".

    How many paragraphs from ``index`` they are: none when another line comes first.
    """
    said = head.spans.get("title")
    above = index - 1
    while above > 0 and is_dateline(text.words(blocks[above])):
        above -= 1  # the other column's, beside the subject
    if head.title is None or said is None or not index or said.end < _end(text, blocks[above]):
        return 0
    for taken, block in enumerate(blocks[index : index + _TALLEST_SUBJECT]):
        words = text.words(block)
        if is_addressed(words) or is_dateline(words):
            for line in blocks[index : index + taken]:
                _add_title(head, text.words(line).strip(), line)
            return taken
        if not _is_subject_line(words):
            return 0
    return 0


def _is_subject_line(words: str) -> bool:
    other = motto_at(words) is not None or read_marker(words) is not None
    other = other or (words.isupper() and not _is_short_form(words))
    return len(words) <= _LONGEST_SUBJECT_LINE and not other and words.rstrip()[-1:] not in ".;:"


def _is_short_form(words: str) -> bool:
    """Whether a line is one short form, the last word of a subject (thuế⏎GTGT), and no organ."""
    return words.isalpha() and len(words) <= _SHORT_FORM and by_name(words) is None


def _end(text: Text, block: Block) -> int:
    return block.start + len(text.words(block).rstrip())


def take_recipients(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """``Kính gửi: A; B`` in one line, or a list under it."""
    first = blocks[index]
    at = recipient_head(text.words(first))
    take_telegrapher(head, text.words(first), first.start)
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
