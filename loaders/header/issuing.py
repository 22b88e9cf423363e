"""Whose document it is (cơ quan ban hành).

The organ of the letterhead, else the one that decides, enacts, or is named by the caption of an
annex, by the symbol, by the kind.
"""

from collections.abc import Sequence

from graph.vocabulary import document_types
from graph.words.authorities import by_id, by_name, unit_name
from graph.words.folding import fold
from graph.words.places import province_of
from graph.words.symbols import read_symbol
from graph.words.unit_words import begins_organ
from loaders.header.charters import company_of
from loaders.header.gathering import Head
from loaders.header.joint import read_joint_issuer
from loaders.header.letterhead import (
    Issuer,
    issuer_of,
    named,
    read_issuer,
    unlisted_issuer,
)
from loaders.header.organs import Line, is_organ, organs_of
from loaders.header.promulgation import Enactment
from loaders.layout.signing import (
    is_signing,
)
from loaders.mentions import AnnexNote
from loaders.text import Text

#: how the kinds end that several organs issue
_TOGETHER = ("liên tịch", "liên bộ", "liên ngành", "phối hợp")
#: where the organs of the country sit
_CAPITAL = "ha-noi"
#: the office of a People's Committee, which writes under its letterhead too
_OFFICE = "vpubnd"


def find_issuer(
    text: Text, head: Head, note: AnnexNote | None, enactment: Enactment | None
) -> Issuer | None:
    """The organ of the letterhead, else the one that decides, enacts, or stands in the caption."""
    symbol = head.number.symbol if head.number else None
    organs = organs_of(head.organs)
    alone = bool(organs) and is_signing(organs[-1].words) and by_name(organs[-1].words) is None
    if alone or (organs and head.number is None and not is_organ(organs[-1].words)):
        organs = []  # a heading in capitals, a form's name: no letterhead is there
    joint = head.type is not None and head.type.endswith(_TOGETHER)
    issuer = read_joint_issuer(organs, head.place, symbol, text.content) if joint else None
    issuer = issuer or read_issuer(organs, head.place, symbol, text.content)
    if issuer is not None:
        lost = _lost_line(issuer, organs, head, symbol) or _below(organs, head, text)
        return (
            lost or _placed(issuer, head, text) or _told_place(issuer, head, note, text) or issuer
        )
    told = [(head.authority.words, head.authority.span)] if head.authority else []
    told += [(enactment.organ, enactment.span)] if enactment else []
    if note and note.issuer and not (head.is_bare and note.span.start > head.body_start):
        told.append((note.issuer, note.span))
    place = _place(head, note)
    found = [issuer_of(words, place, span, text.content) for words, span in told]
    if issuers := [issuer for issuer in found if issuer is not None]:
        return _fullest(issuers)
    unlisted = next((words for words in told if begins_organ(words[0])), None)
    if unlisted is not None:
        return unlisted_issuer(Line(*unlisted), place, text.content)
    return _by_symbol(symbol, head) or company_of(head, text.content) or _by_kind(head)


def _fullest(issuers: Sequence[Issuer]) -> Issuer:
    """The first of these, or the same organ where another names its province as well."""
    first = issuers[0]
    placed = (i for i in issuers if i.jurisdiction and fold(i.name).startswith(fold(first.name)))
    return first if first.jurisdiction else next(placed, first)


def _placed(issuer: Issuer, head: Head, text: Text) -> Issuer | None:
    """The organ as the line of who decides names it, where its place is not known otherwise."""
    own = by_name(issuer.name)
    decides = by_name(head.authority.words) if head.authority else None
    if issuer.jurisdiction or not own or not decides or not head.authority:
        return None
    if own[0].id != decides[0].id or own[0].scope != "province" or decides[1] is None:
        return None
    return named(head.authority, decides, None, text.content)


def _told_place(issuer: Issuer, head: Head, note: AnnexNote | None, text: Text) -> Issuer | None:
    """The organ as its own annex's caption names it, where its place is not known otherwise."""
    own = by_name(issuer.name)
    if issuer.jurisdiction or not own or own[0].scope != "province" or note is None:
        return None
    if not head.number or note.issuer is None or note.number != head.number.number:
        return None
    named = by_name(note.issuer)
    if named is None or named[0] is not own[0] or named[1] is None:
        return None
    return issuer_of(note.issuer, None, note.span, text.content)


def _lost_line(
    issuer: Issuer, organs: Sequence[Line], head: Head, symbol: str | None
) -> Issuer | None:
    """The department of the symbol (HD-SGDĐT), where the letterhead has its superior alone."""
    above = by_name(organs[0].words) if len(organs) == 1 else None
    own = read_symbol(symbol).organ if symbol else None
    if above is None or own is None or own.scope != "province" or own.parent != above[0].id:
        return None
    if above[0].scope != "province" or head.authority is not None or own.id == _OFFICE:
        return None
    return Issuer(unit_name(own, issuer.jurisdiction), issuer.jurisdiction, issuer.span)


def _below(organs: Sequence[Line], head: Head, text: Text) -> Issuer | None:
    """The organ of who decides, where the letterhead has its ministry alone."""
    above = by_name(organs[0].words) if len(organs) == 1 else None
    decides = by_name(head.authority.words) if head.authority else None
    if not above or not decides or not head.authority or decides[0].scope != "national":
        return None
    if decides[0].parent != above[0].id:
        return None
    return issuer_of(head.authority.words, None, head.authority.span, text.content)


def _place(head: Head, note: AnnexNote | None) -> str | None:
    if head.place or note is None or note.issuer is None:
        return head.place
    return note.issuer


def _by_symbol(symbol: str | None, head: Head) -> Issuer | None:
    """The organ whose code stands in the symbol."""
    organ = read_symbol(symbol).organ if symbol else None
    if organ is None or (organ.scope == "national" and _is_afar(head.place)):
        return None  # "TB-TA" of a court of Hà Tĩnh is none of the Supreme Court
    return issuer_of(organ.name, head.place, head.spans["number"], "")


def _by_kind(head: Head) -> Issuer | None:
    """The organ that alone issues such a document since numbers say the year (NĐ-CE: NĐ-CP)."""
    row = next((row for row in document_types() if row.name == head.type), None)
    number = head.number.number if head.number else None
    if row is None or row.issuer_by_year is None or number is None or "/" not in number:
        return None
    organ = by_id(row.issuer_by_year)
    return Issuer(organ.name, None) if organ else None


def _is_afar(place: str | None) -> bool:
    """Whether a place is a province that organs of the country do not write from."""
    return bool(place) and province_of(place or "") not in (None, _CAPITAL)
