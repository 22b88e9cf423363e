"""A picture of a page as dark ink on white paper: pale ones, white on black, shadows (giấy)."""

import numpy as np
from PIL import Image, ImageFilter

#: a picture from afar: dots to one, and how much darker a stroke of few of them still is
AFAR, FAINT = 4, 10
#: a page mostly darker than this is white on black; ink that is nearer to paper than this is pale
_MOSTLY, _DARK, _INKED, _PALE = 0.85, 110, 0.0005, 70
#: paper is looked at in patches of so many dots; where they differ more than this a shadow lies on
#: some, and all are made as white as this
_PATCH, _SHADED, _WHITE = 16, 60, 240


def inked(image: Image.Image) -> Image.Image:
    """The picture with dark ink on white paper, where it is pale or the other way round."""
    afar = image.reduce(AFAR)
    if _level(afar, _MOSTLY) < _DARK:
        image = image.point([255 - value for value in range(256)])
        afar = image.reduce(AFAR)
    paper = _level(afar, 0.5)
    if not FAINT < paper - _level(afar, _INKED) < _PALE:
        return image
    ink = _level(image, _INKED)
    scale = 230 / max(paper - ink, 1)
    return image.point([max(0, min(255, round((v - ink) * scale + 10))) for v in range(256)])


def evened(image: Image.Image) -> Image.Image:
    """The picture with paper as bright everywhere, where a shadow lies on it (bóng đổ)."""
    afar = image.reduce(_PATCH).filter(ImageFilter.MaxFilter(5))  # paper, not the ink upon it
    paper = afar.filter(ImageFilter.GaussianBlur(2))
    dark, bright = np.percentile(np.asarray(paper), (5, 95))
    if bright - dark < _SHADED:
        return image
    around = np.maximum(np.asarray(paper.resize(image.size, Image.Resampling.BILINEAR)), 1)
    even = np.asarray(image, np.float32) * (_WHITE / around)
    return Image.fromarray(np.minimum(even, 255).astype(np.uint8))


def whitened(image: Image.Image) -> Image.Image:
    """The picture with paper as white as what is laid beside it and drawn over it."""
    paper = max(_level(image.reduce(AFAR), 0.5), 1)
    return image.point([min(255, round(value * 255 / paper)) for value in range(256)])


def _level(image: Image.Image, part: float) -> int:
    """The grey than which this part of the dots is darker."""
    counts = np.cumsum(image.histogram())
    return int(np.searchsorted(counts, counts[-1] * part))
