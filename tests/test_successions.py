"""Successions: what a text says, what the vocabulary knows, what is neither."""

import pytest
from texts import plain_text

from graph.model import EdgeKind
from graph.vocabulary import rows
from loaders import delta, read_bytes, understand
from loaders.units.scope import Scope
from loaders.units.successions import SuccessionRow, _pattern, find_successions

CITY = Scope("can-tho", "vn/can-tho/ubnd", "Ủy ban nhân dân thành phố Cần Thơ", 2026)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sở Kế hoạch và Đầu tư (nay là Sở Tài chính) cấp phép.", [("stc", "skhdt")]),
        ("Sở Xây dựng (trước đây là Sở Giao thông vận tải) sửa cầu.", [("sxd", "sgtvt")]),
        (
            "Hợp nhất Sở Tài nguyên và Môi trường và Sở Nông nghiệp và Phát triển nông thôn thành "
            "Sở Nông nghiệp và Môi trường.",
            [("snnmt", "stnmt"), ("snnmt", "snnptnt")],
        ),
        (
            "Thành lập Sở Nội vụ trên cơ sở hợp nhất Sở Nội vụ và Sở Lao động - Thương binh và "
            "Xã hội.",
            [("snv", "sldtbxh")],
        ),
        ("Sáp nhập Ban Dân tộc vào Sở Dân tộc và Tôn giáo.", [("sdttg", "bdt")]),
        ("Sở Y tế nay là đầu mối tiếp nhận.", []),
        ("Hợp nhất hồ sơ của Sở Y tế và Sở Nội vụ.", []),
        ("Các sở, ban, ngành (nay là các cơ quan chuyên môn) báo cáo.", []),
    ],
)
def test_what_a_text_says(words: str, expected: list[tuple[str, str]]) -> None:
    found = find_successions(plain_text([words]), CITY)
    pairs = [(f"vn/can-tho/{new}", f"vn/can-tho/{old}") for new, old in expected]
    assert [(s.new.id, s.old.id) for s in found] == pairs


def test_an_ended_unit_leads_to_the_one_after_it_with_the_words_that_name_it() -> None:
    words = (
        "UBND TỈNH HẬU GIANG\nSố: 7/KH-UBND\nHậu Giang, ngày 10 tháng 02 năm 2024\n\nKẾ HOẠCH\n"
        "Trồng rừng\n\n1. Giao Sở Kế hoạch và Đầu tư chủ trì rà soát dự án.\n"
    )
    said = delta(understand(read_bytes(words.encode(), "ke-hoach.txt")))
    chain = {(e.source, e.target) for e in said.edges if e.kind is EdgeKind.SUCCEEDS}
    assert ("vn/hau-giang/stc", "vn/hau-giang/skhdt") in chain
    assert ("vn/can-tho/stc", "vn/hau-giang/stc") in chain
    proof = next(e.evidence[0] for e in said.edges if e.target == "vn/hau-giang/skhdt"
                 and e.kind is EdgeKind.SUCCEEDS)  # fmt: skip
    assert proof.rule == "vocabulary_succession" and "Sở Kế hoạch và Đầu tư" in proof.quote
    assert proof.confidence < 1


def test_a_unit_that_goes_on_has_no_successor() -> None:
    words = (
        "BỘ Y TẾ\nSố: 7/QĐ-BYT\nHà Nội, ngày 10 tháng 02 năm 2026\n\n"
        "QUYẾT ĐỊNH\n\nĐiều 1. Như trên.\n"
    )
    said = delta(understand(read_bytes(words.encode(), "quyet-dinh.txt")))
    assert not [e for e in said.edges if e.kind is EdgeKind.SUCCEEDS]


@pytest.mark.parametrize("key", ["after", "before", "joined", "into"])
def test_every_row_reads_its_examples_and_no_miss(key: str) -> None:
    for row in rows("successions", key, SuccessionRow):
        assert all(_pattern(key).search(example) for example in row.examples), row
        assert row.misses and not any(_pattern(key).search(miss) for miss in row.misses), row


@pytest.mark.parametrize("key", ["after", "before", "joined", "into"])
def test_what_joins_two_units_holds_a_sign(key: str) -> None:
    for row in rows("successions", key, SuccessionRow):
        for example in row.examples:
            found = _pattern(key).search(example)
            assert found and any(sign in found[0] for sign in row.signs), example
