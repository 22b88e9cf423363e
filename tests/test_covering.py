"""Which task a place belongs to: the first in the document whose words reach over it."""

from loaders.mentions import Assignment, Span
from loaders.tasks.covering import Covering


def test_the_first_task_that_reaches_over_a_place_has_it() -> None:
    covering = Covering(
        [_task(0, 100, "group"), _task(10, 30), _task(12, 90), _task(40, 50), _task(95, 99)]
    )
    said = {place: covering.first_at(place) for place in (5, 10, 15, 30, 45, 89, 90, 95, 99)}
    assert said == {
        5: None, 10: 1, 15: 1, 30: 2, 45: 2, 89: 2, 90: None, 95: 4, 99: None,
    }  # fmt: skip


def test_the_order_of_the_document_decides_not_the_nearer_beginning() -> None:
    assert Covering([_task(20, 40), _task(10, 60)]).first_at(25) == 0
    assert Covering([_task(10, 60), _task(20, 40)]).first_at(25) == 0


def test_nothing_covers_a_document_without_tasks() -> None:
    assert Covering([]).first_at(0) is None


def _task(start: int, end: int, kind: str = "task") -> Assignment:
    return Assignment(Span(start, start + 1), "", "", kind, "test", whole=Span(start, end))
