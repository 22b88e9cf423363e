"""Packages that are damaged, hostile or not what they say end in one sentence, at once."""

import io
import zipfile

import pytest
import wordfiles as w
from pages import PAGES

from graph.errors import BadInputError
from loaders import read_bytes
from loaders.bounds import Bounds

SMALL = Bounds(unpacked_mb=2, part_mb=1, members=20)
BODY = w.paragraph("Căn cứ Luật Giá;")
ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
MAIN = "word/document.xml"


def changed(name: str, content: str | bytes) -> bytes:
    """A sound document with one member replaced or added."""
    with zipfile.ZipFile(io.BytesIO(w.docx(BODY))) as archive:
        files: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    return w.package(files | {name: content})


def spoiled() -> bytes:
    """A document whose main part has other bytes than its check sum says."""
    data = bytearray(w.docx(BODY))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo(MAIN)
        at = info.header_offset + 30 + len(info.filename) + 20
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


def sealed_with_password() -> bytes:
    """A document whose directory says that its members are encrypted."""
    data = bytearray(w.docx(BODY))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


HOSTILE = {
    "read.damaged": w.docx(BODY)[:200],
    "read.package": spoiled(),
    "read.unpacked": changed("word/media/a.bin", b"\0" * 3_000_000),
    "read.members": w.package({f"word/{n}.xml": "<a/>" for n in range(30)}),
    "read.outside": changed("../../etc/x", "x"),
    "read.locked": sealed_with_password(),
    "read.entities": changed(MAIN, f"{ENTITY}<w:document xmlns:w='{w.W}'>&x;</w:document>"),
    "read.not_word": w.package({MAIN: "<a/>"}),
    "read.empty": w.docx(""),
}


@pytest.mark.parametrize("key", sorted(HOSTILE))
def test_a_package_that_is_not_safe_or_sound_says_so(key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_bytes(HOSTILE[key], "a.docx", SMALL)
    assert caught.value.key == key
    assert all("a.docx" in caught.value.text(language) for language in ("vi", "en"))


def test_one_part_may_not_be_larger_than_a_parser_bears() -> None:
    huge = w.docx(w.paragraph("a " * 700_000))
    with pytest.raises(BadInputError) as caught:
        read_bytes(huge, "a.docx", SMALL)
    assert caught.value.facts["setting"] == "part_mb"
    assert read_bytes(huge, "a.docx").content.startswith("a a")


def test_tables_nested_without_end_are_said_to_be_too_deep() -> None:
    nested = BODY
    for _ in range(200):
        nested = w.table(w.row(w.cell(nested)))
    with pytest.raises(BadInputError) as caught:
        read_bytes(w.docx(nested), "a.docx")
    assert caught.value.key == "read.too_nested"


def test_relations_that_lead_nowhere_or_outside_are_left_alone() -> None:
    relations = (
        f'<Relationship Id="a" Type="{w.R}/styles" Target="../NULL"/>'
        f'<Relationship Id="b" Type="{w.R}/numbering" Target="file:x" TargetMode="External"/>'
        f'<Relationship Id="c" Type="{w.R}/footnotes" Target="#_top"/>'
    )
    data = changed("word/_rels/document.xml.rels", w.related(relations))
    assert read_bytes(data, "a.docx").content == "Căn cứ Luật Giá;"


def test_a_strict_document_is_read_like_any_other() -> None:
    with zipfile.ZipFile(io.BytesIO(w.docx(BODY))) as archive:
        files = {n: archive.read(n).decode() for n in archive.namelist()}
    names = {
        w.W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        w.R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    for common, strict in names.items():
        files = {name: content.replace(common, strict) for name, content in files.items()}
    assert read_bytes(w.package(files), "a.docx").content == "Căn cứ Luật Giá;"


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        (w.docx(BODY), "a.rtf", "wordprocessingml"),
        (w.docx(BODY), "a.odt", "wordprocessingml"),
        (b"<!-- saved --><HTML><body><p>abc</p></body></HTML>", "a.docx", "text/html"),
        (w.docx(BODY), "a.txt", "wordprocessingml"),
        ((PAGES / "loose.pdf").read_bytes(), "a.png", "application/pdf"),
        ((PAGES / "loose.pdf").read_bytes(), "a.txt", "application/pdf"),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, name: str, media: str) -> None:
    assert media in read_bytes(data, name).media


def test_a_document_protected_by_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le")
    with pytest.raises(BadInputError) as caught:
        read_bytes(data, "a.docx")
    assert caught.value.key == "read.locked"
