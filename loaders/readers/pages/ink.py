"""Characters as they are laid out from pages: the original of a reading, and where each stood."""

from math import cos, radians, sin

from loaders.readers.lines import WORDS, Line
from loaders.readers.pages.page import Box, Page, Piece, mark_said
from loaders.readers.strands import Edit, Strand, clean
from loaders.text import Place

#: what stands behind a word, no blank before it; also behind the mark of one
_CLOSING = frozenset(",.;:)?!")


class Ink:
    """An original that grows line by line, with the place of each line or word (chữ trên giấy)."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.length = 0
        self._lines: list[str] = []
        self._page = Page(0, 1, 1, ())

    @property
    def original(self) -> str:
        """All lines laid so far."""
        return "".join(self._lines)

    def turn(self, page: Page) -> None:
        """Go on with another page."""
        self._page = page

    def line(self, piece: Piece, *, full: bool | None = None, mark: str = "") -> Line:
        """Lay a piece as a line of its own; ``mark`` is the footnote it begins."""
        words, start = piece.words, self.length
        self._lines.append(f"{words}\n")
        self.length += len(words) + 1
        if piece.boxes:
            self.places += [self._place(start + a, start + b, box) for a, b, box in piece.boxes]
        else:
            self.places.append(self._place(start, start + len(words), piece.box))
        if mark or piece.marks:
            strand = _unmarked(piece, _behind_mark(words, mark) if mark else 0)
        else:
            strand = clean(words, 0, len(words))
        strand = strand.moved(start)
        return Line(WORDS, start, start + len(words), strand, 0, piece.strong, False, mark, full)

    def _place(self, start: int, end: int, box: Box) -> Place:
        page = self._page
        wide, high = page.width, page.height
        if page.turned:
            wide, high = page.sheet if page.sheet[0] else (wide, high)
            box = _turned_back(box, page, wide, high)
        across, down = 1000 / wide, 1000 / high
        left, top, right, bottom = box
        corners = (
            max(0, int(left * across)),
            max(0, int(top * down)),
            min(1000, round(right * across + 0.5)),
            min(1000, round(bottom * down + 0.5)),
        )
        return Place(start, end, page.number, corners)


def _unmarked(piece: Piece, first: int) -> Strand:
    """The clean words of a piece from ``first`` on, its raised marks as notes."""
    words = piece.words
    marks = [(a, b) for a, b in piece.marks if a >= first]
    edits: list[Edit] = [(max(_behind(words, a, b) - first, 0), b - first, "") for a, b in marks]
    strand = clean(words, first, len(words), (lambda _: edits) if edits else None)
    return strand.noted((b, mark_said(words[a:b])) for a, b in marks) if marks else strand


def _behind_mark(words: str, mark: str) -> int:
    """Where the words of a note begin, behind its mark and the bracket that closes it."""
    end = words.index(mark) + len(mark)
    return end + 1 if words[end : end + 1] in ("]", ")") else end


def _behind(words: str, start: int, end: int) -> int:
    """Where what a mark takes begins: with the blank before it, where a sign follows the mark."""
    before = start > 1 and words[start - 1] == " "
    return start - 1 if before and words[end : end + 1] in _CLOSING else start


def _turned_back(box: Box, page: Page, wide: float, high: float) -> Box:
    """Where a box lay on its sheet before that was turned around its centre to stand upright."""
    sine, cosine = sin(radians(page.turned)), cos(radians(page.turned))
    across, down = box.middle
    x, y = across - page.width / 2, down - page.height / 2
    across, down = x * cosine - y * sine + wide / 2, x * sine + y * cosine + high / 2
    on_side = round(page.turned / 90) % 2
    half = (box.height / 2, box.width / 2) if on_side else (box.width / 2, box.height / 2)
    return Box(across - half[0], down - half[1], across + half[0], down + half[1])
