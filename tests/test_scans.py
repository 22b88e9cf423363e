"""Scans of our own pages: turned, blurred and specked, they say what the drawn pages say."""

import ctypes
import io
import struct
import zlib
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest
from pages import LETTER, LONG_HEAD, PAGES, WORDS, long_rows

from graph.errors import BadInputError
from graph.vocabulary import rows
from loaders import Text, read, read_bytes, reread, understand
from loaders.bounds import Bounds
from loaders.readers.scans import engine
from loaders.readers.scans.repairs import PhraseRow, RaisedRow, RepairRow, raised_digit, repaired
from loaders.text import BlockKind

needs_engine = pytest.mark.skipif(
    engine.missing() == "engine", reason="no build of the engine for this machine"
)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _table(text: Text) -> list[list[str]]:
    (table,) = text.tables
    return [[text.words(cell) for cell in row] for row in table.rows]


@needs_engine
@pytest.mark.parametrize(("name", "suffix"), [("merged", "tif"), ("loose", "jpg")])
def test_a_scanned_table_is_read_cell_by_cell(name: str, suffix: str) -> None:
    found = _table(read(PAGES / f"{name}.{suffix}"))
    drawn = [*WORDS[name]["head"], *WORDS[name]["rows"]]
    assert [[bool(c) for c in row] for row in found] == [[bool(c) for c in row] for row in drawn]
    assert [row[0] for row in found] == [row[0] for row in drawn]
    for row, other in zip(found, drawn, strict=True):
        assert _likeness(" ".join(row), " ".join(other)) > 0.9


@needs_engine
def test_a_scanned_table_goes_on_over_pages_its_cut_rows_whole() -> None:
    found = _table(read(PAGES / "long-scan.pdf"))
    drawn = [LONG_HEAD, *long_rows()]
    assert [row[0] for row in found] == [row[0] for row in drawn[: len(found)]]
    assert len(found) > 9
    assert "" in [row[0] for row in found]
    for row, other in zip(found[:-1], drawn, strict=False):
        assert _likeness(" ".join(row), " ".join(other)) > 0.93


@pytest.fixture(scope="module")
def letter() -> Text:
    return read(PAGES / "letter.png")


@needs_engine
def test_a_scanned_letter_says_what_it_is(letter: Text) -> None:
    header = understand(letter).header
    assert (header.type, header.number, header.symbol) == ("Công văn", "77", "SKHCN-ĐL")
    assert header.issued.iso == "2026-01-05"
    for number in ("340/QĐ-UBND", "15/2015/TT-BKHCN", "105/2016/NĐ-CP", "1909/QĐ-UBND-KT"):
        assert number in letter.content


@needs_engine
def test_raised_marks_of_a_scan_are_no_digits_of_a_number(letter: Text) -> None:
    assert "Kế hoạch 36 và Đề án 996 của" in letter.content
    notes = [letter.words(block) for block in letter.blocks if block.kind is BlockKind.FOOTNOTE]
    for note, drawn in zip(notes, LETTER["notes"], strict=True):
        assert _likeness(note, drawn) > 0.9


@needs_engine
def test_each_recognised_word_knows_where_it_lies_on_the_page(letter: Text) -> None:
    drawn = read(PAGES / "letter.pdf")
    for word in ("340/QĐ-UBND", "105/2016/NĐ-CP"):
        start = letter.content.index(word)
        (place,) = letter.places_of(start, start + len(word))
        (line,) = drawn.places_of(drawn.content.index(word), drawn.content.index(word) + len(word))
        assert place.box and line.box and place.page == 1
        left, top, right, bottom = place.box
        assert line.box[0] - 8 < left < right < line.box[2] + 8  # thousandths; turned by 0.4°
        assert line.box[1] - 8 < top < bottom < line.box[3] + 8
        assert right - left < 200


@needs_engine
def test_a_kept_reading_of_a_scan_needs_no_engine(letter: Text) -> None:
    again = reread(letter.original, "letter.png")
    assert (again.content, again.places) == (letter.content, letter.places)


@needs_engine
def test_pages_with_text_and_scanned_pages_are_read_each_in_its_way() -> None:
    text = read_bytes(_mixed(), "a.pdf")
    assert LETTER["paragraphs"][1] in text.content
    assert "101/KH-SKHCN" in text.content
    assert {place.page for place in text.places} == {1, 2, 3, 4}


@needs_engine
@pytest.mark.parametrize(
    ("layer", "anew"),
    [("và các don vi không thuc hi1n Kh|lh qry", True), ("và các cô không là ba ông bà", False)],
)
def test_a_layer_of_text_is_trusted_where_its_words_can_be_vietnamese(
    layer: str, anew: bool
) -> None:
    text = read_bytes(_layered(layer), "a.pdf")
    assert ("101/KH-SKHCN" in text.content) is anew
    assert ("ông bà" in text.content) is not anew


def _layered(words: str) -> bytes:
    """A scanned page with these words over and over as its layer of text, which is not shown."""
    document = pypdfium2.PdfDocument(PAGES / "long-scan.pdf")
    for index in reversed(range(1, len(document))):
        document.del_page(index)
    page = document[0]
    for number in range(30):
        line = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", 11.0)
        signs = (words + "\0").encode("utf-16-le")
        held = ctypes.create_string_buffer(signs)
        raw.FPDFText_SetText(line, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)))
        raw.FPDFTextObj_SetTextRenderMode(line, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(line, 1, 0, 0, 1, 60, 60 + 20 * number)
        raw.FPDFPage_InsertObject(page.raw, line)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_without_data_the_rest_is_read_and_the_pages_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _no_data(tmp_path, monkeypatch)
    text = read_bytes(_mixed(), "a.pdf")
    assert LETTER["paragraphs"][1] in text.content
    doubts = {doubt.rule: dict(doubt.facts) for doubt in understand(text).doubts}
    lacking = engine.missing()
    assert doubts[f"page.no_{lacking}"] == {"pages": "3, 4"}
    assert reread(text.original, "a.pdf").unread == text.unread


def test_without_data_a_scan_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _no_data(tmp_path, monkeypatch)
    for name in ("letter.png", "long-scan.pdf"):
        with pytest.raises(BadInputError) as caught:
            read(PAGES / name)
        assert caught.value.key == f"read.no_{engine.missing()}"


def _no_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose folders hold no data for Vietnamese."""
    monkeypatch.setattr(engine, "_FOLDERS", (folder,))
    monkeypatch.setattr(engine, "_PACKAGED", folder)
    monkeypatch.setenv("TESSDATA_PREFIX", str(folder))
    monkeypatch.setattr(engine, "data_folder", engine.data_folder.__wrapped__)


def _mixed() -> bytes:
    """Two pages of text, then two that are scanned."""
    document = pypdfium2.PdfDocument(PAGES / "letter.pdf")
    document.import_pages(pypdfium2.PdfDocument(PAGES / "long-scan.pdf"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _refused(data: bytes, name: str, bounds: Bounds | None = None) -> str:
    with pytest.raises(BadInputError) as caught:
        read_bytes(data, name, bounds or Bounds())
    assert name in caught.value.text("vi")
    return caught.value.key


def _png(width: int, height: int) -> bytes:
    """A picture that says it is so large, and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00" * 1000)), (b"IEND", b""))
    pack = struct.Struct(">I").pack
    chunks = (pack(len(data)) + kind + data + pack(zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@needs_engine
def test_a_picture_too_large_is_refused_before_it_is_unpacked() -> None:
    assert _refused(_png(30_000, 30_000), "a.png") == "read.too_many_dots"
    assert _refused(_png(12_000, 12_000), "a.png") == "read.too_many_dots"


@needs_engine
def test_damaged_and_empty_pictures_say_so() -> None:
    assert _refused((PAGES / "loose.jpg").read_bytes()[:40_000], "a.jpg") == "read.broken_image"
    assert _refused(b"\xff\xd8\xff\xe0" + b"\x00" * 500, "a.jpg") == "read.broken_image"
    out = io.BytesIO()
    white = pypdfium2.PdfDocument.new()
    white.new_page(595, 842).render(scale=1).to_pil().save(out, "PNG")
    assert _refused(out.getvalue(), "a.png") == "read.empty"


@needs_engine
def test_a_page_that_lies_on_its_side_or_head_is_put_upright() -> None:
    from PIL import Image

    lying = Image.open(PAGES / "merged.tif")
    for turn in (90, 180):
        out = io.BytesIO()
        lying.rotate(turn, expand=True).save(out, "PNG", dpi=(200, 200))
        found = _table(read_bytes(out.getvalue(), "a.png"))
        assert [row[0] for row in found] == ["TT", "", "I", "1", "2", "II", "3"]


@needs_engine
def test_recognising_a_page_is_bounded_in_time() -> None:
    data = (PAGES / "merged.tif").read_bytes()
    assert _refused(data, "a.tif", Bounds(page_seconds=0)) == "read.too_slow"


@pytest.mark.parametrize("row", rows("scans", "repair", RepairRow), ids=lambda row: row.pattern)
def test_symbols_are_mended(row: RepairRow) -> None:
    assert [repaired(example) for example in row.examples] == list(row.becomes)
    for miss in row.misses:
        assert repaired(miss) == miss


def test_phrases_keep_their_length_and_kinds_of_documents_their_blanks() -> None:
    for row in rows("scans", "phrase", PhraseRow):
        assert len(row.read) == len(row.means) and row.read != row.means
    for raised in rows("scans", "raised", RaisedRow):
        assert raised_digit(raised.read) == raised.means
    assert repaired("KẾHOẠCH") == "KẾ HOẠCH"
    assert repaired("1⁄2026") == "1/2026"


def test_numbers_of_rows_that_are_seen_twice_count_on() -> None:
    from loaders.readers.scans.keys import counting

    assert counting(["1", "22", "3"]) == ["1", "2", "3"]
    assert counting(["10", "1111", "12"]) == ["10", "11", "12"]
    assert counting(["1", "22", "23"]) == ["1", "22", "23"]
    assert counting(["1", "7", "3", "II", "22"]) == ["1", "7", "3", "II", "22"]


@needs_engine
def test_a_table_between_paragraphs_is_read_once() -> None:
    from PIL import Image

    page = Image.open(PAGES / "merged.tif").convert("L")
    letter = Image.open(PAGES / "letter.png").convert("L")
    page.paste(letter.crop((0, 700, page.width, 1000)), (0, page.height - 700))
    out = io.BytesIO()
    page.save(out, "png", dpi=(200, 200))
    text = read_bytes(out.getvalue(), "a.png")
    found = _table(text)
    assert [row[0] for row in found[2:]] == [row[0] for row in WORDS["merged"]["rows"]]
    for row, other in zip(found[2:], WORDS["merged"]["rows"], strict=True):
        assert _likeness(" ".join(row), " ".join(other)) > 0.9
    assert "12 tháng 11 năm 2025" in text.content


@needs_engine
def test_numbers_alone_in_their_cells_are_read_on_grey_paper_too() -> None:
    found = _table(read(PAGES / "amounts.jpg"))
    assert [row[0] for row in found] == ["7", "8", "9", "II", "1", "2", "3", "4", "5", "6"]
    assert [row[3] for row in found] == ["7", "5", "3", "", "2", "9", "7", "5", "3", "1"]
    times = [row[6] for row in found]
    assert (times[1], times[4:7]) == ("Quý III/2026", ["Quý II", "Quý III", "Quý IV"])
    helping = [row[5] for row in found]  # the dots of their last lines stand close to the border
    assert (helping[1], helping[6]) == (
        "Phòng Quy hoạch - Xây dựng",
        "Trung tâm Hỗ trợ doanh nghiệp",
    )
