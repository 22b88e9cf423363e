"""docs/benchmarks.md: each part of `make bench` rewrites its own block and leaves the rest."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def write(part: str, text: str, page: Path = PAGE) -> None:
    """Put the figures between the marks of a part; a page without them is an error."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    block = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    now, places = block.subn(lambda _: f"{begin}\n{text.strip()}\n{end}", page.read_text("utf-8"))
    if places != 1:
        raise ValueError(f"{page}: {places} blocks “{begin} … {end}”, there must be one")
    page.write_text(now, "utf-8")


def machine() -> str:
    """Where the figures are from."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
