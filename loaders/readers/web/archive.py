"""Pages saved in one file (.mhtml, and .doc files that are such pages): the page inside."""

from email import message_from_bytes, policy

from graph.errors import BadInputError
from loaders.readers.mail import said_in


def is_archive(data: bytes) -> bool:
    """Whether these bytes are a page with what belongs to it in one file (trang lưu một tệp)."""
    head = data[:4096].lstrip().lower()
    return b"mime-version:" in head and (b"multipart/related" in head or b"text/html" in head)


def page_of(data: bytes, name: str) -> bytes:
    """The HTML of such a file, in UTF-8 where its encoding is named: browsers name it in the page
    alone. Raises BadInputError when it holds no page."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = (part for part in message.walk() if part.get_content_type() == "text/html")
        page = max(map(said_in, parts), key=len, default=b"")
    except (LookupError, ValueError, AttributeError, RecursionError) as error:
        raise BadInputError("read.message", file=name) from error
    if not page.strip():
        raise BadInputError("read.empty", file=name)
    return page
