"""What is drawn on a pdf page: ruled lines, which are thin boxes, strokes and the sides of frames,
and pictures (đường kẻ, ảnh). One pass over the page's objects finds both."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from loaders.readers.pages.page import Box, Rule

#: a filled box no thicker than this is a line (points)
_THIN = 3.0
#: a line shorter than this is part of a letter or a dash
_SHORT = 4.0
#: a page of more drawn objects than this is a drawing; the rest of them are left out
MOST = 30_000
_DEEP = 3  # forms within forms

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
Point = tuple[float, float]


class Shown(NamedTuple):
    """A picture on a page: its box, and of how many dots it is (ảnh)."""

    box: Box
    dots: int


@dataclass(slots=True)
class Drawing:
    """What was found so far, counted from the bottom of the page (hình vẽ)."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[Shown] = field(default_factory=list)
    budget: int = MOST


def drawn_on(page: pdfium.FPDF_PAGE, left: float, top: float) -> tuple[list[Rule], list[Shown]]:
    """The ruled lines and pictures of a page whose top left corner is at ``left``, ``top``."""
    found = Drawing()
    objects = map(
        partial(pdfium.FPDFPage_GetObject, page), range(pdfium.FPDFPage_CountObjects(page))
    )
    _collect(objects, _SAME, found, _DEEP)
    rules = [_turned(rule, left, top) for rule in found.rules]
    return rules, [
        Shown(Box(box.left - left, top - box.bottom, box.right - left, top - box.top), dots)
        for box, dots in found.pictures
    ]


def _turned(rule: Rule, left: float, top: float) -> Rule:
    """A rule counted from the bottom, counted from the top left corner."""
    if rule.across:
        return Rule(True, top - rule.at, rule.start - left, rule.end - left)
    return Rule(False, rule.at - left, top - rule.end, top - rule.start)


def _collect(
    objects: Iterator[pdfium.FPDF_PAGEOBJECT],
    matrix: Matrix,
    found: Drawing,
    deep: int,
) -> None:
    bounds = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(value) for value in bounds]
    kind_of, text = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_TEXT
    for item in islice(objects, max(found.budget, 0)):
        found.budget -= 1
        kind = kind_of(item)
        if kind == text:  # most are
            continue
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
            count = pdfium.FPDFFormObj_CountObjects(item)
            inner = map(partial(pdfium.FPDFFormObj_GetObject, item), range(count))
            _collect(inner, _times(_matrix(item), matrix), found, deep - 1)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH or kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if not pdfium.FPDFPageObj_GetBounds(item, *places):
                continue
            left, bottom, right, top = (value.value for value in bounds)
            corners = (_moved(matrix, left, bottom), _moved(matrix, right, top))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found.pictures.append(Shown(_between(*corners), _dots(item)))
            elif right - left > _THIN and top - bottom > _THIN:
                found.rules += _strokes(item, _times(_matrix(item), matrix), found)
            else:
                found.rules += _line(*corners)


def _between(one: Point, other: Point) -> Box:
    """The box of two corners, its top the lower number as everything here counts upwards."""
    (left, right), (low, high) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Box(left, low, right, high)


def _dots(picture: pdfium.FPDF_PAGEOBJECT) -> int:
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(picture, ctypes.byref(wide), ctypes.byref(high))
    return wide.value * high.value


def _line(one: Point, other: Point) -> list[Rule]:
    """The rule between two corners; none where they are no line across or down."""
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORT:
        return [Rule(True, (bottom + top) / 2, left, right)]
    if wide <= _THIN and high >= _SHORT:
        return [Rule(False, (left + right) / 2, bottom, top)]
    return []


def _strokes(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, drawing: Drawing) -> list[Rule]:
    """The rules of a path of several lines, or of the frame of a box that is drawn."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked)):
        return []
    if not stroked.value and not filled.value:
        return []  # a clip
    count = pdfium.FPDFPath_CountSegments(path)
    drawing.budget -= count
    if drawing.budget < 0:
        return []
    found: list[Rule] = []
    for points in _figures(path, count, matrix):
        if stroked.value:
            found += [rule for one, other in pairwise(points) for rule in _line(one, other)]
        elif len(points) >= 4:  # a filled figure is a rule when it is thin
            found += _line(
                (min(p[0] for p in points), min(p[1] for p in points)),
                (max(p[0] for p in points), max(p[1] for p in points)),
            )
    return found


def _figures(
    path: pdfium.FPDF_PAGEOBJECT, count: int, matrix: Matrix
) -> Iterator[list[tuple[float, float]]]:
    """The corners of each figure of a path, the first again where it is closed."""
    across, down = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(down))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(_moved(matrix, across.value, down.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _SAME
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner``, then ``outer``."""
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


def _moved(matrix: Matrix, across: float, down: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * across + c * down + e, b * across + d * down + f
