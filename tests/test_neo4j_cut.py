"""A connection to a real Neo4j server that breaks just while a document is being committed."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from engines import Database
from stores import PLAN, lines, plan

from graph import open_store

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # the message of the protocol that asks for it


@pytest.mark.parametrize("arrives", [True, False], ids=["kept", "not kept"])
def test_a_commit_whose_answer_is_lost_is_made_sure_of(database: Database, arrives: bool) -> None:
    """The line breaks after the server got the commit, or before: nobody who waits can tell."""
    database.wipe()
    with open_store("sqlite::memory:") as other:
        expected, all_lines = other.apply(plan()), lines(other)
    with open_store(database.url, database.password) as store, cut(database, arrives) as line:
        with open_store(line.url, database.password) as far:
            line.armed = True
            assert far.apply(plan()) == expected
            assert not line.armed, "the line was never cut"
            assert not far.apply(plan()).changed
        assert store.documents() == [PLAN]
        assert lines(store) == all_lines


class Line:
    """A relay to the server that breaks once, at the next commit after it was armed."""

    def __init__(self, database: Database, arrives: bool) -> None:
        scheme, _, rest = database.url.partition("://")
        user, at, place = rest.rpartition("@")
        host, _, name = place.partition("/")
        self._server = (host.partition(":")[0], int(host.partition(":")[2] or 7687))
        self._arrives = arrives
        self.armed = False
        self._door = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        port = self._door.getsockname()[1]
        self.url = f"{scheme.replace('neo4j', 'bolt')}://{user}{at}127.0.0.1:{port}/{name}"

    def open(self) -> None:
        """Let callers in."""
        self._start(self._serve)

    def close(self) -> None:
        """End every connection and wait until nothing runs any more."""
        for end in (self._door, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for end in (self._door, *self._ends):
            end.close()

    def _start(self, work: Callable[..., None], *facts: socket.socket) -> None:
        self._threads.append(threading.Thread(target=work, args=facts))
        self._threads[-1].start()

    def _serve(self) -> None:
        """Relay every connection until the door is closed."""
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(self._server)
                self._ends += [near, far]
                for ends in ((near, far), (far, near)):
                    self._start(self._relay, *ends)

    def _relay(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                broken = self.armed and data.endswith(COMMIT)
                if broken:
                    self.armed = False
                    with suppress(OSError):
                        one.shutdown(socket.SHUT_RDWR)  # the asker first: no answer gets through
                if not broken or self._arrives:
                    other.sendall(data)
                if broken:
                    break
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_WR)


@contextmanager
def cut(database: Database, arrives: bool) -> Iterator[Line]:
    """A line to the database, open as long as it is used."""
    line = Line(database, arrives)
    line.open()
    try:
        yield line
    finally:
        line.close()
