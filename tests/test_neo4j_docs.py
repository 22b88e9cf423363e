"""docs/neo4j.md: every query on it runs on a real server and answers what the program answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from engines import Database
from stores import delta

from graph import open_store
from graph.copying import copy
from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, Evidence, GraphDelta, NodeKind
from graph.questions import Finding, chain, findings, path, tasks_of
from graph.questions.duties import every_unit
from graph.questions.every import every
from graph.store import GraphStore
from graph.vocabulary import edge_rows
from viz.theme import PALETTES, Theme, edge_colour

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
#: each query, by the number of its question (0: the search), with the parameters below it
QUERIES = {
    int(heading or 0): (query, parameters)
    for heading, query, parameters in re.findall(
        r"^##(?:# (\d+)\.| Finding).*?```cypher\n(.*?)```.*?^:params (\{.*?\})$",
        PAGE,
        re.MULTILINE | re.DOTALL,
    )
}
PROPERTIES = PAGE.split("### Properties")[1].split("### ")[0]
#: bases that had been replaced: the sample corpus has none
REPLACED = ("vn/x/kh/2025/1", "vn/x/qd/2020/1", "vn/x/qd/2024/2")


@dataclass(frozen=True)
class Served:
    """The corpus in a real database: by the program and by hand."""

    store: GraphStore
    database: Database

    def parameters(self, number: int) -> dict[str, Any]:
        """What the page sets before a query."""
        found: Any = self.database.ask(f"RETURN {QUERIES[number][1]}")[0][0]
        return dict(found)

    def rows(self, number: int, **others: object) -> list[list[Any]]:
        """What a query of the page returns for its parameters, or for others."""
        return self.database.ask(QUERIES[number][0], **self.parameters(number) | others)


@pytest.fixture(scope="module")
def served(database: Database, read_once: GraphStore) -> Iterator[Served]:
    database.wipe()
    with open_store(database.url, database.password) as store:
        copy(read_once, store, lambda done, total: None)
        for said in _replaced():
            store.apply(said)
        database.ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
        yield Served(store, database)


def _replaced() -> list[GraphDelta]:
    plan, basis, successor = REPLACED
    early = "vn/x/kh/2023/1"
    newer = delta(successor, (successor, EdgeKind.REPLACES, basis), issued="2024-01-02")
    words = Evidence(successor, 0, 9, f"Quyết định này thay thế {basis}.", "by_hand")
    said = tuple(replace(edge, evidence=(words,)) for edge in newer.edges)
    return [
        delta(plan, (plan, EdgeKind.BASED_ON, basis), issued="2025-01-02"),
        delta(early, (early, EdgeKind.BASED_ON, basis), issued="2023-01-02"),
        delta(basis, issued="2020-01-02"),
        replace(newer, edges=said),
    ]


def of_rule(served: Served, rule: str) -> list[Finding]:
    found = [finding for finding in findings(served.store) if finding.rule == rule]
    assert found, rule
    return found


def test_the_page_has_its_queries() -> None:
    assert sorted(QUERIES) == list(range(11))
    assert PAGE.count("```cypher") == len(QUERIES)


@pytest.mark.parametrize(("number", "also"), [(1, ()), (2, (EdgeKind.ASSIGNS,)), (5, ())])
def test_chains_walk_the_kinds_that_the_program_walks(
    number: int, also: tuple[EdgeKind, ...]
) -> None:
    patterns = re.findall(r"\[:([A-Z_|]+)\]->\{", QUERIES[number][0])
    kinds = {kind.upper() for kind in (*BASIS_KINDS, *also)}
    assert [set(pattern.split("|")) for pattern in patterns] == [kinds]


@pytest.mark.parametrize("words", ["quyet dinh 996", "Quyết định 996", "+quyet +dinh +996"])
def test_names_are_found_with_and_without_diacritics(served: Served, words: str) -> None:
    assert served.rows(0, words=words)[0][0] == "vn/ttg/qd/2018/996"


def test_d_with_and_without_stroke_are_one_letter(served: Served) -> None:
    found = [[id for id, *_ in served.rows(0, words=w)] for w in ("+do +luong", "+đo +lường")]
    assert found[0] == found[1] != []


@pytest.mark.parametrize(("number", "down"), [(1, False), (2, True)])
def test_chains(served: Served, number: int, down: bool) -> None:
    document = served.parameters(number)["document"]
    answer = chain(served.store, document, down=down)
    assert not answer.truncated
    expected = {id: depth for id, depth in answer.depth.items() if id != document}
    assert {id: steps for _, id, steps in served.rows(number)} == expected != {}


def test_work_of_a_quarter(served: Served) -> None:
    asked = served.parameters(3)
    answer = tasks_of(
        served.store, asked["unit"], roles=[EdgeKind.LEADS],
        since=asked["first"], until=asked["last"],
    )  # fmt: skip
    everything = tasks_of(served.store, asked["unit"], roles=[EdgeKind.LEADS])
    dated = {d.task.id for d in answer.duties if d.task.properties.get("intervals")}
    assert [row[0] for row in served.rows(3)] == sorted(dated)
    assert 0 < len(answer.duties) < len(everything.duties)


def test_tasks_without_a_lead(served: Served) -> None:
    levels = {doc.id: doc.properties.get("level") for p in _pages(served, "document") for doc in p}
    jobs = [job for p in _pages(served, "task") for job in p if job.properties["kind"] == "task"]
    led = {
        e.target for e in served.store.expand([j.id for j in jobs], [EdgeKind.LEADS], reverse=True)
    }
    for level in ("province", "government"):
        expected = [
            j.id for j in jobs if j.id not in led and levels[j.properties["document"]] == level
        ]
        assert [row[0] for row in served.rows(4, level=level)] == sorted(expected)
    assert served.rows(4)


def _pages(served: Served, kind: str) -> Iterator[Any]:
    return every(served.store, NodeKind(kind))


def test_path_between_a_unit_and_a_directive(served: Served) -> None:
    asked = served.parameters(5)
    answer = path(served.store, asked["unit"], asked["document"])
    assert answer.along
    assert {tuple(ids) for _, ids in served.rows(5)} == set(answer.ways)
    roles = re.findall(r"\[:(LEADS[A-Z|]*)\]", QUERIES[5][0])
    assert {*roles[0].split("|")} == {kind.upper() for kind in ROLE_KINDS}


def test_documents_to_load_next(served: Served) -> None:
    most = served.parameters(6)["most"]
    expected = served.store.most_referenced(status="cited", limit=most)
    assert [[id, n] for id, _, n in served.rows(6)] == [[node.id, n] for node, n in expected]


def test_bases_replaced_before(served: Served) -> None:
    answer = sorted(list(finding.nodes) for finding in of_rule(served, "basis.replaced"))
    assert served.rows(7) == answer == [list(REPLACED)]


def test_reports_by_receiver(served: Served) -> None:
    edges = served.store.expand(every_unit(served.store), [EdgeKind.REPORTS_TO], reverse=True)
    expected: dict[str, set[str]] = {}
    for edge in edges:
        expected.setdefault(edge.target, set()).add(edge.source)
    found = {row[0]: {task["id"] for task in row[3]} for row in served.rows(8, within="vn/")}
    assert found == expected
    within = served.parameters(8)["within"]
    own = {id: len(tasks) for id, tasks in expected.items() if id.startswith(within)}
    assert {row[0]: row[2] for row in served.rows(8)} == own != {}


def test_doubts_by_severity(served: Served) -> None:
    found = {(severity, rule): sorted(messages) for severity, rule, _, messages in served.rows(9)}
    expected: dict[tuple[str, str], list[str]] = {}
    for issue in sorted(served.store.issues(), key=lambda issue: issue.message):
        expected.setdefault((issue.severity.value, issue.rule), []).append(issue.message)
    assert found == expected
    assert {rule for _, rule in expected} <= {finding.rule for finding in findings(served.store)}
    notes = served.rows(9, severities=["note"])
    assert {row[0] for row in notes} == {"note"} != {row[0] for row in served.rows(9)}


def test_one_number_with_two_days(served: Served) -> None:
    expected = sorted(list(finding.nodes) for finding in of_rule(served, "annex.dates"))
    assert [[id, other] for id, _, other, _ in served.rows(10)] == expected


TYPES = {"string": "STRING", "date": "DATE", "boolean": "BOOLEAN", "integer": "INTEGER",
         "float": "FLOAT"}  # fmt: skip


def test_properties_have_the_types_of_the_table(served: Served) -> None:
    told: dict[str, set[str]] = {}
    for names, types in re.findall(
        r"^\| (`.*?`) \| .*? \| ([a-z, ]+) \|", PROPERTIES, re.MULTILINE
    ):
        told_names, told_types = re.findall(r"`(\w+)`", names), types.split(", ")
        spread = told_types if len(told_types) == len(told_names) else told_types * len(told_names)
        for name, type in zip(told_names, spread, strict=True):
            told.setdefault(name, set()).add(TYPES[type])
    found = served.database.ask(
        "CALL () { MATCH (n:Entity) UNWIND keys(n) AS name RETURN name, valueType(n[name]) AS type"
        " UNION MATCH (:Entity)-[r]->(:Entity) UNWIND keys(r) AS name"
        " RETURN name, valueType(r[name]) AS type } RETURN DISTINCT name, split(type, ' ')[0]"
    )
    kept: dict[str, set[str]] = {}
    for name, type in found:
        kept.setdefault(str(name), set()).add(str(type))
    assert {name: kept[name] for name in told if name in kept} == {
        name: types for name, types in told.items() if name in kept
    }
    assert {name for name, types in kept.items() if types == {"DATE"}} <= told.keys()
    assert told.keys() - kept.keys() <= {"expires"}, "told of but never there"


def _style() -> dict[str, dict[str, str]]:
    """The style sheet as Browser reads it: it knows no comments and cuts at every sign."""
    text = (ROOT / "docs" / "neo4j.grass").read_text("utf-8")
    rules = re.findall(r'([\w.]+) \{\n((?:  [a-z-]+: (?:"[^":;]*"|[^\s:;"]+);\n)+)\}\n', text)
    assert "\n\n".join(f"{name} {{\n{body}}}" for name, body in rules) + "\n" == text
    return {
        name: {key: value.strip('"') for key, value in re.findall(r"([a-z-]+): (.+);", body)}
        for name, body in rules
    }


def test_the_style_sheet_is_the_model_in_our_colours() -> None:
    style = _style()
    labels = {f"node.{kind.capitalize()}" for kind in NodeKind} | {"node.Issue"}
    types = {f"relationship.{kind.upper()}": kind for kind in EdgeKind}
    assert style.keys() == {"node", "relationship"} | labels | types.keys()
    palette = PALETTES[Theme.LIGHT]
    assert (style["node.Task"]["color"], style["node.Unit"]["color"]) == (
        palette.task,
        palette.unit,
    )
    for name, kind in types.items():
        assert style[name]["color"] == edge_colour(kind)
        assert style[name]["caption"] == edge_rows()[kind].label
    for label in labels:
        assert re.fullmatch(r"\{(label|rule)\}", style[label]["caption"])
