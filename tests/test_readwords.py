"""What recognised words become: hyphens, marks of items and the size of letters are kept."""

import numpy as np
import pytest

from loaders.readers.pages.page import Box
from loaders.readers.scans.readwords import Word, WordLine
from loaders.readers.scans.repairs import mended
from loaders.readers.scans.strokes import count_strokes

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
    ("read", "at", "shown", "mark"),
    [
        ("tỉnh?", 4, "tỉnh2", "2"),
        ("996)',", 4, "996)1,", "1"),
        ("sơ3", 2, "sơ3", "3"),
        ("m2", 1, "m2", ""),
        ("rằng”", 4, "rằng”", ""),
    ],
)
def test_a_mark_stands_behind_letters_too_and_before_a_comma(
    read: str, at: int, shown: str, mark: str
) -> None:
    raised = word(read, 100, 91, 100)
    raised.boxes[at] = raised.boxes[at]._replace(bottom=95.5)
    found = WordLine(SIZE, LEVEL)
    found.take(raised)
    (piece,) = found.pieces()
    assert piece.words == shown
    assert "".join(piece.words[a:b] for a, b in piece.marks) == mark


@pytest.mark.parametrize(
    ("read", "strokes", "printed"),
    [
        ("II/2026", 3, "III/2026"),
        ("II", 2, "II"),
        ("III.", 3, "III."),
        ("III", 2, "III"),
        ("VI", 3, "VIII"),
        ("Ia", 3, "Ia"),
    ],
)
def test_a_roman_number_has_as_many_strokes_as_are_seen(
    read: str, strokes: int, printed: str
) -> None:
    picture = np.full((480, 800), 240, np.uint8)  # four dots to a point
    one = word(read, 100, 91, 100)
    left, last = (one.boxes[at].left for at in (read.index("I"), read.rindex("I")))
    for at in np.linspace(4 * left + 1, 4 * last + 17, strokes):
        picture[364:400, round(at) : round(at) + 3] = 20
    count_strokes(one, picture, 1 / 4)
    assert one.words == printed


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
