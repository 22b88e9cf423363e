"""What the reading steps find: frozen mentions, each with its span in ``Text.content`` and rule."""

from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Half-open interval of characters in ``Text.content``."""

    start: int
    end: int


class PartialDate(NamedTuple):
    """A date or the part of one that is written (ngày … tháng 5 năm 2025 → 2025-05)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """``2025-04-25``; None unless day, month and year are there."""
        if self.year and self.month and self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return None

    @property
    def partial(self) -> str | None:
        """``2025``, ``2025-05`` or ``2025-04-25``; None without a year."""
        parts = [f"{self.year:04}"] if self.year else []
        if parts and self.month:
            parts.append(f"{self.month:02}")
            if self.day:
                parts.append(f"{self.day:02}")
        return "-".join(parts) or None


_UNDATED = PartialDate()


class Doubt(NamedTuple):
    """Something odd that was seen while reading; becomes an Issue. ``rule`` is a findings row."""

    rule: str
    span: Span
    facts: tuple[tuple[str, str], ...] = ()


class Told(NamedTuple):
    """Something a document says of itself, and the words that tell it."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """Thể thức: what the document says of itself (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

    type: str | None = None  # "Kế hoạch", "Công văn", "Phụ lục", "Tin bài" …
    number: str | None = None  # "155", "05/2026"; None when blank
    symbol: str | None = None  # "KH-UBND", "CT/TW"
    issued: PartialDate = _UNDATED
    issuer: str | None = (
        None  # with its jurisdiction: "Sở Khoa học và Công nghệ Thành phố Hồ Chí Minh"
    )
    place: str | None = None
    title: str | None = None  # trích yếu
    signer: str | None = None
    signer_title: str | None = None
    recipients: tuple[tuple[str, Span], ...] = ()  # Kính gửi
    jurisdiction: str | None = None  # province slug: "hcm", "can-tho"; None: central or unknown
    locality: str | None = None  # of the organ above it: "huyện Tân Châu"
    superior: str | None = None  # organ of the country above one that no list knows: "Bộ Y tế"
    annex_of: "AnnexNote | None" = None
    spans: dict[str, Span] = field(default_factory=dict)  # field name → where it stands
    body_start: int = 0  # where the letterhead ends
    body_end: int = 0  # where signature and nơi nhận begin (len(content) when none)
    doubts: tuple[Doubt, ...] = ()

    @property
    def organ(self) -> str | None:
        """The issuer with the district or commune of the organ above it."""
        return f"{self.issuer} {self.locality}" if self.issuer and self.locality else self.issuer


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """(Kèm theo Kế hoạch số 155/KH-UBND ngày … của …): the parent as the annex names it."""

    type: str
    number: str | None
    symbol: str | None
    date: PartialDate
    issuer: str | None
    span: Span


#: the rule of a law cited as the new one of its title ("Luật Đất đai mới"): no edition known before
NEW_LAW = "law_title_new"


class Citation(Struct, frozen=True, gc=False):
    """One mention of a document (viện dẫn). Several mentions of one document are joined later.

    ``number`` keeps a year ("61/2018"), ``symbol`` is what follows ("NĐ-CP"); both None for a law
    by title only, whose ``name`` then says which. ``alias`` is set when the mention is a use of a
    short name ("Đề án 996"); its target is found by resolution. ``relation`` is the EdgeKind value
    that the cue before it says. ``subject``: index of the citation that this one's relation starts
    at ("Quyết định 76 … về triển khai Chỉ thị 38"), None for the citing document itself.
    """

    span: Span
    rule: str
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: PartialDate = _UNDATED
    issuer: str | None = None
    name: str | None = None
    provision: str | None = None
    alias: str | None = None
    relation: str = "cites"
    subject: int | None = None
    title: str | None = None
    doubts: tuple[Doubt, ...] = ()


class AliasDefinition(Struct, frozen=True, gc=False):
    """(gọi tắt là Đề án 996): ``alias`` names citation number ``target`` of this document."""

    alias: str
    target: int
    span: Span
    rule: str


class UnitMention(Struct, frozen=True, gc=False):
    """A unit as written (cơ quan, đơn vị). ``name`` is cleaned of markup; ``id`` when resolved."""

    span: Span
    name: str
    rule: str
    id: str | None = None
    label: str | None = None  # the unit's full name
    collective: bool = False
    confidence: float = 1.0


class TimeFrame(Struct, frozen=True, gc=False):
    """A time as printed and as closed intervals of ISO days (thời gian thực hiện).

    ``recurrence``: continuous, on_demand, P1Y, P6M, P3M, P1M…, or onward, where no end is told
    after the intervals ("và các năm tiếp theo"); ``due`` the day that is named as the deadline;
    ``before``: the text says "trước", so that day itself is too late; ``inferred``: the year is
    not written but inferred; ``each``: the day of each period of the recurrence and how many months
    after the period's last one it falls.
    """

    span: Span
    text: str
    intervals: tuple[tuple[str, str], ...] = ()
    due: str | None = None
    before: bool = False
    recurrence: str | None = None
    inferred: bool = False
    each: tuple[int, int] | None = None
    rule: str = ""


class Assignment(Struct, frozen=True, gc=False):
    """A task with its roles as read from a labelled list, a table row or prose (nhiệm vụ).

    ``path`` is the numbering ("II.2.đ"); ``kind``: task, report, group, or duty (what prose lays
    on a unit beside the tasks of a plan); ``span`` covers name.
    """

    span: Span
    path: str
    name: str
    kind: str
    rule: str
    lead: tuple[UnitMention, ...] = ()
    execute: tuple[UnitMention, ...] = ()
    coordinate: tuple[UnitMention, ...] = ()
    advise: tuple[UnitMention, ...] = ()
    supervise: tuple[UnitMention, ...] = ()
    reports_to: tuple[UnitMention, ...] = ()
    time: TimeFrame | None = None
    deliverable: str | None = None
    budget: str | None = None  # money as printed
    parent: int | None = None  # index of the group it stands under
    whole: Span | None = None  # name and labels together, where citations belong to the task
    doubts: tuple[Doubt, ...] = ()
