"""Ruled lines of a picture: what is one, and what of the ink beside it is none."""

import pytest

np = pytest.importorskip("numpy", reason="comes with the engine")
pixels = pytest.importorskip("loaders.readers.scans.pixels", reason="comes with the engine")


def test_bold_letters_that_touch_are_no_ruled_lines() -> None:
    """A strip of ink as long as a word, letters above it or below, and a line with paper around."""
    ink = np.zeros((800, 800), np.bool_)
    ink[100:106, 50:750] = True  # a ruled line
    ink[300:306, 100:280] = True  # what looks like one: the feet of letters
    ink[280:300, 100:280:14] = ink[280:300, 101:280:14] = True
    ink[280:300, 102:280:14] = ink[280:300, 103:280:14] = True
    for step in range(4, 9):
        ink[280:300, 100 + step : 280 : 14] = True
    lines = [rule for rule in pixels.ruled(ink, 200).rules if rule.across]
    assert [round(rule.at * 200 / 72) for rule in lines] == [102]


def test_a_dot_right_above_the_border_of_its_cell_is_no_part_of_that() -> None:
    """A row as low as its letters, as Word sets it: "hạn" was read "han"."""
    ink = np.zeros((400, 900), np.bool_)
    for row in (100, 140, 260):
        ink[row : row + 3, 50:850] = True
    for column in (50, 450, 848):
        ink[100:263, column : column + 3] = True
    ink[136:139, 200:204] = True  # the dot, a row of paper below it
    found = pixels.ruled(ink, 200)
    assert len(found.rules) == 6
    assert found.ink[136:139, 200:204].all()
    assert found.ink.sum() <= 12, "of the lines nothing is left"
