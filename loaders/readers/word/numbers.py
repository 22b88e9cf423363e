"""The numbers that a docx prints before list paragraphs, which its text does not hold (đánh số)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.readers.numerals import written
from loaders.readers.package import Element
from loaders.readers.word.styles import VALUE, W, is_on, number

_PLACE = re.compile(r"%([1-9])")
#: signs of a list that are printed as they stand; any other sign comes from a font of pictures
_SIGNS = frozenset("-–—+*•")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number is written, and its text ("%1.%2")."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None  # begins anew after this level (from 1); 0: never
    legal: bool = False  # all numbers in digits
    glued: bool = False  # no blank between number and text
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A number definition: whose counters it shares, its levels, and where it begins anew."""

    counters: str
    levels: Mapping[int, Level]
    begins: Mapping[int, int]


@dataclass(slots=True)
class Numbers:
    """The lists of a document and how far each has counted."""

    lists: Mapping[str, List]
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def label(self, id: str, level: int | None, style: str | None) -> str:
        """What is printed before the next paragraph of this list; empty where nothing is."""
        definition = self.lists.get(id)
        if definition is None:
            return ""
        if level is None:
            named = (n for n, row in definition.levels.items() if style and row.style == style)
            level = next(named, 0)
        row = definition.levels.get(level)
        if row is None:
            return ""
        counts = self._count(id, definition, level)
        if row.format == "none" and "%" not in row.text:
            return row.text
        if row.format == "bullet":
            sign = row.text.strip()
            return (sign if sign in _SIGNS else "•") + ("" if row.glued else " ")
        words = _PLACE.sub(lambda match: _written(definition, row, counts, match), row.text)
        return words + " " if words and not row.glued else words

    def _count(self, id: str, definition: List, level: int) -> dict[int, int]:
        counts = self.counted.setdefault(definition.counters, {})
        if id not in self.begun:
            self.begun.add(id)
            for place, start in definition.begins.items():
                counts[place] = start - 1
        for place in [place for place in counts if place > level]:
            row = definition.levels.get(place, Level())
            if row.restart is None or level < row.restart:
                del counts[place]
        for place in range(level):
            counts.setdefault(place, definition.levels.get(place, Level()).start)
        start = definition.levels[level].start
        counts[level] = counts.get(level, start - 1) + 1
        return counts


def read_numbers(root: Element | None) -> Numbers:
    """The lists of ``numbering.xml``; none when the package has no such part."""
    if root is None:
        return Numbers({})
    abstract = {a.get(W + "abstractNumId", ""): a for a in root.iter(W + "abstractNum")}
    linked = {
        link.get(VALUE): id
        for id, element in abstract.items()
        if (link := element.find(W + "styleLink")) is not None
    }
    lists = {}
    for definition in root.iter(W + "num"):
        chosen = definition.find(W + "abstractNumId")
        id = "" if chosen is None else chosen.get(VALUE, "")
        link = abstract[id].find(W + "numStyleLink") if id in abstract else None
        id = linked.get(link.get(VALUE), id) if link is not None else id
        if id in abstract:
            lists[definition.get(W + "numId", "")] = _list(definition, id, abstract[id])
    return Numbers(lists)


def _list(definition: Element, id: str, abstract: Element) -> List:
    levels = {number(e.get(W + "ilvl")): _level(e) for e in abstract.findall(W + "lvl")}
    begins = {}
    for change in definition.findall(W + "lvlOverride"):
        place = number(change.get(W + "ilvl"))
        own, start = change.find(W + "lvl"), change.find(W + "startOverride")
        if own is not None:
            levels[place] = _level(own)
            begins[place] = levels[place].start
        if start is not None:
            begins[place] = number(start.get(VALUE))
    return List(id, levels, begins)


def _level(element: Element) -> Level:
    said = {child.tag.removeprefix(W): child for child in element}
    values = {name: child.get(VALUE, "") for name, child in said.items()}
    return Level(
        start=number(values.get("start", "1")),
        format=values.get("numFmt", "decimal"),
        text=values.get("lvlText", ""),
        restart=number(values["lvlRestart"]) if "lvlRestart" in values else None,
        legal="isLgl" in said and is_on(said["isLgl"]),
        glued=values.get("suff") == "nothing",
        style=values.get("pStyle"),
    )


def _written(definition: List, row: Level, counts: Mapping[int, int], match: re.Match[str]) -> str:
    place = int(match.group(1)) - 1
    format = definition.levels.get(place, Level()).format
    return written(counts.get(place, 0), "decimal" if row.legal else format)
