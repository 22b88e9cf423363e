"""Which task restates which: by name, by opening, by numbering, and never by guess."""

import pytest
from stores import task

from graph.model import Node
from graph.questions.counterparts import counterparts

LONG = "Tổ chức lớp tập huấn về tiêu chuẩn đo lường chất lượng cho doanh nghiệp"
NAMED = "Theo Nghị quyết 27 mời chuyên gia giỏi"
TURNED = "Mời chuyên gia giỏi theo Nghị quyết 27 và Quyết định 5"


def tasks(document: str, *names: str | tuple[str, str]) -> list[Node]:
    """Tasks of a document: a name, or (path, name)."""
    pairs = [("", name) if isinstance(name, str) else name for name in names]
    return [
        task(f"{document}/nv/{n}", path=path, name=name) for n, (path, name) in enumerate(pairs)
    ]


def paired(plan: list[Node], annex: list[Node]) -> list[tuple[int, int]]:
    """The pairs as places in both lists."""
    return [(plan.index(one), annex.index(other)) for one, other in counterparts(plan, annex)]


@pytest.mark.parametrize(
    ("plan", "annex", "expected"),
    [
        ([LONG], [LONG.upper() + "."], [(0, 0)]),
        ([LONG, NAMED], [NAMED, LONG], [(0, 1), (1, 0)]),
        ([LONG, LONG], [LONG], []),  # it could stand for either
        ([LONG], [LONG + " (theo Kế hoạch 5)"], [(0, 0)]),
        ([LONG + " một", LONG + " hai"], [LONG + " hai"], [(1, 0)]),
        ([LONG + " một", LONG + " hai"], [LONG + " ba"], []),
        (["Khảo sát"], ["Khảo sát"], []),  # too short a name to stand alone
        ([("II.1.a", "Khảo sát")], [("1.a", "Khảo sát")], [(0, 0)]),
        ([("II.1.a", "Khảo sát")], [("1.a", "Tổng kết")], []),
        ([("II.3.c", NAMED)], [("3.c", TURNED)], [(0, 0)]),
        ([("II.3.c", NAMED)], [("II.3.c", TURNED)], [(0, 0)]),
        ([("II.3.c", NAMED)], [("4.c", TURNED)], []),
        ([("II.3.c", NAMED)], [("I.3.c", TURNED)], []),
        ([("1", NAMED)], [("1", TURNED)], []),
        ([""], [""], []),
        ([], [LONG], []),
    ],
)  # fmt: skip
def test_which_restates_which(
    plan: list[str | tuple[str, str]],
    annex: list[str | tuple[str, str]],
    expected: list[tuple[int, int]],
) -> None:
    assert paired(tasks("vn/a", *plan), tasks("vn/p", *annex)) == expected


def test_equal_names_are_told_apart_by_their_numbering() -> None:
    name = "Báo cáo kết quả thực hiện về Sở"
    plan = tasks("vn/a", ("II.1.a", name), ("II.2.a", name))
    annex = tasks("vn/p", ("2.a", name), ("1.a", name))
    assert paired(plan, annex) == [(0, 1), (1, 0)]
