"""Pages that browsers and word processors saved: the article, its lists, notes and headings."""

import pytest

from graph.errors import BadInputError
from loaders import read_bytes
from loaders.readers.web.tagged import numbered
from loaders.text import BlockKind, Text


def _paragraphs(text: Text) -> list[str]:
    return [text.words(block) for block in text.blocks]


def test_html_is_its_article_with_notes_and_headings() -> None:
    page = (
        "<html><head><title>t</title><style>p{}</style></head><body><nav><a>Menu</a></nav><article>"
        "<h1>QUYẾT ĐỊNH</h1><p>C&#259;n c&#7913; <b>Luật</b> Giá<sup>1</sup>; năm 20<i>24</i></p>"
        "<p><strong>Điều 1.</strong></p><p>[1] Luật số 3.</p></article>"
        "<script>var a='<p>không</p>'</script><footer>Liên hệ</footer></body></html>"
    )
    text = read_bytes(page.encode(), "a.html")
    assert _paragraphs(text) == [
        "QUYẾT ĐỊNH",
        "Căn cứ Luật Giá; năm 2024",
        "Điều 1.",
        "Luật số 3.",
    ]
    kinds = [(b.kind, b.level, b.emphasis, b.mark) for b in text.blocks]
    assert kinds[0] == (BlockKind.HEADING, 1, False, "")
    assert kinds[2] == (BlockKind.PARAGRAPH, 0, True, "")
    assert kinds[3] == (BlockKind.FOOTNOTE, 0, False, "1")
    assert [(n.mark, text.content[: n.at][-3:]) for n in text.notes] == [("1", "Giá")]
    start, end = text.locate(text.content.index("Căn"), text.content.index("Căn") + 3)
    assert text.original[start:end].startswith("C&#259;")


def test_each_printed_line_a_paragraph_is_no_paragraph_each() -> None:
    lines = [
        "Sở Y tế phối hợp với các đơn vị liên quan tổ chức đợt tiêm chủng cho trẻ",
        "em trên địa bàn thị xã theo lịch đã thông báo tại cuộc họp tháng trước",
        "của Ban Chỉ đạo. Kết quả gửi về trước ngày 05.",
    ]
    page = "".join(f"<div>{line}</div>" for line in lines * 4)
    assert len(_paragraphs(read_bytes(f"<body>{page}</body>".encode(), "a.html"))) == 4


def test_a_list_of_links_to_related_documents_is_no_text() -> None:
    words = "<p>Căn cứ Luật Giá;</p><p>Sở Tài chính báo cáo theo quy định.</p>"
    links = "<h3>Văn bản liên quan</h3><ul><li><a href='/1'>Nghị định 12/2020/NĐ-CP</a></li></ul>"
    page = f"<body><div class='content1'>{words}</div><div class='box-related'>{links}</div></body>"
    assert "12/2020" not in read_bytes(page.encode(), "a.html").content
    kept = f"<body><div class='related-text'>{words}<a href='/1'>Luật Giá</a></div></body>"
    assert "Sở Tài chính" in read_bytes(kept.encode(), "a.html").content


def test_a_page_set_as_plain_text_keeps_its_lines() -> None:
    page = "QUYẾT ĐỊNH\nVề giá nước\n\nCăn cứ Luật &amp; Nghị định\nvề giá;\n\n<b>Điều 1.</b> Giá"
    text = read_bytes(f"<body><pre>{page}</pre></body>".encode(), "a.html")
    assert _paragraphs(text) == [
        "QUYẾT ĐỊNH",
        "Về giá nước",
        "Căn cứ Luật & Nghị định về giá;",
        "Điều 1. Giá",
    ]
    start, end = text.locate(text.content.index("về giá;"), text.content.index("về giá;") + 6)
    assert text.original[start:end] == "về giá"


def test_html_as_word_processors_write_it() -> None:
    page = (
        "<html><body><p><b>Điều 1</b>.&nbsp;Theo Kế hoạch 36<a href='#_ftn1'>"
        "<span style='vertical-align: super'>1</span></a> của Bộ</p>"
        "<ol><li><p>Sở Y tế kiểm tra</p><ol type='a'><li>Trước ngày 5</li></ol></li>"
        "<li value='7'>7. Sở Công Thương báo cáo</li><li>Kết thúc</li></ol>"
        "<div id='ftn1'><p><a href='#_ftnref1'>1</a> Luật số 3.</p></div></body></html>"
    )
    text = read_bytes(page.encode(), "a.html")
    assert _paragraphs(text) == [
        "Điều 1. Theo Kế hoạch 36 của Bộ",
        "1. Sở Y tế kiểm tra",
        "a. Trước ngày 5",
        "7. Sở Công Thương báo cáo",
        "8. Kết thúc",
        "Luật số 3.",
    ]
    assert text.blocks[-1].mark == "1"
    assert [note.mark for note in text.notes] == ["1"]
    at = text.content.index("Sở Y tế")
    start, end = text.locate(at - 3, at + 7)
    assert text.original[start:end] == "Sở Y tế"


def test_html_of_elements_without_end_is_no_page() -> None:
    with pytest.raises(BadInputError, match=r"a\.html"):
        read_bytes(b"<div>" * 500_000 + "Quyết định".encode(), "a.html")
    deep = "<div>" * 900 + "<p>Quyết định<br>số 5" + "</div>" * 900 + "<p>Hết" * 6000
    assert read_bytes(deep.encode(), "a.html").content.startswith("Quyết định")


def test_the_items_of_a_list_have_the_sign_that_a_browser_sets() -> None:
    page = (
        "<body><p>Sở Y tế:</p><ul><li><p>Kiểm tra bếp ăn</p></li><li>- Lưu mẫu thức ăn</li></ul>"
        "<ul style='list-style-type: none'><li>Công khai thực đơn</li></ul></body>"
    )
    assert _paragraphs(read_bytes(page.encode(), "a.html")) == [
        "Sở Y tế:",
        "• Kiểm tra bếp ăn",
        "- Lưu mẫu thức ăn",
        "Công khai thực đơn",
    ]


def test_a_table_within_a_page_that_is_one_is_a_table() -> None:
    links = "".join(
        f"<tr><td><a href='/{n}'>Nghị định {n}/2021/NĐ-CP</a></td></tr>" for n in "1234"
    )
    words = "<p>Sở Y tế phát thuốc tại các bản xa trung tâm xã.</p>" * 8
    rows = "".join(f"<tr><td>{n}</td><td>Phát thuốc</td><td>Sở Y tế</td></tr>" for n in "123")
    page = (
        f"<body><table><tr><td><table>{links}</table></td><td><p>KẾ HOẠCH</p>{words}"
        f"<table>{rows}</table></td></tr></table></body>"
    )
    text = read_bytes(page.encode(), "a.html")
    assert [len(table.rows) for table in text.tables] == [3]
    assert "2021" not in text.content
    alone = read_bytes(f"<body><table>{links}</table></body>".encode(), "a.html")
    assert alone.content.count("2021") == 4


def test_what_a_site_says_of_itself_behind_a_document_is_no_text() -> None:
    page = (
        "<body><p>Căn cứ Giấy phép số 5/GP-TTĐT;</p><p>Nơi nhận:</p><p>- Lưu: VT.</p>"
        "<div><p>Cơ quan chủ quản: Công ty A. Giấy phép số 27/GP-TTĐT</p></div></body>"
    )
    assert _paragraphs(read_bytes(page.encode(), "a.html")) == [
        "Căn cứ Giấy phép số 5/GP-TTĐT;",
        "Nơi nhận:",
        "- Lưu: VT.",
    ]


def test_a_tag_with_more_attributes_than_any_page_has_is_read_without_them() -> None:
    many = " ".join(f"a{number}='{number}'" for number in range(60_000))
    page = f"<body><p {many}>Căn cứ Luật Giá;</p></body>"
    assert len(numbered(page).page) < 100
    assert read_bytes(page.encode(), "a.html").content == "Căn cứ Luật Giá;"
