"""A process that reads files for another, can be stopped, and ends with the one that asked."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any

from loaders.bounds import Bounds

#: what a process says: it is at the task; its answer
BEGUN, DONE = "begun", "done"
#: held while a process starts
_STARTING = threading.Lock()


@dataclass(slots=True)
class Worker:
    """A process and what it is doing."""

    process: BaseProcess
    connection: Connection
    order: int | None = None  # which task it is at
    until: float | None = None  # when it is stopped

    def stop(self) -> None:
        """End the process and what it started."""
        with suppress(ProcessLookupError, PermissionError):
            if self.process.pid and hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.connection.close()


def start_worker(bounds: Bounds) -> Worker:
    """A new process, which may still be on its way (tiến trình đọc)."""
    context = _context()
    ours, theirs = context.Pipe()
    arguments = (theirs, bounds, os.getcwd())
    process = context.Process(target=_serve, args=arguments, daemon=True)
    with _alone():
        process.start()
    theirs.close()
    return Worker(process, ours)


@contextmanager
def _alone() -> Iterator[None]:
    """A new process does not run the caller's script again, which might start one itself.

    ``multiprocessing`` imports what ``__main__`` is; ours needs nothing of it.
    """
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _context() -> Any:
    """How processes are started: never by a fork of this one, whose threads might hang it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["api.intake.files"])
    return context


def _serve(connection: Connection, bounds: Bounds, folder: str) -> None:
    """What a process does: tasks one after the other, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it decides when it ends
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # so that programs it starts are ended with it
    os.chdir(folder)
    _limit_memory(bounds)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    look_for_garbage_seldom()
    with suppress(EOFError, OSError, MemoryError):  # who asked sees that the answer does not come
        while True:
            work, job = connection.recv()
            connection.send((BEGUN, None))
            connection.send((DONE, work(job, bounds)))


def look_for_garbage_seldom() -> None:
    """What is imported stays, and a reading makes many small values but no cycles of them."""
    gc.freeze()
    gc.set_threshold(20_000)


def _limit_memory(bounds: Bounds) -> None:
    with suppress(ImportError, OSError, ValueError):  # not every system can
        import resource

        most = bounds.memory_mb * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _end_with_parent() -> None:
    """A reader whose parent was killed would go on reading for nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
