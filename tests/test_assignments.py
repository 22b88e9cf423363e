"""Tasks: small documents read by the real readers, structure and all, to tasks with roles."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.vocabulary import rows
from loaders.layout.structure import parse_structure
from loaders.mentions import Assignment, Header, PartialDate, Span
from loaders.readers import read_bytes
from loaders.tasks import strangers
from loaders.tasks.assignments import find_assignments
from loaders.tasks.labels import (
    RolePatternRow,
    is_measure,
    read_labels,
    role_of_column,
    role_of_label,
    target_of,
)
from loaders.tasks.prose_words import (
    PhraseRow,
    ProseWordsRow,
    lays_on,
    pattern_of,
    read_opening,
    words_of,
)
from loaders.tasks.shared import time_context
from loaders.units.read import scope_of

CASES = [
    case
    for name in ("tasks", "annexes", "prose")
    for case in tomllib.loads(
        (Path(__file__).parent / "cases" / f"{name}.toml").read_text("utf-8")
    )["case"]
]
HEADER = Header(
    type="Kế hoạch",
    issued=PartialDate(2026, 2, 10),
    issuer="Ủy ban nhân dân tỉnh Lâm Đồng",
    jurisdiction="lam-dong",
)


def tasks_of(words: str, header: Header = HEADER) -> list[Assignment]:
    text = read_bytes(words.strip().encode(), "plan.md")
    return find_assignments(text, parse_structure(text), header, scope_of(header))


@pytest.mark.parametrize("case", CASES, ids=[c["about"][:60] for c in CASES])
def test_a_small_document(case: dict[str, Any]) -> None:
    given = {key: case[key] for key in ("type", "number", "title") if key in case}
    given["recipients"] = tuple((name, Span(0, 0)) for name in case.get("recipients", ()))
    header = replace(HEADER, **given)
    found = [_facts(task) for task in tasks_of(case["text"], header)]
    assert len(found) == len(case["tasks"]), [f["name"] for f in found]
    for said, expected in zip(found, case["tasks"], strict=True):
        wanted = {"kind": "task"} | {
            k: None if v == "" and k != "deliverable" else v for k, v in expected.items()
        }
        assert {key: said[key] for key in wanted} == wanted


@pytest.mark.parametrize(("kind", "tasks"), [("KẾ HOẠCH", 1), ("QUY CHẾ", 0)])
def test_what_a_decision_issues_behind_its_signature(kind: str, tasks: int) -> None:
    words = f"""
Điều 1. Ban hành kèm theo Quyết định này văn bản phòng cháy rừng.

TM. ỦY BAN NHÂN DÂN

{kind}

Phòng cháy rừng năm 2026

(Ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh)

I. TỔ CHỨC THỰC HIỆN

1. Giao Chi cục Kiểm lâm chủ trì, phối hợp với Công an tỉnh tuần tra rừng.
""".strip()
    header = replace(HEADER, type="Quyết định", body_end=words.index("TM. "))
    found = tasks_of(words, header)
    assert [unit.name for task in found for unit in task.lead] == ["Chi cục Kiểm lâm"] * tasks


def _facts(task: Assignment) -> dict[str, Any]:
    time = task.time
    roles = ("lead", "execute", "coordinate", "advise", "supervise", "reports_to")
    facts: dict[str, Any] = {r: [unit.name for unit in getattr(task, r)] for r in roles}
    return facts | {
        "path": task.path,
        "name": task.name,
        "kind": task.kind,
        "deliverable": task.deliverable or "",
        "budget": task.budget,
        "parent": task.parent,
        "doubts": [doubt.rule for doubt in task.doubts],
        "time": time.text if time else None,
        "intervals": [list(i) for i in time.intervals] if time else [],
        "due": time.due if time else None,
        "before": time.before if time else False,
        "recurrence": time.recurrence if time else None,
        "each": list(time.each or ()) if time else [],
    }


def test_spans_cover_name_and_whole() -> None:
    words = CASES[0]["text"].strip()
    text = read_bytes(words.encode(), "plan.md")
    task = tasks_of(words)[1]
    assert text.content[task.span.start : task.span.end] == task.name
    assert task.whole is not None
    whole = text.content[task.whole.start : task.whole.end]
    assert whole.startswith("a) ") and whole.endswith("02 lớp bồi dưỡng.")


def test_a_unit_whose_province_is_not_known_stays_in_sight_without_id() -> None:
    words = "1. Đào giếng.\n\n- Cơ quan chủ trì: Sở Y tế.\n- Thời gian: 2026.\n"
    (task,) = tasks_of(words, Header(type="Kế hoạch"))
    assert [(u.name, u.id) for u in task.lead] == [("Sở Y tế", None)]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Kế hoạch đào tạo nghề năm 2026", 2026),
        ("Kế hoạch trồng rừng đến hết năm 2027", None),
        ("Kế hoạch xóa nhà tạm tới cuối năm 2027", None),
        ("Kế hoạch cấp nước đến năm 2030", None),
    ],
)
def test_the_year_that_a_plan_reaches_is_not_the_year_it_is_for(
    title: str, year: int | None
) -> None:
    header = Header(type="Kế hoạch", issued=PartialDate(2025, 6, 3), title=title)
    assert time_context(header).plan_year == year


def test_a_law_lays_standing_duties_on_units_and_gives_no_tasks() -> None:
    words = "Điều 5. Trách nhiệm của Bộ Y tế\n\n1. Kiểm tra các cơ sở.\n\n2. Thống kê số liệu.\n"
    found = tasks_of(words, Header(type="Nghị định", issuer="Chính phủ"))
    assert [task.kind for task in found] == ["duty", "duty"]
    assert {unit.id for task in found for unit in task.execute} == {"vn/byt"}


def test_the_conclusions_of_a_meeting_command() -> None:
    words = "a) Bộ Y tế khẩn trương lập hồ sơ.\n\nb) Bộ Tư pháp đã hoàn thành việc thẩm định.\n"
    title = "Kết luận của Phó Thủ tướng Chính phủ tại cuộc họp"
    found = tasks_of(words, Header(type="Thông báo", issuer="Văn phòng Chính phủ", title=title))
    assert [(task.kind, task.name) for task in found] == [("task", "khẩn trương lập hồ sơ")]
    other = Header(type="Thông báo", issuer="Văn phòng Chính phủ", title="Lịch tiếp công dân")
    assert tasks_of(words, other) == []


def test_conclusions_command_in_paragraphs_without_a_number_too() -> None:
    words = (
        "III. VỀ KIẾN NGHỊ CỦA TỈNH\n\n1. Về kiến nghị làm cầu:\n\n"
        "Bộ Xây dựng khẩn trương thẩm định dự án.\n\n"
        "Sau khi có nguồn vốn, Bộ Tài chính sớm trình phương án.\n\n"
        "Bộ Y tế xây nhiều bệnh viện mới.\n\n"
        "Văn phòng Chính phủ thông báo để các Bộ biết, thực hiện.\n"
    )
    title = "Kết luận của Phó Thủ tướng Chính phủ tại buổi làm việc"
    found = tasks_of(words, Header(type="Thông báo", issuer="Văn phòng Chính phủ", title=title))
    assert [(task.kind, task.name) for task in found] == [
        ("task", "khẩn trương thẩm định dự án"),
        ("task", "sớm trình phương án"),
    ]


def test_every_label_row_reads_its_examples_and_no_miss() -> None:
    for row in rows("roles", "label", RolePatternRow):
        assert [role_of_label(e) for e in row.examples] == [row.role] * len(row.examples)
        assert row.misses and row.role not in [role_of_label(m) for m in row.misses], row


def test_every_column_row_reads_its_examples_and_no_miss() -> None:
    for row in rows("roles", "column", RolePatternRow):
        assert [role_of_column(e) for e in row.examples] == [row.role] * len(row.examples)
        assert row.misses and row.role not in [role_of_column(m) for m in row.misses], row


def test_every_row_of_targets_and_measures_reads_its_examples_and_no_miss() -> None:
    for row in rows("roles", "target", RolePatternRow):
        assert [target_of(e) for e in row.examples] == [row.role] * len(row.examples)
        assert row.role not in [target_of(m) for m in row.misses], row
    for row in rows("roles", "measure", RolePatternRow):
        assert all(map(is_measure, row.examples)) and not any(map(is_measure, row.misses)), row


def test_every_opening_row_reads_its_examples() -> None:
    for row in rows("roles", "opening", ProseWordsRow):
        for example in row.examples:
            opening = read_opening(example, 0, len(example))
            assert opening is not None and opening.role == row.role, example


PHRASES = (
    "introduction",
    "enforcing",
    "report",
    "report_to",
    "report_end",
    "report_every",
    "quoted_gives",
    "quoted_task",
    "quoted_above",
    "with",
    "leading_units",
    "list_opens",
    "bound_list",
    "joint_title",
    "telling",
    "formula",
    "currency",
    "beginning",
)


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_row_reads_its_examples_and_no_miss(key: str) -> None:
    for row in rows("roles", key, PhraseRow):
        assert all(pattern_of(key).search(example) for example in row.examples), row
        assert row.misses and not any(pattern_of(key).search(miss) for miss in row.misses), row


@pytest.mark.parametrize(
    "key",
    [
        "asking",
        "standing",
        "no_deed",
        "no_item",
        "commanding",
        "giving",
        "circumstance",
        "adverb",
        "ground",
        "finishing",
        "together",
        "urging",
        "bound",
        "describing",
        "agreeing",
    ],
)
def test_every_row_of_words_reads_its_examples(key: str) -> None:
    for row in rows("roles", key, ProseWordsRow):
        assert row.examples and all(words_of(key).search(example) for example in row.examples)


def test_what_lays_a_duty_on_a_unit_is_looked_for_in_every_paragraph() -> None:
    words = [
        row for key in ("assign", "giving", "bound") for row in rows("roles", key, ProseWordsRow)
    ]
    words += [row for row in rows("roles", "opening", ProseWordsRow) if row.role == "lead"]
    assert all(lays_on().search(word.lower()) for row in words for word in row.words)
    assert lays_on().search("điều này có hiệu lực từ ngày ký") is None


def test_a_label_is_read_only_at_the_beginning_of_a_line() -> None:
    words = "Bảng này nêu rõ cơ quan chủ trì: Sở Y tế"
    assert read_labels(words, 0, len(words)) == []


def test_the_items_of_a_list_are_compared_with_its_units_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    known = strangers.begins_unit
    monkeypatch.setattr(
        strangers, "begins_unit", lambda words: looked.append(words) or known(words)
    )
    many = 120
    items = (f"{i}. Hồ sơ thứ {i} phải được rà soát kỹ." for i in range(1, many))
    assert tasks_of("\n\n".join(items)) == []
    assert many <= len(looked) <= 3 * many
