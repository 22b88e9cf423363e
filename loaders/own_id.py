"""The id a document gives itself, and the sign that keeps its unnamed province from another's."""

import hashlib

from graph.ids import document_id
from graph.words.authorities import UNNAMED
from graph.words.folding import slug
from loaders.mentions import Header
from loaders.text import Text

#: letters of the body that tell a document without number from others of its kind
OPENING = 400
#: how the id begins of a document of an organ whose province nobody names
UNPLACED = f"vn/{UNNAMED}/"
_LOCAL = 7  # vn / province / commune / organ / kind / year / number


def own_id(text: Text, header: Header) -> str:
    """The id the document gives itself; where no number is, its title and opening words tell.

    Where no province is known its day, title and signer tell it from that of another province
    with this number, which is no less of a "xã Tân Lập".
    """
    start = header.body_start
    body = slug(text.content[start : start + 2 * OPENING])[:OPENING]
    id = document_id(
        type=header.type,
        number=header.number,
        symbol=header.symbol,
        year=header.issued.year,
        issuer=header.organ,
        home=header.jurisdiction,
        title=f"{header.title or ''} {body}",
    )
    if header.number is None or not id.startswith(UNPLACED):
        return id
    said = (id, header.issued.iso or "", slug(header.title or ""), slug(header.signer or ""))
    return f"vn/{_sign('|'.join(said))}/{id.removeprefix(UNPLACED)}"


def stranger_of(id: str) -> str:
    """What stands for a province that the document of this id does not name."""
    place = id.split("/")[1]
    own = place.startswith(UNNAMED) and place != UNNAMED
    return place if own else _sign(id)


def _sign(said: str) -> str:
    return UNNAMED + hashlib.sha256(said.encode()).hexdigest()[:8]


def placeless(id: str) -> str | None:
    """The id as who names no province tells it; None for what no commune or district and no organ
    of an unnamed province issued."""
    parts = id.split("/")
    local = len(parts) >= _LOCAL or parts[1].startswith(UNNAMED)
    return UNPLACED + "/".join(parts[2:]) if local else None


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
