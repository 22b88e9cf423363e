"""What is drawn on a pdf page: ruled lines, which are thin boxes, strokes and the sides of frames,
pictures, and dots that may be the signs of a list (đường kẻ, ảnh, dấu đầu dòng). One pass over the
page's objects finds them all."""

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_size_t, c_uint, c_ulong
from dataclasses import dataclass, field
from itertools import compress, islice, pairwise, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from loaders.readers.pages.page import Box, Rule
from loaders.readers.pdf.bare import address_of, bare

_ON_PAGE = bare(pdfium.FPDFPage_GetObject, c_int, answer=c_size_t)
_IN_FORM = bare(pdfium.FPDFFormObj_GetObject, c_ulong, answer=c_size_t)
_KIND = bare(pdfium.FPDFPageObj_GetType)
_BOUNDS = bare(pdfium.FPDFPageObj_GetBounds, *(c_size_t,) * 4)
_MATRIX = bare(pdfium.FPDFPageObj_GetMatrix, c_size_t)
_COUNT_IN_FORM = bare(pdfium.FPDFFormObj_CountObjects)
_PIXELS = bare(pdfium.FPDFImageObj_GetImagePixelSize, c_size_t, c_size_t)
_DRAWN = bare(pdfium.FPDFPath_GetDrawMode, c_size_t, c_size_t)
_COUNT_SEGMENTS = bare(pdfium.FPDFPath_CountSegments)
_SEGMENT = bare(pdfium.FPDFPath_GetPathSegment, c_int, answer=c_size_t)
_SEGMENT_KIND = bare(pdfium.FPDFPathSegment_GetType)
_POINT = bare(pdfium.FPDFPathSegment_GetPoint, c_size_t, c_size_t)
_CLOSES = bare(pdfium.FPDFPathSegment_GetClose)

#: a filled box no thicker than this is a line (points)
_THIN = 3.0
#: a line shorter than this is part of a letter or a dash
_SHORT = 4.0
#: a page of more drawn objects than this is a drawing; the rest of them are left out
MOST = 30_000
_DEEP = 3  # forms within forms
#: a dot is as high as it is wide, to this part, and between these sizes
_SMALLEST, _LARGEST, _UNEVEN = 1.5, 8.0, 0.25

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
Point = tuple[float, float]


class Shown(NamedTuple):
    """A picture on a page: its box, and of how many dots it is (ảnh)."""

    box: Box
    dots: int


@dataclass(slots=True)
class Drawing:
    """What is found; while it is looked for, counted from the bottom of the page (hình vẽ)."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[Shown] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    budget: int = MOST


def drawn_on(page: pdfium.FPDF_PAGE, left: float, top: float) -> Drawing:
    """What is drawn on a page whose top left corner is at ``left``, ``top``; counted from there."""
    found = Drawing()
    count = pdfium.FPDFPage_CountObjects(page)
    _collect(map(_ON_PAGE, repeat(address_of(page)), range(count)), _SAME, found, _DEEP)

    def turned(box: Box) -> Box:
        return Box(box.left - left, top - box.bottom, box.right - left, top - box.top)

    return Drawing(
        [
            Rule(True, top - at, start - left, end - left)
            if across
            else Rule(False, at - left, top - end, top - start)
            for across, at, start, end in found.rules
        ],
        [Shown(turned(box), dots) for box, dots in found.pictures],
        list(map(turned, found.dots)),
    )


def _collect(
    objects: Iterator[int],
    matrix: Matrix,
    found: Drawing,
    deep: int,
) -> None:
    """What is drawn by the objects at these addresses; text is none of it, and most of them."""
    every = list(islice(objects, max(found.budget, 0)))
    kinds = list(map(_KIND, every))
    found.budget -= len(every)
    bounds = (c_float * 4)()
    places = range(addressof(bounds), addressof(bounds) + 16, 4)
    drawn = map(pdfium.FPDF_PAGEOBJ_TEXT.__ne__, kinds)
    for item, kind in compress(zip(every, kinds, strict=True), drawn):
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
            inner = map(_IN_FORM, repeat(item), range(_COUNT_IN_FORM(item)))
            _collect(inner, _times(_matrix(item), matrix), found, deep - 1)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH or kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if not _BOUNDS(item, *places):
                continue
            left, bottom, right, top = bounds
            corners = (_moved(matrix, left, bottom), _moved(matrix, right, top))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found.pictures.append(Shown(_between(*corners), _dots(item)))
            elif _is_dot(right - left, top - bottom):
                found.dots.append(_between(*corners))
            elif right - left > _THIN and top - bottom > _THIN:
                found.rules += _strokes(item, _times(_matrix(item), matrix), found)
            elif rule := _line(*corners):
                found.rules.append(rule)


def _is_dot(wide: float, high: float) -> bool:
    return _SMALLEST < high < _LARGEST and abs(wide - high) < _UNEVEN * high


def _between(one: Point, other: Point) -> Box:
    """The box of two corners, its top the lower number as everything here counts upwards."""
    (left, right), (low, high) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Box(left, low, right, high)


def _dots(picture: int) -> int:
    sizes = (c_uint * 2)()
    _PIXELS(picture, addressof(sizes), addressof(sizes) + 4)
    return int(sizes[0] * sizes[1])


def _line(one: Point, other: Point) -> Rule | None:
    """The rule between two corners; None where they are no line across or down."""
    (left, low), (right, high) = one, other
    if left > right:
        left, right = right, left
    if low > high:
        low, high = high, low
    if high - low <= _THIN and right - left >= _SHORT:
        return Rule(True, (low + high) / 2, left, right)
    if right - left <= _THIN and high - low >= _SHORT:
        return Rule(False, (left + right) / 2, low, high)
    return None


def _strokes(path: int, matrix: Matrix, drawing: Drawing) -> list[Rule]:
    """The rules of a path of several lines, or of the frame of a box that is drawn."""
    modes = (c_int * 2)()
    if not _DRAWN(path, addressof(modes), addressof(modes) + 4):
        return []
    filled, stroked = modes
    if not stroked and not filled:
        return []  # a clip
    count = _COUNT_SEGMENTS(path)
    drawing.budget -= count
    if drawing.budget < 0:
        return []
    found: list[Rule | None] = []
    for points in _figures(path, count, matrix):
        if stroked:
            found += [_line(one, other) for one, other in pairwise(points)]
        elif len(points) >= 4:  # a filled figure is a rule when it is thin
            across, down = zip(*points, strict=True)
            found.append(_line((min(across), min(down)), (max(across), max(down))))
    return [rule for rule in found if rule]


def _figures(path: int, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each figure of a path, the first again where it is closed."""
    place = (c_float * 2)()
    across, down = addressof(place), addressof(place) + 4
    points: list[Point] = []
    for segment in map(_SEGMENT, repeat(path), range(count)):
        _POINT(segment, across, down)
        if _SEGMENT_KIND(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(_moved(matrix, *place))
        if _CLOSES(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _matrix(item: int) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not _MATRIX(item, addressof(found)):
        return _SAME
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner``, then ``outer``."""
    if inner is _SAME or outer is _SAME:
        return outer if inner is _SAME else inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(matrix: Matrix, across: float, down: float) -> Point:
    if matrix is _SAME:
        return across, down
    a, b, c, d, e, f = matrix
    return a * across + c * down + e, b * across + d * down + f
