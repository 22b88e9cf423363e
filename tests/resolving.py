"""Resolution of a few sentences, with what other documents offer, for tests."""

from collections.abc import Sequence

from texts import plain_text

from graph import rules as lint
from loaders.citations.aliases import find_aliases
from loaders.citations.find import find_citations
from loaders.mentions import Header, PartialDate
from loaders.resolving.cited import CitedDocument, Resolution
from loaders.resolving.resolve import Offers, resolve

PLAN = "vn/hcm/skhcn/kh/2026/7"
HEADER = Header(type="Kế hoạch", number="7", symbol="KH-SKHCN", issued=PartialDate(2026, 3, 1),
                issuer="Sở Khoa học và Công nghệ", jurisdiction="hcm")  # fmt: skip


def nobody(key: str) -> tuple[tuple[str, str], ...]:
    return ()


def read(
    *paragraphs: str, offers: Offers = nobody, id: str = PLAN, header: Header = HEADER
) -> Resolution:
    text = plain_text(paragraphs)
    citations = find_citations(text, header)
    definitions, uses = find_aliases(text, citations)
    return resolve(id, header, [*citations, *uses], definitions, offers)


def among(*others: tuple[str, Resolution]) -> Offers:
    """What these documents offer each other."""

    def offers(key: str) -> tuple[tuple[str, str], ...]:
        pairs = ((o.value, id) for id, other in others for o in other.offers if o.key == key)
        return tuple(sorted(pairs))

    return offers


def ids(cited: Sequence[CitedDocument]) -> list[str]:
    return [document.id for document in cited]


def rules(resolution: Resolution) -> list[str]:
    assert all(doubt.rule in lint.rules() for doubt in resolution.doubts)
    return [doubt.rule for doubt in resolution.doubts]
