"""Findings about ranks, titles, annexes, times and units: each fault, and what is next to it."""

import pytest
from stores import delta, document, task, unit

from graph.model import EdgeKind, GraphDelta, Json
from graph.questions import Asked, Finding, findings
from graph.questions.rules import CHECKS
from graph.store import GraphStore

K = EdgeKind


def found(store: GraphStore, *deltas: GraphDelta, at: str | None = None) -> dict[str, Finding]:
    """Rule → its finding, after loading; every finding must say why, and in whose words."""
    for said in deltas:
        store.apply(said)
    told = findings(store, Asked(at=at))
    assert all(finding.evidence for finding in told)
    assert {finding.rule for finding in told} <= CHECKS.keys()
    assert all(finding.document in store.nodes([finding.document]) for finding in told)
    assert len({finding.rule for finding in told}) == len(told)
    return {finding.rule: finding for finding in told}


@pytest.mark.parametrize(
    ("own", "level", "type", "wrong"),
    [
        ("province", "department", "Quyết định", True),
        ("government", "province", "Kế hoạch", True),
        ("province", "province", "Quyết định", False),
        ("department", "province", "Quyết định", False),
        ("province", "department", "Tờ trình", False),  # a proposal from below is no matter of rank
        ("party", "government", "Nghị định", False),  # the Party stands beside the state
        ("assembly", "party", "Nghị quyết", False),
    ],
)
def test_a_basis_of_a_lower_authority(
    store: GraphStore, own: str, level: str, type: str, wrong: bool
) -> None:
    basis = document("vn/b", level=level, type=type)
    text = delta("vn/a", ("vn/a", K.BASED_ON, "vn/b"), references=[basis],
                 level=own, type="Quyết định")  # fmt: skip
    assert ("basis.lower" in found(store, text)) is wrong


def test_what_is_only_carried_out_has_no_rank(store: GraphStore) -> None:
    basis = document("vn/b", level="department", type="Kế hoạch")
    text = delta("vn/a", ("vn/a", K.IMPLEMENTS, "vn/b"), references=[basis],
                 level="province", type="Kế hoạch")  # fmt: skip
    assert found(store, text) == {}


@pytest.mark.parametrize(
    ("lower", "upper", "day", "wrong"),
    [
        ("vn/hcm/so/kh/5", "vn/hcm/ubnd/qd/7", "2025-01-19", True),
        ("vn/hcm/so/kh/5", "vn/hcm/ubnd/qd/7", "2025-07-02", False),
        ("vn/hue/so/kh/5", "vn/hcm/ubnd/qd/7", "2025-01-19", False),  # another province
    ],
)
def test_the_department_before_its_province(
    store: GraphStore, lower: str, upper: str, day: str, wrong: bool
) -> None:
    bases = [
        document(lower, level="department", issued=day),
        document(upper, level="province", issued="2025-07-01"),
    ]
    edges = [("vn/a", K.BASED_ON, lower), ("vn/a", K.BASED_ON, upper),
             (lower, K.IMPLEMENTS, "vn/ct"), (upper, K.IMPLEMENTS, "vn/ct")]  # fmt: skip
    rules = found(store, delta("vn/a", *edges, references=bases))
    assert ("basis.order" in rules) is wrong
    if wrong:
        assert rules["basis.order"].nodes == (lower, upper, "vn/ct")


def test_what_others_say_of_a_document_is_not_its_own_fault(store: GraphStore) -> None:
    law = document("vn/law", issued="2020-12-09")
    rules = found(
        store,
        delta("vn/old", issued="2013-04-09"),
        delta("vn/web", ("vn/old", K.BASED_ON, "vn/law"), references=[law]),
    )
    assert rules == {}


@pytest.mark.parametrize(
    ("day", "last", "wrong"),
    [
        ("2026-01-05", "2025-12-31", True),
        ("2025-12-31", "2025-12-31", False),
        ("2026-01-05", "2025", False),
        (None, "2025-12-31", False),
    ],
)
def test_a_basis_whose_time_was_over(
    store: GraphStore, day: str | None, last: str, wrong: bool
) -> None:
    text = delta("vn/a", ("vn/a", K.BASED_ON, "vn/b"), issued=day)
    rules = found(store, text, delta("vn/b", expires=last))
    assert rules.keys() == ({"basis.expired"} if wrong else set())


TITLE = "về phê duyệt Chương trình cấp nước sạch cho các xã ven biển tỉnh Cà Mau đến năm 2030"


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (TITLE.replace("các xã", "mọi xã"), "các mọi"),
        (TITLE.replace("cấp nước", "cấp và nước"), "và"),
        (TITLE.replace("Chương trình", "Chương trình về"), None),
        (f"{TITLE} được sửa đổi tại Quyết định số 5", None),
        (TITLE.removesuffix(" đến năm 2030"), None),  # cut where the citation ends
        (TITLE.removeprefix("về "), None),
        (TITLE.upper(), None),
        ("về phê duyệt Chương trình trồng rừng ngập mặn phòng hộ cho các huyện đầu nguồn", None),
    ],
)
def test_titles_that_differ_by_a_few_words(
    store: GraphStore, other: str, words: str | None
) -> None:
    deltas = [
        delta(id, (id, K.CITES, "vn/x"), references=[document("vn/x", title=title)])
        for id, title in (("vn/a", TITLE), ("vn/b", other))
    ]
    rules = found(store, *deltas)
    assert rules.keys() == ({"name.titles"} if words else set())
    if words:
        assert f"({words})" in rules["name.titles"].message


NAME = "Khảo sát chất lượng nguồn nước để thông tin tới người dân ven biển"


def annexed(name: str = NAME, role: EdgeKind = K.LEADS, helper: str = "unit/b") -> list[GraphDelta]:
    """A plan with one task, and an annex that restates it in this way."""
    said = []
    for id, words, kind, partner in (
        ("vn/a", NAME, K.LEADS, "unit/b"),
        ("vn/p", name, role, helper),
    ):
        job = f"{id}/nv/1"
        edges = [(id, K.ASSIGNS, job), ("unit/a", kind, job), (partner, K.COORDINATES, job)]
        edges += [("vn/p", K.ANNEX_OF, "vn/a")] if id == "vn/p" else []
        said.append(delta(id, *edges, owned=[task(job, name=words, path="II.1.a")],
                          references=[unit("unit/a"), unit(partner)]))  # fmt: skip
    return said


@pytest.mark.parametrize(
    ("otherwise", "rule", "words"),
    [
        ({"role": K.EXECUTES}, "annex.role", "unit/a"),
        ({"helper": "unit/c"}, "annex.coordination", "unit/b, unit/c"),
        ({"name": NAME.replace("tới", "đến")}, "annex.wording", "«tới» và «đến»"),
        ({"name": f"{NAME}."}, None, ""),
        ({"name": f"{NAME} theo Quyết định 5"}, None, ""),
        ({}, None, ""),
    ],
)
def test_an_annex_that_says_a_little_otherwise(
    store: GraphStore, otherwise: dict[str, str], rule: str | None, words: str
) -> None:
    rules = found(store, *annexed(**otherwise))  # type: ignore[arg-type]
    assert rules.keys() == ({rule} if rule else set())
    if rule:
        assert words in rules[rule].message
        assert rules[rule].document == "vn/p"


def plan(*facts: dict[str, Json], more: tuple[object, ...] = (), **own: Json) -> GraphDelta:
    """A plan of tasks with these facts, all led by unit/a, which ended in February 2025."""
    jobs = [task(f"vn/a/nv/{n}", name=f"Việc {n}", **fact) for n, fact in enumerate(facts, 1)]
    edges = [(("vn/a", K.ASSIGNS, job.id), ("unit/b", K.LEADS, job.id)) for job in jobs]
    return delta("vn/a", *(edge for pair in edges for edge in pair), *more, owned=jobs,
                 references=[unit("unit/b")], **own)  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "own", "rule"),
    [
        ({"due": "2025-11-15"}, {"issued": "2026-01-05"}, "task.ends_before_document"),
        ({"intervals": [["2025-01-01", "2025-12-31"]]}, {"issued_partial": "2026-02"},
         "task.ends_before_document"),
        ({"due": "2026-01-05"}, {"issued": "2026-01-05"}, None),
        ({"due": "2026-01-05", "before": True}, {"issued": "2026-01-05"},
         "task.ends_before_document"),
        ({"due": "2025-11-15", "recurrence": "P1Y"}, {"issued": "2026-01-05"}, None),
        ({"due": "2025-11-15"}, {}, None),
        ({"intervals": [["2026-01-01", "2026-11-30"]], "time": "Từ tháng 01 đến tháng 11"},
         {"issued": "2026-02-04"}, "task.starts_before_document"),
        ({"intervals": [["2026-01-01", "2026-11-30"]], "time": "Từ tháng 01 đến tháng 11"},
         {"issued": "2026-01-20"}, None),
        ({"intervals": [["2026-01-01", "2026-06-30"]], "time": "Quý I và II"},
         {"issued": "2026-02-04"}, None),
        ({"intervals": [["2026-01-01", None]], "time": "từ tháng 01"},
         {"issued": "2026-02-04"}, None),
    ],
)  # fmt: skip
def test_times_against_the_day_of_the_document(
    store: GraphStore, fact: dict[str, Json], own: dict[str, Json], rule: str | None
) -> None:
    assert found(store, plan(fact, **own)).keys() == ({rule} if rule else set())


def test_a_draft_is_no_older_than_what_it_cites(store: GraphStore) -> None:
    fact = {"intervals": [["2026-01-01", "2026-11-30"]], "time": "Từ tháng 01 đến tháng 11"}
    basis = delta("vn/b", issued="2026-02-04")
    cites = ("vn/a/nv/1", K.CITES, "vn/b")
    assert found(store, basis, plan(fact, more=(cites,))).keys() == {"task.starts_before_document"}
    draft = plan(fact, more=(cites,), type="Phụ lục")
    assert found(store, draft) == {}


@pytest.mark.parametrize(
    ("at", "past"), [("2026-11-16", True), ("2026-11-15", False), (None, False)]
)
def test_what_is_past_on_a_day(store: GraphStore, at: str | None, past: bool) -> None:
    rules = found(store, plan({"due": "2026-11-15"}, {"recurrence": "P1Y"}), at=at)
    assert rules.keys() == ({"task.past"} if past else set())


@pytest.mark.parametrize(
    ("title", "late"),
    [
        ("Chương trình nước sạch giai đoạn 2021 - 2025", True),
        ("Đề án nước sạch giai đoạn đến năm 2025, định hướng đến năm 2030", True),
        ("Chương trình nước sạch giai đoạn 2021-2030", False),
        ("Chương trình nước sạch đến năm 2025", False),
        ("", False),
    ],
)
def test_a_task_after_the_period_of_its_programme(
    store: GraphStore, title: str, late: bool
) -> None:
    fact = {"intervals": [["2026-04-01", "2026-12-31"]]}
    cites = ("vn/a/nv/1", K.IMPLEMENTS, "vn/x")
    rules = found(store, plan(fact, more=(cites,)), delta("vn/x", title=title))
    assert rules.keys() == ({"task.after_basis"} if late else set())


def gone(day: str, *more: tuple[str, EdgeKind, str], **fact: Json) -> GraphDelta:
    """A plan of a day whose task is led by a unit that ended in February 2025."""
    ended = unit("unit/old", valid_to="2025-02-28")
    edges = [("vn/a", K.ASSIGNS, "vn/a/nv/1"), ("unit/old", K.LEADS, "vn/a/nv/1")]
    return delta("vn/a", *edges, *more, owned=[task("vn/a/nv/1", **fact)],
                 references=[ended, unit("unit/new")], issued=day)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "end", "at", "rules"),
    [
        ("2025-03-01", None, None, {"unit.outdated"}),
        ("2025-02-28", None, None, set()),
        ("2024-01-02", "2025-12-31", None, {"unit.ends"}),
        ("2024-01-02", "2025-02-28", None, set()),
        ("2024-01-02", None, "2025-03-01", {"unit.gone"}),
        ("2024-01-02", None, "2025-02-28", set()),
    ],
)
def test_units_that_have_ended(
    store: GraphStore, day: str, end: str | None, at: str | None, rules: set[str]
) -> None:
    intervals = [["2024-02-01", end]] if end else []
    follows = ("unit/new", K.SUCCEEDS, "unit/old")
    told = found(store, gone(day, follows, intervals=intervals), at=at)
    assert told.keys() - {"task.past"} == rules
    assert all("unit/new" in told[rule].nodes for rule in rules)


def test_a_recipient_that_had_ended(store: GraphStore) -> None:
    ended = unit("unit/old", valid_to="2025-02-28")
    letter = delta("vn/a", ("vn/a", K.ADDRESSED_TO, "unit/old"), references=[ended],
                   issued="2025-05-05")  # fmt: skip
    assert found(store, letter).keys() == {"unit.outdated"}
