"""The pictures in a picture file: opened within bounds, upright, upon white paper (khung ảnh)."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from graph.errors import BadInputError
from loaders.bounds import Bounds


@contextmanager
def opened(data: bytes, name: str, bounds: Bounds) -> Iterator[Image.Image]:
    """The file, at its first picture (mở tệp ảnh). Raises BadInputError where it is none."""
    try:
        with warnings.catch_warnings():
            # large pictures are told by our own bound, damaged ones by our own sentence
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise _too_large(name, bounds) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadInputError("read.broken_image", file=name) from error


def refuse_large(frame: Image.Image, name: str, bounds: Bounds) -> None:
    """Raise BadInputError for a picture of more dots than are looked at (ảnh quá lớn)."""
    if frame.width * frame.height > bounds.pixels_million * 1_000_000:
        raise _too_large(name, bounds)


def upon_paper(frame: Image.Image) -> Image.Image:
    """The picture as it is shown: upright, white where it was transparent (ảnh trên giấy)."""
    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        paper = Image.new("RGBA", frame.size, "white")
        frame = Image.alpha_composite(paper, frame.convert("RGBA"))
    return ImageOps.exif_transpose(frame)


def _too_large(name: str, bounds: Bounds) -> BadInputError:
    return BadInputError("read.too_many_dots", file=name, limit=bounds.pixels_million)
