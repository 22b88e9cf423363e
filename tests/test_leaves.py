"""Tables over pages: which row is the rest of the one above, and which is a row of its own."""

import pytest

from loaders.readers.drafts import Grid
from loaders.readers.pages.leaves import Leaf, bound
from loaders.readers.strands import EMPTY, as_it_stands

POSTS = (0.1, 0.2, 0.6, 0.9)
HEAD = ("TT", "Nhiệm vụ", "Thời gian")


def leaf(page: int, *rows: tuple[str, ...]) -> Leaf:
    cells = tuple(tuple(as_it_stands(w, 0) if w else EMPTY for w in row) for row in rows)
    return Leaf(cells, page, POSTS)


def over_pages(first: list[tuple[str, ...]], second: list[tuple[str, ...]]) -> list[list[str]]:
    """The rows of a table whose parts stand on two pages."""
    (grid,) = bound([leaf(1, *first), leaf(2, *second)])
    assert isinstance(grid, Grid)
    return [[cell.words for cell in row] for row in grid.rows]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        # no key column: every cell goes on with its sentence
        (
            ("Rà soát hướng dẫn về hệ", "Ban hành và"),
            ("số phát thải.", "phổ biến hướng dẫn"),
            ("Rà soát hướng dẫn về hệ số phát thải.", "Ban hành và phổ biến hướng dẫn"),
        ),
        # the heading of a group goes on in capitals
        (
            ("II. HOÀN THIỆN CƠ CHẾ ĐO LƯỜNG", ""),
            ("TRONG SẢN XUẤT", ""),
            ("II. HOÀN THIỆN CƠ CHẾ ĐO LƯỜNG TRONG SẢN XUẤT", ""),
        ),
        # the name of an organ is due
        (
            ("2", "Tổng hợp kết quả gửi về Sở", "Sở Y tế;"),
            ("", "Khoa học và Công nghệ", "UBND xã"),
            ("2", "Tổng hợp kết quả gửi về Sở Khoa học và Công nghệ", "Sở Y tế; UBND xã"),
        ),
        # what stands after a colon is due
        (
            ("2", "Xây dựng nghị định. Sản phẩm:"),
            ("", "Nghị định quy định mức phạt"),
            ("2", "Xây dựng nghị định. Sản phẩm: Nghị định quy định mức phạt"),
        ),
    ],
)
def test_a_row_that_a_page_cut_is_one(
    above: tuple[str, ...], below: tuple[str, ...], whole: tuple[str, ...]
) -> None:
    head = HEAD[: len(above)]
    rows = over_pages([head, ("1", "Mua cân mới."), above], [below, ("3", "Cân thử.")])
    assert rows == [[*head], ["1", "Mua cân mới."], [*whole], ["3", "Cân thử."]]


@pytest.mark.parametrize(
    "below",
    [
        ("cân thử tại chợ", "Ban hành danh mục"),  # the second cell begins something
        ("Cân thử tại chợ", "ban hành danh mục"),
        ("a) cân thử", "theo danh mục"),  # an item
    ],
)
def test_other_rows_under_a_page_break_are_rows(below: tuple[str, ...]) -> None:
    rows = over_pages([("Việc", "Kết quả"), ("Mua cân", "Cân mới")], [below, ("Lưu", "Hồ sơ")])
    assert rows[2] == [*below]


def test_a_numbered_row_alone_on_its_page_is_no_header() -> None:
    below = [("", "quốc gia", "2026"), ("2", "Lưu hồ sơ", "2027")]
    rows = over_pages([("1", "Trả kết quả tại Cổng", "trong năm")], below)
    assert rows == [["1", "Trả kết quả tại Cổng quốc gia", "trong năm 2026"], [*below[1]]]
