"""PDF files (.pdf) to ``Text``: pages of text as they are drawn, pages of pictures by their ink."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from time import monotonic

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.pages.lattice import lattices_of
from loaders.readers.pages.page import Page
from loaders.readers.pages.refusals import refuse_unread
from loaders.readers.pages.sheets import text_of
from loaders.readers.pdf.bullets import with_bullets
from loaders.readers.pdf.garbled import is_foreign, is_garbled, recoded
from loaders.readers.pdf.glyphs import Glyphs
from loaders.readers.pdf.pictures import Pictures
from loaders.readers.pdf.rules import drawn_on, turn_objects
from loaders.text import Text, Unread

#: no page of text holds more characters than this
DENSEST = 200_000


def read_pdf(data: bytes, name: str, bounds: Bounds) -> Text:
    """The text of a pdf (tệp PDF)."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(name, error) from error
    with closing(document), closing(Pictures(bounds)) as pictures:
        count = len(document)
        if count > bounds.pages:
            raise BadInputError("read.too_many_pages", file=name, pages=count, limit=bounds.pages)
        pages = list(_pages(document, name, bounds, pictures))
        if not pages:
            raise BadInputError("read.broken_pages", file=name)
        refuse_unread(pages, name, bounds)
        text = text_of(pages, name)
        held = raw.FPDFDoc_GetAttachmentCount(document.raw)
        return replace(text, unread=(*text.unread, Unread(held, "attached"))) if held > 0 else text


def _refusal(name: str, error: pdfium.PdfiumError) -> BadInputError:
    locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    return BadInputError("read.locked" if locked else "read.broken_pages", file=name)


def _pages(
    document: pdfium.PdfDocument, name: str, bounds: Bounds, pictures: Pictures
) -> Iterator[Page]:
    stop = monotonic() + bounds.file_seconds
    before: pdfium.PdfPage | None = None  # left open: PDFium forgets the fonts of the last page
    for index in range(len(document)):
        if monotonic() > stop:
            limit = bounds.file_seconds
            raise BadInputError("read.too_slow", file=name, page=index + 1, limit=limit)
        try:
            page = _upright(document, index)
            if before:
                before.close()
            before = page
            yield from _page(page, index, name, pictures)
        except pdfium.PdfiumError:
            yield Page(index + 1, 1, 1, (), unread="broken")
    if before:
        before.close()


def _page(page: pdfium.PdfPage, index: int, name: str, pictures: Pictures) -> list[Page]:
    left, bottom, right, top = page.get_bbox()
    with closing(page.get_textpage()) as textpage:
        if textpage.count_chars() > DENSEST:
            raise BadInputError("read.too_dense", file=name, page=index + 1, limit=DENSEST)
        drawn = drawn_on(page.raw, left, top)
        shown, lattices = drawn.pictures, lattices_of(drawn.rules)
        pieces = with_bullets(Glyphs(textpage.raw, left, top).pieces(lattices), drawn.dots)
        read = Page(index + 1, right - left, top - bottom, pieces, lattices)
        odd = is_garbled(read)
        if not odd and is_foreign(read):
            read = recoded(read)
            odd = is_foreign(read)
        if odd:
            return pictures.instead(page, read, shown)
        return pictures.read(page, read, shown) if shown else [read]


def _upright(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """The page as it is shown: one that is drawn turned is turned before it is read."""
    page = document[index]
    turn = page.get_rotation()
    if not turn:
        return page
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    matrix = {
        90: (0, -1, 1, 0, -bottom, wide + left),
        180: (-1, 0, 0, -1, wide + left, high + bottom),
        270: (0, 1, -1, 0, high + bottom, -left),
    }[turn]
    if turn != 180:
        wide, high = high, wide
    turn_objects(page.raw, matrix)
    page.set_rotation(0)
    page.set_mediabox(0, 0, wide, high)
    page.set_cropbox(0, 0, wide, high)
    return page
