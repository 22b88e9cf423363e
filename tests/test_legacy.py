"""Encodings from before Unicode: recognised where it is sure, left alone where it is not."""

import unicodedata

import pytest
import wordfiles as w

from graph.errors import BadInputError
from loaders import read_bytes
from loaders.readers.legacy import EncodingRow, Sample, converter, encodings, in_font, recoded

SAMPLES = [(row, sample) for row in encodings() for sample in row.samples]
PLAN = (
    "KẾ HOẠCH\nCăn cứ Quyết định số 5/QĐ-UBND ngày 03 tháng 02 năm 2004 của Ủy ban nhân dân tỉnh;\n"
    "Các đơn vị thực hiện và báo cáo về Sở Y tế trước ngày 05 tháng 11.\n"
)


def old(row: EncodingRow, words: str) -> str:
    """Words as the encoding writes them; letters that it only has by a capital font stay small."""
    signs = {new: old for old, new in zip(row.old, row.new, strict=True)}
    for base in row.bases:
        for mark in row.marks:
            sign = mark.sign.upper() if base.isupper() else mark.sign
            signs.setdefault(converter(row.id)(base + sign), base + sign)
    return "".join(signs.get(c, signs.get(c.lower(), c)) for c in words)


@pytest.mark.parametrize(("row", "sample"), SAMPLES, ids=[s.new for _, s in SAMPLES])
def test_every_sample_is_read_by_its_table(row: EncodingRow, sample: Sample) -> None:
    assert converter(row.id)(sample.old) == sample.new


@pytest.mark.parametrize("row", encodings(), ids=[row.id for row in encodings()])
def test_a_whole_file_is_recognised_and_evidence_stands_in_its_letters(row: EncodingRow) -> None:
    for data in (old(row, PLAN).encode("latin-1"), old(row, PLAN).encode()):
        text = read_bytes(data, "ke-hoach.txt")
        assert "Căn cứ Quyết định số 5/QĐ-UBND ngày 03 tháng 02 năm 2004" in text.content
        at = text.content.index("5/QĐ")
        start, end = text.locate(at, at + 9)
        assert text.original[start:end] == "5/QĐ-UBND"
        assert read_bytes(text.original.encode(), "ke-hoach.txt").content == text.content


@pytest.mark.parametrize(
    "words",
    [
        PLAN,
        "Café à la carte, naïve Zürich, señor: số 5 ® ©",
        "Uû ban",
        "plain ascii",
        "Quyêt đinh sô 5",
    ],
)
def test_what_is_not_surely_old_stays(words: str) -> None:
    assert recoded(words) is None


def test_bytes_that_are_neither_are_refused() -> None:
    with pytest.raises(BadInputError) as caught:
        read_bytes("Uû ban".encode("latin-1"), "a.txt")
    assert caught.value.key == "read.encoding"


def test_a_word_document_is_read_by_the_fonts_of_its_runs() -> None:
    def font(words: str, name: str) -> str:
        fonts = f'<w:rPr><w:rFonts w:ascii="{name}"/></w:rPr>'
        return f"<w:r>{fonts}<w:t xml:space='preserve'>{words}</w:t></w:r>"

    soft = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:softHyphen/></w:r>'
    data = w.docx(
        w.paragraph(font("quyÕt ®Þnh", ".VnTimeH"))
        + w.paragraph(font("Së Y tÕ ", ".VnTime"), font("vaø Sôû Taøi chính;", "VNI-Times"))
        + w.paragraph(font("®", ".VnTime"), soft, font("îc ", ".VnTime"), font("số;", ".VnTime"))
        + w.paragraph(font("Café", "Times New Roman"))
    )
    assert read_bytes(data, "a.docx").content.splitlines()[:4] == [
        "QUYẾT ĐỊNH",
        "Sở Y tế và Sở Tài chính;",
        "được số;",
        "Café",
    ]
    assert in_font("So 5", ".VnTimeH") == "SO 5"


def test_a_word_document_whose_fonts_were_lost_is_read_by_its_words() -> None:
    tcvn3 = next(row for row in encodings() if row.id == "tcvn3")
    data = w.docx("".join(w.paragraph(old(tcvn3, line)) for line in PLAN.splitlines()))
    content = read_bytes(data, "a.docx").content
    assert "Căn cứ Quyết định số 5/QĐ-UBND ngày 03 tháng 02 năm 2004" in content


def windows(words: str) -> bytes:
    """Words as an old Windows of Viet Nam writes them: marks of tones behind their letters."""
    signs = []
    for sign in words:
        tones = [
            c for c in unicodedata.normalize("NFD", sign) if c in "\u0300\u0301\u0303\u0309\u0323"
        ]
        letter = "".join(c for c in unicodedata.normalize("NFD", sign) if c not in tones)
        signs += [unicodedata.normalize("NFC", letter), *tones]
    return "".join(signs).encode("cp1258")


def test_an_old_windows_is_believed_where_only_that_gives_vietnamese_words() -> None:
    text = read_bytes(windows(PLAN), "kh.txt")
    assert text.content == read_bytes(PLAN.encode(), "kh.txt").content
    page = b"<meta charset=windows-1258><p>" + windows(PLAN).replace(b"\n", b"</p><p>")
    assert "Ủy ban nhân dân tỉnh" in read_bytes(page, "kh.html").content
    for data in (
        PLAN.encode()[:200] + b"\xff" + PLAN.encode()[200:],
        "Détails à régler".encode("cp1252"),
    ):
        with pytest.raises(BadInputError) as refused:
            read_bytes(data, "kh.txt")
        assert refused.value.key == "read.encoding"
