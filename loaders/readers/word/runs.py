"""The paragraphs of a docx as lines: what is printed of their runs, and what hangs on them.

Tracked insertions are kept and deletions are not; fields give their result, content controls and
links their content, a text box comes once, a footnote is a mark.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from loaders.readers.drafts import Grid
from loaders.readers.legacy import in_font
from loaders.readers.lines import Line, LineKind
from loaders.readers.manners import manner_of
from loaders.readers.numerals import written
from loaders.readers.package import Element
from loaders.readers.reflow import reflow
from loaders.readers.strands import Strand, clean
from loaders.readers.word.formulas import MATH, linear
from loaders.readers.word.numbers import Numbers
from loaders.readers.word.styles import (
    PLAIN,
    UNSAID,
    VALUE,
    Look,
    Style,
    Styles,
    W,
    child_of,
    is_on,
    list_of,
    look_of,
)
from loaders.readers.word.styles import outline_of as own_outline
from loaders.readers.word.tabs import halves_of

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = _MARKUP + "Choice", _MARKUP + "Fallback"
BOX, CHUNK = W + "txbxContent", W + "altChunk"
#: what is not printed, or is no text
_LEFT_OUT = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText"),
        *("instrText", "fldData", "rt", "footnoteRef", "endnoteRef"),
    )
)
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_SOFT = W + "softHyphen"  # nothing, but a letter in fonts of TCVN3
_RUN, _STYLE, _LOOK, _OF_RUN = W + "r", W + "pStyle", W + "rPr", W + "rStyle"
_OF_PARAGRAPH, _FIELD, _ALTERNATIVES = W + "pPr", W + "fldChar", _MARKUP + "AlternateContent"
_CONTROL, _SHOWS_PROMPT = W + "sdt", f"{W}sdtPr/{W}showingPlcHdr"
_CODE = re.compile("[0-9A-Fa-f]{4}")
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "tr", "tc"))
_PARTS = frozenset({W + "tr", W + "tc"})  # of a table, which keeps its shape
_DRAWINGS = frozenset(W + name for name in ("drawing", "pict", "object"))
_TEXT, _SYMBOL, _FORMULA = W + "t", W + "sym", MATH + "oMath"
_LINE_ENDS = frozenset({W + "br", W + "cr"})
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_RULES = frozenset("-–—_=*~.… ")


def unseen(drawing: Element) -> list[Line | Grid]:
    """What is read of pictures where nobody looks at them."""
    return []


@dataclass(slots=True)
class Context:
    """What paragraphs need to know of their document, and the notes met so far, in order."""

    styles: Styles
    numbers: Numbers
    encoding: str | None = None  # of words whose font says none
    look_at: Callable[[Element], list[Line | Grid]] = unseen  # what stands on a picture
    chunk: Callable[[Element], list[Line | Grid]] = unseen  # what a file that was put in says
    marks: dict[tuple[str, str], str] = field(default_factory=dict)  # (kind, id) → printed mark

    def mark(self, kind: str, id: str, own: str = "") -> str:
        """The mark of a footnote or endnote (số chú thích): counted, unless it has its own."""
        if (kind, id) not in self.marks:
            count = sum(1 for other, _ in self.marks if other == kind) + 1
            format = "decimal" if kind == "footnote" else "lowerRoman"  # what Word prints
            self.marks[kind, id] = own or written(count, format)
        return self.marks[kind, id]


@dataclass(slots=True)
class Paragraph:
    """A paragraph being read: its line so far, its finished lines, its text boxes."""

    context: Context
    level: int = 0
    style: Style = PLAIN
    ground: Look = PLAIN.look  # of words that say nothing of their look
    words: list[str] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    plain: bool = False  # words outside bold and italics were met
    own_mark: tuple[str, str] | None = None  # a note whose mark is the next words
    fields: list[bool] = field(default_factory=list)  # of each open field: its code is being read
    lines: list[Line] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictured: list[Line | Grid] = field(default_factory=list)  # what stands on its pictures

    def read(self, element: Element) -> None:
        """Add a paragraph; one whose predecessor's end was deleted continues that."""
        properties = child_of(element, _OF_PARAGRAPH)
        chosen = child_of(properties, _STYLE)
        name = None if chosen is None else chosen.get(VALUE)
        self.style = self.context.styles.style(name)
        self.ground = self.style.look.over(self.context.styles.base)
        outline = own_outline(properties)
        self.level = self.style.outline if outline is None else outline
        self.fields.clear()  # a field that was never ended hides no more than its paragraph
        numbered = list_of(properties) or self.style.list
        if numbered:
            self._add(self.context.numbers.label(*numbered, name or self.context.styles.usual))
        self._inside(element, self.style.look)

    def end(self) -> list[Line]:
        """The lines of the finished paragraph, those only broken for their looks rejoined."""
        self._end_line()
        if len(self.lines) < 2 or all(line.halves for line in self.lines):
            return self.lines
        return [
            Line(LineKind.WORDS, 0, 0, draft.strand, draft.level, emphasis=draft.emphasis)
            for draft in reflow(self.lines, manner_of(self.lines))
        ]

    def _inside(self, element: Element, look: Look) -> None:
        for child in element:
            self._take(child, look)

    def _take(self, element: Element, look: Look) -> None:
        tag = element.tag
        if tag == _RUN:
            self._inside(element, self._look(element))
        elif tag == _FIELD:
            self._field(element.get(W + "fldCharType", ""))
        elif tag in _LEFT_OUT or any(self.fields) or self._take_words(element, look):
            return
        elif tag in _LINE_ENDS:
            self._end_line()
        elif tag in _NOTES:
            self._note(_NOTES[tag], element)
        elif tag == BOX:
            self.boxes.append(element)
        elif tag == _ALTERNATIVES:
            chosen = chosen_of(element)
            if chosen is not None:
                self._inside(chosen, look)
        elif isinstance(tag, str) and not is_unfilled(element):
            if tag in _DRAWINGS:
                self.pictured += self.context.look_at(element)
            self._inside(element, look)

    def _take_words(self, element: Element, look: Look) -> bool:
        """Add what an element prints within a line, if it does: words, a sign, a formula."""
        tag = element.tag
        if tag == _TEXT:
            self._text(element.text or "", look)
        elif tag == _SYMBOL:
            self._add(in_font(_letter_of(element), element.get(W + "font")))
        elif tag == _FORMULA:
            self._add(linear(element))
        elif tag in _SIGNS:
            self._add(_SIGNS[tag])
        elif tag == _SOFT:
            self._add(in_font("\xad", look.font, self.context.encoding))
        else:
            return False
        return True

    def _look(self, run: Element) -> Look:
        properties = child_of(run, _LOOK)
        if properties is None:
            return self.ground
        look = look_of(properties)
        chosen = child_of(properties, _OF_RUN)
        if chosen is not None:
            look = look.over(self.context.styles.style(chosen.get(VALUE, "")).look)
        return self.ground if look is UNSAID else look.over(self.ground)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()

    def _text(self, words: str, look: Look) -> None:
        if look.hidden or not words:
            return
        if self.own_mark:
            kind, id = self.own_mark
            self.own_mark = None
            self.notes.append((self.length, self.context.mark(kind, id, words.strip())))
            return
        self.plain = self.plain or (not (look.bold or look.italic) and not words.isspace())
        words = in_font(words, look.font, self.context.encoding)
        self._add(words.upper() if look.capitals else words)

    def _note(self, kind: str, element: Element) -> None:
        id = element.get(W + "id", "")
        if is_on(element, W + "customMarkFollows"):
            self.own_mark = (kind, id)
        else:
            self.notes.append((self.length, self.context.mark(kind, id)))

    def _add(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)

    def _end_line(self) -> None:
        raw = "".join(self.words)
        strand = clean(raw, 0, len(raw)).noted(self.notes) if raw or self.notes else None
        if strand is not None and strand.words and not is_rule(strand.words):
            bare = Strand(strand.words, (), strand.notes)
            halves = None if self.notes else halves_of(raw)
            plain = self.plain
            line = Line(LineKind.WORDS, 0, 0, bare, self.level, not plain, halves=halves)
            self.lines.append(line)
        self.words, self.notes, self.length, self.plain = [], [], 0, False


def _letter_of(symbol: Element) -> str:
    """The letter by which a font shows a sign that was inserted (ký hiệu)."""
    code = symbol.get(W + "char", "")
    return chr(int(code, 16)) if _CODE.fullmatch(code) else ""


def is_unfilled(element: Element) -> bool:
    """Whether a content control shows only what to fill in (ô chưa điền)."""
    return element.tag == _CONTROL and element.find(_SHOWS_PROMPT) is not None


def is_rule(words: str) -> bool:
    """Whether a line is only drawn (đường kẻ)."""
    drawn = set(words) <= _RULES and not words.startswith("...")
    return drawn and (len(words) > 2 or words == "*")


def chosen_of(alternatives: Element) -> Element | None:
    """Of two ways to say the same, the one that holds text; the first when both or none do."""
    choices = [child for child in alternatives if child.tag in (_CHOICE, _FALLBACK)]
    return next((choice for choice in choices if _speaks(choice)), next(iter(choices), None))


def _speaks(choice: Element) -> bool:
    return next(choice.iter(W + "t", MATH + "t"), None) is not None


def content_of(parent: Element) -> Iterator[Element]:
    """The paragraphs, tables, rows or cells inside, also within controls and insertions."""
    for child in parent:
        tag = child.tag
        if tag in _BLOCKS or tag == CHUNK:
            yield child
        elif tag == _ALTERNATIVES:
            chosen = chosen_of(child)
            if chosen is not None:
                yield from content_of(chosen)
        elif tag not in _LEFT_OUT and isinstance(tag, str):
            unfilled = is_unfilled(child)
            yield from (e for e in content_of(child) if not unfilled or e.tag in _PARTS)
