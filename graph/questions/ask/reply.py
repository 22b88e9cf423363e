"""What comes back for a question: the answer with its proof, or why there is none (câu trả lời)."""

from dataclasses import dataclass, field
from enum import StrEnum

from graph.model import Edge, EdgeKind, Node
from graph.questions.ask.kinds import is_of_kind, is_of_level, is_signed
from graph.questions.ask.periods import Period


class Status(StrEnum):
    """Whether a question was answered (kết quả)."""

    ANSWERED = "answered"  # đã trả lời
    AMBIGUOUS = "ambiguous"  # có nhiều cách hiểu
    UNKNOWN = "unknown"  # không trả lời được


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood to the last: what it asks, of which nodes, when (câu hỏi đã hiểu).

    ``period`` has a year. ``roles`` is empty where any role is meant. ``topic``: the words that
    tasks are looked for by.
    """

    intent: str
    documents: tuple[Node, ...] = ()
    units: tuple[Node, ...] = ()
    period: Period | None = None
    roles: tuple[EdgeKind, ...] = ()
    relation: EdgeKind | None = None
    or_relations: tuple[EdgeKind, ...] = ()  # others that are asked for beside it
    topic: str = ""
    to_root: bool = False
    kind_of_unit: str = ""  # how the names of the units asked for begin: Sở, Bộ
    type: str = ""  # of which type the documents asked for are: Quyết định
    measure: str = ""  # how often (P1Y, any), in which periods (month), how many of what (task)
    place: str = ""  # slug of the province whose documents are asked for
    level: str = ""  # of which level the documents asked for are: central, provincial, communal
    excepted: tuple[Node, ...] = ()  # documents that are left out by name (trừ …)
    against: Period | None = None  # the time that ``period`` is compared with
    signer: str = ""  # by whom, or in which office, the documents asked for are signed
    no_year: bool = False  # whether the year of ``period`` is ours, not the asker's
    marks: tuple[str, ...] = ()  # what the tasks asked for lack or have: no_time, has_money
    twins: tuple[Node, ...] = ()  # units of the same name that a misprint may have made
    today: str = ""  # the ISO day that "còn hiệu lực" is told for

    @property
    def document(self) -> Node:
        """The first document."""
        return self.documents[0]

    def is_kind(self, node: Node) -> bool:
        """Whether a document is of the kind asked for, signed by whom it is asked of: what carries
        out another may stand in a decision that issues it."""
        of_kind = is_of_kind(node, self.type, issued=bool(self.documents))
        return of_kind and is_signed(node, self.signer)

    def wants(self, node: Node) -> bool:
        """Whether a document is of the kind, organ, province or level asked for, and not left out
        by name."""
        of = f"{self.units[0].id}/" if self.units else f"vn/{self.place}/" if self.place else ""
        wanted = self.is_kind(node) and node.id.startswith(of)
        return wanted and is_of_level(node, self.level) and not self._is_out(node)

    def _is_out(self, node: Node) -> bool:
        return any(node.id == other.id for other in self.excepted)

    @property
    def picks(self) -> bool:
        """Whether only some documents are asked for: of a kind, organ, province, level, time or
        title, or all but those left out by name."""
        told = (self.type, self.units, self.place, self.level, self.period, self.topic, self.signer)
        return any(map(bool, (*told, self.excepted)))

    @property
    def unit(self) -> Node | None:
        """The first unit."""
        return self.units[0] if self.units else None


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence, or part of one, in Vietnamese and English."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with its proof: every fact of the text stands in these nodes and edges.

    ``status`` is UNKNOWN where what is known does not decide.
    """

    text: Both
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0
    status: Status = Status.ANSWERED


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to a question; ``asked`` is how it was understood, None where it was not.

    ``also``: what else was asked in the same breath and is answered after it. ``alternatives``:
    ready questions that it may have meant, or the nearest that can be answered.
    """

    question: str
    status: Status
    text: Both
    asked: Asked | None = None
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    alternatives: tuple[Asked, ...] = field(default=())
    left_out: int = 0
    also: tuple[Asked, ...] = ()
