"""A commune's document that says "Ủy ban nhân dân xã" names its own (xã, huyện không nêu tên)."""

from collections.abc import Sequence

from msgspec.structs import replace

from graph.vocabulary import every_province
from graph.words.places import ending_place, nameless_place
from loaders.mentions import Citation, Header


def place_by_own(citations: Sequence[Citation], header: Header) -> list[Citation]:
    """The citations, an issuer with the document's own level alone taking its name."""
    own = header.organ or ""
    place = ending_place(own)
    if place is None or place[1] in every_province():
        return list(citations)
    return [_placed(citation, own[place[0] :]) for citation in citations]


def _placed(citation: Citation, place: str) -> Citation:
    """``place``: "xã Tân Lập"; of "Ủy ban nhân dân huyện" it says nothing."""
    issuer = citation.issuer or ""
    organ = nameless_place(issuer)
    level = issuer[len(organ) :].strip() if organ else ""
    if not organ or not place.lower().startswith(f"{level.lower()} "):
        return citation
    return replace(citation, issuer=f"{organ} {place}")
