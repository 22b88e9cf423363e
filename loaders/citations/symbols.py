"""Số, ký hiệu: where a number and a symbol stand together, before anything is said of them.

``996/QĐ-TTg``, ``24/2014/NĐ-CP``, ``38-CT/TW``, ``2784/SCT-QLCN``, ``64/CP``, ``121-NV``; blanks
and line feeds around the signs are tolerated, and what they tear apart is joined again.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.words.symbols import full_number, is_assembly, read_symbol
from loaders.mentions import Span

#: a part of a symbol: "QĐ", "TTg", "SNV", "CTrHĐ", "GD&ĐT", "QH15", a scanner's "cP"; what follows
#: may be glued to it (ngày, của); what a Party office keeps to itself ends with "nb" (nội bộ)
_END = r"(?:(?=ng[àa]y\s|của\s)|(?![^\W_]|&))"
_PART = rf"[A-ZĐƯƠÔÊÂĂ][A-Za-zĐđƯưƠơÔôÊêÂâĂă0-9&]*?{_END}"
_LATER = rf"(?:{_PART}|c[Pp]{_END}|nb{_END})"
#: "1.278" is 1278; "66.5/2025/NQ-CP" is of the series 66
_NUMBER = r"[0-9](?<!\d\d)\d{0,5}+[a-zA-Z]?+(?:\.\d{3}|\.\d{1,2}(?=/20\d\d/))?"
_AT_FIRST = re.compile(_NUMBER)
_ANCHOR = re.compile(
    rf"{_NUMBER}\s{{0,2}}"
    r"(?:(?P<slash>[/⁄]{1,2})\s{0,2}(?:(?P<year>(?:19|20)\d\s?\d)\s{0,2}[/⁄-]\s{0,2})?|(?P<dash>[-–])\s{0,2}"
    r"|(?P<blank>\s)(?=[A-ZĐ][A-Za-zĐ]{0,4}\s?[/-]\s?[A-ZĐ]))"
    rf"(?P<symbol>{_PART}(?:(?:(?:\s{{0,2}}[-–/]){{1,2}}\s{{0,2}}|\s?\.(?=[A-ZĐ]{{2}}|[A-ZĐ]\d|C[Pp](?!\w))"
    rf"|\s&\s?(?=[A-ZĐ]{{2}})){_LATER}){{0,5}})"
)
#: "công văn số 25-2303/PBHC-KD": a company numbers its letters in two parts
_TWO_PARTS = re.compile(r"[^\W\d_]\s(?:số|SỐ)\s(?P<digits>\d{1,4}-)\Z")
#: a year after the symbol: the code of a form (05-TT/SHTT/2020)
_FORM_YEAR = re.compile(r"/(?:19|20)\d\d")
#: organs whose symbol has a figure of its own: of a department (NHNN7), of a term (HĐNN8)
_NUMBERING = ("nhnn", "hdnn")
_JOINT = re.compile(r"\s*([-–/.&])(?:\s*[-–/])?\s*")
_NOTED = re.compile(r"[^\W\d](?P<mark>\d{1,2})$")
#: "Nghị định số 11 8/2008/NĐ-CP": after a kind and "số" only
_TORN = re.compile(r"[^\W\d_]\s(?:số|SỐ|s[éếôốoó])\s(?P<digits>\d{1,3})\s\Z")
#: "Thông tư số 75 TC/TCT": a blank for the stroke, after a kind and "số" only
_SAID = re.compile(r"[^\W\d_]\s(?:số|SỐ)\s?:?\s?\Z")
#: "TTBNN MT ngày": the end of a code behind a blank
_TORN_CODE = re.compile(r"\s(?P<rest>[A-ZĐ&]{1,5})(?=\s(?:ngày|của)\s)")
#: "công văn số 06/CV NET 2023 ngày": a company's code with the year behind it
_CODE_YEAR = re.compile(r"(?P<rest>(?:\s[A-ZĐ&]{2,8})?\s(?:19|20)\d\d)(?=\s+ngày\s)")
#: "NQ-HĐND K13 ngày": the term of a council; "03-SL/76 ngày": the year of an old decree
_TERM = re.compile(r"(?P<rest>\sK\d{1,2}|(?<=SL)/\d\d)(?=\s+ngày\s)")
_WIDE = re.compile(r"\s[-–/]\s")
#: what only a symbol stands before
_GOES_ON = re.compile(r"\s?(?:ngày|NGÀY|của|V/v|v/v)\s")


class SymbolMention(NamedTuple):
    """A number with its symbol (số, ký hiệu). ``number`` keeps the year: "61/2018"."""

    span: Span
    number: str
    symbol: str
    year: int | None
    dashed: bool  # "38-CT/TW", "121-NV": a hyphen after the number


def find_symbols(content: str) -> Iterator[SymbolMention]:
    """Every number with a symbol, in order; whether it names a document is not yet decided."""
    for match in _ANCHOR.finditer(content):
        start = match.start()
        dashed = start and content[start - 1] == "-"
        two = _TWO_PARTS.search(content, max(0, start - 24), start) if dashed else None
        if start and two is None and not _free(content, start):
            continue
        if _FORM_YEAR.match(content, match.end()):
            continue
        if match["blank"] and not _SAID.search(content, max(0, start - 12), start):
            continue
        mention = _mention(match)
        if mention is not None and two is not None:
            yield _begun(mention, two)
        elif mention is not None:
            yield _whole(content, mention)


def _free(content: str, start: int) -> bool:
    """Whether the number stands by itself, or glued to "số" alone ("số31-QĐ/TW")."""
    before = content[max(0, start - 2) : start]
    if before[-1] == ":":
        return not before[0].isdigit()  # QCVN 01:2009/BYT
    return not (before[-1].isalnum() or before[-1] in "/-.,_") or before.lower() == "số"


def _mention(match: re.Match[str]) -> SymbolMention | None:
    end = _narrow_end(match)
    symbol = _JOINT.sub(_joint, match.string[match.start("symbol") : end])
    note = _note_mark(symbol)
    symbol, end = symbol[: len(symbol) - note], end - note
    number = _AT_FIRST.match(match.group())
    if number is None:
        return None
    year = "".join((match["year"] or "").split())
    printed = full_number(number.group(), year)
    return SymbolMention(
        Span(match.start(), end), printed, symbol, int(year) if year else None, bool(match["dash"])
    )


def _joint(joint: re.Match[str]) -> str:
    return joint[1].replace("–", "-")


def _narrow_end(match: re.Match[str]) -> int:
    """Where the symbol ends: before a hyphen between blanks that parts it from what comes next.

    "2784/SCT - QLCN ngày" is one symbol, "2784/SCT - UBND tỉnh" is not.
    """
    symbol = match["symbol"]
    for wide in () if _GOES_ON.match(match.string, match.end()) else _WIDE.finditer(symbol):
        before = read_symbol(symbol[: wide.start()])
        if before.abbreviation is None or before.code:
            return match.start("symbol") + wide.start()
    return match.end()


def _whole(content: str, mention: SymbolMention) -> SymbolMention:
    """The mention with what a scanner tore off: the first digits, the end of the code."""
    code = _TORN_CODE.match(content, mention.span.end)
    whole = f"{mention.symbol}{code['rest']}" if code else ""
    if code and read_symbol(whole).organ is not None:
        mention = mention._replace(span=Span(mention.span.start, code.end()), symbol=whole)
    dated = _CODE_YEAR.match(content, mention.span.end)
    if dated and read_symbol(mention.symbol).organ is None:
        printed = mention.symbol + "".join(dated["rest"].split())
        mention = mention._replace(span=Span(mention.span.start, dated.end()), symbol=printed)
    if term := _TERM.match(content, mention.span.end):
        printed = mention.symbol + term["rest"].strip()
        mention = mention._replace(span=Span(mention.span.start, term.end()), symbol=printed)
    if mention.year is None:
        return mention
    torn = _TORN.search(content, max(0, mention.span.start - 24), mention.span.start)
    return mention if torn is None else _begun(mention, torn)


def _begun(mention: SymbolMention, first: re.Match[str]) -> SymbolMention:
    """The mention with the digits that stand before it."""
    span = Span(first.start("digits"), mention.span.end)
    return mention._replace(span=span, number=first["digits"] + mention.number)


def _note_mark(symbol: str) -> int:
    """How many digits of a footnote mark are glued to the symbol of a national organ (NĐ-CP2)."""
    noted = _NOTED.search(symbol)
    if noted is None or is_assembly(symbol):
        return 0
    parts = read_symbol(symbol)
    known = parts.organ is not None and parts.organ.scope in ("national", "party")
    known = known and parts.organ is not None and parts.organ.id not in _NUMBERING
    glued = parts.abbreviation is not None and parts.code.endswith(noted["mark"])
    return len(noted["mark"]) if known and glued else 0
