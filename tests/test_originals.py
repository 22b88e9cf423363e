"""Originals are kept as long as a document rests on them, and their pages can be shown."""

import hashlib
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pages import PAGES
from PIL import Image
from webapp import V1, assert_failure

from api.app import create_app
from api.intake.ingest import ingest, remove
from api.intake.originals import Originals
from api.settings import Settings, load_settings
from graph import open_store
from graph.errors import BadInputError, NotFoundError
from graph.store import GraphStore
from loaders import Text, read
from loaders.bounds import Bounds
from loaders.readers.facsimile import HIGH, WIDE, facsimile

LETTER, LONG = PAGES / "letter.pdf", PAGES / "long.pdf"
BOUNDS = Bounds()


@pytest.fixture
def kept(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def _kept(originals: Originals) -> set[str]:
    assert originals.folder
    return {path.name for path in originals.folder.rglob("*") if path.is_file()}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _ink(picture: Image.Image, box: tuple[int, int, int, int]) -> float:
    """How much of a box, in thousandths of the picture, is dark."""
    wide, high = picture.size
    left, top, right, bottom = box
    part = picture.convert("L").crop(
        (left * wide // 1000, top * high // 1000, right * wide // 1000, bottom * high // 1000)
    )
    dark = sum(part.histogram()[:128])
    return dark / (part.width * part.height)


def test_only_files_with_pages_are_kept_and_only_while_they_say_something(
    tmp_path: Path, kept: Originals
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Quyết định số 5/QĐ-UBND ngày 01/02/2026\n", "utf-8")
    shutil.copy(LETTER, tmp_path / "letter.pdf")
    with open_store("sqlite::memory:") as store:
        report = ingest([tmp_path / "letter.pdf", words], store, originals=kept)
        assert not report.failed
        assert _kept(kept) == {_digest(LETTER)}
        document = report.files[0].document
        assert document
        other = tmp_path / "other" / "letter.pdf"
        other.parent.mkdir()
        other.write_bytes(LETTER.read_bytes() + b"\n% printed once more\n")
        assert not ingest([other], store, originals=kept).failed
        assert _kept(kept) == {_digest(other)}, "the file it was read from before is let go"
        shutil.copy(LETTER, tmp_path / "copy.pdf")
        assert not ingest([tmp_path / "copy.pdf"], store, originals=kept).failed
        assert _kept(kept) == {_digest(other)}, "a copy leaves nothing"
        remove(document, store, kept)
        assert _kept(kept) == set()


def test_a_folder_that_cannot_be_written_costs_no_reading(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with open_store("sqlite::memory:") as store:
        report = ingest([LETTER], store, originals=Originals(tmp_path / "taken"))
    assert not report.failed


@pytest.mark.parametrize("name", ["letter.pdf", "long.pdf", "merged.pdf"])
def test_what_was_read_stands_where_the_picture_shows_it(name: str) -> None:
    text: Text = read(PAGES / name)
    data = (PAGES / name).read_bytes()
    for number in sorted({place.page for place in text.places}):
        picture = Image.open(io.BytesIO(facsimile(data, name, number, BOUNDS)))
        assert picture.width <= WIDE
        assert picture.height <= HIGH
        boxes = [p.box for p in text.places if p.page == number and p.box]
        # a number of one sign in a high line is mostly paper
        assert sorted(_ink(picture, box) for box in boxes)[len(boxes) // 10] > 0.02


def test_a_picture_is_shown_upright_and_no_larger_than_needed(tmp_path: Path) -> None:
    frames = [Image.new("L", (3000, 2000), 255), Image.new("RGB", (600, 800), "white")]
    frames[1].paste((200, 0, 0), (0, 0, 300, 400))
    frames[0].save(tmp_path / "two.tif", save_all=True, append_images=frames[1:])
    data = (tmp_path / "two.tif").read_bytes()
    first = Image.open(io.BytesIO(facsimile(data, "two.tif", 1, BOUNDS)))
    assert first.size == (1240, 827)
    second = Image.open(io.BytesIO(facsimile(data, "two.tif", 2, BOUNDS)))
    assert (second.mode, second.getpixel((10, 10))) == ("RGB", (200, 0, 0))
    with pytest.raises(NotFoundError):
        facsimile(data, "two.tif", 3, BOUNDS)
    with pytest.raises(BadInputError):
        facsimile(data, "two.tif", 1, Bounds(pixels_million=1))
    turned = Image.new("L", (400, 100), 255)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    turned.save(tmp_path / "turned.jpg", exif=exif)
    data = (tmp_path / "turned.jpg").read_bytes()
    assert Image.open(io.BytesIO(facsimile(data, "turned.jpg", 1, BOUNDS))).size == (100, 400)


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, built: Path
) -> Iterator[tuple[TestClient, str]]:
    """A server over one letter, and the id of it."""
    folder = tmp_path_factory.mktemp("served")
    environment = {"CANCU_STORE": f"sqlite:{folder / 'store.db'}", "CANCU_EXPLORER": str(built)}
    settings = load_settings(environment)
    assert settings.originals == f"{folder / 'store.db'}.originals"
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        answer = client.post(f"{V1}/documents", files={"file": ("a.pdf", LETTER.read_bytes())})
        assert answer.status_code == 201
        yield client, answer.json()["document"]


def test_a_page_is_asked_for_by_document_and_number(served: tuple[TestClient, str]) -> None:
    client, id = served
    answer = client.get(f"{V1}/pages/1/{id}")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (1240, 1754)
    again = client.get(f"{V1}/pages/1/{id}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{V1}/text/{id}").json()["pictures"] is True
    assert_failure(client.get(f"{V1}/pages/9/{id}"), "not_found")
    assert_failure(client.get(f"{V1}/pages/0/{id}"), "invalid")
    assert_failure(client.get(f"{V1}/pages/1/..%2F..%2Fetc%2Fpasswd"), "not_found")
    assert_failure(client.get(f"{V1}/pages/1/{_digest(LETTER)}"), "not_found")


def test_an_original_that_changed_or_went_is_told(served: tuple[TestClient, str]) -> None:
    client, id = served
    settings: Settings = client.app.state.settings  # type: ignore[attr-defined]
    path = Originals(Path(settings.originals)).path(_digest(LETTER))
    assert path
    path.write_bytes(LONG.read_bytes())
    answer = client.get(f"{V1}/pages/1/{id}")
    assert_failure(answer, "not_found")
    assert "a.pdf" in answer.json()["error"]["message"]
    path.unlink()
    assert_failure(client.get(f"{V1}/pages/1/{id}"), "not_found")
    assert client.get(f"{V1}/text/{id}").json()["pictures"] is False


@pytest.mark.parametrize(
    ("environment", "where"),
    [
        ({"CANCU_STORE": "sqlite::memory:"}, "none"),
        ({"CANCU_STORE": "sqlite:kho.db"}, "kho.db.originals"),
        ({"CANCU_STORE": "sqlite:kho.db", "CANCU_ORIGINALS": "none"}, "none"),
        (
            {"CANCU_STORE": "neo4j://a@b", "XDG_DATA_HOME": "/d", "HOME": "/h"},
            str(Path("/d/cancu/originals/b_7687/_own")),
        ),
        (
            {"CANCU_STORE": "bolt+s://c@[::1]:7700/Luat", "XDG_DATA_HOME": "/d", "HOME": "/h"},
            str(Path("/d/cancu/originals/__1_7700/luat")),
        ),
    ],
)
def test_originals_are_kept_beside_the_store(environment: dict[str, str], where: str) -> None:
    assert load_settings(environment).originals == where


def test_stores_of_one_server_keep_their_own_originals() -> None:
    """What one lets go another may still show; how and by whom it is asked makes no other store."""
    there = {"XDG_DATA_HOME": "/d", "HOME": "/h"}
    kept = [
        load_settings({"CANCU_STORE": store, **there}).originals
        for store in (
            "neo4j://a@h/luat", "bolt+s://b@H:7687/Luat", "neo4j://a@h/khac",
            "neo4j://a@h:7688/luat", "neo4j://a@h", "neo4j://a@h-7687/luat",
        )
    ]  # fmt: skip
    assert kept[0] == kept[1]
    assert len(set(kept)) == 5


def test_every_store_keeps_the_digest_that_leads_to_the_original(
    store: GraphStore, kept: Originals
) -> None:
    [file] = ingest([LETTER], store, originals=kept).files
    assert file.document
    stored = store.text(file.document)
    assert stored
    assert kept.path(stored.digest)
