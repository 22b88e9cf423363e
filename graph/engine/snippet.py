"""Where the words of a query stand: a short piece of a node's name or text to show with a hit."""

import re
import unicodedata
from collections.abc import Sequence

from graph.model import Node
from graph.words.folding import fold

WIDTH = 160
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
MARKS = re.compile(r"[*#|_`]{1,}|^[ \t]*[-=:]{3,}[ \t]*$", re.MULTILINE)
#: where a node says what it is about, the most telling first
SHOWN = ("title", "name", "deliverable", "time", "issuer")


def without_markup(text: str) -> str:
    """A text without the tags of HTML and the marks of Markdown, which nobody searches for."""
    return MARKS.sub(" ", without_tags(text))


def without_tags(text: str) -> str:
    """A text without the tags of HTML."""
    return TAG.sub(" ", text)


def snippet(node: Node, body: str, asked: Sequence[str]) -> str:
    """A line around the words asked for (trích đoạn); the title when the words stand in it."""
    names = [str(value) for name in SHOWN if (value := node.properties.get(name))]
    for name in names:
        if _first(fold(name), asked) is not None:
            return _around(name, asked)
    if body and _first(fold(node.label), asked) is None:
        return _around(without_markup(body), asked)
    return _around(names[0] if names else node.label, asked)


def _around(text: str, asked: Sequence[str]) -> str:
    """The words with their surroundings, cut at blanks, white space made plain."""
    text = unicodedata.normalize("NFC", text)
    found = _first(fold(text), asked) or 0
    start = max(0, found - WIDTH // 3)
    if start:
        start = text.find(" ", start, found) + 1 or start
    end = min(len(text), start + WIDTH)
    if end < len(text):
        end = text.rfind(" ", found + 1, end) if " " in text[found + 1 : end] else end
    cut = " ".join(text[start:end].split())
    return ("… " if start else "") + cut + (" …" if end < len(text) else "")


def _first(folded: str, asked: Sequence[str]) -> int | None:
    """Where the words stand in a row, else where the longest one stands."""
    phrase = r"[^0-9a-z]+".join(asked)
    longest = max(asked, key=len)
    for pattern in (rf"(?<![0-9a-z]){phrase}", rf"(?<![0-9a-z]){longest}"):
        if match := re.search(pattern, folded):
            return match.start()
    return None
