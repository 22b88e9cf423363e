"""What legal staff ask."""

from api.schemas.facts import CountsShape, EdgeShape, EvidenceShape, NodeShape, Shape


class NoteShape(Shape):
    """Why something is not known, or on what an answer leans."""

    note: str
    message: str
    message_en: str


class ActShape(Shape):
    """What another document does to the one that is asked about."""

    kind: str
    by: NodeShape
    day: str | None
    begun: bool | None
    until: str | None
    ended: bool
    whole: bool | None
    doubt: str | None
    edges: list[EdgeShape]


class StateAnswer(Shape):
    """How a document stands on a day, by the words of documents; ``in_force`` null: unknown."""

    node: NodeShape
    at: str
    status: str
    in_force: bool | None
    holds: list[str]
    text: str
    text_en: str
    since: str | None
    until: str | None
    evidence: list[EvidenceShape]
    acts: list[ActShape]
    notes: list[NoteShape]


class ImpactCounts(Shape):
    """What hangs on a document itself, and what hangs on it through others."""

    direct: CountsShape
    indirect: CountsShape


class RunningShape(Shape):
    """Tasks by a day: run after it, done by then, without a time."""

    after: int
    done: int
    undated: int


class MemberShape(NodeShape):
    """A node that hangs on the document, with the way that joins them and its proof."""

    direct: bool
    distance: int
    way: list[str]
    edges: list[EdgeShape]


class ImpactAnswer(Shape):
    """What hangs on a document: counts of all, a page of members; ``next`` is its cursor."""

    node: NodeShape
    on: str | None
    counts: ImpactCounts
    running: RunningShape | None
    members: list[MemberShape]
    nodes: list[NodeShape]
    next: str | None
    complete: bool


class CategoryShape(Shape):
    """A category of the diagram; ``read``: whether relations of it are read at all."""

    id: str
    label: str
    label_en: str
    direction: str
    read: bool
    count: int
    tasks: int
    members: list[NodeShape]
    next: str | None


class RelationsAnswer(Shape):
    """The diagram of a document: thirteen and thirteen categories, and what stands beside."""

    node: NodeShape
    categories: list[CategoryShape]
    beside: list[CategoryShape]
