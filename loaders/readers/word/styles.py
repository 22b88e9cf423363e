"""What the styles of a docx say of a run or paragraph: emphasis, capitals, font, outline, list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from loaders.readers.package import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE: Final = W + "val"
_OFF = frozenset({"0", "false", "off", "none"})
#: styles based on one another deeper than this are a mistake
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; None: not said here (định dạng chữ)."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None  # printed in capitals, however they are typed
    hidden: bool | None = None
    font: str | None = None

    def over(self, base: "Look") -> "Look":
        """This look where it says something, else ``base``."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.capitals if self.capitals is None else self.capitals,
            base.hidden if self.hidden is None else self.hidden,
            self.font or base.font,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it is based on worked in (kiểu định dạng)."""

    look: Look = Look()
    outline: int = 0  # heading level, 0 for none
    list: tuple[str, int | None] | None = None  # number definition and level


#: a look of which nothing is said
UNSAID = Look()
PLAIN = Style()
_LOOKS = {W + "b": "bold", W + "i": "italic", W + "caps": "capitals", W + "vanish": "hidden"}
_FONTS, _NUMBERS, _OUTLINE = W + "rFonts", W + "numPr", W + "outlineLvl"


@dataclass(slots=True)
class Styles:
    """The styles of a document by id."""

    elements: Mapping[str, Element]
    base: Look = Look()  # what no style says
    usual: str = ""  # the paragraph style of a paragraph that names none
    known: dict[str, Style] = field(default_factory=dict)

    def style(self, id: str | None, depth: int = 0) -> Style:
        """The style of an id; an unknown one is plain."""
        id = self.usual if id is None else id
        if id not in self.known:
            self.known[id] = self._worked_out(id, depth)
        return self.known[id]

    def _worked_out(self, id: str, depth: int) -> Style:
        element = self.elements.get(id)
        if element is None or depth > _DEEPEST:
            return PLAIN
        parent = element.find(W + "basedOn")
        above = PLAIN
        if parent is not None and parent.get(VALUE) != id:
            above = self.style(parent.get(VALUE, ""), depth + 1)
        return _over(look_of(element.find(W + "rPr")), element.find(W + "pPr"), above)


def read_styles(root: Element | None) -> Styles:
    """The styles of ``styles.xml``; none when the package has no such part."""
    if root is None:
        return Styles({})
    styles = list(root.iter(W + "style"))
    usual = (s for s in styles if s.get(W + "type") == "paragraph" and is_on(s, W + "default"))
    default = next((s.get(W + "styleId", "") for s in usual), "")
    path = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
    return Styles(
        {s.get(W + "styleId", ""): s for s in styles},
        look_of(root.find(path)),
        default,
    )


def look_of(properties: Element | None) -> Look:
    """What run properties say of the look of words."""
    if properties is None:
        return UNSAID
    said: dict[str, bool] = {}
    font: str | None = None
    for child in properties:
        tag = child.tag
        if tag in _LOOKS:
            said[_LOOKS[tag]] = is_on(child)
        elif tag == _FONTS:
            font = child.get(W + "ascii") or child.get(W + "hAnsi")
    return Look(**said, font=font) if said or font else UNSAID


def list_of(properties: Element | None) -> tuple[str, int | None] | None:
    """The number definition and level of paragraph properties."""
    numbers = child_of(properties, _NUMBERS)
    if numbers is None:
        return None
    id, level = numbers.find(W + "numId"), numbers.find(W + "ilvl")
    if id is None:
        return None
    return id.get(VALUE, "0"), None if level is None else number(level.get(VALUE))


def outline_of(properties: Element | None) -> int | None:
    """The heading level that paragraph properties give, 0 for running text; None: not said."""
    level = child_of(properties, _OUTLINE)
    if level is None:
        return None
    value = number(level.get(VALUE))
    return value + 1 if 0 <= value < 9 else 0


def child_of(element: Element | None, tag: str) -> Element | None:
    """The first child of a tag; ``find`` would read a path for it each time (phần tử con)."""
    return None if element is None else next(element.iterchildren(tag), None)


def is_on(element: Element, name: str = VALUE) -> bool:
    """Whether a switch is on: it is unless it says otherwise."""
    return element.get(name, "1" if name == VALUE else "0") not in _OFF


def number(words: str | None) -> int:
    """A whole number of an attribute, 0 when it is none."""
    words = (words or "").strip()
    return int(words) if words.lstrip("-").isdecimal() and len(words) < 10 else 0


def _over(look: Look, paragraph: Element | None, above: Style) -> Style:
    outline = outline_of(paragraph)
    return Style(
        look.over(above.look),
        above.outline if outline is None else outline,
        list_of(paragraph) or above.list,
    )
