"""What can be a Vietnamese word and what cannot."""

import pytest

from graph.words.syllables import broken_share, is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "Nghiêng",
        "khuỷu",
        "giặt",
        "quyết",
        "ưu",
        "yêu",
        "oanh",
        "thuở",
        "bàn",
        "hoạch",
        "khuya",
        "xoong",
        "ỷ",
        "đường",
    ],
)
def test_a_syllable_is_one_however_it_is_written(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize(
    "word", ["Lu4t", "dja", "chuln", "quyet", "cap", "fax", "Khalh", "tiéń", "định1", "ban̂"]
)
def test_what_no_syllable_is_built_like_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_symbols_short_forms_and_numbers_are_no_words() -> None:
    assert broken_share("UBND tỉnh: 12/QĐ-UBND, a@skhcn.gov.vn, 2026; định") == 0
    assert broken_share("123") == 0
    assert broken_share("Luật Lu4t") == 0.5
