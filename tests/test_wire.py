"""The JSON shapes of answers: the keys that are promised, and nothing that JSON cannot hold."""

import json

import pytest
from stores import delta, doubt, lines
from world import BRANCH, DECISION, DIRECTIVE, FIRST, OFFICE, PLAN, settle, world

from graph import open_store
from graph.export import jsonl
from graph.model import Node, NodeKind
from graph.questions import (
    chain,
    findings_page,
    missing_page,
    path,
    search,
    show,
    stats,
    tasks_of,
    workload,
)
from graph.store import GraphStore
from graph.wire import (
    Shape,
    findings_json,
    missing_json,
    node_json,
    path_json,
    search_json,
    show_json,
    stats_json,
    subgraph_json,
    tasks_json,
    workload_json,
)

EDGE = {"from", "kind", "to", "asserted_by", "evidence"}
PROOF = {"doc", "start", "end", "quote", "rule", "confidence"}
ISSUE = {"rule", "severity", "message", "message_en", "advice", "advice_en", "nodes", "evidence"}


@pytest.fixture(autouse=True)
def _world(store: GraphStore) -> None:
    settle(store)
    store.apply(delta("vn/z", issues=[doubt("noted", "vn/z")]))


def plain(shape: Shape) -> Shape:
    """The shape after a journey through JSON text, which must not change it."""
    copy = json.loads(json.dumps(shape, ensure_ascii=False, allow_nan=False))
    assert copy == shape
    assert isinstance(copy, dict)
    return copy


def test_a_node_keeps_its_kind_beside_its_own_properties() -> None:
    task = Node("t", NodeKind.TASK, "Việc", {"kind": "report", "id": 5, "path": "I.1"})
    assert node_json(task) == {
        "id": "t", "kind": "task", "label": "Việc",
        "task_kind": "report", "task_id": 5, "path": "I.1",
    }  # fmt: skip


def test_chain_and_path(store: GraphStore) -> None:
    shape = plain(subgraph_json(chain(store, PLAN)))
    assert shape.keys() == {"root", "nodes", "edges", "truncated", "left_out"}
    assert {node["id"]: node["depth"] for node in shape["nodes"]}[DIRECTIVE] == 2
    assert all(edge.keys() == EDGE for edge in shape["edges"])
    assert all(proof.keys() == PROOF for edge in shape["edges"] for proof in edge["evidence"])
    assert {edge["kind"] for edge in shape["edges"]} == {"based_on", "cites", "implements"}
    shape = plain(path_json(path(store, BRANCH, DECISION)))
    assert shape["along"] is True
    assert shape["ways"][0][0] == BRANCH


def test_show_and_search(store: GraphStore) -> None:
    shape = plain(show_json(show(store, "vn/z")))
    assert shape.keys() == {
        "node", "edges", "nodes", "issues", "left_out", "repeats", "counts", "next",
    }  # fmt: skip
    assert [issue.keys() for issue in shape["issues"]] == [ISSUE]
    shape = plain(search_json(search(store, "khảo sát", limit=1)))
    assert shape["hits"] == [
        {
            "id": FIRST,
            "kind": "task",
            "label": "Khảo sát",
            "snippet": "Khảo sát",
            "document": FIRST.partition("/nv/")[0],
        }
    ]
    assert shape["next"] == "1"


def test_tasks_and_workload(store: GraphStore) -> None:
    shape = plain(tasks_json(tasks_of(store, OFFICE, since="2026-01-01")))
    assert shape["unit"]["id"] == OFFICE
    assert {(task["id"], task["role"]) for task in shape["tasks"]} >= {(FIRST, "coordinates")}
    assert shape["tasks"][0]["task_kind"] == "task"
    assert len(shape["undated"]) == 1
    shape = plain(workload_json(workload(store)))
    assert shape["periods"] == [f"2026-Q{n}" for n in (1, 2, 3, 4)]
    for row in shape["rows"]:
        assert row.keys() >= {"unit", "label", "role", "counts", "tasks"}
        assert row["counts"] == [len(cell) for cell in row["tasks"]]
    known = {node["id"] for node in shape["nodes"]}
    assert {id for row in shape["rows"] for cell in row["tasks"] for id in cell} <= known


def test_findings_missing_and_stats(store: GraphStore) -> None:
    shape = plain(findings_json(findings_page(store)))
    assert list(shape) == ["counts", "findings", "next"]
    assert shape["counts"]["total"] == len(shape["findings"])
    assert "noted" in {finding["rule"] for finding in shape["findings"]}
    assert all(finding.keys() == ISSUE | {"document"} for finding in shape["findings"])
    shape = plain(missing_json(missing_page(store)))
    assert [(one["id"], one["cited_by"]) for one in shape["missing"]] == [(DIRECTIVE, 1)]
    assert plain(stats_json(stats(store)))["counts"]["document.loaded"] == 6


def test_export_is_one_object_a_line_and_the_same_for_the_same_documents(store: GraphStore) -> None:
    store.remove("vn/z")
    with open_store("sqlite::memory:") as other:
        for said in reversed(world()):
            other.apply(said)
        assert lines(other) == lines(store)
    objects = [json.loads(line) for line in jsonl(store)]
    nodes = [one for one in objects if "id" in one]
    edges = [one for one in objects if "from" in one]
    assert (len(nodes), len(edges)) == (len(list(store.all_nodes())), len(list(store.all_edges())))
    assert len(nodes) + len(edges) == len(objects)
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in jsonl(store))
