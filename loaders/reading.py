"""``Reading``: what one document says by itself, before other documents are asked."""

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.model import EdgeKind, Offer
from loaders.citations.validity import Validity
from loaders.layout.structure import Structure
from loaders.mentions import (
    AliasDefinition,
    Assignment,
    Citation,
    Doubt,
    Header,
    Told,
    UnitMention,
)
from loaders.resolving.cited import Resolution
from loaders.resolving.offering import calls_itself, ends
from loaders.text import Text
from loaders.units.read import Scope
from loaders.units.successions import Succession

#: what other documents offer under a key: (value, offering document) pairs
Offers = Callable[[str], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """All mentions found in one document, with the id it gives itself (bản đọc)."""

    id: str
    text: Text
    header: Header
    structure: Structure
    scope: Scope
    citations: tuple[Citation, ...]
    definitions: tuple[AliasDefinition, ...]
    assignments: tuple[Assignment, ...]
    parties: tuple[tuple[EdgeKind, UnitMention], ...]  # ban hành, kính gửi
    alone: Resolution  # what it cites, by its own words
    successions: tuple[Succession, ...] = ()  # sáp nhập, đổi tên
    validity: Validity = field(default_factory=Validity)  # hiệu lực
    short_title: Told | None = None  # tên gọi tắt của chính văn bản
    budget: Told | None = None  # kinh phí của cả văn bản
    doubts: tuple[Doubt, ...] = ()  # of the text as a whole

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What it tells other documents (điều văn bản khác có thể hỏi)."""
        effective = self.validity.effective
        return (
            *self.alone.offers,
            *ends(self.alone.cited, effective and effective.value),
            *calls_itself(self.id, self.header, self.short_title and self.short_title.value),
        )


def nothing_offered(key: str) -> tuple[tuple[str, str], ...]:
    """The offers of an empty corpus."""
    return ()
