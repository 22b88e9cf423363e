"""How nodes are to be shown after a change, before any engine writes it."""

import pytest
from stores import delta, document

from graph.engine.rows import node_row
from graph.engine.standing import Held, Standing, moves
from graph.engine.statement import statement
from graph.model import EdgeKind, Json, Node

LAW = "vn/qh/luat/2018/5"
SHOWN = document(LAW, title="Luật Đo lường")


def standing(cited: Node, shown: Node) -> Standing:
    """One more document describes an open law in some way, where it is shown in another."""
    said = [statement(delta("vn/a", ("vn/a", EdgeKind.CITES, LAW), references=[cited]))]
    found = Standing({LAW: Held(node_row(shown), None, 3)})
    found.own(said, {})
    found.vote(said, *moves(said, []))
    return found


def test_a_node_that_is_described_as_it_is_shown_needs_no_votes() -> None:
    found = standing(SHOWN, SHOWN)
    assert found.open([]) == []
    change = found.change([])
    assert change.counted == [(LAW, 4)]
    assert [put.node.id for put in change.put] == ["vn/a"]


def test_a_node_that_is_described_otherwise_is_weighed_anew() -> None:
    found = standing(document(LAW, title="Luật Chất lượng"), SHOWN)
    assert found.open([]) == [LAW]


@pytest.mark.parametrize(
    ("said", "shown", "votes"),
    [
        ({}, {"title": "Luật Đo lường"}, 0),
        ({"year": 2018}, {"title": "Luật Đo lường", "year": 2018}, 0),
        ({"year": 2018.0}, {"title": "Luật Đo lường", "year": 2018}, 1),
        ({"old": True}, {"old": 1}, 1),
        ({"title": None}, {}, 1),
        ({"label": "Luật 5"}, {"title": "Luật Đo lường"}, 1),
    ],
)
def test_a_node_that_is_described_in_part_as_it_is_shown_needs_no_votes(
    said: dict[str, Json], shown: dict[str, Json], votes: int
) -> None:
    found = standing(document(LAW, **said), document(LAW, **shown))
    assert len(found.open([])) == votes
