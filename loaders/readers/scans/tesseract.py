"""Tesseract with Vietnamese: parts of a grey picture to pieces of lines (nhận dạng chữ)."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import numpy as np
import tesserocr
from PIL import Image

from loaders.readers.pages.page import Box, Piece
from loaders.readers.scans.engine import LANGUAGE, data_folder
from loaders.readers.scans.readwords import Word, WordLine
from loaders.readers.scans.strokes import Grey, count_strokes

#: words that are less sure than this are specks (percent)
_SURE = 20


class Manner(Enum):
    """How the text of a part stands (cách xếp chữ)."""

    LINE = "line"
    BLOCK = "block"  # one column
    PAGE = "page"  # whatever there is


_MODES = {
    Manner.LINE: tesserocr.PSM.SINGLE_LINE,
    Manner.BLOCK: tesserocr.PSM.SINGLE_BLOCK,
    Manner.PAGE: tesserocr.PSM.AUTO,
}


class Recogniser:
    """An engine that holds one picture at a time (máy nhận dạng)."""

    def __init__(self) -> None:
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=f"{data_folder()}/", lang=LANGUAGE, oem=tesserocr.OEM.LSTM_ONLY
        )
        self._scale = 1.0
        self._shown: Grey = np.zeros((0, 0), np.uint8)
        self._sure: list[float] = []

    def close(self) -> None:
        """Give back what the engine holds."""
        self._api.End()

    def sureness(self) -> float:
        """How sure the words since the last call were, of 100; 100 where there were none."""
        sure, self._sure = self._sure, []
        return sum(sure) / len(sure) if sure else 100.0

    def show(self, image: Image.Image, dpi: float) -> None:
        """The grey picture that is read from now on."""
        self._api.SetImage(image)
        self._shown = np.asarray(image, np.uint8)
        self._api.SetSourceResolution(round(dpi))
        self._scale = 72 / dpi

    def pieces(self, part: Box, manner: Manner, seconds: float) -> list[Piece] | None:
        """The pieces of a part of the picture; None when the time is up."""
        self._api.SetPageSegMode(_MODES[manner])
        left, top = round(part.left / self._scale), round(part.top / self._scale)
        size = round(part.width / self._scale), round(part.height / self._scale)
        self._api.SetRectangle(left, top, *size)
        if seconds <= 0 or not self._api.Recognize(max(1, round(1000 * seconds))):
            return None
        return list(self._pieces())

    def _pieces(self) -> Iterator[Piece]:
        """The lines of what was recognised, sign by sign."""
        level = tesserocr.RIL
        found = self._api.GetIterator()
        line, word = WordLine(), Word()
        for sign in tesserocr.iterate_level(found, level.SYMBOL) if found else ():
            if sign.IsAtBeginningOf(level.WORD):
                self._take(line, word)
                if sign.IsAtBeginningOf(level.TEXTLINE):
                    yield from line.pieces()
                    line = WordLine(*self._level(sign, level.TEXTLINE))
                self._sure.append(sign.Confidence(level.WORD))
                word = Word(sure=self._sure[-1] >= _SURE)
            box = sign.BoundingBox(level.SYMBOL)
            if box:
                word.signs.append(sign.GetUTF8Text(level.SYMBOL) or "")
                word.boxes.append(Box(*(value * self._scale for value in box)))
        self._take(line, word)
        yield from line.pieces()

    def _take(self, line: WordLine, word: Word) -> None:
        count_strokes(word, self._shown, self._scale)
        line.take(word)

    def _level(self, sign: Any, line: int) -> tuple[float, float]:
        """The height of the letters of a line, and where down the page it stands."""
        (_, first), (_, last) = sign.Baseline(line) or ((0, 0), (0, 0))
        size = sign.RowAttributes()["row_height"]
        return size * self._scale, (first + last) / 2 * self._scale
