"""Photographs of pages: what a hand or a lamp throws upon the paper hides no words."""

import io
import re

import pypdfium2
import pytest
from pages import PAGES
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from loaders import read_bytes
from loaders.readers.scans import engine

needs_engine = pytest.mark.skipif(
    engine.missing() == "engine", reason="no build of the engine for this machine"
)


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """The first page of the letter as a camera sees it from straight above."""
    document = pypdfium2.PdfDocument(PAGES / "letter.pdf")
    return document[0].render(scale=200 / 72).to_pil().convert("L")


def in_shadow(page: Image.Image, dark: float) -> Image.Image:
    """The page with a hand between it and the lamp."""
    wide, high = page.width // 8, page.height // 8
    light = Image.new("L", (wide, high), 255)
    hand = [(0, high // 2), (2 * wide // 3, 2 * high // 5), (wide * 8 // 9, high), (0, high)]
    ImageDraw.Draw(light).polygon(hand, fill=round(255 * (1 - dark)))
    light = light.filter(ImageFilter.GaussianBlur(6))
    return ImageChops.multiply(page, light.resize(page.size))


def words(page: Image.Image) -> set[str]:
    held = io.BytesIO()
    page.save(held, "JPEG", quality=70, dpi=(200, 200))
    return set(re.findall(r"\w+", read_bytes(held.getvalue(), "chup.jpg").content))


@needs_engine
@pytest.mark.parametrize("dark", [0.6, 0.8])
def test_a_page_in_the_shadow_of_a_hand_says_what_it_says_in_the_light(
    page: Image.Image, dark: float
) -> None:
    lit, shaded = words(page), words(in_shadow(page, dark))
    assert len(lit & shaded) > 0.93 * len(lit)
    assert len(shaded - lit) < 0.07 * len(lit)


def test_a_page_without_shadow_is_left_as_it_is(page: Image.Image) -> None:
    from loaders.readers.scans.paper import evened  # needs the engine's libraries

    assert evened(page) is page
    assert evened(in_shadow(page, 0.6)) is not page
