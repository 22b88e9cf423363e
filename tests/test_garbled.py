"""Pages whose characters are not those that are seen: broken tables of fonts, old fonts, OCR."""

import io
import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from pages import PAGES

from graph.errors import BadInputError
from loaders import Text, read_bytes, understand
from loaders.readers.legacy import converter, horned
from loaders.readers.pages.page import Box, Page, Piece
from loaders.readers.pdf.garbled import is_garbled
from loaders.readers.scans import engine

needs_data = pytest.mark.skipif(engine.missing() is not None, reason="no engine or no data")
#: TCVN3 as its fonts show it: "Căn cứ Luật Đo lường; theo đề nghị của Giám đốc Sở,"
OLD = "C¨n cø LuËt §o l\u00adêng; theo ®Ò nghÞ cña Gi¸m ®èc Së,"
NEW = "Căn cứ Luật Đo lường; theo đề nghị của Giám đốc Sở,"


def written(words: str, font: str) -> bytes:
    """A pdf of one line in a font that the file only names."""
    lines = (b"0 -16 Td (%s) Tj" % line.encode("cp1252") for line in words.split("\n"))
    drawn = b"BT /F1 14 Tf 99 700 Td " + b" ".join(lines) + b" ET"
    encoding = "/Encoding/WinAnsiEncoding"
    fonts = f"/Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/{font}{encoding}>>>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        f"/Resources<<{fonts}>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream\n" % (len(drawn), drawn),
    )
    listed = b"".join(b"%d 0 obj%sendobj\n" % pair for pair in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + listed + b"trailer<</Root 1 0 R>>\n%%EOF"


def without_tables(data: bytes) -> bytes:
    """The file without what says which characters the signs of its fonts are."""
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match.group()), data)


def under(text: str) -> bytes:
    """The scanned letter with words behind its picture, as scanners put them there."""
    from PIL import Image

    document = pdfium.PdfDocument.new()
    page = document.new_page(595, 842)
    image = pdfium.PdfImage.new(document)
    image.set_bitmap(pdfium.PdfBitmap.from_pil(Image.open(PAGES / "letter.png").convert("RGB")))
    image.set_matrix(pdfium.PdfMatrix().scale(595, 842))
    page.insert_obj(image)
    for number, line in enumerate(re.findall(".{1,60}", text)):
        hidden = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 10)
        raw.FPDFText_SetText(hidden, (raw.FPDF_WCHAR * (len(line) + 1))(*map(ord, line), 0))
        raw.FPDFTextObj_SetTextRenderMode(hidden, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(hidden, 1, 0, 0, 1, 90, 700 - 14 * number)
        raw.FPDFPage_InsertObject(page.raw, hidden)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def number_of(text: Text) -> tuple[str | None, str | None]:
    header = understand(text).header
    return header.number, header.symbol


@needs_data
def test_a_page_whose_fonts_lack_their_tables_is_looked_at() -> None:
    text = read_bytes(without_tables((PAGES / "fonts.pdf").read_bytes()), "a.pdf")
    assert "340/QĐ-UBND ngày 12/11/2025" in text.content
    assert all(place.box for place in text.places)


def test_such_a_page_is_no_text_where_nothing_can_look_at_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("loaders.readers.pdf.pictures.missing", lambda: "data")
    with pytest.raises(BadInputError) as caught:
        read_bytes(without_tables((PAGES / "fonts.pdf").read_bytes()), "a.pdf")
    assert caught.value.key == "read.no_data"


@needs_data
def test_words_that_a_scanner_without_vietnamese_put_there_are_none() -> None:
    guess = "UBND TINH NINH BINH SO KHOA HQC VA CONG NGHE S6: 77/SKHCN-DL ngay O5 thang Ol " * 6
    text = read_bytes(under(guess), "a.pdf")
    assert number_of(text) == ("77", "SKHCN-ĐL")
    assert "HQC" not in text.content


@pytest.mark.parametrize("font", [".VnTime", "ABCDEF+.VnTime", "Unknown"])
def test_old_fonts_of_a_pdf_are_read_as_they_look(font: str) -> None:
    text = read_bytes(written("\n".join([OLD] * 12), font), "a.pdf")
    assert text.content.replace("\n", " ") == " ".join([NEW] * 12)


def test_a_hyphen_is_a_horn_only_where_a_syllable_needs_one() -> None:
    letters = converter("tcvn3")
    for old, new in {
        "Bé T- ph¸p": "Bộ Tư pháp",
        "-u tiªn n-íc (t- nh©n)": "ưu tiên nước (tư nhân)",
        "L-u: VT; Q§-TTg; TT-BKH; 30-CP; 2001-2005": "Lưu: VT; QĐ-TTg; TT-BKH; 30-CP; 2001-2005",
        "- C¸c ®¬n vÞ; -C¸c së": "- Các đơn vị; -Các sở",
        "kinh tÕ- x· héi; n«ng th«n- míi": "kinh tế- xã hội; nông thôn- mới",
    }.items():
        assert letters(horned(old, "tcvn3")) == new


def test_bullets_of_a_font_of_pictures_make_no_page_garbled() -> None:
    line = "\uf0b7 Cơ quan quản lý đo lường địa phương lập kế hoạch kiểm tra"
    box = Box(90, 100, 500, 114)
    assert not is_garbled(Page(1, 595, 842, (Piece(line, box, 13.0),) * 9))
    assert is_garbled(Page(1, 595, 842, (Piece("\x01\x04\x05" + line, box, 13.0),)))
