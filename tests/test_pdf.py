"""PDF files with text: what ``draw_pages.py`` drew is read back word for word, where it stands."""

import ctypes
import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest
from pages import LETTER, LONG_HEAD, PAGES, WORDS, long_rows

from graph.errors import BadInputError
from loaders import Text, read, read_bytes, reread, understand
from loaders.bounds import Bounds
from loaders.text import BlockKind, Table, Unread


def _rows(text: Text, table: Table) -> list[list[str]]:
    return [[text.words(cell) for cell in row] for row in table.rows]


def _said(text: Text, *kinds: BlockKind) -> list[str]:
    return [text.words(block) for block in text.blocks if block.kind in kinds]


@pytest.fixture(scope="module")
def letter() -> Text:
    return read(PAGES / "letter.pdf")


def test_a_letter_is_read_column_by_column_without_what_pages_repeat(letter: Text) -> None:
    said = _said(letter, BlockKind.PARAGRAPH)
    left = [*LETTER["organs"], LETTER["number"], LETTER["about"]]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", LETTER["dated"]]
    assert said[:7] == [*left, *right]
    bare = [words.replace("¹", "").replace("²", "") for words in LETTER["paragraphs"]]
    assert said[8 : 8 + len(bare)] == bare
    assert said[8 + len(bare) :] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Giám đốc Sở (để báo cáo);",
        "- Lưu: VT, ĐL.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Minh Khoa",
    ]


def test_running_heads_stand_once_at_the_end_and_stamps_nowhere(letter: Text) -> None:
    assert _said(letter, BlockKind.HEADER) == [LETTER["running"]]
    assert not any(line in letter.content for line in LETTER["stamp"])


def test_raised_marks_are_no_part_of_a_number_and_notes_are_lifted_out(letter: Text) -> None:
    assert _said(letter, BlockKind.FOOTNOTE) == LETTER["notes"]
    marks = [(letter.content[note.at - 3 : note.at], note.mark) for note in letter.notes]
    assert marks == [(" 36", "1"), ("996", "2")]
    assert "theo Quyết định số 1909/QĐ-UBND-KT nộp" in letter.content


def test_letters_of_another_font_stand_where_they_are_drawn_and_items_keep_their_signs() -> None:
    said = _said(read(PAGES / "fonts.pdf"), BlockKind.PARAGRAPH)
    assert said == [" ".join(WORDS["fonts"]["lines"]), *WORDS["fonts"]["items"]]


def test_words_know_their_line_on_the_page(letter: Text) -> None:
    start = letter.content.index("xem xét, chỉ đạo")
    (place,) = letter.places_of(start, start + 7)
    assert place.page == 2
    assert place.box is not None
    left, top, right, bottom = place.box
    assert 130 < left < 160 and 60 < top < bottom < 100 and right < 700


def test_a_kept_reading_is_the_reading(letter: Text) -> None:
    again = reread(letter.original, "letter.pdf")
    assert (again.blocks, again.places, again.notes) == (
        letter.blocks,
        letter.places,
        letter.notes,
    )
    assert understand(again).header == understand(letter).header
    assert understand(letter).header.number == "77"


@pytest.mark.parametrize("name", ["merged", "loose"])
def test_a_table_is_read_cell_by_cell(name: str) -> None:
    text = read(PAGES / f"{name}.pdf")
    (table,) = text.tables
    assert _rows(text, table) == [*WORDS[name]["head"], *WORDS[name]["rows"]]


def test_a_table_over_five_pages_is_one_its_cut_rows_whole() -> None:
    text = read(PAGES / "long.pdf")
    (table,) = text.tables
    assert [block.page for block in text.blocks if block.end <= table.start] == [1, 1]
    cells = [block.page for block in text.blocks if block.kind is BlockKind.CELL]
    assert (cells[0], cells[-1]) == (1, 5)
    assert _rows(text, table) == [LONG_HEAD, *long_rows()]


def _refused(data: bytes, bounds: Bounds | None = None) -> str:
    with pytest.raises(BadInputError) as caught:
        read_bytes(data, "a.pdf", bounds or Bounds())
    assert "a.pdf" in caught.value.text("vi")
    return caught.value.key


def _pdf(kids: Sequence[str], *objects: str) -> bytes:
    """A pdf written by hand, without a table of its objects: readers find them."""
    pages = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    listed = ("<</Type/Catalog/Pages 2 0 R>>", pages, *objects)
    body = "".join(f"{n} 0 obj{words}endobj\n" for n, words in enumerate(listed, start=1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"


def test_a_locked_pdf_says_so() -> None:
    assert _refused((PAGES / "locked.pdf").read_bytes()) == "read.locked"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF", b"\x00" * 2000, _pdf([]), _pdf(["9 0 R"])])
def test_a_pdf_of_no_pages_says_so(data: bytes) -> None:
    assert _refused(data) == "read.broken_pages"


def test_a_pdf_of_empty_pages_says_so() -> None:
    assert _refused(_pdf(["3 0 R"], PAGE)) == "read.empty"


def test_a_pdf_of_too_many_pages_says_so_before_reading_them() -> None:
    assert _refused(_pdf(["3 0 R"] * 100_000, PAGE)) == "read.too_many_pages"


def test_a_pdf_may_not_take_longer_than_its_bound() -> None:
    data = (PAGES / "letter.pdf").read_bytes()
    assert _refused(data, Bounds(file_seconds=-1)) == "read.too_slow"


def test_a_damaged_table_of_objects_is_mended(letter: Text) -> None:
    data = (PAGES / "letter.pdf").read_bytes()
    broken = data.replace(b"\nxref\n", b"\nxxxx\n").replace(b"startxref", b"startxxxx")
    assert broken != data
    assert read_bytes(broken, "a.pdf").content == letter.content


def test_files_that_a_pdf_carries_are_told_as_not_read(letter: Text) -> None:
    text = read_bytes(_carrying("a.txt", "b.txt"), "a.pdf")
    assert text.content == letter.content
    assert text.unread == (Unread(2, "attached"),)
    assert not letter.unread
    assert "page.attached" in {doubt.rule for doubt in understand(text).doubts}


def _carrying(*names: str) -> bytes:
    """The letter with files attached to it."""
    document, made = pypdfium2.PdfDocument(PAGES / "letter.pdf"), io.BytesIO()
    for name in names:
        title = (name + "\0").encode("utf-16-le")
        pointer = ctypes.cast(title, ctypes.POINTER(ctypes.c_ushort))
        held = raw.FPDFDoc_AddAttachment(document.raw, pointer)
        assert raw.FPDFAttachment_SetFile(held, document.raw, b"abc", 3)
    document.save(made)
    return made.getvalue()


def test_a_turned_page_is_read_as_it_is_shown(letter: Text) -> None:
    for angle in (90, 180, 270):
        assert read_bytes(_turned(PAGES / "letter.pdf", angle), "a.pdf").content == letter.content


def _turned(path: Path, angle: int) -> bytes:
    """The file with its pages drawn turned, and shown upright again."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        wide, high = page.get_size()
        matrix = {
            90: (0, 1, -1, 0, high, 0),
            180: (-1, 0, 0, -1, wide, high),
            270: (0, -1, 1, 0, 0, wide),
        }[angle]
        raw.FPDFPage_TransFormWithClip(page.raw, raw.FS_MATRIX(*matrix), None)
        size = (wide, high) if angle == 180 else (high, wide)
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
        page.set_rotation(angle)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
