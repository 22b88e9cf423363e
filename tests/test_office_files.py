"""Files that LibreOffice opens for us; without it a sentence says what is missing."""

import subprocess
from pathlib import Path

import pytest
import wordfiles as w

from graph.errors import BadInputError
from loaders import read, read_bytes, reread
from loaders.bounds import Bounds
from loaders.readers.office import office_program

TABLE = w.table(
    w.row("TT", "Việc", "Đơn vị"),
    w.row("1", "Cân thử", "Sở A"),
    w.row("2", "Báo cáo", "Sở B"),
    columns=3,
)
BODY = w.paragraph("Căn cứ Quyết định số 5/QĐ-UBND;") + TABLE + w.paragraph("Hết")
#: the font of official documents (NĐ 30/2020, Phụ lục I); a machine that lacks it takes two
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
needs_office = pytest.mark.skipif(
    office_program() is None, reason="LibreOffice is not installed: .doc, .rtf, .odt are not read"
)


def escaped(words: str) -> str:
    """Words as RTF writes them."""
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in words)


def converted(data: bytes, suffix: str, folder: Path) -> Path:
    """The file that LibreOffice makes of a docx."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office_program()), "--headless", profile, "--convert-to", suffix]
    for _ in range(2):  # a new profile asks to be started again
        subprocess.run([*command, "--outdir", folder, folder / "a.docx"], capture_output=True)
    return folder / f"a.{suffix}"


@needs_office
def test_letters_that_libreoffice_writes_to_a_pdf_from_a_second_font_stay_in_their_words(
    tmp_path: Path,
) -> None:
    """Also at the end of a line, before a blank, and where two lines of a cell are one stretch."""
    title = "VỀ VIỆC BẢO VỆ DỮ LIỆU VÀ ĐẦU TƯ TRÊN ĐỊA BÀN"
    cells = ("Công ty cung cấp dịch vụ IoT, nhà đầu tư", "khu công nghệ cao và khu công nghiệp")
    rows = w.row(*cells, "hồ sơ hợp lệ; Nghị định số 148/2025/NĐ-CP")
    body = w.paragraph(title) + w.table(rows, columns=3, ruled=True) + w.paragraph("Hết")
    data = w.docx(body.replace("<w:rPr></w:rPr>", f"<w:rPr>{TIMES}</w:rPr>"))
    text = read(converted(data, "pdf", tmp_path))
    assert text.content.split() == read_bytes(data, "a.docx").content.split()


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_a_document_in_another_format_says_the_same(suffix: str, tmp_path: Path) -> None:
    text = read(converted(w.docx(BODY), suffix, tmp_path))
    assert text.content == read_bytes(w.docx(BODY), "a.docx").content
    assert len(text.tables[0].rows) == 3
    assert reread(text.original, text.source).tables == text.tables


@needs_office
def test_rich_text_is_read() -> None:
    rtf = "{\\rtf1\\ansi " + escaped("Kế hoạch số 12/KH-SYT") + "\\par " + escaped("Điều 1.") + "}"
    text = read_bytes(rtf.encode(), "a.rtf")
    assert text.content.splitlines() == ["Kế hoạch số 12/KH-SYT", "Điều 1."]
    assert text.media == "application/rtf"


@needs_office
def test_what_libreoffice_cannot_open_or_finish_is_said() -> None:
    with pytest.raises(BadInputError) as caught:
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "a.doc")
    assert caught.value.key == "read.office_failed"
    with pytest.raises(BadInputError) as caught:
        read_bytes(b"{\\rtf1 a}", "a.rtf", Bounds(office_seconds=0))
    assert caught.value.key == "read.office_slow"


def test_without_libreoffice_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("a.doc", "a.rtf", "a.odt"):
        with pytest.raises(BadInputError) as caught:
            read_bytes(b"x", name)
        assert caught.value.key == "read.no_office"
        assert "LibreOffice" in caught.value.text("vi") and name in caught.value.text("vi")


def test_a_docx_or_a_page_under_an_old_suffix_needs_no_libreoffice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_bytes(w.docx(BODY), "a.doc").content.startswith("Căn cứ")
    page = read_bytes(b"<html><body><p>abc</p></body></html>", "a.doc")
    assert (page.content, page.media) == ("abc", "text/html")
    assert reread(page.original, "a.doc").content == "abc"
