"""The id a document gives itself, and the sign that keeps its unnamed province from another's."""

import hashlib

from graph.ids import document_id
from graph.words.authorities import UNNAMED
from graph.words.folding import slug
from loaders.mentions import Header
from loaders.text import Text

#: letters of the body that tell a document without number from others of its kind
OPENING = 400


def own_id(text: Text, header: Header) -> str:
    """The id the document gives itself; where no number is, its title and opening words tell."""
    start = header.body_start
    body = slug(text.content[start : start + 2 * OPENING])[:OPENING]
    return document_id(
        type=header.type,
        number=header.number,
        symbol=header.symbol,
        year=header.issued.year,
        issuer=header.organ,
        home=header.jurisdiction,
        title=f"{header.title or ''} {body}",
    )


def stranger_of(id: str) -> str:
    """What stands for a province that the document of this id does not name."""
    return UNNAMED + hashlib.sha256(id.encode()).hexdigest()[:8]


def root_id(own: str, header: Header) -> str:
    """The id of the document whose annex this is, if its caption says the number, else its own."""
    note = header.annex_of
    if note is None or note.number is None:
        return own
    return document_id(
        type=note.type,
        number=note.number,
        symbol=note.symbol,
        year=note.date.year or header.issued.year,
        issuer=note.issuer or header.organ,
        home=header.jurisdiction,
    )
