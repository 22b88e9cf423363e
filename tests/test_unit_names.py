"""Names of units: what each means in the document that says it, and what none may mean."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from loaders.units.ids import identify
from loaders.units.scope import Scope

SCOPES = {
    "department": Scope(
        "can-tho", "vn/can-tho/skhcn", "Sở Khoa học và Công nghệ Thành phố Cần Thơ"
    ),
    "province": Scope("lam-dong", "vn/lam-dong/ubnd", "Ủy ban nhân dân tỉnh Lâm Đồng"),
    "nation": Scope(None, "vn/ttg", "Thủ tướng Chính phủ"),
    "decree": Scope(None, "vn/cp", "Chính phủ", 2026, everywhere=True),
    "ministry": Scope(None, "vn/byt", "Bộ Y tế"),
    "general": Scope(None, "vn/tct", "Tổng cục Thuế"),
    "ward": Scope("hue", "vn/hue/phuong-an-cuu/ubnd", "Ủy ban nhân dân phường An Cựu"),
    "commune": Scope(None, "vn/-/xa-tan-lap/ubnd", "Ủy ban nhân dân xã Tân Lập"),
    "office": Scope("an-giang", "vn/an-giang/phong-y-te", "Phòng Y tế"),
    "union": Scope("gia-lai", "vn/gia-lai/ldld", "Liên đoàn Lao động tỉnh Gia Lai"),
    "board": Scope(
        "vinh-long",
        "vn/vinh-long/xa-hoa-binh/ban-chi-dao-chuyen-doi-so",
        "Ban Chỉ đạo chuyển đổi số xã Hòa Bình",
    ),
    "nowhere": Scope(),
}
FILE = Path(__file__).parent / "cases" / "unit_names.toml"
CASES = [
    (phenomenon["about"], phenomenon["scope"], row)
    for phenomenon in tomllib.loads(FILE.read_text("utf-8"))["phenomenon"]
    for row in phenomenon["names"]
]


@pytest.mark.parametrize(
    ("about", "scope", "row"), CASES, ids=[f"{a[:24]}: {r['name'][:40]}" for a, _, r in CASES]
)
def test_a_name_means(about: str, scope: str, row: dict[str, Any]) -> None:
    found = identify(row["name"], SCOPES[scope])
    assert found.id == row.get("id"), about
    assert found.collective == row.get("collective", False), about
    assert (found.confidence == 0.8) == row.get("near", False), about


def test_there_are_enough_names_and_near_misses() -> None:
    assert len(CASES) >= 150
    assert sum("id" not in row for _, _, row in CASES) >= 10
