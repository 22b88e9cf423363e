"""What resolution leads to: cited documents, and the whole of one reading's resolution."""

from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct

from graph.model import Offer
from loaders.citations.facts import Facts
from loaders.mentions import Citation, Doubt, PartialDate


class CitedDocument(Struct, frozen=True, gc=False):
    """A document that the text cites, with every mention (văn bản được viện dẫn).

    ``status``: resolved, ambiguous (``candidates`` may be meant) or unresolved (no year is known);
    ``reason`` says how a short name or a missing year was resolved. ``date`` is only what this
    document's own words say.
    """

    id: str
    type: str | None
    number: str | None
    symbol: str | None
    date: PartialDate
    issuer: str | None
    name: str | None
    relation: str
    mentions: tuple[Citation, ...]
    aliases: tuple[str, ...] = ()
    title: str | None = None
    organ_id: str | None = None
    status: str = "resolved"
    reason: str | None = None
    candidates: tuple[str, ...] = ()


class Settled(NamedTuple):
    """Which document a group of mentions means, and how sure that is."""

    id: str
    status: str = "resolved"
    reason: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one document's mentions lead to (kết quả phân giải)."""

    cited: tuple[CitedDocument, ...]
    offers: tuple[Offer, ...]
    asks: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()
    parent: CitedDocument | None = None
    targets: dict[int, str] = field(default_factory=dict)

    def target_of(self, index: int) -> str | None:
        """The id of the document that citation number ``index`` leads to; None when undecided."""
        return self.targets.get(index)


def known_by_name(facts: Facts, use: Citation, reason: str) -> CitedDocument:
    """A document known only through another document's definition of its short name."""
    return CitedDocument(
        id=facts.id,
        type=facts.type,
        number=facts.number,
        symbol=facts.symbol,
        date=PartialDate(),
        issuer=facts.issuer,
        name=facts.name,
        relation="cites",
        mentions=(use,),
        aliases=(use.alias or "",),
        reason=reason,
    )
