"""Numbers left blank in running text are doubts, not documents; repeated mentions are one."""

import pytest
from texts import plain_text

from loaders import delta, extract_json, understand

HEAD = ["ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Số: 15/KH-UBND", "KẾ HOẠCH", "Phát triển vùng xoài"]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Thực hiện Quyết định số /QĐ-UBND ngày tháng năm 2026", "Quyết định số /QĐ-UBND"),
        ("Căn cứ Nghị định số: …/2026/NĐ-CP của Chính phủ", "Nghị định số: …/2026/NĐ-CP"),
        ("theo Kế hoạch số ..... -KH/TU của Tỉnh ủy", "Kế hoạch số ..... -KH/TU"),
    ],
)
def test_a_blank_number_is_a_doubt_and_no_citation(words: str, printed: str) -> None:
    said = extract_json(understand(plain_text([*HEAD, words])))
    issues = [i for i in said["issues"] if i["rule"] == "citation.number_blank"]
    assert [i["evidence"][0]["quote"] for i in issues] == [printed]
    assert said["citations"] == []


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Quyết định số 7/QĐ-UBND ngày 02/02/2026",
        "một số /QĐ-UBND",
        "Biểu số /BM-01",
        "các quyết định số lượng lớn",
    ],
)
def test_what_is_no_blank_number(words: str) -> None:
    said = extract_json(understand(plain_text([*HEAD, words])))
    assert "citation.number_blank" not in {i["rule"] for i in said["issues"]}


def test_the_blank_number_of_the_document_itself_is_told_once() -> None:
    head = ["SỞ Y TẾ", "Số:     /KH-SYT", "KẾ HOẠCH", "Phòng dịch", "Căn cứ Luật Thủ đô;"]
    rules = [i.rule for i in delta(understand(plain_text(head))).issues]
    assert (rules.count("header.number_blank"), rules.count("citation.number_blank")) == (1, 0)


def test_a_changed_document_is_mentioned_once() -> None:
    words = "Căn cứ Luật Thủ đô số 39/2024/QH15 được sửa đổi, bổ sung bởi Luật số 7/2025/QH15;"
    said = extract_json(understand(plain_text([*HEAD, words])))
    assert [len(c["mentions"]) for c in said["citations"]] == [1, 1]
    assert [c["mentions"][0]["relation"] for c in said["citations"]] == ["based_on", "based_on"]
