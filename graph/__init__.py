"""The graph: its model, its words and its stores. ``open_store`` is the way in."""

from graph.errors import UsageError
from graph.neo4j.address import without_password
from graph.store import GraphStore

__all__ = ["open_store"]

NEO4J = ("neo4j", "bolt")


def open_store(url: str, password: str | None = None) -> GraphStore:
    """The store at an address (mở kho): ``sqlite:PATH``, ``sqlite::memory:`` for a passing one,
    ``neo4j://USER@HOST:PORT/DATABASE`` (``bolt://``, ``+s``), whose ``password`` comes beside it.

    Raises UsageError when the address is not understood, StoreError when the store cannot be used.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "sqlite" and rest:
        from graph.sqlite_store import SqliteStore

        return SqliteStore(rest)
    if scheme.partition("+")[0] in NEO4J:
        from graph.neo4j_store import Neo4jStore

        return Neo4jStore(url, password)
    raise UsageError("store.url", url=without_password(url))
