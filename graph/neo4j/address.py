"""The address of a Neo4j database: ``neo4j://USER@HOST:PORT/DATABASE`` (địa chỉ kho Neo4j)."""

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from graph.errors import UsageError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
PORT = 7687


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is. ``user`` None: without signing in; ``database`` None: the user's own."""

    uri: str
    user: str | None
    database: str | None
    shown: str  # as it may be shown to anybody


def read_address(url: str) -> Address:
    """The parts of an address; UsageError when it is not understood or carries a password."""
    shown = without_password(url)
    try:
        parts = urlsplit(url)
        host, port, secret = parts.hostname, parts.port or PORT, parts.password
    except ValueError:
        raise UsageError("store.url", url=shown) from None
    if secret is not None:
        raise UsageError("store.password_in_url", url=shown)
    database = unquote(parts.path.strip("/"))
    if parts.scheme not in SCHEMES or not host or "/" in database or parts.fragment:
        raise UsageError("store.url", url=shown)
    user = unquote(parts.username) if parts.username else None
    return Address(_uri(parts, host, port), user, database or None, shown)


def without_password(url: str) -> str:
    """The address as it may be shown: user names stay, passwords do not."""
    scheme, mark, rest = url.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{host}"


def _uri(parts: SplitResult, host: str, port: int) -> str:
    """What the driver takes; the query is the routing context of a cluster."""
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}:{port}" + (f"?{parts.query}" if parts.query else "")
