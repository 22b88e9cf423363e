"""Which nodes of a walk are asked for, page by page, and what stands between them and the root."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.engine.census import Census, Trait, trait
from graph.errors import UsageError
from graph.model import EdgeKind, Node, NodeKind
from graph.store import GraphReader
from graph.times.partial_days import has_come, has_passed, issued_on
from graph.times.spans import is_day
from graph.traverse import Reach
from graph.vocabulary import levels

#: nodes read at a time
CHUNK = 1000
#: how far a node is, and its id: the order of every walk
Place: TypeAlias = tuple[int, str]
FIRST_DAY, LAST_DAY = "0000-01-01", "0000-12-31"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which documents are asked for: of these authority levels, issued between these days (ISO, a
    month or a year too). UsageError for what is no level or day, and days in the wrong order."""

    levels: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        if unknown := set(self.levels) - {row.id for row in levels()}:
            known = ", ".join(row.id for row in levels())
            raise UsageError("query.level", level=", ".join(sorted(unknown)), known=known)
        for day in (self.since, self.until):
            if day and not is_day(day):
                raise UsageError("query.day", day=day)
        if self.since and self.until and self.since > self.until + LAST_DAY[len(self.until) :]:
            raise UsageError("query.days", since=self.since, until=self.until)

    @property
    def narrows(self) -> bool:
        """Whether not everything is asked for."""
        return bool(self.levels or self.since or self.until)

    def holds(self, node: Node) -> bool | None:
        """Whether a node is asked for; None for a document whose day is not known enough."""
        if not self.narrows:
            return True
        if node.kind is not NodeKind.DOCUMENT:
            return False
        if self.levels and node.properties.get("level") not in self.levels:
            return False
        return self._in_time(issued_on(node))

    def _in_time(self, day: str | None) -> bool | None:
        """Between the days; None where the month or year that is known lies on their border."""
        told: list[bool | None] = []
        if self.since:
            early = has_passed(day, self.since + FIRST_DAY[len(self.since) :])
            told.append(None if early is None else not early)
        if self.until:
            told.append(has_come(day, self.until + LAST_DAY[len(self.until) :]))
        return False if False in told else None if None in told else True


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page of what is asked for, how much comes after it, and the counts of all."""

    page: tuple[str, ...]
    left: int
    undated: int
    counts: Census
    next: str | None


def chosen(
    store: GraphReader, reach: Reach, asked: Asked, *, root: str, after: Place, limit: int
) -> Chosen:
    """The next ``limit`` nodes asked for after a place; nodes are read a few at a time."""
    counts: Counter[Trait] = Counter()
    page: list[str] = []
    left = undated = 0
    for node in _in_order(store, reach, root):
        holds = asked.holds(node)
        undated += holds is None
        if holds:
            counts[trait(node)] += 1
            if (reach.depth[node.id], node.id) > after:
                if len(page) < limit:
                    page.append(node.id)
                else:
                    left += 1
    last = f"{reach.depth[page[-1]]}:{page[-1]}" if left else None
    return Chosen(tuple(page), left, undated, counts, last)


def before(
    store: GraphReader, reach: Reach, page: Sequence[str], kinds: Sequence[EdgeKind], *, down: bool
) -> list[str]:
    """Nodes that join these to the root: of each one before it, and so on."""
    found: set[str] = set()
    pending = {id for id in page if reach.depth[id] > 1}  # the root is before all others
    while pending:
        nearer = set(_one_before(store, reach, sorted(pending), kinds, down=down).values())
        pending = {id for id in nearer - found if reach.depth[id] > 1}
        found |= nearer
    return sorted(found)


def place_of(cursor: str | None) -> Place:
    """Where the page before ended; UsageError for what is no cursor."""
    if not cursor:
        return -1, ""
    depth, sign, id = cursor.partition(":")
    if not (depth.isascii() and depth.isdecimal() and len(depth) < 4 and sign and id):
        raise UsageError("query.cursor", cursor=cursor)
    return int(depth), id


def nearest_first(depth: Mapping[str, int], ids: Iterable[str]) -> dict[str, int]:
    """These nodes with their depth, in the order of a walk."""
    return {id: depth[id] for id in sorted(ids, key=lambda id: (depth[id], id))}


def _one_before(
    store: GraphReader, reach: Reach, ids: Sequence[str], kinds: Sequence[EdgeKind], *, down: bool
) -> Mapping[str, str]:
    """For each of these the first node one step nearer; nobody reads all that lead to a hub: above
    a text its bases are found from the texts, below it what rests on it says on what."""
    levels = {reach.depth[id] - 1 for id in ids}
    nearer = [id for id, depth in reach.depth.items() if depth in levels] if not down else ids
    found: dict[str, str] = {}
    pairs = [(edge.source, edge.target) for edge in store.expand(nearer, kinds)]
    assigned = store.expand(ids, (EdgeKind.ASSIGNS,))
    pairs += [(edge.source, edge.target) for edge in assigned]
    wanted = set(ids)
    for pair in sorted(pairs):
        for here, there in (pair, pair[::-1]):
            near = reach.depth.get(there)
            if here in wanted and near == reach.depth[here] - 1:
                found.setdefault(here, there)
    return found


def _in_order(store: GraphReader, reach: Reach, root: str) -> Iterator[Node]:
    """The nodes of a walk but its root, nearest first."""
    ids = [id for id in reach.depth if id != root]
    for start in range(0, len(ids), CHUNK):
        nodes = store.nodes(ids[start : start + CHUNK])
        yield from (nodes[id] for id in ids[start : start + CHUNK] if id in nodes)
