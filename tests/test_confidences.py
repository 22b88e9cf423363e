"""How sure what was read is: sentences are counted, labels and tables say it outright."""

import re
from pathlib import Path

from graph.model import EdgeKind, GraphDelta, NodeKind
from graph.vocabulary import rows
from loaders import context, delta, read, understand
from loaders.confidences import INFERRED_YEAR, ConfidenceRow, confidence_of

LOADERS = Path(__file__).parent.parent / "loaders"
PLAN = """
# KẾ HOẠCH
Trồng cây ven hồ năm 2026

III. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng

a) Dọn cỏ ven hồ trước ngày 15 tháng 11.

2. Giao Sở Y tế phun thuốc muỗi trước ngày 20/3/2026.
"""
TABLE = """
# KẾ HOẠCH
Trồng cây ven hồ năm 2026

| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Đào hố trồng cây | Sở Xây dựng | Quý I/2026 |
"""


def _delta(tmp_path: Path, words: str) -> GraphDelta:
    path = tmp_path / "plan.md"
    path.write_text(words.strip(), "utf-8")
    reading = understand(read(path))
    return delta(reading, context([reading]))


def test_a_rule_that_was_counted_is_below_one_and_another_outright() -> None:
    for row in rows("confidence", "rule", ConfidenceRow):
        assert 0 < row.right <= row.read
        assert confidence_of(row.rule) < 1, row.rule
    assert confidence_of("table_row") == confidence_of("labelled_list") == 1


def test_every_counted_rule_is_one_that_reads() -> None:
    source = "".join(path.read_text("utf-8") for path in LOADERS.rglob("*.py"))
    said = set(re.findall(r'"([a-z_]+)"', source))
    assert {row.rule for row in rows("confidence", "rule", ConfidenceRow)} <= said


def test_what_a_sentence_gives_is_as_sure_as_its_rule(tmp_path: Path) -> None:
    edges = _delta(tmp_path, PLAN).edges
    given = {e.evidence[0].rule: e.evidence[0] for e in edges if e.kind is EdgeKind.ASSIGNS}
    assert {"prose_heading", "prose_assign"} <= set(given)
    for rule, proof in given.items():
        assert proof.confidence == confidence_of(rule) < 1
    rows_read = [e for e in _delta(tmp_path, TABLE).edges if e.kind is EdgeKind.ASSIGNS]
    assert [e.evidence[0].confidence for e in rows_read] == [1.0]


def test_a_year_that_is_not_written_is_marked_and_below_one(tmp_path: Path) -> None:
    tasks = [n.properties for n in _delta(tmp_path, PLAN).owned if n.kind is NodeKind.TASK]
    by_year = {bool(task.get("inferred")): task for task in tasks}
    assert by_year[True]["due"] == "2026-11-15"
    assert by_year[True]["time_confidence"] == confidence_of(INFERRED_YEAR) < 1
    assert "time_confidence" not in by_year[False]
