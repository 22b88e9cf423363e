"""Units: lists part into names, names into ids within a document's scope."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from graph.vocabulary import rows
from graph.words.unit_words import OwnRow
from loaders.mentions import AnnexNote, Header, PartialDate, Span
from loaders.units.ids import identify
from loaders.units.phrases import phrase_end
from loaders.units.read import Scope, scope_of, split_units

SCOPES = {
    "department": Scope(
        "can-tho", "vn/can-tho/skhcn", "Sở Khoa học và Công nghệ Thành phố Cần Thơ"
    ),
    "province": Scope("lam-dong", "vn/lam-dong/ubnd", "Ủy ban nhân dân tỉnh Lâm Đồng"),
    "nation": Scope(None, "vn/ttg", "Thủ tướng Chính phủ"),
    "nowhere": Scope(),
}
CASES = tomllib.loads((Path(__file__).parent / "cases" / "units.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["words"][:40] for c in CASES])
def test_a_list_parts_into_units(case: dict[str, Any]) -> None:
    text = plain_text([case["words"]])
    found = split_units(text, 0, len(text.content), SCOPES[case["scope"]])
    assert [unit.name for unit in found] == case["names"]
    if "ids" in case:
        assert [unit.id or "" for unit in found] == case["ids"]
    if "collective" in case:
        assert all(unit.collective for unit in found)


def test_the_span_of_a_unit_covers_its_name() -> None:
    text = plain_text(["Cơ quan chủ trì: Sở Y tế, Công an tỉnh."])
    found = split_units(text, 16, len(text.content), SCOPES["province"])
    assert [text.content[u.span.start : u.span.end] for u in found] == ["Sở Y tế", "Công an tỉnh"]


def test_full_names_stand_alone() -> None:
    department = SCOPES["department"]
    organ = "Sở Khoa học và Công nghệ Thành phố Cần Thơ"
    assert identify("Văn phòng Sở", department).label == f"Văn phòng {organ}"
    assert identify("Phòng Kế hoạch", department).label == f"Phòng Kế hoạch, {organ}"
    assert identify("Chi cục Thủy lợi", department).label == "Chi cục Thủy lợi Thành phố Cần Thơ"
    assert identify("Thành ủy", SCOPES["department"]).label == "Thành ủy Cần Thơ"
    assert identify("Công ty Bia Cần Thơ", department).label == "Công ty Bia Cần Thơ"


def test_an_organ_of_ministerial_rank_is_not_of_the_organ_that_speaks() -> None:
    assert identify("cơ quan ngang Bộ", SCOPES["nation"]).label == "Cơ quan ngang Bộ"
    ministry = Scope(None, "vn/byt", "Bộ Y tế")
    assert identify("các đơn vị trực thuộc Bộ", ministry).label.endswith("thuộc Bộ Y tế")


def test_in_a_wards_document_the_ward_is_its_own() -> None:
    ward = Scope("hue", "vn/hue/phuong-an-cuu/ubnd", "Ủy ban nhân dân phường An Cựu")
    assert identify("Công an phường", ward).id == "vn/hue/phuong-an-cuu/ca"
    assert identify("UBND phường", ward).id == "vn/hue/phuong-an-cuu/ubnd"
    assert identify("Phòng Kinh tế", ward).id == "vn/hue/phuong-an-cuu/phong-kinh-te"
    assert identify("Sở Y tế", ward).id == "vn/hue/syt"
    assert identify("Công an xã", ward).id is None
    assert identify("Công an phường", SCOPES["province"]).id is None
    assert identify("Công an", ward).label == "Công an phường An Cựu"
    assert identify("Phòng Kinh tế", ward).label == "Phòng Kinh tế phường An Cựu"


def test_an_unknown_ministry_is_not_guessed_to_be_a_department() -> None:
    assert identify("Sở Kế hoạch Tài chính Đầu tư", SCOPES["province"]).confidence == 1.0
    near = identify("Sở Giáo dục vả Đảo tạo", SCOPES["province"])
    assert near.id == "vn/lam-dong/sgddt"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (Header(issuer="UBND tỉnh Cà Mau"), ("ca-mau", "vn/ca-mau/ubnd")),
        (Header(issuer="Bộ Y tế"), (None, "vn/byt")),
        (Header(issuer="Sở Y tế", jurisdiction="hue"), ("hue", "vn/hue/syt")),
        (
            Header(issuer="Ủy ban nhân dân phường Tân An", jurisdiction="can-tho"),
            ("can-tho", "vn/can-tho/phuong-tan-an/ubnd"),
        ),
        (Header(issuer="Ủy ban nhân dân xã Tân Lập"), (None, "vn/-/xa-tan-lap/ubnd")),
        (Header(), (None, None)),
        (
            Header(
                annex_of=AnnexNote(
                    "Kế hoạch", "12", "KH-UBND", PartialDate(), "UBND tỉnh Sơn La", Span(0, 1)
                )
            ),
            ("son-la", "vn/son-la/ubnd"),
        ),
    ],
)
def test_scope_of_a_header(header: Header, expected: tuple[str | None, str | None]) -> None:
    scope = scope_of(header)
    assert (scope.jurisdiction, scope.organ_id) == expected


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Liên đoàn Lao dộnq tỉnh", "vn/lam-dong/ldld"),
        ("Viện kiểm sát nhân dân tối cao", "vn/vksndtc"),
        ("Liên đoàn Bóng đá tỉnh", "vn/lam-dong/lien-doan-bong-da"),
        ("Hội Nông gia", "vn/lam-dong/hoi-nong-gia"),
    ],
)
def test_a_misread_name_is_mended_only_word_by_word(name: str, id: str) -> None:
    assert identify(name, SCOPES["province"]).id == id


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (Header(type="Nghị định", issuer="Chính phủ", title="về giá đất"), True),
        (Header(type="Kế hoạch", issuer="Bộ Y tế", title="phòng, chống dịch"), True),
        (Header(type="Công văn", issuer="Bộ Y tế", title="phòng, chống dịch"), False),
        (Header(type="Quyết định", issuer="Bộ Y tế", title="phê duyệt dự án"), False),
        (Header(type="Nghị quyết", issuer="Quốc hội", title="CƠ CHẾ CỦA TỈNH NGHỆ AN"), False),
        (Header(type="Kế hoạch", issuer="UBND tỉnh Nghệ An", title="phòng dịch"), False),
    ],
)
def test_a_norm_of_the_country_speaks_of_every_province(header: Header, expected: bool) -> None:
    assert scope_of(header).everywhere is expected


def test_nobody_names_an_organ_before_there_is_one() -> None:
    before = Scope(None, "vn/btc", "Bộ Tài chính", 2019)
    after = Scope(None, "vn/btc", "Bộ Tài chính", 2026)
    assert identify("Bộ Nông nghiệp và Môi trường", after).id == "vn/bnnmt"
    assert identify("Bộ Nông nghiệp và Môi trường", before).id is None
    assert scope_of(Header(issuer="Bộ Y tế", issued=PartialDate(2019))).year == 2019


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("các bộ, ngành, địa phương rà soát", "các bộ, ngành, địa phương"),
        ("Sở Y tế và các cơ quan liên quan hướng dẫn", "Sở Y tế và các cơ quan liên quan"),
        ("Trung tâm Lưu trữ lịch sử tiếp tục", "Trung tâm Lưu trữ lịch sử"),
        ("Chủ tịch UBND cấp xã có trách nhiệm", "Chủ tịch UBND cấp xã"),
        ("Cục Thủy lợi thuộc Bộ Xây dựng lập", "Cục Thủy lợi thuộc Bộ Xây dựng"),
        (
            "Ủy ban nhân dân các tỉnh: Gia Lai và Cà Mau lập",
            "Ủy ban nhân dân các tỉnh: Gia Lai và Cà Mau",
        ),
        ("các tổ chức chính trị - xã hội tỉnh: Vận động", "các tổ chức chính trị - xã hội tỉnh"),
        ("các cơ quan truyền thông, báo chí đưa tin", "các cơ quan truyền thông, báo chí"),
        (
            "Các công ty thủy điện trên địa bàn tỉnh xả lũ",
            "Các công ty thủy điện trên địa bàn tỉnh",
        ),
        ("các doanh nghiệp xổ số kiến thiết thực hiện", "các doanh nghiệp xổ số kiến thiết"),
        (
            "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp lập",
            "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp",
        ),
        ("Phòng Hỗ trợ người nộp thuế phối hợp", "Phòng Hỗ trợ người nộp thuế"),
        ("Ban Quản lý dự án và Sở Y tế lập", "Ban Quản lý dự án và Sở Y tế"),
        ("các trường hợp đặc biệt", None),
        ("nâng cao nhận thức", None),
    ],
)
def test_a_phrase_of_units_in_a_sentence(words: str, expected: str | None) -> None:
    stop = phrase_end(words, 0, len(words))
    assert (words[:stop] if stop else None) == expected


def test_the_organ_that_speaks_is_named_by_its_head_word_or_its_head() -> None:
    for row in rows("units", "own", OwnRow):
        scope = Scope("hue", "vn/hue/muoi", f"{row.word} Muối Biển")
        assert all(identify(said, scope).id == "vn/hue/muoi" for said in row.said), row.word
    assert identify("Giám đốc", Scope("hue", "vn/hue/muoi", "Viện Muối Biển")).id != "vn/hue/muoi"
