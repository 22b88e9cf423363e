"""Merging what documents say of a node nobody owns: votes, ties, independence of order."""

import random
from itertools import permutations

import pytest
from stores import document

from graph.engine.merge import merge
from graph.jsontext import canonical
from graph.model import Json, Node, NodeKind


def merged(*readings: Node) -> Node:
    """The merge of one vote each."""
    return merge((reading, 1) for reading in readings)


def test_one_reading_is_itself() -> None:
    node = document("vn/x", number="5", years=[2020, 2021], budget=None)
    assert merged(node) == node


def test_the_majority_wins_property_by_property() -> None:
    node = merged(
        document("vn/x", number="5", title="A"),
        document("vn/x", number="5", title="B", signer="N"),
        document("vn/x", number="6", title="B"),
    )
    assert node.properties == {"status": "cited", "number": "5", "title": "B", "signer": "N"}


def test_votes_count_documents() -> None:
    votes = [(document("vn/x", title="A"), 2), (document("vn/x", title="B"), 3)]
    assert merge(votes).properties["title"] == "B"


def test_silence_is_no_vote() -> None:
    empty = document("vn/x", title=None, signer="")
    node = merged(empty, empty, document("vn/x", title="A", signer="N"))
    assert (node.properties["title"], node.properties["signer"]) == ("A", "N")


@pytest.mark.parametrize(
    ("values", "winner"),
    [(("b", "a"), "a"), ((2, 10), 10), (([2], [1, 5]), [1, 5]), ((False, True), False)],
)
def test_a_tie_goes_to_the_smallest_json(values: tuple[Json, Json], winner: Json) -> None:
    assert winner == min(values, key=canonical)
    for order in (values, values[::-1]):
        assert merged(*(document("vn/x", v=value) for value in order)).properties["v"] == winner


def test_the_label_and_kind_are_voted_on_too() -> None:
    readings = [
        Node("x", NodeKind.UNIT, "Sở A"),
        Node("x", NodeKind.UNIT, "Sở B"),
        Node("x", NodeKind.DOCUMENT, "Sở B"),
    ]
    assert {
        merged(*order) == Node("x", NodeKind.UNIT, "Sở B") for order in permutations(readings)
    } == {True}


@pytest.mark.parametrize("seed", range(20))
def test_order_never_matters(seed: int) -> None:
    dice = random.Random(seed)
    readings = [
        document("vn/x", **{dice.choice("abc"): dice.choice(["1", 1, None, [1], "é"])})
        for _ in range(9)
    ]
    expected = merged(*readings)
    for _ in range(5):
        dice.shuffle(readings)
        assert merged(*readings) == expected
