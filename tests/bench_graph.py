"""Made-up documents whose graph has the shape of real ones, for measuring stores of any size.

A few laws are cited by very many, chains of bases are six to nine steps deep, a document refers to
about eight others, one in ten assigns twenty tasks. Everything follows from the place of a document
in the order and a seed, so a million deltas are made one after the other and none is kept.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from graph.model import Edge, EdgeKind, Evidence, GraphDelta, Node, NodeKind, Offer
from graph.words.folding import slug

SMOKE, USUAL, LARGE = 2_000, 50_000, 1_000_000
SEED = "cancu"
#: share of the documents on each level of the chains below the laws
LEVELS = (0.05, 0.10, 0.15, 0.20, 0.20, 0.15, 0.10, 0.05)
#: by level: kind of text, symbol, organ in the id
SERIES = (
    ("Luật", "QH13", "qh/luat"),
    ("Nghị định", "NĐ-CP", "cp/nd"),
    ("Nghị quyết", "NQ-CP", "cp/nq"),
    ("Quyết định", "QĐ-TTg", "ttg/qd"),
    ("Chỉ thị", "CT-TTg", "ttg/ct"),
    ("Thông tư", "TT-BNV", "bnv/tt"),
    ("Quyết định", "QĐ-UBND", "ha-noi/ubnd/qd"),
    ("Kế hoạch", "KH-UBND", "ha-noi/ubnd/kh"),
    ("Kế hoạch", "KH-SNV", "ha-noi/snv/kh"),
)
#: syllables for titles: some frequent, most rare, as words are
ONSETS = ("b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "ph", "qu", "s", "t", "th")
RHYMES = (
    "an",
    "ông",
    "inh",
    "ương",
    "iên",
    "ao",
    "ự",
    "ấp",
    "ăng",
    "oạch",
    "ịnh",
    "iếu",
    "ôi",
    "ơ",
)
WORDS = tuple(first + rest for rest in RHYMES for first in ONSETS)
TASKS, GROUPS = 20, 4
#: one in so many documents that others cite is never loaded, and one in so many assigns tasks
ABSENT, PLANNING = 9, 10

Found: TypeAlias = tuple[int, int, str]


@dataclass
class Paper:
    """A text that grows sentence by sentence, each of which proves something."""

    document: str
    text: str = ""

    def prove(self, sentence: str, rule: str) -> tuple[Evidence, ...]:
        """Add a sentence; the evidence that it is."""
        start = len(self.text)
        self.text += sentence + "\n"
        return (Evidence(self.document, start, start + len(sentence), sentence, rule),)


@dataclass(frozen=True)
class World:
    """All documents and units there are for a number of loaded documents."""

    size: int = USUAL
    laws: int = field(init=False)
    units: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "laws", min(1_000, max(100, self.size // 100)))
        object.__setattr__(self, "units", min(3_000, max(200, self.size // 16)))

    @cached_property
    def known(self) -> int:
        """How many documents there are, those that are never loaded too."""
        return self.laws + -(-(self.size - self.laws) * ABSENT // (ABSENT - 1))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Place of the first document of each level, and of what would come after the last."""
        starts = [0, self.laws]
        for share in LEVELS[:-1]:
            starts.append(starts[-1] + int(share * (self.known - self.laws)))
        return (*starts, self.known)

    def level(self, place: int) -> int:
        """How long a chain may begin at a document: none at a law."""
        return next(n for n, end in enumerate(self.starts[1:]) if place < end)

    def is_loaded(self, place: int) -> bool:
        """Whether anybody ever loads the document."""
        return place < self.laws or (place - self.laws) % ABSENT != ABSENT - 1

    def deltas(self) -> Iterator[GraphDelta]:
        """What the loaded documents say, one by one, in an order that follows no level."""
        step = next(n for n in range(self.known * 5 // 8, self.known) if _coprime(n, self.known))
        places = (n * step % self.known for n in range(self.known))
        return (self.delta(place) for place in places if self.is_loaded(place))

    # -- one document

    def id(self, place: int) -> str:
        """The id of a document."""
        return f"vn/{SERIES[self.level(place)][2]}/{_year(place)}/{place + 1}"

    def document(self, place: int, *, loaded: bool = False) -> Node:
        """A document's node, as it says itself or as others cite it."""
        level = self.level(place)
        type, symbol, _ = SERIES[level]
        number = f"{place + 1}/{_year(place)}" if level < 2 else str(place + 1)
        label = f"{type} {number}/{symbol}"
        facts = {"type": type, "number": number, "symbol": symbol, "year": _year(place)}
        issued = f"{_year(place)}-{place % 12 + 1:02}-{place % 28 + 1:02}"
        own = {"title": _title(place), "issued": issued, "source": f"{place}.txt"}
        state = own | {"status": "loaded"} if loaded else {"status": "cited"}
        return Node(self.id(place), NodeKind.DOCUMENT, label, facts | state)

    def unit(self, place: int) -> Node:
        """A unit; the first thirty have all others as their parts."""
        name = f"Sở {_title(place * 7, 3)} {place}" if place >= 30 else f"Bộ {_title(place, 3)}"
        return Node(f"vn/{slug(name)}-{place}", NodeKind.UNIT, name, {"name": name})

    def delta(self, place: int) -> GraphDelta:
        """All that one document says."""
        chance = _chance(place)
        own = self.document(place, loaded=True)
        said = _Said(self, own, Paper(own.id), chance)
        said.paper.text = f"{own.label}\n{own.properties['title']}\n"
        said.cite(self.cited(place, chance))
        said.issue(chance.randrange(self.units))
        if place % PLANNING == 0 and self.level(place) > 2:
            said.assign()
        return said.delta()

    def cited(self, place: int, chance: random.Random) -> dict[int, EdgeKind]:
        """The documents it refers to, always one of the level above and mostly famous laws."""
        level = self.level(place)
        if level == 0:
            above = _famous(10, chance) if place >= 10 else 0
            return {above: EdgeKind.BASED_ON} if place else {}
        found = {self._of_level(level - 1, chance): EdgeKind.BASED_ON}
        for _ in range(chance.randint(3, 4)):
            found.setdefault(_famous(self.laws, chance), EdgeKind.BASED_ON)
        for kind in (EdgeKind.IMPLEMENTS, EdgeKind.CITES, EdgeKind.CITES, EdgeKind.BASED_ON):
            found.setdefault(self._of_level(chance.randint(0, level - 1), chance), kind)
        if chance.random() < 0.05:
            found.setdefault(self._of_level(level - 1, chance), EdgeKind.REPLACES)
        return found

    def ancestor(self, place: int, steps: int) -> int:
        """A document so many bases above another, or as far up as loaded documents lead."""
        while steps and self.is_loaded(place) and (cited := self.cited(place, _chance(place))):
            place, steps = next(iter(cited)), steps - 1
        return place

    def _of_level(self, level: int, chance: random.Random) -> int:
        start, end = self.starts[level : level + 2]
        return start + int((end - start) * chance.random() ** 2)


@dataclass
class _Said:
    """A document being written."""

    world: World
    own: Node
    paper: Paper
    chance: random.Random
    tasks: list[Node] = field(default_factory=list)
    others: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def cite(self, cited: dict[int, EdgeKind]) -> None:
        for place, kind in cited.items():
            node = self.world.document(place)
            told = self.chance.random() < 0.7  # who cites a text does not always tell its title
            sentence = f"Căn cứ {node.label}" + (f" về {_title(place)};" if told else ";")
            if told:
                props = {**node.properties, "title": _title(place)}
                node = Node(node.id, node.kind, node.label, props)
            self._say(self.own.id, kind, self._other(node), sentence, "basis_line")

    def issue(self, place: int) -> None:
        unit = self._other(self.world.unit(place))
        self._say(self.own.id, EdgeKind.ISSUED_BY, unit, self.others[unit].label, "letterhead")
        if place >= 30:
            above = self._other(self.world.unit(place % 30))
            self._say(unit, EdgeKind.PART_OF, above, self.others[above].label, "letterhead")

    def assign(self) -> None:
        year = int(self.own.properties["year"])
        for order in range(TASKS):
            task = self._task(order, year)
            self.tasks.append(task)
            self._say(self.own.id, EdgeKind.ASSIGNS, task.id, task.label, "table_task")
            if order < GROUPS:
                continue
            self._say(task.id, EdgeKind.PART_OF, self.tasks[order % GROUPS].id, task.label, "tree")
            self._role(EdgeKind.LEADS, task, "Chủ trì: ")
            for _ in range(self.chance.randint(1, 3)):
                self._role(EdgeKind.COORDINATES, task, "Phối hợp: ")

    def delta(self) -> GraphDelta:
        facts = self.own.properties
        key = f"doc:vn/{facts['number']}/{facts['symbol']}"
        return GraphDelta(
            document=self.own.id,
            owned=(self.own, *self.tasks),
            references=tuple(self.others.values()),
            edges=tuple({edge.key: edge for edge in self.edges}.values()),
            issues=(),
            offers=(Offer(key, self.own.id), Offer(f"alias:{slug(self.own.label)}", self.own.id)),
            asks=(f"alias:{slug(str(facts['title']))}",),
            text=self.paper.text,
            source=str(facts["source"]),
            digest=f"{self.chance.getrandbits(256):064x}",
        )

    def _task(self, order: int, year: int) -> Node:
        group = order < GROUPS
        path = str(order + 1) if group else f"{order % GROUPS + 1}.{order // GROUPS}"
        name = _title(self.chance.randrange(1_000_000), 14).capitalize()
        props = {"name": name, "path": path, "order": order, "document": self.own.id}
        month = self.chance.randint(1, 9)
        span = [f"{year}-{month:02}-01", f"{year}-{month + self.chance.randint(0, 3):02}-28"]
        props |= {"kind": "group"} if group else {"kind": "task", "intervals": [span]}
        return Node(f"{self.own.id}/nv/{path.replace('.', '-')}", NodeKind.TASK, name, props)

    def _role(self, kind: EdgeKind, task: Node, cue: str) -> None:
        unit = self._other(self.world.unit(_famous(self.world.units, self.chance)))
        self._say(unit, kind, task.id, cue + self.others[unit].label, "table_lead")

    def _other(self, node: Node) -> str:
        return self.others.setdefault(node.id, node).id

    def _say(self, source: str, kind: EdgeKind, target: str, sentence: str, rule: str) -> None:
        proof = self.paper.prove(sentence, rule)
        self.edges.append(Edge(source, kind, target, self.own.id, proof))


def _chance(place: int) -> random.Random:
    """What is random about a document, always the same."""
    return random.Random(f"{SEED}-{place}")


def _famous(many: int, chance: random.Random) -> int:
    """One of many, the first far more often than the last."""
    return int(many * chance.random() ** 3)


def _year(place: int) -> int:
    return 2004 + place * 7 % 22


def _title(place: int, length: int = 8) -> str:
    """Some words, always the same for one place, the first of the list more often."""
    mixed = ((place + 1) * 2654435761 + n * (place * 40503 + 7919) for n in range(length))
    shares = (((word >> 5) % 1009 / 1009) ** 2 for word in mixed)
    return " ".join(WORDS[int(share * len(WORDS))] for share in shares)


def _coprime(one: int, other: int) -> bool:
    while other:
        one, other = other, one % other
    return one == 1
