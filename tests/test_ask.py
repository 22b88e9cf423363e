"""Questions in Vietnamese over the sample documents: what each must be understood as and answer."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from engines import ENGINES, empty_store

from api.intake.ingest import ingest
from graph import open_store
from graph.copying import copy
from graph.questions.ask import Reply, ask
from graph.questions.ask.saying import ready
from graph.store import GraphStore
from graph.wire import ask_json

HERE = Path(__file__).parent
ASKED = HERE / "asked"
DAY = date(2026, 11, 27)
ROWS: list[dict[str, Any]] = tomllib.loads((HERE / "cases" / "questions.toml").read_text("utf-8"))[
    "case"
]
CASES = [(row[way], row) for way in ("ask", "plain") for row in ROWS]
each = pytest.mark.parametrize(("question", "row"), CASES, ids=[question for question, _ in CASES])


@pytest.fixture(scope="module", params=ENGINES)
def store(
    read_once: GraphStore,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[GraphStore]:
    """The sample corpus with three more documents, in each engine."""
    with (
        open_store("sqlite::memory:") as read,
        empty_store(request.param, tmp_path_factory.mktemp("ask"), request) as filled,
    ):
        copy(read_once, read, lambda done, total: None)
        assert not ingest([ASKED], read).failed
        copy(read, filled, lambda done, total: None)
        yield filled


@pytest.fixture(scope="module")
def reply_to(store: GraphStore) -> Callable[[str], Reply]:
    """The reply to a question, asked once."""
    return cache(lambda question: ask(store, question, today=DAY))


@each
def test_the_question_is_understood_and_answered(
    question: str, row: dict[str, Any], reply_to: Callable[[str], Reply]
) -> None:
    reply = ask_json(reply_to(question))
    assert reply["status"] == row.get("status", "answered"), reply["text"]
    understood = reply["understood"] or {"intent": None, "slots": {}}
    if "intent" in row:
        assert understood["intent"] == row["intent"], reply["text"]
    slots = understood["slots"]
    for name in ("documents", "units"):
        if name in row:
            assert [node["id"] for node in slots[name]] == row[name]
    for name in ("roles", "relation", "type", "place", "measure"):
        if name in row:
            assert slots[name] == row[name]
    if "period" in row:
        assert [slots["period"]["since"], slots["period"]["until"]] == row["period"]
    for words in row.get("says", ()):
        assert words.lower() in reply["text"].lower()
    assert set(row.get("nodes", ())) <= {node["id"] for node in reply["nodes"]}
    edges = {f"{edge['from']} {edge['kind']} {edge['to']}" for edge in reply["edges"]}
    assert set(row.get("edges", ())) <= edges
    if "alternatives" in row:
        assert len(reply["alternatives"]) == row["alternatives"]
    offered = json.dumps(reply["alternatives"])
    assert all(f'"{id}"' in offered for id in row.get("options", ()))


@each
def test_an_answer_says_nothing_that_its_proof_does_not(
    question: str, row: dict[str, Any], reply_to: Callable[[str], Reply]
) -> None:
    """Every edge has its words; every day and number of the text stands in nodes, edges or the
    question, but the last days of a rhythm and the years in which a day comes back; and only an
    answer has a proof to show."""
    reply = ask_json(reply_to(question))
    if reply["status"] != "answered":
        assert reply["edges"] == [] or reply["understood"]["intent"] == "in_force"
        return
    assert reply["alternatives"] == []
    assert all(edge["evidence"] for edge in reply["edges"])
    known = json.dumps([reply["nodes"], reply["edges"], question, str(DAY)], ensure_ascii=False)
    known += json.dumps(reply["understood"]["slots"].get("period"))  # "3 tháng tới": its days
    known += " ".join(_as_printed(known))
    text = re.sub(r"\(hết kỳ: [^)]*\)", "", reply["text"])
    for number in re.findall(r"\d\d/\d\d/\d{4}|\d+/[\w/]+[-–][\w-]+", text):
        again = any(edge["kind"] == "assigns" for edge in reply["edges"]) and "P1Y" in known
        assert number in known or (again and f"{number[:5]}/" in known), number


@each
def test_an_alternative_can_be_asked_as_it_stands(
    question: str, row: dict[str, Any], reply_to: Callable[[str], Reply]
) -> None:
    reply = reply_to(question)
    for other, text in zip(reply.alternatives, ready(reply.alternatives), strict=True):
        again = reply_to(text)
        assert again.asked is not None, (text, again.text.vi)
        assert again.asked.intent == other.intent
        assert again.asked.documents == other.documents
        assert again.asked.units == other.units


def test_what_is_named_like_a_document_is_no_task(reply_to: Callable[[str], Reply]) -> None:
    asked = reply_to("Ai chủ trì thực hiện Đề án truy xuất nguồn gốc?").asked
    assert asked is not None and [n.id for n in asked.documents] == ["vn/ttg/qd/2019/100"]


def test_a_word_with_other_marks_is_none_that_a_person_adds(
    reply_to: Callable[[str], Reply],
) -> None:
    """ "chợ" is no "cho", without which a name may be; "ngày hội đo lường" was told for it."""
    reply = reply_to("Hội chợ do ai làm, khi nào?")
    assert "Đưa sản phẩm dự hội chợ" in reply.text.vi and "ngày hội" not in reply.text.vi


def test_there_are_enough_cases_and_half_have_no_diacritics() -> None:
    plain = [row["plain"] for row in ROWS]
    assert len(CASES) >= 150 and len({*plain, *(row["ask"] for row in ROWS)}) >= 150
    assert all(text.isascii() or "…" in text for text in plain)


def test_a_question_of_any_length_and_kind_comes_back(store: GraphStore) -> None:
    for text in ("", "   ", "\x00\x1b[31m", "chủ trì " * 500, "Ai " * 59, "?" * 5000, "vn/" * 300):
        reply = ask(store, text, today=DAY)
        assert reply.status == "unknown" and reply.text.vi and reply.text.en
        assert not reply.edges


YEARLY = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NAI
Số: 41/KH-UBND
Đồng Nai, ngày 12 tháng 02 năm 2024

KẾ HOẠCH
Kiểm tra công tác lưu trữ

1. Giao Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh kết quả kiểm tra, định kỳ trước ngày 20/11 hằng năm.
"""


def test_what_comes_back_every_year_is_asked_of_the_years_by_today(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(YEARLY, "utf-8")
    with open_store("sqlite::memory:") as store:
        assert not ingest([tmp_path / "plan.txt"], store).failed
        reply = ask(store, "Trước 20/11 phải báo cáo gì?", today=DAY)
        assert reply.status == "answered" and reply.asked
        asked = [reply.asked, *reply.also]
        assert [one.period.year for one in asked if one.period] == [2026, 2027]
        for year in (2026, 2027):
            assert f"phải gửi trước 20/11/{year}" in reply.text.vi
            assert f"hiểu là năm {year}" in reply.text.vi


LETTER = """BỘ TÀI CHÍNH
CỤC THUẾ
Số: 977/CT-CS
Hà Nội, ngày 12 tháng 3 năm 2026
V/v góp vốn

Căn cứ tại Điều 34 Luật Doanh nghiệp số 59/2020/QH14 quy định về tài sản góp vốn.
"""


def test_the_year_behind_a_law_is_the_one_that_its_number_tells(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    with open_store("sqlite::memory:") as store:
        assert not ingest([tmp_path / "letter.txt"], store).failed
        for year, ids in (("2020", ["vn/qh/luat/2020/59"]), ("2014", [])):
            reply = ask(store, f"Luật Doanh nghiệp {year} còn hiệu lực không?", today=DAY)
            asked = reply.asked
            assert [node.id for node in (asked.documents if asked else ())] == ids
            assert asked is None or asked.period is None


INSURANCE = """BẢO HIỂM XÃ HỘI VIỆT NAM
Số: 611/BHXH-CSXH
Hà Nội, ngày 04 tháng 3 năm 2026
V/v hướng dẫn thu

Căn cứ Luật Bảo hiểm xã hội số 41/2024/QH15 ngày 29 tháng 6 năm 2024;
Đề nghị các đơn vị thực hiện.
"""


def test_a_law_is_named_by_letters_and_number(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(INSURANCE, "utf-8")
    with open_store("sqlite::memory:") as store:
        assert not ingest([tmp_path / "letter.txt"], store).failed
        reply = ask(store, "Luật BHXH 41/2024 có văn bản nào dựa vào?", today=DAY)
        assert reply.status == "answered" and "611/BHXH-CSXH" in reply.text.vi


def _as_printed(known: str) -> Iterator[str]:
    """The days of a proof as Vietnamese prints them, and the labels of documents."""
    for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", known):
        yield f"{day}/{month}/{year}"
    for day, month, year in re.findall(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", known):
        yield f"{int(day):02}/{int(month):02}/{year}"
    for day, month, year in re.findall(r"(\d{1,2})/(\d{1,2})/(\d{4})", known):
        yield f"{int(day):02}/{int(month):02}/{year}"
