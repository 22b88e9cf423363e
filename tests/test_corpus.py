"""The sample corpus through the whole reading: each file says what ``cases/corpus.toml`` states."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.model import EdgeKind, GraphDelta
from graph.words.folding import fold
from loaders import Reading, context, delta, extract_json, read, understand

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
EXPECTED: list[dict[str, Any]] = tomllib.loads((HERE / "cases" / "corpus.toml").read_text("utf-8"))[
    "document"
]
NAMES = [row["file"] for row in EXPECTED]
by_file = pytest.mark.parametrize("row", EXPECTED, ids=NAMES)


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {path.name: understand(read(path)) for path in sorted(CORPUS.iterdir())}


@pytest.fixture(scope="module")
def extracted(readings: dict[str, Reading]) -> dict[str, dict[str, Any]]:
    offers = context(readings.values())
    return {name: extract_json(reading, offers) for name, reading in readings.items()}


@pytest.fixture(scope="module")
def deltas(readings: dict[str, Reading]) -> dict[str, GraphDelta]:
    offers = context(readings.values())
    return {name: delta(reading, offers) for name, reading in readings.items()}


def test_every_file_is_expected_and_marked_as_an_illustration() -> None:
    assert sorted(p.name for p in CORPUS.iterdir()) == sorted(NAMES)
    for path in CORPUS.iterdir():
        assert "(Bản minh họa, không phải" in read(path).original, path.name


@by_file
def test_header(row: Mapping[str, Any], extracted: dict[str, dict[str, Any]]) -> None:
    said = extracted[row["file"]]["document"]
    assert said["type"] == row["type"]
    assert said["number"] == row.get("number")
    assert said["symbol"] == row.get("symbol")
    assert said["issued_partial"] == row.get("issued")
    assert fold(said["issuer"] or "") == fold(row.get("issuer", ""))
    assert (said["title"] or "").startswith(row["title"])
    if "id" in row:
        assert said["id"] == row["id"]


@by_file
def test_citations(row: Mapping[str, Any], extracted: dict[str, dict[str, Any]]) -> None:
    said = {_cited(c): c["relation"] for c in extracted[row["file"]]["citations"]}
    expected = {what: relation for relation, _, what in map(_parts, row["citations"])}
    assert sorted(said) == sorted(expected)
    for what, relation in said.items():
        assert relation in expected[what].split("|"), what


@by_file
def test_tasks(row: Mapping[str, Any], extracted: dict[str, dict[str, Any]]) -> None:
    tasks = [t for t in extracted[row["file"]]["tasks"] if t["kind"] != "group"]
    if "tasks" in row:
        listed = [t for t in tasks if t["time"] or t["coordinate"]]
        assert len([t for t in listed if t["kind"] == "task"]) == row["tasks"]
    for expected in row.get("task", []):
        found = [t for t in tasks if fold(expected["name"]) in fold(t["name"])]
        assert len(found) == 1, (expected["name"], [t["name"] for t in tasks])
        for key, value in expected.items():
            if key != "name":
                assert found[0][key] == value, (expected["name"], key)


def _parts(expected: str) -> tuple[str, str, str]:
    """Relation and document of a citation as the expected file writes it."""
    return expected.partition(" ")


def _cited(said: Mapping[str, Any]) -> str:
    """A cited document as the expected file writes it."""
    what = f"{said['number']}/{said['symbol']}" if said["number"] else said["name"]
    return " ".join(filter(None, (what, said["date"])))


def test_annex_belongs_to_the_plan_without_a_number(
    deltas: dict[str, GraphDelta],
) -> None:
    plan, annex = deltas["kh-skhcn-2026.md"], deltas["kh-skhcn-2026-phu-luc.md"]
    parents = [e.target for e in annex.edges if e.kind is EdgeKind.ANNEX_OF]
    assert parents == [plan.document]


def test_a_unit_leads_down_to_the_directive(deltas: dict[str, GraphDelta]) -> None:
    """đơn vị → nhiệm vụ → kế hoạch 2026 → QĐ 76 → Chỉ thị 38, each step with evidence."""
    plan = deltas["kh-skhcn-2026.md"]
    led = {e.target for e in plan.edges if e.kind is EdgeKind.LEADS}
    assigned = {e.target for e in plan.edges if e.kind is EdgeKind.ASSIGNS}
    assert led and led <= assigned
    assert _rests(plan, "vn/hcm/ubnd/qd/2025/76")
    assert _rests(deltas["qd-76-qd-ubnd-2025.md"], "vn/tw/ct/2024/38")


@pytest.mark.parametrize(
    ("file", "target"),
    [
        ("qd-520-qd-ubnd-2022.txt", "vn/ttg/qd/2018/996"),
        ("kh-880-kh-skhcn-2022.html", "vn/hcm/ubnd/qd/2022/520"),
        ("cv-skhcn-ptkhcn-2025.txt", "vn/hcm/ubnd/kh/2025/2132"),
        ("kh-2132-kh-ubnd-2025.md", "vn/hcm/ubnd/qd/2024/2899"),
        ("kh-2134-kh-ubnd-2025.txt", "vn/hcm/ubnd/qd/2024/2902"),
        ("kh-155-kh-ubnd-can-tho-2021.txt", "vn/ttg/qd/2018/996"),
    ],
)
def test_chains_connect(file: str, target: str, deltas: dict[str, GraphDelta]) -> None:
    assert _rests(deltas[file], target)


def _rests(said: GraphDelta, target: str) -> bool:
    """Whether the document itself rests on ``target``, with a quote that stands in its text."""
    edges = [
        e
        for e in said.edges
        if e.source == said.document
        and e.target == target
        and e.kind in (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)
    ]
    proofs = [p for e in edges for p in e.evidence]
    assert all(said.text[p.start : p.end] for p in proofs)
    return bool(proofs)


def test_an_undated_decision_takes_the_year_another_document_states(
    extracted: dict[str, dict[str, Any]],
) -> None:
    cited = {c["id"] for c in extracted["kh-skhcn-2026.md"]["citations"]}
    assert "vn/ttg/qd/2023/899" in cited


def test_short_names_of_the_annex_mean_what_the_footnotes_of_its_plan_say(
    extracted: dict[str, dict[str, Any]],
) -> None:
    cited = {c["id"]: c for c in extracted["kh-skhcn-2026-phu-luc.md"]["citations"]}
    for number, year in (("1322", 2020), ("36", 2021), ("996", 2018), ("100", 2019)):
        assert cited[f"vn/ttg/qd/{year}/{number}"]["status"] == "resolved"


def test_ke_hoach_996_is_the_citys_decision_and_de_an_996_the_prime_ministers(
    extracted: dict[str, dict[str, Any]],
) -> None:
    news = {c["id"]: c for c in extracted["tin-do-luong-2022.html"]["citations"]}
    words = {id: {m["text"] for m in c["mentions"]} for id, c in news.items()}
    assert "Kế hoạch 996" in words["vn/hcm/ubnd/qd/2022/520"]
    assert "Đề án 996" in words["vn/ttg/qd/2018/996"]


def test_menus_and_related_links_of_a_page_are_not_read(
    extracted: dict[str, dict[str, Any]],
) -> None:
    numbers = {c["number"] for c in extracted["kh-880-kh-skhcn-2022.html"]["citations"]}
    assert not numbers & {"01", "12"}


def test_the_two_report_duties_of_the_letter_have_their_days(
    extracted: dict[str, dict[str, Any]],
) -> None:
    tasks = extracted["cv-skhcn-ptkhcn-2025.txt"]["tasks"]
    due = {t["due"] for t in tasks if t["kind"] == "report"}
    assert due == {"2025-07-01", "2026-01-01"}
