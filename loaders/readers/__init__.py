"""From a file to its ``Text``: one table from suffix and first bytes to the format's reader."""

from collections.abc import Callable
from pathlib import Path

from graph.errors import BadInputError
from loaders.drafts import Source
from loaders.readers.decode import decode, refuse_binary
from loaders.readers.plain import read_plain
from loaders.readers.web import read_web
from loaders.text import Text

Reader = Callable[[Source], Text]

#: suffix → what the file is and who reads it
READERS: dict[str, tuple[str, Reader]] = {
    ".txt": ("text/plain", read_plain),
    ".text": ("text/plain", read_plain),
    ".md": ("text/markdown", read_plain),
    ".markdown": ("text/markdown", read_plain),
    ".html": ("text/html", read_web),
    ".htm": ("text/html", read_web),
    ".xhtml": ("text/html", read_web),
}
#: formats whose readers are not there yet
AWAITED = (".docx", ".pdf", ".doc", ".odt", ".rtf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
#: a file larger than this is refused (bytes)
LARGEST = 200_000_000


def read(path: Path) -> Text:
    """The text of a file (đọc tệp). Raises BadInputError naming the file and what to do."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError("read.too_large", file=path.name, limit=LARGEST // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise BadInputError("read.unreadable", file=str(path), reason=str(error)) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Text:
    """The text of a file's bytes; ``name`` tells its format (đọc nội dung tệp)."""
    media, reader = _reader_of(data, name)
    if not data.strip():
        raise BadInputError("read.empty", file=name)
    refuse_binary(data, name)
    text = reader(Source.of(name, decode(data, name), data, media))
    if not text.content:
        raise BadInputError("read.empty", file=name)
    return text


def _reader_of(data: bytes, name: str) -> tuple[str, Reader]:
    suffix = Path(name).suffix.lower()
    if suffix in AWAITED:
        raise BadInputError("read.awaited", file=name, suffix=suffix)
    if suffix not in READERS:
        raise BadInputError("read.unknown", file=name, known=", ".join(sorted(READERS)))
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return READERS[".html"]
    return READERS[suffix]
