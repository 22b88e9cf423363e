"""What holds of a document on a day (tình trạng hiệu lực): only what documents themselves say.

Its own days (effective, expires, else issued) and the acts of others upon it (thay thế, bãi bỏ,
sửa đổi, đình chỉ, đính chính), each from the day the acting document takes effect, else was issued.
What the words leave open is unknown and the notes say why; nothing is assumed of what is not
loaded.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Edge, EdgeKind, Evidence, Node, NodeKind
from graph.questions.known import known
from graph.store import GraphReader
from graph.times.days import is_whole_day
from graph.times.partial_days import day_of, has_come, has_passed, issued_on, whole_day
from graph.vocabulary.validity import planned_types, proposing_types
from graph.words.extent import covers_whole
from graph.words.suspension import lasts_until

ENDING = (EdgeKind.REPLACES, EdgeKind.REPEALS)
GRAVE = (*ENDING, EdgeKind.SUSPENDS)
LIGHT = (EdgeKind.AMENDS, EdgeKind.CORRECTS)
ACTS = (*GRAVE, *LIGHT)
#: acts that are read; a text that more have changed says how many are left out
MOST = 1000


#: years of a title that are no part of a date: năm 2022, 2021-2025, đến 2030
_YEARS = re.compile(
    r"(?<!tháng \d )(?<!tháng \d\d )(?:năm|đến|-|–)\s*((?:19|20)\d\d)(?![\w/])", re.IGNORECASE
)


class Standing(StrEnum):
    """How a document stands on a day (tình trạng), the gravest first."""

    REPEALED = "repealed"  # bị bãi bỏ
    REPLACED = "replaced"  # bị thay thế
    EXPIRED = "expired"  # hết thời hạn có hiệu lực
    SUSPENDED = "suspended"  # bị đình chỉ, ngưng hiệu lực
    NOT_YET = "not_yet"  # chưa có hiệu lực
    PARTLY_ENDED = "partly_ended"  # hết hiệu lực một phần
    AMENDED = "amended"  # được sửa đổi, bổ sung
    CORRECTED = "corrected"  # được đính chính
    IN_FORCE = "in_force"  # còn hiệu lực
    UNKNOWN = "unknown"  # không biết được


#: what leaves no force at all
OUT_OF_FORCE = frozenset(
    {Standing.REPEALED, Standing.REPLACED, Standing.EXPIRED, Standing.SUSPENDED, Standing.NOT_YET}
)
#: notes that leave open whether the document is in force at all
UNCLEAR = frozenset({"act_undated", "extent", "expires_unclear"})
_BY_ACT = {
    EdgeKind.REPLACES: Standing.REPLACED,
    EdgeKind.REPEALS: Standing.REPEALED,
    EdgeKind.SUSPENDS: Standing.SUSPENDED,
    EdgeKind.AMENDS: Standing.AMENDED,
    EdgeKind.CORRECTS: Standing.CORRECTED,
}


@dataclass(frozen=True, slots=True)
class Act:
    """What another document does to this one (tác động của văn bản khác).

    ``day``: since when, whole or in part, and by which property of the acting document;
    ``begun``: whether that day has come; ``whole``: all of this document, or a part of it; None
    where it cannot be told. ``until``: the last day of a suspension where its words tell it,
    ``ended``: that it has passed. ``doubt``: why it counts for nothing (``state.note.<doubt>``).
    ``edges``: the assertions with their proof.
    """

    kind: EdgeKind
    by: Node
    day: str | None
    day_from: str | None
    begun: bool | None
    whole: bool | None
    doubt: str | None
    edges: tuple[Edge, ...]
    until: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """The answer: ``standing``, all that is certain (``holds``), its own first and last day, where
    they come from and the words (``own``), the acts in order of time, and ``notes``: why something
    is not known, ``state.note.<note>`` in the catalogue. ``left_out``: acts beyond the cap."""

    node: Node
    at: str
    standing: Standing
    holds: tuple[Standing, ...]
    since: str | None
    since_from: str | None
    until: str | None
    acts: tuple[Act, ...]
    own: tuple[Evidence, ...]
    notes: tuple[str, ...]
    left_out: int = 0

    @property
    def in_force(self) -> bool | None:
        """Whether it is in force, be it in part or as amended; None: unknown."""
        return None if self.standing is Standing.UNKNOWN else self.standing not in OUT_OF_FORCE

    @property
    def cause(self) -> Act | None:
        """The act that the standing comes from, the first of several."""
        return next((act for act in self.acts if _effect(act) is self.standing), None)


def state(store: GraphReader, id: str, *, at: str) -> State:
    """How the document ``id`` stands on the whole ISO day ``at``; UsageError for another day."""
    whole_day(at)
    with store.snapshot() as view:
        node = known(view, id, NodeKind.DOCUMENT)
        edges = [
            edge
            for kinds in (GRAVE, LIGHT)  # no crowd of amendments hides who ended it
            for edge in view.links(id, kinds, reverse=True, limit=MOST)
        ]
        all_acts = sum(view.link_counts(id, ACTS, reverse=True).values())
        acts = _acts(view, node, edges, at)
    effective, until = day_of(node, "effective"), day_of(node, "expires")
    since = effective or issued_on(node)
    since_from = "effective" if effective else "issued" if since else None
    begun, notes = _begun(node, since, since_from, at)
    ended = has_passed(until, at)
    holds = {effect for act in acts if (effect := _effect(act))}
    holds |= {Standing.EXPIRED} if ended else set()
    holds |= {Standing.NOT_YET} if begun is False else set()
    notes += _unclear(acts, expires=until is not None and ended is None)
    left_out = max(0, all_acts - len(acts)) if len(edges) >= MOST else 0
    notes += ["acts_left_out"] if left_out else []
    standing = _standing(holds, begun, notes)
    if standing is Standing.IN_FORCE:
        holds.add(standing)
    order = list(Standing)
    return State(
        node, at, standing, tuple(sorted(holds, key=order.index)), since, since_from, until, acts,
        _own_words(node), tuple(dict.fromkeys(notes)),
        left_out,
    )  # fmt: skip


def _own_words(node: Node) -> tuple[Evidence, ...]:
    """The words in which the document tells its first and last day."""
    told = (node.properties.get(f"{name}_evidence") for name in ("effective", "expires"))
    return tuple(Evidence(**words) for words in told if words)


def _standing(holds: set[Standing], begun: bool | None, notes: Sequence[str]) -> Standing:
    """The gravest thing that holds, if what is unclear could not be graver still."""
    for final in (Standing.REPEALED, Standing.REPLACED, Standing.EXPIRED, Standing.NOT_YET):
        if final in holds:
            return final
    if UNCLEAR & set(notes):
        return Standing.UNKNOWN
    if Standing.SUSPENDED in holds:
        return Standing.SUSPENDED
    if begun is None:
        return Standing.UNKNOWN
    return min(holds, key=list(Standing).index, default=Standing.IN_FORCE)


def _begun(
    node: Node, since: str | None, since_from: str | None, at: str
) -> tuple[bool | None, list[str]]:
    """Whether it has taken effect, and what stands in the way of telling."""
    begun = has_come(since, at)
    if since_from == "effective":
        return begun, [] if begun is not None else ["effective_unclear"]
    if begun is False:
        return False, ["not_issued"]
    if node.properties.get("status") != "loaded":
        return None, ["not_loaded"]
    if _is_draft(node, since):
        return None, ["own_draft"]
    if begun is None:
        return None, ["issued_unclear" if since else "undated"]
    if "/" in str(node.properties.get("number") or ""):
        # 24/2014/NĐ-CP: văn bản quy phạm pháp luật takes effect later than it is issued
        return None, ["no_effective"]
    if (last := years_told(node)) and last < int(at[:4]):
        return None, ["years_over"]
    return True, ["from_issued"]


def _is_draft(node: Node, since: str | None) -> bool:
    """Whether its number is left blank before the symbol, and its day: it may never have been
    issued."""
    blank = not node.properties.get("number") and bool(node.properties.get("symbol"))
    return blank and not is_whole_day(since)


def years_told(node: Node) -> int | None:
    """The last year that the title of a plan tells of (Kế hoạch … năm 2022; giai đoạn 2021-2025);
    None for other kinds and where it tells none."""
    if node.properties.get("type") not in planned_types():
        return None
    found = _YEARS.findall(str(node.properties.get("title") or ""))
    return max(map(int, found), default=None)


def _unclear(acts: Sequence[Act], *, expires: bool) -> list[str]:
    """What acts leave open: that they count for nothing, since when, and how much they end."""
    notes = [act.doubt for act in acts if act.doubt]
    if expires:
        notes.append("expires_unclear")
    for act in acts:
        if act.ended and not act.doubt:
            notes.append("resumed")
        if act.doubt or act.ended or act.kind not in (*ENDING, EdgeKind.SUSPENDS):
            continue
        if act.begun is None and act.whole is not False:
            notes.append("act_undated")
        if act.begun and act.whole is None:
            notes.append("extent")
    return notes


def _acts(store: GraphReader, node: Node, edges: Sequence[Edge], at: str) -> tuple[Act, ...]:
    """What each document does, however many say so; by day, those without a day last."""
    said: dict[tuple[str, EdgeKind], list[Edge]] = {}
    for edge in edges:
        said.setdefault((edge.source, edge.kind), []).append(edge)
    nodes = store.nodes({by for by, _ in said})
    acts = [_act(node, nodes[by], kind, proofs, at) for (by, kind), proofs in said.items()]
    return tuple(sorted(acts, key=lambda act: (act.day or "9999", act.by.id, act.kind)))


def _act(node: Node, by: Node, kind: EdgeKind, edges: Sequence[Edge], at: str) -> Act:
    effective = day_of(by, "effective")
    day = effective or issued_on(by)
    proofs = [proof for edge in edges for proof in edge.evidence]
    whole = covers_whole(node, proofs)
    until = lasts_until(proofs) if kind is EdgeKind.SUSPENDS else None
    day_from = "effective" if effective else "issued" if day else None
    return Act(
        kind, by, day, day_from, has_come(day, at), whole, _doubt(node, by, day), tuple(edges),
        until, bool(until and has_passed(until, at)),
    )  # fmt: skip


def _doubt(node: Node, by: Node, day: str | None) -> str | None:
    """Why an act counts for nothing: who only proposes, or spoke before this document was."""
    if by.properties.get("type") in proposing_types():
        return "proposal"
    if not day and not by.properties.get("number"):
        return "draft"
    issued = issued_on(node)
    if issued and len(issued) == 10 and has_passed(day, issued):
        return "before_issue"
    return None


def _effect(act: Act) -> Standing | None:
    """What is certain by this act alone; None while it has not begun or is not clear."""
    if act.doubt or not act.begun or act.ended:
        return None
    if act.kind in (EdgeKind.AMENDS, EdgeKind.CORRECTS) or act.whole:
        return _BY_ACT[act.kind]
    return Standing.PARTLY_ENDED if act.whole is False else None
