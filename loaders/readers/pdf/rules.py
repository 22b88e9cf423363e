"""What is drawn on a pdf page: ruled lines, which are thin boxes, strokes and the sides of frames,
pictures, and dots that may be the signs of a list (đường kẻ, ảnh, dấu đầu dòng). One pass over the
page's objects finds them all."""

from collections.abc import Iterator
from ctypes import c_double, c_float, c_int, c_uint, c_ulong
from dataclasses import dataclass, field
from itertools import compress, islice, pairwise, repeat
from threading import local
from typing import NamedTuple

import pypdfium2.raw as pdfium

from loaders.readers.pages.page import Box, Rule
from loaders.readers.pdf.bare import Handle, Room, bare, ready

_ON_PAGE = bare(pdfium.FPDFPage_GetObject, answer=Handle)
_IN_FORM = bare(pdfium.FPDFFormObj_GetObject, answer=Handle)
_TURN = bare(pdfium.FPDFPageObj_Transform, answer=None)
_TURN_CLIP = bare(pdfium.FPDFPageObj_TransformClipPath, answer=None)
_KIND = bare(pdfium.FPDFPageObj_GetType)
_BOUNDS = bare(pdfium.FPDFPageObj_GetBounds)
_MATRIX = bare(pdfium.FPDFPageObj_GetMatrix)
_COUNT_IN_FORM = bare(pdfium.FPDFFormObj_CountObjects)
_PIXELS = bare(pdfium.FPDFImageObj_GetImagePixelSize)
_DRAWN = bare(pdfium.FPDFPath_GetDrawMode)
_COUNT_SEGMENTS = bare(pdfium.FPDFPath_CountSegments)
_SEGMENT = bare(pdfium.FPDFPath_GetPathSegment, answer=Handle)
_SEGMENT_KIND = bare(pdfium.FPDFPathSegment_GetType)
_POINT = bare(pdfium.FPDFPathSegment_GetPoint, answer=None)
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


class _Rooms(local):
    """Where PDFium writes what it is asked, made once for a thread (các ô nhớ)."""

    def __init__(self) -> None:
        self.bounds, self.matrix, self.place = Room(c_float, 4), Room(c_float, 6), Room(c_float, 2)
        self.modes, self.sizes = Room(c_int, 2), Room(c_uint, 2)


_ROOMS = _Rooms()


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


def turn_objects(page: pdfium.FPDF_PAGE, matrix: Matrix) -> None:
    """Turn all that stands on a page, without reading the page again (xoay trang)."""
    numbers = tuple(map(c_double, matrix))
    for item in _objects(page):
        _TURN(item, *numbers)
        _TURN_CLIP(item, *numbers)


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[Handle]:
    return map(_ON_PAGE, repeat(ready(page)), range(pdfium.FPDFPage_CountObjects(page)))


def drawn_on(page: pdfium.FPDF_PAGE, left: float, top: float) -> Drawing:
    """What is drawn on a page whose top left corner is at ``left``, ``top``; counted from there."""
    found = Drawing()
    _collect(_objects(page), _SAME, found, _DEEP)

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
    objects: Iterator[Handle],
    matrix: Matrix,
    found: Drawing,
    deep: int,
) -> None:
    """What is drawn by the objects behind these handles; text is none of it, and most of them."""
    every = list(islice(objects, max(found.budget, 0)))
    kinds = list(map(_KIND, every))
    found.budget -= len(every)
    bounds = _ROOMS.bounds
    drawn = map(pdfium.FPDF_PAGEOBJ_TEXT.__ne__, kinds)
    for item, kind in compress(zip(every, kinds, strict=True), drawn):
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
            inner = map(_IN_FORM, repeat(item), map(c_ulong, range(_COUNT_IN_FORM(item))))
            _collect(inner, _times(_matrix(item), matrix), found, deep - 1)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH or kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if not _BOUNDS(item, *bounds.places):
                continue
            left, bottom, right, top = bounds.numbers(4)
            corners = ((left, bottom), (right, top))
            if matrix is not _SAME:
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


def _dots(picture: Handle) -> int:
    sizes = _ROOMS.sizes
    _PIXELS(picture, *sizes.places)
    wide, high = sizes.numbers(2)
    return int(wide * high)


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


def _strokes(path: Handle, matrix: Matrix, drawing: Drawing) -> list[Rule]:
    """The rules of a path of several lines, or of the frame of a box that is drawn."""
    modes = _ROOMS.modes
    if not _DRAWN(path, *modes.places):
        return []
    filled, stroked = modes.numbers(2)
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


def _figures(path: Handle, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each figure of a path, the first again where it is closed."""
    place = _ROOMS.place
    across, down = place.places
    points: list[Point] = []
    for segment in map(_SEGMENT, repeat(path), range(count)):
        _POINT(segment, across, down)
        if _SEGMENT_KIND(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(_moved(matrix, *place.numbers(2)))
        if _CLOSES(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _matrix(item: Handle) -> Matrix:
    found = _ROOMS.matrix
    if not _MATRIX(item, found.places[0]):
        return _SAME
    a, b, c, d, e, f = found.numbers(6)
    return a, b, c, d, e, f


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
