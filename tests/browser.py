"""The browser of the tests: finds Chromium, says how to start it; as a script, installs it."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch_options() -> dict[str, Any]:
    """Arguments for Playwright's ``chromium.launch``: which browser, and no traffic of its own."""
    path = chromium()
    if path is None:
        raise RuntimeError("There is no Chromium; run `python tests/browser.py`.")
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    return {"executable_path": path, "args": [*sandbox, *QUIET]}


@cache
def chromium() -> str | None:
    """The path of a Chromium: on PATH, else the one Playwright keeps; None without one."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return _playwrights_own()


def main() -> int:
    """Install Chromium where there is none; 1 and one sentence where that is impossible."""
    if chromium():
        return 0
    for command in _ways():
        if subprocess.run(command, check=False).returncode == 0:
            chromium.cache_clear()
            if chromium():
                return 0
    print(
        "No Chromium on this machine, and neither apt-get nor Playwright could install one; "
        "install chromium or google-chrome and run `make test` again.",
        file=sys.stderr,
    )
    return 1


def _ways() -> list[list[str]]:
    """The commands that may bring a Chromium here, the likelier first."""
    return [*apt("chromium"), [sys.executable, "-m", "playwright", "install", "chromium"]]


def apt(*packages: str) -> list[list[str]]:
    """The command that installs Debian's packages, where this user may; none elsewhere."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        return []
    if os.geteuid() == 0:
        return [["sh", "-c", f"apt-get update -qq && {' '.join(install)}"]]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], check=False).returncode == 0:
        return [[sudo, "-n", *install]]
    return []


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


if __name__ == "__main__":
    sys.exit(main())
