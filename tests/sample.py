"""The sample corpus in a store of each engine, for questions that change nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from engines import ENGINES, empty_store

from api.intake.ingest import ingest
from graph import open_store
from graph.copying import copy
from graph.store import GraphStore

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="session")
def read_once() -> Iterator[GraphStore]:
    """The corpus, read once a run into a store that nobody writes to."""
    with open_store("sqlite::memory:") as store:
        report = ingest([CORPUS], store)
        assert not report.failed, "a sample document cannot be read"
        yield store


@pytest.fixture(scope="module", params=ENGINES)
def sample(
    read_once: GraphStore,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[GraphStore]:
    """The corpus in each engine. A module that asks for it asks for no other Neo4j store."""
    with empty_store(request.param, tmp_path_factory.mktemp("sample"), request) as store:
        copy(read_once, store, lambda done, total: None)
        yield store
