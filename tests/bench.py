"""`make bench`: figures of reading and of the stores, printed and put into docs/benchmarks.md.

Nothing here asserts: a timed test would fail on a busy machine.
"""

import contextlib
import io
import sys

from bench_page import machine, write
from bench_reading import reading
from bench_stores import stores


def main(parts: list[str]) -> None:
    """Measure the parts asked for (``reading``, ``stores``), or both."""
    for part in parts or ["reading", "stores"]:
        if part == "reading":
            text = f"{machine()}; `make bench`\n\n```\n{_said()}```"
        else:
            lines: list[str] = []
            stores(lines.append)
            text = f"{machine()}; `make bench`\n\n" + "\n".join(lines)
        print(text)
        write(part, text)


def _said() -> str:
    """What the reading part prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        reading()
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
