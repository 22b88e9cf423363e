"""Lines as they stand on a page: what belongs together, what stands apart."""

from loaders import read_bytes
from loaders.readers.pages.lattice import lattices_of
from loaders.readers.pages.page import Box, Page, Piece, Rule
from loaders.readers.pages.sheets import text_of
from loaders.text import BlockKind

LEFT, RIGHT, SIZE = 99.0, 539.0, 14.0


def piece(words: str, left: float, right: float, bottom: float, *, strong: bool = False) -> Piece:
    return Piece(words, Box(left, bottom - 1.1 * SIZE, right, bottom), SIZE, strong)


def bold(words: str, left: float, right: float, bottom: float) -> Piece:
    return piece(words, left, right, bottom, strong=True)


def lines(*pieces: Piece) -> list[str]:
    text = text_of([Page(1, 595, 842, pieces)], "a.pdf")
    return [text.words(block) for block in text.blocks]


def body(bottom: float) -> list[Piece]:
    """Four justified lines, so that the page has margins and a distance of lines."""
    words = "các cơ quan phối hợp kiểm tra đo lường tại các cửa hàng xăng dầu trên địa bàn"
    return [piece(words, LEFT, RIGHT, bottom + 17.7 * n) for n in range(4)]


def test_what_a_label_says_stands_behind_it_and_not_in_the_next_column() -> None:
    found = lines(
        piece("UBND TỈNH NINH BÌNH", 103, 255, 68),
        piece("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 274, 538, 68),
        piece("SỞ TƯ PHÁP", 141, 217, 84),
        piece("Độc lập - Tự do - Hạnh phúc", 325, 486, 84),
        piece("Kính gửi:", 210, 259, 124),
        piece("Ủy ban nhân dân tỉnh.", 271, 386, 124),
        *body(170),
    )
    assert found[:4] == [
        "UBND TỈNH NINH BÌNH",
        "SỞ TƯ PHÁP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert found[4] == "Kính gửi: Ủy ban nhân dân tỉnh."


def test_bold_lines_in_the_middle_are_one_title_though_they_nearly_fill_the_page() -> None:
    found = lines(
        bold("Thực hiện Nghị quyết của Tỉnh ủy và Kết luận số 18-KL/TU ngày", 107, 532, 100),
        bold("02 tháng 4 năm 2026 của Ban Thường vụ Tỉnh ủy về", 103, 535, 116),
        bold("Kế hoạch kiểm định cột đo xăng dầu, cân ô tô và công tơ", 113, 525, 132),
        bold("điện trong năm năm tới", 193, 444, 148),
        *body(200),
    )
    assert "Tỉnh ủy về Kế hoạch kiểm định" in found[0]
    assert found[0].endswith("công tơ điện trong năm năm tới")


def test_years_end_a_title_in_capitals() -> None:
    found = lines(
        *body(100),
        bold("III. GIẢI PHÁP VỀ ĐO LƯỜNG, CHẤT LƯỢNG TRONG GIAI ĐOẠN", LEFT, RIGHT, 200),
        bold("2026 - 2030", LEFT, 168, 216),
        piece("1. Kiểm tra", 129, 371, 240),
    )
    assert found[1:3] == [
        "III. GIẢI PHÁP VỀ ĐO LƯỜNG, CHẤT LƯỢNG TRONG GIAI ĐOẠN 2026 - 2030",
        "1. Kiểm tra",
    ]


def test_a_year_in_a_line_that_is_spread_over_the_page_is_no_page_number() -> None:
    words = ["tháng", "7", "năm", "2026", "của", "Bộ", "Tài", "chính", "và"]
    spread = [piece(w, 99 + 50 * n, 135 + 50 * n, 70) for n, w in enumerate(words)]
    assert lines(*spread, *body(88))[0].startswith("tháng 7 năm 2026 của Bộ")
    assert "35" not in " ".join(lines(piece("35", 310, 324, 50), *body(88)))


def test_signs_of_items_at_the_head_of_pages_are_no_running_heads() -> None:
    def page(number: int) -> Page:
        item = [piece("•", 85, 91, 70), piece(f"Kiểm tra cân ở {'chợ' * number}", 103, 400, 70)]
        running = piece("Kế hoạch kiểm định", 99, 250, 45)
        return Page(number, 595, 842, (running, *item, *body(100)))

    text = text_of([page(number) for number in range(1, 5)], "a.pdf")
    assert text.content.count("• Kiểm tra cân ở chợ") == 4
    assert text.content.count("Kế hoạch kiểm định") == 1


def test_the_end_of_a_sentence_at_the_head_of_pages_far_apart_is_no_running_head() -> None:
    def page(number: int) -> Page:
        end = (piece("năm 2026.", 99, 160, 70),) if number % 10 == 1 else ()
        return Page(number, 595, 842, (*end, *body(100)))

    text = text_of([page(number) for number in range(1, 40)], "a.pdf")
    assert text.content.count("năm 2026.") == 4


def test_the_number_of_an_annex_stands_over_its_title() -> None:
    found = lines(
        bold("Phụ lục II", 290, 345, 87),
        bold("PHÂN CÔNG NHIỆM VỤ, ĐỀ ÁN GIAI ĐOẠN", 150, 490, 103),
        bold("2026 - 2030", 280, 358, 119),
        *body(160),
    )
    assert found[:2] == ["Phụ lục II", "PHÂN CÔNG NHIỆM VỤ, ĐỀ ÁN GIAI ĐOẠN 2026 - 2030"]


def test_the_lines_that_say_who_signs_stand_apart() -> None:
    found = lines(
        *body(100),
        bold("KT. THỦ TƯỚNG", 392, 505, 200),
        bold("PHÓ THỦ TƯỚNG", 388, 518, 216),
    )
    assert found[1:] == ["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"]


def test_only_the_motto_ends_with_happiness() -> None:
    words = "xếp hạng quốc tế về chỉ số phát triển con người (HDI) và chỉ số hạnh phúc"
    found = lines(
        *body(100)[:3], piece(words, LEFT, RIGHT, 153), piece("của tỉnh.", LEFT, 150, 171)
    )
    assert found[0].endswith("chỉ số hạnh phúc của tỉnh.")


def drawn(*operators: str) -> str:
    """What is read of a page that these operators draw in a standard font."""
    stream = f"BT /F1 14 Tf 99 700 Td {' '.join(operators)} ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream\n",
    )
    listed = "".join(f"{n} 0 obj{words}endobj\n" for n, words in enumerate(objects, start=1))
    return read_bytes(f"%PDF-1.7\n{listed}trailer<</Root 1 0 R>>\n%%EOF".encode(), "a.pdf").content


def test_a_symbol_ends_where_a_gap_stands_for_the_blank() -> None:
    words = drawn("[(theo Ket luan so 93-KL/TW) -135 (cua Tinh uy)] TJ")
    assert words == "theo Ket luan so 93-KL/TW cua Tinh uy"


def test_a_letter_written_afterwards_parts_no_word_before_the_next_column() -> None:
    late = "61.75 0 Td (i) Tj 158 0 Td (Trien khai) Tj"
    assert drawn(f"[(Cong an t) -300 (nh)] TJ {late}") == "Cong an tinh\nTrien khai"


def test_a_letter_drawn_aslant_for_want_of_an_italic_font_hides_no_blank() -> None:
    words = "[(so 93-KL/TW) -135 (cua can c) -834 (Luat nay)] TJ"
    late = "1 0 .33 1 242.5 700 Tm (u) Tj 1 0 0 1 320 700 Tm (va) Tj"
    assert drawn(words, late) == "so 93-KL/TW cua can cu Luat nay va"


def test_a_symbol_keeps_its_hyphen_at_the_end_of_a_line_read_letter_by_letter() -> None:
    words = "[(so 93-KL/TW) -135 (cua Nghi quyet 57/NQ-)] TJ 0 -16 Td (CP ngay) Tj"
    assert drawn(words) == "so 93-KL/TW cua Nghi quyet 57/NQ-CP ngay"


def test_letters_that_pdfium_takes_for_lines_are_read_as_the_words_they_stand_in() -> None:
    words = ["khoa hoc", "cong nghe", "an cong", "ban khoa"] * 6
    spelled = [
        f"{'8 0 Td '.join(f'({sign}) Tj ' for sign in w)} -{8 * len(w) - 8} -13 Td" for w in words
    ]
    assert drawn("(8.3) Tj 300 0 Td", *spelled) == f"8.3\n{' '.join(words)}"


def test_capitals_need_more_room_at_the_end_of_a_line() -> None:
    found = lines(
        *body(100)[:3],
        piece("nghiệp và triển khai các chương trình hỗ trợ, nhất là", LEFT, 490, 154),
        piece("DNNVV, HTX, HKD chuyển đổi số.", LEFT, 293, 171.7),
    )
    assert found[0].endswith("nhất là DNNVV, HTX, HKD chuyển đổi số.")


def test_a_letter_that_is_cut_off_is_not_read() -> None:
    cut = "ET q 90 600 400 120 re W n BT /F1 14 Tf 99 590 Td (U) Tj ET Q BT /F1 14 Tf 99 400 Td"
    said = drawn("(bo, co quan ngang bo) Tj", cut, "(thuoc Chinh phu) Tj")
    assert " ".join(said.split()) == "bo, co quan ngang bo thuoc Chinh phu"


def test_white_signs_beside_black_ones_are_not_seen() -> None:
    assert drawn("(PHO THU TUONG) Tj 1 1 1 rg (y]) Tj") == "PHO THU TUONG"
    assert drawn("1 1 1 rg (x ) Tj 0 g (GIAM DOC) Tj") == "GIAM DOC"
    assert drawn("1 1 1 rg (TIEU DE) Tj") == "TIEU DE"


def test_a_note_set_like_the_text_begins_with_its_mark() -> None:
    marked = piece("Căn cứ Quyết định số 76/QĐ-UBND của tỉnh1;", LEFT, 400, 100)
    note = "1Triển khai Chỉ thị số 38-CT/TW của Ban Bí thư."
    pieces = (marked._replace(marks=((40, 41),)), *body(130), piece(note, LEFT, 420, 780))
    text = text_of([Page(1, 595, 842, pieces)], "a.pdf")
    assert (text.blocks[-1].kind, text.blocks[-1].mark) == (BlockKind.FOOTNOTE, "1")
    assert text.words(text.blocks[-1]).startswith("Triển khai")
    assert [found.mark for found in text.notes] == ["1"]


def test_notes_below_a_table_belong_to_marks_above_it() -> None:
    """LibreOffice may leave the mark of a note as large as the note."""
    marked = piece("Căn cứ Quyết định số 76/QĐ-UBND của tỉnh 1, xã lập bảng:", LEFT, 500, 100)
    rules = [Rule(True, at, LEFT, RIGHT) for at in (190, 210, 230)]
    rules += [Rule(False, at, 190, 230) for at in (LEFT, 300, RIGHT)]
    words = [("TT", 110, 205), ("Việc", 310, 205), ("1", 110, 225), ("Đo mực nước", 310, 225)]
    cells = [piece(said, left, left + 60, bottom) for said, left, bottom in words]
    note = Piece("1 Về giao chỉ tiêu.", Box(LEFT, 770, 300, 781), 10)
    pieces = (marked._replace(marks=((41, 42),)), *body(120), *cells, *body(260), note)
    text = text_of([Page(1, 595, 842, pieces, lattices_of(rules))], "a.pdf")
    assert (text.blocks[-1].kind, text.blocks[-1].mark) == (BlockKind.FOOTNOTE, "1")
    assert text.words(text.blocks[0]) == "Căn cứ Quyết định số 76/QĐ-UBND của tỉnh, xã lập bảng:"


def test_a_digit_that_a_program_raises_stands_in_the_line_of_its_letter() -> None:
    """ReportLab writes what is raised and what follows it as lines of their own."""
    small, up = 9.0, 8.0

    def raised(left: float, bottom: float) -> Piece:
        box = Box(left, bottom - up - 1.1 * small, left + 6, bottom - up)
        return Piece("2", box, small)

    found = lines(
        piece("Căn cứ Đề án 996", LEFT, 250, 100),
        raised(250, 100),
        piece("và diện tích của các trạm y tế là 500", 262, RIGHT, 100),
        piece("m", LEFT, 110, 117.7),
        raised(110, 117.7),
        piece(", Sở Y tế ban hành kế hoạch như sau:", 116.5, 420, 117.7),
    )
    assert found == [
        "Căn cứ Đề án 996 và diện tích của các trạm y tế là 500 m2, "
        "Sở Y tế ban hành kế hoạch như sau:"
    ]


def test_a_note_stands_above_the_next_though_its_mark_was_read_as_a_digit() -> None:
    """The engine takes the mark behind "2030" for a fifth digit of the year."""
    marked = piece(
        "giai đoạn 2021 - 20301; theo Kế hoạch 9 của tỉnh2 về đo lường", LEFT, RIGHT, 280
    )
    at = marked.words.index("tỉnh2") + 4
    small = [
        Piece(words, Box(LEFT, bottom - 11, LEFT + 300, bottom), 10.0)
        for words, bottom in (("1 Được sửa đổi năm 2022.", 770), ("2 Gọi tắt là Kế hoạch 9.", 783))
    ]
    page = Page(1, 595, 842, (*body(170), marked._replace(marks=((at, at + 1),)), *small))
    text = text_of([page], "a.pdf")
    notes = [text.words(block) for block in text.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["Được sửa đổi năm 2022.", "Gọi tắt là Kế hoạch 9."]
