"""The words quoted for a citation prove it: the cue is in them, and no word is cut."""

import pytest
from texts import plain_text

from graph.model import EdgeKind
from loaders import delta, read_bytes, understand

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 12/KH-UBND\n\n"
    "Lâm Đồng, ngày 10 tháng 3 năm 2026\n\nKẾ HOẠCH\nTrồng cây\n\n"
)
LONG = 4 * (
    "về việc chăm sóc cây xanh đô thị, công viên, vườn hoa "
    "và hành lang an toàn đường bộ trên địa bàn "
)


def quotes_of(body: str, target: str) -> list[str]:
    said = delta(understand(read_bytes((HEAD + body).encode(), "plan.txt")))
    edges = [edge for edge in said.edges if edge.target == target]
    assert edges, [edge.target for edge in said.edges]
    return [proof.quote for edge in edges for proof in edge.evidence]


@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện Quyết định số 5/QĐ-TTg ngày 01/02/2020 của Thủ tướng Chính phủ " + LONG.strip()
        + "; Quyết định số 7/QĐ-TTg ngày 01/02/2021 của Thủ tướng Chính phủ " + LONG.strip()
        + "; làm ngay.",
        "Năm qua rừng đã tốt hơn trước. Thực hiện Quyết định số 7/QĐ-TTg ngày 01/02/2021 của "
        "Thủ tướng Chính phủ, các sở cùng làm. Sau đó sẽ có sơ kết.",
    ],
)  # fmt: skip
def test_the_cue_is_quoted_with_the_citation(body: str) -> None:
    quotes = quotes_of(body, "vn/ttg/qd/2021/7")
    assert any(quote.startswith("Thực hiện") for quote in quotes)
    assert any("Quyết định số 7/QĐ-TTg" in quote for quote in quotes)
    assert not any("Năm qua" in quote or "sơ kết" in quote for quote in quotes)


def test_a_quote_begins_and_ends_with_whole_words() -> None:
    words = {word for line in (HEAD + LONG).split("\n") for word in line.split()}
    body = f"{LONG.strip()} theo Quyết định số 7/QĐ-TTg ngày 01/02/2021 {LONG.strip()}."
    words |= set(body.split())
    for quote in quotes_of(body, "vn/ttg/qd/2021/7"):
        assert quote.split()[0] in words and quote.split()[-1] in words


def test_who_asked_for_a_document_and_what_is_part_of_its_organ() -> None:
    body = (
        "Xét đề nghị của Giám đốc Sở Xây dựng;\n\n1. Trồng cây ven hồ.\n\n"
        "- Cơ quan chủ trì: Ban Quản lý rừng phòng hộ.\n- Thời gian: Quý I/2026.\n"
        "- Cơ quan phối hợp: Các doanh nghiệp.\n"
    )
    said = delta(understand(read_bytes((HEAD + body).encode(), "plan.txt")))
    relations = {(edge.kind, edge.target) for edge in said.edges}
    assert (EdgeKind.REQUESTED_BY, "vn/lam-dong/sxd") in relations
    parts = {edge.source for edge in said.edges if edge.kind is EdgeKind.PART_OF}
    assert parts <= {"vn/lam-dong/ubnd/ban-quan-ly-rung-phong-ho"}


def test_who_asked_is_read_to_the_end_of_a_name_with_commas() -> None:
    body = "Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch, Chánh Văn phòng;\n\n"
    said = delta(understand(read_bytes((HEAD + body).encode(), "plan.txt")))
    asked = [edge.target for edge in said.edges if edge.kind is EdgeKind.REQUESTED_BY]
    assert asked == ["vn/lam-dong/svhttdl"]


def test_a_document_that_rests_on_itself_is_doubted() -> None:
    body = "Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh;\n"
    said = delta(understand(read_bytes((HEAD + body).encode(), "plan.txt")))
    assert [issue.rule for issue in said.issues] == ["citation.self"]
    assert said.document not in {edge.target for edge in said.edges}


def test_a_division_named_with_its_ministry_is_part_of_it_and_a_list_has_its_members() -> None:
    lines = (
        "BỘ Y TẾ",
        "Số: 16/BYT-PC",
        "Hà Nội, ngày 03 tháng 02 năm 2026",
        "Kính gửi: UBND các tỉnh: Gia Lai, Lâm Đồng",
        "Theo đề nghị của Cục trưởng Cục Quản lý Khám, chữa bệnh,",
        "1. Các địa phương rà soát biểu mẫu trước ngày 30/6/2026.",
        "Nơi nhận:",
        "- Vụ Pháp chế - Bộ Tư pháp;",
    )
    said = delta(understand(plain_text(lines)))
    parts = {(e.source, e.target) for e in said.edges if e.kind is EdgeKind.PART_OF}
    two = "vn/uy-ban-nhan-dan-cac-tinh-gia-lai-lam-dong"
    assert parts == {
        ("vn/btp/vu-phap-che", "vn/btp"),
        ("vn/byt/cuc-quan-ly-kham-chua-benh", "vn/byt"),
        ("vn/gia-lai/ubnd", two),
        ("vn/lam-dong/ubnd", two),
    }


def test_communes_that_a_list_names_are_those_of_its_province() -> None:
    body = "1. Trồng cây.\n\n- Cơ quan chủ trì: UBND các xã: Tân Hà, Đức Trọng.\n"
    said = delta(understand(read_bytes((HEAD + body).encode(), "plan.txt")))
    parts = {edge.source: edge.target for edge in said.edges if edge.kind is EdgeKind.PART_OF}
    listed = "vn/lam-dong/uy-ban-nhan-dan-cac-xa-tan-ha-duc-trong"
    assert parts["vn/lam-dong/xa-tan-ha/ubnd"] == parts["vn/lam-dong/xa-duc-trong/ubnd"] == listed
