"""The same documents loaded into both engines give the same lines, whatever the documents."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from engines import ENGINES, Database, empty_store
from sample import CORPUS

from api.intake.ingest import ingest
from graph.export import jsonl
from graph.model import BASIS_KINDS, EdgeKind, NodeKind
from graph.questions import chain, findings, missing, search, workload
from graph.store import GraphStore

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "corpus"
#: formats that are read in seconds; the others make no other graph of what is read
QUICK = (".txt", ".md", ".html")


@pytest.fixture
def both(
    database: Database, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[GraphStore, GraphStore]]:
    """An empty store of each engine."""
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(empty_store(engine, tmp_path, request)) for engine in ENGINES
        )
        yield first, second


def test_the_sample_corpus(both: tuple[GraphStore, GraphStore]) -> None:
    files = sorted(path for path in CORPUS.iterdir() if path.suffix in QUICK)
    ingest(files, both[0])
    Random(4).shuffle(files)
    ingest(files, both[1])
    assert_the_same(*both)


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="no reference corpus beside the project")
def test_the_reference_corpus(both: tuple[GraphStore, GraphStore]) -> None:
    files = [path for path in sorted(REFERENCE.glob("[sru]*/*")) if path.suffix in QUICK]
    for store in both:
        ingest(files, store, workers=2)
    assert_the_same(*both)


def assert_the_same(one: GraphStore, other: GraphStore) -> None:
    """Both hold the same, doubts included, and answer the same."""
    assert list(jsonl(one)) == list(jsonl(other))
    assert one.digests() == other.digests()
    assert one.issues() == other.issues()
    assert findings(one) == findings(other)
    assert missing(one) == missing(other)
    assert workload(one) == workload(other)
    for id in one.documents()[:40]:
        assert chain(one, id) == chain(other, id)
        assert chain(one, id, down=True) == chain(other, id, down=True)
    for query in ("quyet dinh 996", "Kế hoạch", "chuyen doi so", "so khoa hoc va cong nghe"):
        assert search(one, query, limit=200) == search(other, query, limit=200)
    units = [node.id for node in one.listing(NodeKind.UNIT, limit=100)]
    for kinds in (BASIS_KINDS, (EdgeKind.LEADS, EdgeKind.COORDINATES)):
        assert one.expand(units, kinds) == other.expand(units, kinds)
