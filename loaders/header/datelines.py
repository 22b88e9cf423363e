"""The line of a letterhead that says where and when: ``<place>, ngày … tháng … năm …``."""

import re

from graph.vocabulary import provinces
from graph.words.folding import fold
from graph.words.places import province_of
from loaders.header.gathering import Head
from loaders.header.misread import legible_date
from loaders.layout.letters import UPPER
from loaders.layout.thethuc import is_opening
from loaders.layout.words import is_basis
from loaders.mentions import PartialDate, Span
from loaders.times.dates import find_date

_DATELINE = re.compile(
    rf"(?P<place>(?:Quận|QUẬN|Phường|PHƯỜNG)\s\d{{1,2}}|[{UPPER}][^,;:()\d]{{1,40}}?)\s?[,.]?\s{{0,3}}(?=(?:ngày|Ngày|NGÀY|ngay\s?\d))"
)
_DAY = re.compile(r"ngày|Ngày|NGÀY|ngay")
_DATE_ALONE = re.compile(r"(?:[^\s\d]{1,3},\s|[,.]\s{0,3})?(?=(?:ngày|Ngày|NGÀY|ngay)[\s\d.…])")
#: a number torn from its line, not a place
_TORN_NUMBER = re.compile(r"^.*[A-ZĐ]{2,}[-/]\S*\s+")
#: what no place ends with
_NO_PLACE = re.compile(
    r"\A(?:Đăng|Cập nhật|Gửi|Sửa đổi(?:,? bổ sung)?)\Z"
    r"|\b(?:Thứ|thứ) (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])\Z|\b[Cc]hủ nhật\Z"
    r"|\s(?:từ|đến|vào|trước|sau|qua|là|của|tại|số|lực|thi hành|trong|và)\s*\Z"
)


def take_dateline(head: Head, words: str, start: int, at: int = 0) -> bool:
    """Take "<place>, ngày … tháng … năm …" (địa danh, thời gian), from ``at`` on in a line."""
    dated = _dateline(words, at)
    if dated is None or head.issued.year:
        return False
    match, found = dated
    head.issued = found[0]
    head.spans["issued"] = Span(start + match.end(), start + found[1])
    if "place" in match.re.groupindex:
        _take_place(head, match, start)
    return True


def begins_dateline(words: str) -> bool:
    """Whether a place and "ngày" begin a line, whatever follows."""
    return _DATELINE.match(words) is not None


def is_dateline(words: str) -> bool:
    """Whether a line is "<place>, ngày … tháng … năm …"."""
    return _dateline(words, 0) is not None


def _dateline(words: str, at: int) -> tuple[re.Match[str], tuple[PartialDate, int]] | None:
    if not _DAY.search(words, at) or is_basis(words):
        return None
    match = _DATELINE.search(words, at)
    if match and (is_opening(match["place"]) or _NO_PLACE.search(match["place"])):
        return None  # "Căn cứ Luật Thủy lợi ngày …", "có hiệu lực kể từ ngày …": the text
    match = match or _DATE_ALONE.match(words, len(words) - len(words[at:].lstrip()))
    found = find_date(words, match.end()) if match else None
    found = found or (find_date(legible_date(words), match.end()) if match else None)
    return (match, found) if match and found and len(words) - found[1] <= 4 else None


def _take_place(head: Head, match: re.Match[str], start: int) -> None:
    """The place of a dateline; a province whose marks a scanner lost is written as it is known."""
    torn = _TORN_NUMBER.match(match["place"])
    at = match.start("place") + (torn.end() if torn else 0)
    place = " ".join(match.string[at : match.end("place")].strip(" .,-*|").split())
    if place:
        slug = province_of(place)
        known = provinces()[slug].name if slug else place
        head.place = known if fold(known) == fold(place) else place
        head.spans["place"] = Span(start + at, start + match.end("place"))
