"""Workbooks made for tests, as offices fill them in."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

#: format of numbers of each column of the tasks' table
DAY, DAY_OF_SYSTEM, MONEY = "dd/mm/yyyy", 14, "#,##0"
TITLE = "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"
OF_PLAN = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 10/01/2026 của Sở Nội vụ tỉnh Ninh Bình)"


def workbook(*fills: tuple[str, Callable[[Any, Any], None]]) -> bytes:
    """A workbook of sheets, each with its name and what fills it in."""
    held = BytesIO()
    with xlsxwriter.Workbook(held) as book:
        for name, fill in fills:
            fill(book, book.add_worksheet(name))
    return held.getvalue()


def annex(book: Any, sheet: Any) -> None:
    """The annex of a plan: letterhead, title, a header of two rows, tasks, what stands below."""
    sheet.merge_range("A1:C1", "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH")
    sheet.merge_range("D1:G1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    sheet.merge_range("A2:C2", "SỞ NỘI VỤ")
    sheet.merge_range("D2:G2", "Độc lập - Tự do - Hạnh phúc")
    for row, words in ((4, "PHỤ LỤC I"), (5, TITLE), (6, OF_PLAN)):
        sheet.merge_range(f"A{row}:G{row}", words)
    for column, words in zip(
        "ABCDG", ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Kinh phí"), strict=True
    ):
        sheet.merge_range(f"{column}8:{column}9", words)
    sheet.merge_range("E8:F8", "Thời gian")
    sheet.write_row("E9", ["Bắt đầu", "Hoàn thành"])
    sheet.write("H8", "Ghi chú nội bộ")
    sheet.set_column("H:H", 10, None, {"hidden": True})
    sheet.write("A10", "I")
    sheet.merge_range("B10:G10", "CẢI CÁCH THỂ CHẾ")
    started, ended, money = (
        book.add_format({"num_format": f}) for f in (DAY, DAY_OF_SYSTEM, MONEY)
    )
    _task(sheet, 11, 1, "Rà soát văn bản", "Phòng Tổ chức")
    _task(sheet, 12, 2, "Kiểm tra công vụ", "Thanh tra")
    _task(sheet, 13, 3, "Việc đã bỏ", "Phòng Ẩn")
    _task(sheet, 14, 1.1, "Lập danh mục", "")
    sheet.set_row(12, None, None, {"hidden": True})
    sheet.merge_range("D11:D12", "Văn phòng")
    for row, (first, last, sum) in enumerate(
        (
            (date(2026, 3, 4), date(2026, 6, 5), 15_000),
            (date(2026, 4, 1), date(2026, 12, 15), 2_500_000.5),
        ),
        10,
    ):
        sheet.write_datetime(row, 4, datetime.combine(first, datetime.min.time()), started)
        sheet.write_datetime(row, 5, datetime.combine(last, datetime.min.time()), ended)
        sheet.write_number(row, 6, sum, money)
        sheet.write(row, 7, "riêng")
    sheet.merge_range("A16:G16", "Ghi chú: kinh phí lấy từ nguồn thường xuyên.")
    sheet.merge_range("E18:G18", "GIÁM ĐỐC")
    sheet.merge_range("E20:G20", "Hồ Ví Dụ")


def _task(sheet: Any, row: int, number: float, name: str, lead: str) -> None:
    sheet.write_row(f"A{row}", [number, name, lead])


def hidden(book: Any, sheet: Any) -> None:
    """A sheet that nobody sees."""
    sheet.write("A1", "bản nháp")
    sheet.hide()
