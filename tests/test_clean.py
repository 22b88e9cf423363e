"""Documents without faults have no findings; the samples have those that were planted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.intake.ingest import ingest
from graph import open_store
from graph.model import Severity
from graph.questions import Asked, findings
from graph.store import GraphStore

CLEAN = Path(__file__).parent / "clean"
#: all that is wrong in the sample corpus beyond a note: faults that were put there
PLANTED = [
    "annex.dates",
    "basis.later",
    "date.misprint",
    "name.symbols",
    "task.leads_and_coordinates",
]


@pytest.fixture(scope="module")
def clean() -> Iterator[GraphStore]:
    with open_store("sqlite::memory:") as store:
        assert not ingest(sorted(CLEAN.iterdir()), store).failed
        yield store


def test_clean_documents_have_no_findings(clean: GraphStore) -> None:
    told = findings(clean, Asked(at="2026-01-01"))
    assert [(found.rule, found.message) for found in told] == []


def test_their_tasks_are_past_when_they_are(clean: GraphStore) -> None:
    told = findings(clean, Asked(at="2026-12-31"))
    assert {found.rule for found in told} == {"task.past"}


def test_above_a_note_only_what_was_planted_is_found(read_once: GraphStore) -> None:
    told = [f for f in findings(read_once) if f.severity is not Severity.NOTE]
    assert sorted(found.rule for found in told) == PLANTED
