"""Resolution: which document each mention means, and what stays open with its candidates."""

import pytest
from resolving import PLAN, among, ids, read, rules

from loaders.citations.facts import Facts
from loaders.mentions import AnnexNote, Header, PartialDate, Span


def test_mentions_of_one_document_are_joined() -> None:
    found = read(
        "Căn cứ Quyết định số 76/QĐ-UBND ngày 01 tháng 7 năm 2025 của Ủy ban nhân dân Thành phố;",
        "1. Tổ chức thực hiện Quyết định số 76/QĐ-UBND.",
    )
    (document,) = found.cited
    assert document.id == "vn/hcm/ubnd/qd/2025/76"
    assert document.issuer == "Ủy ban nhân dân Thành phố Hồ Chí Minh"
    assert (document.relation, len(document.mentions)) == ("based_on", 2)
    assert found.target_of(0) == found.target_of(1) == document.id
    assert found.target_of(9) is None


def test_the_issuer_is_told_by_the_symbol_where_no_words_name_it() -> None:
    (document,) = read("theo Quyết định số 9/QĐ-TTg ngày 03/02/2024").cited
    assert (document.issuer, document.organ_id) == ("Thủ tướng Chính phủ", "vn/ttg")


def test_of_equals_what_stands_with_a_date_is_how_a_document_is_called() -> None:
    found = read(
        "Luật Tiếp công dân 2013; TT 2/2017/TT-VPCP về lưu trữ do Văn phòng Chính phủ ban hành",
        "Căn cứ Luật Tiếp công dân ngày 25/11/2013; Thông tư số 2/2017/TT-VPCP ngày 31/10/2017"
        " của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ;",
    ).cited
    assert [document.name or document.issuer for document in found] == [
        "Luật Tiếp công dân", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
    ]  # fmt: skip


def test_two_dates_of_one_year_are_one_document_with_a_doubt() -> None:
    found = read("Kế hoạch số 5/KH-UBND ngày 01/4/2025", "Kế hoạch số 5/KH-UBND ngày 02/4/2025")
    assert ids(found.cited) == ["vn/hcm/ubnd/kh/2025/5"]
    assert rules(found) == ["citation.two_dates"]


def test_two_years_are_two_documents_and_a_mention_without_date_is_neither() -> None:
    found = read(
        "Kế hoạch số 5/KH-UBND ngày 01/4/2024", "Kế hoạch số 5/KH-UBND ngày 02/4/2025",
        "Kế hoạch số 5/KH-UBND",
    )  # fmt: skip
    assert ids(found.cited) == [
        "vn/hcm/ubnd/kh/2024/5",
        "vn/hcm/ubnd/kh/2025/5",
        "vn/hcm/ubnd/kh/-/5",
    ]
    assert "citation.two_years" in rules(found)


def test_near_symbols_of_one_organ_are_one_document_with_a_doubt() -> None:
    found = read("Kế hoạch số 398/KH-SKHCCN ngày 19/01/2025", "Kế hoạch số 398/KH-SKHCN")
    assert ids(found.cited) == ["vn/hcm/skhcn/kh/2025/398"]
    assert rules(found) == ["citation.variants"]


def test_one_number_of_two_provinces_is_two_documents() -> None:
    found = read(
        "Quyết định số 76/QĐ-UBND ngày 01/7/2025 của Ủy ban nhân dân Thành phố",
    )
    other = read("Quyết định số 76/QĐ-UBND ngày 01/7/2025 của Ủy ban nhân dân thành phố Cần Thơ")
    assert ids(found.cited) != ids(other.cited)


@pytest.mark.parametrize(
    "other", ["Quyết định số 7/QĐ-UBND ngày 01/4/2024 của Ủy ban nhân dân tỉnh",
              "Quyết định số 7/QĐ-UBND ngày 01/4/2024"]
)  # fmt: skip
@pytest.mark.parametrize(
    ("issuer", "place"),
    [("Ủy ban nhân dân tỉnh An Giang", "an-giang"), ("Ủy ban nhân dân tỉnh", "hcm"),
     ("Thủ tướng Chính phủ", "hcm")],
)  # fmt: skip
def test_a_title_speaks_of_documents_of_its_own_province(
    other: str, issuer: str, place: str
) -> None:
    symbol = "TTg" if "Thủ" in issuer else "UBND"
    found = read(f"Quyết định số 5/QĐ-{symbol} ngày 03/5/2025 của {issuer} về sửa đổi {other}.")
    assert ids(found.cited)[1] == f"vn/{place}/ubnd/qd/2024/7"


def test_where_no_province_is_known_documents_of_two_texts_never_meet() -> None:
    letter = Header(type="Công văn", issuer="Công ty A")
    one = read("theo Quyết định số 76/QĐ-UBND ngày 01/7/2025", id="a/b/c/2025/1", header=letter)
    two = read("theo Quyết định số 76/QĐ-UBND ngày 01/7/2025", id="a/b/c/2025/2", header=letter)
    assert ids(one.cited) != ids(two.cited)


def test_a_text_without_letterhead_takes_the_one_province_its_issuers_name() -> None:
    news = read(
        "Ủy ban nhân dân Thành phố Hồ Chí Minh đã ban hành Quyết định số 520/QĐ-UBND năm ngoái.",
        "Sở đã ban hành Kế hoạch số 880/KH-SKHCN ngày 06/4/2022.",
        header=Header(type="Tin bài"), id="vn/-/tin/2022/x",
    )  # fmt: skip
    assert ids(news.cited)[1] == "vn/hcm/skhcn/kh/2022/880"


def test_a_missing_year_is_found_in_the_corpus_when_one_candidate_is_there() -> None:
    other = read("Quyết định số 899/QĐ-TTg ngày 20/6/2017", id="vn/x/kh/2018/1")
    found = read("theo Quyết định số 899/QĐ-TTg", offers=among(("vn/x/kh/2018/1", other)))
    (document,) = found.cited
    assert (document.id, document.status) == ("vn/ttg/qd/2017/899", "resolved")
    assert document.reason == "year:vn/x/kh/2018/1"
    assert document.date == PartialDate()
    assert "doc:vn/ttg/qd/*/899" in found.asks


def test_several_years_stay_open_with_their_candidates() -> None:
    one = read("Quyết định số 899/QĐ-TTg ngày 20/6/2017", id="a/b/c/2018/1")
    two = read("Quyết định số 899/QĐ-TTg ngày 20/6/2013", id="a/b/c/2018/2")
    offers = among(("a/b/c/2018/1", one), ("a/b/c/2018/2", two))
    found = read("theo Quyết định số 899/QĐ-TTg", offers=offers)
    (document,) = found.cited
    assert (document.id, document.status) == ("vn/ttg/qd/-/899", "ambiguous")
    assert document.candidates == ("vn/ttg/qd/2013/899", "vn/ttg/qd/2017/899")
    assert rules(found) == ["citation.year_open"]


def test_no_younger_document_is_meant() -> None:
    other = read("Quyết định số 899/QĐ-TTg ngày 20/6/2029", id="a/b/c/2029/1")
    found = read("theo Quyết định số 899/QĐ-TTg", offers=among(("a/b/c/2029/1", other)))
    assert [(d.id, d.status) for d in found.cited] == [("vn/ttg/qd/-/899", "unresolved")]


def test_short_names_hold_where_they_are_defined() -> None:
    found = read(
        "Thực hiện Quyết định số 996/QĐ-TTg ngày 10/8/2018 phê duyệt Đề án đo lường (gọi tắt là "
        "Đề án 996), Sở Y tế Thành phố đã ban hành Quyết định số 520/QĐ-SYT ngày 21/02/2022 về "
        "ban hành Kế hoạch đo lường (gọi tắt là Kế hoạch 996).",
        "1. Kế hoạch 996 nêu rõ bốn nhóm việc của Đề án 996.",
    )
    named = {document.number: document.aliases for document in found.cited}
    assert named == {"996": ("Đề án 996",), "520": ("Kế hoạch 996",)}
    assert {len(document.mentions) for document in found.cited} == {2}


def test_a_short_number_means_the_one_document_of_that_number() -> None:
    found = read("Nghị quyết số 57-NQ/TW ngày 22/12/2024", "1. Quán triệt Nghị quyết 57.")
    assert [(d.id, len(d.mentions)) for d in found.cited] == [("vn/tw/nq/2024/57", 2)]


DEFINING = (
    "Quyết định số 996/QĐ-TTg ngày 10/8/2018 phê duyệt Đề án đo lường (gọi tắt là Đề án 996)",
    "Quyết định số 5/QĐ-BYT ngày 10/8/2020 phê duyệt Đề án thuốc (gọi tắt là Đề án 996)",
)


def test_an_annex_takes_the_short_names_of_what_it_belongs_to() -> None:
    plan, other = read(DEFINING[0]), read(DEFINING[1], id="a/b/c/2021/1")
    annex = Header(
        type="Phụ lục", jurisdiction="hcm", issuer="Sở Khoa học và Công nghệ",
        annex_of=AnnexNote("Kế hoạch", "7", "KH-SKHCN", PartialDate(2026, 3, 1),
                           "Sở Khoa học và Công nghệ", Span(0, 1)),
    )  # fmt: skip
    offers = among((PLAN, plan), ("a/b/c/2021/1", other))
    found = read("Nội dung theo Đề án 996.", offers=offers, id="a/b/phl/-/-x", header=annex)
    assert found.parent is not None and found.parent.id == PLAN
    (document,) = found.cited
    assert (document.id, document.number, document.symbol) == (
        "vn/ttg/qd/2018/996",
        "996",
        "QĐ-TTg",
    )
    assert document.reason == f"alias:{PLAN}"


def test_elsewhere_a_short_name_holds_when_no_one_contradicts() -> None:
    one, two = read(DEFINING[0], id="a/b/c/2021/1"), read(DEFINING[1], id="a/b/c/2021/2")
    agreed = read("theo Đề án 996", offers=among(("a/b/c/2021/1", one)))
    assert ids(agreed.cited) == ["vn/ttg/qd/2018/996"]
    both = among(("a/b/c/2021/1", one), ("a/b/c/2021/2", two))
    disputed = read("theo Đề án 996", offers=both)
    assert (disputed.cited, rules(disputed)) == ((), ["alias.ambiguous"])
    unknown = read("theo Đề án 996")
    assert (unknown.cited, rules(unknown)) == ((), ["alias.unresolved"])
    assert unknown.asks == ("alias:de an 996",)


def test_a_short_name_of_another_province_does_not_hold_here() -> None:
    other = read(
        "Quyết định số 5/QĐ-UBND ngày 10/8/2020 của Ủy ban nhân dân tỉnh An Giang phê duyệt "
        "Đề án lúa (gọi tắt là Đề án 55)",
        id="a/b/c/2021/1",
    )
    found = read("theo Đề án 55", offers=among(("a/b/c/2021/1", other)))
    assert (found.cited, rules(found)) == ((), ["alias.unresolved"])


def test_an_annex_of_a_draft_finds_it_by_issuer_kind_and_year() -> None:
    draft = Header(type="Kế hoạch", symbol="KH-SKHCN", issued=PartialDate(2026), jurisdiction="hcm",
                   issuer="Sở Khoa học và Công nghệ", title="Triển khai")  # fmt: skip
    id = "vn/hcm/skhcn/kh/2026/-abcd1234"
    plan = read("không viện dẫn", id=id, header=draft)
    annex = Header(
        type="Phụ lục", jurisdiction="hcm",
        annex_of=AnnexNote("Kế hoạch", None, "KH-SKHCN", PartialDate(2026),
                           "Sở Khoa học và Công nghệ", Span(0, 1)),
    )  # fmt: skip
    found = read("Báo cáo", offers=among((id, plan)), id="a/b/phl/-/-y", header=annex)
    assert found.parent is not None and found.parent.id == id
    lost = read("Báo cáo", id="a/b/phl/-/-y", header=annex)
    assert lost.parent is None and lost.asks == ("draft:vn/hcm/skhcn/kh/2026",)


def test_offers_depend_on_the_document_alone() -> None:
    other = read("Quyết định số 899/QĐ-TTg ngày 20/6/2017", id="a/b/c/2018/1")
    words = ("theo Quyết định số 899/QĐ-TTg", DEFINING[0])
    assert read(*words).offers == read(*words, offers=among(("a/b/c/2018/1", other))).offers
    keys = {offer.key for offer in read(*words).offers}
    assert {"doc:vn/hcm/skhcn/kh/*/7", "doc:vn/ttg/qd/*/996", "alias:de an 996"} <= keys


def test_the_value_of_an_offer_is_read_back() -> None:
    facts = Facts("vn/ttg/qd/2018/996", "Quyết định", "996", "QĐ-TTg", "2018-08-10")
    assert Facts.parse(facts.value()) == facts


def test_a_document_does_not_cite_itself() -> None:
    assert read("Kế hoạch số 7/KH-SKHCN ngày 01/3/2026", id="vn/hcm/skhcn/kh/2026/7").cited == ()
