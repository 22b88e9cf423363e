"""What goes into one transaction while files are loaded, and what is asked of the store for it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from papers import DECISION_ID, LETTER_ID, PLAN_ID, write
from stores import delta, document

import api.intake.batch
from api.intake.batch import Batch, Taken, shares
from api.intake.files import Job
from api.intake.report import FileState
from graph.sqlite_store import SqliteStore
from loaders.readers import BOUNDS


class Watched(SqliteStore):
    """A store that remembers which offers it was asked for."""

    asked: list[list[str]]

    def offers(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        self.asked.append(sorted(keys))
        return super().offers(self.asked[-1])


def test_what_a_window_asks_is_asked_at_once(tmp_path: Path) -> None:
    window = [Job(str(path)).read(BOUNDS) for path in write(tmp_path)]
    with Watched(":memory:") as store:
        store.asked = []
        Batch(store).take(window)
        first = store.asked[0]
        assert {key for file in window for key in file.understood.alone.asks} == set(first)
        later = [key for keys in store.asked[1:] for key in keys]
        assert len(later) == len(set(later))
        assert not set(later) & set(first)
        assert store.documents() == sorted([DECISION_ID, PLAN_ID, LETTER_ID])


def taken(folder: Path, *new: bool) -> list[Taken]:
    file = Job(str(write(folder)[0])).read(BOUNDS)
    return [Taken(file, new=one) for one in new]


def sizes(files: Iterable[Taken]) -> list[int]:
    return [len(share) for share in shares(files)]


def test_new_documents_go_together_and_known_ones_alone(tmp_path: Path) -> None:
    assert sizes(taken(tmp_path, True, True, False, False, True)) == [2, 1, 1, 1]
    assert sizes([]) == []


def test_a_transaction_takes_so_many_documents_and_no_more(tmp_path: Path) -> None:
    files = taken(tmp_path, *[True] * (2 * api.intake.batch.DOCUMENTS + 1))
    assert sizes(files) == [api.intake.batch.DOCUMENTS, api.intake.batch.DOCUMENTS, 1]


def test_long_texts_go_in_smaller_shares(tmp_path: Path) -> None:
    [one] = taken(tmp_path, True)
    reading = one.file.understood
    half = reading.text.content.ljust(api.intake.batch.CHARACTERS // 2, "x")
    text = replace(reading.text, content=half)
    long = Taken(replace(one.file, reading=replace(reading, text=text)))
    assert sizes([long] * 5) == [2, 2, 1]


def test_of_several_documents_only_the_refused_one_is_not_kept(tmp_path: Path) -> None:
    """Another document owns what it says is its own: the others are kept all the same."""
    files = [Taken(Job(str(path)).read(BOUNDS)) for path in write(tmp_path)]
    for one, id in zip(files, (DECISION_ID, PLAN_ID, LETTER_ID), strict=True):
        one.said = delta(id)
    files[1].said = delta(PLAN_ID, owned=[document("vn/x")])
    with SqliteStore(":memory:") as store:
        store.apply(delta("vn/x"))
        batch = Batch(store)
        batch._keep(files)
        assert [one.outcome.state for one in files if one.outcome] == [
            FileState.LOADED,
            FileState.FAILED,
            FileState.LOADED,
        ]
        assert store.documents() == sorted([DECISION_ID, LETTER_ID, "vn/x"])
