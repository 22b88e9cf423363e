"""A bar on standard error while something long goes on (thanh tiến trình)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """What tells how far something is."""

    def __call__(self, done: int, total: int, what: str = "", /) -> None:
        """``done`` of ``total``, ``what`` just now."""
        ...


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Called with (done, total, what); nothing is drawn where nobody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def progress(done: int, total: int, what: str = "") -> None:
            bar.update(task, completed=done, total=total, description=what)

        yield progress
