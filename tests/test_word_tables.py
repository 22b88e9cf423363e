"""Tables as offices draw them in Word: each task of ``word/*.docx`` with its units and time."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import wordfiles as w
from write_word import FILES

from loaders import context, extract_json, read, read_bytes, understand

WORD = Path(__file__).parent / "word"


def tasks(name: str) -> list[dict[str, Any]]:
    """What the document gives units to do."""
    reading = understand(read(WORD / name))
    return [t for t in extract_json(reading, context([reading]))["tasks"] if t["kind"] == "task"]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_is_what_its_script_writes(path: Path) -> None:
    assert members(path.read_bytes()) == members(FILES[path]())


def test_a_heading_over_two_columns_gives_each_its_role() -> None:
    found = [
        (t["path"], t["name"], t["lead"], t["coordinate"]) for t in tasks("bang-gop-tieu-de.docx")
    ]
    assert found == [
        ("I.1", "Rà soát tủ thuốc trạm y tế", ["Phòng Nghiệp vụ Dược"], []),
        ("I.2", "Mua nhiệt kế chuẩn", ["Văn phòng Sở"], ["Thanh tra Sở"]),
    ]


def test_a_table_without_lines_is_one() -> None:
    found = [
        (t["name"], t["lead"], t["coordinate"], t["time"]) for t in tasks("bang-khong-ke.docx")
    ]
    assert found == [
        ("Khám mắt học sinh", ["Trung tâm Y tế"], ["Sở Giáo dục và Đào tạo"], "Quý IV/2026"),
        ("Phát kính", ["Văn phòng Sở"], ["Trung tâm Y tế"], "Tháng 12/2026"),
    ]


def test_a_table_over_five_pages_is_one_and_rows_cut_by_them_whole() -> None:
    found = tasks("bang-nam-trang.docx")
    assert len(found) == 20
    assert len(read(WORD / "bang-nam-trang.docx").tables) == 1
    whole = [t["name"] for t in found if t["name"].endswith("và báo cáo kết quả")]
    assert whole == [f"Kiểm định máy số {n} và báo cáo kết quả" for n in (14, 34)]


def test_rows_without_a_number_are_tasks_of_their_own() -> None:
    found = [(t["name"], t["lead"], t["intervals"]) for t in tasks("bang-dong-con.docx")]
    assert found == [
        ("Tiêm chủng mở rộng", ["Trung tâm Y tế"], [["2026-01-01", "2026-12-31"]]),
        ("Lập danh sách trẻ", ["UBND xã"], [["2026-01-01", "2026-03-31"]]),
        ("Tổ chức điểm tiêm", ["Trạm Y tế"], [["2026-04-01", "2026-06-30"]]),
        ("Vắc xin đợt mua", ["Phòng Nghiệp vụ Dược"], [["2026-07-01", "2026-09-30"]]),
        ("Vắc xin đợt cấp", ["Phòng Nghiệp vụ Dược"], [["2026-10-01", "2026-12-31"]]),
    ]


def test_a_table_that_shows_a_letterhead_as_a_sample_is_a_table() -> None:
    rows = [
        ["TT", "Thành phần", "Cỡ chữ", "Minh họa"],
        ["1", "Quốc hiệu", "13", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["2", "Tiêu ngữ", "13", "Độc lập - Tự do - Hạnh phúc"],
    ]
    cells = [[w.cell(w.paragraph(words)) for words in row] for row in rows]
    text = read_bytes(w.docx(w.table(*[w.row(*row) for row in cells])), "a.docx")
    (table,) = text.tables
    assert [[text.words(cell) for cell in row] for row in table.rows] == rows
