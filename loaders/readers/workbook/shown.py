"""What a cell shows of the number it holds, by its number format: days, shares, grouped digits.

Numbers are written as offices here print them (1.234.567,5); one without a format keeps its point,
as keys of items do ("1.1"). Formats that offices do not use (fractions, powers of ten) show the
number itself.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

#: formats that a workbook names by number only (ECMA-376, 18.8.30), as they look here
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
#: words in quotes, a sign by itself, a blank as wide as one, colours and languages, days, digits
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|(AM/PM|A/P|yyyy|yy|y|m{1,5}|d{1,4}|h{1,2}|s{1,2})'
    r"|([#0?][#0?,.]*)|(.)",
    re.IGNORECASE | re.DOTALL,
)
_GENERAL = re.compile(r"general", re.IGNORECASE)
#: what no day lies beyond, counted from the first
_LAST_DAY = 2_958_466
_ODD = re.compile(r"[0#?]\s*/\s*[0#?\d]|E[+-]", re.IGNORECASE)

Token = tuple[str, str]  # kind ("words", "day", "digits") and what stands there


def shown(value: str, code: str, *, from_1904: bool = False) -> str:
    """A number as its cell shows it (chữ hiện trong ô)."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    tokens = _tokens(_section(code, number))
    kinds = {kind for kind, _ in tokens}
    if "day" in kinds and 0 <= number < _LAST_DAY:
        return _day(number, tokens, from_1904=from_1904)
    if "digits" not in kinds or "day" in kinds:
        return _plain(number)
    return _counted(number, tokens, signed=";" not in code)


def _section(code: str, number: Decimal) -> str:
    """The part of a format that is for numbers of this sign."""
    parts = code.split(";")
    if number < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if number == 0 and len(parts) > 2 else parts[0]


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[Token, ...]:
    if _GENERAL.search(section) or _ODD.search(section):
        return ()
    found: list[Token] = []
    for quoted, sign, day, digits, other in _TOKEN.findall(section):
        if day:
            found.append(("day", day.lower()))
        elif digits:
            found.append(("digits", digits))
        elif quoted or sign or other:
            found.append(("words", quoted or sign or other))
    return tuple(_day_first(found))


def _day_first(tokens: list[Token]) -> list[Token]:
    """A day as it is said here: where the month is set first, as programs set in English keep the
    short form of a day, none would read it so."""
    days = [at for at, (kind, words) in enumerate(tokens) if kind == "day" and words[0] in "ymd"]
    if [tokens[at][1][0] for at in days] == ["m", "d", "y"]:
        month, day = days[:2]
        tokens[month], tokens[day] = ("day", "dd"), ("day", "mm")
    return tokens


def _plain(number: Decimal) -> str:
    """A number without a format: no more digits than a cell shows."""
    words = f"{number:.10f}".rstrip("0").rstrip(".")
    return "0" if words in ("-0", "") else words


def _counted(number: Decimal, tokens: tuple[Token, ...], *, signed: bool) -> str:
    pattern = next(words for kind, words in tokens if kind == "digits")
    percent = any(kind == "words" and words == "%" for kind, words in tokens)
    whole, _, part = pattern.rstrip(",").partition(".")
    scale = len(pattern) - len(pattern.rstrip(","))  # each leaves out three digits at the end
    number = number * (100 if percent else 1) / Decimal(1000) ** scale
    size = abs(number).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    digits = f"{size:,f}" if "," in whole else f"{size:f}"
    if "." in digits:
        digits = _without_optional(digits, part)
    digits = digits.translate(str.maketrans(",.", ".,"))
    if digits.isdigit():
        digits = digits.zfill(whole.count("0"))
    if not size and "0" not in pattern:  # nothing is shown of it
        digits = ""
    pieces = (words if kind == "words" else digits for kind, words in _once(tokens))
    return ("-" if signed and number < 0 else "") + "".join(pieces).strip()


def _once(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens with the place of the digits once, however a format sets them in groups."""
    seen = False
    for kind, words in tokens:
        if kind == "words" or not seen:
            yield kind, words
        seen = seen or kind == "digits"


def _without_optional(digits: str, part: str) -> str:
    """Digits behind the point without zeros that the format need not show ("0.##")."""
    needed = len(part.rstrip("#?"))
    while digits[-1] == "0" and len(digits.partition(".")[2]) > needed:
        digits = digits[:-1]
    return digits.rstrip(".")


def _day(number: Decimal, tokens: tuple[Token, ...], *, from_1904: bool) -> str:
    days = float(number)
    if from_1904:
        first = datetime(1904, 1, 1)
    else:  # the 29th of February 1900, which never was, is counted
        first = datetime(1899, 12, 31) if days < 60 else datetime(1899, 12, 30)
    day = first + timedelta(seconds=round(days * 86_400))
    half = any(words in ("am/pm", "a/p") for kind, words in tokens if kind == "day")
    pieces: list[str] = []
    for place, (kind, words) in enumerate(tokens):
        minutes = kind == "day" and words[0] == "m" and _is_minute(tokens, place)
        pieces.append(_piece(day, words, minutes=minutes, half=half) if kind == "day" else words)
    return "".join(pieces).strip()


def _is_minute(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether "m" tells minutes: it stands behind hours or before seconds."""
    before = [words for kind, words in tokens[:place] if kind == "day"]
    after = [words for kind, words in tokens[place + 1 :] if kind == "day"]
    return bool(before and before[-1][0] == "h") or bool(after and after[0][0] == "s")


def _piece(day: datetime, words: str, *, minutes: bool, half: bool) -> str:
    if words in ("am/pm", "a/p"):
        return "SA" if day.hour < 12 else "CH"
    hour = (day.hour % 12 or 12) if half else day.hour
    count = day.minute if minutes else {
        "y": day.year % 100 if len(words) < 3 else day.year,
        "m": day.month, "d": day.day, "h": hour, "s": day.second,
    }[words[0]]  # fmt: skip
    return f"{count:0{2 if words[0] == 'y' else min(len(words), 2)}d}"
