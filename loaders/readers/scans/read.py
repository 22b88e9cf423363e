"""Pictures of pages: straightened, tables cell by cell, the rest column by column (bản quét)."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from math import radians, tan
from time import monotonic

import numpy as np
from PIL import Image, ImageSequence

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.pages.lattice import lattices_of
from loaders.readers.pages.page import Box, Lattice, Page
from loaders.readers.scans.cells import read_cells
from loaders.readers.scans.frames import opened, refuse_large, upon_paper
from loaders.readers.scans.items import items_put_right
from loaders.readers.scans.paper import evened, inked
from loaders.readers.scans.pixels import Ink, ink_of, is_blank, ruled, skew_of
from loaders.readers.scans.postures import gutter_of, lies_on_side
from loaders.readers.scans.regions import regions_of, solid
from loaders.readers.scans.tesseract import Manner, Recogniser

#: pages are recognised at this resolution; finer pictures are made coarser, none finer
DPI = 200
#: a picture of fewer or more dots to the inch than this does not know its size
_PLAUSIBLE = (72, 1200)
#: the longer side of a page whose size is not known (inches)
_PAGE = 11.7
_LARGEST = 24.0
#: words less sure than this, on a page of so many lines, are of a page that lies wrong (of 100)
_LEGIBLE, _TELLING = 60.0, 5
#: a page that is turned by more loses its corners unless the picture grows (degrees)
_ASKEW = 3.0
#: lines down the page that lean more than this are made upright (degrees)
_LEANING = 0.15


def pages_of(data: bytes, name: str, bounds: Bounds) -> Iterator[Page]:
    """The pages of a picture, recognised (các trang của ảnh)."""
    with opened(data, name, bounds) as image, closing(Recogniser()) as recogniser:
        yield from _pages(image, name, bounds, recogniser)


def _pages(image: Image.Image, name: str, bounds: Bounds, recogniser: Recogniser) -> Iterator[Page]:
    count = getattr(image, "n_frames", 1)
    if count > bounds.pages:
        raise BadInputError("read.too_many_pages", file=name, pages=count, limit=bounds.pages)
    stop = monotonic() + bounds.file_seconds
    for index, frame in enumerate(ImageSequence.Iterator(image)):
        if monotonic() > stop:
            limit = bounds.file_seconds
            raise BadInputError("read.too_slow", file=name, page=index + 1, limit=limit)
        refuse_large(frame, name, bounds)
        grey, dpi = _grey(frame)
        yield from recognised(grey, dpi, index + 1, recogniser, bounds.page_seconds)


def _grey(frame: Image.Image) -> tuple[Image.Image, float]:
    """The picture as it is looked at, grey, with its dots to the inch; no finer than needed."""
    dpi = _dpi(frame)
    grey = upon_paper(frame).convert("L")
    if dpi > 1.2 * DPI:
        shrunk = round(grey.width * DPI / dpi), round(grey.height * DPI / dpi)
        return grey.resize(shrunk, Image.Resampling.BOX), DPI
    return grey, dpi


def _dpi(frame: Image.Image) -> float:
    """Dots to the inch, as the picture says, or as a page of common size would have."""
    said = frame.info.get("dpi")
    dpi = float(said[0]) if isinstance(said, tuple) and said else 0.0
    longer = max(frame.size)
    if _PLAUSIBLE[0] < dpi <= _PLAUSIBLE[1] and longer / dpi <= _LARGEST:
        return dpi
    return max(longer / _PAGE, 1.0)


def only(image: Image.Image, area: Box, dpi: float) -> Image.Image:
    """The picture with white paper around an area (phần ảnh)."""
    left, top, right, bottom = (round(value * dpi / 72) for value in area)
    paper = Image.new("L", image.size, 255)
    paper.paste(image.crop((left, top, right, bottom)), (left, top))
    return paper


def recognised(
    grey: Image.Image, dpi: float, number: int, recogniser: Recogniser, seconds: float
) -> list[Page]:
    """A grey picture as a page, or two side by side, straightened and put upright (trang)."""
    sheet = Page(number, 72 * grey.width / dpi, 72 * grey.height / dpi, ())
    if is_blank(grey):
        return [sheet]
    grey = inked(grey)
    stop = monotonic() + seconds
    fold = gutter_of(grey, dpi)
    grey = evened(grey)
    if fold is None:
        return [_put_upright(grey, dpi, number, recogniser, stop)]
    sides = Box(0, 0, fold, sheet.height), Box(fold, 0, sheet.width, sheet.height)
    return [_put_upright(only(grey, side, dpi), dpi, number, recogniser, stop) for side in sides]


def _put_upright(
    grey: Image.Image, dpi: float, number: int, recogniser: Recogniser, stop: float
) -> Page:
    """The page of a picture, which is turned as its lines lie and its words are surest."""
    best = Page(number, 72 * grey.width / dpi, 72 * grey.height / dpi, ())
    sure = -1.0
    recogniser.sureness()
    for turn in (90, 270, 0, 180) if lies_on_side(grey) else (0, 180, 90, 270):
        page = _recognised(grey, turn, dpi, number, recogniser, stop)
        found = recogniser.sureness()
        if sure < 0 or (found > sure and len(page.pieces) >= _TELLING):
            best, sure = page, found
        if sure >= _LEGIBLE or (turn == 0 and len(page.pieces) < _TELLING):
            break
    return best


def _recognised(
    grey: Image.Image, turn: int, dpi: float, number: int, recogniser: Recogniser, stop: float
) -> Page:
    """The page of a picture that is turned upright, its lines made level."""
    upright = grey.rotate(turn, expand=True) if turn else grey
    angle = skew_of(ink_of(upright))
    if angle:
        wide = abs(angle) > _ASKEW  # the corners would be cut off
        upright = upright.rotate(angle, Image.Resampling.BICUBIC, expand=wide, fillcolor=255)
    straight = upright
    lines = ruled(ink_of(straight), dpi)
    if abs(lines.slant) > _LEANING:
        straight = _upright(straight, lines.slant)
        lines = ruled(ink_of(straight), dpi)
    lattices = tuple(one for one in lattices_of(lines.rules) if len(one.places) > 2)
    dense = solid(lines.ink)
    clean = _cleaned(straight, lines.ink & dense)
    found = list(read_cells(clean, lattices, lines.ink & dense, dpi, recogniser, stop))
    if lattices:  # a region may reach from above a table to below it
        recogniser.show(_bare(clean, lattices, dpi), dpi)
    for part, column in regions_of(_without(dense, lattices, dpi), dpi):
        manner = Manner.BLOCK if column else Manner.PAGE
        found.append(recogniser.pieces(part, manner, stop - monotonic()))
    return Page(
        number,
        72 * straight.width / dpi,
        72 * straight.height / dpi,
        items_put_right([piece for pieces in found for piece in pieces or ()]),
        lattices,
        turned=turn + angle,
        sheet=(72 * grey.width / dpi, 72 * grey.height / dpi),
        unread="slow" if None in found else "",
    )


def _upright(image: Image.Image, slant: float) -> Image.Image:
    """The picture with its leaning lines upright; its lines across stay as they are."""
    lean = tan(radians(slant))
    shear = (1, -lean, lean * image.height / 2, 0, 1, 0)
    return image.transform(
        image.size, Image.Transform.AFFINE, shear, Image.Resampling.BICUBIC, fillcolor=255
    )


def _cleaned(image: Image.Image, ink: Ink) -> Image.Image:
    """The picture with white paper where ruled lines and specks were."""
    dots = np.asarray(image).copy()
    dots[ink_of(image) & ~ink] = 255
    return Image.fromarray(dots)


def _without(ink: Ink, lattices: Sequence[Lattice], dpi: float) -> Ink:
    """The ink outside of tables."""
    rest = ink.copy()
    for left, top, right, bottom in _areas(lattices, dpi):
        rest[top:bottom, left:right] = False
    return rest


def _bare(image: Image.Image, lattices: Sequence[Lattice], dpi: float) -> Image.Image:
    """The picture with white paper where tables stand."""
    rest = image.copy()
    for area in _areas(lattices, dpi):
        rest.paste(255, area)
    return rest


def _areas(lattices: Sequence[Lattice], dpi: float) -> Iterator[tuple[int, int, int, int]]:
    """Where tables stand, with their borders, in dots."""
    for lattice in lattices:
        left, top, right, bottom = (round(value * dpi / 72) for value in lattice.box)
        yield max(0, left - 8), max(0, top - 2), right + 8, bottom + 2
