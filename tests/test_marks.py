"""Words that differ in their Vietnamese marks alone."""

import pytest

from graph.words.marks import is_misprint, mend
from loaders.citations.issuer_names import spelt


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        ("Luật Thué", "Luật Thuế", True),
        ("LUẬT ĐẦT ĐAI", "Luật Đất đai", True),
        ("luật đất đai", "Luật Đất đai", False),
        ("Luật Hoá chất", "Luật Hóa chất", False),  # taste, no misprint
        ("Luật Đầu tư", "Luật Đầu tư công", False),
        ("Luật Điện", "Luật Điện lực", False),
    ],
)
def test_marks_alone_are_a_misprint(printed: str, right: str, *, expected: bool) -> None:
    assert is_misprint(printed, right) is expected


def test_words_with_other_marks_are_put_right() -> None:
    assert mend("Thủ tướng Chính phú", "Chính phủ") == "Thủ tướng Chính phủ"
    assert mend("CHÍNH PHÚ", "Chính phủ") == "CHÍNH PHÚ"
    assert mend("của Bộ trướng", "Bộ trưởng", first=True) == "của Bộ trướng"


def test_an_issuer_is_spelt_as_its_organ_is() -> None:
    assert spelt("Thú tướng Chính phú") == "Thủ tướng Chính phủ"
    assert spelt("Bộ Công thương") == "Bộ Công thương"
    assert spelt("Công ty Cô phần Mây Trắng") == "Công ty Cô phần Mây Trắng"
