"""Draws the files of ``tests/pages/`` anew: `python tests/draw_pages.py` (see ``drawing.py``).

``amounts.jpg`` is none of them: LibreOffice set its table, on the grey paper of a scan.
"""

import random

import pypdfium2
from drawing import LEFT, Cell, Sheet
from fpdf.enums import AccessPermission
from pages import LETTER, LONG_HEAD, PAGES, WORDS, long_rows
from PIL import Image, ImageFilter

KINDS = {"jpg": "JPEG", "tif": "TIFF", "png": "PNG"}


def main() -> None:
    """Draw every file."""
    PAGES.mkdir(exist_ok=True)
    for name, draw in (
        ("merged", merged),
        ("loose", loose),
        ("long", long),
        ("letter", letter),
        ("fonts", fonts),
    ):
        draw().output(str(PAGES / f"{name}.pdf"))
    locked = letter()
    locked.set_encryption("chu-so-huu", "nguoi-doc", permissions=AccessPermission.none())
    locked.output(str(PAGES / "locked.pdf"))
    scan("merged", "tif", angle=0.7)
    scan("loose", "jpg", angle=-0.5)
    scan("letter", "png", angle=0.4)
    scanned_pdf("long", pages=2, angle=-0.6)


def title(sheet: Sheet, *lines: str) -> None:
    """The title of an annex or a plan."""
    sheet.centred(lines[:1], LEFT, sheet.room, style="B", size=14)
    sheet.centred(lines[1:], LEFT, sheet.room, style="B")
    sheet.y += 14


def merged() -> Sheet:
    """An annex: a table whose header is merged over rows and columns."""
    sheet = Sheet()
    title(sheet, "PHỤ LỤC", "Phân công nhiệm vụ đo lường năm 2026")
    head = [
        [
            Cell("TT", deep=2),
            Cell("Nội dung công việc", deep=2),
            Cell("Đơn vị", wide=2),
            Cell("Thời gian hoàn thành", deep=2),
        ],
        [Cell("Chủ trì"), Cell("Phối hợp")],
    ]
    rows = [
        [Cell(row[0], bold=True), Cell(row[1], wide=4, bold=True)]
        if not row[2]
        else [Cell(words) for words in row]
        for row in WORDS["merged"]["rows"]
    ]
    sheet.table((0.08, 0.36, 0.2, 0.18, 0.18), head, rows)
    return sheet


def loose() -> Sheet:
    """A plan whose table has no lines."""
    sheet = Sheet()
    title(sheet, "KẾ HOẠCH", "Tiêu chuẩn, quy chuẩn kỹ thuật năm 2026")
    sheet.paragraph("Các nhiệm vụ dưới đây được giao cho các đơn vị theo thời gian ghi tại bảng.")
    head = [[Cell(words) for words in WORDS["loose"]["head"][0]]]
    rows = [[Cell(words) for words in row] for row in WORDS["loose"]["rows"]]
    sheet.table((0.08, 0.46, 0.26, 0.2), head, rows, ruled=False)
    sheet.y += 10
    sheet.paragraph("Các đơn vị báo cáo kết quả về Sở Khoa học và Công nghệ trước ngày 20/12/2026.")
    return sheet


def long() -> Sheet:
    """A table over five pages, its header on each, rows cut where pages end."""
    sheet = Sheet(wide=True)
    title(sheet, "PHỤ LỤC II", "Danh mục khảo sát chất lượng hàng hóa năm 2026")
    head = [[Cell(words) for words in LONG_HEAD]]
    rows = [[Cell(words) for words in row] for row in long_rows()]
    sheet.table((0.06, 0.42, 0.18, 0.22, 0.12), head, rows)
    return sheet


def letter() -> Sheet:
    """A letter of two pages: raised marks, notes, running head, stamp of a signature."""
    sheet = Sheet(running=LETTER["running"])
    sheet.y = 20
    sheet.font(7)
    for line in LETTER["stamp"]:
        sheet.text(sheet.w - 190, sheet.y, line)
        sheet.y += 8
    sheet.y = 57
    sheet.letterhead(LETTER["organs"], LETTER["number"], LETTER["dated"], LETTER["about"])
    sheet.centred(["Kính gửi: Sở Công Thương; Công an tỉnh."], LEFT, sheet.room)
    sheet.y += 14
    for words in LETTER["paragraphs"]:
        marked(sheet, words)
    sheet.y += 6
    recipients(sheet)
    return sheet


def fonts() -> Sheet:
    """Lines whose letters with marks are drawn afterwards; a list with its signs apart."""
    sheet = Sheet()
    sheet.font(13)
    for line in WORDS["fonts"]["lines"]:
        places = [LEFT + sheet.get_string_width(line[:index]) for index in range(len(line))]
        for late in (False, True):
            for place, sign in zip(places, line, strict=True):
                if sign != " " and (ord(sign) > 0x300) == late:
                    sheet.text(place, sheet.y + 13, sign)
        sheet.y += 16
    for item in WORDS["fonts"]["items"]:
        sign, _, words = item.partition(" ")
        sheet.text(LEFT, sheet.y + 13, sign)
        for line in sheet.wrapped(words, sheet.room - 36):
            sheet.text(LEFT + 36, sheet.y + 13, line)
            sheet.y += 16
    return sheet


def marked(sheet: Sheet, words: str) -> None:
    """A paragraph; ¹ and ² are drawn small and raised."""
    sheet.font(13)
    lines = sheet.wrapped(words, sheet.room, 28)
    for index, line in enumerate(lines):
        if sheet.y > sheet.h - (120 if sheet.page == 1 else 60):
            notes(sheet)
        left = LEFT + (28 if index == 0 else 0)
        for sign in line:
            raised = "¹²".find(sign) + 1
            sheet.font(8 if raised else 13)
            shown = str(raised) if raised else sign
            sheet.text(left, sheet.y + (8 if raised else 13), shown)
            left += sheet.get_string_width(shown)
        sheet.y += 17
    sheet.y += 6


def notes(sheet: Sheet) -> None:
    """The notes at the foot of the first page, and the next page."""
    if sheet.page > 1:
        return
    sheet.y = sheet.h - 92
    sheet.line(LEFT, sheet.y - 6, LEFT + 140, sheet.y - 6)
    for number, note in enumerate(LETTER["notes"], start=1):
        sheet.font(6.5)
        sheet.text(LEFT, sheet.y + 5, str(number))
        sheet.font(10)
        sheet.text(LEFT + 6, sheet.y + 9, note)
        sheet.y += 13
    sheet.turn()
    sheet.font(13)


def recipients(sheet: Sheet) -> None:
    """The recipients, and the signature beside them."""
    top = sheet.y
    sheet.font(12, "BI")
    sheet.text(LEFT, top + 12, "Nơi nhận:")
    sheet.font(11)
    for index, line in enumerate(("- Như trên;", "- Giám đốc Sở (để báo cáo);", "- Lưu: VT, ĐL.")):
        sheet.text(LEFT, top + 26 + 13 * index, line)
    sheet.y = top
    sheet.centred(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], LEFT + 240, 200, style="B", size=14)
    sheet.y += 60
    sheet.centred(["Trần Minh Khoa"], LEFT + 240, 200, style="B", size=14)


def scanned(name: str, page: int, angle: float) -> Image.Image:
    """A page of a drawn file as a scanner sees it at 200 dpi."""
    document = pypdfium2.PdfDocument(PAGES / f"{name}.pdf")
    image = document[page].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    return as_scanned(image, angle, seed=page)


def as_scanned(
    image: Image.Image, angle: float, *, specks: int = 4000, seed: int = 0
) -> Image.Image:
    """A picture a little turned and blurred, with specks."""
    image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(0.7))
    dice = random.Random(seed)
    dots = image.load()
    for _ in range(specks):
        dots[dice.randrange(image.width), dice.randrange(image.height)] = dice.randrange(256)
    return image.point(lambda value: 16 * (value // 16) + 8)  # few greys: small files


def scan(name: str, suffix: str, angle: float) -> None:
    """A scan of the first page."""
    image = scanned(name, 0, angle)
    options = {"jpg": {"quality": 55}, "tif": {"compression": "tiff_adobe_deflate"}}
    image.save(PAGES / f"{name}.{suffix}", KINDS[suffix], dpi=(200, 200), **options.get(suffix, {}))


def scanned_pdf(name: str, pages: int, angle: float) -> None:
    """A pdf of scanned pages."""
    images = [scanned(name, page, angle) for page in range(pages)]
    path = PAGES / f"{name}-scan.pdf"
    images[0].save(path, "PDF", resolution=200, save_all=True, append_images=images[1:], quality=55)


if __name__ == "__main__":
    main()
