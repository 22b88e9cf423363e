"""Strands and drafts: clean characters that lead back to the original, and blocks made of them."""

import re
import unicodedata

import pytest
from texts import plain_text

from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.strands import EMPTY, clean, joined
from loaders.text import BlockKind, Text


def _text(*drafts: Draft | Grid, original: str) -> Text:
    return compose(Source("a.txt", original), drafts)


def test_a_strand_knows_where_each_run_stood() -> None:
    original = "  Sở   Y\u200b tế  "
    strand = clean(original, 0, len(original))
    assert strand.words == "Sở Y tế"
    for at, origin, length in strand.runs:
        for i in range(length):
            assert strand.words[at + i] == original[origin + i]


def test_decomposed_letters_lead_to_all_their_signs() -> None:
    original = unicodedata.normalize("NFD", "điều lệ")
    strand = clean(original, 0, len(original))
    assert strand.words == "điều lệ"
    text = _text(Draft(strand), original=original)
    start, end = text.locate(2, 3)
    assert unicodedata.normalize("NFC", original[start:end]) == "ề"
    start, end = text.locate(0, len(strand.words))
    assert (start, end) == (0, len(original))


def test_joined_strands_keep_their_traces_and_notes() -> None:
    original = "một hai\nba"
    parts = [clean(original, 0, 7).noted([(3, "1")]), EMPTY, clean(original, 8, 10)]
    whole = joined(parts)
    assert (whole.words, whole.notes) == ("một hai ba", ((3, "1"),))
    text = _text(Draft(whole), original=original)
    assert text.locate(4, 10) == (4, 10)


def test_a_part_of_a_strand() -> None:
    part = clean("abc  def", 0, 8).part(2, 6)
    assert part.words == "c de"
    assert part.runs[0] == (0, 2, 2)
    assert part.runs[-1] == (2, 5, 2)


def test_an_editor_may_not_cut_a_strand_twice_at_one_place() -> None:
    strand = clean("a** **b", 0, 7, lambda raw: [(1, 3, ""), (4, 6, "")])
    assert strand.words == "a b"


def test_blocks_cells_and_notes_stand_in_order() -> None:
    original = "Đầu\nA\tB\n\tC\nGhi chú"
    pieces = [clean(original, *span) for span in ((0, 3), (4, 5), (6, 7), (9, 10), (11, 18))]
    grid = Grid(((pieces[1], pieces[2]), (EMPTY, pieces[3])))
    note = Draft(pieces[4], BlockKind.FOOTNOTE, mark="1")
    text = _text(note, Draft(pieces[0]), grid, original=original)
    assert text.content == "Đầu\nA\nB\nC\nGhi chú"
    assert [b.kind.value for b in text.blocks] == ["paragraph", *["cell"] * 3, "footnote"]
    table = text.tables[0]
    assert [[text.words(c) for c in row] for row in table.rows] == [["A", "B"], ["", "C"]]
    assert (table.start, table.end) == (4, 9)


def test_locate_is_honest_about_its_bounds() -> None:
    text = plain_text(["một", "hai"])
    assert text.locate(0, 7) == (0, 7)
    for span in ((0, 0), (3, 2), (-1, 2), (0, 8)):
        with pytest.raises(ValueError, match="span"):
            text.locate(*span)


def test_between_blocks_there_is_no_block() -> None:
    text = plain_text(["một", "hai"])
    found = text.block_at(4)
    assert found is not None
    assert text.words(found) == "hai"
    assert text.block_at(3) is None
    assert text.block_at(99) is None


def test_an_empty_table_is_none() -> None:
    assert _text(Grid(((EMPTY, EMPTY),)), original="").tables == ()


def test_a_pattern_is_looked_for_where_its_signs_stand() -> None:
    text = plain_text(["các các xã", "và xã", "xã của của tỉnh"])
    found = text.matches(re.compile(r"(\w+) \1"), ("của của", "các các"))
    assert [match[0] for match in found] == ["các các", "của của"]
    assert not list(text.matches(re.compile(r"\w+"), ("huyện",)))


def test_small_letters_stand_where_the_great_ones_stood() -> None:
    assert plain_text(["Ủy Ban"]).lowered == "ủy ban"
    assert plain_text(["İ Ủy Ban"]).lowered == "İ ủy ban"
