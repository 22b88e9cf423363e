"""The text runs of an HTML page by number, so that a parsed page leads back to its original.

The parser keeps no positions. Each run of text is replaced by its number before parsing; the number
found in the tree says where in the original the run stands.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.readers.strands import EMPTY, Edit, Strand, clean

_TAG = re.compile(r"<[a-zA-Z/!?](?:[^<>\"']++|\"[^\"<>]{0,2000}+\"|'[^'<>]{0,2000}+'|[\"'])*+>")
_ELEMENT = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
#: elements that hold nothing, or end where the next of their kind begins
_CLOSING_THEMSELVES = frozenset(
    {"area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option"}
    | {"p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"}
)
#: a tag is no longer than this without the values of its attributes
_CROWDED = 20_000
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
#: within a pre a line ends where it ends in the original
_LINE = re.compile(r"(?P<words>[^\n]*)(?P<end>\n|\Z)")
_BREAK = "<br>"
_RAW = re.compile(r"<(script|style|template|noscript|textarea)\b", re.IGNORECASE)
_CLOSINGS = {
    name: re.compile(rf"</{name}[^>]*>", re.IGNORECASE)
    for name in ("script", "style", "template", "noscript", "textarea")
}
_NUMBER = re.compile("\ue000(\\d{1,9})\ue001")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
#: a blank at the start or end of a run, a hard one as often written by its name
_BLANK = re.compile(r"\s|&(?:nbsp|#160|#xa0);", re.IGNORECASE)
_BLANK_END = re.compile(rf"(?:{_BLANK.pattern})\Z", re.IGNORECASE)
_SAID = re.compile(r"[^\W_]")
_RAISED = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?\Z")
_BRACKETED = re.compile(r"\[(\d{1,3})\]\Z")
#: a run of fewer letters may stand anywhere
_TELLING = 20
#: characters of an article that are looked at
_FAR = 500_000


@dataclass(frozen=True, slots=True)
class Numbered:
    """A page whose text runs are numbers, and where each run stands in the original."""

    original: str
    page: str
    runs: tuple[tuple[int, int], ...]

    def strands(self, text: str) -> Iterator[tuple[Strand, bool]]:
        """The runs of a text node, each with whether a blank stands before it."""
        blank, position = False, 0
        for match in _NUMBER.finditer(text):
            start, end = self.runs[int(match.group(1))]
            blank = blank or match.start() > position
            blank = blank or _BLANK.match(self.original, start) is not None
            strand = clean(self.original, start, end, _entities)
            if strand.words:
                yield strand, blank
                blank = False
            blank = blank or _BLANK_END.search(self.original, max(start, end - 8), end) is not None
            position = match.end()
        if blank or position < len(text):
            yield EMPTY, True

    def weight(self, text: str) -> int:
        """How many characters of the original a text stands for, signs alone left out."""
        spans = (self.runs[int(match.group(1))] for match in _NUMBER.finditer(text))
        return sum(end - start for start, end in spans if _SAID.search(self.original, start, end))

    def said_in(self, article: str) -> Callable[[str], int]:
        """How many characters of a text stand in ``article`` too, by how its runs begin."""
        plain = _letters(article[:_FAR])
        known = {plain[at : at + _TELLING] for at in range(len(plain) - _TELLING + 1)}
        found = [
            end - start
            if _letters(html.unescape(self.original[start:end]))[:_TELLING] in known
            else 0
            for start, end in self.runs
        ]
        return lambda text: sum(found[int(match.group(1))] for match in _NUMBER.finditer(text))

    def mark_of(self, strand: Strand, *, raised: bool) -> str:
        """The footnote mark that a run is, empty when it is text."""
        match = (_RAISED if raised else _BRACKETED).match(strand.words)
        return match.group(1) if match else ""


def _letters(words: str) -> str:
    """Letters and digits alone."""
    return "".join(c for c in unicodedata.normalize("NFC", words) if c.isalnum())


def numbered(original: str) -> Numbered:
    """The page with its text runs numbered (đánh số các đoạn chữ)."""
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    at, lined = 0, False
    while at < len(original):
        start, end = _next_tag(original, at)
        for line in _LINE.finditer(original, at, start) if lined else ():
            pieces += [
                _numbered(original, *line.span("words"), runs),
                _BREAK if line["end"] else "",
            ]
        if not lined:
            pieces.append(_numbered(original, at, start, runs))
        lined = _is_lined(original, start, lined=lined)
        pieces.append(_bare(original, start, end))
        at = end
    return Numbered(original, "".join(pieces), tuple(runs))


def _numbered(original: str, start: int, end: int, runs: list[tuple[int, int]]) -> str:
    """The number of a run, added to ``runs``; blanks as they are."""
    words = original[start:end]
    if not words.strip():
        return words
    runs.append((start, end))
    return f"\ue000{len(runs) - 1}\ue001"


def _is_lined(original: str, tag: int, *, lined: bool) -> bool:
    """Whether behind this tag each line of the original is one on the page (thẻ pre)."""
    name = _ELEMENT.match(original, tag)
    if name is None or name.group(2).lower() != "pre":
        return lined
    return not name.group(1)


def deepest(page: str) -> int:
    """How many elements lie in one another where most do (độ lồng của trang)."""
    depth = most = 0
    for match in _ELEMENT.finditer(page):
        if match.group(2).lower() not in _CLOSING_THEMSELVES:
            depth = max(depth - 1, 0) if match.group(1) else depth + 1
            most = max(most, depth)
    return most


def _bare(original: str, start: int, end: int) -> str:
    """A tag as it is; with more attributes than any page has, without them.

    A parser compares each with all before it.
    """
    if end - start < _CROWDED or original.startswith("<!", start) or _RAW.match(original, start):
        return original[start:end]
    name = _ELEMENT.match(original, start)
    if name is None or len(_QUOTED.sub("", original[start:end])) < _CROWDED:
        return original[start:end]
    return name.group() + ">"


def _next_tag(original: str, at: int) -> tuple[int, int]:
    """The next tag, comment or script from ``at``; the end of the page when there is none."""
    start = original.find("<", at)
    while start >= 0:
        if original.startswith("<!--", start):
            end = original.find("-->", start)
            return start, end + 3 if end >= 0 else len(original)
        raw = _RAW.match(original, start)
        if raw:
            closing = _CLOSINGS[raw.group(1).lower()].search(original, start)
            return start, closing.end() if closing else len(original)
        tag = _TAG.match(original, start)
        if tag:
            return start, tag.end()
        start = original.find("<", start + 1)
    return len(original), len(original)


def _entities(raw: str) -> list[Edit]:
    if "&" not in raw:
        return []
    return [
        (m.start(), m.end(), html.unescape(m.group()).replace("\xa0", " "))
        for m in _ENTITY.finditer(raw)
    ]
