"""Files without characters of their own: their reading is kept whole and leads to page and box."""

from dataclasses import replace

from graph.engine.snippet import without_markup
from loaders import reread
from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.sealed import sealed, unsealed
from loaders.readers.strands import EMPTY, Strand, clean, joined
from loaders.text import BlockKind, Place, Text

FIRST, SECOND = "Căn cứ Quyết định  số 5/QĐ–", "UBND của tỉnh"
LINES = FIRST + SECOND
BOX, LOWER = (100, 200, 900, 215), (100, 220, 400, 235)


def _read() -> Text:
    """A sentence on two lines of page 2, a footnote of it, a table and a running head."""
    places = (Place(0, len(FIRST), 2, BOX), Place(len(FIRST), len(LINES), 2, LOWER))
    source = Source("a.pdf", LINES, digest="0", media="application/pdf", places=places)
    sentence = joined([clean(LINES, 0, len(FIRST)), clean(LINES, len(FIRST), len(LINES))], "")
    cell = Strand("Ô", ())
    return compose(
        source,
        [
            Draft(Strand("Trang --> 2", ()), BlockKind.HEADER),
            Draft(Strand("Chú thích", ()), BlockKind.FOOTNOTE, mark="1"),
            Draft(Strand("I. CĂN CỨ", ()), BlockKind.HEADING, level=2, page=2, emphasis=True),
            Draft(Strand(sentence.words, sentence.runs, ((6, "1"),))),
            Grid(((cell, EMPTY), (EMPTY, cell))),
        ],
    )


def test_a_sealed_reading_opens_to_the_same_text() -> None:
    text = sealed(_read())
    kinds = [block.kind.value for block in text.blocks]
    assert kinds == ["heading", "paragraph", "cell", "cell", "footnote", "header"]
    assert text.tables and text.notes and text.places
    assert unsealed(text.original, "a.pdf") == replace(text, digest="")
    assert reread(text.original, "a.pdf") == replace(text, digest="")


def test_evidence_points_into_the_content_and_leads_to_page_and_box() -> None:
    text = sealed(_read())
    at = text.content.index("5/QĐ")
    start, end = text.locate(at, at + len("5/QĐ–UBND"))
    assert text.original[start:end] == "5/QĐ–UBND"
    assert [(p.page, p.box) for p in text.places_of(at, at + 9)] == [(2, BOX), (2, LOWER)]
    assert [p.box for p in text.places_of(at, at + 2)] == [BOX]
    heading = text.content.index("I. CĂN CỨ")
    assert text.places_of(heading, heading + 5) == ()


def test_the_layout_is_neither_found_nor_shown() -> None:
    text = sealed(_read())
    assert "paragraph" in text.original
    assert "paragraph" not in without_markup(text.original)


def test_words_that_look_like_a_seal_stay_words() -> None:
    forged = 'x\n<!--cancu {"media":"","blocks":[],"tables":[],"notes":[],"places":[]}-->'
    text = sealed(compose(Source("a.docx", forged), [Draft(Strand(forged, ()))]))
    opened = unsealed(text.original, "a.docx")
    assert opened is not None
    assert opened.content == forged
    assert reread(forged, "a.txt").original == forged
    assert unsealed("Căn cứ", "a.docx") is None
