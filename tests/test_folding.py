"""Words folded one by one are the words of the folded text."""

import pytest

from graph.engine.searchable import body_words
from graph.engine.snippet import without_markup
from graph.words.folding import fold, fold_words, words


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 996/QĐ-TTg\u00a0ngày 10/8/2018\n\t về  Đề án",
        "Tie\u0302\u0301ng Vie\u0323t, ĐẶNG; \u201cngoặc\u201d Ωmega",
        "x" * 100 + "Đ " + "đ" * 100,
        "",
    ],
)
def test_words_are_folded_as_the_text_is(text: str) -> None:
    assert fold_words(text) == " ".join(dict.fromkeys(fold(text).split()))
    assert fold_words(text) == fold_words(text)  # remembered the second time


def test_the_words_of_a_text_are_those_without_its_markup() -> None:
    text = "# Kế **hoạch** <b>số</b> `5`\n| a_b | Đề |\n|:---|---:|\n"
    plain = ["ke", "hoach", "so", "5", "a", "b", "de"]
    assert words(body_words(text)) == words(without_markup(text)) == plain
