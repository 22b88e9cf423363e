"""Readers: files of every habit to the same clean blocks and tables, each sign traceable."""

import unicodedata
from pathlib import Path

import pytest

from graph.errors import BadInputError
from graph.vocabulary import rows
from loaders.layout.words import BeginningRow
from loaders.readers import read, read_bytes
from loaders.text import BlockKind, Text


def _md(words: str) -> Text:
    return read_bytes(words.encode(), "case.md")


def _paragraphs(text: Text) -> list[str]:
    return [text.words(block) for block in text.blocks]


def test_wrapped_lines_become_one_paragraph() -> None:
    text = read_bytes(
        "Sở Y tế phối hợp với các đơn vị liên quan tổ chức đợt tiêm chủng cho trẻ\n"
        "em trên địa bàn thị xã theo lịch đã thông báo tại cuộc họp tháng trước\n"
        "của Ban Chỉ đạo. Kết quả gửi về trước ngày 05.\n"
        "Văn phòng theo dõi việc này.\n".encode(),
        "case.txt",
    )
    assert len(text.blocks) == 2
    assert "trẻ em trên" in text.content
    assert _paragraphs(text)[1] == "Văn phòng theo dõi việc này."


@pytest.mark.parametrize(
    "second",
    [
        "- Sở Tài chính cấp kinh phí;",
        "+ Sở Tài chính cấp kinh phí;",
        "• Sở Tài chính cấp kinh phí;",
        "a) Sở Tài chính cấp kinh phí;",
        "2. Sở Tài chính cấp kinh phí;",
        "2/ Sở Tài chính cấp kinh phí;",
        "II. TỔ CHỨC",
        "Điều 2. Hiệu lực",
        "Căn cứ Luật Ngân sách;",
        "Cơ quan chủ trì: Sở Tài chính",
        "Thời gian thực hiện: Quý I",
        "Nơi nhận:",
        "KT. GIÁM ĐỐC",
        "“a) Mức thu mới",
    ],
)
def test_what_opens_a_paragraph_is_not_joined(second: str) -> None:
    assert _paragraphs(_md(f"Các đơn vị báo cáo\n{second}\n")) == ["Các đơn vị báo cáo", second]


def test_what_opens_a_paragraph_begins_with_no_small_letter() -> None:
    listed = [row for key in ("starter", "label") for row in rows("layout", key, BeginningRow)]
    assert listed and not any(row.begins[0].islower() for row in listed)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("theo Nghị định số 30/2020/NĐ-", "CP của Chính phủ", "số 30/2020/NĐ-CP của"),
        ("theo Quyết định số 996/", "QĐ-TTg của Thủ tướng", "số 996/QĐ-TTg của"),
        ("ngành cơ khí -", "tự động hóa", "cơ khí - tự động hóa"),
        ("giai đoạn 2026", "- 2030 tại xã", "2026 - 2030 tại xã"),
        ("quy định tại khoản", "2 Điều 5 của Luật", "khoản 2 Điều 5"),
        ("**Điều 3. Tổ", "chức thực hiện**", "Điều 3. Tổ chức thực hiện"),
    ],
)
def test_what_a_line_end_cut_is_whole_again(first: str, second: str, joined: str) -> None:
    text = _md(f"{first}\n{second}\n")
    assert joined in text.content
    assert len(text.blocks) == 1


def test_a_blank_line_after_every_line_is_not_a_paragraph_each() -> None:
    line = "các hộ trồng chè trên sườn đồi được hỗ trợ giống mới và phân bón hữu cơ"
    words = "\n\n".join([line.capitalize(), *[line] * 10, "theo đúng kế hoạch."])
    assert len(_md(words).blocks) == 1


@pytest.mark.parametrize(
    "between",
    [
        "\n\n--- PAGE 3 ---\n\n",
        "\n\n12\n\n",
        "\n\n---\n\n",
        "\n\f\n",
        "\n\n<sup>1</sup> Ghi chú.\n\n",
    ],
)
def test_what_a_page_cuts_is_joined(between: str) -> None:
    text = _md(f"Ủy ban nhân dân xã giao Văn phòng chuẩn bị{between}hội trường và tài liệu.\n")
    assert _paragraphs(text)[0].endswith("chuẩn bị hội trường và tài liệu.")


def test_two_sentences_on_two_pages_stay_two_paragraphs() -> None:
    text = _md("Xã đã tổ chức họp dân xong.\n\n--- PAGE 3 ---\n\nVăn phòng lưu hồ sơ.\n")
    assert len(text.blocks) == 2


def test_footnotes_come_last_with_their_marks() -> None:
    text = _md(
        "Thực hiện chương trình nước sạch<sup>1</sup> và chương trình điện\n\n"
        "<sup>1</sup> Quyết định số 5/QĐ-UBND.\n\nmặt trời<sup>2</sup>.\n\n"
        "<sup>2</sup> Quyết định số 6/QĐ-UBND.\n"
    )
    assert _paragraphs(text)[0] == "Thực hiện chương trình nước sạch và chương trình điện mặt trời."
    notes = [b for b in text.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [(b.mark, text.words(b)) for b in notes] == [
        ("1", "Quyết định số 5/QĐ-UBND."),
        ("2", "Quyết định số 6/QĐ-UBND."),
    ]
    assert [(n.mark, text.content[: n.at].rsplit(" ", 1)[-1]) for n in text.notes] == [
        ("1", "sạch"),
        ("2", "trời"),
    ]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("ngày **24** tháng 11 năm 202**5**", "ngày 24 tháng 11 năm 2025"),
        ("## **II. NHIỆM VỤ**", "II. NHIỆM VỤ"),
        ("*Căn cứ* *Luật* Giá", "Căn cứ Luật Giá"),
        ("1\\. Việc \\- thứ nhất\\", "1. Việc - thứ nhất"),
        ("Sở <b>Y</b> tế<br>và Sở Nội vụ", "Sở Y tế và Sở Nội vụ"),
        ("A &amp; B&nbsp;C", "A & B C"),
        ("xem [Luật Giá](https://example.vn/a) này", "xem Luật Giá này"),
        ("mức (*) và (**) giữ nguyên", "mức (*) và (**) giữ nguyên"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("* Việc một\n* Việc hai", "- Việc một\n- Việc hai"),
        ("giá < 5 và > 3", "giá < 5 và > 3"),
    ],
)
def test_markup_is_not_text(marked: str, plain: str) -> None:
    assert _md(marked + "\n").content == plain


def test_emphasis_of_a_whole_paragraph_is_kept_apart() -> None:
    text = _md("**Mục tiêu\nchung**\n\nMột **phần** đậm\n\n*nghiêng\ncả ba\ndòng*\nĐoạn sau\n")
    assert [b.emphasis for b in text.blocks] == [True, False, True, False]


def test_front_matter_and_running_heads_are_not_text() -> None:
    text = _md('---\ntitle: "x"\nkind: y\n---\n\nCÔNG BÁO/Số 3 + 4/Ngày 01-02-2024\n\nViệc làm.\n')
    assert text.content == "Việc làm."


WORDS = "Ủy ban nhân dân tỉnh Đắk Lắk ban hành Quyết định số 12/QĐ-UBND.\n\nHết.\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", WORDS).encode(),
        WORDS.replace(" ", "\xa0").encode(),
        WORDS.replace("Đ", "\xd0").encode(),
        WORDS.replace("QĐ-UBND", "QĐ\u2011UBND").encode(),
        WORDS.replace("/", "\u2044").encode(),
        WORDS.replace("ban", "b\u200ban").replace("định", "đị\xadnh").encode(),
        WORDS.replace("  ", " ").replace(" ", "  \t").encode(),
    ],
    ids=[
        "utf8",
        "bom",
        "utf16",
        "utf16 le without mark",
        "utf16 be without mark",
        "crlf",
        "nfd",
        "nbsp",
        "eth",
        "hyphen",
        "stroke",
        "zero width",
        "blanks",
    ],
)
def test_every_encoding_reads_the_same(data: bytes) -> None:
    text = read_bytes(data, "a.txt")
    assert text.content == "Ủy ban nhân dân tỉnh Đắk Lắk ban hành Quyết định số 12/QĐ-UBND.\nHết."
    _assert_traceable(text)


def _assert_traceable(text: Text) -> None:
    """Segments are in order and disjoint, and every word leads to where it stands."""
    end = 0
    for segment in text.segments:
        assert segment.at >= end
        assert 0 <= segment.origin <= segment.origin + segment.length <= len(text.original)
        end = segment.at + segment.length
    at = text.content.index("Quyết")
    start, stop = text.locate(at, at + len("Quyết"))
    printed = unicodedata.normalize("NFC", text.original[start:stop]).replace("\u200b", "")
    assert printed.startswith("Quyế")


def test_hyphens_between_words_stay_as_they_are() -> None:
    assert _md("Bảo vệ \u2013 gìn giữ\n").content == "Bảo vệ \u2013 gìn giữ"


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (b"", "a.txt", "read.empty"),
        (b" \n\n", "a.txt", "read.empty"),
        (b"%PDF-1.7 \x00", "a.txt", "read.broken_pages"),
        (b"abc\x00\x01", "a.txt", "read.binary"),
        (bytes(range(256)) * 8, "a.txt", "read.binary"),
        (WORDS.encode("utf-32-le"), "a.txt", "read.binary"),
        ("Uû ban".encode("latin-1"), "a.txt", "read.encoding"),
        (b"PK", "a.docx", "read.damaged"),
        (b"x", "a.pdf", "read.broken_pages"),
        (b"x", "a.jpg", "read.broken_image"),
        (b"x", "a.xyz", "read.unknown"),
        (b"<p>" * 2_000_001, "a.html", "read.too_many_tags"),
        (b"x", "khong-duoi", "read.unknown"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_bytes(data, name)
    assert caught.value.key == key
    assert name in caught.value.text("vi")
    assert name in caught.value.text("en")


def test_a_file_is_read_with_its_name_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.md"
    path.write_text("KẾ HOẠCH\n", encoding="utf-8")
    text = read(path)
    assert (text.source, text.media, len(text.digest)) == ("ke-hoach.md", "text/markdown", 64)
    with pytest.raises(BadInputError):
        read(tmp_path / "khong-co.md")


def test_html_under_another_suffix_is_read_as_html() -> None:
    assert read_bytes(b"<!DOCTYPE html><html><body><p>abc def</p></body>", "a.txt").content == (
        "abc def"
    )


def test_a_torn_rule_is_read_at_once() -> None:
    assert read_bytes(("\\-" * 20_000 + "x\n").encode(), "a.md").content.endswith("x")


def test_one_endless_line_is_one_paragraph() -> None:
    text = read_bytes(("Căn cứ Luật Giá; " * 100_000).encode(), "a.txt")
    assert len(text.blocks) == 1
    assert len(text.content) == 17 * 100_000 - 1
