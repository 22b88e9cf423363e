"""One pattern for many words finds what a list of them finds, the longest first."""

import re

from graph.words.patterns import any_of

WORDS = ("giao", "giao cho", "giao nhiệm vụ cho", "phân công", "đề nghị", "C++")


def test_the_longer_of_two_words_wins_whatever_their_order() -> None:
    for words in (WORDS, WORDS[::-1]):
        pattern = re.compile(rf"{any_of(words)}(?!\w)")
        said = "giao Sở A; giao cho Sở B; giao nhiệm vụ cho Sở C; giao choàng; đề nghị; C++"
        assert pattern.findall(said) == [
            "giao", "giao cho", "giao nhiệm vụ cho", "giao", "đề nghị", "C++",
        ]  # fmt: skip


def test_a_whole_word_has_no_letter_or_digit_before_it() -> None:
    pattern = re.compile(any_of(WORDS, whole=True))
    assert [m.start() for m in pattern.finditer("giao, bàngiao, 5giao, _giao (giao")] == [0, 23, 29]


def test_blanks_are_what_is_asked_for() -> None:
    assert re.fullmatch(any_of(["giao cho"], blank=r"\s"), "giao\ncho")
    assert not re.fullmatch(any_of(["giao cho"]), "giao\ncho")


def test_no_word_matches_nothing() -> None:
    assert re.search(any_of([]), "giao") is None
