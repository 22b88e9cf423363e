"""Whose units a document names: read whole, from its letterhead to the ids of its units."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from graph.model import EdgeKind
from loaders import understand
from loaders.own_id import stranger_of

FILE = Path(__file__).parent / "cases" / "unit_scopes.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_the_units_of_a_document_stand_where_it_does(case: dict[str, Any]) -> None:
    reading = understand(plain_text(case["lines"]))
    assert reading.id == case["document"]
    named = [
        [unit.name, re.sub(r"(?<=^vn/)-[0-9a-f]{8}(?=/)", "?", unit.id or "")]
        for task in reading.assignments
        for unit in (*task.lead, *task.execute, *task.coordinate)
    ]
    assert named == case["units"]


def test_two_communes_of_one_name_in_unnamed_provinces_are_two() -> None:
    lines = next(case["lines"] for case in CASES if "XÃ TÂN LẬP" in case["lines"])
    other = [line.replace("14/", "15/") for line in lines]
    issuers = {
        unit.id
        for reading in map(understand, map(plain_text, (lines, other)))
        for kind, unit in reading.parties
        if kind is EdgeKind.ISSUED_BY
    }
    assert len(issuers) == 2


def test_an_annex_names_the_units_of_what_it_belongs_to() -> None:
    lines = next(case["lines"] for case in CASES if "XÃ TÂN LẬP" in case["lines"])
    head = "(Kèm theo Kế hoạch số 14/KH-UBND ngày 03/4/2026 của UBND xã Tân Lập)"
    annex = understand(plain_text(["PHỤ LỤC", head, "1. Công an xã kiểm tra chợ."]))
    whole = understand(plain_text(lines))
    assert annex.scope.organ_id == whole.scope.organ_id
    assert whole.scope.organ_id == f"vn/{stranger_of(whole.id)}/xa-tan-lap/ubnd"
    assert annex.alone.parent is not None and annex.alone.parent.id == whole.id


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
