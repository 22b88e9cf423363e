"""How a page of a pdf or of a picture file looks, as a picture to show (ảnh trang)."""

import io
from contextlib import closing

import pypdfium2 as pdfium
from PIL import Image

from graph.errors import BadInputError, NotFoundError
from loaders.bounds import Bounds
from loaders.readers.kinds import kind_of
from loaders.readers.scans.frames import opened, refuse_large, upon_paper

#: the most dots of a picture across and down: an A4 page at 150 to the inch
WIDE, HIGH = 1240, 1754


def facsimile(data: bytes, name: str, number: int, bounds: Bounds) -> bytes:
    """Page ``number``, from 1, as a PNG no larger than WIDE by HIGH (ảnh của một trang).

    Its sides are those that ``Place.box`` counts in thousandths of. Raises BadInputError where
    the file does not open, NotFoundError where it has no such page.
    """
    if kind_of(data, name) == ".pdf":
        shown = _drawn(data, name, number)
    else:
        shown = _taken(data, name, number, bounds)
    held = io.BytesIO()
    shown.save(held, "PNG", compress_level=4)
    return held.getvalue()


def _drawn(data: bytes, name: str, number: int) -> Image.Image:
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            if number > len(document):
                raise NotFoundError("read.no_page", file=name, page=number)
            page = document[number - 1]
            wide, high = page.get_size()
            scale = min(WIDE / max(wide, 1), HIGH / max(high, 1))
            shown: Image.Image = page.render(scale=scale).to_pil()
            return _smaller(shown)
    except pdfium.PdfiumError as error:
        raise BadInputError("read.broken_pages", file=name) from error


def _taken(data: bytes, name: str, number: int, bounds: Bounds) -> Image.Image:
    with opened(data, name, bounds) as image:
        if number > getattr(image, "n_frames", 1):
            raise NotFoundError("read.no_page", file=name, page=number)
        if number > 1:
            image.seek(number - 1)
        refuse_large(image, name, bounds)
        shown = upon_paper(image)
        return _smaller(shown if shown.mode in ("1", "L", "RGB") else shown.convert("RGB"))


def _smaller(image: Image.Image) -> Image.Image:
    """No larger than is shown, grey where it holds no colour: half the bytes."""
    if image.mode == "1":
        image = image.convert("L")
    image.thumbnail((WIDE, HIGH), reducing_gap=2.0)
    if image.mode == "RGB":
        red, green, blue = image.split()
        if red.tobytes() == green.tobytes() == blue.tobytes():
            return red
    return image
