"""`make bench`: figures of reading and of the stores, printed and put into docs/benchmarks.md.

Nothing here asserts: a timed test would fail on a busy machine.
"""

import contextlib
import io
import sys
from functools import partial

from bench_page import machine, write
from bench_reading import reading
from bench_stores import stores


def main(parts: list[str]) -> None:
    """Measure the parts asked for (``reading``, ``stores``), or both."""
    for part in parts or ["reading", "stores"]:
        print(f"{part}: {machine()}", flush=True)
        lines: list[str] = []
        if part == "reading":
            lines.append(f"```\n{_said()}```")
            print(lines[-1])
        else:
            stores(partial(_say, lines))
        write(part, f"{machine()}; `make bench`\n\n" + "\n".join(lines))


def _say(lines: list[str], text: str) -> None:
    """Print at once, since the whole takes a while, and keep for the page."""
    print(text, flush=True)
    lines.append(text)


def _said() -> str:
    """What the reading part prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        reading()
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
