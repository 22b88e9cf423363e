"""Fixtures for every test file. ``store``: an empty store of each engine, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from explorer import browser, site
from papers import loaded
from stores import ENGINES
from webapp import built, client, settings

from graph.store import GraphStore

__all__ = ["browser", "built", "client", "loaded", "settings", "site", "store"]


@pytest.fixture(params=sorted(ENGINES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    """An empty store, once for each engine."""
    with ENGINES[request.param](tmp_path) as opened:
        yield opened
