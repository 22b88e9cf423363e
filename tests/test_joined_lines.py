"""Lines that only go on in the next one: a number or an organ is due there (nối dòng)."""

from loaders.readers import read_bytes


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


def test_a_name_with_a_hyphen_goes_on_behind_it() -> None:
    page = "Theo đề nghị của Sở Lao động\n- Thương binh và Xã hội tại Tờ trình số 12/TTr-SLĐTBXH.\n"
    assert "Sở Lao động - Thương binh và Xã hội tại" in read_bytes(page.encode(), "a.txt").content
    page = "Các đơn vị cùng làm:\n- Sở Lao động\n- Thanh tra tỉnh\n"
    assert "Sở Lao động\n- Thanh tra" in read_bytes(page.encode(), "a.txt").content
