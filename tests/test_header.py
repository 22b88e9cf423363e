"""Headers: what documents of every kind say of themselves, case by case."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from loaders.header.numbering import read_number
from loaders.header.read import read_header
from loaders.layout.casing import cased
from loaders.mentions import Header
from loaders.readers import read_bytes
from loaders.text import Text

CASES = tomllib.loads((Path(__file__).parent / "cases" / "headers.toml").read_text("utf-8"))["case"]
PLAIN = ("type", "number", "symbol", "issuer", "place", "title", "jurisdiction", "signer")


def _read(words: str) -> tuple[Text, Header]:
    text = read_bytes(words.encode(), "case.md")
    return text, read_header(text)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_letterhead_says_what_it_says(case: dict[str, Any]) -> None:
    text, header = _read(case["text"])
    for field in (*PLAIN, "signer_title"):
        if field in case:
            assert getattr(header, field) == (case[field] or None), field
    if "issued" in case:
        assert (header.issued.iso or "") == case["issued"]
    if "partial" in case:
        assert (header.issued.iso, header.issued.partial) == (None, case["partial"])
    if "recipients" in case:
        assert [name for name, _ in header.recipients] == case["recipients"]
    if "body" in case:
        assert text.content[header.body_start :].startswith(case["body"])
    assert [doubt.rule for doubt in header.doubts] == case.get("doubts", [])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_annex_names_its_parent(case: dict[str, Any]) -> None:
    _, header = _read(case["text"])
    note = header.annex_of
    found = [note.type, note.number, note.symbol, note.date.iso] if note else None
    assert found == case.get("parent")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_spans_hold_what_they_are_named_for(case: dict[str, Any]) -> None:
    text, header = _read(case["text"])
    for name, span in header.spans.items():
        assert text.content[span.start : span.end].strip(), name
        assert text.locate(span.start, span.end)
    for name, span in header.recipients:
        assert text.content[span.start : span.end] == name
    assert 0 <= header.body_start <= header.body_end <= len(text.content)


def test_the_signature_ends_the_body_and_names_the_signer() -> None:
    text, header = _read(
        "Số: 8/BC-UBND\n\nBÁO CÁO\nTình hình nước sạch\n\nNước sạch đã về làng.\n\nNơi nhận:\n"
        "- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Ví Dụ\n"
    )
    assert (header.signer, header.signer_title) == ("Lê Thị Ví Dụ", "Phó Chủ tịch")
    assert text.content[: header.body_end].endswith("về làng.\n")


def test_what_is_attached_after_the_signature_is_not_the_header() -> None:
    _, header = _read(
        "Số: 21/QĐ-SYT\nQUYẾT ĐỊNH\nVề trực ca\n\nĐiều 1. Ban hành quy chế.\n\nNơi nhận:\n- VT.\n\n"
        "GIÁM ĐỐC\nNguyễn Ví Dụ\n\nQUY CHẾ\n(Kèm theo Quyết định số 21/QĐ-SYT)\n"
    )
    assert (header.type, header.number, header.annex_of) == ("Quyết định", "21", None)


@pytest.mark.parametrize(
    ("words", "number", "symbol", "unreadable"),
    [
        ("Số: 996/QĐ-TTg", "996", "QĐ-TTg", False),
        ("Số: 996 /QĐ - TTg", "996", "QĐ-TTg", False),
        ("Số: 61/2018/NĐ-CP", "61/2018", "NĐ-CP", False),
        ("Số: 66.13/2026/NQ-CP", "66.13/2026", "NQ-CP", False),
        ("Số: 1.278/NQ-UBTVQH15", "1278", "NQ-UBTVQH15", False),
        ("Số 38-CT/TW", "38", "CT/TW", False),
        ("Số:        /KH-SKHCN", None, "KH-SKHCN", False),
        ("Số: …… -KH/TU", None, "KH/TU", False),
        ("Số: 12a/UBND-VX", "12a", "UBND-VX", False),
        ("Số: 30/QĐ-UBND-HC", "30", "QĐ-UBND-HC", False),
        ("Số: #4# /TCT-CS", None, "TCT-CS", True),
        ("Luật số: 64/2025/QH15", "64/2025", "QH15", False),
    ],
)
def test_own_numbers(words: str, number: str | None, symbol: str, unreadable: bool) -> None:
    own = read_number(words)
    assert own is not None
    assert (own.number, own.symbol, own.unreadable) == (number, symbol, unreadable)


@pytest.mark.parametrize(
    "words", ["Sở Y tế tỉnh Sơn La", "12/5 là ngày họp", "Số người dự họp", "Số lượng: nhiều"]
)
def test_no_own_number(words: str) -> None:
    assert read_number(words) is None


@pytest.mark.parametrize(
    ("capitals", "content", "written"),
    [
        ("CHI CỤC KIỂM LÂM", "Giao Chi cục Kiểm lâm báo cáo.", "Chi cục Kiểm lâm"),
        ("ỦY BAN NHÂN DÂN XÃ TÂN AN", "", "Ủy ban nhân dân xã Tân An"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM", "", "Bảo hiểm xã hội Việt Nam"),
        ("Sở Y tế", "", "Sở Y tế"),
    ],
)
def test_names_in_capitals_are_written_as_in_text(
    capitals: str, content: str, written: str
) -> None:
    assert cased(capitals, content) == written
