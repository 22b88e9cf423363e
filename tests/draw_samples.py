"""Draws the sample documents of pages anew: `python tests/draw_samples.py` (see ``drawing.py``)."""

from io import BytesIO
from pathlib import Path

import pypdfium2
from draw_pages import as_scanned
from drawing import LEFT, Cell, Sheet

CORPUS = Path(__file__).parent / "corpus"
MARK = "(Bản minh họa, không phải văn bản gốc)"
CITY = "Thành phố Hồ Chí Minh"
SCIENCE, TRADE = "Sở Khoa học và Công nghệ", "Sở Công Thương"
ROWS = (
    (
        "1",
        "Tư vấn áp dụng hệ thống quản lý năng suất cho 20 doanh nghiệp cơ khí",
        SCIENCE,
        TRADE,
        "Quý III/2025",
    ),
    (
        "2",
        "Hiệu chuẩn phương tiện đo của xưởng chế tạo khuôn mẫu",
        "Chi cục Tiêu chuẩn Đo lường Chất lượng",
        SCIENCE,
        "Tháng 9/2025",
    ),
    ("3", "Mở lớp về tiêu chuẩn an toàn robot công nghiệp", SCIENCE, TRADE, "Quý IV/2025"),
)


def main() -> None:
    """Draw both: a letter as a pdf, a proposal as the scan of one page."""
    letter().output(str(CORPUS / "cv-2784-sct-qlcn-2025.pdf"))
    drawn = BytesIO(bytes(proposal().output()))
    page = pypdfium2.PdfDocument(drawn)[0].render(scale=200 / 72, grayscale=True).to_pil()
    scan = as_scanned(page.convert("L"), angle=0.5, specks=800)
    path = CORPUS / "ttr-117-ttr-skhcn-2022.jpg"
    scan.save(path, "JPEG", dpi=(200, 200), quality=60)


def letter() -> Sheet:
    """A letter with a table of tasks (công văn kèm bảng)."""
    sheet = Sheet()
    sheet.letterhead(
        ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH", "SỞ CÔNG THƯƠNG"],
        "Số: 2784/SCT-QLCN",
        f"{CITY}, ngày 25 tháng 4 năm 2025",
        "V/v triển khai Kế hoạch số 2134/KH-UBND ngành cơ khí - tự động hóa",
    )
    sheet.centred(["Kính gửi: Sở Khoa học và Công nghệ."], LEFT, sheet.room)
    sheet.y += 10
    for words in (
        "Thực hiện Kế hoạch số 2134/KH-UBND ngày 01 tháng 4 năm 2025 của Ủy ban nhân dân Thành phố "
        "về Chương trình hỗ trợ doanh nghiệp và sản phẩm ngành cơ khí - tự động hóa năm 2025, Sở "
        "Công Thương đề nghị Sở Khoa học và Công nghệ triển khai các nhiệm vụ tại Mục 5 Phụ lục "
        "kèm theo Kế hoạch, cụ thể như sau:",
    ):
        sheet.paragraph(words)
    head = [
        [
            Cell("TT", deep=2),
            Cell("Nội dung công việc", deep=2),
            Cell("Đơn vị", wide=2),
            Cell("Thời gian hoàn thành", deep=2),
        ],
        [Cell("Chủ trì"), Cell("Phối hợp")],
    ]
    sheet.table((0.08, 0.36, 0.2, 0.18, 0.18), head, [[Cell(w) for w in row] for row in ROWS])
    sheet.y += 8
    sheet.paragraph(
        "Kết quả thực hiện được gửi về Sở Công Thương trước ngày 15 tháng 12 năm 2025 để tổng hợp, "
        "báo cáo Ủy ban nhân dân Thành phố./."
    )
    signed(sheet, ("- Như trên;", "- Lưu: VT, QLCN."), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
    return sheet


def proposal() -> Sheet:
    """A proposal of one page (tờ trình)."""
    sheet = Sheet()
    sheet.letterhead(
        ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"],
        "Số: 117/TTr-SKHCN",
        f"{CITY}, ngày 25 tháng 01 năm 2022",
    )
    sheet.centred(["TỜ TRÌNH"], LEFT, sheet.room, style="B", size=14)
    title = "Về ban hành Kế hoạch thực hiện Đề án 996 tại Thành phố"
    sheet.centred([title], LEFT, sheet.room, style="B")
    sheet.y += 10
    sheet.centred(["Kính gửi: Ủy ban nhân dân Thành phố."], LEFT, sheet.room)
    sheet.y += 10
    for words in (
        "Căn cứ Luật Đo lường số 04/2011/QH13 ngày 11 tháng 11 năm 2011;",
        "Căn cứ Quyết định số 996/QĐ-TTg ngày 10 tháng 8 năm 2018 của Thủ tướng Chính phủ về phê "
        "duyệt Đề án tăng cường hoạt động đo lường;",
        "Sở Khoa học và Công nghệ đã lấy ý kiến các sở, ban, ngành, tiếp thu, hoàn chỉnh dự thảo "
        "và kính trình Ủy ban nhân dân Thành phố xem xét, ban hành Kế hoạch với nội dung chính:",
        "1. Khảo sát nhu cầu đo lường của doanh nghiệp tại các khu công nghiệp, khu chế xuất.",
        "2. Hỗ trợ doanh nghiệp xây dựng chương trình bảo đảm đo lường, ưu tiên doanh nghiệp vừa "
        "và nhỏ; kinh phí lấy từ dự toán hằng năm của Sở.",
        "Sở Khoa học và Công nghệ kính trình Ủy ban nhân dân Thành phố xem xét, quyết định./.",
    ):
        sheet.paragraph(words)
    signed(sheet, ("- Như trên;", "- Lưu: VT, TĐC."), ("GIÁM ĐỐC",))
    return sheet


def signed(sheet: Sheet, copies: tuple[str, ...], office: tuple[str, ...]) -> None:
    """Recipients, signature beside them, and what marks the document as ours."""
    top = sheet.y + 4
    sheet.font(12, "BI")
    sheet.text(LEFT, top + 12, "Nơi nhận:")
    sheet.font(11)
    for index, line in enumerate(copies):
        sheet.text(LEFT, top + 26 + 13 * index, line)
    sheet.y = top
    sheet.centred(list(office), LEFT + 240, 200, style="B", size=14)
    sheet.centred(["(Đã ký)"], LEFT + 240, 200, style="I")
    sheet.y = max(sheet.y, top + 26 + 13 * len(copies)) + 24
    sheet.paragraph(MARK, style="I")


if __name__ == "__main__":
    main()
