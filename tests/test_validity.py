"""From which day to which a document holds: its own sentence tells, nothing else does."""

import tomllib
from pathlib import Path

import pytest

from loaders import delta, read_bytes, understand

FILE = Path(__file__).parent / "cases" / "validity.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
HEAD = """ỦY BAN NHÂN DÂN
TỈNH NINH BÌNH

Số: 12/QĐ-UBND
Ninh Bình, ngày 10 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc giao việc kiểm định cân

QUYẾT ĐỊNH:

Điều 1. Giao các xã kiểm định cân.

"""


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_a_document_says_from_when_to_when_it_holds(case: dict[str, str]) -> None:
    reading = understand(read_bytes((HEAD + case["text"] + "\n").encode(), "qd.txt"))
    assert (reading.header.type, reading.header.issued.iso) == ("Quyết định", "2026-03-10")
    found = {name: getattr(reading.validity, name) for name in ("effective", "expires")}
    assert {name: told.value for name, told in found.items() if told} == {
        name: case[name] for name in found if name in case
    }


def test_the_node_keeps_the_words_that_tell_it() -> None:
    text = HEAD + "Điều 2. Quyết định này có hiệu lực   kể từ ngày 01/4/2026 đến hết năm 2027.\n"
    node = delta(understand(read_bytes(text.encode(), "qd.txt"))).owned[0]
    assert (node.properties["effective"], node.properties["expires"]) == (
        "2026-04-01", "2027-12-31",
    )  # fmt: skip
    proof = node.properties["effective_evidence"]
    assert proof["quote"] == "Quyết định này có hiệu lực kể từ ngày 01/4/2026"
    assert text[proof["start"] : proof["end"]].startswith("Quyết định này có hiệu lực   kể")
    assert proof["doc"] == node.id
    silent = delta(understand(read_bytes(HEAD.encode(), "qd.txt"))).owned[0]
    assert not {"effective", "expires", "effective_evidence"} & silent.properties.keys()
