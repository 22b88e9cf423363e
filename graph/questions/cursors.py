"""Cursors of pages (con trỏ trang): after a key, one word that means nothing outside, or after so
many."""

import base64
import binascii
import json
from collections.abc import Sequence

from graph.errors import UsageError


def cursor_of(parts: Sequence[str]) -> str:
    """The parts as one word that fits into an address."""
    text = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def parts_of(cursor: str, count: int) -> list[str]:
    """The parts that ``cursor_of`` joined; UsageError for what is no such cursor."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error):
        parts = None
    if not isinstance(parts, list) or [type(part) for part in parts] != [str] * count:
        raise UsageError("query.cursor", cursor=cursor)
    return parts


def offset_of(cursor: str | None) -> int:
    """How many are passed over by a cursor that counts; UsageError for what is none."""
    if not cursor:
        return 0
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) < 10):
        raise UsageError("query.cursor", cursor=cursor)
    return int(cursor)
