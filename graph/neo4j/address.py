"""The address of a Neo4j database: ``neo4j://USER@HOST:PORT/DATABASE`` (địa chỉ kho Neo4j)."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from graph.errors import UsageError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
PORT = 7687
#: what stands in no name of a folder on some system
AWKWARD = re.compile(r"[^\w.-]")


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


def folders_of(url: str) -> tuple[str, str]:
    """Two names of folders, one in the other, that stand for a database, whoever asks it by
    whichever scheme: host with port, and database; ``_own`` where the user's own is meant, which is
    no name of a database."""
    address = read_address(url)
    parts = urlsplit(address.uri)
    names = f"{parts.hostname}_{parts.port}", (address.database or "_own").lower()
    return AWKWARD.sub("_", names[0]), AWKWARD.sub("_", names[1])


def _uri(parts: SplitResult, host: str, port: int) -> str:
    """What the driver takes; the query is the routing context of a cluster."""
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}:{port}" + (f"?{parts.query}" if parts.query else "")
