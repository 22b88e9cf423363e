"""Both spellings of ủy are read alike, and evidence still stands where it is printed."""

from pathlib import Path

import pytest

from loaders import delta, read_bytes, understand
from loaders.readers.tones import placed

PLAN = (Path(__file__).parent / "corpus" / "kh-2132-kh-ubnd-2025.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("UỶ BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("Tỉnh uỷ, Uỷ viên", "Tỉnh ủy, Ủy viên"),
        ("Sở Văn hoá; Toà án", "Sở Văn hoá; Toà án"),  # told as it is printed
        ("Quý II, Quỹ, quỷ", "Quý II, Quỹ, quỷ"),
        ("hoàn toàn, tuýp", "hoàn toàn, tuýp"),
        ("hòa bình", "hòa bình"),
    ],
)
def test_the_tone_of_uy_stands_on_its_first_letter(printed: str, read: str) -> None:
    assert placed(printed) == read
    assert len(placed(printed)) == len(printed)


def test_a_plan_in_the_older_spelling_says_the_same() -> None:
    older = PLAN.replace("Ủy", "Uỷ").replace("ủy", "uỷ").replace("hóa", "hoá")
    assert older != PLAN
    one, other = (delta(understand(read_bytes(t.encode(), "a.md"))) for t in (PLAN, older))
    assert [edge.key for edge in one.edges] == [edge.key for edge in other.edges]
    for edge in other.edges:
        for proof in edge.evidence:
            printed = placed(older[proof.start : proof.end])
            assert printed.replace("*", "").split() == proof.quote.split()
