"""Questions over the sample corpus: what the story of its documents must answer."""

from graph.model import EdgeKind, NodeKind
from graph.questions.chain import chain
from graph.questions.missing import missing
from graph.questions.path import path
from graph.questions.search import search
from graph.questions.workload import workload
from graph.store import GraphStore

DEPARTMENT = "vn/hcm/skhcn"
DIRECTIVE = "vn/tw/ct/2024/38"
CITY_DECISION = "vn/hcm/ubnd/qd/2025/76"


def _plan(sample: GraphStore) -> str:
    """The plan of 2026, whose number is blank."""
    return next(id for id in sample.documents() if id.startswith(f"{DEPARTMENT}/kh/2026/"))


def test_from_a_unit_through_its_task_and_plan_to_the_decision(sample: GraphStore) -> None:
    unit = f"{DEPARTMENT}/trung-tam-cong-nghe-thong-tin-dia-khong-gian"
    found = path(sample, unit, CITY_DECISION)
    plan = _plan(sample)
    assert found.along
    assert (unit, f"{plan}/nv/ii-2-i", plan, CITY_DECISION) in found.ways
    assert all(edge.evidence for edge in found.subgraph.edges)


def test_the_plan_of_2026_rests_on_city_and_party(sample: GraphStore) -> None:
    answer = chain(sample, _plan(sample))
    depths = answer.depth
    assert depths[CITY_DECISION] == 1
    assert {DIRECTIVE, "vn/hcm/tu/ctrhd/2024/60", "vn/hcm/skhcn/kh/2025/398"} <= set(depths)


def test_the_city_decision_itself_rests_on_the_directive(sample: GraphStore) -> None:
    steps = {(e.source, e.kind, e.target) for e in chain(sample, CITY_DECISION).edges}
    assert (CITY_DECISION, EdgeKind.BASED_ON, DIRECTIVE) in steps


def test_what_rests_on_the_prime_ministers_decision(sample: GraphStore) -> None:
    resting = set(chain(sample, "vn/ttg/qd/2018/996", down=True).depth)
    assert {
        "vn/hcm/ubnd/qd/2022/520",
        "vn/hcm/skhcn/kh/2022/880",
        "vn/can-tho/ubnd/kh/2021/155",
    } <= resting


def test_the_letter_leads_to_both_strategies(sample: GraphStore) -> None:
    letter = next(id for id in sample.documents() if id.startswith(f"{DEPARTMENT}/cv/2025/"))
    reached = set(chain(sample, letter).depth)
    for number in ("kh/2025/2132", "kh/2025/2134", "qd/2024/2899", "qd/2024/2902"):
        assert f"vn/hcm/ubnd/{number}" in reached


def test_can_tho_and_ho_chi_minh_city_keep_their_own_departments(sample: GraphStore) -> None:
    plan = chain(sample, "vn/can-tho/ubnd/kh/2021/155")
    assert not [id for id in plan.depth if id.startswith("vn/hcm/")]
    assert {"vn/can-tho/skhcn", DEPARTMENT} <= set(
        sample.nodes(["vn/can-tho/skhcn", DEPARTMENT, "vn/skhcn"])
    )


def test_the_year_has_four_quarters_of_work(sample: GraphStore) -> None:
    unit = f"{DEPARTMENT}/trung-tam-dich-vu-phan-tich-thi-nghiem-tieu-chuan-do-luong-chat-luong"
    rows = {row.role: row for row in workload(sample, [unit], year=2026).rows}
    assert set(rows) == {EdgeKind.LEADS, EdgeKind.COORDINATES}
    assert all(count > 0 for row in rows.values() for count in row.counts)


def test_search_does_not_mind_diacritics(sample: GraphStore) -> None:
    for text in ("chi thi 38", "Chỉ thị 38", "38-CT/TW"):
        hits = search(sample, text, kinds=[NodeKind.DOCUMENT]).hits
        assert DIRECTIVE in [hit.node.id for hit in hits[:3]], text


def test_what_is_cited_but_not_loaded(sample: GraphStore) -> None:
    wanted = {row.node.id: row for row in missing(sample)}
    assert "vn/ttg/qd/2023/899" in wanted
    assert not set(wanted) & set(sample.documents())
