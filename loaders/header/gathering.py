"""What the lines of a letterhead say, gathered while they are read."""

from dataclasses import dataclass, field

from loaders.header.cards import Card
from loaders.header.numbering import OwnNumber
from loaders.header.organs import Line
from loaders.mentions import PartialDate, Span


@dataclass(slots=True)
class Head:
    """What the lines of the letterhead say, while and after they are read."""

    organs: list[Line] = field(default_factory=list)
    authority: Line | None = None
    number: OwnNumber | None = None
    issued: PartialDate = field(default_factory=PartialDate)
    place: str | None = None
    type: str | None = None
    title: str | None = None
    untyped: Line | None = None  # what stands where kind and title should
    recipients: tuple[tuple[str, Span], ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)
    motto: bool = False
    body_start: int = 0
    letter: bool = False  # V/v stands under the number
    guessed: bool = False  # the kind is what a symbol that names an organ alone suggests
    card: Card | None = None  # of the portal, once it was sought
    card_sought: bool = False
    named: str | None = None  # the kind before the number: "Bản án số: …"

    @property
    def is_bare(self) -> bool:
        """Whether nothing of a letterhead was found."""
        return not (self.motto or self.number or self.type)
