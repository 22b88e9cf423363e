"""HTML pages to ``Text``: the article of the page, its paragraphs, tables and footnote marks."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.errors import BadInputError
from loaders.layout.markers import read_marker
from loaders.layout.words import ends_body
from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.lines import Line, LineKind
from loaders.readers.manners import manner_of
from loaders.readers.numerals import written
from loaders.readers.reflow import reflow
from loaders.readers.spacing import unspaced
from loaders.readers.strands import EMPTY, Strand, joined
from loaders.readers.tables import stitch
from loaders.readers.torn import line_of, rejoined
from loaders.readers.web.article import article_of, is_imprint
from loaders.readers.web.tables import cells_of, is_layout, spread
from loaders.readers.web.tagged import Numbered, deepest, numbered
from loaders.text import Text

#: no page lays more elements in one another; a parser takes the square of it
DEEPEST = 5_000
#: no page holds more tags; so many take less than a minute
MOST = 2_000_000
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p"}
    | {"pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: the type of a list → how its numbers are written
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LISTS = frozenset({"ol", "ul"})
_UNSIGNED = re.compile(r"list-style(?:-type)?:[^;]*\bnone\b", re.IGNORECASE)
_STRONG = frozenset({"b", "strong", "i", "em"})
#: a link to a note or back ("#_ftn1", "#sdfootnote1sym", "#cite_note-1"), and raised letters
_RAISING = frozenset({"a", "span"})
_TO_NOTE = re.compile(r"#.{0,40}(?:ftn|edn|note)", re.IGNORECASE)
_SUPER = re.compile(r"vertical-align:\s*super", re.IGNORECASE)
_NOTE = re.compile(r"\[(\d{1,3})\]\s")
#: words of a button are no longer than this, and said at least so often
_CONTROL = 24
_OFTEN = 6
#: the words of an item stand no deeper in it
_DEEP = 12
_BLANK = Strand(" ", ())
#: two line breaks in a row part paragraphs
_GAP = Line(LineKind.BLANK, 0, 0)


@dataclass(slots=True)
class _Walk:
    """The paragraphs met so far, and the one being gathered, line by line."""

    words: Numbered
    drafts: list[Draft | Grid] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    held: list[Strand] = field(default_factory=list)
    strong: int = 0
    raised: int = 0
    level: int = 0
    plain: bool = False  # words outside bold and italics were met
    mark: str = ""
    label: str = ""  # the number that a browser sets before the next words
    lists: list[tuple[int, str]] = field(default_factory=list)  # last number and format of each

    def take(self, node: LexborNode) -> None:
        """Add the words of a text node."""
        for strand, blank in self.words.strands(node.text_content or ""):
            mark = self.words.mark_of(strand, raised=self.raised > 0)
            if mark:
                self._note(strand, mark)
                continue
            if blank and self.held and self.held[-1] is not _BLANK:
                self.held.append(_BLANK)
            if strand.words:
                self.plain = self.plain or not self.strong
                self.held += [Strand(self.label, ()), strand] if self.label else [strand]
                self.label = ""

    def _note(self, strand: Strand, mark: str) -> None:
        if not self.held and not self.lines:
            self.mark = mark
        else:
            self.held.append(Strand("", (), ((0, mark),)))

    def count(self, node: LexborNode, *, entering: bool) -> None:
        """Mark the items of a list as browsers do, but for those that say their number or sign."""
        said = node.attributes
        if node.tag != "li":
            if entering:
                start = said.get("start") or "1"
                at = int(start) - 1 if start.isdecimal() else 0
                format = _FORMATS.get(said.get("type") or "", "decimal")
                self.lists.append((at, format if node.tag == "ol" else _sign(node)))
            elif self.lists:
                self.lists.pop()
        elif entering and self.lists and node.parent is not None and node.parent.tag in _LISTS:
            value, format = said.get("value") or "", self.lists[-1][1]
            at = int(value) if value.isdecimal() else self.lists[-1][0] + 1
            self.lists[-1] = at, format
            first = next(self.words.strands(_first_text(node)), (EMPTY, False))[0].words
            if first and read_marker(first) is None:
                self.label = f"{written(at, format)}. " if node.parent.tag == "ol" else format

    def end_line(self) -> None:
        """A line break inside a paragraph."""
        strand = joined(self.held, "").stripped
        note = _NOTE.match(strand.words) if not self.mark and not self.lines else None
        if note:
            self.mark, strand = note.group(1), strand.part(note.end(), len(strand.words))
        if strand.words:
            emphasis = not self.plain
            start = strand.runs[0][1] if strand.runs else 0
            line = Line(LineKind.WORDS, start, start, strand, self.level, emphasis=emphasis)
            self.lines.append(line)
        elif self.lines:
            self.lines.append(_GAP)
        self.held, self.plain = [], False

    def end_block(self) -> None:
        """The end of a paragraph."""
        self.end_line()
        if self.lines:
            first = self.lines[0]
            if self.mark:
                self.lines[0] = Line(
                    first.kind, first.start, first.end, first.strand, mark=self.mark
                )
            lines = unspaced(self.lines) if _GAP in self.lines else self.lines
            self.drafts += reflow(lines, manner_of(lines))
        self.lines, self.mark = [], ""


def read_web(source: Source) -> Text:
    """The text of an HTML page (trang web). Raises BadInputError where it is no page to read."""
    if source.original.count("<") > DEEPEST and deepest(source.original) > DEEPEST:
        raise BadInputError("read.too_deep", file=source.name, limit=DEEPEST)
    if source.original.count("<") > MOST:
        raise BadInputError("read.too_many_tags", file=source.name, limit=MOST)
    words = numbered(source.original)
    root = article_of(LexborHTMLParser(words.page), words)
    walk = _Walk(words)
    if root is not None:
        _walk(walk, root)
    return compose(source, stitch(_paragraphs(walk.drafts)))


def inset(original: str, start: int, end: int) -> list[Draft | Grid]:
    """What a stretch of HTML in a text file says: a table, as a rule (bảng HTML trong tệp chữ)."""
    if deepest(original[start:end]) > DEEPEST:
        return []
    within = numbered(original[start:end])
    runs = tuple((start + first, start + last) for first, last in within.runs)
    walk = _Walk(Numbered(original, within.page, runs))
    root = LexborHTMLParser(within.page).body
    if root is not None:
        _walk(walk, root)
    return walk.drafts


def _paragraphs(drafts: list[Draft | Grid]) -> list[Draft | Grid]:
    """The drafts whole, without ruled lines, the words of buttons and, behind who gets the
    document, what a site says of itself."""
    said = Counter(draft.strand.words for draft in drafts if isinstance(draft, Draft))
    kept: list[Line | Grid] = []
    ended = False
    for draft in drafts:
        if isinstance(draft, Grid):
            kept.append(draft)
            continue
        words = draft.strand.words
        ended = ended or ends_body(words)
        if not _is_control(draft, said) and not (ended and is_imprint(words)):
            kept.append(line_of(draft))
    return list(rejoined(kept))


def _is_control(draft: Draft, said: Counter[str]) -> bool:
    words = draft.strand.words
    if not any(c.isalnum() for c in words):
        return True
    if draft.level or len(words) > _CONTROL or said[words] < _OFTEN:
        return False
    return words[-1] not in ".;:,!?" and read_marker(words) is None


def _walk(walk: _Walk, root: LexborNode) -> None:
    for node, entering in _events(root):
        tag = node.tag or ""
        if tag == "-text":
            walk.take(node)
        elif tag == "br" and entering:
            walk.end_line()
        elif tag in _STRONG:
            walk.strong += 1 if entering else -1
        elif tag == "sup" or (tag in _RAISING and _is_raised(node)):
            walk.raised += 1 if entering else -1
        elif tag == "table" and entering and node is not root and not is_layout(node):
            walk.end_block()
            walk.drafts.append(spread(node, lambda cell: _cell(walk.words, cell)))
        elif tag in _BLOCKS:
            walk.end_block()
            walk.level = _HEADINGS.get(tag, 0) if entering else 0
            if tag == "li" or tag in _LISTS:
                walk.count(node, entering=entering)
    walk.end_block()


def _first_text(node: LexborNode) -> str:
    """The text that an element begins with; empty where it lies deep or there is none."""
    inner: LexborNode | None = node
    for _ in range(_DEEP):
        if inner is None or inner.tag == "-text":
            break
        inner = next(iter(inner.iter(include_text=True)), None)
    return (inner.text_content or "") if inner is not None and inner.tag == "-text" else ""


def _sign(node: LexborNode) -> str:
    """What is set before each item of a list without numbers."""
    return "" if _UNSIGNED.search(node.attributes.get("style") or "") else "• "


def _is_raised(node: LexborNode) -> bool:
    """Whether what a link or span holds is a footnote mark, as word processors write it."""
    if node.tag == "a":
        return _TO_NOTE.match(node.attributes.get("href") or "") is not None
    return _SUPER.search(node.attributes.get("style") or "") is not None


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node when it is entered and when it is left; a table that is one is not entered."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering or node.tag == "-text":
            continue
        stack.append((node, False))
        if node.tag == "table" and node is not root and not is_layout(node):
            continue
        stack.extend((child, True) for child in reversed(list(node.iter(include_text=True))))


def _cell(words: Numbered, node: LexborNode) -> Strand:
    """The words of a table cell, its paragraphs joined by blanks."""
    walk = _Walk(words)
    for child in cells_of(node):
        _walk(walk, child)
    strands = (draft.strand for draft in walk.drafts if isinstance(draft, Draft))
    return joined(strands)
