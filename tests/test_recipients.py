"""Recipients: "Kính gửi" and "Nơi nhận", persons and codes told apart from units."""

import pytest

from graph.model import EdgeKind
from loaders import read_bytes, understand
from loaders.mentions import UnitMention
from loaders.tasks.recipient_codes import CODED, LISTED

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 21/QĐ-UBND
Lâm Đồng, ngày 10 tháng 02 năm 2026

QUYẾT ĐỊNH
Về việc tổ chức hội thi

Điều 1. Tổ chức hội thi tay nghề.

Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc Sở Nội vụ;
Thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:
"""


CHARGED = [f"vn/lam-dong/{unit}" for unit in ("vpubnd", "snv", "ubnd/cac-co-quan-lien-quan")]


OF_COUNTRY = "cac-co-quan-trung-uong-tren-dia-ban"
COMMUNES = "uy-ban-nhan-dan-cac-xa-tan-ha-duc-trong"
OWN, PARTY = "vn/lam-dong/ubnd", "cac-co-quan-thuoc-tinh-uy"
SECTORS = "vn/lam-dong/ubnd/cac-so-nganh-to-chuc-chinh-tri-xa-hoi"


def recipients(*lines: str) -> list[UnitMention]:
    words = HEAD + "\n".join(f"- {line};" for line in lines) + "\n- Lưu: VT.\n- Sở Y tế;\n"
    reading = understand(read_bytes(words.encode(), "quyet-dinh.txt"))
    return [unit for kind, unit in reading.parties if kind.value == "addressed_to"]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("Bộ Nội vụ (để b/c)", ["vn/bnv"]),
        ("TT Tỉnh ủy; TT HĐND tỉnh", ["vn/lam-dong/tu", "vn/lam-dong/hdnd"]),
        ("Các Bộ: TC, NV, NNMT", ["vn/btc", "vn/bnv", "vn/bnnmt"]),
        ("Các Sở: XD, KH&CN", ["vn/lam-dong/sxd", "vn/lam-dong/skhcn"]),
        ("VPCP: BTCN, các PCN", ["vn/vpcp"]),
        ("Vụ Pháp chế - Bộ Nội vụ", ["vn/bnv/vu-phap-che"]),
        ("UBND các xã, phường", ["vn/lam-dong/ubnd-cap-xa"]),
        ("Như Điều 2", CHARGED),
        ("Như trên", []),
        ("CT, các PCT UBND tỉnh", []),
        ("UBND tỉnh: CT, các PCT", []),
        ("Chánh VP, PCVP phụ trách", ["vn/lam-dong/vpubnd"]),
        ("Các Phó Thủ tướng Chính phủ", []),
        ("Cục KSTTHC", []),
        ("Cục KSTTHC (VPCP)", ["vn/vpcp/cuc-kiem-soat-thu-tuc-hanh-chinh"]),
        ("TTr Tỉnh ủy, TTr HĐND tỉnh", ["vn/lam-dong/tu", "vn/lam-dong/hdnd"]),
        ("VPUBND tỉnh: CVP, các PCVP", ["vn/lam-dong/vpubnd"]),
        ("UBMTTQVN tỉnh", ["vn/lam-dong/mttq"]),
        ("Vụ Pháp chế (để t/h)", []),
        ("Cục KSTTHC, VPCP", ["vn/vpcp/cuc-kiem-soat-thu-tuc-hanh-chinh"]),
        ("TT.TU, TT.HĐND tỉnh", ["vn/lam-dong/tu", "vn/lam-dong/hdnd"]),
        ("TTTU, TT HĐND tỉnh", ["vn/lam-dong/tu", "vn/lam-dong/hdnd"]),
        ("VPTU", ["vn/lam-dong/vptu"]),
        ("Đoàn Đại biểu QH tỉnh", ["vn/lam-dong/ddbqh"]),
        ("Cục Kiểm tra VB & QLXL VPHC, Bộ Tư pháp", ["vn/cktvb"]),
        ("Cục KTVB&QLXLVPHC - Bộ Tư pháp", ["vn/cktvb"]),
        ("Cục Điện lực, Sở Y tế", []),
        ("Chi cục Hải quan khu vực II", ["vn/chi-cuc-hai-quan-khu-vuc-ii"]),
        ("TT Nguyễn Văn An (để b/c)", []),
        ("TT PVHCC tỉnh", ["vn/lam-dong/ttpvhcc"]),
        ("TT.ĐU, HĐND xã Tân Hà", [f"vn/lam-dong/xa-tan-ha/{o}" for o in ("du", "hdnd")]),
        ("TT. Đảng ủy, HĐND xã Tân Hà", [f"vn/lam-dong/xa-tan-ha/{o}" for o in ("du", "hdnd")]),
        ("TT. Xúc tiến và BT tỉnh", ["vn/lam-dong/trung-tam-xuc-tien-bt"]),
        ("Các VP: Tỉnh ủy, UBND, Kho bạc", ["vn/lam-dong/vptu", "vn/lam-dong/vpubnd"]),
        ("VP: CVP, các PVP", ["vn/lam-dong/vpubnd"]),
        ("Thường trực HĐND, UB MTTQVN tỉnh", ["vn/lam-dong/hdnd", "vn/lam-dong/mttq"]),
        ("VNPT Lâm Đồng", ["vn/lam-dong/vnpt"]),
        ("Trung tâm TT, DL tỉnh", []),
        ("Cơ quan Trung ương trên địa bàn", [f"vn/lam-dong/{OF_COUNTRY}"]),
        ("Như Điều 7", []),
        ("Như khoản 1 Điều 2", CHARGED),
        ("Các Bộ: Nội vụ, Tài chính", ["vn/bnv", "vn/btc"]),
        ("Các Bộ: Nhà, Cửa", []),
        ("Thủ tướng, các Phó Thủ tướng Chính phủ", ["vn/ttg"]),
        ("TTgCP, các PTTgCP", ["vn/ttg"]),
        ("Cổng Thông tin điện tử tỉnh", ["vn/lam-dong/cong-thong-tin-dien-tu"]),
        ("Cổng TTĐT tỉnh", ["vn/lam-dong/cong-thong-tin-dien-tu"]),
        ("Cổng TTĐT Chính phủ", ["vn/cong-thong-tin-dien-tu-chinh-phu"]),
        ("VP ĐĐBQH&HĐND tỉnh", ["vn/lam-dong/vpdbqhhdnd"]),
        ("Ban TĐ-KT Trung ương", ["vn/ban-thi-dua-khen-thuong-trung-uong"]),
        ("Trung tâm CB-TH tỉnh", ["vn/lam-dong/trung-tam-cong-bao-tin-hoc"]),
        ("Trung tâm XY-ZT tỉnh", []),
        ("Các sở, ngành, tổ chức CT-XH tỉnh", [SECTORS]),
        ("CVP, các PCVP UBND tỉnh", ["vn/lam-dong/vpubnd"]),
        ("LĐVP, KGVX", ["vn/lam-dong/vpubnd"]),
        ("Các Bộ: Tài chính, Y tế, NN&MT", ["vn/btc", "vn/byt", "vn/bnnmt"]),
        ("Các bộ, cơ quan: TC, Nội vụ, NHNNVN", ["vn/btc", "vn/bnv", "vn/nhnn"]),
        ("NHNNVN, Bộ TC", ["vn/nhnn", "vn/btc"]),
        ("Các Sở: Y tế, KH&CN", ["vn/lam-dong/syt", "vn/lam-dong/skhcn"]),
        ("Cục KSTTHC-VPCP", ["vn/vpcp/cuc-kiem-soat-thu-tuc-hanh-chinh"]),
        ("Cục Kiểm tra văn bản QPPL - BTP", ["vn/cktvb"]),
        ("Cục KTVB và QLXLVPHC, Bộ Tư pháp", ["vn/cktvb"]),
        ("Vụ PC - BTC", []),
        ("Vụ PC (BTC)", []),
        ("Sở Y tế các tỉnh: Gia Lai, Huế", ["vn/so-y-te-cac-tinh-gia-lai-hue"]),
        ("Tỉnh ủy các tỉnh: Gia Lai, Đắk Lắk", ["vn/tinh-uy-cac-tinh-gia-lai-dak-lak"]),
        ("UBND các xã: Tân Hà, Đức Trọng", [f"vn/lam-dong/{COMMUNES}"]),
        ("UBND các xã: họp giao ban", []),
        ("Văn phòng Quốc hội, Chủ tịch nước", ["vn/vpqh", "vn/vpctn"]),
        ("VPTU và các cơ quan thuộc Tỉnh ủy", ["vn/lam-dong/vptu", f"vn/lam-dong/tu/{PARTY}"]),
        ("Văn phòng UBND tỉnh, KGVX", ["vn/lam-dong/vpubnd"]),
        ("Bộ trưởng Nguyễn Văn An (để b/c)", []),
        ("Các Thứ trưởng Bộ Y tế", []),
        ("Ban lãnh đạo", []),
        ("Đài THVN, Đài TNVN", ["vn/thvn", "vn/tnvn"]),
        ("Ban KT-NS HĐND tỉnh", ["vn/lam-dong/bktns"]),
        ("Ban Tuyên giáo TU", ["vn/lam-dong/btgtu"]),
        ("Báo và PT-TH Lâm Đồng", ["vn/lam-dong/bptth"]),
    ],
)  # fmt: skip
def test_a_line_of_the_list(line: str, ids: list[str]) -> None:
    assert [unit.id for unit in recipients(line)] == ids


def test_an_entry_goes_on_in_the_next_line_and_any_sign_of_a_scanner_begins_one() -> None:
    words = HEAD + (
        "- Ủy ban Trung ương Mặt trận Tổ quốc\nViệt Nam;\n- Tỉnh ủy, Đoàn\nĐBQH tỉnh;\n"
        "~ Bộ Y tế;\nNguyễn Văn An\nBộ Nội vụ;\n- Lưu: VT.\n"
    )
    reading = understand(read_bytes(words.encode(), "quyet-dinh.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    assert ids == ["vn/mttqvn", "vn/lam-dong/tu", "vn/lam-dong/ddbqh", "vn/byt", "vn/bnv"]


def test_each_unit_once_and_nothing_after_the_file_copy() -> None:
    found = recipients("Như Điều 2", "Sở Nội vụ", "Bộ Y tế")
    assert [unit.id for unit in found].count("vn/lam-dong/snv") == 1
    assert "vn/lam-dong/syt" not in [unit.id for unit in found]


def test_a_code_is_less_sure_than_a_name() -> None:
    named, coded = recipients("Bộ Y tế", "Các Bộ: TC")
    assert (named.confidence, coded.confidence) == (LISTED, CODED)


def test_a_division_of_another_ministry_is_no_division_of_the_one_that_speaks() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "BỘ Y TẾ").replace("QĐ-UBND", "QĐ-BYT")
    head = head.replace("Lâm Đồng, ngày", "Hà Nội, ngày")
    words = f"{head}- Cục Kiểm soát TTHC, Văn phòng Chính phủ;\n- Vụ Pháp chế, Văn phòng Bộ;\n"
    reading = understand(read_bytes(words.encode(), "quyet-dinh.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    own = ["vn/byt/vu-phap-che", "vn/byt/van-phong"]
    assert ids == ["vn/vpcp/cuc-kiem-soat-thu-tuc-hanh-chinh", *own]


def test_kinh_gui_names_several_in_one_line() -> None:
    words = (
        "BỘ Y TẾ\nSố: 7/BYT-KCB\nHà Nội, ngày 10 tháng 02 năm 2026\n"
        "V/v phòng dịch\n\nKính gửi: Bộ trưởng các Bộ: Tài chính, Nội vụ\n\n"
        "Bộ Y tế đề nghị các Bộ cho ý kiến.\n"
    )
    reading = understand(read_bytes(words.encode(), "cong-van.txt"))
    found = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    assert found == ["vn/btc", "vn/bnv"]


def test_an_article_charges_those_of_whom_more_is_said() -> None:
    head = HEAD.replace(
        "Giám đốc Sở Nội vụ;",
        "Giám đốc các Sở: Nội vụ, Tư pháp; Chủ tịch Ủy ban nhân dân các xã, phường thuộc vùng"
        " đồng bào miền núi;",
    )
    reading = understand(read_bytes(f"{head}- Như Điều 2;\n".encode(), "quyet-dinh.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    named = ("vpubnd", "snv", "stp", "ubnd-cap-xa", "ubnd/cac-co-quan-lien-quan")
    assert ids == [f"vn/lam-dong/{unit}" for unit in named]


def test_organs_of_a_province_that_is_said_once() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "VĂN PHÒNG CHÍNH PHỦ")
    head = head.replace("21/QĐ-UBND", "21/TB-VPCP").replace("QUYẾT ĐỊNH\nVề", "THÔNG BÁO\nVề")
    head = head.replace("Lâm Đồng, ngày", "Hà Nội, ngày")
    words = f"{head}- Tỉnh ủy, HĐND, UBND tỉnh Đắk Lắk;\n- Sở Y tế, Bộ Y tế;\n"
    reading = understand(read_bytes(words.encode(), "thong-bao.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    assert ids == ["vn/dak-lak/tu", "vn/dak-lak/hdnd", "vn/dak-lak/ubnd"]


def test_the_sentence_behind_the_day_of_force_charges() -> None:
    force = "Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Chánh"
    head = HEAD.replace("Điều 2. Chánh", force)
    reading = understand(read_bytes(f"{head}- Như Điều 2;\n".encode(), "quyet-dinh.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    assert ids == CHARGED


def test_an_item_of_an_article_charges_too() -> None:
    head = HEAD.replace("Điều 2. Chánh", "Điều 2. Thi hành\n1. Giữ nguyên các điều khác.\n2. Chánh")
    reading = understand(read_bytes(f"{head}- Như Điều 2;\n".encode(), "quyet-dinh.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    assert ids == CHARGED


def test_persons_among_those_charged_and_a_sentence_behind_them() -> None:
    head = HEAD.replace(
        "Giám đốc Sở Nội vụ;\nThủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định"
        " này.",
        "Giám đốc Sở Nội vụ; ông Nguyễn Văn An; Công an tỉnh căn cứ Quyết định này thi hành. Quyết"
        " định này có hiệu lực kể từ ngày ký./.",
    )
    words = f"{head}- Như Điều 2;\n- Lưu: VT.\n"
    reading = understand(read_bytes(words.encode(), "quyet-dinh.txt"))
    ids = [unit.id for kind, unit in reading.parties if kind.value == "addressed_to"]
    assert ids == ["vn/lam-dong/vpubnd", "vn/lam-dong/snv", "vn/lam-dong/ca"]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("Xét đề nghị của Giám đốc Sở Nội vụ và Sở Y tế,", ["snv", "syt"]),
        ("Theo đề nghị của Chánh Văn phòng UBND tỉnh và Giám đốc Sở Y tế;", ["vpubnd", "syt"]),
        ("Theo đề nghị tại Tờ trình số 4/TTr-VP ngày 02/01/2026 của Chánh Văn phòng Ủy ban nhân"
         " dân tỉnh;", ["vpubnd"]),
        ("Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 2/TTr-SXD ngày 02/01/2026 và Giám"
         " đốc Sở Nội vụ tại Tờ trình số 3/TTr-SNV ngày 03/01/2026 về quỹ nhà của Sở Y tế;",
         ["sxd", "snv"]),
        ("Theo đề nghị của Sở Xây dựng tạiTờ trình số 2/TTr-SXD ngày 02/01/2026;", ["sxd"]),
        ("Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ;", ["skhcn"]),
    ],
)  # fmt: skip
def test_who_asked(asked: str, ids: list[str]) -> None:
    words = HEAD.replace("Điều 1. Tổ", f"{asked}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tổ")
    reading = understand(read_bytes(words.encode(), "quyet-dinh.txt"))
    found = [unit.id for kind, unit in reading.parties if kind.value == "requested_by"]
    assert found == [f"vn/lam-dong/{id}" for id in ids]


def test_who_asked_by_a_name_that_goes_on_behind_about() -> None:
    asked = "Theo đề nghị của Chánh Văn phòng Quốc gia về giảm nghèo;"
    words = HEAD.replace("Điều 1. Tổ", f"{asked}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tổ")
    reading = understand(read_bytes(words.encode(), "quyet-dinh.txt"))
    found = [unit.id for kind, unit in reading.parties if kind.value == "requested_by"]
    assert found == ["vn/van-phong-quoc-gia-ve-giam-ngheo"]


def test_nobody_asked_for_a_consolidated_text() -> None:
    lines = ["BỘ Y TẾ", "Số: {}", "Hà Nội, ngày 5 tháng 6 năm 2026", "THÔNG TƯ", "Về nước sạch",
             "Theo đề nghị của Vụ trưởng Vụ Pháp chế;", "Điều 1. Nước sạch."]  # fmt: skip
    said = {number: "\n".join(lines).format(number) for number in ("7/VBHN-BYT", "7/2026/TT-BYT")}
    asked = {
        number: understand(read_bytes(text.encode(), "a.txt")) for number, text in said.items()
    }
    kinds = {number: [kind for kind, _ in r.parties] for number, r in asked.items()}
    assert EdgeKind.REQUESTED_BY not in kinds["7/VBHN-BYT"]
    assert EdgeKind.REQUESTED_BY in kinds["7/2026/TT-BYT"]
