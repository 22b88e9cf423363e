"""Constraints and indexes of a Neo4j store, made on start, brought up to date step by step."""

import re

from neo4j import ManagedTransaction

from graph.cypher import types
from graph.errors import StoreError
from graph.model import EdgeKind
from graph.neo4j.connection import Connection, Work, rows
from graph.neo4j.indexes import await_indexes, drop_wrecked
from graph.neo4j.renewal import renew

#: number n brings a database from version n to n + 1; every statement may be run again; what must
#: be rewritten of the data is told in ``renewal``
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE CONSTRAINT cancu_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT cancu_text IF NOT EXISTS FOR (t:_Text) REQUIRE t.document IS UNIQUE",
        "CREATE CONSTRAINT cancu_reading IF NOT EXISTS FOR (v:_Reading) REQUIRE v.key IS UNIQUE",
        "CREATE CONSTRAINT cancu_key IF NOT EXISTS FOR (k:_Key) REQUIRE k.key IS UNIQUE",
        "CREATE INDEX cancu_document IF NOT EXISTS FOR (n:Document) ON (n.id)",
        "CREATE INDEX cancu_task IF NOT EXISTS FOR (n:Task) ON (n.id)",
        "CREATE INDEX cancu_unit IF NOT EXISTS FOR (n:Unit) ON (n.id)",
        "CREATE INDEX cancu_number IF NOT EXISTS FOR (n:Document) ON (n.number_key)",
        "CREATE INDEX cancu_rank IF NOT EXISTS FOR (n:Document) ON (n.loaded, n.mentions)",
        "CREATE INDEX cancu_issued IF NOT EXISTS FOR (n:Document) ON (n.issued)",
        "CREATE INDEX cancu_effective IF NOT EXISTS FOR (n:Document) ON (n.effective)",
        "CREATE INDEX cancu_expires IF NOT EXISTS FOR (n:Document) ON (n.expires)",
        "CREATE INDEX cancu_due IF NOT EXISTS FOR (n:Task) ON (n.due)",
        "CREATE INDEX cancu_start IF NOT EXISTS FOR (n:Task) ON (n.start)",
        "CREATE INDEX cancu_end IF NOT EXISTS FOR (n:Task) ON (n.end)",
        "CREATE INDEX cancu_reading_node IF NOT EXISTS FOR (v:_Reading) ON (v.node)",
        "CREATE INDEX cancu_unsettled IF NOT EXISTS FOR (t:_Text) ON (t.unsettled)",
        "CREATE INDEX cancu_issue IF NOT EXISTS FOR (i:Issue) ON (i.document)",
        *(
            f"CREATE INDEX cancu_{kind} IF NOT EXISTS FOR ()-[r:{types([kind])}]-()"
            " ON (r.asserted_by)"
            for kind in EdgeKind
        ),
        # the store's own search: words folded by us, none of which is a stop word
        "CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Entity|_Text) ON EACH [n.words, n.body]"
        " OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}",
    ),
    (
        # for queries typed by hand, with or without diacritics; nothing of ours asks it, so it may
        # follow a moment behind and no commit waits for it
        "DROP INDEX names IF EXISTS",
        "CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Document|Task|Unit)"
        " ON EACH [n.label, n.title, n.name] OPTIONS {indexConfig:"
        " {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: true}}",
    ),
    (
        # who describes a node how is kept with the documents: it was two relationships of five
        "DROP INDEX cancu_reading_node IF EXISTS",
        "DROP INDEX words IF EXISTS",
        "CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Entity|_Text)"
        " ON EACH [n.words, n.body, n.reads]"
        " OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}",
    ),
    # the first proof of an edge stood there twice, plain and as JSON
    (),
)
CONSTRAINT = re.compile(r"^CREATE CONSTRAINT (\w+)")
META = "CREATE CONSTRAINT cancu_meta IF NOT EXISTS FOR (m:_Meta) REQUIRE m.id IS UNIQUE"


def prepare(connection: Connection) -> None:
    """Bring the database to the newest schema; one that holds somebody else's graph, or one of a
    newer version, is refused and left as it is."""
    version, kept_as = connection.read(_versions)
    if version == len(MIGRATIONS):
        return
    if version is None and connection.read(_is_used):
        raise StoreError("store.not_ours_neo4j", url=connection.shown)
    if version is not None and version > len(MIGRATIONS):
        raise StoreError("store.newer", path=connection.shown, found=version, known=len(MIGRATIONS))
    wanted = [META, *(made for step in MIGRATIONS[version or 0 :] for made in step)]
    drop_wrecked(connection, [name for made in wanted for name in CONSTRAINT.findall(made)])
    connection.define(wanted)
    renew(connection, kept_as)
    await_indexes(connection)
    connection.write(_keep_version)


def _versions(transaction: Work) -> tuple[int | None, int]:
    """Of the schema, None where there is none yet, and of the data: tables that the importer took
    lack the schema and are of the program that wrote them."""
    found = rows(
        transaction,
        "MATCH (m:_Meta {id: 'cancu'})"
        " RETURN m.schema_version, coalesce(m.data_version, m.schema_version)",
    )
    return (int(found[0][0]), int(found[0][1])) if found else (None, len(MIGRATIONS))


def _is_used(transaction: Work) -> bool:
    return bool(rows(transaction, "MATCH (n) RETURN 1 LIMIT 1"))


def _keep_version(transaction: ManagedTransaction) -> None:
    transaction.run(
        "MERGE (m:_Meta {id: 'cancu'}) ON CREATE SET m.writes = 0 SET m.schema_version = $version"
        " REMOVE m.data_version",
        version=len(MIGRATIONS),
    ).consume()
