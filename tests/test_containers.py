"""Packages and messages: every file inside is read, and what is not says why."""

import json
import tracemalloc
import unicodedata
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
import wordfiles as w
from fastapi.testclient import TestClient
from papers import PLAN, PLAN_ID, SMALL

from api.app import create_app
from api.cli import run
from api.intake.ingest import ingest
from api.settings import Settings
from graph import open_store
from graph.errors import BadInputError
from graph.store import GraphStore
from loaders.bounds import Bounds
from loaders.readers.containers import entries, taken

LETTER = (SMALL / "cong-van.txt").read_bytes()


def zipped(files: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def message(*attached: tuple[str, bytes], html: bool = False) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "V/v gửi kế hoạch năm 2026"
    if html:
        mail.set_content("<p>Kính gửi các đơn vị, gửi kèm kế hoạch.</p>", subtype="html")
    else:
        mail.set_content("Kính gửi các đơn vị, gửi kèm kế hoạch.\n")
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail


@pytest.mark.parametrize("charset", ["us-ascii", "x-unknown-8", "windows-1252"])
def test_words_of_a_message_in_an_encoding_that_it_does_not_name_are_read(charset: str) -> None:
    kind = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n"
    data = f"Subject: x\nMIME-Version: 1.0\n{kind}\n{PLAN}".encode()
    words = taken(data, "thư.eml", ("thư.txt",), Bounds()).decode()
    assert PLAN.strip() in words
    attached = message()
    attached.add_attachment(LETTER, maintype="text", subtype="plain", filename="cv.txt")
    attached.get_payload()[1].set_param("charset", charset)
    held = taken(attached.as_bytes(), "thư.eml", ("cv.txt",), Bounds())
    assert held.decode() == LETTER.decode()


def test_every_file_of_a_package_is_loaded_and_named_in_the_report(
    store: GraphStore, tmp_path: Path
) -> None:
    inner = zipped({"kế hoạch.txt": PLAN.encode(), "hỏng.docx": b"PK"})
    outer = {"thu/cong-van.txt": LETTER, "trong.zip": inner, ".an.txt": b"x", "__MACOSX/a": b"x"}
    (tmp_path / "goi.zip").write_bytes(zipped(outer | {"word.docx": w.docx(w.paragraph("Luật"))}))
    report = ingest([tmp_path / "goi.zip"], store)
    said = {file.path.partition("goi.zip/")[2]: file for file in report.files}
    assert list(said) == [
        "thu/cong-van.txt",
        "trong.zip/hỏng.docx",
        "trong.zip/kế hoạch.txt",
        "word.docx",
    ]
    assert said["trong.zip/kế hoạch.txt"].document == PLAN_ID
    failed = said["trong.zip/hỏng.docx"].error
    assert failed is not None and failed.key == "read.damaged"
    assert len(report.failed) == 1
    assert said["word.docx"].read == {
        "media": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "characters": 4,
        "tables": 0,
        "footnotes": 0,
        "pages": 0,
        "unread": [],
    }
    kept = store.text(PLAN_ID)
    assert kept is not None and kept.source == "kế hoạch.txt"


@pytest.mark.parametrize("html", [False, True])
def test_a_message_is_its_words_and_its_attachments(html: bool) -> None:
    forwarded = message(("cong-van.txt", LETTER))
    mail = message(("ke-hoach.txt", PLAN.encode()), ("ke-hoach.txt", b"hai"), html=html)
    mail.add_attachment(forwarded)
    data = mail.as_bytes()
    trails = [trail for trail, _ in entries(data, "thư.eml", Bounds())]
    words = "thư.html" if html else "thư.txt"
    assert trails[:3] == [(words,), ("ke-hoach.txt",), ("2-ke-hoach.txt",)]
    assert trails[3:] == [("3.eml", "3.txt"), ("3.eml", "cong-van.txt")]
    assert "V/v gửi kế hoạch năm 2026" in taken(data, "thư.eml", (words,), Bounds()).decode()
    assert "gửi kèm kế hoạch" in taken(data, "thư.eml", (words,), Bounds()).decode()
    assert taken(data, "thư.eml", ("ke-hoach.txt",), Bounds()) == PLAN.encode()
    assert taken(data, "thư.eml", trails[4], Bounds()) == LETTER


@pytest.mark.parametrize("encoding", ["cp1258", "utf-8"])
def test_names_in_the_encoding_of_an_old_windows_are_read(encoding: str) -> None:
    """A zip says of a name that it is UTF-8 or nothing; windows-1258 writes its tones apart."""
    name = "Kê\u0301 hoa\u0323ch đo lươ\u0300ng.txt"
    wanted = unicodedata.normalize("NFC", name)
    raw = (name if encoding == "cp1258" else wanted).encode(encoding)
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("x" * len(raw), "Điều 1.")
    data = held.getvalue().replace(b"x" * len(raw), raw)
    assert entries(data, "a.zip", Bounds()) == [((wanted,), None)]


def test_packages_within_packages_end_somewhere() -> None:
    data = zipped({"a.txt": b"a"})
    for _ in range(6):
        data = zipped({"b.zip": data, "canh.txt": b"a"})
    found = entries(data, "goi.zip", Bounds(nesting=3))
    assert [trail for trail, error in found if error is None] == [
        ("b.zip", "b.zip", "canh.txt"),
        ("b.zip", "canh.txt"),
        ("canh.txt",),
    ]
    [(trail, error)] = [(trail, error) for trail, error in found if error]
    assert trail == ("b.zip", "b.zip", "b.zip")
    assert error.key == "read.nesting"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (zipped({"../../etc/a.txt": b"x"}), "read.outside"),
        (zipped({"a.txt": b"0" * 3_000_000}), "read.unpacked"),
        (zipped({"a.zip": zipped({"a.txt": b"0" * 800_000}), "b": b"0" * 1_000_000}), None),
        (zipped({}), "read.holds_nothing"),
        (b"PK\x03\x04", "read.damaged"),
    ],
)
def test_a_hostile_package_is_one_sentence(data: bytes, key: str | None) -> None:
    bounds = Bounds(unpacked_mb=2)
    if key is None:
        assert len(entries(data, "goi.zip", bounds)) == 2
        return
    with pytest.raises(BadInputError) as caught:
        entries(data, "goi.zip", bounds)
    assert caught.value.key == key
    assert "goi.zip" in caught.value.text("vi")


def test_what_lies_deeper_counts_for_the_whole_package() -> None:
    """A few kilobytes that unfold to a little everywhere are much together."""
    inner = zipped({f"{n}.txt": b"0" * 400_000 for n in range(3)})
    data = zipped({f"{n}.zip": inner for n in range(9)})
    found = entries(data, "goi.zip", Bounds(unpacked_mb=2))
    assert [error.key for _, error in found if error] == ["read.unpacked"] * 8
    found = entries(data, "goi.zip", Bounds(members=15))
    assert {error.key for _, error in found if error} == {"read.members"}


def test_a_message_that_is_none_holds_nothing() -> None:
    with pytest.raises(BadInputError) as caught:
        entries(b"\n\n", "a.eml", Bounds())
    assert caught.value.key == "read.holds_nothing"


def test_the_report_of_a_load_names_the_package_that_was_not_opened(
    loaded: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hong.zip").write_bytes(b"PK\x03\x04 hong")
    (tmp_path / "tot.zip").write_bytes(zipped({"a.txt": PLAN.replace("12/KH", "15/KH").encode()}))
    assert run(["load", str(tmp_path / "hong.zip"), str(tmp_path / "tot.zip"), "--json"]) == 4
    out, error = capsys.readouterr()
    files = json.loads(out)["files"]
    assert [Path(file["path"]).name for file in files] == ["hong.zip", "a.txt"]
    assert "hong.zip" in error
    assert run(["extract", str(tmp_path / "tot.zip"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "a.txt"
    with open_store(loaded) as store:
        assert PLAN_ID.replace("/12", "/15") in store.documents()


def test_a_package_is_uploaded_and_each_file_in_it_told(loaded: str) -> None:
    """Looked at without keeping anything, then kept: what can be read beside what cannot."""
    members = {"a/mot.txt": PLAN.replace("12/KH", "31/KH").encode(), "hai.bin": b"\x00"}
    members["thu.eml"] = message(("cv.txt", LETTER)).as_bytes()
    file = {"file": ("..\\goi.zip", zipped(members))}
    app = create_app(Settings.model_validate({"store": loaded, "workers": 1}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        before = client.get("/api/v1/documents").json()
        seen = client.post("/api/v1/documents?preview=true", files=file).json()
        assert client.get("/api/v1/documents").json() == before
        answer = client.post("/api/v1/documents", files=file)
        assert answer.status_code == 201
        kept = answer.json()
        assert (kept["path"], kept["state"], kept["document"]) == ("goi.zip", "loaded", None)
        parts = ["a/mot.txt", "hai.bin", "thu.eml/thu.txt", "thu.eml/cv.txt"]
        paths = [f"goi.zip/{part}" for part in parts]
        assert [one["path"] for one in kept["files"]] == paths
        assert [one["path"] for one in seen["files"]] == paths
        assert [one["state"] for one in kept["files"]] == [
            "loaded",
            "failed",
            "loaded",
            "unchanged",
        ]
        for one, other in zip(kept["files"], seen["files"], strict=True):
            assert (one["error"] is None) == (other["error"] is None)
        assert seen["files"][0]["document"]["number"] == "31"
        assert client.get(f"/api/v1/nodes/{kept['files'][0]['document']}").status_code == 200


def test_a_package_of_which_nothing_can_be_read_is_a_failure(loaded: str) -> None:
    app = create_app(Settings.model_validate({"store": loaded, "workers": 1}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for members, named in (
            ({"a.bin": b"\x00"}, "a.bin"),
            ({"a.bin": b"", "b.bin": b""}, "goi"),
        ):
            for query in ("", "?preview=true"):
                file = {"file": ("goi.zip", zipped(members))}
                answer = client.post(f"/api/v1/documents{query}", files=file)
                assert answer.status_code == 422
                assert named in answer.json()["error"]["message"]


def test_a_word_document_is_uploaded_and_its_text_shown(loaded: str) -> None:
    data = (Path(__file__).parent / "word" / "bang-khong-ke.docx").read_bytes()
    app = create_app(Settings.model_validate({"store": loaded}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        kept = client.post("/api/v1/documents", files={"file": ("bang.docx", data)})
        assert kept.status_code == 201, kept.text
        assert kept.json()["read"]["tables"] == 1
        shown = client.get(f"/api/v1/text/{kept.json()['document']}").json()
        refused = client.post("/api/v1/documents", files={"file": ("hong.docx", data[:99])})
    assert "Khám mắt học sinh" in shown["content"]
    assert shown["text"].startswith(shown["content"])
    assert refused.status_code == 422
    assert "hong.docx" in refused.json()["error"]["message"]


def test_a_link_in_a_package_is_no_document_and_is_said() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        link = zipfile.ZipInfo("lien-ket.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        package.writestr(link, "/etc/passwd")
        package.writestr("that.txt", "Điều 1.")
    found = entries(held.getvalue(), "a.zip", Bounds())
    assert [trail for trail, _ in found] == [("lien-ket.txt",), ("that.txt",)]
    with pytest.raises(BadInputError) as caught:
        taken(held.getvalue(), "a.zip", ("lien-ket.txt",), Bounds())
    assert caught.value.key == "read.link"


def test_a_member_is_unpacked_no_further_than_its_directory_told() -> None:
    data = bytearray(zipped({"a.txt": b"b" * 3_000_000}))
    told = data.rfind(b"PK\x01\x02") + 24
    data[22:26] = data[told : told + 4] = (100).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(BadInputError) as caught:
        taken(bytes(data), "a.zip", ("a.txt",), Bounds())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.key == "read.package"
    assert peak < 1_000_000


def test_a_message_inside_a_signature_says_what_to_do() -> None:
    kind = b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n"
    with pytest.raises(BadInputError) as caught:
        entries(b"Subject: x\n" + kind + b"\nMIIB\n", "kin.eml", Bounds())
    assert caught.value.key == "read.wrapped"
