"""Markup inside lines: what of ``**``, ``\\-``, ``<sup>``, ``&nbsp;``, ``[…](…)`` is not text.

Files called .txt hold it as often as those called .md, so both are read with the same eyes.
"""

import html
import re
from typing import NamedTuple

from loaders.readers.strands import NEEDY, Edit

#: a line without any of these signs holds no markup
SIGNS = re.compile(r"[*<>&\\\[#]")
#: a line with none of these holds neither markup nor anything to clean but blanks
ODD = re.compile(rf"[*<>&\\\[#{NEEDY}]")
#: every alternative begins with a literal, so that the engine looks for those signs alone
_TAG_END = r"\b[^<>]{0,400}>"
_MARKUP = re.compile(
    r"\*\**"
    rf"|<sup{_TAG_END}\s*[\[(]?(?P<mark>\d{{1,3}}|\*{{1,3}})[\])]?\s*</sup>"
    r"|\[(?P<note>\d{1,3})\](?!\()"
    rf"|</?(?P<block>p|ul|ol|li|br|div|table|tr|td|th|tbody|thead|h[1-6]|center){_TAG_END}"
    rf"|</?(?P<inline>b|i|u|s|em|strong|span|font|a|sub|sup|small|mark|del|ins|o:p){_TAG_END}"
    r"|<!--[^<>]{0,400}-->"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)"
    r"|\[(?P<label>[^\[\]\n]{1,400})\]\((?:https?:|mailto:|#|/|\.)[^)\n]{0,2000}\)"
    r"|&(?:amp|nbsp|lt|gt|quot|apos|#\d{1,6}|#x[0-9A-Fa-f]{1,6});"
    r"|\\(?=[^\w\s])|\\(?=\s*$)"
)
_TOGGLE = re.compile(r"\\\*+|\*\**|</?(?:b|strong|i|em)>")
_LETTER = re.compile(r"[^\W_]")


class Emphasis(NamedTuple):
    """Bold and italics of a line: ``whole`` when no letter stands outside, ``open`` at its end."""

    whole: bool
    open: bool


def edits(raw: str) -> list[Edit]:
    """What goes from ``raw``, and what stands in its place."""
    found: list[Edit] = []
    for match in _MARKUP.finditer(raw):
        start, end = match.span()
        if match.group("label"):
            label = match.start("label")
            found += [(start, label, ""), (match.end("label"), end, "")]
        elif not _starred(raw, start, end):
            found.append((start, end, _instead(match)))
    return found


def note_marks(raw: str) -> list[tuple[int, str]]:
    """The footnote marks of ``raw``: where they end, and what they are."""
    if "[" not in raw and "<sup" not in raw:
        return []
    return [
        (m.end(), m.group("mark") or m.group("note"))
        for m in _MARKUP.finditer(raw)
        if m.group("mark") or m.group("note")
    ]


def emphasis(raw: str, *, opened: bool) -> Emphasis:
    """Whether all of ``raw`` is bold or italic; ``opened``: the line before left it open."""
    if "*" not in raw and "<" not in raw:
        return Emphasis(whole=opened and has_letters(raw), open=opened)
    inside, position, outside = opened, 0, False
    for match in _TOGGLE.finditer(raw):
        if match.group().startswith("\\") or _starred(raw, *match.span()):
            continue
        outside = outside or (not inside and has_letters(raw[position : match.start()]))
        inside = not match.group().startswith("</") if "<" in match.group() else not inside
        position = match.end()
    outside = outside or (not inside and has_letters(raw[position:]))
    return Emphasis(whole=not outside and has_letters(raw), open=inside)


def _starred(raw: str, start: int, end: int) -> bool:
    """Whether the asterisks are themselves text: ``(*)``, ``(**)``, or a factor sign."""
    if raw[start] != "*":
        return False
    around = raw[start - 1 : start] + raw[end : end + 1]
    if around == "()":
        return True
    return around == "  " and raw[start - 2 : start - 1].isdigit()


def _instead(match: re.Match[str]) -> str:
    if match.group().startswith("&"):
        return html.unescape(match.group()).replace("\xa0", " ")
    return " " if match.group("block") else ""


def has_letters(raw: str) -> bool:
    """Whether any sign of ``raw`` is a letter or digit."""
    return _LETTER.search(raw) is not None
