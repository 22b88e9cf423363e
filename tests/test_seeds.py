"""The groups of faults in the seed documents, where ../shared is: which finding shows each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.intake.ingest import ingest
from graph import open_store
from graph.questions import Asked, Finding, findings

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "seeds"
#: group of faults (by its number in the study of the seeds) → (rule, words of its sentence) …
GROUPS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("annex.dates", "2339/KH-SKH-CN (23/09/2026)"),),  # symbol, day and year differ
    2: (("header.symbol_unusual", "KH-SKHCCN"),),  # two C
    3: (("basis.order", "398/KH-SKHCCN (19/01/2025)"),),  # a plan before its basis
    4: (("date.misprint", "ngày 04 ngày 02"), ("annex.lacks_basis", "05/2026/QĐ-UBND")),
    5: (("task.starts_before_document", "tháng 01/2026"), ("header.number_blank", "KH-SKHCCN")),
    6: (("citation.undated", "899/QĐ-TTg"),),
    7: (("task.leads_and_coordinates", "Chi cục"), ("annex.coordination", "Chi cục")),
    8: (("annex.role", "Giải thưởng Chất lượng"),),  # carries out here, leads there
    9: (("annex.wording", "«tới» và «đến»"),),
    10: (("unit.misprint", "Thành phó"), ("text.doubled", "các"), ("text.doubled", "Quyết định")),
    11: (("alias.number", "Kế hoạch 996"),),  # it is Quyết định 520
    12: (("name.titles", "(để)"),),
    14: (("header.number_elsewhere", "155/KH-UBND"),),
    15: (("task.several_leads", "quận, huyện"), ("numbering.mixed", "Giai đoạn II")),
    16: (("task.coordination_only", "Sở Khoa học và Công nghệ"),),
    17: (("citation.shared_provision", "Mục 5 Phụ lục"),),  # one item for two plans
    18: (("time.no_year", "15 tháng 11"), ("time.no_year", "01 tháng 11"),
         ("numbering.skipped", "thiếu c")),
    19: (("unit.ends", "quận, huyện"),),
    20: (("task.after_basis", "996/QĐ-TTg"),),
}  # fmt: skip
#: 13: numbers that several provinces have and heads of organs as issuers; the ids keep them apart
FEWEST = 18

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="../shared/corpus/seeds is not there: the seeds are not looked at"
)


@pytest.fixture(scope="module")
def found() -> Iterator[tuple[Finding, ...]]:
    with open_store("sqlite::memory:") as store:
        ingest(sorted(SEEDS.iterdir()), store)
        yield findings(store, Asked(at="2026-06-01"))


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_of_faults_is_found(found: tuple[Finding, ...], group: int) -> None:
    for rule, words in GROUPS[group]:
        shown = [finding for finding in found if finding.rule == rule and words in finding.message]
        assert shown and all(finding.evidence for finding in shown), (rule, words)


def test_enough_groups_are_found() -> None:
    assert len(GROUPS) >= FEWEST


def test_what_the_study_calls_right_is_not_doubted(found: tuple[Finding, ...]) -> None:
    assert not [finding for finding in found if finding.rule == "money.words"]
