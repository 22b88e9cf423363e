"""The layout vocabulary: each row does to a line what its table says, on its own examples."""

from collections.abc import Callable

import pytest

from graph.vocabulary import rows
from loaders.layout.kinds import type_at
from loaders.layout.mottos import motto_at
from loaders.layout.signing import (
    after_order,
    after_rank,
    begins_with_surname,
    is_charge,
    is_officer,
    without_mark,
)
from loaders.layout.thethuc import (
    LineRow,
    goes_on_with_organ,
    is_gazette,
    is_opening,
    recipient_head,
)
from loaders.layout.words import (
    BeginningRow,
    FurnitureRow,
    NoticeRow,
    WordRow,
    ends_body,
    find_notices,
    furniture,
    is_basis,
    is_bound,
    is_letterhead,
    starters,
    takes_number,
)
from loaders.readers import read_bytes

BEGINNINGS = [*rows("layout", "starter", BeginningRow), *rows("layout", "label", BeginningRow)]


@pytest.mark.parametrize("row", BEGINNINGS, ids=lambda row: row.begins)
def test_a_starter_opens_a_paragraph_after_an_open_line(row: BeginningRow) -> None:
    for example in row.examples:
        assert starters().match(example)
        text = read_bytes(f"Nội dung còn tiếp tục\n{example}\n".encode(), "a.txt")
        assert len(text.blocks) == 2


@pytest.mark.parametrize("row", rows("layout", "bound_word", WordRow), ids=lambda row: row.word)
def test_a_bound_word_carries_the_sentence_into_the_next_line(row: WordRow) -> None:
    for example in row.examples:
        assert is_bound(example)
        assert takes_number(example) is row.number
        due = {row.number: "2026", row.place: "An Giang", row.organ: "Y tế"}
        if row.organ and row.word.endswith("ân dân"):
            due[True] = "Thành phố"
        other = 2 if True in due else 1
        for first, blocks in ((due.get(True, "Bạch Đằng"), 1), ("Chủ trì", other)):
            text = read_bytes(f"{example}\n{first} gửi về\n".encode(), "a.txt")
            assert len(text.blocks) == blocks, first


def test_a_bound_word_is_a_whole_word() -> None:
    assert not is_bound("khu vực này rất tốt")
    assert not is_bound("bác sĩ Hoàvà")


@pytest.mark.parametrize("row", rows("layout", "furniture", FurnitureRow), ids=lambda r: r.pattern)
def test_furniture_of_a_page_is_not_text(row: FurnitureRow) -> None:
    for example in row.examples:
        assert furniture().match(example)
        assert read_bytes(f"Việc thứ nhất.\n{example}\n".encode(), "a.txt").content == (
            "Việc thứ nhất."
        )
    for miss in row.misses:
        assert furniture().match(miss) is None


@pytest.mark.parametrize("row", rows("layout", "notice", NoticeRow), ids=lambda r: r.words)
def test_a_portal_speaks_to_its_readers(row: NoticeRow) -> None:
    assert all(any(find_notices(example)) for example in row.examples)
    assert not any(any(find_notices(miss)) for miss in row.misses)


@pytest.mark.parametrize(
    ("table", "holds"),
    [("letterhead_cell", is_letterhead), ("body_end", ends_body), ("basis", is_basis)],
)
def test_layout_questions(table: str, holds: Callable[[str], bool]) -> None:
    for row in rows("layout", table, BeginningRow):
        assert all(holds(example) for example in row.examples)
    assert not holds("Ủy ban nhân dân xã họp")


@pytest.mark.parametrize(
    ("table", "holds"),
    [
        ("motto", lambda words: motto_at(words) == 0),
        ("gazette", is_gazette),
        ("organ_tail", goes_on_with_organ),
        ("opening", is_opening),
        ("recipient", lambda words: recipient_head(words) is not None),
        ("officer", is_officer),
        ("in_place", lambda words: after_order(words) > 0),
        ("surname", begins_with_surname),
        ("in_charge", is_charge),
        ("rank", lambda words: after_rank(words) > 0),
        ("signed", lambda words: without_mark(words) != words),
    ],
)
def test_letterhead_questions(table: str, holds: Callable[[str], bool]) -> None:
    for row in rows("letterhead", table, LineRow):
        for example in row.examples:
            assert holds(example), example
    assert not holds("bình minh trên sông")


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("KẾ HOẠCH", "Kế hoạch", ""),
        ("QUYET ĐỊNH", "Quyết định", ""),
        ("Kế hoạch", "Kế hoạch", ""),
        ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch", ""),
        ("CHỈ THỊ Về phòng lũ", "Chỉ thị", "Về phòng lũ"),
    ],
)
def test_kinds_in_title_lines(words: str, name: str, rest: str) -> None:
    found = type_at(words)
    assert found is not None
    assert (found[0].name, words[found[1] :]) == (name, rest)


@pytest.mark.parametrize("words", ["Kế hoạch này gồm hai phần", "LUẬTSƯ", "SỞ KẾ HOẠCH", ""])
def test_no_kind_in_other_lines(words: str) -> None:
    assert type_at(words) is None
