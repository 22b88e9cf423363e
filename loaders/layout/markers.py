"""Markers that open a section or an item: ``Chương II``, ``Điều 5.``, ``I.``, ``1/``, ``a)``.

The style of a marker, not the heading sign of the source, says how deep it stands.
"""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from loaders.layout.letters import UPPER


class Style(StrEnum):
    """How an item is marked, from the outermost to the innermost (kiểu đánh số)."""

    ANNEX = "annex"  # Phụ lục II
    PART = "part"  # Phần thứ nhất
    CHAPTER = "chapter"  # Chương II
    DIVISION = "division"  # Mục 1
    ARTICLE = "article"  # Điều 5.
    CAPITAL = "capital"  # A.
    ROMAN = "roman"  # IV.
    NUMBER = "number"  # 1. 1/
    DECIMAL = "decimal"  # 1.2.
    LETTER = "letter"  # a) đ)
    NUMERAL = "numeral"  # 1) (1)
    DASH = "dash"  # -
    PLUS = "plus"  # +
    BULLET = "bullet"  # •


class Marker(Struct, frozen=True, gc=False):
    """A marker: its style, its label (``II``, ``đ``, empty for signs) and where it ends."""

    style: Style
    label: str
    end: int


_ORDINAL = "thứ (?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám)|THỨ (?:NHẤT|HAI|BA|TƯ|BỐN|NĂM|SÁU|BẢY|TÁM)"
_SIGN = re.compile(
    rf"(?P<dash>[-–—~](?=\s|[{UPPER}]|$))|(?P<plus>\+(?=\s|[{UPPER}]|$))|(?P<bullet>[•·▪●○■►◦]|\*(?=\s))"
)
_NUMBERED = re.compile(
    rf"(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?:\.|(?=\s[{UPPER}])|\)|-(?=\s[{UPPER}])))(?!\d)"
    rf"|(?:(?P<number>\d{{1,3}}(?:\.|/(?=\s))|\d{{1,2}}-(?=\s[{UPPER}]))|(?P<numeral>\d{{1,3}}\)|\(\d{{1,2}}\)))(?=\s|[{UPPER}“\"]|$)"
)
_ROMAN = re.compile(
    rf"(?P<roman>[IVX]{{1,6}})(?:[.)](?=\s|[{UPPER}]|$)|/(?=\s|$)|[-–](?=\s[{UPPER}])|(?=\s[-–]\s))"
    rf"|(?P<capital>[A-HK-UĐ])(?:[.)](?=\s|$)|-(?=\s[{UPPER}]))"
)
_LETTER = re.compile(rf"(?P<letter>[a-eg-ik-vxyđ])(?:\)|\.(?=\s))(?=\s|[{UPPER}\"“]|$)")
_NAMED = re.compile(
    rf"(?P<chapter>(?:Chương|CHƯƠNG)\s(?P<c>[IVXLC]{{1,7}}|\d{{1,2}}))(?!\w)"
    rf"|(?P<part>(?:Phần|PHẦN)\s(?P<p>[IVX]{{1,5}}|\d{{1,2}}|{_ORDINAL}))(?!\w)"
    rf"|(?P<division>(?:Mục|MỤC)\s(?P<m>[IVX]{{1,5}}|\d{{1,2}}))(?:[.:]|(?=\s[{UPPER}])|$)"
    rf"|(?P<article>(?:Điều|ĐIỀU)\s(?P<d>\d{{1,3}}[a-zđ]?))(?:\s?[.:]|$)"
    rf"|(?P<annex>(?:Phụ lục|PHỤ LỤC)"
    rf"(?:\s(?:số\s|SỐ\s)?(?P<a>[IVX]{{1,6}}|\d{{1,2}}|[A-H])(?!\w))?)"
    rf"(?=[.:]|$|\s[{UPPER}]{{2,}}\s[{UPPER}]{{2,}})"
)

_SIGNS = "-–—~+•·▪●○■►◦*"
#: what opens a marker though a small letter follows: a sign, Chương, Phần, Phụ lục, Mục, Điều
_BEFORE_SMALL = _SIGNS + "CPMĐD"
#: every step asks for the marker of each paragraph; this many are remembered
_REMEMBERED = 1 << 14
_STYLES = {style.value: style for style in Style}
_NAMED_STYLES = {
    Style.CHAPTER: "c",
    Style.PART: "p",
    Style.DIVISION: "m",
    Style.ARTICLE: "d",
    Style.ANNEX: "a",
}


def read_marker(words: str) -> Marker | None:
    """The marker that opens ``words``; None when none does."""
    if words[1:2].islower() and words[:1] not in _BEFORE_SMALL:
        return None  # a word, as most lines begin with
    return _read(words)


@lru_cache(_REMEMBERED)
def _read(words: str) -> Marker | None:
    sign = words[:1]
    if sign in _SIGNS:
        return _sign(words) if sign else None
    if sign.isdigit() or sign == "(":
        return _labelled(_NUMBERED.match(words))
    if sign in "CPMĐD":
        named = _named(words)
        if named is not None:
            return named
    if words[1:2].islower():
        return None  # a word
    if sign.isupper():
        return _labelled(_ROMAN.match(words))
    return _labelled(_LETTER.match(words)) if sign.islower() else None


def _sign(words: str) -> Marker | None:
    match = _SIGN.match(words)
    return Marker(_STYLES[match.lastgroup], "", match.end()) if match and match.lastgroup else None


def _labelled(match: re.Match[str] | None) -> Marker | None:
    if match is None or match.lastgroup is None:
        return None
    label: str = match[match.lastgroup]
    return Marker(_STYLES[match.lastgroup], label.strip("()./- "), match.end())


def _named(words: str) -> Marker | None:
    match = _NAMED.match(words)
    if match is None:
        return None
    style = next(s for s in _NAMED_STYLES if match.group(s.value) is not None)
    return Marker(style, match.group(_NAMED_STYLES[style]) or "", match.end())
