"""Findings about the whole graph: each check finds its fault, and stays silent next to it."""

import pytest
from stores import delta, document, doubt, task, unit

from graph.catalogue import messages
from graph.model import EdgeKind, GraphDelta, Json, Severity
from graph.questions import Finding, findings
from graph.questions.findings import CHECKS
from graph.store import GraphStore

K = EdgeKind


def found(store: GraphStore, *deltas: GraphDelta) -> dict[str, Finding]:
    """Rule → its finding, after loading; every finding must say why."""
    for said in deltas:
        store.apply(said)
    all_of_them = findings(store)
    assert all(finding.evidence or finding.rule == "noted" for finding in all_of_them)
    assert len({finding.rule for finding in all_of_them}) == len(all_of_them)
    return {finding.rule: finding for finding in all_of_them}


def job(id: str, **facts: Json) -> list[tuple[str, EdgeKind, str]]:
    """The edges of a task that is assigned and led."""
    return [(id.split("/nv/")[0], K.ASSIGNS, id), (str(facts.get("lead", "unit/a")), K.LEADS, id)]


def test_a_sound_graph_has_no_findings(store: GraphStore) -> None:
    one = delta("vn/a", ("vn/a", K.BASED_ON, "vn/b"), *job("vn/a/nv/1"), owned=[task("vn/a/nv/1")])
    assert found(store, one, delta("vn/b", issued="2020-01-01")) == {}


def test_issues_of_reading_come_along(store: GraphStore) -> None:
    finding = found(store, delta("vn/a", issues=[doubt("noted", "vn/a")]))["noted"]
    assert (finding.severity, finding.nodes) == (Severity.WARNING, ("vn/a",))
    assert finding.message == "Nghi vấn noted"


@pytest.mark.parametrize("circle", [("vn/a",), ("vn/a", "vn/b"), ("vn/a", "vn/b", "vn/c")])
def test_bases_in_a_circle(store: GraphStore, circle: tuple[str, ...]) -> None:
    following = (*circle[1:], circle[0])
    deltas = [delta(a, (a, K.BASED_ON, b)) for a, b in zip(circle, following, strict=True)]
    finding = found(store, *deltas, delta("vn/z", ("vn/z", K.IMPLEMENTS, "vn/a")))["circular_basis"]
    assert (finding.nodes, finding.severity) == (circle, Severity.ERROR)
    assert len(finding.evidence) == len(circle)
    assert "vn/z" not in finding.message


@pytest.mark.parametrize(
    ("day", "basis", "wrong"),
    [
        ("2025-01-19", "2025-04-01", True),
        ("2025-04-01", "2025-04-01", False),
        ("2025-04-02", "2025-04-01", False),
        (None, "2025-04-01", False),
        ("2025-01-19", "2025-04", False),
    ],
)
def test_a_basis_of_a_later_day(
    store: GraphStore, day: str | None, basis: str, wrong: bool
) -> None:
    text = delta("vn/a", ("vn/a", K.BASED_ON, "vn/b"), issued=day)
    rules = found(store, text, delta("vn/b", issued=basis))
    assert ("later_basis" in rules) is wrong


@pytest.mark.parametrize(
    ("day", "wrong"), [("2025-06-01", True), ("2023-06-01", False), (None, False)]
)
def test_a_basis_that_was_replaced(store: GraphStore, day: str | None, wrong: bool) -> None:
    rules = found(
        store,
        delta("vn/a", ("vn/a", K.BASED_ON, "vn/old"), issued=day),
        delta("vn/new", ("vn/new", K.REPLACES, "vn/old"), ("vn/new", K.BASED_ON, "vn/old"),
              issued="2024-01-01", effective="2024-07-01"),
    )  # fmt: skip
    assert ("replaced_basis" in rules) is wrong
    if wrong:
        assert rules["replaced_basis"].nodes == ("vn/a", "vn/old", "vn/new")
        assert len(rules["replaced_basis"].evidence) == 2


def cites(id: str, **facts: Json) -> GraphDelta:
    """A document that cites vn/x with its own idea of it."""
    return delta(id, (id, K.CITES, "vn/x"), references=[document("vn/x", **facts)])


def test_two_days_for_one_number(store: GraphStore) -> None:
    finding = found(
        store,
        cites("vn/a", issued="2024-04-25"),
        cites("vn/b", issued="2024-04-26"),
        cites("vn/c"),
    )["differing_dates"]
    assert finding.nodes == ("vn/x", "vn/a", "vn/b")
    assert {proof.doc for proof in finding.evidence} == {"vn/a", "vn/b"}
    assert "2024-04-25, 2024-04-26" in finding.message


def test_a_day_that_differs_from_the_documents_own(store: GraphStore) -> None:
    rules = found(store, cites("vn/a", issued="2024-04-25"), delta("vn/x", issued="2024-04-25"))
    assert rules == {}
    rules = found(store, delta("vn/x", issued="2024-05-25"))
    assert rules["differing_dates"].nodes == ("vn/x", "vn/a")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("KH-SKHCN", "KH-SKHCCN", True),
        ("QĐ-UBND", "QĐ-UBNO", False),
        ("QĐ-BTC", "QĐ-BTP", False),
        ("KH-TO1", "KH-T01", True),
        ("QĐ-UBND", "QĐ-UB", False),
        ("KH-SKHCN", "KH-SKHCN", False),
    ],
)
def test_symbols_a_slip_apart(store: GraphStore, one: str, other: str, near: bool) -> None:
    facts = {"number": "880", "year": 2022}
    first = document("vn/x", symbol=one, issued="2022-04-06", **facts)
    second = document("vn/y", symbol=other, **facts)
    edges = [("vn/a", K.CITES, "vn/x"), ("vn/a", K.CITES, "vn/y")]
    rules = found(store, delta("vn/a", *edges, references=[first, second]))
    assert ("near_symbol" in rules) is near


def test_symbols_of_other_days_or_numbers_are_other_documents(store: GraphStore) -> None:
    nodes = [
        document("vn/x", symbol="KH-SKHCN", number="880", year=2022, issued="2022-04-06"),
        document("vn/y", symbol="KH-SKHCCN", number="880", year=2022, issued="2022-04-07"),
        document("vn/z", symbol="KH-SKHCCN", number="881", year=2022),
    ]
    edges = [("vn/a", K.CITES, node.id) for node in nodes]
    assert found(store, delta("vn/a", *edges, references=nodes)) == {}


def test_a_unit_that_leads_and_coordinates(store: GraphStore) -> None:
    edges = [*job("vn/a/nv/1"), ("unit/a", K.COORDINATES, "vn/a/nv/1")]
    edges.append(("unit/b", K.COORDINATES, "vn/a/nv/1"))
    finding = found(store, delta("vn/a", *edges, owned=[task("vn/a/nv/1")]))["torn_role"]
    assert finding.nodes == ("vn/a/nv/1", "unit/a")
    assert len(finding.evidence) == 2


def test_tasks_without_a_lead(store: GraphStore) -> None:
    ids = [f"vn/a/nv/{n}" for n in range(5)]
    tasks = [
        task(ids[0], kind="task"),
        task(ids[1], kind="task"),
        task(ids[2], kind="group"),
        task(ids[3], kind="report"),
        task(ids[4], kind="task"),
    ]
    edges = [("vn/a", K.ASSIGNS, id) for id in ids]
    edges += [("unit/a", K.EXECUTES, ids[0]), ("unit/a", K.COORDINATES, ids[1])]
    finding = found(store, delta("vn/a", *edges, owned=tasks))["leaderless_task"]
    assert finding.nodes == ("vn/a", ids[1], ids[4])
    assert (finding.severity, len(finding.evidence)) == (Severity.NOTE, 2)


def test_an_annex_that_says_otherwise(store: GraphStore) -> None:
    def saying(
        id: str, basis: str, lead: str, day: str, *more: tuple[str, EdgeKind, str]
    ) -> GraphDelta:
        jobs = [f"{id}/nv/{n}" for n in (1, 2, 3)]
        names = ("Khảo sát,  đo lường", "Tập huấn", "Tập huấn")  # the last two are one name
        owned = [
            task(job, name=name, intervals=[[day, day]], time=day)
            for job, name in zip(jobs, names, strict=True)
        ]
        edges = [edge for one in jobs for edge in job(one, lead=lead)]
        return delta(id, *edges, (jobs[0], K.CITES, basis), *more, owned=owned,
                     references=[unit(lead)])  # fmt: skip

    plan = saying("vn/a", "vn/x", "unit/a", "2026-03-31")
    annex = saying("vn/p", "vn/y", "unit/b", "2026-06-30", ("vn/p", K.ANNEX_OF, "vn/a"))
    rules = found(store, plan, annex)
    tasks = ("vn/a/nv/1", "vn/p/nv/1")
    assert {rule: finding.nodes for rule, finding in rules.items()} == {
        "annex_lacks_basis": (*tasks, "vn/x"),
        "annex_adds_basis": (*tasks, "vn/y"),
        "annex_other_lead": tasks,
        "annex_other_time": tasks,
    }
    same = saying("vn/p", "vn/x", "unit/a", "2026-03-31", ("vn/p", K.ANNEX_OF, "vn/a"))
    assert found(store, same) == {}


def test_the_worst_comes_first(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", K.BASED_ON, "vn/a"), issues=[doubt("noted", "vn/a")],
                      owned=[task("vn/a/nv/1", kind="task")]))  # fmt: skip
    severities = [finding.severity for finding in findings(store)]
    assert severities == [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def test_every_check_has_its_sentences() -> None:
    assert len(CHECKS) == len(set(CHECKS)) >= 8
    sentences = {key: text for key, text in messages().items() if key.startswith("audit.")}
    assert all(text.keys() == {"vi", "en"} for text in sentences.values())
