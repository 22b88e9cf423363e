"""Files read by several processes, which end when the one that asked ends (đọc song song)."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from api.files import ReadFile, read_file
from graph.errors import BadInputError

#: below this many files one process is done before a second has started
MANY = 24


@contextmanager
def readers(count: int, workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """The processes that read ``count`` files; None when this one alone does it."""
    workers = min(workers or os.cpu_count() or 1, count)
    if workers < 2 or count < MANY:
        yield None
        return
    # spawn: a fork of a process with threads (the progress bar, a server) may hang
    method = multiprocessing.get_context("spawn")
    with _no_interrupts():
        pool = ProcessPoolExecutor(workers, mp_context=method, initializer=_end_with_parent)
        for _ in range(workers):  # a job for which nobody is idle starts a process
            pool.submit(os.getpid)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def read_files(paths: Sequence[Path], pool: ProcessPoolExecutor | None) -> Iterator[ReadFile]:
    """What each file says, in the order of ``paths``."""
    names = [str(path) for path in paths]
    if pool is None:
        yield from map(read_file, names)
        return
    try:
        yield from pool.map(read_file, names, chunksize=4)
    except BrokenProcessPool as error:  # the system ended one, most likely for want of memory
        raise BadInputError("file.reader_died") from error


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Processes started now leave Ctrl+C to the one that started them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end_with_parent() -> None:
    """A reader whose parent was killed would wait for work for ever."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
