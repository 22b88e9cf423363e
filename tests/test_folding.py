"""Texts are folded as their characters are, one by one."""

import unicodedata

import pytest

from graph.engine.searchable import body_words
from graph.engine.snippet import without_markup
from graph.words.folding import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Quyết định số 996/QĐ-TTg\u00a0ngày 10/8\n\t về  Đề án",
         "quyet dinh so 996/qd-ttg\u00a0ngay 10/8\n\t ve  de an"),
        ("Tie\u0302\u0301ng Vie\u0323t, ĐẶNG; “ngoặc”…", "tieng viet, dang; “ngoac”…"),
        ("Thuế Ωmega Ä と ﬁ", "thue ωmega a と ﬁ"),  # letters that are not Vietnamese
        ("x" * 100 + "Đ " + "đ" * 100, "x" * 100 + "d " + "d" * 100),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_is_folded_letter_by_letter(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_letter_is_folded_by_itself_as_beside_others() -> None:
    letters = [c for c in map(chr, range(0x2500)) if not unicodedata.combining(c)]
    for letter in letters:
        beside, strange = fold(f"ề{letter}"), fold(f"ề{letter}Ω")
        assert (beside[1:], strange[1:]) == (fold(letter), fold(letter) + "ω"), letter


def test_the_words_of_a_text_are_those_without_its_markup() -> None:
    text = "# Kế **hoạch** <b>số</b> `5`\n| a_b | Đề |\n|:---|---:|\n"
    plain = ["ke", "hoach", "so", "5", "a", "b", "de"]
    assert words(body_words(text)) == words(without_markup(text)) == plain
