"""Structure: the numbered parts of a text as a tree, whatever its headings claim."""

import pytest
from texts import plain_text

from loaders.layout.markers import Style, read_marker
from loaders.layout.structure import Section, Structure, parse_structure
from loaders.readers import read_bytes
from loaders.text import Text

PLAN = """
## KẾ HOẠCH

#### I. MỤC ĐÍCH

##### 1. Mục đích chung

a) Giữ rừng.

đ) Giữ nước.

## II. NHIỆM VỤ

### 1. Tuyên truyền

a) In tờ rơi về rừng.

- Cơ quan chủ trì: Hạt Kiểm lâm.
- Thời gian: Quý I.

b) Mở lớp học.

+ Lớp thứ nhất.

Các xã báo cáo hằng tháng.

### **2. Tuần tra**

Nơi nhận:

- Như trên;

## PHỤ LỤC

I. Giai đoạn đầu
"""


def _read(words: str) -> tuple[Text, Structure]:
    text = read_bytes(words.encode(), "case.md")
    return text, parse_structure(text)


def _paths(words: str) -> list[str]:
    return [section.path for section in _read(words)[1].sections]


def _section(structure: Structure, path: str) -> Section:
    return next(s for s in structure.sections if s.path == path)


def test_marker_styles_decide_the_nesting_not_heading_levels() -> None:
    assert _paths(PLAN) == [
        "I",
        "I.1",
        "I.1.a",
        "I.1.đ",
        "II",
        "II.1",
        "II.1.a",
        "II.1.a.-1",
        "II.1.a.-2",
        "II.1.b",
        "II.1.b.-1",
        "II.2",
        "PL",
        "PL.I",
    ]


def test_an_item_covers_its_text_and_the_lines_that_hang_on_it() -> None:
    text, structure = _read(PLAN)
    item = _section(structure, "II.1.a")
    assert text.content[item.title.start : item.title.end].strip() == "In tờ rơi về rừng."
    assert text.content[item.start : item.end].splitlines() == [
        "a) In tờ rơi về rừng.",
        "- Cơ quan chủ trì: Hạt Kiểm lâm.",
        "- Thời gian: Quý I.",
    ]


def test_every_position_has_its_innermost_section() -> None:
    text, structure = _read(PLAN)
    found = structure.section_at(text.content.index("Hạt Kiểm lâm"))
    assert found is not None
    assert found.path == "II.1.a.-1"
    later = structure.section_at(text.content.index("Các xã báo cáo"))
    assert later is not None
    assert later.path == "II.1.b.-1"
    assert structure.section_at(0) is None


def test_sections_nest_and_never_cross() -> None:
    text, structure = _read(PLAN)
    for section in structure.sections:
        assert 0 <= section.start < section.title.end <= section.end <= len(text.content)
        if section.parent is not None:
            above = structure.sections[section.parent]
            assert above.start <= section.start <= section.end <= above.end
            assert section.level == above.level + 1


def test_a_law_nests_from_chapter_to_point() -> None:
    assert _paths(
        "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Khoản đầu:\n\na) Điểm đầu;\n\n"
        "Điều 2. Đối tượng\n\nChương II\n\nMục 1. TỔ CHỨC\n\nĐiều 3. Bộ máy\n"
    ) == ["CI", "CI.Đ1", "CI.Đ1.1", "CI.Đ1.1.a", "CI.Đ2", "CII", "CII.M1", "CII.M1.Đ3"]


def test_capital_letters_stand_above_or_below_roman_numbers_as_the_text_has_them() -> None:
    assert _paths("A. ĐẦU\n\nI. Một\n\nB. CUỐI\n") == ["A", "A.I", "B"]
    assert _paths("I. ĐẦU\n\nA. Một\n\nII. CUỐI\n") == ["I", "I.A", "II"]


def test_numbers_of_several_parts_do_not_repeat_their_parent() -> None:
    assert _paths("I. ĐẦU\n\n1. Một\n\n1.1. Một một\n\n1.2. Một hai\n\n2. Hai\n") == [
        "I",
        "I.1",
        "I.1.1",
        "I.1.2",
        "I.2",
    ]


def test_a_file_that_is_an_annex_has_no_annex_in_its_paths() -> None:
    assert _paths("PHỤ LỤC\n\nI. Giai đoạn đầu\n") == ["I"]


def test_a_document_attached_after_the_signature_is_a_part_of_its_own() -> None:
    assert _paths("1. Giao Sở A.\n\nNơi nhận:\n\n- VT.\n\nQUY CHẾ\n\n1. Chung\n")[-2:] == [
        "PL",
        "PL.1",
    ]


def test_a_text_without_markers_has_no_sections() -> None:
    structure = parse_structure(plain_text(["Không có gì.", "Cả ở đây."]))
    assert structure.sections == ()
    assert structure.section_at(3) is None


@pytest.mark.parametrize(
    ("words", "style", "label"),
    [
        ("I. MỤC ĐÍCH", Style.ROMAN, "I"),
        ("IV/ KINH PHÍ", Style.ROMAN, "IV"),
        ("III- TỔ CHỨC THỰC HIỆN", Style.ROMAN, "III"),
        ("2- Ban Tổ chức Tỉnh ủy", Style.NUMBER, "2"),
        ("1.2- Việc nhỏ", Style.DECIMAL, "1.2"),
        ("B. PHẦN HAI", Style.CAPITAL, "B"),
        ("1. Mục đích", Style.NUMBER, "1"),
        ("12/ Việc khác", Style.NUMBER, "12"),
        ("2) Việc khác", Style.NUMERAL, "2"),
        ("(3) Việc khác", Style.NUMERAL, "3"),
        ("1.2. Việc nhỏ", Style.DECIMAL, "1.2"),
        ("4.1 Việc nhỏ", Style.DECIMAL, "4.1"),
        ("đ) Điểm", Style.LETTER, "đ"),
        ("- Gạch", Style.DASH, ""),
        ("+ Cộng", Style.PLUS, ""),
        ("• Chấm", Style.BULLET, ""),
        ("Điều 12a. Sửa đổi", Style.ARTICLE, "12a"),
        ("Chương IX", Style.CHAPTER, "IX"),
        ("Phần thứ hai", Style.PART, "thứ hai"),
        ("PHỤ LỤC II", Style.ANNEX, "II"),
    ],
)
def test_markers(words: str, style: Style, label: str) -> None:
    marker = read_marker(words)
    assert marker is not None
    assert (marker.style, marker.label) == (style, label)


@pytest.mark.parametrize(
    "words",
    [
        "2025. Trong năm",
        "1.500 đồng",
        "15/4/2025",
        "3/QĐ-UBND",
        "5-7 ngày",
        "I-ốt trong muối",
        "Điều 5 của Luật",
        "Mục tiêu chung",
        "-5 độ",
        "V/v họp",
        "Phần mềm quản lý",
        "f) sai bảng chữ",
        "",
    ],
)
def test_what_only_looks_like_a_marker(words: str) -> None:
    assert read_marker(words) is None


def test_an_annex_whose_title_was_joined_to_it_is_a_part() -> None:
    words = "Nơi nhận:\n- VT.\n\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n\n1. Rà soát hồ sơ\n"
    assert _paths(words) == ["PLI", "PLI.1"]
    assert read_marker("Phụ lục I ban hành kèm theo Quyết định này") is None
