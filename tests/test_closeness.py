"""Which words stand together in the name of a task, so that they name it."""

from datetime import date
from pathlib import Path

import pytest

from api.intake.ingest import ingest
from graph import open_store
from graph.questions.ask import ask
from graph.questions.ask.closeness import stand_together
from graph.questions.ask.words import words_of

REPAIR = (
    "Rà soát kho vật tư; tổ chức sửa chữa, sơn lại, thay lốp, kiểm tra phanh của xe, máy và các"
    " thiết bị chữa cháy tại trụ sở, nhà văn hóa, trạm y tế để bảo đảm an toàn cho người dân trong"
    " mùa khô; tiếp thu ý kiến của nhân dân khi bổ sung danh mục"
)


@pytest.mark.parametrize(
    ("asked", "name", "together"),
    [
        pytest.param("rà soát vật tư", REPAIR, True, id="near"),
        pytest.param("bo sung y kien", REPAIR, True, id="near, in another order, without marks"),
        pytest.param("sửa chữa thiết bị trạm y tế", REPAIR, True, id="many, in order"),
        pytest.param("trạm y tế sửa chữa thiết bị", REPAIR, False, id="many, in another order"),
        pytest.param("sửa chữa an toàn", REPAIR, False, id="few, far apart"),
        pytest.param("rà soát kho vật tư bổ sung danh mục", REPAIR, False, id="in order, too far"),
        pytest.param("sửa xe", "Sửa chữa, sơn lại, thay lốp xe", True, id="a part of the name"),
        pytest.param("xe sửa", "Sửa chữa, sơn lại, thay lốp xe", False, id="in another order"),
    ],
)
def test_words_name_a_task_where_they_stand_together(asked: str, name: str, together: bool) -> None:
    assert stand_together(words_of(asked), words_of(name)) is together


PLAN = """ỦY BAN NHÂN DÂN XÃ TÂN LẬP
Số: 31/KH-UBND
Tân Lập, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Bảo vệ rừng năm 2024

II. NHIỆM VỤ

1. Phòng Kinh tế chủ trì trình Hội đồng nhân dân xã xem xét Chương trình bảo vệ rừng đầu nguồn.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Chương trình về bảo vệ rừng đầu nguồn do ai chủ trì?",
        "chuong trinh ve bao ve rung dau nguon do ai chu tri?",
    ],
)
def test_a_word_without_marks_is_not_taken_for_one_that_says_nothing(
    question: str, tmp_path: Path
) -> None:
    (tmp_path / "kh-31.txt").write_text(PLAN, "utf-8")
    with open_store("sqlite::memory:") as store:
        assert not ingest([tmp_path], store).failed
        reply = ask(store, question, today=date(2024, 4, 1))
    assert "chủ trì: Phòng Kinh tế" in reply.text.vi
