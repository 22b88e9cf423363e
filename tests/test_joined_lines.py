"""Lines that only go on in the next one: a number or an organ is due there (nối dòng)."""

import pytest

from loaders import understand
from loaders.layout.words import is_bound_to
from loaders.readers import read_bytes
from loaders.readers.line_ends import cuts_word


def test_a_number_alone_on_its_line_is_read_where_a_number_is_due() -> None:
    lines = (
        "Báo cáo thẩm tra số",
        "412",
        "/BC-HĐND ngày",
        "03",
        "tháng",
        "6",
        "năm 2025 của Ban Pháp chế",
    )
    page = "\n\n".join(lines)
    whole = "Báo cáo thẩm tra số 412 /BC-HĐND ngày 03 tháng 6 năm 2025 của Ban Pháp chế"
    assert read_bytes(page.encode(), "a.txt").content == whole
    page = "theo quy định tại Nghị định số\n\n12\n\n31/2019/NĐ-CP của Chính phủ\n"  # page 12
    assert "số 31/2019/NĐ-CP" in read_bytes(page.encode(), "a.txt").content


def test_a_position_waits_for_its_organ_in_the_next_line() -> None:
    page = "Xét đề nghị của Giám đốc\nSở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 03/6/2025,\n"
    assert read_bytes(page.encode(), "a.txt").content.startswith("Xét đề nghị của Giám đốc Sở Nội")
    page = "Họp xong với Giám đốc\nSở Nội vụ lưu hồ sơ.\n"
    assert "với Giám đốc\nSở Nội vụ" in read_bytes(page.encode(), "a.txt").content


def test_a_name_goes_on_over_the_end_of_a_page() -> None:
    full = "2. Thông tư này thay thế Thông tư số 7/2018/TT-BYT về chỉ huy trực và bãi\n"
    full += "bỏ Quyết định số 17/QĐ-BYT ban hành Quy chế của Hội đồng chuyên môn thuộc"
    head = "\n\n56\nCÔNG BÁO/Số 73/Ngày 16-01-2024\n\n"
    after = "Bộ Y tế, Quyết định số 76/QĐ-BYT về Quy chế xét tặng Kỷ niệm chương của ngành.\n"
    assert "thuộc Bộ Y tế, Quyết" in read_bytes(f"{full}{head}{after}".encode(), "a.txt").content
    bound = "2. Thông tư này thay thế Thông tư số 7/2018/TT-BYT ngày 05 tháng 02 năm 2018\n"
    bound += "của Bộ Lao động - Thương binh và"
    society = "Xã hội, Thông tư số 76/2019/TT-BYT về Quy chế xét tặng Kỷ niệm chương của ngành.\n"
    assert "và Xã hội" in read_bytes(f"{bound}{head}{society}".encode(), "a.txt").content
    short = "2. Thông tư này thay thế Thông tư số 7/2018/TT-BYT về chỉ huy trực và bãi\nbỏ A"
    for page in (f"{short}{head}{after}", f"{full}.{head}{after}", f"{full}{head}Bộ Y tế\n"):
        assert "\nBộ Y tế" in read_bytes(page.encode(), "a.txt").content


def test_the_heading_of_a_part_goes_on_over_the_end_of_a_page() -> None:
    heading = "II. TỔ CHỨC THỰC HIỆN CÁC NHIỆM VỤ VÀ KINH PHÍ BẢO ĐẢM CHO CÔNG"
    rest, body = "TÁC KIỂM TRA TỦ THUỐC TRẠM Y TẾ", "Các phòng thuộc Sở thực hiện.\n"
    before = "1. Văn phòng Sở tổng hợp kết quả kiểm tra.\n\n"
    page = f"{before}{heading}\n\f\n{rest}\n\n{body}"
    assert f"{heading} {rest}\n" in read_bytes(page.encode(), "a.txt").content
    for above, below in (
        ("II. TỔ CHỨC THỰC HIỆN", rest),  # there was room for more
        (heading, f"1. {rest}"),
        (heading.removeprefix("II. "), rest),  # a title, and another one
        (f"{heading};", rest),
        (f"{heading} 45", "DANH MỤC TỪ VIẾT TẮT"),  # of a list of contents
    ):
        page = f"{before}{above}\n\f\n{below}\n\n{body}"
        assert f"{above}\n{below}\n" in read_bytes(page.encode(), "a.txt").content


def test_an_aside_in_italics_is_no_item_of_a_list() -> None:
    head = "**Điều 1.** Công bố kèm theo Quyết định này danh mục thủ tục của Sở Y tế.\n"
    body = "**Điều\n2. **Sở Y tế rà soát.\n* Sở Y tế (cũ)\n* Sở Nội vụ\n"
    for aside in ("* (Có\nPhụ lục đính kèm)*\n", "* (Đính kèm Danh mục)*\n"):
        content = read_bytes(f"{head}{aside}{body}".encode(), "a.md").content
        assert f"{' '.join(aside.split()).strip('* ')}\nĐiều 2. Sở Y tế rà soát.\n" in content
        assert content.endswith("- Sở Y tế (cũ)\n- Sở Nội vụ")


def test_bold_words_after_a_full_line_that_ends_begin_a_paragraph() -> None:
    full = "hạn hoàn thành chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định."
    words = f"Thời hạn nộp báo cáo và bảng tổng hợp số liệu về thủ tục hành chính, thời\n{full}\n"
    articles = f"**Điều\n2. **Sở Y tế rà soát.\n{words}**Điều\n3. **Quyết định có hiệu lực.\n"
    content = read_bytes(articles.encode(), "a.md").content
    assert "Quyết định.\nĐiều 3. Quyết định có" in content


def test_a_name_with_a_hyphen_goes_on_behind_it() -> None:
    page = "Theo đề nghị của Sở Lao động\n- Thương binh và Xã hội tại Tờ trình số 12/TTr-SLĐTBXH.\n"
    assert "Sở Lao động - Thương binh và Xã hội tại" in read_bytes(page.encode(), "a.txt").content
    page = "Các đơn vị cùng làm:\n- Sở Lao động\n- Thanh tra tỉnh\n"
    assert "Sở Lao động\n- Thanh tra" in read_bytes(page.encode(), "a.txt").content


def test_who_decides_is_no_part_of_the_title_above() -> None:
    title = "BAN HÀNH QUY ĐỊNH QUẢN LÝ CHỢ VÀ CỬA HÀNG TIỆN LỢI"
    for organ in ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "GIÁM ĐỐC SỞ Y TẾ", "THỦ TƯỚNG CHÍNH PHỦ"):
        page = f"QUYẾT ĐỊNH\n{title}\n{organ}\nCăn cứ Luật Giá;\n"
        assert f"{title}\n{organ}\n" in read_bytes(page.encode(), "a.txt").content
    for organ in ("SỞ Y TẾ TỈNH AN GIANG", "TRÊN ĐỊA BÀN TỈNH AN GIANG"):
        page = f"QUYẾT ĐỊNH\n{title}\n{organ}\nCăn cứ Luật Giá;\n"
        assert f"{title} {organ}\n" in read_bytes(page.encode(), "a.txt").content


def test_a_title_that_ends_in_a_set_phrase_ends_there() -> None:
    page = "về đẩy mạnh việc đọc sách đến năm 2030 và những năm tiếp theo\nSách mở lối.\n"
    page += "Mỗi xã có một tủ sách, mỗi trường một thư viện, mỗi tháng một buổi đọc chung. " * 2
    assert "tiếp theo\nSách" in read_bytes(page.encode(), "a.txt").content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bộ Công Thươn", "g"),
        ("UBND các tỉnh/thà", "nh phố"),
        ("BỘ NÔNG NGHIỆ", "P VÀ MÔI TRƯỜNG"),
        ("Nghị định số 85/201", "3/NĐ-CP"),
        ("trước ngày 15/11/20", "26"),
        ("Thông báo số 35-TB/T", "GV ngày"),
        ("Nghị định số 105/2016/N", "Đ-CP ngày"),
    ],
)
def test_a_word_that_a_narrow_cell_cut_is_whole(before: str, after: str) -> None:
    assert cuts_word(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sở Y tế", "c) Báo cáo"),
        ("gửi về Sở", "n. Các việc khác"),
        ("dài 12", "m"),
        ("Sở A", "gồm ba phòng"),
        ("điểm 12/1", "15/2026/NĐ-CP"),
        ("Tổ", "h"),
        ("Quyết định số 12/QĐ-UBND", "TP ngày"),
        ("Quyết định số 12/QĐ-T", "TRUNG TÂM Y TẾ"),
    ],
)
def test_other_lines_begin_a_word(before: str, after: str) -> None:
    assert not cuts_word(before, after)


def test_a_provision_is_not_cut_at_the_end_of_a_line() -> None:
    page = "1. Giao Sở A (theo điểm 1.2\nMục III Bản thỏa thuận).\n2. Sở B theo khoản 3\nĐiều 5.\n"
    structure = understand(read_bytes(page.encode(), "a.txt")).structure
    assert [section.path for section in structure.sections] == ["1", "2"]
    page = "1. Được cộng 3 điểm\nMục 2. Hồ sơ\n"
    structure = understand(read_bytes(page.encode(), "a.txt")).structure
    assert [section.path for section in structure.sections] == ["1", "M2"]


def test_a_basis_goes_on_until_a_sign_ends_it() -> None:
    page = "- Căn cứ Luật Doanh nghiệp\nNhà nước ngày 20 tháng 4 năm 1995;\n- Căn cứ Luật Giá;\n"
    read = read_bytes(page.encode(), "a.txt").content
    assert "Luật Doanh nghiệp Nhà nước ngày 20" in read
    full = "Căn cứ Luật Ban hành văn bản số 64/2025/QH15 được sửa đổi bởi Luật số 87/2025/QH15;"
    page = f"*{full}*\n*Căn\ncứ Luật Giá;*\n*Theo\nđề nghị của Vụ Pháp chế;*\n{full}\n"
    read = read_bytes(page.encode(), "a.md").content
    assert read.splitlines()[1:3] == ["Căn cứ Luật Giá;", "Theo đề nghị của Vụ Pháp chế;"]
    page = "Căn cứ Luật Doanh nghiệp năm 2020\nTheo đề nghị của Vụ Pháp chế,\nQUYẾT ĐỊNH:\n"
    assert "năm 2020\nTheo đề nghị" in read_bytes(page.encode(), "a.txt").content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2. Chuyển đổi số", "Phát triển hạ tầng"),
        ("5. Chỉ tiêu đến năm", "5.1. Hằng năm"),
        ("9. Đề nghị Liên đoàn Lao động tỉnh", "Chủ trì, phối hợp với"),
        ("Các đơn vị thuộc Sở", "Tham mưu cho Giám đốc"),
        ("IV. Điều khoản", "Kế hoạch này"),
    ],
)
def test_a_heading_may_end_in_a_word_that_binds_elsewhere(before: str, after: str) -> None:
    assert not is_bound_to(before, after)
    page = f"{before}\n{after} các việc khác trong năm.\n"
    assert f"{before}\n{after}" in read_bytes(page.encode(), "a.txt").content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("theo Quyết định số", "12/QĐ-UBND"),
        ("phấn đấu đến năm", "2030 đạt"),
        ("trên địa bàn tỉnh", "An Giang, các đơn vị"),
        ("Ủy ban nhân dân thành phố", "Hồ Chí Minh về việc"),
        ("đề nghị của Giám đốc Sở", "Khoa học và Công nghệ tại"),
        ("nêu tại Phụ lục", "III của"),
        ("Văn phòng và", "Thanh tra"),
    ],
)
def test_a_line_goes_on_where_what_is_due_follows(before: str, after: str) -> None:
    assert is_bound_to(before, after)


def test_a_sentence_that_counts_goes_on_with_its_next_number() -> None:
    lines = (
        "4. Cắt giảm thủ tục: (1) các xã rà soát hồ sơ trong tháng này và gửi kết quả về tỉnh;",
        "(2) các sở thẩm định; (i) làm đúng hạn;",
        "(ii) làm đúng mẫu;",
        "(3) Văn phòng tổng hợp.",
    )
    assert len(read_bytes("\n".join(lines).encode(), "a.txt").blocks) == 1
    items = "Các việc:\n(1) Rà soát hồ sơ;\n(2) Thẩm định;\n(3) Tổng hợp.\n"
    assert len(read_bytes(items.encode(), "a.txt").blocks) == 4


def test_a_symbol_torn_before_its_sign_is_whole() -> None:
    words = read_bytes("Thực hiện Nghị quyết số 71/NQ\n-CP ngày 22/8/2025.\n".encode(), "a.txt")
    assert "71/NQ-CP ngày" in words.content
    items = read_bytes("Căn cứ Luật số 71/NQ\n- Các bộ làm\n".encode(), "a.txt").content
    assert "71/NQ\n- Các" in items


def test_a_line_longer_than_any_page_breaks_is_a_whole_paragraph() -> None:
    """Short files of paragraphs: few of their lines are long enough to tell how they are broken."""
    base = (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương "
        "trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;"
    )
    carried = base.replace("Căn cứ", "Thực hiện").replace("2021 - 2030;", "2026 - 2030.")
    short = "\n".join(f"{n}. Việc thứ {n}" for n in range(1, 12))
    lines = f"KẾ HOẠCH\n{base}\n{carried}\n{short}\n"
    found = read_bytes(lines.encode(), "a.txt")
    assert [found.words(block) for block in found.blocks][1:3] == [base, carried]
