"""The rules that see one document: each finds its fault, and stays silent next to it."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.model import Issue
from graph.rules import rules
from loaders import delta, understand
from loaders.checks import CHECKS
from loaders.layout.number_words import number_of
from loaders.readers import read_bytes
from loaders.units.lifetimes import validity

CASES = tomllib.loads((Path(__file__).parent / "cases" / "lint.toml").read_text("utf-8"))["case"]
HEAD = """
ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 12/KH-UBND

An Giang, ngày 05 tháng 01 năm 2026

# KẾ HOẠCH

Phát triển thủy lợi năm 2026

"""
TABLE = "| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n" + "|---" * 5 + "|\n"


def issues(words: str) -> Sequence[Issue]:
    """The doubts of a document that nobody else explains."""
    return delta(understand(read_bytes(words.strip().encode(), "plan.md"))).issues


def _document(case: dict[str, Any]) -> str:
    words = f"{TABLE}{case['table']}\n" if "table" in case else str(case["text"])
    return words if case.get("whole") else HEAD + words


@pytest.mark.parametrize("case", CASES, ids=[f"{c['rule']}-{n}" for n, c in enumerate(CASES)])
def test_a_document(case: dict[str, Any]) -> None:
    told = [issue for issue in issues(_document(case)) if issue.rule == case["rule"]]
    if "found" not in case:
        assert told == []
        return
    assert len(told) == 1
    assert all(words in told[0].message for words in case["found"]), told[0].message
    assert told[0].evidence and told[0].severity is rules()[case["rule"]].severity


def test_every_rule_has_a_fault_and_a_near_miss() -> None:
    faults = {case["rule"] for case in CASES if "found" in case}
    misses = {case["rule"] for case in CASES if "found" not in case}
    assert faults >= CHECKS.keys() and misses >= CHECKS.keys()


def test_what_is_doubted_alike_is_one_doubt_with_all_its_places() -> None:
    words = f"{HEAD}Các xã rà soát Đề án 66, báo cáo về Đề án 66.\n\nĐề án 66 có ba phần."
    (told,) = (issue for issue in issues(words) if issue.rule == "alias.unresolved")
    assert len(told.evidence) == 3


def test_a_plan_without_faults_has_no_doubts() -> None:
    rows = "| 1 | Đào giếng | Sở Y tế | Sở Nội vụ | Quý I/2026 |\n"
    basis = (
        "Căn cứ Quyết định số 81/QĐ-TTg ngày 02/02/2025 của Thủ tướng Chính phủ về nước sạch;\n\n"
    )
    assert issues(HEAD + basis + TABLE + rows) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ba trăm bốn mươi chín triệu", 349_000_000),
        ("một tỷ không trăm lẻ hai triệu", 1_002_000_000),
        ("hai nghìn tỷ", 2_000_000_000_000),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("chín trăm linh tư nghìn", 904_000),
        ("một trăm nghìn chẵn", 100_000),
        ("vài trăm", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("id", "name", "days"),
    [
        ("vn/bnnmt", "Bộ Nông nghiệp và Môi trường", {"valid_from": "2025-03-01"}),
        ("vn/bkhdt", "Bộ Kế hoạch và Đầu tư", {"valid_to": "2025-02-28"}),
        ("vn/hau-giang/syt", "Sở Y tế tỉnh Hậu Giang", {"valid_to": "2025-06-30"}),
        ("vn/phu-yen/bqlkkt", "Ban Quản lý Khu kinh tế Phú Yên", {}),
        ("vn/hau-giang/skhdt", "Sở Kế hoạch và Đầu tư", {"valid_to": "2025-02-28"}),
        ("vn/can-tho/x", "Ủy ban nhân dân quận, huyện", {"valid_to": "2025-06-30"}),
        ("vn/hcm/x", "UBND thành phố Thủ Đức", {"valid_to": "2025-06-30"}),
        ("vn/hcm/y", "UBND phường Thủ Đức", {}),
        ("vn/hcm/phuong-tan-dinh/ubnd", "Ủy ban nhân dân phường Tân Định", {}),
        ("vn/hcm/huyen-can-gio/ubnd", "Ủy ban nhân dân Cần Giờ", {"valid_to": "2025-06-30"}),
        ("vn/hcm/thanh-pho-ha-noi/ubnd", "UBND thành phố Hà Nội", {}),
        ("vn/byt", "Bộ Y tế", {}),
        ("vn/can-tho/hoi-quan", "Hội quán", {}),
    ],
)
def test_how_long_units_existed(id: str, name: str, days: dict[str, str]) -> None:
    assert validity(id, name) == days
