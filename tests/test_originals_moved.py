"""Originals go where their store goes: into backups and back, from one engine to another."""

import hashlib
import json
import logging
import shutil
from pathlib import Path

import pytest
from engines import ENGINES, empty_address
from pages import PAGES

from api.cli import run
from api.intake.ingest import ingest
from api.settings import load_settings
from api.stores import originals_of
from graph import open_store

LETTER, LONG = PAGES / "letter.pdf", PAGES / "long.pdf"
DIGEST = hashlib.sha256(LETTER.read_bytes()).hexdigest()


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own data folder takes part."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))


def _load(url: str, password: str | None = None) -> Path:
    """A store of one letter; where its originals are kept."""
    originals = originals_of(load_settings(options={"store": url}))
    with open_store(url, password) as store:
        assert not ingest([LETTER], store, workers=1, originals=originals).failed
    assert originals.folder
    assert _held(originals.folder) == {DIGEST: LETTER.read_bytes()}
    return originals.folder


def _held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_holds_the_originals_and_brings_them_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANCU_STORE", f"sqlite:{tmp_path / 'store.db'}")
    folder = _load(f"sqlite:{tmp_path / 'store.db'}")
    (folder / "ab").mkdir(exist_ok=True)
    (folder / "ab" / ("ab" * 32)).write_bytes(b"of a document that is no more")
    saved = tmp_path / "saved.db"
    assert run(["backup", str(saved), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["originals"] == 1
    assert _held(tmp_path / "saved.db.originals") == {DIGEST: LETTER.read_bytes()}
    shutil.rmtree(folder)
    assert run(["restore", str(saved), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["originals"] == 1
    assert _held(folder) == {DIGEST: LETTER.read_bytes()}


def test_a_backup_without_all_its_originals_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:{tmp_path / 'store.db'}"
    _load(url)
    (tmp_path / "saved.db.originals").write_text("a file, no folder")
    assert run(["backup", str(tmp_path / "saved.db"), "--store", url]) == 1
    assert "saved.db.originals" in capsys.readouterr().err
    assert [path.name for path in tmp_path.glob("saved.db*")] == ["saved.db.originals"]


def test_what_is_not_what_was_read_stays_behind(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:{tmp_path / 'store.db'}"
    folder = _load(url)
    (folder / DIGEST[:2] / DIGEST).write_bytes(LONG.read_bytes())
    with caplog.at_level(logging.WARNING):
        assert run(["backup", str(tmp_path / "saved.db"), "--store", url, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["originals"] == 0
    assert DIGEST in caplog.text
    assert not (tmp_path / "saved.db.originals").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_copy_brings_the_originals_there_and_back(
    engine: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    where = empty_address(engine, tmp_path, request)
    if where.password:
        monkeypatch.setenv("CANCU_STORE_PASSWORD", where.password)
    folder = _load(where.url, where.password)
    copied = f"sqlite:{tmp_path / 'copied.db'}"
    assert run(["copy", "--from", where.url, "--to", copied]) == 0
    assert _held(tmp_path / "copied.db.originals") == {DIGEST: LETTER.read_bytes()}
    shutil.rmtree(folder)
    capsys.readouterr()
    assert run(["copy", "--from", copied, "--to", where.url, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["moved"], told["originals"]) == (0, 1)
    assert _held(folder) == {DIGEST: LETTER.read_bytes()}
