"""Lines in which two columns of a letterhead, or the whole of it, were run together.

A page without columns has ``SỞ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM``, ``Số: 12/SYT-NVY Độc lập
- Tự do - Hạnh phúc``, ``V/v báo cáo Lào Cai, ngày 05 tháng 6 năm 2020``: each is parted where the
other column begins, so that what follows reads one line at a time.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.words.places import province_of
from loaders.header.numbering import read_number
from loaders.header.organs import is_organ
from loaders.layout.kinds import type_at, type_named
from loaders.layout.letters import LOWER, UPPER
from loaders.layout.markers import read_marker
from loaders.layout.mottos import headings_in
from loaders.layout.thethuc import is_opening, is_stamp, recipient_head
from loaders.layout.words import is_basis
from loaders.text import Block, Text
from loaders.times.dates import find_date

#: letters of a paragraph that may be parted, and of one that holds no more than a letterhead
_LONG, _LINE = 1000, 260
#: what stands before a part or alone, and what it ends with: a single dash may tie organs
_SIGNS = " \t\n|*_=-–—.,"
_RULE = re.compile(r"(?:[\s|*_=]|[-–—]{2,})+\Z")
_NUMBER = re.compile(
    r"(?:(?<![\w(])|(?<=VIỆT NAM))(?=(?:Luật|Pháp lệnh|Lệnh)?\s?Số\s{0,3}:?\s{0,3}[\d./…_-])"
)
_SUBJECT = re.compile(r"(?<!\w)(?=V/v\s)")
#: a place as datelines write it, not in capitals throughout, as the other column may be
_NAME = rf"[{UPPER}][{LOWER}'’]+(?:-[{UPPER}][{LOWER}]+)?"
_PLACED = re.compile(
    r"(?<!\w)(?:(?:TP|Tp|T\.P)\.?\s?|Thành phố\s|Thị (?:xã|trấn)\s|Đặc khu\s)?"
    rf"{_NAME}(?:\s(?:{_NAME}|\d{{1,2}})){{0,4}}\s?,\s{{0,3}}(?=(?:ngày|Ngày)[\s\d.…])"
)
#: what stands in each day and number ("Ngày", "ngày")
_DAY, _SO = "gày", "Số"
#: before a place that a sentence tells of
_TOLD = re.compile(r"(?:tại|ở|từ|đến|thành phố|tỉnh|huyện|xã|phường),?\s\Z")
_ADDRESSED = re.compile(r"(?<!\w)(?=Kính gửi\s?:)")
_WORD = re.compile(rf"(?<=\s)(?=[{UPPER}\d])")
#: a page's number glued to its first line; the sign of a list that holds a whole text
_PAGE = re.compile(rf"Trang \d{{1,4}}(?=[{UPPER}]{{2}})")
_ITEM = re.compile(rf"\d{{1,2}}\.\s(?=[{UPPER}]{{2}})")
_CARRIED = re.compile(r"(?:Triển khai thực hiện|Thực hiện|Thi hành)\s")
#: before the number of a term: "KHÓA VIII – KỲ HỌP THỨ 6" begins no part
_TERM = re.compile(r"(?:KHÓA|KHOÁ|Khóa|Khoá|khóa|khoá)\s\Z")
_TERM_WORD = 5
#: how far the first words of a basis or part go
_FIRST = 60
_FIRST_FIGURES = re.compile(r"Số\s?:\s?\d{1,4}\Z")
_LAST_FIGURES = re.compile(r"\d{1,4}\s?[/-]\s?[A-ZĐ\d]")
_FIRST_WORDS = re.compile(
    rf"(?:(?:TP|Tp)\.?\s|Thành phố\s)?[{UPPER}][{LOWER}]{{1,6}}"
    rf"(?:\s[{UPPER}][{LOWER}]{{1,6}}){{0,2}}\Z"
)


def part_lines(text: Text, blocks: Sequence[Block]) -> list[Block]:
    """The lines of a letterhead among ``blocks``: columns parted, a torn place made whole."""
    found: list[Block] = []
    above = True
    for block in blocks:
        words = text.words(block)
        above = above and not (is_basis(words) or recipient_head(words) is not None)
        if above and found and _is_torn(text.words(found[-1]), words):
            block = Block(block.kind, found.pop().start, block.end, page=block.page)
            words = text.words(block)
        parts = list(_parts(words[:_LONG], above=above))
        if len(parts) < 2:
            found.append(block)
            continue
        for start, end in _dated_first(words, parts):
            last = end == len(words[:_LONG]) and len(words) > _LONG
            until = block.end if last else block.start + end
            found.append(Block(block.kind, block.start + start, until, page=block.page))
    return found


def _is_torn(above: str, words: str) -> bool:
    """Whether two lines are one place ("Kon", "Tum, ngày 5 …") or number ("Số: 1", "7/QĐ-SYT")."""
    if _FIRST_FIGURES.match(above) and _LAST_FIGURES.match(words):
        return True
    dated = _PLACED.match(words)
    if dated is None or not _FIRST_WORDS.match(above):
        return False
    place = dated.group().rstrip(" ,")
    lost = " " not in place and province_of(place) is None and not is_stamp(above)
    return lost or province_of(f"{above} {place}") is not None


def _parts(words: str, *, above: bool) -> Iterator[tuple[int, int]]:
    """Where the parts of a line begin and end; none when it is not parted.

    ``above``: the line stands before the recipients and the bases, where a subject and a day may
    share it; a heading parts a line anywhere.
    """
    headings = headings_in(words)
    cuts = {0, len(words), *(at for heading in headings for at in heading)}
    if page := _PAGE.match(words):
        cuts.add(page.end())
    if headings and (item := _ITEM.match(words)):
        cuts = {at for at in cuts if at} | {item.end()}
    told = above and (_DAY in words or _SO in words)  # nothing else parts it but a heading
    if headings or (told and (len(words) <= _LINE or _number(words, headed=False))):
        cuts |= _anchors(words, headed=bool(headings), above=above)
    if len(cuts) == 2:
        return
    for start, end in pairwise(sorted(cuts)):
        inner = _RULE.sub("", words[start:end])
        if inner.strip(_SIGNS):
            yield start + len(inner) - len(inner.lstrip(_SIGNS)), start + len(inner)


def _anchors(words: str, *, headed: bool, above: bool) -> set[int]:
    """Where number, subject, day and recipients begin, and where those end that have an end.

    ``above``: the number may stand in the line of the organ alone ("SỞ Y TẾ Số: 12/SYT-NVY").
    """
    cuts: set[int] = set()
    number = _number(words, headed=headed)
    dated = _dateline(words, number[1] if number else 0, headed=headed)
    if number and (headed or dated or (above and is_organ(words[: number[0]].strip(_SIGNS)))):
        cuts |= set(number)
    subject = _SUBJECT.search(words)
    if dated and (headed or _is_other_column(words, dated, number, subject)):
        cuts |= set(dated)
        cuts |= _text_begins(words, dated[1])
    if headed or dated:
        cuts |= {m.start() for m in _SUBJECT.finditer(words)}
        cuts |= {m.start() for m in _ADDRESSED.finditer(words)}
    return cuts


def _is_other_column(
    words: str,
    dated: tuple[int, int],
    number: tuple[int, int] | None,
    subject: re.Match[str] | None,
) -> bool:
    """Whether a day is the other column's: it ends the line, or number or subject is before it."""
    start, end = dated
    last = end >= len(words.rstrip(_SIGNS)) or (start == 0 and type_at(words[end:]) is not None)
    numbered = number is not None and not words[number[1] : start].strip(_SIGNS)
    return last or numbered or (subject is not None and subject.start() < start)


def _number(words: str, *, headed: bool) -> tuple[int, int] | None:
    """ "Số: …" with a symbol; behind nothing but an organ's capitals where no heading is there."""
    for so in _NUMBER.finditer(words):
        number = read_number(words, so.start())
        if number is None or not number.symbol:
            continue
        above = words[: so.start()].strip(_SIGNS)
        return (so.start(), number.span.end) if headed or not above or above.isupper() else None
    return None


def _dateline(words: str, at: int, *, headed: bool) -> tuple[int, int] | None:
    """The first "<place>, ngày …" behind ``at``, where it begins and ends."""
    for placed in _PLACED.finditer(words, at):
        found = find_date(words, placed.end())
        told = _TOLD.search(words[: placed.start()]) or is_opening(placed.group())
        if found is not None and not told:
            return placed.start(), found[1]
        if not headed:
            return None
    return None


def _text_begins(words: str, at: int) -> set[int]:
    """Where bases or numbered parts begin behind the day, glued to the title."""
    starts = (m.start() for m in _WORD.finditer(words, at))
    return {
        start
        for start in starts
        if not _TERM.search(words, max(start - _TERM_WORD, 0), start)
        and (
            is_basis(words[start : start + _FIRST])
            or read_marker(words[start : start + _FIRST])
            or _carries_out(words, start)
        )
    }


def _carries_out(words: str, start: int) -> bool:
    """Whether a text begins with what it carries out: "Thực hiện Nghị quyết …"."""
    carried = _CARRIED.match(words, start)
    if carried is None or words[:start].rstrip()[-1:].isupper():
        return False  # "KẾ HOẠCH Thực hiện …": a title
    return type_named(words[carried.end() : carried.end() + _FIRST]) is not None


def _dated_first(words: str, parts: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The day before the subject in whose line it stands: the subject goes on behind it."""
    if headings_in(words):
        return parts
    return sorted(parts, key=lambda part: _PLACED.match(words, part[0]) is None)
