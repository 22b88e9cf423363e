"""What follows the number of a citation: its date and its issuer, in either order.

``… ngày 07/3/2022 của Bộ Y tế``; an aside may stand before them ("(khoản 2 Điều 9) ngày …"), a
stray word of a torn symbol ("TTBNN MT ngày …"), the date a second time.
"""

import re
from typing import NamedTuple

from graph.vocabulary.cues import enacting_openings
from loaders.citations.issuers import issuer_after, issuer_at_once
from loaders.times.dates import DateMention, read_date


class Tail(NamedTuple):
    """Date and issuer after a number, and where they end; ``same_day``: that of the one before."""

    date: DateMention | None
    issuer: str | None
    end: int
    same_day: bool = False


#: who adopted a law: "Quốc hội nước … khóa XI, kỳ họp thứ 4 thông qua"
_ASSEMBLY = (
    r"Quốc hội(?:\s(?:[nN]ước\s)?(?:C[^\W_]+ h[^\W_]+ [xX]ã hội [cC]hủ nghĩa|CHXHCN) Việt Nam)?"
    r"(?:,?\skh(?:óa|oá)\s[IVX\d]+)?(?:\s?[,–-]?\s(?:tại\s)?[kK]ỳ họp thứ\s[^\W_]+)?\s?,?\s"
)
_TO_DATE = re.compile(
    r"[”\"]?(?:\s(?:[A-ZĐ&]{2,8}(?:/[A-ZĐ]{2,8})?(?:\s\d{4})?|tỉnh|huyện|xã)(?=\s+ngày))?\s*,?\s*\(?\s*"
    rf"(?:(?:đã\s)?(?:được\s)?(?:{_ASSEMBLY})?"
    r"(?:ký ban hành|ký kết|ban hành|công bố|ký|cấp|thông qua|đề|để|cùng)\s*,?\s*)?"
    r"(?:vào\s(?=ngày\s))?(?:(?:vào\s)?(?:hồi|lúc)\s\d{1,2}\s?(?:h|giờ|:)\s?(?:\d{2}(?:\sphút)?)?,?\s+)?"
    r"(?=ngày|Ngày|NGÀY|ngay\s?\d|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]|\d{1,2} tháng \d|tháng \d"
    rf"|năm \d{{4}}(?:\s(?:(?:{enacting_openings()})(?![^\W_])|(?:của|do) (?=[A-ZĐỦ]))"
    r"|\s(?:theo đó|được)(?![^\W_])|\s?[.;,)])"
    r"|(?<=ban hành\s)năm \d{4}(?!\s?[-–]))"
)
_ASIDE = re.compile(
    r"\s*\((?!ngày|Ngày)[^()\n]{1,90}\)"
    r"(?=\s*,?\s*(?:ngày\s?(?:\|\s)?\d|của\s|(?:được\s)?(?:công bố|Quốc hội|thông qua)\s))"
)
#: the term and session of who issued it, the day or the title after it ("… tỉnh khóa XI ngày")
_TERM = re.compile(
    r",?\s\(?kh(?:óa|oá)\s[IVXL\d]+"
    r"(?:[\s,–-]+(?:[kK]ỳ họp thứ [^\W_]+|nhiệm kỳ \d{4}\s?[–-]\s?\d{4}))*\)?"
)
#: the mark of a footnote glued to the year
_MARK = re.compile(r"\d{0,2}")
#: the day of the document before
_SAME_DAY = re.compile(r"\s*,?\s*(?:(?:ký|ban hành)\s)?cùng ngày(?![^\W_]|\s(?:\d|tháng))")


def read_tail(content: str, position: int, *, joint: bool = False) -> Tail:
    """Date and issuer that follow from ``position`` on; ``joint``: several organs may issue it."""
    nothing = Tail(None, None, position)
    aside = _ASIDE.match(content, position)
    for start in (position, aside.end() if aside else position):
        tail = _read(content, start, joint=joint)
        if tail.date or tail.issuer or tail.same_day:
            return tail
    return nothing


def date_after(content: str, position: int) -> DateMention | None:
    """The date that stands right after ``position``."""
    start = _TO_DATE.match(content, position)
    return read_date(content, start.end()) if start else None


def _read(content: str, position: int, *, joint: bool) -> Tail:
    date: DateMention | None = None
    issuer: str | None = None
    same = _SAME_DAY.match(content, position)
    end = same.end() if same else position
    for _ in range(4):
        found = None if same else date_after(content, end)
        if found is not None and (date is None or date.date == found.date):
            date, end = date or found, past_mark(content, found.span.end)
            continue
        named = None if issuer else issuer_after(content, end, joint=joint)
        if named is None and issuer is None and date is not None and date.date.iso:
            named = issuer_at_once(content, end)
        if named is None:
            break
        issuer, end = named
        term = _TERM.match(content, end)
        end = term.end() if term else end
    return Tail(date, issuer, end, same is not None)


def past_mark(content: str, position: int) -> int:
    """Where the mark of a footnote glued to a figure at ``position`` ends."""
    mark = _MARK.match(content, position)
    return mark.end() if mark else position
