"""Findings about the whole graph: each check finds its fault, and stays silent next to it."""

from dataclasses import replace

import pytest
from stores import delta, document, doubt, says, task, unit

from graph import rules as lint
from graph.catalogue import messages
from graph.model import EdgeKind, GraphDelta, Json, Severity
from graph.questions import Finding, findings
from graph.questions.rules import CHECKS
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
    finding = found(store, *deltas, delta("vn/z", ("vn/z", K.IMPLEMENTS, "vn/a")))["basis.circular"]
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
    assert ("basis.later" in rules) is wrong


def test_what_several_documents_say_is_one_finding(store: GraphStore) -> None:
    text = delta("vn/a", ("vn/a", K.BASED_ON, "vn/b"), ("vn/a", K.IMPLEMENTS, "vn/b"),
                 issued="2020-01-01")  # fmt: skip
    witness = delta("vn/z", ("vn/a", K.BASED_ON, "vn/b"))
    rules = found(store, text, witness, delta("vn/b", issued="2021-01-01"))
    assert rules.keys() == {"basis.later"}
    assert [proof.doc for proof in rules["basis.later"].evidence] == ["vn/a", "vn/z", "vn/a"]


@pytest.mark.parametrize(
    ("day", "since", "words", "wrong"),
    [
        ("2025-06-01", "2024-01-01", "thay thế vn/old", True),
        ("2023-06-01", "2024-01-01", "thay thế vn/old", False),
        (None, "2024-01-01", "thay thế vn/old", False),
        ("2025-06-01", "2024-01-01", "bãi bỏ Điều 5 vn/old", False),  # a part of it
        ("2025-06-01", "2018-01-01", "thay thế vn/old", False),  # older than what it would replace
    ],
)
def test_a_basis_that_was_replaced(
    store: GraphStore, day: str | None, since: str, words: str, wrong: bool
) -> None:
    newer = delta("vn/new", ("vn/new", K.BASED_ON, "vn/old"), issued=since, effective=since)
    ending = says("vn/new", K.REPLACES, "vn/old", "vn/new", words)
    rules = found(
        store,
        delta("vn/a", ("vn/a", K.BASED_ON, "vn/old"), issued=day),
        delta("vn/old", issued="2020-01-01"),
        replace(newer, edges=(*newer.edges, ending)),
    )
    assert ("basis.replaced" in rules) is wrong
    if wrong:
        assert rules["basis.replaced"].nodes == ("vn/a", "vn/old", "vn/new")
        assert len(rules["basis.replaced"].evidence) == 2


def cites(id: str, **facts: Json) -> GraphDelta:
    """A document that cites vn/x with its own idea of it."""
    return delta(id, (id, K.CITES, "vn/x"), references=[document("vn/x", **facts)])


def test_two_days_for_one_number(store: GraphStore) -> None:
    finding = found(
        store,
        cites("vn/a", issued="2024-04-25"),
        cites("vn/b", issued="2024-04-26"),
        cites("vn/c"),
    )["name.dates"]
    assert finding.nodes == ("vn/x", "vn/a", "vn/b")
    assert {proof.doc for proof in finding.evidence} == {"vn/a", "vn/b"}
    assert "25/04/2024, 26/04/2024" in finding.message
    assert "2024-04-25, 2024-04-26" in finding.message_en


def test_a_day_that_differs_from_the_documents_own(store: GraphStore) -> None:
    rules = found(store, cites("vn/a", issued="2024-04-25"), delta("vn/x", issued="2024-04-25"))
    assert rules == {}
    rules = found(store, delta("vn/x", issued="2024-05-25"))
    assert rules["name.dates"].nodes == ("vn/x", "vn/a")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("KH-SKHCN", "KH-SKHCCN", True),
        ("QĐ-UBND", "QĐ-UBNO", False),
        ("QĐ-BTC", "QĐ-BTP", False),
        ("CT-CS", "TCT-CS", False),
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
    assert ("name.near" in rules) is near


def test_symbols_of_other_days_or_numbers_are_other_documents(store: GraphStore) -> None:
    nodes = [
        document("vn/x", symbol="KH-SKHCN", number="880", year=2022, issued="2022-04-06"),
        document("vn/y", symbol="KH-SKHCCN", number="880", year=2022, issued="2022-04-07"),
        document("vn/z", symbol="KH-SKHCCN", number="881", year=2022),
    ]
    edges = [("vn/a", K.CITES, node.id) for node in nodes]
    assert found(store, delta("vn/a", *edges, references=nodes)) == {}


def test_symbols_that_differ_for_one_document(store: GraphStore) -> None:
    plan = delta("vn/x", number="398", symbol="KH-SKHCN")
    finding = found(store, plan, cites("vn/a", symbol="KH-SKHCCN"))["name.symbols"]
    assert finding.nodes == ("vn/x", "vn/a")
    assert "KH-SKHCCN, KH-SKHCN" in finding.message


def test_a_symbol_without_its_marks_is_the_same(store: GraphStore) -> None:
    decree = delta("vn/x", number="87/2017", symbol="NĐ-CP")
    assert found(store, decree, cites("vn/a", symbol="ND-CP")) == {}


def test_an_annex_that_says_otherwise(store: GraphStore) -> None:
    def saying(
        id: str, basis: str, lead: str, day: str, *more: tuple[str, EdgeKind, str]
    ) -> GraphDelta:
        jobs = [f"{id}/nv/{n}" for n in (1, 2, 3)]
        names = (
            "Khảo sát,  đo lường, thử nghiệm",
            "Tập huấn",
            "Tập huấn",
        )  # the last two are one name
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
        "annex.lacks_basis": (*tasks, "vn/x"),
        "annex.adds_basis": (*tasks, "vn/y"),
        "annex.lead": tasks,
        "annex.time": tasks,
    }
    same = saying("vn/p", "vn/x", "unit/a", "2026-03-31", ("vn/p", K.ANNEX_OF, "vn/a"))
    assert found(store, same) == {}


def test_an_annex_that_leaves_out_a_citation(store: GraphStore) -> None:
    """The name changes with the citation, so the numbering must help to tell the task."""
    name = "Mời chuyên gia giỏi về làm việc theo Nghị quyết 27"
    plan = delta(
        "vn/a", *job("vn/a/nv/1"), ("vn/a/nv/1", K.CITES, "vn/x"),
        owned=[task("vn/a/nv/1", name=f"{name} và Quyết định 05/2026", path="II.3.c")],
    )  # fmt: skip
    for path, rules in (("3.c", {"annex.lacks_basis"}), ("3.d", set())):
        annex = delta(
            "vn/p", *job("vn/p/nv/1"), ("vn/p", K.ANNEX_OF, "vn/a"),
            owned=[task("vn/p/nv/1", name=name, path=path)],
        )  # fmt: skip
        assert found(store, plan, annex).keys() == rules


@pytest.mark.parametrize(
    ("citing", "basis", "added"),
    [
        ("vn/a", "vn/x", False),  # a footnote's citation hangs on the document
        ("vn/a/nv/2", "vn/x", False),
        ("vn/a", "vn/x/2026", False),  # misprinted; annex.dates tells it
        ("vn/a", "vn/y", True),
    ],
)
def test_what_the_document_cites_elsewhere_is_not_added_by_the_annex(
    store: GraphStore, citing: str, basis: str, added: bool
) -> None:
    facts = {"number": "2339", "symbol": "KH-SA", "issuer": "Sở A"}
    known = [document("vn/x", **facts), document("vn/x/2026", **facts), document("vn/y")]
    jobs = [*job("vn/a/nv/1"), *job("vn/a/nv/2")]
    names = {"vn/a/nv/1": "Khảo sát nguồn nước sạch", "vn/a/nv/2": "Tập huấn"}
    owned = [task(id, name=name) for id, name in names.items()]
    plan = delta("vn/a", *jobs, (citing, K.CITES, "vn/x"), owned=owned, references=known)
    annex = delta("vn/p", *job("vn/p/nv/1"), ("vn/p/nv/1", K.CITES, basis),
                  ("vn/p", K.ANNEX_OF, "vn/a"), references=known,
                  owned=[task("vn/p/nv/1", name="Khảo sát nguồn nước sạch")])  # fmt: skip
    assert ("annex.adds_basis" in found(store, plan, annex)) is added


@pytest.mark.parametrize(
    ("issuer", "symbol", "same"),
    [("Sở A", "KH-SA", True), ("Sở A", "KH-S-A", True), ("Sở A", "KH-SB", False),
     ("Sở B", "KH-SA", False), (None, "KH-SA", False)],
)  # fmt: skip
def test_a_date_that_the_annex_gives_otherwise(
    store: GraphStore, issuer: str | None, symbol: str, same: bool
) -> None:
    here = document("vn/2025/2339", number="2339", symbol="KH-SA", issuer="Sở A",
                    issued="2025-09-22")  # fmt: skip
    there = document("vn/2026/2339", number="2339", symbol=symbol, issuer=issuer,
                     issued="2026-09-23")  # fmt: skip
    rules = found(
        store,
        delta("vn/a", ("vn/a", K.CITES, here.id), references=[here]),
        delta("vn/p", ("vn/p", K.ANNEX_OF, "vn/a"), ("vn/p", K.CITES, there.id),
              references=[there]),
    )  # fmt: skip
    assert ("annex.dates" in rules) is same
    if same:
        assert rules["annex.dates"].nodes == (here.id, there.id)
        assert {proof.doc for proof in rules["annex.dates"].evidence} == {"vn/a", "vn/p"}


def test_the_worst_comes_first(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", K.BASED_ON, "vn/a"), issues=[doubt("noted", "vn/a")],
                      number="5"))  # fmt: skip
    severities = [finding.severity for finding in findings(store)]
    assert severities == [Severity.ERROR, Severity.WARNING]


def test_every_check_has_its_sentences() -> None:
    assert CHECKS.keys() == {rule.id for rule in lint.rules().values() if rule.seen == "graph"}
    for area in ("audit", "advice"):
        told = {key.removeprefix(f"{area}.") for key in messages() if key.startswith(f"{area}.")}
        assert told == lint.rules().keys()
