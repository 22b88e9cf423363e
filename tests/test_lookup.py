"""What words are taken for where an id is asked for: the same names as in questions, no guess."""

import pytest

from api.lookup import look_up
from graph.errors import NotFoundError
from graph.model import NodeKind
from graph.store import GraphStore

TDC = "vn/hcm/skhcn/chi-cuc-tieu-chuan-do-luong-chat-luong"


@pytest.mark.parametrize(
    "said, id",
    [
        ("Chi cục TĐC", TDC),  # one plan alone has these words in its text
        ("so khcn tphcm", "vn/hcm/skhcn"),
        ("Đề án 996", "vn/ttg/qd/2018/996"),
        ("kế hoạch 155 của Cần Thơ", "vn/can-tho/ubnd/kh/2021/155"),
        ("qd 76", "vn/hcm/ubnd/qd/2025/76"),
        ("vn/ttg/qd/2018/996", "vn/ttg/qd/2018/996"),
    ],
)
def test_words_are_understood_as_in_questions(read_once: GraphStore, said: str, id: str) -> None:
    assert look_up(read_once, said)[0] == id


def test_a_word_somewhere_in_a_text_names_nothing(read_once: GraphStore) -> None:
    said = "triệu đồng"
    (hit,) = read_once.search(said)
    assert hit.node.kind is NodeKind.DOCUMENT
    with pytest.raises(NotFoundError):
        look_up(read_once, said)


def test_several_that_may_be_meant_are_shown(read_once: GraphStore) -> None:
    with pytest.raises(NotFoundError) as refused:
        look_up(read_once, "Sở KHCN", [NodeKind.UNIT])
    assert "vn/hcm/skhcn" in str(refused.value) and "vn/can-tho/skhcn" in str(refused.value)


def test_a_unit_in_short_is_no_document(read_once: GraphStore) -> None:
    with pytest.raises(NotFoundError, match="là đơn vị, không phải văn bản"):
        look_up(read_once, "chi cuc tdc", [NodeKind.DOCUMENT])
