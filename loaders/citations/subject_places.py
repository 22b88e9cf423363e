"""Which province an issuer without place is of, where another citation speaks of the document.

"Quyết định số 5/QĐ-UBND của UBND tỉnh An Giang sửa đổi Quyết định số 7/QĐ-UBND của UBND tỉnh": both
are of An Giang, whichever province the document that says so is of.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from graph.vocabulary import every_province
from graph.words.authorities import Authority, by_name, unit_name
from graph.words.symbols import read_symbol
from loaders.citations.facts import with_place
from loaders.mentions import Citation


def place_by_subjects(citations: Sequence[Citation]) -> list[Citation]:
    """The citations, a provincial issuer without place taking the province of its subject's."""
    placed: list[Citation] = []
    for citation in citations:
        subject = citation.subject
        place = (
            _province(placed[subject]) if subject is not None and subject < len(placed) else None
        )
        placed.append(_placed(citation, place) if place else citation)
    return placed


def _province(citation: Citation) -> str | None:
    """The province that the words of its issuer name."""
    known = by_name(citation.issuer) if citation.issuer else None
    first = known[1].split("/")[0] if known and known[1] else None
    return first if first in every_province() else None


def _placed(citation: Citation, province: str) -> Citation:
    if citation.issuer is not None:
        return replace(citation, issuer=with_place(citation.issuer, province))
    organ = read_symbol(citation.symbol).organ if citation.symbol else None
    if organ is None or not _is_provincial(organ):
        return citation
    return replace(citation, issuer=unit_name(organ, province))


def _is_provincial(organ: Authority) -> bool:
    return organ.scope == "province" and not organ.placed
