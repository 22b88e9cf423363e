"""The lines of a letterhead, taken one by one: organ, motto, number, subject."""

import re

from graph.vocabulary.cues import form_pattern
from graph.words.authorities import by_name
from graph.words.folding import fold
from graph.words.unit_words import begins_organ
from loaders.header.datelines import begins_dateline, take_dateline
from loaders.header.gathering import Head
from loaders.header.line_kinds import ADDRESSED
from loaders.header.numbering import read_number
from loaders.header.organs import Line, without_colon
from loaders.layout.kinds import type_at, type_named
from loaders.layout.mottos import last_motto_at, motto_at
from loaders.layout.signing import (
    is_signing,
)
from loaders.layout.thethuc import (
    goes_on_with_organ,
    is_gazette,
    is_open_organ,
    is_opening,
    is_session,
    is_stamp,
)
from loaders.mentions import Span
from loaders.text import Block, Text

_LONGEST_NAME = 70
#: characters between the organ and the motto beside it
_BESIDE = 300
#: "V/v" as printed and as scanners read its stroke
_SUBJECT = re.compile(
    r"(?:[Vv][/ilíI1|][vV]|Về việc|VỀ VIỆC)\s?:?\s+(?=\w)"
    r"|(?:V/v|Về việc)\s?:?\s*|Về\s?:\s*"
)
_SUBJECT_SIGN = re.compile(r"V/v\s|[Vv][/ilíI1|]v\s?:\s")
_COUNTRY = "viet nam"
#: before the country's name where something is done in it: "NHÂN DANH NƯỚC CỘNG HÒA …"
STATE = "NƯỚC"
_STARTS = re.compile(r"(?<=\s)[A-ZĐ]")
#: a kind before "số" without colon, as running text names documents
_KIND_SO = re.compile(r"[A-ZĐ][\w ]{2,40} (?:số|só|sé|sô) (?!:)")
#: words of a title in capitals whose kind is lost, at least one more
_SHORTEST_TITLE = 3
#: what a page prints before a line
_BULLETS = "•*-– "
_NAME = re.compile(r"[^\W\d_]{2}.*[^\W\d_]{2}")
_NO_NAME = re.compile(r"[0-9/:()@]")
#: figures within names: QUÂN KHU 9, QUẬN 3, ĐỘI SỐ 2, BAN CHỈ ĐẠO 389, DỊCH COVID-19
_FIGURE = re.compile(r"(?:KHU|QUẬN|PHƯỜNG|VỰC|SỐ|ĐOÀN|TỔ|ĐẠO|COVID)[ -]\d{1,3}(?!\d)")


def take_line(head: Head, text: Text, block: Block) -> bool:
    """Organ, motto, number, place and date: lines of any order before the kind."""
    words, start = text.words(block), block.start
    motto = motto_at(words)
    if motto is not None:
        head.motto = True
        head.organs = [o for o in head.organs if start - o.span.end < _BESIDE]
        if words[:motto].strip() != STATE:
            take_organ(head, words[:motto], start)
        _take_between(head, words, motto, start)
        return True
    if head.number is None and take_number(head, words, start):
        return True
    told = head.number is not None or (head.motto and _SUBJECT_SIGN.match(words) is not None)
    if told and take_subject(head, words, start):
        return True
    if take_dateline(head, words, start):
        return True
    if type_at(words) is None and words.isupper() and not is_gazette(words):
        if head.number and head.issued.year and head.organs and not goes_on_with_organ(words):
            if by_name(words) is None:  # a title: the organs stand above the number and the day
                if (
                    head.untyped is None
                    and len(words.split()) > _SHORTEST_TITLE
                    and not is_session(words)
                ):
                    head.untyped = Line(words, Span(start, block.end))
                return False
            head.authority = Line(words, Span(start, block.end))  # who decides, below the head
            return True
        return take_organ(head, words, start)
    return is_gazette(words)


def _take_between(head: Head, words: str, motto: int, start: int) -> None:
    """An organ between two headings of a line, two columns read as one (hai cột dính nhau).

    Behind the only heading it is what goes on to the end of the line in capitals.
    """
    last = last_motto_at(words)
    for word in _STARTS.finditer(words, motto, max(motto, last)):
        if by_name(words[word.start() : last]) is not None:
            take_organ(head, words[word.start() : last], start + word.start())
            return
    country = fold(words).find(_COUNTRY, motto)
    at = country + len(_COUNTRY) + 1
    if last == motto and country >= 0 and words[at:].isupper() and begins_organ(words[at:]):
        take_organ(head, words[at:], start + at)


def take_telegrapher(head: Head, words: str, start: int) -> None:
    """Take who sends a telegram (công điện) from the line "THỦ TƯỚNG CHÍNH PHỦ điện:"."""
    end = ADDRESSED.search(words)
    if end is not None and head.authority is None and by_name(words[: end.start()]) is not None:
        head.authority = Line(words[: end.start()], Span(start, start + end.start()))


def take_organ(head: Head, words: str, start: int) -> bool:
    """Take a line in capitals as an organ or a part of its name (tên cơ quan)."""
    named = _FIGURE.sub("", without_colon(words))
    figures = _NO_NAME.search(words) and _NO_NAME.search(named)
    if figures or not words.isupper():
        return False
    if not _NAME.search(words) and not _ends_organ(head, words, start):
        return False
    if is_stamp(words):
        return True
    if is_signing(words) and not is_open_organ(words) and by_name(words) is None:
        return False
    if ("," in words or len(words) > _LONGEST_NAME) and by_name(words) is None:
        above_number = head.number is None and not head.issued.year
        if not (above_number and begins_organ(words.lstrip(_BULLETS))):
            return False  # a title
    head.organs.append(Line(words, Span(start, start + len(words.rstrip()))))
    return True


def _ends_organ(head: Head, words: str, start: int) -> bool:
    """Whether a short line is the last word of the organ right above it: THÀNH PHỐ CẦN, THƠ."""
    above = head.organs[-1] if head.organs else None
    return bool(above and start - above.span.end <= 2 and by_name(f"{above.words} {words}"))


def take_number(head: Head, words: str, start: int) -> bool:
    """Take "Số: …" and what stands in the same line (số, ký hiệu)."""
    number = None if is_opening(words) else read_number(words)
    if number is None or (number.symbol is None and len(words) > 60):
        return False
    if words[0].islower() and not head.motto and _goes_on(words, number.span.end, motto=False):
        return False  # the rest of a sentence: "số 110/TTr-STC ngày …"
    if form_pattern().search(words[: number.span.start].rstrip(" :").lower().removesuffix("số")):
        return False  # "Mẫu số 01/TT-BTC"
    kind = type_at(words)
    if kind and words[: number.span.start].rstrip(" :").upper().find("SỐ", kind[1]) > kind[1]:
        return False  # "QUYẾT ĐỊNH BÃI BỎ QUYẾT ĐỊNH SỐ …": the number of another
    if _KIND_SO.match(words) and _goes_on(words, number.span.end, motto=head.motto):
        return False  # "Quyết định số 5/QĐ-BYT ngày …" names another document
    head.number = number
    if named := type_named(words[: number.span.start]):
        head.named = named.name
    head.spans["number"] = Span(start + number.span.start, start + number.span.end)
    at = number.span.end
    if not take_subject(head, words[at:].lstrip(), start + at + _blanks(words, at)):
        take_dateline(head, words, start, at)
    return True


def _goes_on(words: str, end: int, *, motto: bool) -> bool:
    """Whether a sentence follows the number; under the motto a dateline may."""
    rest = words[end:].strip(" *.")
    return bool(rest) and not (motto and begins_dateline(rest))


def _blanks(words: str, at: int) -> int:
    return len(words[at:]) - len(words[at:].lstrip())


def is_subject(words: str) -> bool:
    """Whether a line begins the subject of a letter by its sign ("V/v …")."""
    return _SUBJECT_SIGN.match(words) is not None


def take_subject(head: Head, words: str, start: int) -> bool:
    """``V/v …`` or ``Về …`` under the number: a letter and its subject (trích yếu).

    In capitals it is the title of what the symbol says: its kind was lost.
    """
    match = _SUBJECT.match(words)
    if match is None and not (words.startswith("Về ") and head.title is None):
        return False
    head.letter = head.letter or not words.isupper()
    at = match.end() if match else 0
    if head.title is None and words[at:].strip():
        head.title = words[at:].strip()
        head.spans["title"] = Span(start + at, start + len(words.rstrip()))
    return True
