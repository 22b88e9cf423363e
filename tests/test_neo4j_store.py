"""What only Neo4j has: address, failures in our words, what a colleague sees."""

import inspect
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from engines import Database
from neo4j import exceptions as foreign
from neo4j.time import Date
from office import BUREAU, PLAN, SECOND, fill
from stores import DECISION, delta, document, lines, plan

from graph import cypher, open_store
from graph.catalogue import messages
from graph.engine.moves import Move
from graph.errors import CancuError, StoreError, UsageError
from graph.model import BASIS_KINDS, EdgeKind, GraphDelta, NodeKind
from graph.neo4j import cypher_parts, cypher_walks
from graph.neo4j.address import SCHEMES, read_address
from graph.neo4j.errors import told, translated
from graph.neo4j.versions import check_version
from graph.store import GraphStore

# -- the address


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_address_names_server_user_and_database(scheme: str) -> None:
    address = read_address(f"{scheme}://an%20b@host:7700/luat")
    assert (address.uri, address.user, address.database) == (
        f"{scheme}://host:7700",
        "an b",
        "luat",
    )
    assert read_address(f"{scheme}://host").uri == f"{scheme}://host:7687"


def test_an_address_may_hold_a_routing_context_and_an_ipv6_host() -> None:
    assert read_address("neo4j://u@[::1]:7/d?policy=eu").uri == "neo4j://[::1]:7?policy=eu"


@pytest.mark.parametrize(
    "url", ["bolt://", "neo4j:///db", "bolt://h:x/d", "neo4j://h/a/b", "neo4j://h/d#x", "neo4j:h"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        read_address(url)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as refused:
        open_store("neo4j://u:geheim@h:7687/d")
    assert "geheim" not in refused.value.text("vi") + refused.value.text("en")


# -- failures


def foreign_errors() -> list[type[Exception]]:
    bases = (foreign.Neo4jError, foreign.DriverError)
    found = inspect.getmembers(foreign, inspect.isclass)
    return [kind for name, kind in found if issubclass(kind, bases) and not name.startswith("_")]


@pytest.mark.parametrize("kind", foreign_errors(), ids=lambda kind: kind.__name__)
def test_every_failure_of_the_driver_is_one_sentence_of_ours(kind: type[Exception]) -> None:
    failure = kind.__new__(kind)
    Exception.__init__(failure, "why")
    said = told(failure, "neo4j://h")  # type: ignore[arg-type]
    assert isinstance(said, CancuError)
    assert said.key in messages()
    assert not re.search(r"\{\w+\}", said.text("vi") + said.text("en"))


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("Neo.ClientError.Database.DatabaseNotFound", "store.no_database"),
        ("Neo.TransientError.Transaction.DeadlockDetected", "store.deadlock"),
        ("Neo.TransientError.General.OutOfMemoryError", "store.out_of_memory"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "store.out_of_memory"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "store.read_only"),
        ("Neo.ClientError.Cluster.NotALeader", "store.read_only"),
        ("Neo.ClientError.Security.Unauthorized", "store.denied"),
        ("Neo.ClientError.Security.Forbidden", "store.forbidden"),
        ("Neo.TransientError.General.DatabaseUnavailable", "store.unavailable"),
        ("Neo.DatabaseError.Transaction.TransactionLogError", "store.broken"),
        ("Neo.DatabaseError.Transaction.TransactionStartFailed", "store.broken"),
        ("Neo.ClientError.Statement.SyntaxError", "store.refused"),
    ],
)
def test_a_status_of_the_server_is_told_by_its_code(code: str, key: str) -> None:
    failure = foreign.Neo4jError._hydrate_neo4j(code=code, message="why")
    with pytest.raises(StoreError) as caught, translated("neo4j://h"):
        raise failure
    assert caught.value.key == key


def test_a_server_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("bolt://127.0.0.1:9/neo4j")
    assert caught.value.key == "store.unreachable"


def test_a_database_that_is_not_there(database: Database) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(database.url.rsplit("/", 1)[0] + "/khong-co", database.password)
    assert caught.value.key == "store.no_database"


@pytest.mark.parametrize("agent", ["Neo4j/5.26.30", "Neo4j/5.27-aura", "Neo4j/2025.10.1"])
def test_a_server_of_today_is_taken(agent: str) -> None:
    check_version(agent, "neo4j://h")


@pytest.mark.parametrize(
    "agent",
    ["Neo4j/4.2.19", "Neo4j/4.4.44", "Neo4j/5.20.0", "Neo4j/v5.26.0 compatible", "Other/9.9"],
)
def test_an_older_server_is_refused(agent: str) -> None:
    """It would take the constraints and then refuse the first document."""
    with pytest.raises(StoreError) as caught:
        check_version(agent, "neo4j://h")
    assert caught.value.key == "store.unsupported"
    assert agent in caught.value.text("en")


def test_a_closed_store_says_so(neo4j: GraphStore) -> None:
    neo4j.close()
    with pytest.raises(StoreError) as caught:
        neo4j.documents()
    assert caught.value.key == "store.closed"


# -- what a colleague sees who types Cypher


def test_nodes_have_the_labels_and_properties_of_the_model(
    neo4j: GraphStore, database: Database
) -> None:
    fill(neo4j)
    (found,) = database.ask(
        "MATCH (u:Unit {id: $u})-[r:LEADS]->(t:Task)<-[:ASSIGNS]-(d:Plan)-[:BASED_ON]->(b:Decision)"
        " RETURN d.number, d.symbol, d.loaded, b.number, r.asserted_by, r.quote, t.task_kind",
        u=BUREAU,
    )
    assert found == ["12", "KH-SKHCN", True, "340", PLAN, "theo", "task"]
    days = database.ask("MATCH (t:Task {id: $id}) RETURN t.start, t.end", id=SECOND)
    assert days == [[Date(2026, 4, 1), Date(2026, 9, 30)]]
    inside = "MATCH (n:Entity)-[r]-() WHERE type(r) STARTS WITH '_' RETURN count(r)"
    assert database.ask(inside) == [[0]], "the store's own is not in a colleague's way"


def test_a_day_is_a_date_and_what_is_none_is_left_out(
    neo4j: GraphStore, database: Database
) -> None:
    neo4j.apply(delta("vn/a", issued="2025-07-01", expires="2025", year=2025, type="Kế hoạch"))
    asked = "MATCH (d:Plan) WHERE d.issued > date('2025-06-30') RETURN d.expires, d.year"
    assert database.ask(asked) == [[None, 2025]]
    assert neo4j.nodes(["vn/a"])["vn/a"].properties["expires"] == "2025"


def test_a_changed_type_changes_the_label(neo4j: GraphStore, database: Database) -> None:
    neo4j.apply(delta("vn/a", type="Kế hoạch", title="Cũ"))
    neo4j.apply(delta("vn/a", type="Quyết định"))
    labels = "MATCH (n:Entity) RETURN labels(n), n.title"
    ((found, title),) = database.ask(labels)
    assert (set(found), title) == ({"Entity", "Document", "Decision"}, None)  # type: ignore[call-overload]


@pytest.mark.parametrize("typed", ["quyet dinh 996", "Quyết định 996", "QUYẾT ĐỊNH"])
def test_names_are_found_by_hand_with_and_without_diacritics(
    neo4j: GraphStore, database: Database, typed: str
) -> None:
    neo4j.apply(delta(DECISION, label="Quyết định số 996/QĐ-TTg", title="Đề án"))
    database.ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    asked = "CALL db.index.fulltext.queryNodes('names', $typed) YIELD node RETURN node.id"
    assert database.ask(asked, typed=typed) == [[DECISION]]


def test_an_issue_is_a_node_of_its_own(neo4j: GraphStore, database: Database) -> None:
    neo4j.apply(plan())
    found = database.ask("MATCH (i:Issue) RETURN i.document, i.rule, i.severity, i.nodes")
    assert found == [[plan().document, "year_missing", "warning", [DECISION]]]


def test_nothing_is_left_behind(neo4j: GraphStore, database: Database) -> None:
    fill(neo4j)
    for id in neo4j.documents():
        neo4j.remove(id)
    assert database.ask("MATCH (n) RETURN DISTINCT labels(n)") == [[["_Meta"]]]


# -- several writers


def test_writers_at_once_come_to_what_one_would(neo4j: GraphStore, database: Database) -> None:
    """They describe the same laws differently and unsettle one another."""
    said = [
        delta(
            f"vn/d/{n:02}",
            *((f"vn/d/{n:02}", EdgeKind.BASED_ON, f"vn/law/{k}") for k in range(6)),
            references=[document(f"vn/law/{k}", title=f"Luật {(n + k) % 3}") for k in range(6)],
            offers=[(f"alias:{n % 4}", f"vn/law/{n % 6}")],
            asks=[f"alias:{(n + 1) % 4}"],
        )
        for n in range(24)
    ]

    def load(share: list[GraphDelta]) -> None:
        with open_store(database.url, database.password) as own:
            for one in share:
                own.apply(one)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(load, [said[n::3] for n in range(3)]))
    with open_store("sqlite::memory:") as alone:
        alone.apply_all(said)
        assert lines(neo4j) == lines(alone)
        assert neo4j.settle() == alone.settle()


# -- plans


def test_a_walk_visits_each_node_once(neo4j: GraphStore, database: Database) -> None:
    """Enumerating the paths of a law graph would not end; pruning breadth first does."""
    walk = cypher_walks.walk(Move(BASIS_KINDS, reverse=True), 6)
    assert "VarLengthExpand(Pruning,BFS" in str(database.plan(walk, ids=["x"], limit=9))


def test_edges_left_out_are_counted_without_being_read(
    neo4j: GraphStore, database: Database
) -> None:
    """A law that thousands cite knows how many do."""
    move = Move(BASIS_KINDS, reverse=True)
    plan = str(database.plan(cypher_parts.many(move, again=True), ids=["x"]))
    assert "getDegree((n)<-[:CITES]-())" in plan
    assert "'Details': '(n)-[" in plan
    assert "'Details': '(n)<-[" not in plan, "only what leaves it is walked along"


def test_counting_reads_no_node_and_no_edge(neo4j: GraphStore, database: Database) -> None:
    """The server knows how many there are of each label and type; issues alone are looked at."""
    found = Counter(_operators(database.plan(cypher.COUNTS)))
    assert found["RelationshipCountFromCountStore"] == len(EdgeKind)
    assert found["NodeCountFromCountStore"] == len(NodeKind) + 1
    assert [name for name in found.elements() if name.endswith("Scan")] == ["NodeByLabelScan"]


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for part in plan.get("children", ()):
        yield from _operators(part)


def test_values_are_never_part_of_a_statement(neo4j: GraphStore) -> None:
    name = "'}) DETACH DELETE n //"
    neo4j.apply(delta("vn/a", references=[document("vn/b", **{name: name})]))
    assert neo4j.listing(NodeKind.DOCUMENT, where={name: name}) == [neo4j.nodes(["vn/b"])["vn/b"]]
    assert neo4j.nodes([name]) == {}
    assert neo4j.search(name) == []
