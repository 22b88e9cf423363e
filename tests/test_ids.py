"""Ids of documents and tasks: one document, one id; two documents, never one."""

import pytest

from graph.ids import document_id, issuer_path, law_id, task_id
from graph.words.symbols import kinds_of, read_symbol

HCM = "hcm"


def said(
    type: str | None,
    number: str | None,
    symbol: str | None,
    year: int | None = None,
    issuer: str | None = None,
    home: str | None = None,
) -> str:
    return document_id(type=type, number=number, symbol=symbol, year=year, issuer=issuer, home=home)


@pytest.mark.parametrize(
    ("id", "facts"),
    [
        ("vn/ttg/qd/2018/996", ("Quyết định", "996", "QĐ-TTg", 2018)),
        ("vn/hcm/ubnd/kh/2025/2132", ("Kế hoạch", "2132", "KH-UBND", 2025, None, HCM)),
        ("vn/hcm/ubnd/kh/2025/2132", ("Kế hoạch", "2132", "KH-UBND", 2025, "UBND Thành phố", HCM)),
        (
            "vn/can-tho/ubnd/kh/2021/155",
            ("Kế hoạch", "155", "KH-UBND", 2021, "Ủy ban nhân dân thành phố Cần Thơ", HCM),
        ),
        ("vn/tw/ct/2024/38", ("Chỉ thị", "38", "CT/TW", 2024, "Ban Bí thư")),
        ("vn/tw/nq/2022/27", ("Nghị quyết", "27", "NQ-TW", 2022)),
        ("vn/tw/qyd/2024/178", ("Quy định", "178", "QĐ/TW", 2024, "Bộ Chính trị")),
        ("vn/hcm/skhcn/kh/2022/880", ("Kế hoạch", "880", "KH-SKHCN", 2022, None, HCM)),
        ("vn/hcm/skhcn/kh/2025/2339", ("Kế hoạch", "2339", "KH-SKH-CN", 2025, None, HCM)),
        ("vn/hcm/sct/cv/2025/2784", ("Công văn", "2784", "SCT-QLCN", 2025, None, HCM)),
        ("vn/hcm/ubnd/qd/-/899", ("Quyết định", "899", "QĐ-UBND", None, None, HCM)),
        ("vn/hcm/ubnd/qd/2026/5-2026", ("Quyết định", "05/2026", "QĐ-UBND", None, None, HCM)),
        (
            "vn/lam-dong/vien-kiem-sat-nhan-dan-khu-vuc-5/kh/2025/21",
            ("Kế hoạch", "21", "KH-VKS-KV5", 2025, "Viện kiểm sát nhân dân khu vực 5", "lam-dong"),
        ),
        ("vn/hue/ubnd/qd/2020/30-hc", ("Quyết định", "30", "QĐ-UBND-HC", 2020, None, "hue")),
        ("vn/qh/luat/2006/68", ("Luật", "68/2006", "QH11")),
        ("vn/cp/nd/2021/135", ("Nghị định", "135/2021", "NĐ-CP")),
        ("vn/bnv/qd/1963/121", ("Quyết định", "121", "NV", 1963, "Bộ trưởng Bộ Nội vụ")),
        ("vn/cp/nd/1993/64", ("Nghị định", "64", "CP", 1993)),
        ("vn/cp/nd/2025/131", ("Nghị định", "131/2025", "NĐ-CP", 2025, "Bộ Y tế")),
        ("vn/byt/tt/2025/7", ("Thông tư", "07/2025", "TT-BYT", 2025, "Bộ Y tế")),
        ("vn/lntptw/kl/2024/23", ("Kết luận", "23", "KL-LNTPTW", 2024, None, HCM)),
        ("vn/qh/luat/2008/13", (None, "13/2008", "QH12")),
        ("vn/ct/cv/2025/5348", ("Công văn", "5348", "CT-CS", 2025, "Cục Thuế")),
    ],
)  # fmt: skip
def test_a_document_has_a_readable_id(id: str, facts: tuple[str, str, str]) -> None:
    assert said(*facts) == id


def test_unlike_documents_have_unlike_ids() -> None:
    assert said("Quyết định", "5", "QĐ-UBND", 2026, None, HCM) != said(
        "Quyết định", "05/2026", "QĐ-UBND", 2026, None, HCM
    )
    assert said("Quyết định", "76", "QĐ-UBND", 2025, None, HCM) != said(
        "Quyết định", "76", "QĐ-UBND", 2025, None, "can-tho"
    )


def test_two_unknown_provinces_never_meet() -> None:
    ids = {
        document_id(type="Quyết định", number="76", symbol="QĐ-UBND", year=2025, stranger=stranger)
        for stranger in ("-aaaa", "-bbbb")
    }
    assert len(ids) == 2


def test_a_document_without_number_is_known_by_its_title() -> None:
    def own(title: str) -> str:
        return document_id(
            type="Kế hoạch", number=None, symbol="KH-SKHCN", year=2026, home=HCM, title=title
        )

    assert own("Triển khai  đo lường") == own("triển khai đo lường")
    assert own("Triển khai đo lường") != own("Triển khai chất lượng")
    assert own("Triển khai đo lường").startswith("vn/hcm/skhcn/kh/2026/-")


def test_laws_are_known_by_number_else_by_title() -> None:
    assert law_id("Luật Đo lường", None) == "vn/qh/luat/-/do-luong"
    assert law_id("Luật An ninh mạng 2025", 2025) == "vn/qh/luat/2025/an-ninh-mang"
    assert law_id("Bộ luật Lao động", 2019) == "vn/qh/bl/2019/lao-dong"
    assert law_id("Pháp lệnh Ngoại hối", None) == "vn/ubtvqh/pl/-/ngoai-hoi"


def test_tasks_are_known_by_document_and_path() -> None:
    assert task_id("vn/x/kh/2025/1", "II.2.c") == "vn/x/kh/2025/1/nv/ii-2-c"
    assert task_id("d", "II.2.d") != task_id("d", "II.2.đ")
    assert task_id("d", "1", 2) == "d/nv/1~2"
    assert task_id("d", "") == "d/nv/-"


def test_words_name_the_issuer_before_the_symbol_does() -> None:
    assert issuer_path("Sở Y tế", "CV-XYZ", HCM) == "vn/hcm/syt"
    assert issuer_path(None, "QĐ-BYT", None) == "vn/byt"
    assert issuer_path(None, None, None) is None


def test_a_code_of_the_party_is_no_ministry_where_words_name_a_committee() -> None:
    assert issuer_path("Ban Tổ chức Huyện ủy", "TTr/BTC", HCM) == "vn/hcm/ban-to-chuc-huyen-uy"
    assert issuer_path("Huyện ủy", "QĐ/HU", HCM) == issuer_path(None, "QĐ/HU", HCM)


def test_beside_a_ministry_nobody_is_of_the_province_that_cites_it() -> None:
    assert issuer_path(None, "NQLT-HPN-BCA", HCM) == "vn/-/hlhpn"
    assert issuer_path(None, "KHLT-HPN-CA", HCM) == "vn/hcm/hlhpn"
    assert issuer_path(None, "HDLT-SYT-BHXH", HCM) == "vn/hcm/syt"  # of the province too


def test_communes_of_an_unnamed_province_are_kept_apart() -> None:
    assert issuer_path("UBND xã Tân Lập", "KH-UBND", None) == "vn/-/xa-tan-lap/ubnd"
    assert issuer_path("UBND xã Phú Hữu", "KH-UBND", None) == "vn/-/xa-phu-huu/ubnd"
    assert issuer_path("UBND xã Tân Lập", "KH-UBND", None, "-0a1b") == "vn/-0a1b/xa-tan-lap/ubnd"
    assert issuer_path("UBND xã Tân Lập", "KH-UBND", HCM) == "vn/hcm/xa-tan-lap/ubnd"


@pytest.mark.parametrize(
    ("issuer", "symbol", "path"),
    [
        ("Tổ giúp việc Ban Chỉ đạo Trung ương", "TB/TGV", "vn/to-giup-viec-ban-chi-dao-trung-uong"),
        ("Hội đồng Giáo dục quốc gia", None, "vn/hoi-dong-giao-duc-quoc-gia"),
        ("Tổ giúp việc Ban Chỉ đạo", "TB/TGV", "vn/hcm/tgv"),
        ("Tổ công tác Đề án", None, "vn/hcm/to-cong-tac-de-an"),
        ("Hội đồng bầu cử Quốc hội tỉnh", None, "vn/hcm/hoi-dong-bau-cu-quoc-hoi-tinh"),
        ("TỜ KHAI", None, None),
        ("Dự thảo", None, None),
        ("BÁO CÁO", None, None),
        ("Dự thảo", "TB/TGV", "vn/hcm/tgv"),
    ],
)
def test_an_organ_that_no_list_knows(issuer: str, symbol: str | None, path: str | None) -> None:
    assert issuer_path(issuer, symbol, HCM) == path


@pytest.mark.parametrize(
    ("symbol", "abbreviation", "code", "rest"),
    [
        ("QĐ-UBND-HC", "QĐ", "UBND", "HC"),
        ("CT/TW", "CT", "TW", ""),
        ("CT-CS", None, "CT", "CS"),
        ("SCT-QLCN", None, "SCT", "QLCN"),
        ("QĐ.UB", "QĐ", "UB", ""),
        ("QĐUB", "QĐ", "UB", ""),
        ("TT-LB", "TT-LB", "", ""),
        ("QD-TTg", "QĐ", "TTg", ""),
    ],
)
def test_a_symbol_has_parts(symbol: str, abbreviation: str | None, code: str, rest: str) -> None:
    parts = read_symbol(symbol)
    assert (parts.abbreviation, parts.code, parts.rest) == (abbreviation, code, rest)


def test_an_abbreviation_of_the_party_stands_for_two_kinds() -> None:
    assert [row.name for row in kinds_of(read_symbol("QĐ/TW"))] == ["Quyết định", "Quy định"]
    assert [row.name for row in kinds_of(read_symbol("QĐ-TTg"))] == ["Quyết định"]


def test_a_law_is_one_by_its_title_in_full_and_in_short() -> None:
    assert law_id("Luật BHXH", None) == law_id("Luật Bảo hiểm xã hội", None)
    assert law_id("Luật thuế TNDN", 2008) == law_id("Luật Thuế thu nhập doanh nghiệp", 2008)
    assert law_id("Luật TNXP", None) == "vn/qh/luat/-/tnxp"
