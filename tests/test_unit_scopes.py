"""Whose units a document names: read whole, from its letterhead to the ids of its units."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from graph.model import EdgeKind
from loaders import context, delta, understand
from loaders.own_id import stranger_of

FILE = Path(__file__).parent / "cases" / "unit_scopes.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_the_units_of_a_document_stand_where_it_does(case: dict[str, Any]) -> None:
    reading = understand(plain_text(case["lines"]))
    assert masked(reading.id) == case["document"]
    named = [
        [unit.name, masked(unit.id or "")]
        for task in reading.assignments
        for unit in (*task.lead, *task.execute, *task.coordinate)
    ]
    assert named == case["units"]


def masked(id: str) -> str:
    """The id without the sign that stands for a province nobody names."""
    return re.sub(r"(?<=^vn/)-[0-9a-f]{8}(?=/)", "?", id)


TAN_LAP = next(case["lines"] for case in CASES if "XÃ TÂN LẬP" in case["lines"])
HEAD = "(Kèm theo Kế hoạch số 14/KH-UBND ngày 03/4/2026 của UBND xã Tân Lập)"
ANNEX = ["PHỤ LỤC", HEAD, "1. Công an xã chủ trì kiểm tra chợ."]


def test_two_communes_of_one_name_in_unnamed_provinces_are_two() -> None:
    """Even where number and day are the same: what they are about tells them apart."""
    other = [line.replace("Phòng cháy", "Chăn nuôi") for line in TAN_LAP]
    readings = [understand(plain_text(lines)) for lines in (TAN_LAP, other)]
    issuers = {
        unit.id
        for reading in readings
        for kind, unit in reading.parties
        if kind is EdgeKind.ISSUED_BY
    }
    assert len({reading.id for reading in readings}) == len(issuers) == 2


def test_the_same_words_are_the_same_document_wherever_they_are_kept() -> None:
    lines = [line.replace("Tân Lập, ngày", "Tân Lập, ngày ") for line in TAN_LAP]
    assert understand(plain_text(lines)).id == understand(plain_text(TAN_LAP)).id


def units_of(annex: list[str], *others: list[str]) -> set[str]:
    """Parent of an annex among others, and where the units are that it names."""
    reading, *known = (understand(plain_text(lines)) for lines in (annex, *others))
    said = delta(reading, context(known))
    parent = next(e.target for e in said.edges if e.kind is EdgeKind.ANNEX_OF)
    units = {e.source.rsplit("/", 2)[0] for e in said.edges if e.kind is EdgeKind.LEADS}
    return {parent.split("/xa-tan-lap")[0], *units}


def test_an_annex_names_the_units_of_what_it_belongs_to() -> None:
    whole = understand(plain_text(TAN_LAP))
    assert units_of(ANNEX, TAN_LAP) == {f"vn/{stranger_of(whole.id)}"}


def test_an_annex_is_of_the_province_that_what_it_belongs_to_names() -> None:
    placed = [*TAN_LAP, "Nơi nhận:", "- UBND tỉnh Gia Lai;"]
    assert units_of(ANNEX, placed) == {"vn/gia-lai"}


def test_an_annex_of_one_of_two_is_of_neither() -> None:
    other = [*TAN_LAP, "Nơi nhận:", "- UBND tỉnh Gia Lai;"]
    parent, units = sorted(units_of(ANNEX, TAN_LAP, other), key=len)
    assert parent == "vn/-" and masked(f"{units}/") == "vn/?/"


def test_an_annex_of_another_day_is_none_of_it() -> None:
    later = [ANNEX[0], HEAD.replace("03/4", "04/4"), ANNEX[2]]
    assert "vn/-" in units_of(later, TAN_LAP)


def test_an_organ_named_for_what_has_figures_asks_by_its_whole_name() -> None:
    lines = (
        "BỘ Y TẾ",
        "Số: 15/QĐ-BYT",
        "Hà Nội, ngày 03 tháng 02 năm 2026",
        "QUYẾT ĐỊNH",
        "Theo đề nghị của Giám đốc Trung tâm Chuyển đổi số y tế,",
        "Theo đề nghị của Phó Vụ trưởng phụ trách Vụ Pháp chế,",
    )
    reading = understand(plain_text(lines))
    asked = [unit.id for kind, unit in reading.parties if kind is EdgeKind.REQUESTED_BY]
    assert asked == ["vn/byt/trung-tam-chuyen-doi-so-y-te", "vn/byt/vu-phap-che"]


@pytest.mark.parametrize(
    ("letterhead", "issuers"),
    [
        (["BỘ Y TẾ", "CỤC QUẢN LÝ DƯỢC", "Số: 29/KH-QLD"], ["vn/byt/cuc-quan-ly-duoc"]),
        (["BỘ QUỐC PHÒNG", "QUÂN KHU 7", "Số: 29/KH-QK"], ["vn/quan-khu-7"]),
        (["BỘ CÔNG AN - BỘ Y TẾ", "Số: 29/KHPH-BCA-BYT"], ["vn/bca", "vn/byt"]),
    ],
    ids=["a division", "called as everywhere", "two together"],
)
def test_who_issued_a_document_of_the_country(letterhead: list[str], issuers: list[str]) -> None:
    kind = "KẾ HOẠCH PHỐI HỢP" if len(issuers) > 1 else "KẾ HOẠCH"
    lines = [*letterhead, "Hà Nội, ngày 09 tháng 9 năm 2025", kind, "Kiểm tra kho năm 2025"]
    reading = understand(plain_text(lines))
    issued = [unit.id for kind, unit in reading.parties if kind is EdgeKind.ISSUED_BY]
    assert issued == issuers
