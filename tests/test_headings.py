"""Groups of tasks are called by their headings, whatever the picture is drawn around."""

import pytest

from api.scenes import SceneQuery, draw
from graph.model import EdgeKind, NodeKind
from graph.questions import neighbourhood
from graph.questions.headings import with_headings
from graph.store import GraphStore
from viz.picture import CardKind, View

PLAN = "vn/can-tho/ubnd/kh/2021/155"
UNIT = "vn/can-tho/skhcn"


@pytest.mark.parametrize("view", [View.CHAIN, View.EXPLORE])
def test_a_unit_sees_its_groups_by_their_headings(read_once: GraphStore, view: View) -> None:
    whole = {card.id: card for card in draw(read_once, SceneQuery(root=PLAN), 400).cards}
    drawn = draw(read_once, SceneQuery(root=UNIT, view=view), 400).cards
    groups = [card for card in drawn if card.kind is CardKind.GROUP]
    assert any(card.id in whole for card in groups), "the same groups as in the plan's own picture"
    assert all(card.title == whole[card.id].title for card in groups if card.id in whole)


def test_headings_come_with_what_proves_them(read_once: GraphStore) -> None:
    bare = neighbourhood(read_once, UNIT, depth=1)
    found = with_headings(read_once, bare)
    new = {node.id for node in found.nodes} - {node.id for node in bare.nodes}
    parts = [edge for edge in found.edges if edge.kind is EdgeKind.PART_OF and edge.target in new]
    assert new and {edge.target for edge in parts} == new
    assert all(edge.evidence for edge in parts)
    assert all(node.kind is NodeKind.TASK for node in found.nodes if node.id in new)
    assert found.depth.keys() == {node.id for node in found.nodes}
