"""Workbooks to ``Text`` (bảng tính)."""
