"""The ruled lines of a pdf page: thin boxes, strokes and the sides of frames (đường kẻ)."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

#: a filled box no thicker than this is a line (points)
_THIN = 3.0
#: a line shorter than this is part of a letter or a dash
_SHORT = 4.0
#: a page of more drawn objects than this is a drawing; the rest of them are left out
MOST = 30_000
_DEEP = 3  # forms within forms

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across or down: where it stands, and from where to where it goes (đường kẻ)."""

    across: bool
    at: float
    start: float
    end: float


def rules_of(page: pdfium.FPDF_PAGE, left: float, top: float) -> list[Rule]:
    """The ruled lines of a page whose top left corner is at ``left``, ``top``."""
    found: list[Rule] = []
    budget = [MOST]
    count = pdfium.FPDFPage_CountObjects(page)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    _collect(objects, _SAME, found, budget, _DEEP)
    return [_turned(rule, left, top) for rule in found]


def _turned(rule: Rule, left: float, top: float) -> Rule:
    """A rule counted from the bottom, counted from the top left corner."""
    if rule.across:
        return Rule(True, top - rule.at, rule.start - left, rule.end - left)
    return Rule(False, rule.at - left, top - rule.end, top - rule.start)


def _collect(
    objects: Iterator[pdfium.FPDF_PAGEOBJECT],
    matrix: Matrix,
    found: list[Rule],
    budget: list[int],
    deep: int,
) -> None:
    bounds = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(value) for value in bounds]
    for item in objects:
        budget[0] -= 1
        if budget[0] < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
            count = pdfium.FPDFFormObj_CountObjects(item)
            inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(count))
            _collect(inner, _times(_matrix(item), matrix), found, budget, deep - 1)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            if not pdfium.FPDFPageObj_GetBounds(item, *places):
                continue
            left, bottom, right, top = (value.value for value in bounds)
            if right - left > _THIN and top - bottom > _THIN:
                found += _strokes(item, _times(_matrix(item), matrix), budget)
            else:
                corners = (_moved(matrix, left, bottom), _moved(matrix, right, top))
                found += _line(*corners)


def _line(one: tuple[float, float], other: tuple[float, float]) -> list[Rule]:
    """The rule between two corners; none where they are no line across or down."""
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORT:
        return [Rule(True, (bottom + top) / 2, left, right)]
    if wide <= _THIN and high >= _SHORT:
        return [Rule(False, (left + right) / 2, bottom, top)]
    return []


def _strokes(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, budget: list[int]) -> list[Rule]:
    """The rules of a path of several lines, or of the frame of a box that is drawn."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked)):
        return []
    if not stroked.value and not filled.value:
        return []  # a clip
    count = pdfium.FPDFPath_CountSegments(path)
    budget[0] -= count
    if budget[0] < 0:
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
