"""Draws official pages with fpdf2 for ``draw_pages.py``: letterheads, wrapped text, ruled tables.

Needs `pip install fpdf2` and a font with Vietnamese letters (Debian: fonts-sil-charis).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

FONTS = Path("/usr/share/fonts/truetype/charis")
STYLES = {"": "Regular", "B": "Bold", "I": "Italic", "BI": "BoldItalic"}
LEFT, RIGHT, TOP, BOTTOM = 85.0, 42.0, 57.0, 57.0  # points; Nghị định 30/2020/NĐ-CP, Phụ lục I
HEAD = 34.0
Lines = list[str]


@dataclass(frozen=True)
class Cell:
    """A cell of a table that covers ``wide`` columns and ``deep`` rows."""

    words: str
    wide: int = 1
    deep: int = 1
    bold: bool = False


class Sheet(FPDF):
    """A pdf that is written from the top down."""

    def __init__(self, *, running: str = "", wide: bool = False) -> None:
        super().__init__("landscape" if wide else "portrait", "pt", "A4")
        for style, name in STYLES.items():
            self.add_font("Serif", style, str(FONTS / f"CharisSIL-{name}.ttf"))
        self.running = running
        self.set_auto_page_break(False)
        self.set_creation_date(datetime(2026, 1, 5, tzinfo=UTC))
        self.turn()

    @property
    def room(self) -> float:
        """The width between the margins."""
        return float(self.w - LEFT - RIGHT)

    def turn(self) -> None:
        """A new page, with its number and running head."""
        self.add_page()
        self.y = TOP
        if self.page > 1:
            self.font(13)
            self.text(self.w / 2 - 3, HEAD, str(self.page))
        if self.running:
            self.font(10, "I")
            self.text(LEFT, HEAD, self.running)

    def font(self, size: float, style: str = "") -> None:
        """The letters from here on."""
        self.set_font("Serif", style, size)

    def wrapped(self, words: str, width: float, indent: float = 0) -> Lines:
        """The lines of a paragraph."""
        lines, line, room = [], "", width - indent
        for word in words.split(" "):
            longer = f"{line} {word}".strip()
            if line and self.get_string_width(longer) > room:
                head, hyphen, tail = word.rpartition("-")
                if hyphen and head and self.get_string_width(f"{line} {head}-") <= room:
                    line, word = f"{line} {head}-", tail
                lines.append(line)
                line, room = word, width
            else:
                line = longer
        return [*lines, line]

    def paragraph(
        self, words: str, *, indent: float = 28, style: str = "", size: float = 13
    ) -> None:
        """A justified paragraph whose first line is indented."""
        self.font(size, style)
        lines = self.wrapped(words, self.room, indent)
        for index, line in enumerate(lines):
            if self.y + size > self.h - BOTTOM:
                self.turn()
                self.font(size, style)
            left = LEFT + (indent if index == 0 else 0)
            self.spread(left, LEFT + self.room - left, line, last=index == len(lines) - 1)
            self.y += size * 1.25
        self.y += 6

    def spread(self, left: float, width: float, line: str, *, last: bool) -> None:
        """A line over the whole width, word by word."""
        parts = line.split(" ")
        loose = width - sum(self.get_string_width(part) for part in parts)
        blank = self.get_string_width(" ")
        gap = blank if last or len(parts) < 2 else loose / (len(parts) - 1)
        for part in parts:
            self.text(left, self.y + self.font_size, part)
            left += self.get_string_width(part) + gap

    def centred(
        self, words: Sequence[str], left: float, width: float, *, style: str = "", size: float = 13
    ) -> None:
        """Lines in the middle of a column."""
        self.font(size, style)
        for line in words:
            self.text(left + (width - self.get_string_width(line)) / 2, self.y + size, line)
            self.y += size * 1.2

    def letterhead(self, organ: Sequence[str], number: str, dated: str, about: str = "") -> None:
        """The letterhead in its two columns (NĐ 30/2020/NĐ-CP, Phụ lục I)."""
        top, wide = self.y, self.room * 0.42
        self.centred(organ[:-1], LEFT - 20, wide, size=12)
        self.centred(organ[-1:], LEFT - 20, wide, style="B", size=12)
        self.line(LEFT + 40, self.y + 3, LEFT + 110, self.y + 3)
        self.y = top + 50
        self.centred([number], LEFT - 20, wide)
        self.font(12)
        self.centred(self.wrapped(about, wide) if about else [], LEFT - 20, wide, size=12)
        low, left = self.y, LEFT - 20 + wide
        self.y, wide = top, self.room + 20 - wide
        self.centred(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], left, wide, style="B", size=12)
        self.centred(["Độc lập - Tự do - Hạnh phúc"], left, wide, style="B")
        self.line(left + 60, self.y + 3, left + wide - 60, self.y + 3)
        self.y = top + 50
        self.centred([dated], left, wide, style="I")
        self.y = max(low, self.y) + 14

    def table(
        self,
        widths: Sequence[float],
        head: Sequence[Sequence[Cell]],
        rows: Sequence[Sequence[Cell]],
        *,
        ruled: bool = True,
    ) -> None:
        """A table; its header again on each page, rows cut where the page ends."""
        xs = [LEFT]
        for width in widths:
            xs.append(xs[-1] + width * self.room)
        self._rows(xs, head, ruled)
        for row in rows:
            self._row(xs, row, head, ruled)

    def _row(
        self, xs: Sequence[float], row: Sequence[Cell], head: Sequence[Sequence[Cell]], ruled: bool
    ) -> None:
        left = [self._cell_lines(xs, row, index) for index in range(len(row))]
        while True:
            room = int((self.h - BOTTOM - self.y - 6) / 14)
            if room < 2:
                self.turn()
                self._rows(xs, head, ruled)
                continue
            self._drawn(xs, row, [lines[:room] for lines in left], self.y, ruled)
            left = [lines[room:] for lines in left]
            if not any(left):
                return

    def _cell_lines(self, xs: Sequence[float], row: Sequence[Cell], index: int) -> Lines:
        at = sum(cell.wide for cell in row[:index])
        self.font(12, "B" if row[index].bold else "")
        width = xs[at + row[index].wide] - xs[at] - (8 if len(xs) else 0)
        return self.wrapped(row[index].words, width) if row[index].words else []

    def _drawn(
        self,
        xs: Sequence[float],
        row: Sequence[Cell],
        lines: Sequence[Lines],
        top: float,
        ruled: bool,
    ) -> None:
        height = 14.0 * max(map(len, lines)) + 6
        at = 0
        for cell, words in zip(row, lines, strict=True):
            if ruled:
                self.rect(xs[at], top, xs[at + cell.wide] - xs[at], height)
            self.font(12, "B" if cell.bold else "")
            for index, line in enumerate(words):
                self.text(xs[at] + 4, top + 14 * (index + 1), line)
            at += cell.wide
        self.y = top + height

    def _rows(self, xs: Sequence[float], head: Sequence[Sequence[Cell]], ruled: bool) -> None:
        """The header, whose cells may cover several of its rows and columns."""
        height = 20.0
        taken: set[tuple[int, int]] = set()
        for down, row in enumerate(head):
            at = 0
            for cell in row:
                while (down, at) in taken:
                    at += 1
                taken |= {(down + d, at + w) for d in range(cell.deep) for w in range(cell.wide)}
                left, width = xs[at], xs[at + cell.wide] - xs[at]
                if ruled:
                    self.rect(left, self.y + down * height, width, height * cell.deep)
                self.font(12, "B")
                lines = self.wrapped(cell.words, width - 4)
                top = self.y + down * height + (height * cell.deep - 14 * len(lines)) / 2
                for index, line in enumerate(lines):
                    shift = (width - self.get_string_width(line)) / 2
                    self.text(left + shift, top + 11 + 14 * index, line)
                at += cell.wide
        self.y += height * len(head)
