"""A stored original as clean text to read, with a map of its offsets (bản đọc của nguyên văn)."""

from typing import Any

from graph.store import StoredText


def legible(stored: StoredText) -> dict[str, Any]:
    """``{content, segments, places}``: the text without markup, wrapped lines rejoined.

    ``segments`` are ``[at, origin, length]``: so many characters of ``content`` from ``at`` stand
    in the original at ``origin``. ``places`` are ``[start, end, page, box]`` of the original, where
    it has pages, in a workbook with the name of the cell. An original that reads otherwise now is
    given as it is.
    """
    # the readers take a moment to load; most answers never need them
    from loaders import reread

    text = reread(stored.text, stored.source)
    if text.original != stored.text:
        return {"content": stored.text, "segments": [[0, 0, len(stored.text)]], "places": []}
    segments = [[segment.at, segment.origin, segment.length] for segment in text.segments]
    places = [[*place[:4], *([place.cell] if place.cell else [])] for place in text.places]
    return {"content": text.content, "segments": segments, "places": places}
