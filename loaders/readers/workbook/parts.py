"""The parts of a workbook: its sheets that are seen, the words its cells share, and its formats."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.readers.legacy import encoding_of, in_font
from loaders.readers.package import Element, Package
from loaders.readers.workbook.cells import S
from loaders.readers.workbook.shown import BUILT_IN, shown

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXT, _RUN, _FONT = S + "t", S + "r", f"{S}rPr/{S}rFont"


@dataclass(frozen=True, slots=True)
class Style:
    """How cells look: the format of their numbers, the font of their words (định dạng ô)."""

    code: str = ""
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What cells hold: shared words by number, and how each style shows them (nội dung ô)."""

    strings: tuple[Element, ...]
    styles: tuple[Style, ...]
    usual: str | None  # the old encoding of words whose font tells none
    from_1904: bool

    def words_of(self, cell: Element) -> str:
        """What a cell shows."""
        kind, index = cell.get("t", "n"), cell.get("s", "0")
        style = self.styles[int(index)] if int(index) < len(self.styles) else Style()
        if kind == "inlineStr":
            held = cell.find(S + "is")
            return "" if held is None else self._written(held, style)
        value = cell.findtext(S + "v", "")
        if kind == "s":
            known = value.isascii() and value.isdigit() and int(value) < len(self.strings)
            return self._written(self.strings[int(value)], style) if known else ""
        if kind == "n":
            return shown(value, style.code, from_1904=self.from_1904) if value else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return in_font(value, style.font, self.usual)

    def _written(self, held: Element, style: Style) -> str:
        """Words in one look, or in runs of several; how they are said aloud is left out."""
        runs = held.findall(_RUN)
        if not runs:
            return in_font(held.findtext(_TEXT, ""), style.font, self.usual)
        pieces = ((run.findtext(_TEXT, ""), run.find(_FONT)) for run in runs)
        return "".join(
            in_font(words, style.font if font is None else font.get("val"), self.usual)
            for words, font in pieces
        )


def contents_of(package: Package, main: str, book: Element) -> Contents:
    """What the cells of a workbook share."""
    related = package.related(main)
    strings = _only(package, related.get("sharedStrings", {}))
    styles = _only(package, related.get("styles", {}))
    told = () if strings is None else tuple(strings.iter(S + "si"))
    sample = " ".join(t.text or "" for item in told[:2000] for t in item.iter(_TEXT))
    properties = book.find(S + "workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    looks = () if styles is None else tuple(_styles(styles))
    return Contents(told, looks, encoding_of(sample), from_1904)


def sheets_of(package: Package, main: str, book: Element) -> Iterator[tuple[str, Element]]:
    """The sheets that are seen, with their names, in order; charts alone are none."""
    parts = package.related(main).get("worksheet", {})
    for sheet in book.iter(S + "sheet"):
        part = parts.get(sheet.get(_ID, ""))
        if part and sheet.get("state", "visible") == "visible":
            root = package.xml(part)
            if root is not None:
                yield sheet.get("name", ""), root


def _only(package: Package, parts: dict[str, str]) -> Element | None:
    part = next(iter(parts.values()), None)
    return package.xml(part) if part else None


def _styles(root: Element) -> Iterator[Style]:
    codes = {f.get("numFmtId"): f.get("formatCode", "") for f in root.iter(S + "numFmt")}
    fonts = [font.find(S + "name") for font in root.iterfind(f"{S}fonts/{S}font")]
    names = [None if name is None else name.get("val") for name in fonts]

    @cache
    def style(format: str, font: str) -> Style:
        code = codes.get(format) or BUILT_IN.get(int(format), "")
        return Style(code, names[int(font)] if int(font) < len(names) else None)

    for look in root.iterfind(f"{S}cellXfs/{S}xf"):
        yield style(look.get("numFmtId", "0"), look.get("fontId", "0"))
