"""Formulas of Word in one line: fractions with their stroke, powers, brackets (công thức)."""

from loaders.readers.package import Element

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OPERATORS = frozenset("+-−×:/ ")


def linear(element: Element) -> str:
    """What a formula says in one line: "(a+b)/c", "10^2"; what is lowered stands on the line."""
    name = str(element.tag).removeprefix(MATH)
    if name == "t":
        return element.text or ""
    if name == "f":
        return f"{_grouped(element, 'num')}/{_grouped(element, 'den')}"
    if name in ("sSup", "sSubSup"):
        return f"{_part(element, 'e')}{_part(element, 'sub')}^{_grouped(element, 'sup')}"
    if name == "rad":
        return f"√{_grouped(element, 'e')}"
    if name == "d":
        first, last = (_sign(element, f"{side}Chr", sign) for side, sign in _BRACKETS)
        inner = ", ".join(map(linear, element.iterchildren(f"{MATH}e")))
        return f"{first}{inner}{last}"
    own = _sign(element, "chr", "∫") if name == "nary" else ""
    return own + "".join(linear(child) for child in element.iterchildren("*"))


_BRACKETS = (("beg", "("), ("end", ")"))


def _part(element: Element, name: str) -> str:
    return "".join(map(linear, element.iterchildren(MATH + name)))


def _grouped(element: Element, name: str) -> str:
    """A part in brackets where it is more than one number or name."""
    words = _part(element, name).strip()
    return f"({words})" if _OPERATORS & set(words) else words


def _sign(element: Element, name: str, usual: str) -> str:
    said = element.find(f"{MATH}{element.tag.removeprefix(MATH)}Pr/{MATH}{name}")
    return usual if said is None else str(said.get(f"{MATH}val", ""))
