"""The graph: its model, its words and its stores. ``open_store`` is the way in."""

from graph.errors import StoreError, UsageError
from graph.store import GraphStore

__all__ = ["open_store"]

NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(url: str) -> GraphStore:
    """The store at an address (mở kho): ``sqlite:PATH``, or ``sqlite::memory:`` for a passing one.

    Raises UsageError when the address is not understood, StoreError when the store cannot be used.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "sqlite" and rest:
        from graph.sqlite_store import SqliteStore

        return SqliteStore(rest)
    if scheme in NEO4J_SCHEMES:
        raise StoreError("store.neo4j_absent", url=_without_password(url))
    raise UsageError("store.url", url=_without_password(url))


def _without_password(url: str) -> str:
    """The address as it may be shown: user names stay, passwords do not."""
    scheme, mark, rest = url.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{host}"
