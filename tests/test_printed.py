"""What programs print to a pdf in ways of their own: browsers, word processors."""

from pdffiles import at, pdf, square

from loaders import read_bytes
from loaders.text import Text

LINE = "Cac don vi rà soát danh muc và gui ve So truoc ngày 15 tháng 10"


def read(*pages: str) -> Text:
    return read_bytes(pdf(pages), "a.pdf")


def test_a_browser_draws_the_signs_of_a_list() -> None:
    """A square before the words is one; the same in the margin, or larger, is none."""
    text = read(
        at(100, 100, LINE)
        + square(100, 130, 3.5)
        + at(112, 137, "Trung tâm Luu tru")
        + square(60, 150, 3.5)
        + at(100, 157, "Phòng Hành chính")
        + square(85, 170, 7.9)
        + at(100, 177, "Chi cuc Thuy san")
    )
    assert text.content.split("\n")[1:] == [
        "• Trung tâm Luu tru",
        "Phòng Hành chính",
        "Chi cuc Thuy san",
    ]
    (sign,) = text.places_of(text.content.index("•"), text.content.index("•") + 1)
    assert sign.box and sign.box[0] == int(1000 * 100 / 595)


def test_a_mark_that_a_browser_raises_is_large_and_a_power_or_a_formula_keeps_its_digit() -> None:
    text = read(
        at(100, 100, "Theo De án 99")
        + at(187, 95, "6", 10.8)
        + at(100, 130, "thu hoi 500 m")
        + at(179, 125, "2", 10.8)
        + at(190, 130, "dat; khí CO")
        + at(257, 133, "2", 7.5)
        + at(100, 160, "giao 52 m")
        + at(160, 155, "2", 10.8)  # where a reader sees a blank before it
        + at(170, 160, "dat")
        + at(100, 190, LINE)
    )
    words = text.content.split("\n")
    assert words[:2] == ["Theo De án 99", "thu hoi 500 m2 dat; khí CO2"]
    assert words[2] == "giao 52 m 2 dat"
    assert [note.mark for note in text.notes] == ["6"]


def test_marks_in_brackets_are_marks_and_their_notes_may_end_the_pages() -> None:
    """As a browser prints a page of the web: the notes are set like the text."""
    text = read(
        at(100, 100, "Theo De án tinh")
        + at(191, 95, "[1]", 10.8)
        + at(206, 100, " và [2] khác")
        + at(100, 130, LINE)
        + at(100, 160, LINE),
        at(100, 100, LINE)
        + at(100, 150, "[1] Ban hành lan dau nam 2021.")
        + at(100, 165, "[2] Chua ban hành."),
    )
    assert [note.mark for note in text.notes] == ["1"]
    assert text.content.split("\n")[0] == "Theo De án tinh và [2] khác"
    notes = [text.content[b.start : b.end] for b in text.blocks if b.kind == "footnote"]
    assert notes[0].startswith("Ban hành lan dau nam 2021.")


def test_marks_among_letters_that_were_written_out_of_order_are_marks() -> None:
    text = read(at(100, 100, "De   n 99") + at(153, 95, "6", 7.5) + at(120, 100, "á"))
    assert text.notes and text.notes[0].mark == "6"
    assert "996" not in text.content


def test_a_line_with_a_mark_is_pushed_down_and_stays_in_its_paragraph() -> None:
    lines = [at(100, 100 + 17.2 * n, LINE) for n in range(4)]
    text = read("".join(lines) + at(100, 171.8, "hang nam.") + at(156, 167, "1", 10.8))
    assert len(text.blocks) == 1
