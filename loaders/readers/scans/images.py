"""Pictures of pages (.png, .jpg, .tif) to ``Text`` (tệp ảnh)."""

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.pages.refusals import refuse_unread
from loaders.readers.pages.sheets import text_of
from loaders.readers.scans.engine import missing
from loaders.text import Text


def read_image(data: bytes, name: str, bounds: Bounds) -> Text:
    """The text of a picture of one page or several (tệp ảnh)."""
    lacking = missing()
    if lacking:
        raise BadInputError(f"read.no_{lacking}", file=name)
    # needs the engine, which is not everywhere
    from loaders.readers.scans.read import pages_of

    pages = list(pages_of(data, name, bounds))
    refuse_unread(pages, name, bounds)
    return text_of(pages, name)
