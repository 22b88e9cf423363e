"""The schema of a Neo4j store: made on start, brought up to date, never over another's graph."""

from dataclasses import replace

import pytest
from engines import Database
from office import BUREAU, fill
from stores import plan

from graph import open_store
from graph.engine.rows import evidence_row
from graph.errors import StoreError
from graph.model import EdgeKind
from graph.neo4j.schema import MIGRATIONS
from graph.store import GraphStore


def test_what_is_looked_up_has_an_index(neo4j: GraphStore, database: Database) -> None:
    found = database.ask(
        "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state"
        " WHERE name STARTS WITH 'cancu_' OR name IN ['words', 'names']"
        " RETURN type, labelsOrTypes, properties, state"
    )
    assert {state for *_, state in found} == {"ONLINE"}
    on = {(type, tuple(labels), tuple(names)) for type, labels, names, _ in found}  # type: ignore[arg-type]
    assert ("RANGE", ("Entity",), ("id",)) in on
    assert {("RANGE", ("Document",), (day,)) for day in ("issued", "effective", "expires")} <= on
    assert {("RANGE", (kind.value.upper(),), ("asserted_by",)) for kind in EdgeKind} <= on
    assert database.ask("MATCH (m:_Meta) RETURN m.schema_version") == [[len(MIGRATIONS)]]


def test_a_database_of_somebody_else_is_left_alone(database: Database) -> None:
    database.ask("MATCH (n) DETACH DELETE n")
    database.ask("CREATE (:Person {name: 'An'})")
    try:
        with pytest.raises(StoreError) as caught:
            open_store(database.url, database.password)
        assert caught.value.key == "store.not_ours_neo4j"
        assert database.ask("MATCH (n) RETURN labels(n)") == [[["Person"]]]
    finally:
        database.ask("MATCH (n) DETACH DELETE n")


def test_a_newer_schema_is_refused(neo4j: GraphStore, database: Database) -> None:
    database.ask("MATCH (m:_Meta) SET m.schema_version = 99")
    try:
        with pytest.raises(StoreError) as caught:
            open_store(database.url, database.password)
        assert caught.value.key == "store.newer"
    finally:
        database.ask("MATCH (m:_Meta) SET m.schema_version = $now", now=len(MIGRATIONS))


def test_an_index_that_failed_is_made_anew(neo4j: GraphStore, database: Database) -> None:
    """What cannot be indexed makes the server give an index up: a failed one is there for ever."""
    database.ask("DROP INDEX cancu_number")
    database.ask("CREATE (:Document {number_key: $long})", long="9" * 40_000)
    database.ask("CREATE INDEX cancu_number FOR (n:Document) ON (n.number_key)")
    database.ask("MATCH (m:_Meta) SET m.schema_version = 0")
    try:
        with pytest.raises(StoreError) as caught:
            open_store(database.url, database.password)
        assert caught.value.key == "store.index_failed"
        assert "cancu_number" in caught.value.text("en")
    finally:
        database.wipe()
        open_store(database.url, database.password).close()
    state = "SHOW INDEXES YIELD name, state WHERE name = 'cancu_number' RETURN state"
    assert database.ask(state) == [["ONLINE"]]
    assert database.ask("MATCH (m:_Meta) RETURN m.schema_version") == [[len(MIGRATIONS)]]


def test_what_a_killed_server_left_of_a_constraint_is_in_nobodys_way(
    neo4j: GraphStore, database: Database
) -> None:
    """A server killed while it makes a constraint keeps the index of that name, and refuses the
    constraint from then on."""
    database.ask("DROP CONSTRAINT cancu_key")
    database.ask("CREATE INDEX cancu_key FOR (k:_Key) ON (k.key)")
    database.ask("MATCH (m:_Meta) SET m.schema_version = 0")
    with open_store(database.url, database.password) as renewed:
        renewed.apply(plan())
    made = "SHOW CONSTRAINTS YIELD name WHERE name = 'cancu_key' RETURN name"
    assert database.ask(made) == [["cancu_key"]]


def test_an_older_schema_is_brought_up_to_date(neo4j: GraphStore, database: Database) -> None:
    neo4j.apply(plan())
    database.ask("MATCH (m:_Meta) SET m.schema_version = 1")
    database.ask("DROP INDEX names")
    database.ask("CREATE FULLTEXT INDEX names FOR (n:Document) ON EACH [n.label]")
    with open_store(database.url, database.password) as renewed:
        assert renewed.documents() == [plan().document]
    (options,) = database.ask(
        "SHOW INDEXES YIELD name, options WHERE name = 'names' RETURN options"
    )
    assert "'fulltext.eventually_consistent': True" in str(options)
    assert database.ask("MATCH (m:_Meta) RETURN m.schema_version") == [[len(MIGRATIONS)]]


def test_descriptions_kept_as_relationships_are_kept_with_the_documents(
    neo4j: GraphStore, database: Database
) -> None:
    """Version 2 had a relationship for each, and long keys."""
    fill(neo4j)
    known = [node.id for node in neo4j.all_nodes()]
    before = (neo4j.claims(known), neo4j.said(neo4j.documents()))
    assert neo4j.claims([BUREAU])
    database.ask(
        "MATCH (t:_Text) UNWIND t.reads AS key MATCH (v:_Reading {key: key})"
        " CREATE (t)-[:_READS]->(v)"
    )
    database.ask("MATCH (t:_Text) REMOVE t.reads")
    database.ask("MATCH (v:_Reading) SET v.key = v.key + v.key")
    database.ask("MATCH (m:_Meta) SET m.schema_version = 2")
    with open_store(database.url, database.password) as renewed:
        assert (renewed.claims(known), renewed.said(renewed.documents())) == before
        for delta in renewed.said(renewed.documents()).values():
            assert not renewed.apply(delta).changed
            assert renewed.remove(delta.document)
    assert database.ask("MATCH (n) RETURN DISTINCT labels(n)") == [[["_Meta"]]]


def test_a_proof_kept_twice_is_kept_once(neo4j: GraphStore, database: Database) -> None:
    """Version 3 had the first proof of every edge plain and in its JSON."""
    fill(neo4j)
    before = neo4j.said(neo4j.documents())
    edges = list(neo4j.all_edges())
    for edge in edges:
        database.ask(
            "MATCH ({id: $a})-[r {asserted_by: $by}]->({id: $b}) WHERE type(r) = $type"
            " SET r.evidence = $proof REMOVE r.start, r.end",
            a=edge.source, b=edge.target, by=edge.asserted_by, type=edge.kind.value.upper(),
            proof=evidence_row(edge.evidence),
        )  # fmt: skip
    database.ask("MATCH (m:_Meta) SET m.schema_version = 3")
    with open_store(database.url, database.password) as renewed:
        assert renewed.said(renewed.documents()) == before
    kept = database.ask("MATCH ()-[r]->() WHERE r.asserted_by IS NOT NULL RETURN r.evidence")
    assert len(kept) == len(edges)
    assert sum(more is not None for (more,) in kept) == sum(len(e.evidence) > 1 for e in edges)


def test_a_proof_that_plain_properties_cannot_tell_is_kept_as_it_is(neo4j: GraphStore) -> None:
    (edge, *others) = plan().edges
    words = edge.evidence[0]
    for odd in (
        (replace(words, confidence=1),),
        (replace(words, doc="vn/khac"), words),
        (replace(words, end=2**70),),
        (),
        (words, replace(words, start=words.start + 1)),
    ):
        said = replace(plan(), edges=(replace(edge, evidence=odd), *others))
        neo4j.apply(said)
        assert not neo4j.apply(said).changed
        ((held,),) = [neo4j.evidence([edge.key]).values()]
        assert repr(held) == repr(odd)
        ((again,),) = [neo4j.said([said.document]).values()]
        assert repr(again.edges[0].evidence) in {repr(e.evidence) for e in said.edges}
