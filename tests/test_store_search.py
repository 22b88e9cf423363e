"""Search as people type it, on every store: numbers, names, words with and without diacritics."""

import unicodedata
from collections.abc import Callable

import pytest
from stores import DECISION, PLAN, delta, plan

from graph.model import EdgeKind, NodeKind
from graph.store import GraphStore
from loaders.citations.facts import Facts


def library(store: GraphStore) -> None:
    """Documents whose numbers and names are alike."""
    facts = [
        ("vn/ttg/qd/2018/996", "Quyết định", "996", "QĐ-TTg", "Phê duyệt Đề án đo lường"),
        ("vn/hcm/qd/2025/76", "Quyết định", "76", "QĐ-UBND", "Triển khai Chỉ thị"),
        ("vn/ct/qd/2025/76", "Quyết định", "76", "QĐ-UBND", "Đường Nguyễn Huệ"),
        ("vn/cp/nd/2018/61", "Nghị định", "61/2018", "NĐ-CP", "Một cửa"),
        ("vn/hcm/kh/2026/5", "Kế hoạch", "05", "KH-UBND", "Tiêu chuẩn đo lường chất lượng"),
    ]
    for id, type, number, symbol, title in facts:
        store.apply(
            delta(id, label=f"{type} {number}/{symbol}", type=type, number=number, symbol=symbol,
                  title=title, text=f"{type} {title}; theo số 996 và 76")
        )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("996", ["vn/ttg/qd/2018/996"]),
        ("quyet dinh 996", ["vn/ttg/qd/2018/996"]),
        ("QĐ 996/QĐ-TTg", ["vn/ttg/qd/2018/996"]),
        ("qd 76 ubnd", ["vn/ct/qd/2025/76", "vn/hcm/qd/2025/76"]),
        ("61/2018/NĐ-CP", ["vn/cp/nd/2018/61"]),
        ("nd 61", ["vn/cp/nd/2018/61"]),
        ("kế hoạch 5", ["vn/hcm/kh/2026/5"]),
        ("05/KH-UBND", ["vn/hcm/kh/2026/5"]),
        ("duong nguyen hue", ["vn/ct/qd/2025/76"]),
        ("ĐƯỜNG NGUYỄN", ["vn/ct/qd/2025/76"]),
        ("chat luon", ["vn/hcm/kh/2026/5"]),
    ],
)
def test_search_as_people_type(store: GraphStore, query: str, first: list[str]) -> None:
    library(store)
    for form in ("NFC", "NFD"):
        hits = store.search(unicodedata.normalize(form, query))
        assert [hit.node.id for hit in hits[: len(first)]] == first


def test_search_by_kind_and_page(store: GraphStore) -> None:
    library(store)
    store.apply(plan())
    assert [h.node.kind for h in store.search("so a", kinds=[NodeKind.UNIT])] == [NodeKind.UNIT]
    assert store.search("bao cao", kinds=[NodeKind.DOCUMENT]) == []
    everything = [hit.node.id for hit in store.search("quyet dinh", limit=50)]
    pages = [store.search("quyet dinh", limit=1, offset=n) for n in range(len(everything) + 1)]
    assert [hit.node.id for page in pages for hit in page] == everything
    assert len(everything) >= 4


def test_a_name_comes_before_a_text_that_more_documents_refer_to(store: GraphStore) -> None:
    said = [delta(f"vn/{n}", title=f"Bình Minh {n}", label=f"Văn bản {n}") for n in range(4)]
    often = delta("vn/often", title="Khác", text="Chương trình bình minh")
    citing = [delta(f"vn/c{n}", (f"vn/c{n}", EdgeKind.CITES, "vn/often")) for n in range(3)]
    store.apply_all([*said, often, *citing])
    named = [f"vn/{n}" for n in range(4)]
    for limit in range(1, 7):
        found = [hit.node.id for hit in store.search("binh minh", limit=limit)]
        assert found == [*named, "vn/often"][:limit]
    for offset in range(6):
        found = [hit.node.id for hit in store.search("binh minh", limit=2, offset=offset)]
        assert found == [*named, "vn/often"][offset : offset + 2]


def test_search_finds_a_short_name_that_a_document_gives(store: GraphStore) -> None:
    store.apply(plan())
    assert store.search("Đề án 76")[0].node.id == DECISION


def test_a_snippet_shows_where_the_words_stand(store: GraphStore) -> None:
    words = "mở đầu " * 60 + "Chỉ số hài lòng của người dân " + "phần cuối " * 60
    store.apply(delta(PLAN, text=unicodedata.normalize("NFD", words), title="Kế hoạch khác"))
    (hit,) = store.search("chi so hai long")
    assert "Chỉ số hài lòng của người dân" in hit.snippet
    assert len(hit.snippet) < 200
    (hit,) = store.search("ke hoach khac")
    assert hit.snippet == "Kế hoạch khác"
    (bare,) = store.search("chi so hai long", snippets=False)
    assert (bare.node, bare.snippet) == (hit.node, "")


def test_search_forgets_old_words(store: GraphStore) -> None:
    store.apply(delta(PLAN, title="Cũ kỹ", text="nội dung xưa"))
    store.apply(delta(PLAN, title="Tinh khôi", text="nội dung nay"))
    assert store.search("cu ky") == []
    assert store.search("xua") == []
    assert [hit.node.id for hit in store.search("tinh khoi nay")] == [PLAN]


def test_markup_is_neither_found_nor_shown(store: GraphStore) -> None:
    text = '<p class="vanban">Cơ quan <b>chủ trì</b> chọn **kế hoạch** a < b</p>\n|---|---|\n'
    store.apply(delta(PLAN, text=text * 3, title="Khác"))
    assert store.search("vanban") == []
    (hit,) = store.search("chu tri chon ke hoach")
    assert hit.snippet.startswith("Cơ quan chủ trì chọn kế hoạch a < b")
    assert not set("*|>") & set(hit.snippet)


@pytest.mark.parametrize("named", [lambda id: id, lambda id: Facts(id, "Quyết định").value()])
def test_a_short_name_finds_what_documents_call_so(
    store: GraphStore, named: Callable[[str], str]
) -> None:
    library(store)
    meant = "vn/hcm/qd/2025/76"
    store.apply(delta("vn/hcm/cv/1", offers=[("alias:ke hoach 996", named(meant))]))
    assert store.search("Kế hoạch 996")[0].node.id == meant
    assert meant not in [hit.node.id for hit in store.search("Đề án 996")]


def test_a_number_that_many_documents_have(store: GraphStore) -> None:
    """However many there are, those whose name holds the other words come first."""
    plans = [f"vn/p{place:02}/kh/2026/7" for place in range(45)]
    wanted = ["vn/a/qd/2026/7", "vn/b/qd/2026/7"]
    store.apply_all(
        delta(id, label="Kế hoạch 07/KH-SKHCN", number="07", type="Kế hoạch") for id in plans
    )
    store.apply_all(
        delta(id, label="Quyết định 7/QĐ-SKHCN", number="7", type="Quyết định") for id in wanted
    )
    assert [hit.node.id for hit in store.search("qd 7 skh")] == wanted
    assert {hit.node.id for hit in store.search("kh 07", limit=50)} == set(plans)
