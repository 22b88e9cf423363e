"""The tables of a planner's workbook by name, apart from what they need (các bảng)."""

from enum import StrEnum


class SheetName(StrEnum):
    """Which table."""

    TASKS = "tasks"  # Nhiệm vụ
    WORKLOAD = "workload"  # Khối lượng
    CALENDAR = "calendar"  # Lịch
    FINDINGS = "findings"  # Điều cần rà soát
