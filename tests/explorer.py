"""The explorer of the tests: ``cancu serve`` over the sample corpus, and how to look at it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser import launch_options
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from graph import open_store
from graph.copying import copy
from graph.store import GraphStore

CORPUS = Path(__file__).parent / "corpus"
CANCU = (sys.executable, "-c", "import sys; from api.cli import main; sys.exit(main())")
WIDE = ViewportSize(width=1440, height=900)
NARROW = ViewportSize(width=390, height=844)

#: facts of the sample corpus: a directive, a decision and a plan that implement it
DIRECTIVE = "vn/tw/ct/2024/38"
DECISION = "vn/hcm/ubnd/qd/2025/76"
PLAN = "vn/hcm/skhcn/kh/2025/398"
#: a page that was photographed
SCAN = "vn/hcm/skhcn/ttr/2022/117"

#: as patient as everything else that waits for a page, for slow machines
expect.set_options(timeout=30_000)


@contextmanager
def serving(
    folder: Path, filled: Path | GraphStore | None = None, **settings: str
) -> Iterator[str]:
    """A server on a free port; its address. Its store is new, or has the files of a folder with
    their originals, or is a copy, which has none."""
    where = f"sqlite:{folder / 'store.db'}"
    environment = os.environ | {"CANCU_STORE": where} | settings
    environment |= {"CANCU_LOG_LEVEL": "warning"}
    if isinstance(filled, Path):
        subprocess.run([*CANCU, "load", str(filled)], env=environment, check=True)
    elif filled:
        with open_store(where) as store:
            copy(filled, store, lambda done, total: None)
    command = [*CANCU, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            yield next(
                found[0] for line in server.stderr if (found := re.search(r"http://[\d.:]+", line))
            )
        finally:
            server.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, site: str, address: str = "", **context: Any) -> Iterator[Page]:
    """A page of the explorer once its picture stands; what goes wrong on it fails the test."""
    told: list[str] = []
    opened = browser.new_context(**{"viewport": WIDE, "base_url": site} | context)
    page = opened.new_page()
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request", lambda request: told.append(request.url) if away(request.url, site) else None
    )
    page.goto(f"/{address}")
    page.wait_for_selector(".card, .heat, .finding, .pick, .veil .button")
    yield page
    opened.close()
    if told:
        raise AssertionError("\n".join(told))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the sample corpus, which nobody writes to; its address."""
    with serving(tmp_path_factory.mktemp("site"), CORPUS) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser for a module's tests."""
    with chromium() as opened:
        yield opened


def away(url: str, site: str) -> bool:
    """Whether a request leaves the server of the test."""
    return url.startswith("http") and not url.startswith(site)


def card(page: Page, id: str) -> Any:
    """The card of a node or of a group."""
    return page.locator(f'.card[data-id="{id}"]')


def ids(page: Page, selector: str = ".card") -> list[str]:
    """What is drawn, by id."""
    return page.locator(selector).evaluate_all("all => all.map(one => one.dataset.id)")


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Where each card stands in the picture, whatever the zoom."""
    script = "all => all.map(one => [one.dataset.id, one.style.transform])"
    found = page.locator(".card").evaluate_all(script)
    return {id: corner(transform) for id, transform in found}


def corner(transform: str) -> tuple[float, float]:
    """``translate(12px, 5px)`` as two numbers."""
    x, y = re.findall(r"-?\d+(?:\.\d+)?", transform)
    return float(x), float(y)


def asked(page: Page, path: str) -> Any:
    """What the server answers to the page itself."""
    return page.request.get(f"/api/v1{path}").json()
