"""What is wrong or doubtful in the graph (rà soát): the doubts of reading, and those of the whole.

Every finding names the nodes it touches and quotes its evidence; nothing is decided here. The graph
is gone through a batch of documents at a time, so that memory does not grow with it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.errors import UsageError
from graph.model import EdgeKind, Node, NodeKind, Severity
from graph.questions.finding import Finding, from_issue
from graph.questions.known import known
from graph.questions.rules import CHECKS
from graph.questions.rules.batch import Batch
from graph.rules import rules
from graph.store import GraphReader
from graph.times.spans import is_day

WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
BATCH = 200  # documents looked at together
#: edges of a document that has many, and how many of those are looked at together
MANY, HEAVY = 50, 4
WHOLE_DAY = len("2026-04-01")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings are wanted; nothing named: all.

    ``document``: those to be mended in this document and its annexes. ``at``: the day that "past"
    is judged by; the rules that need one say nothing without it.
    """

    rules: frozenset[str] = frozenset()
    severities: frozenset[Severity] = frozenset()
    document: str | None = None
    at: str | None = None

    def __post_init__(self) -> None:
        for rule in sorted(self.rules - rules().keys()):
            raise UsageError("query.rule", rule=rule)
        if self.at is not None and not (len(self.at) == WHOLE_DAY and is_day(self.at)):
            raise UsageError("query.whole_day", day=self.at)


EVERYTHING = Asked()


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Some findings in order and the cursor of the next page; None on the last.

    ``counts``: findings by rule of all pages together, on the first page only.
    """

    findings: tuple[Finding, ...]
    next: str | None
    counts: dict[str, int] | None


def findings(store: GraphReader, asked: Asked = EVERYTHING) -> tuple[Finding, ...]:
    """All findings (kết quả rà soát), the worst first, then by document, rule and node."""
    return tuple(every_finding(store, asked))


def every_finding(store: GraphReader, asked: Asked = EVERYTHING) -> Iterator[Finding]:
    """The same one after the other, of one state of the store: none that was told is held."""
    with store.snapshot() as view:
        for _, found in _walk(view, asked, _Place()):
            yield found


def findings_page(
    store: GraphReader, asked: Asked = EVERYTHING, limit: int | None = None, cursor: str = ""
) -> FindingsPage:
    """A page of findings; ``cursor`` is what the page before gave as ``next``. No limit: all."""
    place = _Place.read(cursor) if cursor else _Place()
    with store.snapshot() as view:
        found = list(islice(_walk(view, asked, place), limit and limit + 1))
        left = limit is not None and len(found) > limit
        whole = not (cursor or left)
        counts = _by_rule(f for _, f in found) if whole else None
        if not (whole or cursor):
            counts = count_findings(view, asked)
    more = str(found[-2][0]) if left else None
    return FindingsPage(tuple(finding for _, finding in found[:limit]), more, counts)


def count_findings(store: GraphReader, asked: Asked = EVERYTHING) -> dict[str, int]:
    """Findings by rule, in the order of the rules; those that found nothing are absent."""
    batches = _batches(store, asked, "", shown=False)
    return _by_rule(found for batch in batches for found in _found(batch, asked))


def _by_rule(found: Iterable[Finding]) -> dict[str, int]:
    counts = Counter(finding.rule for finding in found)
    order = {id: place for place, id in enumerate(rules())}
    return {id: counts[id] for id in sorted(counts, key=lambda id: (order.get(id, -1), id))}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a walk stands: in the findings of one severity, ``told`` of one document behind it."""

    severity: int = 0
    told: int = 0
    document: str = ""

    def __str__(self) -> str:
        return f"{self.severity}:{self.told}:{self.document}"

    @classmethod
    def read(cls, cursor: str) -> "_Place":
        severity, _, rest = cursor.partition(":")
        told, _, document = rest.partition(":")
        if severity in ("0", "1", "2") and told.isascii() and told.isdecimal() and len(told) < 10:
            return cls(int(severity), int(told), document)
        raise UsageError("query.cursor", cursor=cursor)


def _walk(store: GraphReader, asked: Asked, start: _Place) -> Iterator[tuple[_Place, Finding]]:
    """Findings after a place, each with the place behind it."""
    for level in range(start.severity, len(WORST_FIRST)):
        here = start if level == start.severity else _Place(level)
        wanted = _of_severity(asked, WORST_FIRST[level])
        if wanted is None:
            continue
        for batch in _batches(store, wanted, here.document):
            told: Counter[str] = Counter()
            for found in sorted(_found(batch, wanted), key=_order):
                told[found.document] += 1
                place = _Place(level, told[found.document], found.document)
                if (place.document, place.told) > (here.document, here.told):
                    yield place, found


def _of_severity(asked: Asked, severity: Severity) -> Asked | None:
    """What is asked of one severity; None when that is nothing."""
    if asked.severities and severity not in asked.severities:
        return None
    return replace(asked, severities=frozenset({severity}))


def _batches(
    store: GraphReader, asked: Asked, first: str, *, shown: bool = True
) -> Iterator[Batch]:
    """The documents from id ``first`` on, or the one that is asked for and its annexes."""
    for page in _of_one(store, asked.document) if asked.document else _pages(store, first):
        yield Batch(store, page, asked.at, shown=shown)


def _of_one(store: GraphReader, document: str) -> Iterator[list[Node]]:
    whole = known(store, document, NodeKind.DOCUMENT)
    annexes = store.expand([whole.id], (EdgeKind.ANNEX_OF,), reverse=True)
    nodes = store.nodes({whole.id, *(edge.source for edge in annexes)})
    yield [nodes[id] for id in sorted(nodes)]


def _pages(store: GraphReader, first: str) -> Iterator[list[Node]]:
    """All documents by id, a batch at a time, ``first`` among them."""
    if first and (node := store.nodes([first]).get(first)):
        yield [node]
    while page := store.listing(NodeKind.DOCUMENT, after=first, limit=BATCH):
        yield from _parted(page, store.hubs([node.id for node in page], MANY))
        first = page[-1].id


def _parted(page: Sequence[Node], heavy: Collection[str]) -> Iterator[list[Node]]:
    """The page in runs that hold no more than ``HEAVY`` of the heavy ones: what plans with many
    tasks say is not read all at once."""
    run: list[Node] = []
    left = HEAVY
    for node in page:
        if node.id in heavy:
            if not left:
                yield run
                run, left = [], HEAVY
            left -= 1
        run.append(node)
    if run:
        yield run


def _found(batch: Batch, asked: Asked) -> Iterator[Finding]:
    """What the rules say of a batch, and what was seen while its documents were read."""
    for document, issues in batch.store.issues_by(batch.documents).items():
        for issue in issues:
            if _is_asked(issue.rule, issue.severity, asked):
                yield from_issue(document, issue)
    for id, check in CHECKS.items():
        if _is_asked(id, rules()[id].severity, asked):
            yield from check(batch)


def _is_asked(rule: str, severity: Severity, asked: Asked) -> bool:
    return (not asked.rules or rule in asked.rules) and (
        not asked.severities or severity in asked.severities
    )


def _order(finding: Finding) -> tuple[str, str, tuple[str, ...], str]:
    return (finding.document, finding.rule, finding.nodes, finding.message)
