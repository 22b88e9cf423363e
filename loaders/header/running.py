"""A title that says number, day and organ in one line (tiêu đề chạy), as collections print it.

``NGHỊ QUYẾT SỐ 58 NQ/HĐNN8 NGÀY 11-3-1988 CỦA HỘI ĐỒNG NHÀ NƯỚC VỀ VIỆC …``; the organ may also
stand before the number. In small letters a page tells of a document so: bases must follow there.
"""

import re

from graph.vocabulary import DocumentTypeRow, TypeName
from graph.words.authorities import begins_with
from graph.words.folding import fold
from graph.words.unit_words import begins_organ
from loaders.header.gathering import Head
from loaders.header.line_kinds import is_addressed
from loaders.header.numbering import OwnNumber, bare_number, read_number
from loaders.header.organs import Line
from loaders.header.wrapped import without_issuer
from loaders.layout.kinds import type_at, type_named, type_named_alone
from loaders.mentions import PartialDate, Span
from loaders.text import Block, Text
from loaders.times.dates import find_date

#: a title is no longer than this
_LONGEST = 1500
_SHORT = 120
#: characters in which organs stand that issue together
_FAR = 160
#: how far from a number the word that names its organ ends
_NEAR = 12
#: compared folded: a page may have other marks ("CỦÀ")
_OF = re.compile(r"\s*,?\s*(?:cua|do)\s+")
_ABOUT = re.compile(r"\s?,?\s(?:[Vv]/v|về việc|Về việc)\s:?(?=\w)")
_TIED = re.compile(r"\s?[-–,]\s?|\s(?:VÀ|và)\s")
_NUMBER = re.compile(r"\s*,?\s*(?=(?:SỐ|số)\b)")
_DAY = re.compile(r"\s*,?\s*(?:(?=(?:NGÀY|ngày)\s)|NGÀ Y\s(?=\d))")
_SO = re.compile(r"(?<=\s)(?=SỐ\s)")
#: what stands below a title in small letters: a basis, or the subject of a letter
_BELOW = re.compile(r"[-–+\s]*Căn cứ(?: |\Z)|V/v\s|(?:Thực hiện|Triển khai)\s.{0,900}như sau:\Z")


def take_running_title(head: Head, text: Text, block: Block, after: Block | None) -> bool:
    """Take kind, number, day, organ and title of such a line, or of the line under the kind.

    A number that the letterhead says already is left out of the title. ``after``: what follows.
    """
    words = " ".join(text.words(block).splitlines())
    based = head.is_bare and after is not None and _BELOW.match(text.words(after))
    if len(words) > _LONGEST or not (words.isupper() or based):
        return False
    found = _kind(words) if head.type is None else None
    if (found is None) == (head.type is None) or (found and not _may_run(words, *found)):
        return False  # neither a kind here nor one above, to go on with
    start = found[1] if found else 0
    organ, at = read_organ(words, start)
    number = _own_number(words, at)
    if number is None or number.number is None:
        organ, number = _unlisted(head, words, start)
    if number is None or number.number is None:
        return False
    if head.number is not None and not _is_same(head.number.number, number.number):
        return False
    at = number.span.end
    day = read_day(words, at)
    at = day[1].end if day else at
    if organ is None:
        organ, at = read_organ(words, at)
    whole = number.symbol is not None and (organ is not None or (based and "/" in number.number))
    if day is None and not whole:
        return False
    if found is not None:
        head.type = found[0].name
        head.spans["type"] = Span(block.start, block.start + len(found[0].name))
    if head.number is None:
        head.number = number
        head.spans["number"] = _moved(number.span, block.start)
    if not head.issued.year and day:
        head.issued, head.spans["issued"] = day[0], _moved(day[1], block.start)
    if organ is not None:
        head.authority = head.authority or Line(organ.words, _moved(organ.span, block.start))
    _take_title(head, words, at, organ, block)
    return True


def _take_title(head: Head, words: str, at: int, organ: Line | None, block: Block) -> None:
    """The title behind number, day and organ; who decides, in the line below, is none."""
    title = words[at:].strip(" ,")
    if organ is not None:
        title = title[: without_issuer(title, organ.words)]
        if fold(title).startswith(fold(organ.words)):
            return
    if title:
        first = block.start + words.index(title, at)
        head.title, head.spans["title"] = title, Span(first, first + len(title))


def runs_on(kind: str, words: str) -> bool:
    """Whether a kind alone in capitals goes on with organ and number: "CỦA BỘ Y TẾ SỐ 5/CT"."""
    if not (kind.isupper() and words.isupper() and type_named_alone(kind)):
        return False
    _, at = read_organ(words, 0)
    return at > 0 and _own_number(words, at) is not None


def take_kind_of_organ(head: Head, text: Text, block: Block, after: Block | None) -> bool:
    """Take "Nghị quyết của Bộ Chính trị" over the line of its number (Văn kiện Đảng)."""
    words = text.words(block)
    if head.type is not None or after is None or len(words) > _SHORT or words.isupper():
        return False
    kind = type_named(words)
    if kind is None or not words.startswith(kind.name):
        return False
    organ, end = read_organ(words, len(kind.name))
    if organ is None or words[end:].strip() or read_number(text.words(after)) is None:
        return False
    head.type, head.spans["type"] = kind.name, Span(block.start, block.start + len(kind.name))
    head.authority = Line(organ.words, _moved(organ.span, block.start))
    return True


def take_letter_title(head: Head, text: Text, block: Block, after: Block | None) -> bool:
    """Take "Công văn số 532/PGD-TH V/v …" over the recipients: all a page has of the letter."""
    words = text.words(block)
    if not head.is_bare or after is None or not is_addressed(text.words(after)):
        return False
    kind = type_named(words)
    if kind is None or kind.name != TypeName.LETTER or kind.name != words[: len(kind.name)]:
        return False
    at = len(kind.name)
    start = _NUMBER.match(words, at)
    number = read_number(words, start.end() if start else at + 1, headed=bool(start))
    about = _ABOUT.match(words, number.span.end) if number and number.symbol else None
    if number is None or about is None:
        return False
    head.type, head.spans["type"] = kind.name, Span(block.start, block.start + at)
    head.number, head.spans["number"] = number, _moved(number.span, block.start)
    head.title = words[about.end() :].strip()
    head.spans["title"] = Span(block.start + about.end(), block.start + len(words.rstrip()))
    return True


def _own_number(words: str, at: int) -> OwnNumber | None:
    """The number at ``at``: behind "SỐ", or at once with its symbol ("KẾT LUẬN 27-KL/TW CỦA")."""
    start = _NUMBER.match(words, at)
    if start is not None:
        return read_number(words, start.end()) or bare_number(words, start.end())
    number = read_number(words, at, headed=False)
    near = number is not None and number.symbol and not words[at : number.span.start].strip()
    return number if near else None


def _unlisted(head: Head, words: str, at: int) -> tuple[Line | None, OwnNumber | None]:
    """An organ that no list knows and the number behind it: "CỦA BỘ LAO ĐỘNG SỐ 19-LĐ/TT NGÀY …".

    Of a number that the letterhead says too it may be organs that no list knows whole.
    """
    start = after_of(words, at)
    if not start:
        return None, None
    for so in _SO.finditer(words[: start + _FAR]):
        number = read_number(words, so.start())
        if number is None or not number.number:
            continue
        if head.number is not None and _is_same(head.number.number, number.number):
            return None, number
        named = begins_organ(words[start:]) and number.symbol and read_day(words, number.span.end)
        if head.number is None and named:
            end = start + len(words[start : so.start()].rstrip(" ,"))
            return Line(words[start:end], Span(start, end)), number
    return None, None


def _may_run(words: str, row: DocumentTypeRow, at: int) -> bool:
    """Whether such a kind has a title of this sort: what is no act, with its number at once."""
    return row.rank not in ("other", "named") or _own_number(words, at) is not None


def _kind(words: str) -> tuple[DocumentTypeRow, int] | None:
    """The kind that the line begins with, and where its name ends."""
    if words.isupper():
        return type_at(words)
    row = type_named(words)
    return (row, len(row.name)) if row else None


def read_organ(words: str, at: int) -> tuple[Line | None, int]:
    """The organ named after "CỦA" at ``at``, and where its name ends."""
    start = after_of(words, at)
    found = begins_with(words[start : start + 160]) if start else None
    if found is None:
        return None, at
    end = start + found[2]
    first = Line(words[start:end], Span(start, end))
    while tie := _TIED.match(words, end):
        more = begins_with(words[tie.end() : tie.end() + 160])
        if more is None:
            break
        end = tie.end() + more[2]  # they issue together, as the letterhead says
    return first, end


def after_of(words: str, at: int) -> int:
    """Where the words after "của" or "do" at ``at`` begin; 0 when neither stands there."""
    of = _OF.match(fold(words[at : at + _NEAR]))
    return at + of.end() if of else 0


def _is_same(one: str | None, other: str) -> bool:
    """Whether two numbers are one, zeros before it or not (07-BYT/TT, 7-BYT/TT)."""
    return one is not None and one.lstrip("0") == other.lstrip("0")


def read_day(words: str, at: int) -> tuple[PartialDate, Span] | None:
    """The day after "ngày" at ``at``, and where it stands."""
    day = _DAY.match(words, at)
    found = find_date(words, day.end()) if day else None
    return (found[0], Span(day.end(), found[1])) if day and found else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
