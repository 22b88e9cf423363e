"""A store file on a disk that is full, and on one that can only be read; real ones, mounted."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from stores import delta, lines

from graph import open_store
from graph.errors import StoreError
from graph.model import EdgeKind
from graph.sqlite.backup import backup

PAPERS = [
    delta(f"vn/d/{n}", (f"vn/d/{n}", EdgeKind.CITES, f"vn/law/{n}"), text=f"giấy {n} " * 20_000)
    for n in range(12)
]


def _mount(*words: str) -> bool:
    """Whether it was allowed: it is to root, where it is not shut in."""
    try:
        done = subprocess.run(["mount", *words], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)):
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_and_a_copy_onto_it_is_named(disk: Path, tmp_path: Path) -> None:
    url = f"sqlite:{disk / 'store.db'}"
    kept: list[str] = []
    with open_store(url) as store:
        with pytest.raises(StoreError) as caught:
            for paper in PAPERS:
                store.apply(paper)
                kept.append(paper.document)
        assert caught.value.key == "store.failed"
        assert 0 < len(kept) < len(PAPERS)
        assert store.documents() == sorted(kept)
        copied = disk / "copy.db"
        with pytest.raises(StoreError) as caught:
            backup(disk / "store.db", copied, len)
        assert "copy.db" in caught.value.text("en")
        assert not list(disk.glob("copy*"))
        assert _mount("-o", "remount,size=64m", str(disk))
        store.apply_all(PAPERS)
        with open_store("sqlite::memory:") as other:
            other.apply_all(PAPERS)
            assert lines(store) == lines(other)


def test_a_store_on_a_disk_that_is_only_read_answers(disk: Path, tmp_path: Path) -> None:
    url = f"sqlite:{disk / 'store.db'}"
    with open_store(url) as store:
        store.apply(PAPERS[0])
        before = lines(store)
    assert _mount("-o", "remount,ro", str(disk))
    with open_store(url) as store:
        assert lines(store) == before
        assert [hit.node.id for hit in store.search("giay 0")] == [PAPERS[0].document]
        with pytest.raises(StoreError) as caught:
            store.apply(PAPERS[1])
        assert caught.value.key == "store.read_only_file"
    assert backup(disk / "store.db", tmp_path / "copy.db", len) == 1
    with open_store(f"sqlite:{tmp_path / 'copy.db'}") as store:
        assert lines(store) == before
