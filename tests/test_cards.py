"""What is written on cards: numbers, short titles, short names."""

import pytest
from pictures import document, unit

from graph.model import Subgraph
from viz import scene
from viz.cards import document_name, shortened, vietnamese_date
from viz.names import unit_names
from viz.titles import short_title


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"number": "61/2018", "symbol": "NĐ-CP"}, "61/2018/NĐ-CP"),
        ({"number": "60", "symbol": "CTrHĐ/TU", "level": "province"}, "60-CTrHĐ/TU"),
        ({"symbol": "QĐ-UBND", "issued": "2025-03-02"}, "…/QĐ-UBND 2025"),
        ({"symbol": "QĐ-UBND"}, "…/QĐ-UBND"),
        ({"number": "996", "type": "Đề án"}, "Đề án 996"),
        ({"name": "Luật Đo lường"}, "Luật Đo lường"),
        ({"type": "Phụ lục", "year": 2026, "title": "Danh mục"}, "Phụ lục 2026"),
        ({"type": "Luật", "name": "Luật Thủ đô"}, "Luật Thủ đô"),
    ],
)
def test_document_names(facts: dict[str, str], name: str) -> None:
    assert document_name(document("x", **facts)) == name


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Về việc ban hành Kế hoạch chuyển đổi số", "Kế hoạch chuyển đổi số"),
        ("V/v: góp ý dự thảo", "Góp ý dự thảo"),
        ("VỀ CÔNG TÁC DÂN VẬN", "CÔNG TÁC DÂN VẬN"),
        ("Phê duyệt Đề án khu du lịch", "Đề án khu du lịch"),
        ("Vềđích", "Vềđích"),
        ("Ban hành", "Ban hành"),
        ("Tăng cường quản lý đất đai", "Tăng cường quản lý đất đai"),
        ("", ""),
    ],
)
def test_titles_begin_with_their_first_telling_word(title: str, short: str) -> None:
    assert short_title(title) == short


def names(*full: str) -> list[str]:
    """The names on cards of units that stand in one picture."""
    found = unit_names([unit(str(number), name) for number, name in enumerate(full)])
    return [found[str(number)] for number in range(len(full))]


def test_long_unit_names_lose_their_place_then_their_parent() -> None:
    assert names(
        "Sở Nông nghiệp và Môi trường tỉnh An Giang",
        "Phòng Tổ chức cán bộ, Sở Nông nghiệp và Môi trường tỉnh An Giang",
        "Văn phòng Sở",
    ) == ["Sở Nông nghiệp và Môi trường", "Phòng Tổ chức cán bộ", "Văn phòng Sở"]


def test_a_name_with_a_comma_of_its_own_stays_whole() -> None:
    long = "Sở Văn hóa, Thể thao, Du lịch và Thông tin tỉnh Lâm Đồng"
    assert names(long) == ["Sở Văn hóa, Thể thao, Du lịch và Thông tin"]


def test_units_of_two_provinces_keep_what_tells_them_apart() -> None:
    full = ("Sở Nông nghiệp và Môi trường tỉnh An Giang",
            "Sở Nông nghiệp và Môi trường tỉnh Cà Mau")  # fmt: skip
    assert names(*full) == list(full)


def test_short_names_of_words_stand_on_cards_letters_alone_do_not() -> None:
    named = [
        unit("a", "Chi cục Tiêu chuẩn Đo lường Chất lượng", short_name="Chi cục TĐC"),
        unit("b", "Ủy ban nhân dân tỉnh An Giang", short_name="UBND"),
    ]
    assert unit_names(named) == {"a": "Chi cục TĐC", "b": "Ủy ban nhân dân tỉnh An Giang"}


def test_a_law_shows_its_name_below_its_number() -> None:
    law = document("l", number="04/2011", symbol="QH13", type="Luật", name="Luật Đo lường")
    card = scene(Subgraph("l", (law,), {}, ())).cards[0]
    assert (card.label, card.title) == ("04/2011/QH13", "Luật Đo lường")


def test_long_names_are_cut_between_words() -> None:
    assert shortened("Trung tâm  Phân tích,\nthí nghiệm", 24) == "Trung tâm Phân tích…"
    assert shortened("a" * 50, 10) == "a" * 9 + "…"
    assert shortened("ngắn", 10) == "ngắn"


def test_dates_are_written_the_vietnamese_way() -> None:
    assert vietnamese_date("2025-07-01") == "01/07/2025"
    assert vietnamese_date("2025") == "2025"
