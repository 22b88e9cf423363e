"""What is wrong or doubtful in the graph (rà soát): the doubts of reading, and those of the whole.

Every finding names the nodes it touches and quotes its evidence; nothing is decided here.
"""

from collections.abc import Callable, Iterator

from graph.model import Severity
from graph.questions.checks.annexes import differing_annexes
from graph.questions.checks.bases import circular_bases, later_bases, replaced_bases
from graph.questions.checks.names import differing_names, near_symbols
from graph.questions.finding import Finding, from_issue
from graph.store import GraphReader

CHECKS: tuple[Callable[[GraphReader], Iterator[Finding]], ...] = (
    circular_bases,
    later_bases,
    replaced_bases,
    differing_names,
    near_symbols,
    differing_annexes,
)
WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def findings(store: GraphReader) -> tuple[Finding, ...]:
    """All findings (kết quả rà soát), the worst first, then by rule and node."""
    with store.snapshot() as view:
        found = [from_issue(issue) for issue in view.issues()]
        found += [finding for check in CHECKS for finding in check(view)]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    return (
        WORST_FIRST.index(finding.severity),
        finding.rule,
        finding.nodes,
        finding.message,
    )
