"""How one document differs from another, as an answer (kết quả so sánh)."""

from dataclasses import dataclass

from graph.model import Edge, Node
from graph.questions.differences import Difference, Pair
from graph.questions.likely import Unsure


@dataclass(frozen=True, slots=True)
class Changed:
    """A task of both documents, with all on which they differ (nhiệm vụ có thay đổi)."""

    task: Node
    twin: Node
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one document alone has: a task or a basis, with the words that say so."""

    node: Node
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Redated:
    """One number cited with two days (cùng số, khác ngày)."""

    before: Alone
    after: Alone


@dataclass(frozen=True, slots=True)
class Comparison:
    """The first document against the second.

    ``years``: how many years the second plans after the first. ``beyond``: what is left of a plan
    beside a table in its annex that lists no such thing (duties, reports). ``bases_…``: what a
    document itself cites, beside its tasks; of an annex only the days, since it does not repeat
    its plan's bases.
    """

    a: Node
    b: Node
    years: int
    same: tuple[Pair, ...]
    changed: tuple[Changed, ...]
    added: tuple[Alone, ...]
    dropped: tuple[Alone, ...]
    unsure: tuple[Unsure, ...]
    beyond: tuple[Alone, ...]
    bases_added: tuple[Alone, ...]
    bases_dropped: tuple[Alone, ...]
    bases_redated: tuple[Redated, ...]
