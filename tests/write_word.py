"""Writes the Word documents of the tests: a sample of the corpus, and tables as offices draw them.

``python tests/write_word.py`` writes them anew; ``test_word_tables`` compares them with this.
"""

from collections.abc import Iterable
from pathlib import Path

import wordfiles as w

HERE = Path(__file__).parent
MARK = "(Bản minh họa, không phải văn bản gốc)"
NUMBERS = (
    w.levels(0, ("decimal", "%1"))
    + w.levels(1, ("upperRoman", "%1."), ("decimal", "%2."))
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
HEAD = ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian")


def bold(words: str) -> str:
    """A paragraph in bold."""
    return w.paragraph(w.run(words, "b"))


def numbered() -> str:
    """A cell that holds nothing but its automatic number."""
    return w.cell(w.paragraph(list=(1, 0)))


def letterhead(organ: str, number: str, place: str) -> str:
    """The two columns at the head of a document."""
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    return w.table(
        w.row(w.cell(bold(organ)), w.cell(bold(motto), bold("Độc lập - Tự do - Hạnh phúc"))),
        w.row(f"Số: {number}", place),
        columns=2,
    )


def plan(number: str, *body: str, title: str) -> bytes:
    """A plan of a department that there is only in these tests."""
    parts = (
        letterhead(
            "SỞ Y TẾ TỈNH NINH BÌNH", f"{number}/KH-SYT", "Ninh Bình, ngày 12 tháng 01 năm 2026"
        ),
        bold("KẾ HOẠCH"),
        bold(title),
        w.paragraph("Căn cứ Quyết định số 41/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh;"),
        w.paragraph("NHIỆM VỤ", list=(2, 0)),
        *body,
        w.paragraph("TỔ CHỨC THỰC HIỆN", list=(2, 0)),
        w.paragraph("Văn phòng Sở theo dõi chung."),
    )
    return w.docx("".join(parts), {"numbering": NUMBERS})


def merged_heads() -> bytes:
    """Two rows of headings: one over two columns, others over two rows."""
    first = [w.cell(name, deep="restart") for name in HEAD[:2]]
    first += [w.cell("Đơn vị thực hiện", wide=2), w.cell(HEAD[4], deep="restart")]
    second = [w.cell(deep="continue"), w.cell(deep="continue"), "Chủ trì", "Phối hợp"]
    rows = (
        w.row(*first, properties="<w:tblHeader/>"),
        w.row(*second, w.cell(deep="continue"), properties="<w:tblHeader/>"),
        w.row(numbered(), "Rà soát tủ thuốc trạm y tế", "Phòng Nghiệp vụ Dược", "/", "Quý I/2026"),
        w.row(numbered(), "Mua nhiệt kế chuẩn", "Văn phòng Sở", "Thanh tra Sở", "Quý II/2026"),
    )
    return plan("11", w.table(*rows, columns=5, ruled=True), title="Chuẩn bị tủ thuốc năm 2026")


def unruled() -> bytes:
    """A table that only its cells make one: no line is drawn."""
    rows = (
        w.row(*HEAD),
        w.row("1", "Khám mắt học sinh", "Trung tâm Y tế", "Sở Giáo dục và Đào tạo", "Quý IV/2026"),
        w.row("2", "Phát kính", "Văn phòng Sở", "Trung tâm Y tế", "Tháng 12/2026"),
    )
    return plan("12", w.table(*rows, columns=5), title="Khám mắt học đường năm 2026")


def five_pages() -> bytes:
    """A table over five pages, its heads on each, two rows cut by a page."""
    pages = []
    for page in range(5):
        rows = [w.row(*HEAD)]
        if page in (2, 4):  # the last row of the page before goes on
            rows.append(w.row("", "và báo cáo kết quả", "", "", ""))
        rows += [_job(10 * page + n) for n in range(1, 5)]
        pages.append(w.table(*rows, columns=5, ruled=True))
    return plan("13", w.paragraph().join(pages), title="Kiểm định thiết bị y tế năm 2026")


def _job(number: int) -> str:
    return w.row(str(number), f"Kiểm định máy số {number}", "Trung tâm Y tế", "/", "Năm 2026")


def sub_rows() -> bytes:
    """Rows without a number under the one they belong to, and a number merged over three rows."""
    rows = (
        w.row(*HEAD),
        w.row(numbered(), "Tiêm chủng mở rộng", "Trung tâm Y tế", "UBND xã", "Năm 2026"),
        w.row("", "- Lập danh sách trẻ", "UBND xã", "Trạm Y tế", "Quý I/2026"),
        w.row("", "- Tổ chức điểm tiêm", "Trạm Y tế", "UBND xã", "Quý II/2026"),
        w.row(w.cell(w.paragraph(list=(1, 0)), deep="restart"), *_phase("mua", "Quý III/2026")),
        w.row(w.cell(deep="continue"), *_phase("cấp", "Quý IV/2026")),
    )
    return plan("14", w.table(*rows, columns=5, ruled=True), title="Tiêm chủng năm 2026")


def _phase(what: str, time: str) -> Iterable[str]:
    return (f"Vắc xin đợt {what}", "Phòng Nghiệp vụ Dược", "Trung tâm Y tế", time)


def decision() -> bytes:
    """The sample of the corpus: an official layout with real numbers and units."""
    changed = (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>349 </w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{w.run("349.000.000 đồng")}</w:ins>'
    )
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    branch = "Chi cục Tiêu chuẩn Đo lường Chất lượng"
    rows = (
        w.row(*HEAD, properties="<w:tblHeader/>"),
        w.row(numbered(), "Kiểm tra phương tiện đo tại chợ", branch, "Văn phòng Sở", "Quý II/2026"),
        w.row(numbered(), "Chấm điểm giải thưởng chất lượng", branch, "/", "Quý III/2026"),
        w.row("", "- In hồ sơ giải thưởng", "Văn phòng Sở", branch, "Tháng 8/2026"),
    )
    sign = w.table(
        w.row(
            w.cell("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, TĐC."),
            w.cell(bold("GIÁM ĐỐC"), "(Đã ký)"),
        ),
        columns=2,
    )
    parts = (
        letterhead(
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ THÀNH PHỐ HỒ CHÍ MINH",
            "1468/QĐ-SKHCN",
            "Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm 2025",
        ),
        bold("QUYẾT ĐỊNH"),
        bold("Về việc giao nhiệm vụ và kinh phí tiêu chuẩn, đo lường, chất lượng năm 2026"),
        bold("GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
        w.paragraph(
            "Căn cứ Quyết định số 76/QĐ",
            *(hyphen, "UBND ngày 01 tháng 7 năm 2025 của Ủy ban nhân dân Thành phố"),
            *(w.note(1), ";"),
        ),
        w.paragraph("Theo đề nghị của Chi cục trưởng Chi cục Tiêu chuẩn Đo lường Chất lượng,"),
        bold("QUYẾT ĐỊNH:"),
        w.paragraph(w.run("Điều 1. ", "b"), "Giao kinh phí ", changed, " cho Chi cục."),
        w.paragraph(w.run("Điều 2. ", "b"), "Các việc của năm nêu tại Phụ lục kèm theo."),
        w.paragraph(
            w.run("Điều 3. ", "b"), "Các phòng, đơn vị thuộc Sở thi hành Quyết định này./."
        ),
        sign,
        bold("PHỤ LỤC"),
        w.table(*rows, columns=5, ruled=True),
        w.paragraph(MARK),
    )
    note = w.paragraph("Triển khai Chỉ thị số 38-CT/TW ngày 30 tháng 7 năm 2024 của Ban Bí thư.")
    pages = {"numbering": NUMBERS, "footnotes": f'<w:footnote w:id="1">{note}</w:footnote>'}
    section = '<w:headerReference r:id="header1"/>'
    return w.docx("".join(parts), pages | {"header1": w.paragraph(w.field("PAGE", "2"))}, section)


FILES = {
    HERE / "corpus" / "qd-1468-qd-skhcn-2025.docx": decision,
    HERE / "word" / "bang-gop-tieu-de.docx": merged_heads,
    HERE / "word" / "bang-khong-ke.docx": unruled,
    HERE / "word" / "bang-nam-trang.docx": five_pages,
    HERE / "word" / "bang-dong-con.docx": sub_rows,
}

if __name__ == "__main__":
    for path, written in FILES.items():
        path.write_bytes(written())
