"""Counts on cards and in the workload agree over the sample corpus, on every engine."""

from test_role_counts import counts

from graph.questions.overview import overview
from graph.questions.workload import workload
from graph.store import GraphStore
from viz.links import roles_of_units


def test_the_sample_plan_counts_the_same_on_cards_and_in_the_workload(sample: GraphStore) -> None:
    plan = next(id for id in sample.documents() if id.startswith("vn/hcm/skhcn/kh/2026/"))
    cards = roles_of_units(overview(sample, plan))
    work = workload(sample, year=2026)
    branch = "vn/hcm/skhcn/chi-cuc-tieu-chuan-do-luong-chat-luong"
    assert {r: n for r, n in cards[branch].items() if n} == {
        "leads": 22, "executes": 2, "coordinates": 2,
    }  # fmt: skip
    for name in ("chi-cuc-tieu-chuan-do-luong-chat-luong", "van-phong", "phong-kiem-tra-phap-che"):
        id = f"vn/hcm/skhcn/{name}"
        assert counts(work, id, plan) == {r: n for r, n in cards[id].items() if n}, name
