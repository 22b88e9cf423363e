"""A stored original as clean text to read, with a map of its offsets (bản đọc của nguyên văn)."""

from typing import Any

from graph.store import StoredText


def legible(stored: StoredText) -> dict[str, Any]:
    """``{content, segments}``: the text without markup, wrapped lines rejoined.

    ``segments`` are ``[at, origin, length]``: so many characters of ``content`` from ``at`` stand
    in the original at ``origin``. An original that reads otherwise now is given as it is.
    """
    # the readers take a moment to load; most answers never need them
    from loaders import read_bytes

    text = read_bytes(stored.text.encode(), stored.source)
    if text.original != stored.text:
        return {"content": stored.text, "segments": [[0, 0, len(stored.text)]]}
    segments = [[segment.at, segment.origin, segment.length] for segment in text.segments]
    return {"content": text.content, "segments": segments}
