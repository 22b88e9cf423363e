"""What a Word document holds beside its runs: signs, formulas, diagrams, files put in, prompts."""

import zipfile
from io import BytesIO

import pytest
import wordfiles as w

from graph.errors import BadInputError
from graph.vocabulary import rows
from loaders import read_bytes
from loaders.bounds import Bounds
from loaders.readers.legacy import PictureFontRow, in_font
from loaders.text import Text
from loaders.unread import find_unread

_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def read(body: str, **bounds: int) -> Text:
    return read_bytes(w.docx(body), "a.docx", Bounds(**bounds))


def with_part(body: str, kind: str, name: str, content: bytes) -> bytes:
    """A document with one more part, of the relation "r1"."""
    held = BytesIO(w.docx(body))
    with zipfile.ZipFile(held) as made:
        files = {info: made.read(info) for info in made.namelist()}
    relation = f'<Relationship Id="r1" Type="{w.R}/{kind}" Target="{name}"/>'
    return w.package(
        files | {"word/_rels/document.xml.rels": w.related(relation), f"word/{name}": content}
    )


@pytest.mark.parametrize(
    "row", rows("encodings", "picture_font", PictureFontRow), ids=lambda row: row.name
)
def test_letters_of_a_font_of_pictures_are_the_signs_that_it_shows(row: PictureFontRow) -> None:
    for example in row.examples:
        assert in_font(example.old, row.name) == example.new


def test_signs_that_were_inserted_are_read_and_so_is_the_mark_of_a_matrix() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    typed = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>³</w:t></w:r>'
    damaged = '<w:r><w:sym w:font="Wingdings" w:char="x"/></w:r>'
    assert read(w.paragraph(sign, " đạt ", typed, " 5", damaged)).content == "✓ đạt ≥ 5"


def test_what_is_to_be_filled_in_is_blank_and_a_table_keeps_its_cells() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    asked = prompt.format(w.run("Nhấn để nhập số"))
    cell = prompt.format(w.cell("Nhấn để nhập"))
    body = w.paragraph("Số: ", asked, "/KH-UBND") + prompt.format(w.paragraph("Nhập trích yếu"))
    rows_ = w.row("TT", "Việc", "Đơn vị"), f"<w:tr>{w.cell('1')}{cell}{w.cell('Sở A')}</w:tr>"
    text = read(body + w.table(*rows_, columns=3))
    assert text.content.startswith("Số: /KH-UBND\nTT")
    assert [len(row) for row in text.tables[0].rows] == [3, 3]


def test_a_formula_keeps_its_stroke_its_power_and_its_brackets() -> None:
    def part(name: str, *inner: str) -> str:
        return f"<m:{name}>{''.join(inner)}</m:{name}>"

    def said(words: str) -> str:
        return part("r", part("t", words))

    sum_ = part("f", part("num", said("a+b")), part("den", said("c")))
    power = part("sSup", part("e", said("10")), part("sup", said("2")))
    inner = part("d", part("e", said("x")))
    maths = f'<m:oMath xmlns:m="{_M}">{sum_}{said("×")}{power}{inner}</m:oMath>'
    assert read(w.paragraph("Tỷ lệ = ", maths)).content == "Tỷ lệ = (a+b)/c×10^2(x)"


def test_words_of_diagrams_and_of_drawn_letters_are_lines_behind_their_paragraph() -> None:
    drawn = f'<w:r><w:drawing><dgm:relIds xmlns:dgm="{_DGM}" r:dm="r1"/></w:drawing></w:r>'
    letters = '<w:r><w:pict><v:shape><v:textpath string="HỎA TỐC"/></v:shape></w:pict></w:r>'
    shape = "<dgm:t><a:p><a:r><a:t>{}</a:t></a:r><a:r><a:t>{}</a:t></a:r></a:p></dgm:t>"
    data = "".join(shape.format(*said) for said in (("Trưởng ban: ", "A"), ("Phó ban: ", "B")))
    root = f'<dgm:dataModel xmlns:dgm="{_DGM}" xmlns:a="{_A}">{data}</dgm:dataModel>'
    body = w.paragraph("Công điện", letters) + w.paragraph("Sơ đồ", drawn) + w.paragraph("Hết")
    text = read_bytes(with_part(body, "diagramData", "data1.xml", root.encode()), "a.docx")
    assert text.content.split("\n") == [
        *("Công điện", "HỎA TỐC", "Sơ đồ", "Trưởng ban: A", "Phó ban: B", "Hết"),
    ]


PUT_IN = w.paragraph("Đầu") + '<w:altChunk r:id="r1"/>' + w.paragraph("Cuối")


@pytest.mark.parametrize("name", ["chunk.html", "chunk.docx"])
def test_a_file_that_another_program_put_in_is_read_where_it_stands(name: str) -> None:
    heads, first = ("TT", "Việc", "Đơn vị"), ("1", "Kiểm tra", "Sở A")
    page = "<p>Điều 1. Phê duyệt.</p><table>"
    for row in (heads, first):
        page += f"<tr>{''.join(f'<td>{words}</td>' for words in row)}</tr>"
    body = w.paragraph("Điều 1. Phê duyệt.") + w.table(w.row(*heads), w.row(*first))
    content = w.docx(body) if name.endswith("docx") else f"<body>{page}</table></body>".encode()
    text = read_bytes(with_part(PUT_IN, "aFChunk", name, content), "a.docx")
    assert text.content.split("\n") == ["Đầu", "Điều 1. Phê duyệt.", *heads, *first, "Cuối"]
    assert [len(row) for row in text.tables[0].rows] == [3, 3]


def test_a_file_put_in_that_does_not_read_is_said_and_depth_has_an_end() -> None:
    text = read_bytes(with_part(PUT_IN, "aFChunk", "chunk.bin", b"x"), "a.docx")
    assert text.content == "Đầu\nCuối"
    assert [doubt.rule for doubt in find_unread(text)] == ["page.chunk"]
    data = with_part(PUT_IN, "aFChunk", "chunk.docx", w.docx(w.paragraph("Trong")))
    for _ in range(2):
        data = with_part(PUT_IN, "aFChunk", "chunk.docx", data)
    assert "Trong" in read_bytes(data, "a.docx", Bounds(nesting=3)).content
    assert "Trong" not in read_bytes(data, "a.docx", Bounds(nesting=2)).content


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (b"Rar!\x1a\x07\x01\0", "a.rar", "read.archive"),
        (b"7z\xbc\xaf'\x1c\0\4", "a.pdf", "read.archive"),
        (b"PK\x03\x04 ppt/presentation.xml", "a.docx", "read.slides"),
        ("TT,Việc".encode(), "a.csv", "read.as_workbook"),
        (OLD_OFFICE + "__properties_version1.0\0".encode("utf-16-le"), "a.doc", "read.as_mail"),
        (OLD_OFFICE, "thư.msg", "read.as_mail"),
        (b"\x30\x82", "van-ban.docx.p7m", "read.wrapped"),
        (b"\0\0\0\x18ftypheic", "anh.heic", "read.as_picture"),
        (b"MZ", "a.exe", "read.no_document"),
    ],
)
def test_what_is_given_by_mistake_is_told_what_to_do(data: bytes, name: str, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_bytes(data, name)
    assert caught.value.key == key
    assert name in caught.value.text("vi")


def test_a_document_that_holds_a_workbook_is_a_document() -> None:
    data = with_part(w.paragraph("Điều 1."), "package", "a.xlsx", b"xl/workbook.xml")
    assert read_bytes(data, "a.dotm").content == "Điều 1."
