"""What recognised words become: hyphens, marks of items and the size of letters are kept."""

import pytest

from loaders.readers.pages.page import Box
from loaders.readers.scans.readwords import Word, WordLine
from loaders.readers.scans.repairs import mended

SIZE, LEVEL = 14.0, 100.0


def word(signs: str, left: float, top: float, bottom: float, *, sure: bool = True) -> Word:
    """A word whose signs are six points wide."""
    boxes = [Box(left + 6 * n, top, left + 6 * n + 5, bottom) for n in range(len(signs))]
    return Word(sure, list(signs), boxes)


def line(*words: Word) -> str:
    """The words of a line of 14 points."""
    found = WordLine(SIZE, LEVEL)
    for one in words:
        found.take(one)
    return " ".join(piece.words for piece in found.pieces())


def test_a_stroke_where_a_hyphen_stands_is_one() -> None:
    organ = word("Cục", 110, 91, 100)
    assert line(word("_", 101, 96, 97.5), organ) == "- Cục"
    assert line(word("..", 98, 98, 100), organ) == "Cục"  # on the line
    assert line(word("—", 98, 103, 104.5), organ) == "Cục"  # a rule under the line above


def test_a_hyphen_behind_a_digit_is_no_raised_mark() -> None:
    number = word("38-", 100, 91, 100)
    number.boxes[2] = Box(112, 95, 116, 96)
    assert line(number) == "38-"


def test_the_mark_of_an_item_stays_though_it_is_short() -> None:
    heading = word("MỤC", 120, 91, 100)
    assert line(word("I.", 100, 91, 100, sure=False), heading) == "I. MỤC"
    assert line(word("x", 100, 91, 100, sure=False), heading) == "MỤC"


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("1. SỞ Tài chính chủ trì", "1. Sở Tài chính chủ trì"),
        ("của BỘ trưởng BỘ Y tế", "của Bộ trưởng Bộ Y tế"),
        ("tại TỜ trình số 5/TTr-SYT", "tại Tờ trình số 5/TTr-SYT"),
        ("SỞ TÀI CHÍNH", "SỞ TÀI CHÍNH"),
        ("TP. HỒ CHÍ MINH", "TP. HỒ CHÍ MINH"),
        ("số 60-CTrHĐ/TU ngày", "số 60-CTrHĐ/TU ngày"),
        ("của TƯ Đảng", "của TƯ Đảng"),
    ],
)
def test_small_letters_that_look_like_large_ones_are_small(read: str, printed: str) -> None:
    assert mended(read) == printed
