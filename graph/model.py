"""The model: what the graph is made of. Frozen values, no behaviour beyond their own shape.

A document says things; each thing it says is one edge asserted by that document, kept with the
sentences that say it. The graph is the sum of what the loaded documents say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = Any  # a JSON value: scalars, lists and string-keyed mappings of them


class NodeKind(StrEnum):
    """What a node stands for."""

    DOCUMENT = "document"  # văn bản
    TASK = "task"  # nhiệm vụ
    UNIT = "unit"  # cơ quan, đơn vị


class EdgeKind(StrEnum):
    """What an edge says; one canonical direction each. Labels: ``vocabulary/kinds.toml``."""

    BASED_ON = "based_on"  # văn bản —căn cứ→ văn bản (eli:based_on)
    IMPLEMENTS = "implements"  # văn bản, nhiệm vụ —thực hiện→ văn bản
    CITES = "cites"  # văn bản, nhiệm vụ —dẫn chiếu→ văn bản (eli:cites)
    AMENDS = "amends"  # sửa đổi, bổ sung (eli:amends)
    REPLACES = "replaces"  # thay thế
    REPEALS = "repeals"  # bãi bỏ (eli:repeals)
    CORRECTS = "corrects"  # đính chính (eli:corrects)
    SUSPENDS = "suspends"  # đình chỉ, ngưng hiệu lực
    CONSOLIDATES = "consolidates"  # hợp nhất (eli:consolidates)
    REQUESTED_BY = "requested_by"  # văn bản —theo đề nghị→ văn bản, đơn vị
    ANNEX_OF = "annex_of"  # phụ lục —kèm theo→ văn bản
    ISSUED_BY = "issued_by"  # văn bản —do … ban hành→ đơn vị (eli:passed_by)
    ADDRESSED_TO = "addressed_to"  # văn bản —gửi→ đơn vị
    ASSIGNS = "assigns"  # văn bản —giao→ nhiệm vụ
    PART_OF = "part_of"  # nhiệm vụ → nhóm; đơn vị —trực thuộc→ đơn vị (org:subOrganizationOf)
    LEADS = "leads"  # đơn vị —chủ trì→ nhiệm vụ
    COORDINATES = "coordinates"  # đơn vị —phối hợp→ nhiệm vụ
    EXECUTES = "executes"  # đơn vị —thực hiện→ nhiệm vụ
    ADVISES = "advises"  # đơn vị —tham mưu→ nhiệm vụ
    SUPERVISES = "supervises"  # đơn vị —đôn đốc, kiểm tra→ nhiệm vụ
    REPORTS_TO = "reports_to"  # nhiệm vụ —báo cáo về→ đơn vị
    SUCCEEDS = "succeeds"  # đơn vị —kế thừa→ đơn vị (org:changedBy)


#: căn cứ, thực hiện, dẫn chiếu…: the edges a basis chain walks, from a text to what it rests on
BASIS_KINDS = (
    EdgeKind.BASED_ON,
    EdgeKind.IMPLEMENTS,
    EdgeKind.CITES,
    EdgeKind.AMENDS,
    EdgeKind.REPLACES,
    EdgeKind.REPEALS,
    EdgeKind.CORRECTS,
    EdgeKind.SUSPENDS,
    EdgeKind.CONSOLIDATES,
    EdgeKind.REQUESTED_BY,
    EdgeKind.ANNEX_OF,
)

#: chủ trì, phối hợp, thực hiện, tham mưu, đôn đốc: what a unit does in a task
ROLE_KINDS = (
    EdgeKind.LEADS,
    EdgeKind.EXECUTES,
    EdgeKind.COORDINATES,
    EdgeKind.ADVISES,
    EdgeKind.SUPERVISES,
)


class Severity(StrEnum):
    """How bad an issue is (mức độ nghi vấn)."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove an edge (bằng chứng).

    ``start``/``end``: half-open interval of characters in the original text of document ``doc``;
    ``quote``: the normalised words there; ``rule``: the name of the rule that read them.
    """

    doc: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float = 1.0


#: the ``kind`` of a task that is a heading over tasks, not work of its own (nhóm nhiệm vụ)
GROUP = "group"


@dataclass(frozen=True, slots=True)
class Node:
    """A document, a task or a unit. ``properties`` hold JSON values only; dates are ISO strings.

    Document: type, number, symbol, issued, issued_partial, issuer, place, title, short_title,
    signer, budget, status ("loaded" | "cited"), level, year, source.
    Task: path, name, deliverable, budget, time, intervals [[start, end]…], due, recurrence, kind
    ("task" | "report" | "group" | "duty"), document, order.
    Unit: name, short_name, unit_kind, jurisdiction, collective (bool), valid_from, valid_to.
    """

    id: str
    kind: NodeKind
    label: str
    properties: Mapping[str, Json] = field(default_factory=dict)


EdgeKey: TypeAlias = tuple[str, EdgeKind, str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """One assertion by one document: identity (source, kind, target, asserted_by)."""

    source: str
    kind: EdgeKind
    target: str
    asserted_by: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def key(self) -> EdgeKey:
        """What makes two edges the same assertion."""
        return (self.source, self.kind, self.target, self.asserted_by)


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt kept in sight (nghi vấn): rule, severity, message in vi and en, what it touches."""

    rule: str
    severity: Severity
    message: str
    message_en: str
    nodes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something a document can tell others: ``alias:de an 996`` or ``doc:vn/ttg/qd/*/996`` → id.

    Offers come from a document's own words alone, so they do not depend on what else is loaded.
    """

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class GraphDelta:
    """All that one document says (những gì một văn bản nói).

    ``owned``: the document's own node first, then its tasks. ``references``: nodes it mentions but
    does not own (cited documents, units); a store shows the merge of all documents' references
    until the owner is loaded. ``offers``/``asks``: what it tells others, and the keys it looked
    up among others' offers; when a new offer answers an ask, the asking document is read again.
    ``text`` is the original text that evidence offsets point into; ``source`` its file name.
    """

    document: str
    owned: tuple[Node, ...]
    references: tuple[Node, ...]
    edges: tuple[Edge, ...]
    issues: tuple[Issue, ...]
    offers: tuple[Offer, ...]
    asks: tuple[str, ...]
    text: str
    source: str
    digest: str  # SHA-256 of the file, to tell "the same again" from "corrected"
    heard: str = (
        ""  # digest of the answers to ``asks`` that it was resolved with (graph/engine/heard.py)
    )


@dataclass(frozen=True, slots=True)
class Subgraph:
    """The answer to a walk: nodes with their depth from the root, edges with evidence.

    ``truncated`` says that a cap was met and ``left_out`` how many nodes are not shown.
    """

    root: str
    nodes: tuple[Node, ...]
    depth: Mapping[str, int]
    edges: tuple[Edge, ...]
    truncated: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: the node and a snippet of where the words stand."""

    node: Node
    snippet: str
