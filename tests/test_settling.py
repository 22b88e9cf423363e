"""Loads that are killed, meet another load or lose a document: the next load sets it right."""

from dataclasses import replace
from pathlib import Path

import pytest
from papers import DECISION_ID, LETTER_ID, PLAN_ID, write
from stores import delta

from api.intake.batch import Batch, resolved
from api.intake.files import Job
from api.intake.ingest import ingest, remove
from graph import open_store
from graph.engine.heard import heard
from graph.errors import NotFoundError
from graph.export import jsonl
from graph.neo4j import notes as neo4j_notes
from graph.sqlite import notes as sqlite_notes
from graph.store import GraphStore
from loaders import nothing_offered
from loaders.readers import BOUNDS


def everything(store: GraphStore) -> list[str]:
    return [*jsonl(store), *sorted(map(repr, store.issues()))]


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Path, Path, Path]:
    return write(tmp_path)


@pytest.fixture
def whole(papers: tuple[Path, Path, Path]) -> list[str]:
    """What a store says that was loaded at once, undisturbed."""
    with open_store("sqlite::memory:") as store:
        ingest(papers, store)
        return everything(store)


def test_what_a_killed_load_left_open_is_read_again_by_the_next(
    papers: tuple[Path, Path, Path], whole: list[str], store: GraphStore
) -> None:
    decision, plan, letter = papers
    ingest([plan, letter], store)
    Batch(store).take([Job(str(decision)).read(BOUNDS)])  # killed before it could settle
    assert everything(store) != whole
    report = ingest([letter], store)  # any load; the letter itself is resolved anew by it
    assert report.reread == (PLAN_ID,)
    assert everything(store) == whole
    assert store.settle() == []


def test_a_correction_whose_load_was_killed_is_followed_by_the_next(
    papers: tuple[Path, Path, Path], store: GraphStore
) -> None:
    decision = papers[0]
    ingest(papers, store)
    words = decision.read_text("utf-8")
    decision.write_text(words.replace(" (gọi tắt là Đề án 91)", ""), "utf-8")
    Batch(store).take([Job(str(decision)).read(BOUNDS)])
    ingest(papers, store)
    with open_store("sqlite::memory:") as fresh:
        ingest(papers, fresh)
        assert everything(store) == everything(fresh)


def test_a_document_resolved_before_another_load_explained_it_is_read_again(
    papers: tuple[Path, Path, Path], whole: list[str], store: GraphStore
) -> None:
    decision, plan, letter = papers
    # this load resolved the letter while the store was empty …
    early = resolved(Job(str(letter)).read(BOUNDS).understood, nothing_offered)
    ingest([decision, plan], store)  # … another one came and went …
    store.apply(early)  # … and only then is the letter kept
    assert everything(store) != whole
    assert store.settle() == [LETTER_ID]
    assert ingest([decision], store).reread == (LETTER_ID,)
    assert everything(store) == whole


def test_a_removed_document_takes_back_what_it_explained(
    papers: tuple[Path, Path, Path], whole: list[str], store: GraphStore
) -> None:
    decision, *others = papers
    ingest(papers, store)
    assert set(remove(DECISION_ID, store)) == {PLAN_ID, LETTER_ID}
    with open_store("sqlite::memory:") as without:
        ingest(others, without)
        assert everything(store) == everything(without)
    with pytest.raises(NotFoundError):
        remove(DECISION_ID, store)
    ingest([decision], store)
    assert everything(store) == whole


def test_many_are_looked_at_a_few_in_a_transaction(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_notes, "MANY", 2)
    monkeypatch.setattr(neo4j_notes, "MANY", 2)
    told = delta("vn/z", offers=[("alias:a", "vn/z")])
    right = heard({"alias:a": [("vn/z", "vn/z")]})
    askers = [delta(f"vn/d/{n}", asks=["alias:a"]) for n in range(9)]
    listened = [replace(said, heard=right) if n % 4 else said for n, said in enumerate(askers)]
    store.apply_all([*reversed(listened), told])
    assert store.settle() == ["vn/d/0", "vn/d/4", "vn/d/8"]
    store.apply_all([replace(said, heard=right) for said in askers])
    assert store.settle() == []
