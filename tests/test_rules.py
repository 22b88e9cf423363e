"""The registry of the lint and how findings are counted, chosen and paged."""

import pytest
from rules_page import PAGE, written
from stores import delta, doubt

from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind, Severity
from graph.questions import Asked, findings, findings_page
from graph.rules import advice, rules
from graph.store import GraphStore

K = EdgeKind


def test_the_page_of_rules_is_the_registry() -> None:
    page = PAGE.read_text("utf-8")
    assert page == written(page), "run python tests/rules_page.py"


def test_every_rule_has_advice_that_differs_from_what_it_says() -> None:
    assert all(advice(id, lang) for id in rules() for lang in ("vi", "en"))
    assert advice("noted") == ""


@pytest.fixture
def faults(store: GraphStore) -> GraphStore:
    """Three documents with a doubt each, two of them also with a basis of a later day."""
    for number in (1, 2, 3):
        id = f"vn/{number}"
        basis = [(id, K.BASED_ON, "vn/later")] if number > 1 else []
        store.apply(delta(id, *basis, issued="2020-01-01", issues=[doubt("noted", id)]))
    store.apply(delta("vn/later", issued="2021-01-01"))
    circle, annex = ("vn/self", K.BASED_ON, "vn/self"), ("vn/self", K.ANNEX_OF, "vn/2")
    store.apply(delta("vn/self", circle, annex, issues=[doubt("noted", "vn/self")]))
    return store


ALL = [
    ("basis.circular", "vn/self"),
    ("noted", "vn/1"),
    ("basis.later", "vn/2"),
    ("noted", "vn/2"),
    ("basis.later", "vn/3"),
    ("noted", "vn/3"),
    ("noted", "vn/self"),
]


def test_counts_come_first_and_are_of_all_pages(faults: GraphStore) -> None:
    page = findings_page(faults, limit=2)
    assert page.counts == {"noted": 4, "basis.circular": 1, "basis.later": 2}
    assert findings_page(faults).counts == page.counts
    assert findings_page(faults, limit=2, cursor=page.next or "").counts is None


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_pages_join_to_all(faults: GraphStore, size: int) -> None:
    told: list[tuple[str, str]] = []
    cursor = ""
    while True:
        page = findings_page(faults, limit=size, cursor=cursor)
        assert len(page.findings) <= size
        told += [(finding.rule, finding.document) for finding in page.findings]
        if page.next is None:
            break
        cursor = page.next
    assert told == ALL == [(found.rule, found.document) for found in findings(faults)]


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        (Asked(rules=frozenset({"basis.later"})), ["vn/2", "vn/3"]),
        (Asked(severities=frozenset({Severity.ERROR})), ["vn/self"]),
        (Asked(severities=frozenset({Severity.NOTE})), []),
        (Asked(document="vn/2"), ["vn/self", "vn/2", "vn/2", "vn/self"]),
        (Asked(document="vn/later"), []),
    ],
)
def test_findings_are_chosen(faults: GraphStore, asked: Asked, documents: list[str]) -> None:
    assert [finding.document for finding in findings(faults, asked)] == documents


def test_a_document_taken_away_between_two_pages_is_passed_over(faults: GraphStore) -> None:
    page = findings_page(faults, limit=4)
    faults.remove("vn/2")
    following = findings_page(faults, cursor=page.next or "").findings
    assert [found.document for found in following] == ["vn/3", "vn/3", "vn/self"]


@pytest.mark.parametrize("cursor", ["x", "9:1:vn/1", "1:x:vn/1", "1"])
def test_a_cursor_of_nobody_is_refused(faults: GraphStore, cursor: str) -> None:
    with pytest.raises(UsageError):
        findings_page(faults, cursor=cursor)


def test_a_rule_a_day_or_a_document_that_is_none_is_refused(faults: GraphStore) -> None:
    for wrong in ({"rules": frozenset({"basis.late"})}, {"at": "2026"}, {"at": "2026-02-31"}):
        with pytest.raises(UsageError):
            Asked(**wrong)  # type: ignore[arg-type]
    with pytest.raises(NotFoundError):
        findings(faults, Asked(document="vn/nobody"))
