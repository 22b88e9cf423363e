"""Workbooks: what a sheet shows is read, each cell by its name, and evidence opens there."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import wordfiles as w
from test_office_files import needs_office
from workbooks import OF_PLAN, TITLE, annex, hidden, workbook

from api.intake.originals import Originals
from api.legible import legible
from graph.errors import BadInputError
from graph.store import StoredText
from loaders import extract_json, read, read_bytes, reread, understand
from loaders.readers.office import office_program
from loaders.readers.workbook.shown import shown
from loaders.text import Text

ROWS = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "", "Kinh phí"],
    ["^", "^", "^", "^", "Bắt đầu", "Hoàn thành", "^"],
    ["I", "CẢI CÁCH THỂ CHẾ", "", "", "", "", ""],
    ["1", "Rà soát văn bản", "Phòng Tổ chức", "Văn phòng", "04/03/2026", "05/06/2026", "15.000"],
    ["2", "Kiểm tra công vụ", "Thanh tra", "^", "01/04/2026", "15/12/2026", "2.500.001"],
    ["1.1", "Lập danh mục", "", "", "", "", ""],
]  # fmt: skip
LINES = [
    "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "PHỤ LỤC I", TITLE, OF_PLAN,
    "Ghi chú: kinh phí lấy từ nguồn thường xuyên.", "GIÁM ĐỐC", "Hồ Ví Dụ",
]  # fmt: skip


def annexed() -> bytes:
    return workbook(("PL 1", annex), ("Nháp", hidden))


def cells(text: Text, table: int = 0) -> list[list[str]]:
    """The rows of a table; "^" where the cell above reaches over the place."""
    rows = text.tables[table].rows
    return [["^" if cell.covered else text.words(cell) for cell in row] for row in rows]


def lines(text: Text) -> list[str]:
    return [text.words(block) for block in text.blocks if block.kind != "cell"]


def test_a_sheet_is_its_lines_and_its_table_as_they_are_seen() -> None:
    """Merged cells, days and sums as they are shown; hidden rows, columns and sheets are not."""
    text = read_bytes(annexed(), "phu-luc.xlsx")
    assert cells(text) == ROWS
    assert lines(text) == LINES
    assert reread(text.original, text.source).places == text.places


@pytest.mark.parametrize("name", ["a.xlsm", "a.xltx", "a.docx", "a.xls", "phụ lục 15.7.2026"])
def test_a_workbook_is_one_under_any_name(name: str) -> None:
    assert cells(read_bytes(annexed(), name)) == ROWS


@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_older_and_other_workbooks_say_the_same(suffix: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(annexed())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office_program()), "--headless", profile, "--convert-to", suffix]
    for _ in range(2):  # a new profile asks to be started again
        subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.xlsx"], capture_output=True)
    text = read(tmp_path / f"a.{suffix}")
    assert (cells(text), lines(text)) == (ROWS, LINES)


def test_without_libreoffice_older_workbooks_say_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("a.xls", "a.xlsb", "a.ods"):
        with pytest.raises(BadInputError) as caught:
            read_bytes(b"x", name)
        assert caught.value.key == "read.no_office"
        assert ".xlsx" in caught.value.text("vi")


def test_evidence_opens_at_sheet_and_cell(tmp_path: Path) -> None:
    text = read_bytes(annexed(), "phu-luc.xlsx")
    start = text.content.index("Kiểm tra công vụ")
    (place,) = text.places_of(start, start + 4)
    assert (place.page, place.cell) == (1, "PL 1!B12")
    stored = StoredText("vn/a", "a.xlsx", text.original, text.digest)
    first, end = text.locate(start, start + 4)
    at = [place for place in legible(stored)["places"] if place[0] <= first and end <= place[1]]
    assert [place[4] for place in at] == ["PL 1!B12"]
    folder = Originals(tmp_path)
    folder.keep(b"x", text)  # no page of it can be drawn
    assert folder.path(text.digest) is None


def test_the_tasks_of_an_annex_in_a_workbook() -> None:
    said = extract_json(understand(read_bytes(annexed(), "phu-luc.xlsx")))
    tasks = {task["name"]: task for task in said["tasks"]}
    assert tasks["Rà soát văn bản"]["lead"] == ["Phòng Tổ chức"]
    assert tasks["Kiểm tra công vụ"]["coordinate"] == ["Văn phòng"]
    assert "Việc đã bỏ" not in tasks
    assert said["document"]["title"] == TITLE
    assert said["document"]["signer"] == "Hồ Ví Dụ"


def test_two_tables_of_a_sheet_and_one_of_two_columns() -> None:
    def two(book: Any, sheet: Any) -> None:
        for at, rows in (
            (0, ("TT", "Việc", "Ai")),
            (1, ("1", "Cân", "Sở A")),
            (4, ("TT", "Nơi", "Gì")),
        ):
            sheet.write_row(at, 0, rows)
        sheet.write("B4", "Biểu số 2")
        sheet.write_row(5, 0, ("1", "Kho", "Cân"))

    def pairs(book: Any, sheet: Any) -> None:
        for at, row in enumerate((("Việc", "Đơn vị"), ("Cân", "Sở A"), ("Đo", "Sở B"))):
            sheet.write_row(at, 0, row)

    text = read_bytes(workbook(("1", two), ("2", pairs)), "a.xlsx")
    assert cells(text, 0) == [["TT", "Việc", "Ai"], ["1", "Cân", "Sở A"]]
    assert cells(text, 1) == [["TT", "Nơi", "Gì"], ["1", "Kho", "Cân"]]
    assert cells(text, 2) == [["Việc", "Đơn vị"], ["Cân", "Sở A"], ["Đo", "Sở B"]]
    assert lines(text) == ["Biểu số 2"]


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("46023", "dd/mm/yyyy", "01/01/2026"),
        ("46115", "m/d/yyyy", "03/04/2026"),
        ("46115.5", "[$-42A]h:mm dd/mm/yy;@", "12:00 03/04/26"),
        ("46115", '"Tháng "m/yyyy', "Tháng 4/2026"),
        ("2", '"Quý "0', "Quý 2"),
        ("7", "00", "07"),
        ("1234567.5", "#,##0.00", "1.234.567,50"),
        ("-1234567", '_(* #,##0_);_(* (#,##0);_(* "-"??_)', "(1.234.567)"),
        ("0", '_(* #,##0_);_(* (#,##0);_(* "-"??_)', "-"),
        ("0.125", "0.0%", "12,5%"),
        ("1500000000", '#,##0.0,,," tỷ"', "1,5 tỷ"),
        ("1.1", "", "1.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.10", "0.##", "1,1"),
        ("5", "@", "5"),
        ("không", "0", "không"),
    ],
)
def test_a_number_is_what_its_format_shows(value: str, code: str, words: str) -> None:
    assert shown(value, code) == words


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    assert shown("0", "dd/mm/yyyy", from_1904=True) == "01/01/1904"


def test_what_is_no_workbook_is_said() -> None:
    other = BytesIO(w.docx(w.paragraph("a")))
    with zipfile.ZipFile(other, "a") as package:
        package.writestr("xl/workbook.xml", "<a/>")
    for data, key in (
        (b"PK\x03\x04", "read.damaged"),
        (other.getvalue(), "read.not_sheet"),
        (workbook(("A", lambda book, sheet: None)), "read.empty"),
    ):
        with pytest.raises(BadInputError) as caught:
            read_bytes(data, "a.xlsx")
        assert caught.value.key == key
