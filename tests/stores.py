"""Small deltas for tests: documents written by hand."""

from collections.abc import Sequence

from graph.export import jsonl
from graph.model import (
    Edge,
    EdgeKind,
    Evidence,
    GraphDelta,
    Issue,
    Json,
    Node,
    NodeKind,
    Offer,
    Severity,
)
from graph.store import GraphStore

B, C = EdgeKind.BASED_ON, EdgeKind.CITES
PLAN, DECISION, LAW = "vn/a/kh/2026/1", "vn/a/qd/2025/76", "vn/qh/luat/2018/5"


def counted(store: GraphStore) -> dict[str, int]:
    """How many edges of each kind the store says it has, by kind; those of which there are any."""
    return {name[5:]: n for name, n in store.counts().items() if name.startswith("edge.") and n}


def document(id: str, **facts: Json) -> Node:
    """A document node; its label is its id unless given."""
    label = str(facts.pop("label", id))
    return Node(id, NodeKind.DOCUMENT, label, {"status": "cited", **facts})


def task(id: str, **facts: Json) -> Node:
    """A task node; ids look like ``<document>/nv/<path>``."""
    owner = id.split("/nv/")[0]
    return Node(id, NodeKind.TASK, str(facts.get("name", id)), {"document": owner, **facts})


def unit(id: str, **facts: Json) -> Node:
    """A unit node."""
    return Node(id, NodeKind.UNIT, str(facts.get("name", id)), {"name": id, **facts})


def says(source: str, kind: EdgeKind, target: str, by: str, *quotes: str) -> Edge:
    """An assertion with one piece of evidence for each quote."""
    proof = tuple(
        Evidence(by, 10 * place, 10 * place + len(quote), quote, "by_hand", 0.9)
        for place, quote in enumerate(quotes or ("theo",))
    )
    return Edge(source, kind, target, by, proof)


def delta(
    id: str,
    *edges: tuple[str, EdgeKind, str],
    owned: Sequence[Node] = (),
    references: Sequence[Node] = (),
    issues: Sequence[Issue] = (),
    offers: Sequence[tuple[str, str]] = (),
    asks: Sequence[str] = (),
    text: str = "",
    **facts: Json,
) -> GraphDelta:
    """What document ``id`` says; ends that are not given are referred to as bare nodes."""
    own = [document(id, **{"status": "loaded", **facts}), *owned]
    known = {node.id for node in (*own, *references)}
    ends = sorted({end for source, _, target in edges for end in (source, target)} - known)
    return GraphDelta(
        document=id,
        owned=tuple(own),
        references=(*references, *(_bare(end) for end in ends)),
        edges=tuple(says(source, kind, target, id) for source, kind, target in edges),
        issues=tuple(issues),
        offers=tuple(Offer(key, value) for key, value in offers),
        asks=tuple(asks),
        text=text or f"Văn bản {id}",
        source=id.replace("/", "-") + ".txt",
        digest=f"digest of {id}",
    )


def doubt(rule: str, *nodes: str) -> Issue:
    """An issue about some nodes."""
    return Issue(rule, Severity.WARNING, f"Nghi vấn {rule}", f"Doubt {rule}", nodes)


def _bare(id: str) -> Node:
    if "/nv/" in id:
        return task(id)
    return unit(id) if id.startswith("unit/") else document(id)


def plan() -> GraphDelta:
    """A plan with a task, a unit and a decision that it rests on."""
    job = f"{PLAN}/nv/ii-1"
    return delta(
        PLAN,
        (PLAN, B, DECISION),
        (PLAN, EdgeKind.ASSIGNS, job),
        ("unit/so-a", EdgeKind.LEADS, job),
        owned=[task(job, name="Lập báo cáo", kind="task")],
        references=[document(DECISION, number="76"), unit("unit/so-a", name="Sở A")],
        issues=[doubt("year_missing", DECISION)],
        offers=[("alias:de an 76", DECISION)],
        asks=["alias:de an 9"],
        text="Căn cứ Quyết định số 76",
        number="1",
    )


def related() -> list[GraphDelta]:
    """Documents that describe one another differently."""
    return [
        plan(),
        delta(DECISION, (DECISION, B, LAW), (DECISION, C, PLAN), number="76", title="Chính chủ"),
        delta("vn/x", ("vn/x", B, LAW), references=[document(LAW, title="Luật một")]),
        delta("vn/y", ("vn/y", B, LAW), references=[document(LAW, title="Luật hai", year=2018)]),
        delta("vn/z", ("vn/z", B, LAW), references=[document(LAW, title="Luật hai")]),
    ]


def lines(store: GraphStore) -> list[str]:
    """All that a store shows."""
    return list(jsonl(store))
