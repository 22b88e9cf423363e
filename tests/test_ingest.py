"""Ingest: any order gives the same graph, the same again changes nothing, nobody is overwritten."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from papers import DECISION_ID, LETTER_ID, PLAN, PLAN_ID, SCHEME_ID, write

from api.intake.files import files
from api.intake.ingest import ingest, ingest_upload, preview
from api.intake.pool import MANY
from api.intake.report import FileState, report_json
from graph import open_store
from graph.errors import BadInputError, ConflictError
from graph.export import jsonl
from graph.model import EdgeKind, Issue
from graph.questions import chain
from graph.store import GraphStore

CORPUS = Path(__file__).parent / "corpus"


def everything(store: GraphStore) -> tuple[list[str], list[Issue]]:
    """All that a store shows: nodes, edges with evidence, issues."""
    return list(jsonl(store)), sorted(store.issues(), key=repr)


def loaded(*batches: Iterable[Path]) -> tuple[list[str], list[Issue]]:
    with open_store("sqlite::memory:") as store:
        for batch in batches:
            report = ingest(batch, store)
            assert not report.failed
        return everything(store)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """So many files that several processes read them; one is not there."""
    folder = tmp_path_factory.mktemp("many")
    papers = [*write(folder), *sorted(CORPUS.iterdir()), folder / "absent.txt"]
    return papers + [papers[0]] * (MANY - len(papers))


@pytest.fixture(scope="module")
def read_by_one(many: list[Path]) -> tuple[list[str], list[Issue]]:
    """What a store shows of them that one process read."""
    with open_store("sqlite::memory:") as store:
        ingest(many, store, workers=1)
        return everything(store)


def test_every_order_of_three_documents_gives_the_same_graph(tmp_path: Path) -> None:
    papers = write(tmp_path)
    whole = loaded(papers)
    for order in permutations(papers):
        assert loaded(*([paper] for paper in order)) == whole
        assert loaded(order[:1], order[1:]) == whole
        assert loaded(order) == whole


def test_another_order_of_the_sample_corpus_gives_the_same_graph(read_once: GraphStore) -> None:
    order = sorted(CORPUS.iterdir())
    Random(1).shuffle(order)
    assert loaded(*([path] for path in order)) == everything(read_once)


def test_a_document_is_read_again_when_another_explains_it(
    tmp_path: Path, store: GraphStore
) -> None:
    decision, plan, letter = write(tmp_path)
    ingest([letter, plan], store)
    assert [issue.rule for issue in store.issues(document=LETTER_ID)]
    report = ingest([decision], store)
    assert set(report.reread) == {LETTER_ID, PLAN_ID}
    ids = [node.id for node in chain(store, PLAN_ID).nodes]
    assert ids[:2] == [PLAN_ID, DECISION_ID]
    assert SCHEME_ID in ids


def test_the_same_file_twice_changes_nothing(tmp_path: Path, store: GraphStore) -> None:
    papers = write(tmp_path)
    assert {f.state for f in ingest(papers, store).files} == {FileState.LOADED}
    before = everything(store)
    again = ingest([papers[0].parent], store)
    assert {f.state for f in again.files} == {FileState.UNCHANGED}
    assert again.reread == ()
    assert everything(store) == before


def test_a_corrected_file_replaces_what_it_said(tmp_path: Path, store: GraphStore) -> None:
    decision, plan, letter = papers = write(tmp_path)
    ingest(papers, store)
    words = decision.read_text("utf-8")
    decision.write_text(words.replace(" (gọi tắt là Đề án 91)", ""), "utf-8")
    report = ingest([decision], store)
    assert [f.state for f in report.files] == [FileState.CHANGED]
    assert LETTER_ID in report.reread, "it had used the short name that is gone"
    assert everything(store) == loaded(papers)
    assert plan.exists()
    assert letter.exists()


def test_another_file_cannot_take_the_place_of_a_document(
    tmp_path: Path, store: GraphStore
) -> None:
    _, plan, _ = write(tmp_path)
    ingest([plan], store)
    before = everything(store)
    other = tmp_path / "khac.txt"
    other.write_text(PLAN.replace("Quý II", "Quý III"), "utf-8")
    copy = tmp_path / "ban-sao.txt"
    copy.write_text(PLAN, "utf-8")
    report = ingest([other, copy], store)
    assert [f.state for f in report.files] == [FileState.FAILED, FileState.UNCHANGED]
    refused = report.files[0].error
    assert isinstance(refused, ConflictError)
    for word in ("khac.txt", "ke-hoach.txt", PLAN_ID):
        assert word in refused.text("vi")
        assert word in refused.text("en")
    assert everything(store) == before


def test_a_copy_in_another_format_is_the_document_that_is_there(
    tmp_path: Path, store: GraphStore
) -> None:
    """The same words under another name, with notes of where the file came from, in one load or a
    later one; a word that differs makes it another document's text."""
    _, plan, _ = write(tmp_path)
    copy = tmp_path / "ke-hoach.md"
    copy.write_text(f"---\ntitle: from a portal\n---\n\n{PLAN}", "utf-8")
    report = ingest([plan, copy], store)
    assert [f.state for f in report.files] == [FileState.LOADED, FileState.UNCHANGED]
    before = everything(store)
    later = tmp_path / "ban-cu.md"
    later.write_text(f"---\nsource: archive\n---\n\n{PLAN}", "utf-8")
    other = tmp_path / "ban-khac.md"
    other.write_text(f"---\nsource: archive\n---\n\n{PLAN.replace('Quý II', 'Quý III')}", "utf-8")
    report = ingest([later, other], store)
    assert [f.state for f in report.files] == [FileState.UNCHANGED, FileState.FAILED]
    assert everything(store) == before


def test_of_two_new_files_that_are_one_document_the_first_stays(
    tmp_path: Path, store: GraphStore
) -> None:
    for folder, quarter in (("a", "Quý II"), ("b", "Quý III")):
        (tmp_path / "two" / folder).mkdir(parents=True)
        file = tmp_path / "two" / folder / "ke-hoach.txt"
        file.write_text(PLAN.replace("Quý II", quarter), "utf-8")
    report = ingest([tmp_path / "two"], store)
    assert [f.state for f in report.files] == [FileState.LOADED, FileState.FAILED]
    text = store.text(PLAN_ID)
    assert text is not None
    assert "Quý III" not in text.text


def test_files_are_taken_in_order_and_hidden_ones_left(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".git/x.txt", "c.txt", "b/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in files([tmp_path, tmp_path / "c.txt"])]
    assert found == ["c.txt", "a/1.txt", "b/2.txt", "c.txt"]


def test_progress_is_told_file_by_file(tmp_path: Path, store: GraphStore) -> None:
    told: list[tuple[int, int]] = []
    ingest(write(tmp_path), store, lambda done, total, _: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_several_processes_read_the_same(
    many: list[Path], read_by_one: tuple[list[str], list[Issue]], store: GraphStore
) -> None:
    report = ingest(many, store, workers=2)
    assert [f.path for f in report.files] == [str(path) for path in many]
    assert [Path(f.path).name for f in report.failed] == ["absent.txt"]
    assert everything(store) == read_by_one


def test_a_report_as_json_names_what_failed(tmp_path: Path, store: GraphStore) -> None:
    shape = report_json(ingest([*write(tmp_path), tmp_path / "absent.txt"], store))
    assert shape["counts"] == {"loaded": 3, "changed": 0, "unchanged": 0, "failed": 1}
    assert shape["files"][3]["error"]["code"] == "bad_input"
    assert shape["files"][0]["document"] == DECISION_ID


def test_an_upload_is_looked_at_without_being_kept(store: GraphStore) -> None:
    said = preview(PLAN.encode("utf-8"), "..\\secret/ke-hoach.txt", store)
    assert said["source"] == "ke-hoach.txt"
    assert said["document"]["number"] == "12"
    assert said["tasks"]
    assert store.documents() == []


def test_an_upload_is_kept_like_a_file(tmp_path: Path, store: GraphStore) -> None:
    decision, plan, letter = write(tmp_path)
    for path in (plan, letter, decision):
        kept = ingest_upload(path.read_bytes(), path.name, store)
        assert kept.state is FileState.LOADED
    assert everything(store) == loaded((decision, plan, letter))
    with pytest.raises(ConflictError):
        ingest_upload(PLAN.replace("Quý II", "Quý IV").encode(), "other.txt", store)
    with pytest.raises(BadInputError):
        ingest_upload(b"\x00\x01\x02", "other.txt", store)


def test_roles_reach_the_store_with_their_words(tmp_path: Path, store: GraphStore) -> None:
    ingest(write(tmp_path), store)
    led = [edge for edge in store.all_edges() if edge.kind is EdgeKind.LEADS]
    assert led
    for edge in store.all_edges():
        stored = store.text(edge.asserted_by)
        assert stored is not None
        for proof in edge.evidence:
            assert 0 <= proof.start < proof.end <= len(stored.text)
