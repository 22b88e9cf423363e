"""One value, one text: what digests and votes compare."""

import json

import pytest

from graph.jsontext import canonical, parsed
from graph.model import Json, NodeKind


class Markup(str):
    """Text as a parser of markup gives it."""


@pytest.mark.parametrize(
    "value",
    [
        "Đề án «91»\n\t\\\x00\u2028",
        10**30,
        -(2**63) - 1,
        0.85,
        None,
        True,
        [[], {}],
        {"b": [1], "a": ""},
    ],
)
def test_a_value_comes_back_and_is_written_as_the_standard_library_writes_it(value: Json) -> None:
    text = canonical(value)
    assert parsed(text) == value
    assert type(parsed(text)) is type(value)
    assert text == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_keys_are_in_order_of_their_code_points() -> None:
    shuffled = {"đ": 1, "z": 2, "aa": 3, "a": 4, "\U0001f600": 5, "\uffff": 6}
    assert list(parsed(canonical(shuffled))) == sorted(shuffled)


def test_text_of_any_kind_is_text() -> None:
    assert canonical([Markup("chữ"), NodeKind.TASK, ("a",)]) == '["chữ","task",["a"]]'
