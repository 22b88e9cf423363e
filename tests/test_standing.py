"""How nodes are to be shown after a change, before any engine writes it."""

from stores import delta, document

from graph.model import EdgeKind
from graph.rows import node_row
from graph.standing import Held, Standing, moves
from graph.statement import statement

LAW = "vn/qh/luat/2018/5"


def standing(title: str, shown: str) -> Standing:
    """One more document describes an open law by a title, where it is shown by another."""
    cited = document(LAW, title=title)
    said = [statement(delta("vn/a", ("vn/a", EdgeKind.CITES, LAW), references=[cited]))]
    found = Standing({LAW: Held(node_row(document(LAW, title=shown)), None, 3)})
    found.own(said, {})
    found.vote(said, *moves(said, []))
    return found


def test_a_node_that_is_described_as_it_is_shown_needs_no_votes() -> None:
    found = standing("Luật Đo lường", "Luật Đo lường")
    assert found.open([]) == []
    change = found.change([])
    assert change.counted == [(LAW, 4)]
    assert [put.node.id for put in change.put] == ["vn/a"]


def test_a_node_that_is_described_otherwise_is_weighed_anew() -> None:
    found = standing("Luật Đo lường", "Luật Chất lượng")
    assert found.open([]) == [LAW]
