"""Cells that one above reaches over say what it says; empty cells say nothing (ô gộp)."""

import wordfiles as w

from loaders import read_bytes, understand
from loaders.mentions import Assignment

HEAD = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")


def _tasks(data: bytes, name: str) -> list[Assignment]:
    return [task for task in understand(read_bytes(data, name)).assignments if task.kind == "task"]


def _said(task: Assignment) -> tuple[str, list[str], list[str], str | None]:
    time = task.time.text if task.time else None
    return task.name, [u.name for u in task.lead], [u.name for u in task.coordinate], time


EXPECTED = [
    ("Mở lớp dạy bơi", ["Sở Nội vụ"], ["Sở Y tế"], "Quý II/2026"),
    ("Xây bể bơi", ["Sở Nội vụ"], [], "Quý II/2026"),
    ("Thi bơi toàn tỉnh", ["Sở Y tế"], [], None),
]


def test_a_page_of_the_web() -> None:
    rows = (
        "<tr>" + "".join(f"<th>{head}</th>" for head in HEAD) + "</tr>"
        "<tr><td>1</td><td>Mở lớp dạy bơi</td><td rowspan=2>Sở Nội vụ</td><td>Sở Y tế</td>"
        "<td rowspan=2>Quý II/2026</td></tr>"
        "<tr><td>2</td><td>Xây bể bơi</td><td></td></tr>"
        "<tr><td>3</td><td>Thi bơi toàn tỉnh</td><td>Sở Y tế</td><td></td><td></td></tr>"
    )
    page = f"<html><body><article><table>{rows}</table></article></body></html>"
    assert [_said(task) for task in _tasks(page.encode(), "trang.html")] == EXPECTED


def test_a_word_document() -> None:
    below = w.cell(deep="continue")
    table = w.table(
        w.row(*HEAD),
        w.row(
            "1",
            "Mở lớp dạy bơi",
            w.cell("Sở Nội vụ", deep="restart"),
            "Sở Y tế",
            w.cell("Quý II/2026", deep="restart"),
        ),
        w.row("2", "Xây bể bơi", below, "", below),
        w.row("3", "Thi bơi toàn tỉnh", "Sở Y tế", "", ""),
    )
    assert [_said(task) for task in _tasks(w.docx(table), "a.docx")] == EXPECTED


def test_a_table_of_html_in_a_text_file() -> None:
    rows = (
        f"<tr>{''.join(f'<th rowspan=2>{head}</th>' for head in HEAD[:2])}"
        f'<th colspan="2">Phân công</th><th rowspan=2>{HEAD[4]}</th></tr>\n'
        f"<tr><th>{HEAD[2]}</th><th>{HEAD[3]}</th></tr>"
        "<tr><td>1</td><td>Mở lớp dạy bơi</td><td rowspan=2>Sở Nội vụ</td><td>Sở Y tế</td>"
        "<td rowspan=2>Quý II/2026</td></tr>\n"
        "<tr><td>2</td><td>Xây bể bơi</td><td></td></tr>\n\n"
        "<tr><td>3</td><td>Thi bơi\ntoàn tỉnh</td><td>Sở Y tế</td><td></td><td></td></tr>"
    )
    for before, behind in (("<table>", "</table>"), ("<html><body><TABLE border=1>", "</TABLE>")):
        page = f"# PHỤ LỤC\n\nCác việc:\n\n{before}{rows}{behind}\n\nCuối bảng.\n"
        text = read_bytes(page.encode(), "trang.md")
        assert [_said(task) for task in _tasks(page.encode(), "trang.md")] == EXPECTED
        assert [text.original[s.origin : s.origin + s.length] for s in text.segments][-1] == (
            "Cuối bảng."
        )
        cell = text.content.index("Xây bể bơi")
        assert any(
            s.at <= cell and text.original.startswith("Xây bể bơi", s.origin + cell - s.at)
            for s in text.segments
        )


def test_a_table_of_html_that_never_ends_is_words() -> None:
    page = "Mở đầu.\n\n<table>\n<tr><td>Một\n\nKết thúc.\n" * 400
    text = read_bytes(page.encode(), "trang.txt")
    assert not text.tables
    assert "Kết thúc." in text.content
