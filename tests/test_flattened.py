"""Texts as mail programs and converters leave them: quoted lines, bars without their first, lines
that are paragraphs."""

import pytest

from loaders import read_bytes, understand
from loaders.text import Text

LETTER = """\
ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: 37/QĐ-UBND

Tây Ninh, ngày 22 tháng 7 năm 2019

QUYẾT ĐỊNH
Về quản lý bến đò ngang
"""


def _read(words: str, name: str = "a.txt") -> Text:
    return read_bytes(words.encode(), name)


def _paragraphs(text: Text) -> list[str]:
    return [text.words(block) for block in text.blocks]


@pytest.mark.parametrize("sign", ["> ", ">", "> > ", ">> "])
def test_what_a_message_quotes_is_read_without_its_signs(sign: str) -> None:
    quoted = "".join(f"{sign}{line}\n" for line in LETTER.splitlines())
    text = _read(f"Em gửi lại ạ.\n\n{quoted}")
    assert _paragraphs(text)[1:] == _paragraphs(_read(LETTER))
    assert understand(text).header.number == "37"
    start, end = text.locate(text.content.index("37/QĐ"), text.content.index("37/QĐ") + 5)
    assert text.original[start:end] == "37/QĐ"


def test_a_sign_before_one_line_is_a_sign() -> None:
    assert _paragraphs(_read("> 10 km tính từ trung tâm xã")) == ["> 10 km tính từ trung tâm xã"]


def test_a_table_whose_rows_have_lost_their_first_bar_is_a_table() -> None:
    text = _read(
        "STT | Công việc | Đơn vị | |\n | | Chủ trì | Phối hợp |\n"
        "1 | Phát thuốc | Sở Y tế | UBND xã |\n"
    )
    (table,) = text.tables
    assert [[text.content[c.start : c.end] for c in row] for row in table.rows] == [
        ["STT", "Công việc", "Đơn vị", ""],
        ["", "", "Chủ trì", "Phối hợp"],
        ["1", "Phát thuốc", "Sở Y tế", "UBND xã"],
    ]


def test_the_second_row_of_a_letterhead_that_ruled_lines_part_is_no_table() -> None:
    text = _read(
        "| UBND TỈNH TÂY NINH ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n"
        "| Số: 37/QĐ-UBND | Tây Ninh, ngày 22 tháng 7 năm 2019 |\n\n**QUYẾT ĐỊNH**\n",
        "a.md",
    )
    assert not text.tables
    header = understand(text).header
    assert (header.number, header.issued.iso) == ("37", "2019-07-22")


def test_lines_that_are_paragraphs_have_no_width() -> None:
    title = "Phát triển mạng lưới trạm y tế lưu động tại các xã vùng cao giai đoạn 2024 - 2026"
    words = "Ủy ban nhân dân tỉnh ban hành kế hoạch và giao các đơn vị thực hiện như sau. " * 4
    cells = "\n".join(["STT", "Nội dung", "Thời gian"] * 8)
    text = _read(f"KẾ HOẠCH\n{title}\n{words}\n{words}\n{cells}\n")
    assert title in _paragraphs(text)


HEAD = ["STT", "Công việc", "Chủ trì", "Thời gian"]
ROWS = [
    ["1", "Phát thuốc", "Sở Y tế", "Quý I"],
    ["2", "Kiểm tra bếp ăn", "", "Quý II"],
    ["3", "Sơ kết", "UBND xã", "Quý III"],
]


def _lined(*rows: list[str]) -> Text:
    cells = "\n".join(cell for row in rows for cell in row)
    return _read(f"Các nhiệm vụ như sau:\n{cells}\nCác đơn vị báo cáo về Sở Y tế.\n")


def _grid(text: Text) -> list[list[str]]:
    (table,) = text.tables
    return [[text.content[c.start : c.end] for c in row] for row in table.rows]


def test_a_table_with_each_cell_on_its_line_is_a_table() -> None:
    text = _lined(HEAD, *ROWS)
    assert _grid(text) == [HEAD, *ROWS]
    assert _grid(_lined([*HEAD, "(năm 2026)"], *ROWS))[0][-1] == "Thời gian (năm 2026)"
    assert _paragraphs(text)[-1] == "Các đơn vị báo cáo về Sở Y tế."


def test_its_groups_and_merged_headings_are_told_by_its_numbers() -> None:
    upper, lower = ["STT", "Công việc", "Đơn vị"], ["", "", "Chủ trì", "Phối hợp"]
    rows = [["I", "Về thuốc"], ROWS[0], ["II", "Về bếp ăn"], ROWS[1], ROWS[2]]
    assert _grid(_lined(upper, lower, *rows)) == [
        [*upper, ""],
        lower,
        *([*row, *[""] * (4 - len(row))] for row in rows),
    ]


@pytest.mark.parametrize("rows", [ROWS[:1], [ROWS[0], ROWS[2]], [[*ROWS[0], "thêm"], ROWS[1]]])
def test_rows_whose_numbers_do_not_count_on_are_no_table(rows: list[list[str]]) -> None:
    assert not _lined(HEAD, *rows).tables
