"""The planner's workbook and its CSV: read back by other programs, counted by hand."""

import csv
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from office import AWKWARD, BUREAU, OFFICE
from openpyxl import load_workbook
from stores import delta, doubt, task, unit
from webapp import V1

from api.cli import run
from api.intake.ingest import ingest
from graph import open_store
from graph.model import EdgeKind
from graph.questions import findings
from graph.store import GraphStore
from viz.sheets import SheetName, comma_separated, table, workbook

K = EdgeKind
YEARS = Path(__file__).parent / "years"
TITLES = ["Nhiệm vụ", "Khối lượng", "Lịch", "Điều cần rà soát"]
FORMULAS = ["=1+1", "+84 28", "- Rà soát", "@mai", '=HYPERLINK("http://x","y")', "=cmd|' /C x'!A0"]

QUARTERS = ("I", "II", "III", "IV")


@pytest.fixture(scope="module")
def plans() -> Iterator[GraphStore]:
    """Last year's and this year's plan of one department; the file is made from answers that are
    tested on every engine."""
    with open_store("sqlite::memory:") as store:
        assert not ingest([YEARS], store).failed
        yield store


def written(store: GraphStore, unit: str | None = None, year: int | None = None) -> bytes:
    file = BytesIO()
    workbook(file, (table(store, name, unit, year) for name in SheetName))
    return file.getvalue()


def sheets(file: bytes) -> dict[str, list[dict[str, Any]]]:
    """Each sheet as rows by heading, as openpyxl reads them."""
    found = {}
    for sheet in load_workbook(BytesIO(file)).worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return found


def test_the_sheets_a_planner_expects(plans: GraphStore) -> None:
    found = sheets(written(plans, year=2026))
    assert list(found) == TITLES
    tasks = found["Nhiệm vụ"]
    assert [row["Mục"] for row in tasks] == ["I.1", "I.2", "I.3", "I.4", "I.5", "II"]
    second = tasks[1]
    assert second["STT"] == 2
    assert second["Chủ trì"] == "Phòng Cải cách hành chính, Sở Nội vụ tỉnh Ninh Bình"
    assert second["Bắt đầu"] == datetime(2026, 7, 1)
    assert second["Kết thúc"] == datetime(2026, 9, 30)
    report = tasks[5]
    assert report["Thời hạn"] == datetime(2026, 11, 20)
    assert report["Nơi nhận báo cáo"] == "Văn phòng Sở Nội vụ tỉnh Ninh Bình"
    events = found["Lịch"]
    assert [row["Ngày"] for row in events] == [
        datetime(2026, 3, 31), datetime(2026, 6, 30), datetime(2026, 9, 30),
        datetime(2026, 9, 30), datetime(2026, 11, 19), datetime(2026, 12, 31),
    ]  # fmt: skip
    assert "trước" in events[4]["Ghi chú"]
    assert len(found["Điều cần rà soát"]) == len(findings(plans))


def test_the_workload_counted_by_hand(plans: GraphStore) -> None:
    rows = sheets(written(plans, year=2026))["Khối lượng"]
    told = {
        (row["Đơn vị"].split(",")[0], row["Phần việc"]): [row[f"Quý {n}/2026"] for n in QUARTERS]
        for row in rows
    }
    # this year's plan: I.1 office, I.2 reform with office and planning, I.3 reform, I.4 office,
    # I.5 inspectors, a report of all rooms in November
    assert told["Văn phòng Sở Nội vụ tỉnh Ninh Bình", "Chủ trì, thực hiện"] == [1, 1, 0, 0]
    assert told["Văn phòng Sở Nội vụ tỉnh Ninh Bình", "Phối hợp, hỗ trợ"] == [0, 0, 1, 0]
    assert told["Văn phòng Sở Nội vụ tỉnh Ninh Bình", "Cộng"] == [1, 1, 1, 0]
    assert told["Phòng Cải cách hành chính", "Chủ trì, thực hiện"] == [0, 0, 1, 1]
    assert told["Phòng Cải cách hành chính", "Phối hợp, hỗ trợ"] == [1, 0, 0, 0]
    assert told["Thanh tra", "Cộng"] == [0, 1, 1, 0]
    assert told["Các phòng", "Cộng"] == [0, 0, 0, 1]


def test_of_one_unit(plans: GraphStore) -> None:
    found = sheets(written(plans, "vn/ninh-binh/snv/thanh-tra", 2026))
    assert [row["Mục"] for row in found["Nhiệm vụ"]] == ["I.5"]
    assert len(found["Khối lượng"]) == 2
    assert [row["Mục"] for row in found["Lịch"]] == ["I.5"]
    both = sheets(written(plans))["Nhiệm vụ"]
    assert len(both) == 12  # without a year both plans


def test_headings_stay_and_columns_filter(plans: GraphStore) -> None:
    book = load_workbook(BytesIO(written(plans)))
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
        assert sheet.auto_filter.ref == f"A1:{last}"
        widths = [sheet.column_dimensions[c].width for c in sheet.column_dimensions]
        assert min(widths) >= 5
        assert all(cell.value and cell.font.bold for cell in sheet[1])
    days = [row[1] for row in book["Lịch"].iter_rows(min_row=2)]
    assert {cell.number_format for cell in days} == {"dd/mm/yyyy"}
    assert all(cell.is_date for cell in days)


@pytest.fixture
def hostile() -> Iterator[GraphStore]:
    """A plan whose words would be formulas, and worse."""
    names = [*FORMULAS, AWKWARD, "dài " * 20_000, "\x00\x0b\x1b[31mđỏ\ufffe"]
    ids = [f"vn/a/nv/{n}" for n in range(len(names))]
    with open_store("sqlite::memory:") as store:
        store.apply(
            delta(
                "vn/a",
                *(("vn/a", K.ASSIGNS, id) for id in ids),
                *(("unit/a", K.LEADS, id) for id in ids),
                owned=[
                    task(id, name=name, kind="task", due="2026-05-01", order=n)
                    for n, (id, name) in enumerate(zip(ids, names, strict=True))
                ],
                references=[unit("unit/a", name="=SUM(A1)")],
                issues=[doubt("x", "vn/a")],
            )
        )
        yield store


def test_words_never_become_formulas_or_links(hostile: GraphStore) -> None:
    file = written(hostile)
    book = load_workbook(BytesIO(file))
    names = [cell for (cell,) in book["Nhiệm vụ"].iter_rows(min_row=2, min_col=4, max_col=4)]
    assert [cell.value for cell in names][: len(FORMULAS)] == FORMULAS
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                assert cell.hyperlink is None
    guarded = [cell for cell in names if str(cell.value).startswith(tuple("=+-@"))]
    assert len(guarded) == len(FORMULAS)
    assert all(cell.quotePrefix for cell in guarded)  # a click into it changes nothing
    assert max(len(str(cell.value)) for cell in names) == 32_767
    with zipfile.ZipFile(BytesIO(file)) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8")
            assert "<f>" not in text
            assert 'TargetMode="External"' not in text
            assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


def test_the_same_graph_gives_the_same_file(plans: GraphStore) -> None:
    assert written(plans, year=2026) == written(plans, year=2026)


def test_an_empty_store_has_four_empty_sheets() -> None:
    with open_store("sqlite::memory:") as store:
        assert {
            title: len(rows) for title, rows in sheets(written(store)).items()
        } == dict.fromkeys(TITLES, 0)


def test_csv_opens_in_excel(plans: GraphStore) -> None:
    text = "".join(comma_separated(table(plans, SheetName.CALENDAR, year=2026)))
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert text.count("\r\n") == 7
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert [row["Ngày"] for row in rows][:2] == ["2026-03-31", "2026-06-30"]
    assert rows[4]["Nơi nhận báo cáo"] == "Văn phòng Sở Nội vụ tỉnh Ninh Bình"


def test_csv_calculates_nothing(hostile: GraphStore) -> None:
    text = "".join(comma_separated(table(hostile, SheetName.TASKS)))
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=1+1" in cells
    assert len({len(row) for row in rows}) == 1


def test_both_over_http(client: TestClient) -> None:
    reply = client.get(f"{V1}/export/xlsx?unit={OFFICE}&year=2026")
    assert "spreadsheetml" in reply.headers["content-type"]
    assert "cancu.xlsx" in reply.headers["content-disposition"]
    tasks = sheets(reply.content)["Nhiệm vụ"]
    assert AWKWARD in {row["Nhiệm vụ"] for row in tasks}
    table = client.get(f"{V1}/export/csv/tasks?unit={BUREAU}")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(list(csv.reader(StringIO(table.text)))) == 3
    assert client.get(f"{V1}/export/csv/moon").status_code == 422
    for path in ("xlsx", "csv/tasks", "csv/workload", "csv/calendar"):
        assert client.get(f"{V1}/export/{path}?unit=vn/no/such").status_code == 404


def test_both_on_the_command_line(
    loaded: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ke-hoach.xlsx"
    assert run(["export", "xlsx", "--output", str(file), "--year", "2026"]) == 0
    assert [row["Mục"] for row in sheets(file.read_bytes())["Nhiệm vụ"]] == [None, "I.1"]
    assert run(["export", "csv", "--sheet", "workload", "--unit", "chi cục tiêu chuẩn"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("\ufeffSTT,Đơn vị,")
    assert run(["export", "csv", "-o", str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert run(["export", "xlsx"]) == 2
    assert "--output" in capsys.readouterr().err
    assert not [*tmp_path.glob("*.part")]
