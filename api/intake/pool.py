"""Files read in processes of their own, which can be stopped (đọc trong tiến trình riêng).

A file that takes too long, too much memory, or the process with it, is one failure with its
sentence; a new process takes its place and the other files go on. A few small files of plain text,
whose readers take linear time, are read here at once.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from api.intake.files import Job, ReadFile, expanded, is_light
from api.intake.originals import NOWHERE, Originals
from api.intake.worker import BEGUN, Worker, start_worker
from graph.errors import BadInputError, CancuError
from loaders.bounds import Bounds
from loaders.readers.containers import is_container

#: below this many files, and these bytes, one process is done before a second has started
MANY, LIGHT = 24, 1_000_000
#: what a process makes of a file within bounds; it travels by name
Work: TypeAlias = Callable[[Job, Bounds], Any]
#: seconds in which a process must have begun
STARTING = 60


class Readers(Protocol):
    """What reads files: this process, or several others."""

    def jobs(self, paths: Sequence[Path]) -> list[Job]:
        """The files to read: those named, and those inside packages and messages."""

    def read(self, jobs: Sequence[Job]) -> Iterator[ReadFile]:
        """What each file says, in order."""


@contextmanager
def readers(
    paths: Sequence[Path], workers: int, bounds: Bounds, originals: Originals = NOWHERE
) -> Iterator[Readers]:
    """What reads these paths; ``workers`` 0 is one process per core."""
    if len(paths) < MANY and is_light(paths, LIGHT):
        yield Here(bounds)
        return
    pool = Pool(min(workers or os.cpu_count() or 1, max(len(paths), 1)), bounds, originals)
    try:
        yield pool
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class Here:
    """This process."""

    bounds: Bounds

    def jobs(self, paths: Sequence[Path]) -> list[Job]:
        """The files to read."""
        return [job for path in paths for job in expanded(Job(str(path)), self.bounds)]

    def read(self, jobs: Sequence[Job]) -> Iterator[ReadFile]:
        """What each file says, in order."""
        return (job.read(self.bounds) for job in jobs)


@dataclass(slots=True)
class Pool:
    """Other processes; each file has one to itself and may take ``bounds.file_seconds``."""

    size: int
    bounds: Bounds
    originals: Originals = NOWHERE
    workers: list[Worker] = field(default_factory=list)

    def jobs(self, paths: Sequence[Path]) -> list[Job]:
        """The files to read; one that cannot be opened stands for itself, with the reason."""
        asked = [Job(str(path), originals=self.originals) for path in paths]
        opened = self.each(expanded, [job for job in asked if is_container(job.name)])
        jobs: list[Job] = []
        for job in asked:
            inside = next(opened) if is_container(job.name) else [job]
            jobs += [replace(job, failure=failed)] if (failed := _failure(inside)) else inside
        return jobs

    def read(self, jobs: Sequence[Job]) -> Iterator[ReadFile]:
        """What each file says, in order."""
        for job, said in zip(jobs, self.each(Job.read, jobs), strict=True):
            failure = _failure(said)
            yield ReadFile(job.shown, failure) if failure else said

    def each(self, work: Work, jobs: Sequence[Job]) -> Iterator[Any]:
        """What ``work`` makes of each file in order, or the failure that stopped it."""
        return self._done([(work, job) for job in jobs])

    def close(self) -> None:
        """End all processes."""
        while self.workers:
            self.workers.pop().stop()

    def _done(self, tasks: Sequence[tuple[Work, Job]]) -> Iterator[Any]:
        """The answer of each task in order, or the failure that stopped it."""
        answers: dict[int, Any] = {}
        given = 0
        for order in range(len(tasks)):
            while order not in answers:
                given = self._hand_out(tasks, given)
                self._collect(tasks, answers)
            yield answers.pop(order)

    def _hand_out(self, tasks: Sequence[tuple[Work, Job]], given: int) -> int:
        while len(self.workers) < min(self.size, len(tasks)):
            self.workers.append(start_worker(self.bounds))
        for worker in self.workers:
            if worker.order is None and given < len(tasks):
                with suppress(OSError):  # it died; the answer says so
                    worker.connection.send(tasks[given])
                worker.order = given
                worker.until = time.monotonic() + STARTING + self.bounds.file_seconds
                given += 1
        return given

    def _collect(self, tasks: Sequence[tuple[Work, Job]], answers: dict[int, Any]) -> None:
        """Take what is ready, and stop whoever has had its time."""
        busy = [worker for worker in self.workers if worker.order is not None]
        limits = [worker.until for worker in busy if worker.until is not None]
        patience = max(0.0, min(limits) - time.monotonic()) if limits else None
        ready = set(wait([worker.connection for worker in busy], patience))
        for worker in busy:
            if worker.order is None:
                continue
            name = Path(tasks[worker.order][1].shown).name
            if worker.connection in ready:
                self._take(worker, name, answers)
            elif worker.until is not None and worker.until <= time.monotonic():
                limit = self.bounds.file_seconds
                answers[worker.order] = BadInputError("file.too_long", file=name, limit=limit)
                self._drop(worker)

    def _take(self, worker: Worker, name: str, answers: dict[int, Any]) -> None:
        assert worker.order is not None
        try:
            kind, said = worker.connection.recv()
        except (EOFError, OSError):  # the system ended it, most likely for want of memory
            answers[worker.order] = BadInputError("file.reader_died", file=name)
            self._drop(worker)
            return
        if kind == BEGUN:
            worker.until = time.monotonic() + self.bounds.file_seconds
        else:
            answers[worker.order] = said
            worker.order = worker.until = None

    def _drop(self, worker: Worker) -> None:
        worker.stop()
        self.workers.remove(worker)


def _failure(said: object) -> BadInputError | None:
    return said if isinstance(said, BadInputError) else None


def bounded(jobs: Iterable[Job], bounds: Bounds) -> list[ReadFile]:
    """What these files say, read where they can be stopped."""
    with closing(Pool(1, bounds)) as pool:
        return list(pool.read(list(jobs)))


def made(work: Work, job: Job, bounds: Bounds) -> Any:
    """What ``work`` makes of one file where it can be stopped; raises the failure if it was."""
    with closing(Pool(1, bounds)) as pool:
        [said] = pool.each(work, [job])
    if isinstance(said, CancuError):
        raise said
    return said
