"""The faults planted in the sample corpus: each is found, with the words that show it."""

import pytest

from graph.questions.finding import Finding
from graph.questions.findings import findings
from graph.store import GraphStore


@pytest.fixture(scope="module")
def found(sample: GraphStore) -> tuple[Finding, ...]:
    return findings(sample)


def _touching(found: tuple[Finding, ...], *words: str) -> list[Finding]:
    """Findings whose message or nodes hold all of ``words``."""
    return [f for f in found if all(w in " ".join((f.message, *f.nodes)) for w in words)]


def test_a_plan_dated_before_its_basis(found: tuple[Finding, ...]) -> None:
    assert _touching(found, "vn/hcm/skhcn/kh/2025/398", "vn/hcm/ubnd/qd/2025/76")


def test_a_unit_that_leads_and_coordinates_one_task(found: tuple[Finding, ...]) -> None:
    assert _touching(found, "vừa chủ trì vừa phối hợp", "Đưa dữ liệu của ngành")


def test_a_decision_of_the_plan_that_its_annex_leaves_out(found: tuple[Finding, ...]) -> None:
    assert _touching(found, "05/2026/QĐ-UBND", "Mời chuyên gia giỏi")


def test_two_dates_for_one_number(found: tuple[Finding, ...]) -> None:
    assert [f for f in found if any(id.endswith("/2339") for id in f.nodes)]


def test_a_symbol_with_a_letter_too_many(found: tuple[Finding, ...]) -> None:
    assert _touching(found, "KH-SKHCCN", "vn/hcm/skhcn/kh/2025/398")


def test_numbers_and_days_left_blank(found: tuple[Finding, ...]) -> None:
    blank = [f for f in found if f.rule == "header.number_blank"]
    assert len(blank) == 2


def test_a_day_written_as_a_month(found: tuple[Finding, ...]) -> None:
    assert _touching(found, "ngày 04 ngày 02 năm 2026")


def test_every_finding_says_what_it_touches(found: tuple[Finding, ...]) -> None:
    for finding in found:
        assert finding.message and finding.message_en, finding.rule
        assert finding.nodes, finding.rule
