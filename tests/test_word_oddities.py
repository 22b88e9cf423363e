"""Word documents with what is empty, out of place or no text; how lists write their numbers."""

import zipfile
from io import BytesIO

import pytest
import wordfiles as w
from pages import PAGES, WORDS

from graph.errors import BadInputError
from loaders import read_bytes, understand
from loaders.readers.numerals import written
from loaders.readers.scans import engine
from loaders.text import BlockKind
from loaders.unread import find_unread


def test_what_is_empty_or_out_of_place_is_no_crash() -> None:
    stray = w.row("lạc") + w.cell("lạc")
    wild = "<w:p><w:pPr><w:numPr><w:ilvl w:val='x'/><w:numId w:val='99'/></w:numPr></w:pPr></w:p>"
    body = w.table() + w.table("<w:tr/>") + stray + wild + w.paragraph(w.note(404), "còn")
    text = read_bytes(w.docx(body), "a.docx")
    assert text.content.splitlines()[-1].endswith("còn")
    assert not text.tables


def picture(side: int) -> str:
    """A run with a picture of so many centimetres."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    size = side * 360_000
    extent = f'<wp:extent xmlns:wp="{drawing}/wordprocessingDrawing" cx="{size}" cy="{size}"/>'
    return f'<w:r><w:drawing>{extent}<a:blip xmlns:a="{drawing}/main"/></w:drawing></w:r>'


def test_large_pictures_are_said_to_be_unread() -> None:
    text = read_bytes(w.docx(w.paragraph("KẾ HOẠCH", picture(2), picture(15))), "a.docx")
    assert [(part.page, part.reason) for part in text.unread] == [(2, "picture")]
    assert [doubt.rule for doubt in find_unread(text)] == ["page.picture"]
    with pytest.raises(BadInputError) as caught:
        read_bytes(w.docx(w.paragraph(picture(15))), "a.docx")
    assert caught.value.key == "read.only_pictures"


def test_what_tabs_set_side_by_side_is_read_column_by_column() -> None:
    """A letterhead without a table, a signature beside the recipients, items with tabs."""
    tab = "<w:r><w:tab/></w:r>"
    lines = [
        ("ỦY BAN NHÂN DÂN TỈNH NINH BÌNH", tab, tab, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("SỞ XÂY DỰNG", tab, "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 41/KH-SXD", tab, "Ninh Bình, ngày 5 tháng 3 năm 2026"),
        ("KẾ HOẠCH",),
        ("1.", tab, "Rà soát các dự án nhà ở."),
        ("2.", tab, "Báo cáo Giám đốc Sở."),
        ("Nơi nhận:", tab, "GIÁM ĐỐC"),
        ("- Như trên;", tab, "(Đã ký)"),
    ]
    text = read_bytes(w.docx("".join(w.paragraph(*line) for line in lines)), "a.docx")
    assert text.content.splitlines() == [
        "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH",
        "SỞ XÂY DỰNG",
        "Số: 41/KH-SXD",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Ninh Bình, ngày 5 tháng 3 năm 2026",
        "KẾ HOẠCH",
        "1. Rà soát các dự án nhà ở.",
        "2. Báo cáo Giám đốc Sở.",
        "Nơi nhận:",
        "- Như trên;",
        "GIÁM ĐỐC",
        "(Đã ký)",
    ]
    header = understand(text).header
    assert (header.type, header.number, header.symbol) == ("Kế hoạch", "41", "KH-SXD")


def test_a_head_of_pages_is_the_letterhead_only_where_the_text_has_none() -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head = w.paragraph("SỞ XÂY DỰNG") + w.paragraph(motto)
    body, section = w.paragraph("KẾ HOẠCH"), f'<w:headerReference xmlns:r="{w.R}" r:id="header1"/>'
    bare = read_bytes(w.docx(body, {"header1": head}, section), "a.docx")
    assert bare.content.splitlines()[:2] == ["SỞ XÂY DỰNG", motto]
    text = read_bytes(w.docx(head + body, {"header1": head}, section), "a.docx")
    kinds = [block.kind for block in text.blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 3 + [BlockKind.HEADER] * 2


VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
DRAWN = f"""<w:r><w:pict><v:shape {VML} style="position:absolute;width:%s;height:%s">
<v:imagedata xmlns:r="{w.R}" r:id="p"/></v:shape></w:pict></w:r>"""


@pytest.mark.parametrize(
    ("wide", "high", "unread"), [("16.5cm", "300pt", [1]), ("60pt", "60pt", []), ("6in", "2cm", [])]
)
def test_a_picture_drawn_as_before_2007_is_looked_at_where_it_is_large(
    wide: str, high: str, unread: list[int]
) -> None:
    text = read_bytes(w.docx(w.paragraph("KẾ HOẠCH", DRAWN % (wide, high))), "a.docx")
    assert [part.page for part in text.unread] == unread
    drawing = DRAWN % (wide, high)
    choice = f"<mc:Choice>{drawing}</mc:Choice><mc:Fallback/>"
    two = f'<w:r><mc:AlternateContent xmlns:mc="{w.MC}">{choice}</mc:AlternateContent></w:r>'
    text = read_bytes(w.docx(w.paragraph("KẾ HOẠCH", two)), "a.docx")
    assert [part.page for part in text.unread] == unread


@pytest.mark.skipif(engine.missing() is not None, reason="needs the engine and its data")
def test_a_scan_inside_a_word_document_is_read_where_it_stands() -> None:
    """A table that was scanned and put between two paragraphs."""
    data = w.docx(w.paragraph("PHỤ LỤC") + w.paragraph(picture(15)) + w.paragraph("Hết phụ lục"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    blip = b"<a:blip "
    embed = f'{blip.decode()}xmlns:r="{w.R}" r:embed="p" '.encode()
    files["word/document.xml"] = files["word/document.xml"].replace(blip, embed)
    relation = f'<Relationship Id="p" Type="{w.R}/image" Target="media/bang.tif"/>'
    files["word/_rels/document.xml.rels"] = w.related(relation).encode()
    files["word/media/bang.tif"] = (PAGES / "merged.tif").read_bytes()
    text = read_bytes(w.package(files), "a.docx")
    assert text.unread == ()
    (table,) = text.tables
    drawn = [*WORDS["merged"]["head"], *WORDS["merged"]["rows"]]
    assert [text.words(row[0]) for row in table.rows] == [row[0] for row in drawn]
    before, after = text.content.index("PHỤ LỤC"), text.content.index("Hết phụ lục")
    assert before < table.start < table.end < after


@pytest.mark.parametrize(
    ("value", "format", "words"),
    [
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (27, "lowerLetter", "aa"),
        (3, "decimalZero", "03"),
        (0, "upperRoman", "0"),
        (5, "none", ""),
    ],
)
def test_numbers_are_written_as_lists_print_them(value: int, format: str, words: str) -> None:
    assert written(value, format) == words


def test_each_printed_line_a_paragraph_is_no_paragraph_each() -> None:
    """As programs write Word files that turn a PDF into one."""
    lines = [
        "Sở Y tế phối hợp với các đơn vị liên quan tổ chức đợt tiêm chủng cho trẻ",
        "em trên địa bàn thị xã.",
        "Ban Chỉ đạo phân công Trung tâm Y tế chuẩn bị địa điểm, vắc xin và nhân",
        "lực, gửi kết quả về trước ngày 05.",
    ]
    data = w.docx("".join(w.paragraph(line) for line in lines * 4))
    found = read_bytes(data, "a.docx").content.splitlines()
    assert len(found) == 8 and found[1].endswith("nhân lực, gửi kết quả về trước ngày 05.")
