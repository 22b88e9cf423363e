"""A small office in a store, written by hand: plans, a decision, tasks, units, awkward names."""

from stores import delta, document, doubt, task, unit

from graph.model import EdgeKind, GraphDelta
from graph.store import GraphStore

PLAN, DECISION = "vn/ninh-binh/skhcn/kh/2026/12", "vn/ninh-binh/ubnd/qd/2025/340"
LETTER, DIRECTIVE = "vn/ninh-binh/skhcn/cv/2026/77", "vn/ttg/ct/2024/9"
FIRST, SECOND, STANDING = (f"{PLAN}/nv/{path}" for path in ("1-a", "1-b", "2"))
OFFICE, BUREAU = "unit/so-khcn-ninh-binh", "unit/chi-cuc-do-luong"
#: words from a document that must stay words wherever they are shown
AWKWARD = "<script>alert(1)</script> \"'`{x} {{y}} MATCH (n) DETACH DELETE n; -- [bold]"


def fill(store: GraphStore) -> None:
    """Put the office into a store."""
    for said in said_by_office():
        store.apply(said)


def said_by_office() -> list[GraphDelta]:
    """What its three loaded documents say."""
    return [_plan(), _decision(), _letter()]


def _plan() -> GraphDelta:
    first = task(FIRST, path="1.a", name=AWKWARD, kind="task", order=1)
    second = {"intervals": [["2026-04-01", "2026-09-30"]], "time": "Quý II, III/2026"}
    return delta(
        PLAN,
        (PLAN, EdgeKind.BASED_ON, DECISION),
        *((PLAN, EdgeKind.ASSIGNS, job) for job in (FIRST, SECOND, STANDING)),
        (BUREAU, EdgeKind.LEADS, FIRST),
        (OFFICE, EdgeKind.COORDINATES, FIRST),
        (OFFICE, EdgeKind.LEADS, SECOND),
        (BUREAU, EdgeKind.EXECUTES, STANDING),
        (BUREAU, EdgeKind.PART_OF, OFFICE),
        owned=[
            first,
            task(SECOND, path="1.b", name="Kiểm định cân chợ", kind="task", order=2, **second),
            task(STANDING, path="2", name="Trực đường dây nóng", kind="task", order=3),
        ],
        references=[
            unit(OFFICE, name="Sở Khoa học và Công nghệ tỉnh Ninh Bình"),
            unit(BUREAU, name="Chi cục Đo lường tỉnh Ninh Bình"),
        ],
        issues=[doubt("own_number_blank", PLAN)],
        text="Kế hoạch. Căn cứ Quyết định số 340/QĐ-UBND. Kiểm định cân chợ. " * 30,
        **_facts("Kế hoạch", "12", "KH-SKHCN", "department", 2026),
    )


def _decision() -> GraphDelta:
    return delta(
        DECISION,
        (DECISION, EdgeKind.BASED_ON, DIRECTIVE),
        references=[document(DIRECTIVE, **_facts("Chỉ thị", "9", "CT-TTg", "government", 2024))],
        **_facts("Quyết định", "340", "QĐ-UBND", "province", 2025),
    )


def _letter() -> GraphDelta:
    return delta(
        LETTER,
        (LETTER, EdgeKind.CITES, DECISION),
        (LETTER, EdgeKind.CITES, DIRECTIVE),
        **_facts("Công văn", "77", "SKHCN-ĐL", "department", 2026),
    )


def _facts(type: str, number: str, symbol: str, level: str, year: int) -> dict[str, object]:
    label = f"{type} {number}/{symbol}"
    facts = {"type": type, "number": number, "symbol": symbol, "level": level, "year": year}
    return {"label": label, "title": f"Về {AWKWARD}", **facts}
