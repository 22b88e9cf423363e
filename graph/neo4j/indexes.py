"""Indexes that a server is still building: waited for as long as they grow (chỉ mục đang dựng).

A server goes on with them by itself, also after it was stopped, so whoever breaks the wait off
waits for the rest when the database is opened again.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import StoreError
from graph.neo4j.connection import Connection, Work, rows

log = logging.getLogger(__name__)

#: seconds: between two looks at first and at last, between two lines of the log, and without any
#: growth until the wait is given up
SOON, LATER, TELL, STALL = 0.02, 2.0, 15.0, 600.0
#: given up by the server, as on a full disk, or left without its constraint by one that was killed
#: while it made the constraint: to ``IF NOT EXISTS`` the one is there, the other stands in the way
WRECKED = """
SHOW INDEXES YIELD name, state, owningConstraint
WHERE name IN $constraints AND owningConstraint IS NULL
OR state = 'FAILED' AND (name STARTS WITH 'cancu_' OR name IN ['words', 'names'])
RETURN name ORDER BY name
"""
UNFINISHED = """
SHOW INDEXES YIELD name, state, populationPercent, failureMessage
WHERE state <> 'ONLINE' AND (name STARTS WITH 'cancu_' OR name IN ['words', 'names'])
RETURN name, state, populationPercent, failureMessage ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class Index:
    """One of ours that does not answer yet; ``grown``: percent; ``failure``: why it never will."""

    name: str
    state: str
    grown: float
    failure: str

    @property
    def failed(self) -> bool:
        """Whether the server has given it up."""
        return self.state == "FAILED"


def drop_wrecked(connection: Connection, constraints: Sequence[str]) -> None:
    """Drop our indexes that are of no use, so that they are made anew; ``constraints``: the names
    of those that must belong to one."""
    found = connection.read(lambda work: rows(work, WRECKED, constraints=list(constraints)))
    connection.define([f"DROP INDEX {name} IF EXISTS" for (name,) in found])


def await_indexes(connection: Connection) -> None:
    """Wait until all answer; StoreError when one has failed or none has grown for long."""
    before: list[Index] = []
    moved = told = time.monotonic()
    pause = SOON
    while left := connection.read(unfinished):
        if failed := next((index for index in left if index.failed), None):
            raise StoreError(
                "store.index_failed", url=connection.shown, name=failed.name, reason=failed.failure
            )
        now = time.monotonic()
        if left != before:
            before, moved = left, now
        elif now - moved > STALL:
            raise StoreError("store.index_stalled", url=connection.shown, name=left[0].name)
        if now - told > TELL:
            told = now
            log.warning("%d indexes left to build, %s is at %.0f %%", len(left), *_furthest(left))
        time.sleep(pause)
        pause = min(2 * pause, LATER)


def unfinished(work: Work) -> list[Index]:
    """Those of our indexes that do not answer yet."""
    return [
        Index(name, state, grown or 0.0, " ".join((failure or "").split())[:300])
        for name, state, grown, failure in rows(work, UNFINISHED)
    ]


def _furthest(left: list[Index]) -> tuple[str, float]:
    index = max(left, key=lambda index: index.grown)
    return index.name, index.grown
