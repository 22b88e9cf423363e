"""Pictures on the pages of a pdf: one that covers what would be text is recognised (trang ảnh)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from graph.words.syllables import broken_share
from loaders.bounds import Bounds
from loaders.readers.pages.page import Box, Page, around
from loaders.readers.pdf.garbled import is_garbled, says_vietnamese
from loaders.readers.pdf.rules import Shown
from loaders.readers.scans.engine import missing

if TYPE_CHECKING:
    from loaders.readers.scans.tesseract import Recogniser

#: a picture with fewer characters upon it has not been recognised before
_FEW = 30
#: a picture of so much of the page is looked at; of less only where the page says little else
_MOST, _SOME = 0.5, 0.2
_LITTLE = 300
_DPI = 200
#: a layer of text upon a picture of which more words than this can be no Vietnamese is recognised
#: badly; what was typed has less than one in two hundred, of what is read well one in fifty
_BROKEN = 0.04
#: what is turned by more than this lies otherwise than the words beside it (degrees)
_ASKEW = 6.0
#: pages in another language that are looked at before the rest is taken as it is
_TRIES = 2


class Pictures:
    """Recognises the pictures of one pdf; the engine starts with the first of them (đọc ảnh)."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._engine: Recogniser | None = None
        self._in_vain = 0  # pages looked at for Vietnamese that hold none

    def close(self) -> None:
        """Stop the engine where it was started."""
        if self._engine:
            self._engine.close()

    def read(self, page: pdfium.PdfPage, read: Page, found: Sequence[Shown]) -> list[Page]:
        """The page with what stands on its pictures, where that is not there as text."""
        boxes = [box for box, _ in found]
        area = _area(boxes, read)
        if area:
            return self._look(page, read, found, area)
        broken = _broken([read]) if _share(boxes, read) >= _MOST else 0.0
        return self._anew(page, read, found, broken) if broken > _BROKEN else [read]

    def instead(self, page: pdfium.PdfPage, read: Page, found: Sequence[Shown]) -> list[Page]:
        """What is seen on a page whose characters are not those that are seen, or no Vietnamese."""
        garbled = is_garbled(read)
        if not garbled and (self._in_vain >= _TRIES or missing()):
            return [read]
        area = Box(0, 0, read.width, read.height)
        seen = self._look(page, replace(read, pieces=(), lattices=()), found, area)
        if garbled or any(map(says_vietnamese, seen)):
            return seen
        self._in_vain += 1
        return [read]

    def _anew(
        self, page: pdfium.PdfPage, read: Page, found: Sequence[Shown], broken: float
    ) -> list[Page]:
        """What is seen on a page whose layer of text was recognised badly, where that is better."""
        if self._in_vain >= _TRIES or missing():
            return [read]
        area = Box(0, 0, read.width, read.height)
        seen = self._look(page, replace(read, pieces=(), lattices=()), found, area)
        if any(one.unread for one in seen) or _broken(seen) > broken / 2:
            self._in_vain += 1
            return [read]
        return seen

    def _look(
        self, page: pdfium.PdfPage, read: Page, found: Sequence[Shown], area: Box
    ) -> list[Page]:
        """The page with what is recognised in an area; why not, where that cannot be."""
        most = self._bounds.pixels_million * 1_000_000
        if any(dots > most for _, dots in found):
            return [replace(read, unread="large")]
        if read.width * read.height * (_DPI / 72) ** 2 > most:
            return [replace(read, unread="large")]
        lacking = missing()
        if lacking:
            return [replace(read, unread=f"no_{lacking}")]
        return self._recognised(page, read, area)

    def _recognised(self, page: pdfium.PdfPage, read: Page, area: Box) -> list[Page]:
        # need the engine, which is not everywhere
        from loaders.readers.scans.read import only, recognised
        from loaders.readers.scans.tesseract import Recogniser

        if self._engine is None:
            self._engine = Recogniser()
        grey = page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
        seen = recognised(
            only(grey, area, _DPI), _DPI, read.number, self._engine, self._bounds.page_seconds
        )
        pieces = tuple(p for p in read.pieces if not area.holds(*p.box.middle))
        lattices = tuple(one for one in read.lattices if not area.holds(*one.box.middle))
        if not pieces and not lattices:
            return seen
        if len(seen) > 1 or abs(seen[0].turned) > _ASKEW:  # it does not lie as the rest does
            return [replace(read, pieces=pieces, lattices=lattices), *seen]
        (one,) = seen
        return [replace(one, pieces=(*pieces, *one.pieces), lattices=(*lattices, *one.lattices))]


def _broken(pages: Sequence[Page]) -> float:
    return broken_share("\n".join(piece.words for page in pages for piece in page.pieces))


def _share(boxes: Sequence[Box], page: Page) -> float:
    """How much of a page its large pictures cover."""
    whole = page.width * page.height or 1
    inside = (box.width * box.height for box in boxes)
    return sum(size for size in inside if size > 0.02 * whole) / whole


def _area(boxes: Sequence[Box], page: Page) -> Box | None:
    """The part of a page that is a picture of text; None where there is none."""
    whole = page.width * page.height
    inside = [box for box in boxes if box.width * box.height > 0.02 * whole]
    if not inside or not whole:
        return None
    area = around(inside)
    area = Box(
        max(0, area.left),
        max(0, area.top),
        min(page.width, area.right),
        min(page.height, area.bottom),
    )
    share = _share(inside, page)
    upon = sum(len(p.words) for p in page.pieces if area.holds(*p.box.middle))
    beside = sum(len(p.words) for p in page.pieces) - upon
    if upon >= _FEW or share < _SOME or (share < _MOST and beside > _LITTLE):
        return None
    return area
