"""A subgraph built by hand: a plan of a department with its bases, tasks and units."""

from graph.model import Edge, EdgeKind, Evidence, Json, Node, NodeKind, Subgraph

PLAN = "vn/hcm/skhcn/kh/2026/du-thao"


def document(id: str, **facts: Json) -> Node:
    """A document; cited unless told otherwise."""
    return Node(id, NodeKind.DOCUMENT, str(facts.get("name") or id), {"status": "cited"} | facts)


def task(path: str, order: int, document: str = PLAN, **facts: Json) -> Node:
    """A task at ``path`` of a document."""
    facts = {"path": path, "order": order, "document": document, "name": f"Việc {path}"} | facts
    return Node(f"{document}/nv/{path}", NodeKind.TASK, str(facts["name"]), facts)


def unit(id: str, name: str, **facts: Json) -> Node:
    """A unit by name."""
    return Node(id, NodeKind.UNIT, name, {"name": name} | facts)


def edge(source: str, kind: EdgeKind, target: str, by: str = PLAN, start: int = 0) -> Edge:
    """An edge with one proof."""
    quote = f"Căn cứ {target}" if kind is EdgeKind.BASED_ON else f"giao {target}"
    return Edge(source, kind, target, by, (Evidence(by, start, start + 9, quote, "thử", 0.9),))


def plan_nodes() -> list[Node]:
    """Five documents on four levels, two groups of tasks, three units."""
    return [
        document(
            PLAN, type="Kế hoạch", symbol="KH-SKHCN", year=2026, level="department",
            status="loaded", title="Thực hiện chỉ thị về đo lường", issuer="Sở Khoa học",
        ),
        document("ct/38", type="Chỉ thị", number="38", symbol="CT/TW", level="party",
                 issued="2024-07-30"),
        document("qd/76", type="Quyết định", number="76", symbol="QĐ-UBND", level="province",
                 issued="2025-07-01"),
        document("nd/135", type="Nghị định", number="135/2021", symbol="NĐ-CP",
                 level="government"),
        document("da/996", name="Đề án 996"),
        *(task(path, order, kind="group", name=f"Nhóm việc {path}")
          for path, order in (("I", 0), ("II", 4))),
        *(task(path, order, due="2026-06-30") for path, order in
          (("I.1", 1), ("I.2", 2), ("I.3", 3), ("II.1", 5), ("II.2", 6))),
        unit("u/tdc", "Chi cục Tiêu chuẩn Đo lường Chất lượng", short_name="Chi cục TĐC"),
        unit("u/vp", "Văn phòng Sở"),
        unit("u/hcm", "Ủy ban nhân dân Thành phố"),
    ]  # fmt: skip


def plan_edges() -> list[Edge]:
    """What the plan says, each with a proof."""
    kind = EdgeKind
    nodes = [node.id for node in plan_nodes() if node.kind is NodeKind.TASK]
    inner = [id for id in nodes if "." in id]
    return [
        edge(PLAN, kind.BASED_ON, "qd/76"),
        edge("qd/76", kind.IMPLEMENTS, "ct/38"),
        edge("qd/76", kind.ISSUED_BY, "u/hcm"),
        edge(PLAN, kind.CITES, "da/996"),
        *(edge(PLAN, kind.ASSIGNS, id, start=order) for order, id in enumerate(nodes)),
        *(edge(id, kind.PART_OF, f"{PLAN}/nv/{id.split('/')[-1].split('.')[0]}") for id in inner),
        *(edge("u/tdc", kind.LEADS, id, start=order) for order, id in enumerate(inner)),
        edge("u/vp", kind.COORDINATES, inner[0]),
        edge("u/vp", kind.COORDINATES, inner[3]),
        edge(inner[3], kind.CITES, "nd/135"),
    ]


def plan() -> Subgraph:
    """All of it."""
    return Subgraph(PLAN, tuple(plan_nodes()), {}, tuple(plan_edges()))
