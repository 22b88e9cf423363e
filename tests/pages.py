"""What stands on the pages in ``tests/pages/``, for the script that draws and the tests that read.

``cases/pages.toml`` holds the words; the rows of the long table are made here.
"""

import tomllib
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages"
WORDS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "cases" / "pages.toml").read_text("utf-8")
)
LETTER: dict[str, Any] = WORDS["letter"]

LONG_HEAD = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"]
_PLACES = ("Tam Điệp", "Hoa Lư", "Kim Sơn", "Yên Khánh", "Nho Quan", "Gia Viễn", "Yên Mô")
_GOODS = ("đồ chơi trẻ em", "mũ bảo hiểm", "dây cáp điện", "phân bón", "thép cốt bê tông")
_ORGANS = ("Sở Công Thương", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Y tế")
#: rows without a number of their own: parts of the task above, each with its unit
_SUB_ROWS = {
    6: ["", "- Bố trí xe lấy mẫu", "Văn phòng Sở", "", "Tháng 2/2026"],
    17: ["", "- Lưu mẫu đối chứng trong sáu tháng", "Trung tâm Kỹ thuật", "", "Hằng tháng"],
}


def long_rows() -> list[list[str]]:
    """The rows of a table over five pages: twenty-three tasks, two of them with a part."""
    rows = []
    for number in range(1, 24):
        rows.append(_long_row(number))
        if number in _SUB_ROWS:
            rows.append(_SUB_ROWS[number])
    return rows


def _long_row(number: int) -> list[str]:
    goods = _GOODS[(number - 1) // len(_PLACES)]
    place = _PLACES[(number - 1) % len(_PLACES)]
    return [
        str(number),
        f"Khảo sát chất lượng {goods} lưu thông tại {place}, lấy mẫu thử nghiệm tại phòng thử "
        "nghiệm được chỉ định, so sánh với quy chuẩn kỹ thuật quốc gia tương ứng và lập danh "
        f"sách {number + 2} cơ sở cần theo dõi, kèm kiến nghị xử lý đối với từng cơ sở; công "
        f"khai kết quả theo Kế hoạch số {100 + number}/KH-SKHCN",
        _ORGANS[number % 4],
        f"Ủy ban nhân dân {place}; {_ORGANS[(number + 1) % 4]}",
        f"Tháng {number % 12 + 1}/2026",
    ]
