"""The search field: units by their short forms come first, page by page, in every store."""

import pytest

from graph.model import NodeKind
from graph.questions import search
from graph.store import GraphStore

SKHCN = "vn/hcm/skhcn"


@pytest.mark.parametrize(
    "typed, first",
    [
        ("Sở KHCN TPHCM", [SKHCN]),
        ("so khcn can tho", ["vn/can-tho/skhcn"]),
        ("chi cục TĐC", [f"{SKHCN}/chi-cuc-tieu-chuan-do-luong-chat-luong"]),
        ("vp so", [f"{SKHCN}/van-phong"]),
        ("UBND TP", ["vn/hcm/ubnd", "vn/can-tho/ubnd"]),
        ("bo khcn", ["vn/bkhcn"]),
    ],
)
def test_units_named_in_short_come_first(sample: GraphStore, typed: str, first: list[str]) -> None:
    assert [hit.node.id for hit in search(sample, typed).hits[: len(first)]] == first


def test_a_unit_is_named_by_all_of_the_words(sample: GraphStore) -> None:
    """What goes on behind a name looks for something else."""
    asked = "kế hoạch của Chi cục TĐC"
    assert search(sample, asked).hits == tuple(sample.search(asked))


def test_other_kinds_are_asked_for_without_units(sample: GraphStore) -> None:
    hits = search(sample, "chi cục TĐC", [NodeKind.DOCUMENT]).hits
    assert hits and {hit.node.kind for hit in hits} == {NodeKind.DOCUMENT}


def test_pages_hold_everything_once(sample: GraphStore) -> None:
    whole = [hit.node.id for hit in search(sample, "SKHCN", limit=200).hits]
    assert whole[0] == SKHCN and len(whole) == len(set(whole))
    assert set(whole) == {hit.node.id for hit in sample.search("SKHCN", limit=200)}
    paged: list[str] = []
    cursor = None
    for _ in whole:
        page = search(sample, "SKHCN", limit=3, cursor=cursor)
        paged += [hit.node.id for hit in page.hits]
        if (cursor := page.next) is None:
            break
    assert paged == whole
