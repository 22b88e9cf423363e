"""What Neo4j and its driver report, told once in our own words (dịch lỗi của Neo4j)."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as foreign

from graph.errors import CancuError, StoreError, UsageError

#: foreign error → the sentence; the first that fits. Codes are told apart in ``CODES``.
CLASSES: tuple[tuple[type[Exception], str], ...] = (
    (foreign.CertificateConfigurationError, "store.configuration"),
    (foreign.AuthConfigurationError, "store.configuration"),
    (foreign.AuthError, "store.denied"),
    (foreign.ForbiddenOnReadOnlyDatabase, "store.read_only"),
    (foreign.NotALeader, "store.read_only"),
    (foreign.WriteServiceUnavailable, "store.read_only"),
    (foreign.Forbidden, "store.forbidden"),
    (foreign.DatabaseUnavailable, "store.unavailable"),
    (foreign.IncompleteCommit, "store.incomplete"),
    (foreign.UnsupportedServerProduct, "store.unsupported"),
    (foreign.ServiceUnavailable, "store.unreachable"),
    (foreign.SessionExpired, "store.unreachable"),
    (foreign.ConnectionPoolError, "store.unreachable"),
    (foreign.ConfigurationError, "store.configuration"),
    (foreign.Neo4jError, "store.refused"),
    (foreign.DriverError, "store.refused"),
)
#: part of a status code → the sentence, whatever the class
CODES = (
    ("DatabaseNotFound", "store.no_database"),
    ("AuthenticationRateLimit", "store.denied"),
    ("DeadlockDetected", "store.deadlock"),
    ("OutOfMemory", "store.out_of_memory"),
    ("MemoryPool", "store.out_of_memory"),
    ("MemoryLimit", "store.out_of_memory"),
    ("WriteOnReadOnly", "store.read_only"),
    ("TransactionLogError", "store.broken"),
    ("TransactionCommitFailed", "store.broken"),
    ("TransactionStartFailed", "store.broken"),
)
OURS = {"store.configuration": UsageError}


@contextmanager
def translated(shown: str) -> Iterator[None]:
    """Whatever fails inside at the address ``shown`` is one sentence of the catalogue."""
    try:
        yield
    except (foreign.Neo4jError, foreign.DriverError) as error:
        raise told(error, shown) from error
    except (OSError, ValueError) as error:  # a name that is no host, a port that is none
        raise StoreError("store.unreachable", url=shown, reason=error) from error


def told(error: foreign.Neo4jError | foreign.DriverError, shown: str) -> CancuError:
    """The failure in our words."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return StoreError("store.certificate", url=shown, reason=cause.verify_message)
        if isinstance(cause, ssl.SSLError):
            return StoreError("store.encryption", url=shown, reason=cause.reason or cause)
    code = getattr(error, "code", None) or ""
    key = next((key for part, key in CODES if part in code), None)
    key = key or next(key for kind, key in CLASSES if isinstance(error, kind))
    reason = getattr(error, "message", None) or str(error) or type(error).__name__
    return OURS.get(key, StoreError)(key, url=shown, reason=_one_line(reason))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what brought it about, and what failed together; the driver tells none of it when
    it looks for a route."""
    yield error
    together = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for cause in (*together, error.__cause__ or error.__context__):
        if cause is not None:
            yield from _causes(cause)


def _one_line(reason: str) -> str:
    return " ".join(str(reason).split())[:300].rstrip(".")
