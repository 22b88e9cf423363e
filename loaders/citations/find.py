"""Viện dẫn: every mention of another document, with its date, issuer, provision and relation.

Anchor first: a number with its symbol or a law's title is found, then the words around it are read:
the kind and provision before it, date, issuer and title after it (``anchors``, ``issuers``,
``provisions``), and the cue that says why it is cited (``relations``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import merge
from operator import itemgetter

from graph.vocabulary import Trait, types_of, types_with
from graph.words.authorities import begins_with
from graph.words.provisions import provision_before
from graph.words.symbols import kinds_of, read_symbol
from loaders.citations.anchor import Anchor
from loaders.citations.anchors import find_anchors
from loaders.citations.bare_numbers import find_bare_numbers
from loaders.citations.examples import is_example
from loaders.citations.found import Found
from loaders.citations.issuer_names import is_lawgiver, plausible, spelt, told_by_symbol
from loaders.citations.issuers import issuer_after, issuer_at_end
from loaders.citations.issuers_before import issuer_before, known_name_before
from loaders.citations.own_places import place_by_own
from loaders.citations.relations import relate
from loaders.citations.self_references import is_own
from loaders.citations.sharing import share
from loaders.citations.subject_places import place_by_subjects
from loaders.citations.tails import date_after, past_mark, read_tail
from loaders.citations.titles import title_after
from loaders.layout.words import find_notices
from loaders.mentions import NEW_LAW, Citation, Doubt, Header, PartialDate
from loaders.text import Text
from loaders.times.dates import DateMention, read_date

_YEAR_IN_NUMBER = re.compile(r"/(\d{4})$")
#: a row that begins with its date: "09/01/2015 Được sửa đổi" 79/2014/QĐ-UBND
_DATED_ROW = re.compile(
    r"(?<!ngày\s)(?<!ngày)(?<![\w/])\d{1,2}/\d{1,2}/\d{4}\s+[A-ZĐ][^\n/;,]{0,60}\Z"
)
#: "Nghị định … hướng dẫn Luật A, ban hành ngày …": laws are adopted, the day is the decree's
_ISSUED = re.compile(r"\s?,\s(?:được\s)?(?:ký ban hành|ban hành|ký)\s")
#: a law's title ends its cell or line: the bare date in the next is another's
_BREAK = re.compile(r"[ \t]*(?:\n|\|)\s*(?=\d)")
#: "ngày 25/3/1946, Hồ Chủ tịch ký" Sắc lệnh số 34/SL: the day, whoever signed
_SIGNED = re.compile(
    r"(?<![Tt]rước )(?<![Ss]au )[Nn]gày\s\d{1,2}"
    r"(?:\stháng\s\d{1,2}\snăm\s|[/.-]\d{1,2}[/.-])\d{4},?\s"
    r"(?:(?:[Tt]hừa lệnh|[Tt]hay mặt|[Tt]ại)\s[^.;:()\n\d]{3,60},\s)?"
    r"[A-ZĐ][^.;:,()\n\d]{3,60}\s(?:đã\s)?(?:ký|ký ban hành)\s\Z"
)
#: between a day and who issued it then: "Ngày 12/3/2019, tại Hà Nội," Bộ trưởng … đã ký
_OF_DAY = re.compile(r"\s*,?\s*(?:của\s)?")
_ON_DAY = re.compile(r"\s*,?\s*(?:của\s)?(?:[^.;:,()\n\d]{3,80},\s){0,2}")
_NEW = re.compile(r"\smới(?![^\W_]|\s(?:nhất|được|năm))")
_QUOTED = re.compile(r"\s*\.?\s*[\"“]?\s*$")
_QUOTED_TITLE = re.compile(r",?\s*(?:về|Về)\s(?:việc\s)?[“\"][^“”\"\n;]{3,300}[”\"](?=\scủa\s)")


def find_citations(text: Text, header: Header) -> list[Citation]:
    """Every citation of the text in order, but the document's own number and annex captions."""
    found: list[Found] = []
    notices = list(find_notices(text.content))
    for anchor in _anchors(text.content):
        if not is_own(text, header, anchor) and not _in_notice(text, anchor, notices):
            citation = _found(text, anchor)
            if not is_example(text.content, citation):
                found.append(citation)
    related = place_by_own(relate(text, header, share(text.content, found)), header)
    return place_by_subjects(related)


def _anchors(content: str) -> Iterable[Anchor]:
    """The anchors with and without a symbol in the order of the text."""
    bare = list(find_bare_numbers(content))
    anchors = find_anchors(content)
    return merge(anchors, bare, key=lambda anchor: anchor.span.start) if bare else anchors


def _in_notice(text: Text, anchor: Anchor, notices: Sequence[tuple[int, int]]) -> bool:
    """Whether it stands in what a portal tells its readers (thông báo của trang)."""
    block = text.block_at(anchor.span.start)
    before = bisect_right(notices, anchor.span.start, key=itemgetter(1))
    return block is not None and before > 0 and notices[before - 1][0] >= block.start


def _found(text: Text, anchor: Anchor) -> Found:
    """A citation with the words around it, its relation not yet known."""
    content, span = text.content, anchor.span
    block = text.block_at(span.start)
    floor = block.start if block else 0
    start = past_mark(content, span.end)
    tail = read_tail(content, start, joint=anchor.type in types_with(Trait.JOINT))
    provision = provision_before(content, floor, span.start)
    lead = provision[1] if provision else span.start
    date, issuer = tail.date, tail.issuer or anchor.issuer
    if issuer is None and (quoted := _QUOTED_TITLE.match(content, tail.end)):
        issuer = _known_after(content, quoted.end(), anchor.symbol)
    if date and _is_anothers(content, anchor, start, date, floor=floor, lead=lead):
        date = None
    inner = PartialDate()
    if anchor.amended and date is None and anchor.number:
        date, inner = _whose_date(anchor, date_after(content, anchor.amended[-1].span.end))
    if anchor.type in types_of("vn/qh"):
        giver = issuer or issuer_before(content, floor, lead)
        issuer = issuer if issuer and is_lawgiver(issuer) else None
        if date is None and giver and is_lawgiver(giver):
            date, _ = _date_before(content, floor, lead, giver)
    elif issuer is None:
        issuer = plausible(issuer_before(content, floor, lead), anchor.symbol)
        if date is None or date.date.month is None:
            issuer = issuer or plausible(issuer_at_end(content, tail.end), anchor.symbol)
            date, issuer = _day_before(content, floor, lead, issuer, date)
    citation = Citation(
        span=span,
        rule=NEW_LAW if _is_new(content, anchor) else anchor.rule,
        type=anchor.type,
        number=anchor.number,
        symbol=anchor.symbol,
        date=date.date if date else PartialDate(anchor.year),
        issuer=told_by_symbol(spelt(issuer), anchor.symbol) if issuer else None,
        name=anchor.name,
        provision=provision[0] if provision else None,
        title=title_after(content, tail, anchor),
        doubts=(*(date.doubts if date else ()), *_doubts(anchor, date)),
    )
    return Found(citation, lead, tail.end, anchor.amended, inner, tail.same_day)


def _day_before(
    content: str, floor: int, lead: int, issuer: str | None, date: DateMention | None
) -> tuple[DateMention | None, str | None]:
    """The whole day before a citation, of its year where one is known, and the issuer there."""
    before, issuer = _date_before(content, floor, lead, issuer)
    return (before if before and (not date or _within(before, date)) else date), issuer


def _is_new(content: str, anchor: Anchor) -> bool:
    """Whether a law by its title alone is called the new one: another edition is known too."""
    alone = anchor.name is not None and anchor.number is None and anchor.year is None
    return alone and bool(_NEW.match(content, anchor.span.end))


def _known_after(content: str, position: int, symbol: str | None) -> str | None:
    """The known organ after a title in quotes: "… về “Trồng rừng” của Thành ủy"."""
    named = issuer_after(content, position)
    known = named is not None and begins_with(named[0]) is not None
    return plausible(named[0], symbol) if named and known else None


def _is_anothers(
    content: str, anchor: Anchor, start: int, date: DateMention, *, floor: int, lead: int
) -> bool:
    """Whether the date after a law's title is a decree's or in the next cell, or the next row's."""
    if anchor.number is None and (_ISSUED.match(content, start) or _BREAK.match(content, start)):
        return True
    return _of_next_row(content, floor, lead, start, date)


def _of_next_row(content: str, floor: int, lead: int, end: int, date: DateMention) -> bool:
    """Whether the bare date after a number begins the next row of a list with the date first."""
    bare = content[end : date.span.start].isspace() and content[date.span.start].isdigit()
    return bare and bool(_DATED_ROW.search(content[max(floor, lead - 100) : lead]))


def _whose_date(anchor: Anchor, date: DateMention | None) -> tuple[DateMention | None, PartialDate]:
    """The date after "sửa đổi … của Luật A": the law's own or that of Luật A, by its year."""
    own = _YEAR_IN_NUMBER.search(anchor.number or "")
    if date is None or (own and date.date.year == int(own[1])):
        return date, PartialDate()
    return None, date.date


def _date_before(
    content: str, floor: int, lead: int, issuer: str | None
) -> tuple[DateMention | None, str | None]:
    """Issuer (ngày …). "Quyết định số …; Ngày …, issuer ban hành Quyết định số …"."""
    window = content[max(floor, lead - 140) : lead]
    shift = max(floor, lead - 140)
    opening = window.rfind("(ngày ")
    if opening >= 0:
        date = read_date(content, shift + opening + 1)
        if date and re.fullmatch(r"\s*\)\s*[.,]?\s*[\"“]?\s*", content[date.span.end : lead]):
            return date, known_name_before(content, floor, shift + opening) or issuer
    if issuer is not None:
        named = window.find(issuer[:12])
        before = window[: max(named, 0)]  # an organ named after the citation says no day before it
        start = max(before.rfind("Ngày "), before.rfind("ngày "))
        date = read_date(content, shift + start) if start >= 0 else None
        between = _ON_DAY if window[start : start + 1] == "N" else _OF_DAY
        if date and between.fullmatch(content, date.span.end, shift + named):
            return date, issuer
    signed = _SIGNED.search(window)
    date = read_date(content, shift + signed.start()) if signed and issuer is None else None
    return date, issuer


def _within(date: DateMention, year: DateMention) -> bool:
    return date.date.year == year.date.year


def _doubts(anchor: Anchor, date: DateMention | None) -> tuple[Doubt, ...]:
    """What in the citation contradicts itself: kind and symbol, year and date."""
    doubts: list[Doubt] = []
    symbol = read_symbol(anchor.symbol) if anchor.symbol else None
    kinds = [row.name for row in kinds_of(symbol)] if symbol else []
    if (
        kinds
        and anchor.type
        and anchor.type != "Văn bản"
        and not any(_akin(anchor.type, kind) for kind in kinds)
    ):
        facts = (("type", anchor.type), ("symbol", anchor.symbol or ""))
        doubts.append(Doubt("citation.type", anchor.span, facts))
    year = _YEAR_IN_NUMBER.search(anchor.number or "")
    if year and date and date.date.year and date.date.year != int(year[1]):
        facts = (("number", anchor.number or ""), ("year", str(date.date.year)))
        doubts.append(Doubt("citation.year", anchor.span, facts))
    return tuple(doubts)


def _akin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
