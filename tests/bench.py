"""`make bench`: figures of reading, formats and stores, printed and put into docs/benchmarks.md.

Nothing here asserts: a timed test would fail on a busy machine.
"""

import contextlib
import io
import sys
from collections.abc import Callable
from functools import partial

from bench_formats import TESTS, formats
from bench_page import machine, write
from bench_reading import reading
from bench_stores import stores


def main(parts: list[str]) -> None:
    """Measure the parts asked for (``reading``, ``formats``, ``stores``), or all."""
    printed = {"reading": reading, "formats": partial(formats, TESTS / "pages", TESTS / "word")}
    for part in parts or [*printed, "stores"]:
        print(f"{part}: {machine()}", flush=True)
        lines: list[str] = []
        if part in printed:
            lines.append(f"```\n{_said(printed[part])}```")
            print(lines[-1])
        else:
            stores(partial(_say, lines))
        write(part, f"{machine()}; `make bench`\n\n" + "\n".join(lines))


def _say(lines: list[str], text: str) -> None:
    """Print at once, since the whole takes a while, and keep for the page."""
    print(text, flush=True)
    lines.append(text)


def _said(part: Callable[[], None]) -> str:
    """What a part prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        part()
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
