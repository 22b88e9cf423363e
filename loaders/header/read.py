"""What a document says of itself (thể thức): kind, number, date, issuer, title, recipients, signer.

The letterhead is read line by line in whatever order the source has its columns; what is not there
is looked for where texts say it again: the enacting phrase, the annex caption, the symbol.
"""

import re
from dataclasses import replace

from graph.words.symbols import kinds_of, read_symbol
from loaders.header.captions import find_caption
from loaders.header.cards import Card, read_card
from loaders.header.consolidated import take_certificate
from loaders.header.deciding import take_decision
from loaders.header.gathering import Head
from loaders.header.head import LETTER, read_head
from loaders.header.homes import home_of_local
from loaders.header.issuing import find_issuer
from loaders.header.letterhead import Issuer
from loaders.header.news import read_news
from loaders.header.organs import Line, is_organ
from loaders.header.promulgation import find_adoption, find_enactment
from loaders.header.senders import find_sender
from loaders.header.signature import person_of, read_signature
from loaders.mentions import AnnexNote, Doubt, Header, PartialDate
from loaders.text import Text

#: what stands in a date that leaves nothing blank for the pen: any sign but dots, lines, brackets
_FILLED = re.compile(r"[^\s.…_·,:;|*/\\()\[\]–—-]")


def read_header(text: Text) -> Header:
    """The header of a text (đọc thể thức)."""
    head = read_head(text)
    _take_card(head, text)
    take_decision(head, text)
    _take_untyped(head)
    if head.type is None and head.number is None and not head.organs:
        news = read_news(text)
        if news is not None:
            return news
    if (head.is_bare and head.recipients) or (head.type == LETTER and not head.organs):
        _take_letter(head, text)
    take_certificate(head, text)
    head.type = _full_kind(head)
    note = find_caption(text)
    enactment = find_enactment(text, head.type, head.body_start)
    own = _is_own(head, note)
    issuer = find_issuer(text, head, note, enactment)
    signature = read_signature(text, head.body_start)
    header = Header(
        type=head.type,
        number=head.number.number if head.number else None,
        symbol=head.number.symbol if head.number else None,
        issued=_issued(text, head),
        place=head.place,
        title=head.title or (enactment.title if enactment else None),
        signer=signature.signer or _told_by_card(head, text),
        signer_title=signature.title,
        recipients=head.recipients,
        annex_of=note if note and not own and _is_annex(head, note) else None,
        spans=dict(head.spans) | dict(signature.spans),
        body_start=head.body_start,
        body_end=max(signature.body_end, head.body_start),
        doubts=_doubts(text, head),
    )
    header = _issued_by(header, issuer)
    return _at_home(_told_by_annex(header, note if own else None), text)


def _issued_by(header: Header, issuer: Issuer | None) -> Header:
    """The header with who issued it and where that is."""
    if issuer is None:
        return header
    return replace(
        header,
        issuer=issuer.name,
        jurisdiction=issuer.jurisdiction,
        locality=issuer.locality,
        superior=issuer.superior,
        spans=header.spans | ({"issuer": issuer.span} if issuer.span else {}),
    )


def _at_home(header: Header, text: Text) -> Header:
    """The header with the province that the rest tells, where the letterhead names none."""
    if header.jurisdiction or header.organ is None:
        return header
    home = home_of_local(text, header.body_start, header.organ, header.issued)
    return replace(header, jurisdiction=home) if home else header


def _take_card(head: Head, text: Text) -> None:
    """What a portal's card says, where the letterhead does not."""
    card = _card(head, text) if "type" not in head.spans else None
    if card is None:
        return
    if head.number is None:
        head.number, head.type = card.number, head.type or card.type
    elif card.number and card.number.number == head.number.number:
        head.type = card.type or head.type  # what the symbol alone says is a guess
    head.spans.setdefault("number", card.span)
    if not head.issued.year:
        head.issued = card.issued
    if not head.organs and card.issuer and is_organ(card.issuer):
        head.organs = [Line(card.issuer, card.span)]
    head.place = head.place or card.issuer


def _told_by_card(head: Head, text: Text) -> str | None:
    """Who signed as a portal's card says, where it is the card of this very number."""
    card = _card(head, text) if head.number else None
    if card is None or not card.signer or not card.number or not head.number:
        return None
    same = card.number.number == head.number.number
    return person_of(card.signer) if same else None


def _card(head: Head, text: Text) -> Card | None:
    """The card of the page, read once and only where it is asked for."""
    if not head.card_sought:
        head.card, head.card_sought = read_card(text), True
    return head.card


def _take_untyped(head: Head) -> None:
    """The title that stands where a page left out the kind: what decides below says the kind."""
    if head.untyped is not None and head.title is None and "type" not in head.spans:
        head.title, head.spans["title"] = head.untyped.words, head.untyped.span


def _full_kind(head: Head) -> str | None:
    """The kind by the symbol, where the line says the first words of its name (QCPH: Quy chế)."""
    symbol = head.number.symbol if head.number else None
    kinds = kinds_of(read_symbol(symbol)) if symbol and head.type else ()
    longer = (row.name for row in kinds if row.name.startswith(f"{head.type} "))
    return next(longer, head.type)


def _take_letter(head: Head, text: Text) -> None:
    """A letter without a letterhead is of the organ that its first sentence names."""
    head.type = LETTER
    sender = find_sender(text, head.body_start)
    if sender is not None:
        head.authority = sender


def _issued(text: Text, head: Head) -> PartialDate:
    """The date of the letterhead, else the day on which an assembly adopted it."""
    if head.issued.year:
        return head.issued
    return find_adoption(text) or head.issued


def _is_own(head: Head, note: AnnexNote | None) -> bool:
    """Whether the annex caption names this very document: its annex stands in the same file."""
    return (
        note is not None
        and head.number is None
        and head.type == note.type
        and note.span.start > head.body_start
    )


def _is_annex(head: Head, note: AnnexNote) -> bool:
    """Whether the file is what the caption stands over: it has no letterhead of its own."""
    return head.number is None and not head.motto and note.span.start <= head.body_start


def _told_by_annex(header: Header, note: AnnexNote | None) -> Header:
    """The header with number, date and issuer from the caption of the document's own annex."""
    if note is None:
        return header
    issued = header.issued if header.issued.year else note.date
    spans = header.spans | {"number": note.span}
    return replace(header, number=note.number, symbol=note.symbol, issued=issued, spans=spans)


def _is_open(printed: str) -> bool:
    """Whether a date leaves something out: where day, month and year have each some sign, the
    signs are misread."""
    parts = re.split(r"(?:ng[aà]y|th[aá]ng|n[aă]m)", printed.lower())[1:]
    return len(parts) < 3 or not all(_FILLED.search(part) for part in parts)


def _doubts(text: Text, head: Head) -> tuple[Doubt, ...]:
    """What is left blank or cannot be read in the document's own number and date."""
    doubts = []
    number = head.spans.get("number")
    if head.number and number and head.number.unreadable:
        printed = text.content[number.start : number.end]
        doubts.append(Doubt("header.number_unreadable", number, (("printed", printed),)))
    elif head.number and number and head.number.number is None:
        symbol = head.number.symbol or ""
        doubts.append(Doubt("header.number_blank", number, (("symbol", symbol),)))
    issued = head.spans.get("issued")
    if issued and head.issued.iso is None:
        printed = text.content[issued.start : issued.end]
        rule = "header.date_blank" if _is_open(printed) else "header.date_unreadable"
        doubts.append(Doubt(rule, issued, (("printed", printed),)))
    return tuple(doubts)
