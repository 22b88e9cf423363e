"""Tables: one table in every habit of writing it, whole again over the pages it was cut by."""

import pytest

from loaders.readers import read_bytes
from loaders.text import Text


def _md(words: str) -> Text:
    return read_bytes(words.encode(), "case.md")


def _table(text: Text, index: int = 0) -> list[list[str]]:
    return [[text.words(cell) for cell in row] for row in text.tables[index].rows]


SAME = [["TT", "Việc", "Đơn vị"], ["1", "Đắp đê", "Xã A"], ["2", "Nạo kênh", ""]]


@pytest.mark.parametrize(
    "source",
    [
        "| TT | Việc | Đơn vị |\n|---|:-:|---|\n| 1 | Đắp đê | Xã A |\n| 2 | Nạo kênh | |\n",
        "TT | Việc | Đơn vị\n---|---|---\n1 | Đắp đê | Xã A\n2 | Nạo kênh |\n",
        "TT\tViệc\tĐơn vị\n1\tĐắp đê\tXã A\n2\tNạo kênh\t\n",
        "<b>TT</b>\t<b>Việc</b>\t<b>Đơn vị</b>\n1\tĐắp đê\tXã A\n2\tNạo kênh\t\n",
        "|\n**TT**\n|\n**Việc**\n|\n**Đơn vị**\n|\n"
        "|\n1\n|\nĐắp\nđê\n|\nXã A\n|\n|\n2\n|\nNạo kênh\n|\n|\n",
        "+----+----------+--------+\n| TT | Việc     | Đơn vị |\n+====+==========+========+\n"
        "| 1  | Đắp      | Xã A   |\n|    | đê       |        |\n+----+----------+--------+\n"
        "| 2  | Nạo kênh |        |\n+----+----------+--------+\n",
    ],
    ids=["pipes", "bare pipes", "tabs", "bold tabs", "bars", "frame"],
)
def test_one_table_in_every_habit(source: str) -> None:
    text = _md(f"Bảng phân công:\n\n{source}\nHết bảng.\n")
    assert _table(text) == SAME
    assert text.words(text.blocks[0]) == "Bảng phân công:"
    assert text.words(text.blocks[-1]) == "Hết bảng."


def test_the_same_table_in_html() -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in SAME)
    text = read_bytes(f"<html><body><table>{rows}</table></body></html>".encode(), "a.html")
    assert _table(text) == SAME


def test_a_row_cut_by_a_page_is_one_row_that_leads_back_to_both_places() -> None:
    head = "| TT | Việc | Đơn vị |\n|---|---|---|\n"
    text = _md(
        f"{head}| 1 | Xây cầu qua | Xã A |\n\n"
        f"{head}| | suối | và xã B |\n| 2 | Sửa đường | Xã C |\n"
    )
    assert _table(text)[1:] == [
        ["1", "Xây cầu qua suối", "Xã A và xã B"],
        ["2", "Sửa đường", "Xã C"],
    ]
    cell = text.tables[0].rows[1][1]
    start, end = text.locate(cell.start, cell.end)
    assert text.original[start:].startswith("Xây cầu qua")
    assert text.original[:end].endswith("suối")


def test_a_row_without_key_elsewhere_is_a_row_of_its_own() -> None:
    text = _md("| TT | Việc |\n|---|---|\n| 1 | Trường học |\n| | Sửa mái |\n| | Sơn tường |\n")
    assert [row[1] for row in _table(text)] == ["Việc", "Trường học", "Sửa mái", "Sơn tường"]


def test_a_heading_between_tells_two_tables_apart() -> None:
    head = "| TT | Việc |\n|---|---|\n"
    text = _md(f"{head}| 1 | A |\n\n## Giai đoạn 2\n\n{head}| 1 | B |\n")
    assert len(text.tables) == 2
    before = text.block_at(text.tables[1].start - 2)
    assert before is not None
    assert text.words(before) == "Giai đoạn 2"


def test_a_table_without_header_keeps_all_rows() -> None:
    text = _md("| 1 | A | Xã A |\n| 2 | B | Xã B |\n")
    assert len(text.tables[0].rows) == 2


def test_group_rows_between_bars_are_short_rows() -> None:
    text = _md(
        "|\nSTT\n|\nViệc\n|\nĐơn vị\n|\n|\n**I**\n|\n**Hạ tầng**\n|\n"
        "|\n1\n|\nLát vỉa hè\n|\nPhường B\n|\n"
    )
    assert _table(text)[1:] == [["I", "Hạ tầng", ""], ["1", "Lát vỉa hè", "Phường B"]]


def test_spans_of_html_cells() -> None:
    text = read_bytes(
        b"<table><tr><th>TT<th>Vi\xe1\xbb\x87c<th>C</tr><tr><td rowspan=2>1<td>A<td>x</tr>"
        b"<tr><td>B<td>y</tr><tr><td>2<td colspan=2>D</table>",
        "a.html",
    )
    assert _table(text) == [["TT", "Việc", "C"], ["1", "A", "x"], ["", "B", "y"], ["2", "D", ""]]
