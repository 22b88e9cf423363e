"""How two documents differ: what was planted in our samples is found, and nothing else."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from engines import ENGINES, empty_store
from rich.console import Console
from stores import delta, document, task, unit

from api.intake.ingest import ingest
from api.tables.plans import comparison_table
from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind, GraphDelta, Json
from graph.questions import Comparison, comparable, compare
from graph.questions.comparable import Kinship
from graph.store import GraphStore
from graph.wire import comparison_json

K = EdgeKind
YEARS = Path(__file__).parent / "years"
LAST, THIS = "vn/ninh-binh/snv/kh/2025/15", "vn/ninh-binh/snv/kh/2026/8"


@pytest.fixture(scope="module", params=ENGINES)
def plans(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[GraphStore]:
    """Last year's and this year's plan of one department, read from their files."""
    with empty_store(request.param, tmp_path_factory.mktemp("years"), request) as store:
        assert not ingest([YEARS], store).failed
        yield store


def told(found: Comparison) -> dict[str, list[str]]:
    """Item of a changed task → the aspects that changed."""
    return {
        one.task.properties.get("path", ""): [point.aspect.value for point in one.differences]
        for one in found.changed
    }


def test_this_years_plan_with_last_years(plans: GraphStore) -> None:
    found = compare(plans, LAST, THIS)
    assert found.years == 1
    # the survey of Quý I and the report before 20 November come back a year later
    assert [task.properties["path"] for task, _ in found.same] == ["I.1", "II"]
    assert told(found) == {
        "I.2": ["lead", "coordination", "time", "citation", "citation", "wording"],
        "I.4": ["wording"],
        "I.5": ["wording"],
    }
    assert [one.node.properties["path"] for one in found.dropped] == ["I.3"]
    assert [one.node.properties["path"] for one in found.added] == ["I.4"]
    assert [one.node.properties["number"] for one in found.bases_dropped] == ["9"]
    assert [one.node.properties["number"] for one in found.bases_added] == ["31"]
    assert (found.unsure, found.beyond, found.bases_redated) == ((), (), ())


def test_this_years_plan_is_worth_comparing_with_last_years(plans: GraphStore) -> None:
    (pair,) = comparable(plans)
    assert (pair.why, pair.a.id, pair.b.id) == (Kinship.SERIES, LAST, THIS)
    assert comparable(plans, LAST) == comparable(plans, THIS) == (pair,)
    with pytest.raises(NotFoundError, match="vn/nowhere"):
        comparable(plans, "vn/nowhere")


def test_an_annex_is_worth_comparing_with_what_it_belongs_to(sample: GraphStore) -> None:
    found = comparable(sample)
    assert {pair.why for pair in found} == {Kinship.ANNEX}
    assert all(pair.b.properties["type"] == "Phụ lục" for pair in found)
    assert comparable(sample, found[0].b.id) == found[:1]
    assert comparable(sample, "vn/hcm/sct/cv/2025/2785") == ()  # only cited


def test_a_document_that_is_only_cited_is_not_compared(sample: GraphStore) -> None:
    plan, cited = "vn/hcm/ubnd/kh/2025/2134", "vn/hcm/sct/cv/2025/2785"
    for pair in ((plan, cited), (cited, plan)):
        with pytest.raises(NotFoundError, match="2785/SCT-QLCN"):
            compare(sample, *pair)


def test_each_side_of_a_change_is_quoted(plans: GraphStore) -> None:
    found = compare(plans, LAST, THIS)
    for one in found.changed:
        for point in one.differences:
            for side, id in ((point.before, LAST), (point.after, THIS)):
                proofs = [proof for edge in side.edges for proof in edge.evidence]
                assert proofs and {proof.doc for proof in proofs} == {id}, point.aspect
    lead = found.changed[0].differences[0]
    assert "Văn phòng Sở" in lead.before.edges[0].evidence[0].quote
    assert "Phòng Cải cách hành chính" in lead.after.edges[0].evidence[0].quote
    alone = (*found.added, *found.dropped, *found.bases_added, *found.bases_dropped)
    assert all(edge.evidence for one in alone for edge in one.edges)


def test_backwards_what_was_added_is_dropped(plans: GraphStore) -> None:
    there, back = compare(plans, LAST, THIS), compare(plans, THIS, LAST)
    assert back.years == -1
    assert [o.node.id for o in back.added] == [o.node.id for o in there.dropped]
    assert [o.node.id for o in back.dropped] == [o.node.id for o in there.added]
    assert len(back.changed) == len(there.changed)


def test_the_sample_plan_with_its_annex(sample: GraphStore) -> None:
    """The faults planted in the annex of our sample, as tests/corpus describes them."""
    plan = next(id for id in sample.documents() if id.startswith("vn/hcm/skhcn/kh/2026/"))
    annex = next(id for id in sample.documents() if id.startswith("vn/hcm/skhcn/phl/"))
    found = compare(sample, plan, annex)
    assert told(found) == {
        "II.1.b": ["role"],
        "II.2.b": ["role"],
        "II.2.i": ["coordination", "citation", "wording"],
        "II.3.a": ["role"],
        "II.3.c": ["citation", "wording"],
    }
    assert len(found.same) + len(found.changed) == 24
    assert (found.added, found.dropped, found.unsure, found.years) == ((), (), (), 0)
    # the duties and reports at the end of the plan are none of the table's business
    assert {one.node.properties["kind"] for one in found.beyond} == {"duty", "report"}
    redated = found.changed[2].differences[1]
    days = [side.nodes[0].properties["issued"] for side in (redated.before, redated.after)]
    assert days == ["2025-09-22", "2026-09-23"]


# -- by hand

NAME = "Rà soát bảng giá dịch vụ công của các trung tâm"


def plan(id: str, *jobs: tuple[str, dict[str, Json]], **facts: Json) -> GraphDelta:
    """A plan with tasks, each with its lead."""
    ids = [f"{id}/nv/{n}" for n in range(len(jobs))]
    return delta(
        id,
        *((id, K.ASSIGNS, job) for job in ids),
        *((lead, K.LEADS, job) for job, (lead, _) in zip(ids, jobs, strict=True)),
        owned=[task(job, **told) for job, (_, told) in zip(ids, jobs, strict=True)],
        references=[unit("unit/a"), unit("unit/b")],
        **facts,
    )


def job(
    name: str, path: str = "", lead: str = "unit/a", **facts: Json
) -> tuple[str, dict[str, Json]]:
    return lead, {"name": name, "path": path, "kind": "task", **facts}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (NAME, "same"),
        (NAME + " một lần nữa", "changed"),  # nearly all words, no rival
        (NAME + " đợt 2", "unsure"),  # another number: perhaps another round
        ("Rà soát bảng giá dịch vụ tại bệnh viện", "unsure"),
        ("Xây dựng nhà văn hóa xã", "dropped"),
    ],
)
def test_a_match_is_never_forced(store: GraphStore, name: str, kept: str) -> None:
    store.apply(plan("vn/a", job(NAME, "I.1")))
    store.apply(plan("vn/b", job(name, "II.7")))
    found = compare(store, "vn/a", "vn/b")
    lists = {"same": found.same, "changed": found.changed, "unsure": found.unsure,
             "dropped": found.dropped}  # fmt: skip
    assert [name for name, tasks in lists.items() if tasks] == [kept]
    assert bool(found.added) is (kept == "dropped")


def test_two_candidates_are_both_shown(store: GraphStore) -> None:
    store.apply(plan("vn/a", job(NAME + " của tỉnh")))
    store.apply(plan("vn/b", job("Nay " + NAME + " của tỉnh"), job("Nay " + NAME + " của xã")))
    (doubt,) = compare(store, "vn/a", "vn/b").unsure
    assert [node.id for node, _ in doubt.candidates] == ["vn/b/nv/0", "vn/b/nv/1"]
    assert doubt.candidates[0][1] > doubt.candidates[1][1] > 0.6


TIMES: list[tuple[dict[str, Json], dict[str, Json], bool]] = [
    ({"intervals": [["2026-01-01", "2026-03-31"]], "time": "Quý I"},
     {"intervals": [["2026-01-01", "2026-03-31"]], "time": "Từ tháng 1 đến tháng 3"}, False),
    ({"due": "2026-11-15", "before": True, "time": "trước 15/11"},
     {"due": "2026-11-14", "time": "chậm nhất 14/11"}, False),
    ({"due": "2026-11-15", "time": "15/11"}, {"due": "2026-11-20", "time": "20/11"}, True),
    ({"recurrence": "P3M", "time": "hằng quý"}, {"recurrence": "P1Y", "time": "hằng năm"}, True),
    ({"due": "2026-11-15", "time": "15/11"}, {}, True),  # the second plainly gives none
    ({"due": "2026-11-15", "time": "15/11"}, {"time": "sau khi tổng kết"}, False),  # not understood
    ({"time": "sau khi tổng kết"}, {"time": "sau tổng kết"}, False),
]  # fmt: skip


def test_what_stands_beside_the_table_of_an_annex_is_told_on_the_side_of_its_plan(
    sample: GraphStore,
) -> None:
    plan, annex = "vn/hcm/skhcn/kh/2026/-dc64ad10", "vn/hcm/skhcn/phl/-/-e53ca16c"
    for pair, column in (((plan, annex), 2), ((annex, plan), 3)):
        told = StringIO()
        Console(file=told, width=300).print(
            comparison_table(comparison_json(compare(sample, *pair)))
        )
        rows = [line.split("│") for line in told.getvalue().splitlines() if "Ngoài bảng" in line]
        assert len(rows) == 3
        assert all(row[column].strip() and not row[5 - column].strip() for row in rows)


@pytest.mark.parametrize(("here", "there", "differ"), TIMES)
def test_times_are_compared_as_days(
    store: GraphStore, here: dict[str, Json], there: dict[str, Json], differ: bool
) -> None:
    store.apply(plan("vn/a", job(NAME, **here)))
    store.apply(plan("vn/b", job(NAME, **there)))
    found = compare(store, "vn/a", "vn/b")
    assert told(found) == ({"": ["time"]} if differ else {})


def test_a_leap_day_of_the_plan_of_another_year(store: GraphStore) -> None:
    """The end of February is the end of February in every year."""
    for id, year, day in (("vn/a", 2027, "2027-02-28"), ("vn/b", 2028, "2028-02-29")):
        times = {"intervals": [[f"{year}-02-01", day]], "time": f"tháng 2/{year}"}
        store.apply(plan(id, job(f"{NAME} năm {year}", **times), title=f"Kế hoạch năm {year}"))
    found = compare(store, "vn/a", "vn/b")
    assert (found.years, len(found.same)) == (1, 1)


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        ("tháng 12/2026", "tháng 12/2027", []),
        ("Quý IV/2025", "Quý IV/2026", []),  # before the year that is planned
        ("tháng 12/2026", "tháng 6/2027", ["wording"]),
        ("theo Luật số 72/2026/QH16", "theo Luật số 72/2027/QH16", ["wording"]),
    ],
)
def test_a_period_in_a_name_moves_with_the_year(
    store: GraphStore, before: str, after: str, differ: list[str]
) -> None:
    store.apply(plan("vn/a", job(f"{NAME}, xong {before}"), title="Kế hoạch năm 2026"))
    store.apply(plan("vn/b", job(f"{NAME}, xong {after}"), title="Kế hoạch năm 2027"))
    found = compare(store, "vn/a", "vn/b")
    assert found.years == 1
    assert told(found) == ({"": differ} if differ else {})


def test_one_period_that_both_plans_tell_is_no_change(store: GraphStore) -> None:
    told_twice: dict[str, Json] = {
        "intervals": [["2026-01-01", "2030-12-31"]], "time": "Giai đoạn 2026 - 2030"
    }  # fmt: skip
    for id, year in (("vn/a", 2026), ("vn/b", 2027)):
        store.apply(plan(id, job(NAME, **told_twice), title=f"Kế hoạch năm {year}"))
    assert told(compare(store, "vn/a", "vn/b")) == {}


def test_what_an_annex_of_the_first_plan_adds_is_compared_too(store: GraphStore) -> None:
    store.apply(plan("vn/a"))
    annex = plan("vn/a/pl", job(NAME))
    note = delta("vn/note", ("vn/a/pl", K.ANNEX_OF, "vn/a"))
    store.apply(annex)
    store.apply(note)
    store.apply(plan("vn/b", job(NAME, lead="unit/b")))
    found = compare(store, "vn/a", "vn/b")
    assert [one.task.id for one in found.changed] == ["vn/a/pl/nv/0"]
    assert [one.node.id for one in compare(store, "vn/a", "vn/a/pl").added] == ["vn/a/pl/nv/0"]


def test_a_receiver_of_reports_that_changed(store: GraphStore) -> None:
    for id, receiver in (("vn/a", "unit/a"), ("vn/b", "unit/b")):
        report = f"{id}/nv/1"
        store.apply(delta(id, (id, K.ASSIGNS, report), (report, K.REPORTS_TO, receiver),
                          owned=[task(report, name=NAME, kind="report")]))  # fmt: skip
    assert told(compare(store, "vn/a", "vn/b")) == {"": ["receiver"]}


def test_what_cannot_be_compared(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", K.ISSUED_BY, "unit/a"), references=[document("vn/b")]))
    with pytest.raises(UsageError, match="vn/a"):
        compare(store, "vn/a", "vn/a")
    with pytest.raises(NotFoundError, match="vn/c"):
        compare(store, "vn/a", "vn/c")
    with pytest.raises(NotFoundError, match="unit/a"):
        compare(store, "vn/a", "unit/a")
