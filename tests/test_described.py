"""What the node of a unit says of it: code, kind, province, years."""

import pytest

from graph.model import Json
from graph.words.unit_words import kind_of
from loaders.units.described import described


@pytest.mark.parametrize(
    ("id", "name", "facts"),
    [
        ("vn/bkhcn", "Bộ Khoa học và Công nghệ", {"short_name": "BKHCN", "unit_kind": "Bộ"}),
        (
            "vn/can-tho/skhdt",
            "Sở Kế hoạch và Đầu tư Thành phố Cần Thơ",
            {
                "short_name": "SKHĐT", "unit_kind": "Sở", "jurisdiction": "can-tho",
                "valid_to": "2025-02-28",
            },
        ),
        (
            "vn/an-giang/xa-tan-lap/ubnd",
            "Uỷ ban nhân dân xã Tân Lập",
            {"short_name": "UBND", "unit_kind": "Ủy ban nhân dân", "jurisdiction": "an-giang"},
        ),
        (
            "vn/hcm/skhcn/van-phong",
            "Văn phòng Sở Khoa học và Công nghệ",
            {"unit_kind": "Văn phòng", "jurisdiction": "hcm"},
        ),
        # a unit of a ministry is none of a province's, whatever its id ends in
        ("vn/bkhcn/stc", "Sở Tài chính", {"unit_kind": "Sở"}),
        ("vn/-da6926a2/skhcn", "Sở Khoa học và Công nghệ",
         {"short_name": "SKHCN", "unit_kind": "Sở"}),
    ],
)  # fmt: skip
def test_a_unit_is_described_by_its_id_and_name(id: str, name: str, facts: dict[str, Json]) -> None:
    assert described(id, name) == {"name": name, **facts}


def test_a_collective_has_no_code_and_no_kind() -> None:
    assert described("vn/can-tho/sct", "Sở, ban, ngành", True) == {
        "name": "Sở, ban, ngành", "jurisdiction": "can-tho", "collective": True,
    }  # fmt: skip


def test_the_longest_kind_that_a_name_begins_with_counts() -> None:
    assert kind_of("Sởi") is None
    assert kind_of("Bộ Chỉ huy quân sự tỉnh An Giang") == "Bộ Chỉ huy"
