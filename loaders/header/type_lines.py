"""The line that names the kind of a document, with what stands behind it (tên loại văn bản)."""

import re

from graph.vocabulary import TypeName
from graph.words.authorities import by_name
from loaders.header.gathering import Head
from loaders.header.headlines import take_organ
from loaders.header.numbering import bare_number
from loaders.header.organs import Line
from loaders.header.wrapped import without_issuer
from loaders.layout.kinds import type_at
from loaders.layout.markers import Style, read_marker
from loaders.layout.thethuc import is_part_heading
from loaders.mentions import Span
from loaders.text import Block, Text

#: a title is no longer than this
LONGEST_TITLE = 1500
#: how urgent a telegram is, behind its kind: no title
_URGENCY = re.compile(r"(?:THƯỢNG |HỎA TỐC,? )?(?:KHẨN(?: CẤP)?|HỎA TỐC|HOẢ TỐC)\W*\Z")
#: how a title begins behind the organ that issues, and how far behind "CỦA"
_TITLE = re.compile(
    r"(?:\s(?:TỈNH|THÀNH PHỐ))?,?\s"
    r"(?P<title>VỀ|V/V|QUY ĐỊNH|HƯỚNG DẪN|BAN HÀNH|PHÊ DUYỆT|SỬA ĐỔI|BỔ SUNG)(?=[\s,])"
)
_ORGAN = 160


def take_type(head: Head, text: Text, block: Block) -> bool:
    """Take the kind of document, with the title or organ in its line (tên loại văn bản)."""
    words = text.words(block)
    marker = read_marker(words)
    if head.type is not None:
        return False
    if marker is not None and marker.style is Style.ANNEX and len(words) <= LONGEST_TITLE:
        name = words[marker.end :].strip(" .:")
        if len(words) < 40 or name.isupper():
            _take_annex(head, block, words, name)
            return True
    found = type_at(words) if len(words) <= LONGEST_TITLE else None
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
    if take_number_alone(head, rest, at):
        return
    behind = organ_of_title(rest)
    if behind:
        organ = Line(rest[4:behind].strip(), Span(at + 4, at + behind))
        head.authority = head.authority or organ
    above = " ".join(line.words.strip(" |") for line in head.organs)
    head.title = rest[behind : without_issuer(rest, above)]
    head.spans["title"] = Span(at + behind, at + behind + len(head.title))


def take_number_alone(head: Head, words: str, at: int) -> bool:
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


def organ_of_title(words: str) -> int:
    """Where a title begins behind the organ that issues ("CỦA BỘ Y TẾ VỀ …"); 0 when none is."""
    if not (words.startswith("CỦA ") and words.isupper()):
        return 0
    for title in _TITLE.finditer(words, 4, _ORGAN):
        at = title.start("title")
        if by_name(words[4 : title.start()]) or by_name(words[4:at].rstrip(" ,")):
            return at
    return 0
