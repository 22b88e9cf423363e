"""What a document is to be called and what it takes: its own words tell, nobody else's do."""

import tomllib
from pathlib import Path

import pytest

from loaders import context, delta, read_bytes, understand
from loaders.reading import Reading

FILE = Path(__file__).parent / "cases" / "own_facts.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
SCHEME = "Phê duyệt Đề án trồng cây xanh ven sông giai đoạn 2026 - 2030"
HEAD = """ỦY BAN NHÂN DÂN
TỈNH NINH BÌNH

Số: 12/{symbol}
Ninh Bình, ngày 10 tháng 3 năm 2026

{kind}
{title}

"""
SYMBOLS = {"LUẬT": "2026/QH16", "KẾ HOẠCH": "KH-UBND", "BÁO CÁO": "BC-UBND"}


def reading_of(text: str, kind: str = "QUYẾT ĐỊNH", title: str = SCHEME) -> Reading:
    head = HEAD.format(symbol=SYMBOLS.get(kind, "QĐ-UBND"), kind=kind, title=title)
    return understand(read_bytes(f"{head}{text}\n".encode(), "vb.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_document_tells_its_short_name_and_its_money(case: dict[str, str]) -> None:
    about = {key: case[key] for key in ("kind", "title") if key in case}
    reading = reading_of(case["text"], **about)
    told = {name: getattr(reading, name) for name in ("short_title", "budget")}
    assert {name: said.value for name, said in told.items() if said} == {
        name: case[name] for name in told if name in case
    }
    doubts = {dict(d.facts)["totals"] for d in reading.doubts if d.rule == "money.totals"}
    assert doubts == ({case["totals"]} if "totals" in case else set())


def test_the_node_keeps_the_words_that_tell_them() -> None:
    text = (
        "Điều 1. Phê duyệt Đề án trồng cây (gọi tắt là Đề án 26).\n\n7. Tổng kinh phí: 5 tỷ đồng."
    )
    facts = delta(reading_of(text)).owned[0].properties
    assert (facts["short_title"], facts["budget"]) == ("Đề án 26", "5 tỷ đồng")
    assert facts["short_title_evidence"]["quote"] == "Đề án 26"
    assert facts["budget_evidence"]["quote"] == "Tổng kinh phí: 5 tỷ đồng"
    assert facts["budget_evidence"]["rule"] == "budget"


def test_its_own_name_is_no_citation_and_leads_others_to_it() -> None:
    text = "Điều 1. Phê duyệt Đề án trồng cây (gọi tắt là Đề án 26).\n\nĐiều 2. Đề án 26 do xã lập."
    scheme = reading_of(text)
    assert not [c for c in scheme.citations if c.alias]
    plan = reading_of("1. Các xã thực hiện Đề án 26.", "KẾ HOẠCH", "Trồng cây ven sông")
    edges = delta(plan, context([scheme, plan])).edges
    assert [e.target for e in edges if e.kind == "implements"] == [scheme.id]
