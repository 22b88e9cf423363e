"""Pictures of pages that lie askew, on their side, two side by side, pale or white on black."""

import io
from typing import Any

import pytest
from pages import PAGES

from loaders import read, read_bytes
from loaders.readers.scans import engine

if engine.missing() == "engine":
    pytest.skip("no build of the engine for this machine", allow_module_level=True)

from PIL import Image, ImageOps

from loaders.readers.scans.paper import inked
from loaders.readers.scans.pixels import ink_of, skew_of
from loaders.readers.scans.postures import gutter_of, lies_on_side

TABLE, LETTER = (Image.open(PAGES / name).convert("L") for name in ("merged.tif", "letter.png"))


def turned(image: Any, angle: float) -> Any:
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


@pytest.mark.parametrize("image", [TABLE, LETTER], ids=["table", "letter"])
def test_a_page_on_its_side_is_known_by_its_lines(image: Any) -> None:
    for angle in (0, 7, 180):
        assert not lies_on_side(turned(image, angle))
    for angle in (90, 83, 270):
        assert lies_on_side(turned(image, angle))


@pytest.mark.parametrize("angle", [-13, -3, 0, 8])
def test_a_page_is_askew_by_so_much(angle: float) -> None:
    upright = skew_of(ink_of(LETTER))
    assert skew_of(ink_of(turned(LETTER, -angle))) == pytest.approx(upright + angle, abs=0.3)


def test_two_pages_side_by_side_have_a_fold() -> None:
    sheet = Image.new("L", (2 * LETTER.width, LETTER.height), 255)
    sheet.paste(LETTER, (0, 0))
    assert gutter_of(sheet, 200) is None  # nothing stands on the other half
    sheet.paste(LETTER, (LETTER.width, 0))
    fold = gutter_of(sheet, 200)
    assert fold == pytest.approx(LETTER.width * 72 / 200, abs=60)
    assert gutter_of(LETTER, 200) is None
    assert gutter_of(turned(TABLE, 90), 200) is None


def test_pale_and_inverted_pages_get_dark_ink_and_ordinary_ones_stay() -> None:
    assert inked(LETTER) is LETTER
    pale = LETTER.point([190 + value * 26 // 255 for value in range(256)])
    for odd in (pale, ImageOps.invert(LETTER)):
        page = inked(odd)
        darkest, lightest = page.getextrema()
        assert (darkest < 30, lightest > 230) == (True, True)
        assert sum(page.histogram()[200:]) > 10 * sum(page.histogram()[:56])
    grain = Image.effect_noise((800, 800), 8)
    assert inked(grain) is grain


@pytest.mark.skipif(engine.missing() is not None, reason="needs the data for Vietnamese")
def test_a_pale_letter_that_lies_askew_on_its_side_is_read_and_shows_where() -> None:
    pale = LETTER.point([170 + value * 50 // 255 for value in range(256)])
    lying = pale.rotate(98, Image.Resampling.BICUBIC, expand=True, fillcolor=220)
    out = io.BytesIO()
    lying.save(out, "PNG", dpi=(200, 200))
    text = read_bytes(out.getvalue(), "a.png")
    assert "Số: 77/SKHCN" in text.content
    at = text.content.index("340/QĐ-UBND")
    (place,) = text.places_of(at, at + 11)
    drawn = read(PAGES / "letter.pdf")
    (line,) = drawn.places_of(
        drawn.content.index("340/QĐ-UBND"), drawn.content.index("340/QĐ-UBND") + 11
    )
    assert place.box and line.box
    # the letter turned by 98° against the clock: what was right is above, what was above is left
    left, top, right, bottom = place.box
    across, down = (left + right) / 2, (top + bottom) / 2
    assert line.box[1] - 80 < across < line.box[3] + 80
    assert 1000 - line.box[2] - 80 < down < 1000 - line.box[0] + 80
