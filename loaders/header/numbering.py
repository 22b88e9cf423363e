"""A document's own number: ``Số: 12/KH-UBND``, ``Số 60-NQ/TW``, and the blanks of drafts."""

import re
from dataclasses import dataclass

from graph.words.symbols import full_number
from loaders.header.misread import legible_year
from loaders.layout.letters import LOWER, UPPER
from loaders.mentions import Span

_PART = r"[A-ZĐƯ](?:(?!NGÀY)[\wĐđ&])*(?:\s[IVX]{1,4}(?=[-–]))?"
_SYMBOL = rf"{_PART}(?:\s?[-–./]\s?{_PART}){{0,6}}"
_HEAD = re.compile(
    r"(?:[A-ZĐ][\w ]{2,30}? )?(?:Số|SỐ|số|Sô|Só|So|S6|s6|sé|Sé|S(?=\s?:))"
    r"(?P<colon>\s{0,3}[:;.]?\.?)(?:[-–](?=\d)|\s{0,3})"
)
_FULL = re.compile(
    r"(?P<number>(?:\d{1,4}\s{1,2}(?=\d{1,4}\s?[/-]))?\d{1,6}[a-zA-Z]?(?:\.\d{3}|\.\d{1,2}(?=/20\d\d/))?)"
    r"\s{0,3}(?:/\s{0,2}(?P<year>(?:19|20)\d\d)\s{0,2}/|[/–-]|\s(?=[A-ZĐ]{1,5}\s?[/-]\s?[A-ZĐ])"
    r"|(?<=\d)(?=[A-ZĐ][A-Za-zĐ]{1,3}[/-][A-ZĐ]{2}))\s{0,2}"
    rf"(?P<symbol>{_SYMBOL})"
)
_BLANK = re.compile(
    rf"(?P<junk>[^/\n]{{0,24}}?)(?:/\s{{0,2}}(?:(?P<year>(?:19|20)\d\d)\s{{0,2}}/\s{{0,2}})?|(?<=[\s.…_:])[–-]\s{{0,2}})(?P<symbol>{_SYMBOL})"
)
_ALONE = re.compile(r"(?P<number>\d{1,6}[a-zA-Z]?)(?!\w)(?P<rest>\s{0,2}[/-]\s?\S*)?")
_BARE = re.compile(
    r"(?:SỐ|số)\s+(?P<number>\d{1,5}[A-Za-z]?)(?:\s(?P<symbol>[A-ZĐ]{1,5}))?"
    r"(?=\s*,?\s+(?:NGÀY|ngày)\s|\Z)"
)
_JOINT = re.compile(r"\s*([-–/.])\s*")
_CODE = re.compile(r"[A-ZĐƯ].*[A-ZĐƯ]")
_WRITTEN = re.compile(rf"[{UPPER}][{LOWER}]{{2,}}\Z")
#: words behind a dash between blanks: "SỐ 24 – BÁO CÁO LƯU CHUYỂN TIỀN TỆ"
_PHRASE = re.compile(rf"(?<=\s[–-]\s)[{UPPER}]+\s[{UPPER}]+(?!\S?[\d/-])")
_FILLER = re.compile(r"[\s.…_·*]*\Z")


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """Số, ký hiệu of a document; ``number`` None when it is left blank or cannot be read."""

    number: str | None
    symbol: str | None
    span: Span
    unreadable: bool = False


def read_number(words: str, start: int = 0, *, headed: bool = True) -> OwnNumber | None:
    """The number that ``words`` hold at ``start``; ``headed``: "Số" must stand before it."""
    words = legible_year(words)
    head = _HEAD.match(words, start)
    if head is None and headed:
        return None
    at = head.end() if head else start
    blank = _blank(words, at)
    if blank and blank.unreadable and not (head and head["colon"].strip()):
        blank = None
    return _full(words, at) or blank or _alone(words, at, head)


def _full(words: str, at: int) -> OwnNumber | None:
    match = _FULL.match(words, at)
    if match is None:
        return None
    if _WRITTEN.match(match["symbol"]) or _PHRASE.match(words, match.start("symbol")):
        return None  # "Số 18/Ngày 05": the gazette's; "SỐ 24 – BÁO CÁO …": a title
    number = full_number("".join(match["number"].split()), match["year"])
    return OwnNumber(number, _joined(match["symbol"]), Span(match.start(), match.end()))


def _blank(words: str, at: int) -> OwnNumber | None:
    match = _BLANK.match(words, at)
    if match is None or not _CODE.search(match["symbol"]):
        return None  # "Số/Ký hiệu"
    unreadable = not _FILLER.match(match["junk"])
    span = Span(match.start() + len(match["junk"]) if not unreadable else at, match.end())
    return OwnNumber(None, _joined(match["symbol"]), span, unreadable)


def _alone(words: str, at: int, head: re.Match[str] | None) -> OwnNumber | None:
    """A number whose symbol cannot be read; only after "Số:"."""
    match = _ALONE.match(words, at)
    if match is None or head is None or not head["colon"].strip():
        return None
    return OwnNumber(match["number"], None, Span(at, match.end()), unreadable=bool(match["rest"]))


def bare_number(words: str, at: int) -> OwnNumber | None:
    """A number before its day or alone: "SẮC LỆNH … SỐ 85 NGÀY 20 THÁNG 10 NĂM 1947", "SỐ 28 NV
    NGÀY", "SẮC LỆNH SỐ 85"."""
    number = _BARE.match(words, at)
    if number is None:
        return None
    span = Span(number.start("number"), number.end())
    return OwnNumber(number["number"], number["symbol"], span)


def _joined(symbol: str) -> str:
    return _JOINT.sub(lambda joint: joint[1].replace("–", "-"), symbol)
