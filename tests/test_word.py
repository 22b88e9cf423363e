"""Word documents: five packages made by hand whose text, tables and notes come back whole."""

import wordfiles as w

from loaders import read_bytes
from loaders.text import BlockKind, Text

NUMBERING = (
    w.levels(0, ("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    + w.levels(1, ("bullet", "-"), ("bullet", "&#xF0B7;"))
    + w.levels(2, ("upperRoman", "Phần %1"), ("decimal", "%1.%2"), more="<w:isLgl/>")
    + w.levels(3, ("decimal", "%1"))
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
)
INSERTED = '<w:ins w:id="1" w:author="a">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>{}</w:delText></w:r></w:del>'
HYPHEN = "<w:r><w:noBreakHyphen/></w:r>"


def read(data: bytes) -> Text:
    return read_bytes(data, "van-ban.docx")


def running(text: Text) -> list[str]:
    """The paragraphs and headings."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    return [text.words(block) for block in text.blocks if block.kind in kinds]


def rows(text: Text, index: int = 0) -> list[list[str]]:
    return [[text.words(cell) for cell in row] for row in text.tables[index].rows]


def notes(text: Text) -> dict[str, tuple[str, str]]:
    """Mark → the words before it in the text, and the note."""
    bodies = {b.mark: text.words(b) for b in text.blocks if b.kind is BlockKind.FOOTNOTE}
    return {n.mark: (text.content[: n.at].split()[-1], bodies[n.mark]) for n in text.notes}


def test_a_plan_with_letterhead_numbers_notes_and_changes() -> None:
    head = w.table(
        w.row(
            w.cell("UBND TỈNH HÒA AN", w.paragraph(w.run("SỞ Y TẾ", "b"))),
            w.cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ),
        w.row("Số: 14/KH-SYT", "Hòa An, ngày 03 tháng 02 năm 2026"),
    )
    body = head + "".join(
        (
            w.paragraph(w.run("KẾ HOẠCH", "b"), style="Title"),
            w.paragraph("Căn cứ Quyết định số 7/QĐ", HYPHEN, "UBND", w.note(2), "; năm 20", "26;"),
            w.paragraph("Mục tiêu", list=(1, 0)),
            w.paragraph(
                "Khám ", INSERTED.format(w.run("100%")), DELETED.format("90%"), list=(1, 1)
            ),
            w.paragraph("Xã A", w.note(7), list=(1, 2)),
            w.paragraph("Xã B", list=(1, 2)),
            w.paragraph("Kết quả", list=(1, 1)),
            w.paragraph("Nhiệm vụ", list=(1, 0)),
            w.paragraph("Mua cân", list=(1, 1)),
            w.paragraph("giao trạm y tế", list=(2, 0)),
            w.paragraph("hai cân mỗi xã", w.note(1, "endnote"), list=(2, 1)),
        )
    )
    footnotes = "".join(
        f'<w:footnote w:id="{id}">{"".join(map(w.paragraph, words))}</w:footnote>'
        for id, words in {-1: ("",), 7: ("Xã đặc biệt", "khó khăn"), 2: ("Của UBND tỉnh",)}.items()
    )
    parts = {
        "numbering": NUMBERING,
        "footnotes": footnotes,
        "endnotes": f'<w:endnote w:id="1">{w.paragraph("Loại 100 kg")}</w:endnote>',
        "header1": w.paragraph(w.field("PAGE", "2")),
        "footer1": w.paragraph("Lưu hành nội bộ"),
    }
    section = '<w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
    text = read(w.docx(body, parts, section))
    assert running(text) == [
        "UBND TỈNH HÒA AN",
        "SỞ Y TẾ",
        "Số: 14/KH-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hòa An, ngày 03 tháng 02 năm 2026",
        "KẾ HOẠCH",
        "Căn cứ Quyết định số 7/QĐ-UBND; năm 2026;",
        "I. Mục tiêu",
        "1. Khám 100%",
        "a) Xã A",
        "b) Xã B",
        "2. Kết quả",
        "II. Nhiệm vụ",
        "1. Mua cân",
        "- giao trạm y tế",
        "• hai cân mỗi xã",
    ]
    assert notes(text) == {
        "1": ("7/QĐ-UBND", "Của UBND tỉnh"),
        "2": ("A", "Xã đặc biệt khó khăn"),
        "i": ("xã", "Loại 100 kg"),
    }
    assert [text.words(b) for b in text.blocks if b.kind is BlockKind.HEADER] == ["Lưu hành nội bộ"]
    assert not text.tables


def test_an_annex_whose_table_has_merged_heads_sub_rows_and_a_table_inside() -> None:
    own = (5, 0)
    head = (
        w.row(
            w.cell("TT", deep="restart"),
            w.cell("Nhiệm vụ", deep="restart"),
            w.cell("Đơn vị", wide=2),
            w.cell("Thời gian", deep="restart"),
            properties="<w:tblHeader/>",
        ),
        w.row(
            w.cell(deep="continue"),
            w.cell(deep="continue"),
            "Chủ trì",
            "Phối hợp",
            w.cell(deep="continue"),
            properties="<w:tblHeader/>",
        ),
    )
    inner = w.table(w.row("Cân 100 kg", "05 chiếc"), w.row("Quả cân", "12 bộ"))
    body = w.paragraph("PHỤ LỤC") + w.table(
        *head,
        w.row(w.cell(w.paragraph(list=own)), w.cell("Mua sắm:", inner), "Sở A", "/", "Quý I"),
        w.row(w.cell(), w.cell("- Lắp đặt", "- Chạy thử"), "Sở A", "Sở B", "Quý II"),
        w.row(w.cell(w.paragraph(list=own)), "Tập huấn", w.cell("Sở B", wide=2), "Quý III"),
        w.row("Ghi chú", properties="<w:gridBefore w:val='1'/>"),
    )
    text = read(w.docx(body, {"numbering": NUMBERING}))
    assert running(text) == ["PHỤ LỤC"]
    assert rows(text) == [
        ["TT", "Nhiệm vụ", "Đơn vị", "", "Thời gian"],
        ["", "", "Chủ trì", "Phối hợp", ""],
        ["1", "Mua sắm: Cân 100 kg 05 chiếc Quả cân 12 bộ", "Sở A", "/", "Quý I"],
        ["", "- Lắp đặt - Chạy thử", "Sở A", "Sở B", "Quý II"],
        ["2", "Tập huấn", "Sở B", "", "Quý III"],
        ["", "Ghi chú", "", "", ""],
    ]


def test_a_table_that_five_pages_repeat_the_head_of_is_one() -> None:
    head = w.row("TT", "Nội dung", "Đơn vị chủ trì")
    pages = [
        w.table(head, *(w.row(str(10 * page + n), f"Việc {page}{n}", "Sở A") for n in range(3)))
        for page in range(5)
    ]
    pages[3] = w.table(head, w.row("", "tiếp theo", ""), w.row("31", "Việc 31", "Sở A"))
    text = read(w.docx(w.paragraph().join(pages)))
    assert len(text.tables) == 1
    table = rows(text)
    assert len(table) == 1 + 3 + 3 + 3 + 1 + 3
    assert table[9] == ["22", "Việc 22 tiếp theo", "Sở A"]


def test_a_form_with_controls_fields_boxes_and_looks() -> None:
    words = w.paragraph(w.run("Gửi ", "b"), w.run("ngay", "b"))
    drawn = f"<w:drawing><wps><w:txbxContent>{words}</w:txbxContent></wps></w:drawing>"
    old = f"<w:pict><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    link = f'<w:hyperlink r:id="x">{w.run("Luật Giá")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr="DATE">{w.run("05/01/2026")}</w:fldSimple>'
    nested = w.field(f"IF {w.field('DATE', 'giấu')}", "kết quả")
    body = "".join(
        (
            w.control(w.paragraph("Trong khung ", w.control(w.run("và trong dòng")))),
            w.paragraph(f"<w:r>{both}</w:r>", "Neo ở đây"),
            w.paragraph("Theo ", link, ", ngày ", simple, ", ", nested, "."),
            w.paragraph(w.run("Viết hoa", "caps"), w.run("ẩn", "vanish")),
            w.paragraph("Dấu", "<w:r><w:softHyphen/></w:r>", " mềm"),
            w.table(
                w.control(w.row(w.control(w.cell("TT")), "Chỉ tiêu", "Kết quả")),
                w.row("1", w.cell(w.control(w.paragraph("Số cân"))), "120"),
                w.row("", "trong đó ở xã", "80"),
            ),
        )
    )
    text = read(w.docx(body))
    assert running(text) == [
        "Trong khung và trong dòng",
        "Neo ở đây",
        "Gửi ngay",
        "Theo Luật Giá, ngày 05/01/2026, kết quả.",
        "VIẾT HOA",
        "Dấu mềm",
    ]
    assert rows(text) == [
        ["TT", "Chỉ tiêu", "Kết quả"],
        ["1", "Số cân", "120"],
        ["", "trong đó ở xã", "80"],
    ]
    assert [text.words(b) for b in text.blocks if b.emphasis] == ["Gửi ngay"]


def test_a_revised_letter_is_read_as_it_would_be_accepted() -> None:
    gone = '<w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>{}</w:p>'
    moved = f'<w:moveFrom w:id="3">{w.run("chuyển đi")}</w:moveFrom>'
    arrived = f'<w:moveTo w:id="4">{w.run("chuyển tới")}</w:moveTo>'
    rowgone = w.row("bỏ", "bỏ", properties='<w:del w:id="5"/>')
    removed = w.field("PAGE", "7").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    header = w.paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    body = "".join(
        (
            w.paragraph("Kính gửi: Sở Tài chính"),
            gone.format(w.run("Đề nghị báo cáo ")) + w.paragraph("trước ngày 05/3/2026."),
            gone.format(DELETED.format("xóa cả đoạn")),
            w.paragraph(moved, "Nội dung ", arrived, f'<w:del w:id="6">{removed}</w:del>'),
            w.paragraph("Xem chú thích", w.note(1, own="(*)"), "."),
            w.table(w.row("A", "B"), rowgone, w.row("1", "2")),
        )
    )
    parts = {
        "footnotes": f'<w:footnote w:id="1">{w.paragraph("Bản cũ")}</w:footnote>',
        "header1": header,
    }
    text = read(w.docx(body, parts, '<w:headerReference r:id="header1"/>'))
    assert running(text) == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Kính gửi: Sở Tài chính",
        "Đề nghị báo cáo trước ngày 05/3/2026.",
        "Nội dung chuyển tới",
        "Xem chú thích.",
    ]
    assert rows(text) == [["A", "B"], ["1", "2"]]
    assert notes(text) == {"(*)": ("thích", "Bản cũ")}


def test_lists_begin_anew_where_they_say_so_and_by_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Goc"/><w:pPr><w:numPr>'
        '<w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = "".join(
        (
            w.paragraph("Một", style="Muc"),
            w.paragraph("con", list=(3, 1)),
            w.paragraph("Hai", style="Muc"),
            w.paragraph("con", list=(3, 1)),
            w.paragraph("Năm", list=(4, 0)),
            w.paragraph("không số", style="Muc", list=(0, 0)),
        )
    )
    strict = w.docx(body, {"numbering": NUMBERING, "styles": styles})
    text = read(strict)
    assert running(text) == [
        "Phần 1 Một",
        "1.1 con",
        "Phần 2 Hai",
        "2.1 con",
        "V. Năm",
        "không số",
    ]
    assert [(b.kind.value, b.level, b.emphasis) for b in text.blocks[:2]] == [
        ("heading", 1, True),
        ("paragraph", 0, False),
    ]
