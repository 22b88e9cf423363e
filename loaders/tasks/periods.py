"""Months, quarters and years as the heads of columns (tháng, quý, năm)."""

import re

_YEAR = re.compile(r"20\d\d(?!\d)")
#: a month, quarter or year as the head of a column: "Tháng 3", "T3", "3"; "Quý I", "I"; "2026"
_MONTH = re.compile(r"(?P<own>(?:tháng|t\.?)\s*)?0?(?P<item>[1-9]|1[0-2])(?:/20\d\d)?", re.I)
_QUARTER = re.compile(r"(?P<own>(?:quý|quí|q\.?)\s*)?(?P<item>I{1,3}|IV|[1-4])(?:/20\d\d)?", re.I)
_ONE_YEAR = re.compile(r"(?:năm\s)?(?P<item>20\d\d)", re.I)


def period_of(name: str, over: str) -> tuple[str, str, str] | None:
    """The time that a column stands for, by its own head and the one over it."""
    told = over.lower()
    year = _YEAR.search(name) or _YEAR.search(over)
    for kind, pattern, words in (("Tháng", _MONTH, ("tháng",)), ("Quý", _QUARTER, ("quý", "quí"))):
        found = pattern.fullmatch(name)
        if found and (found["own"] or any(word in told for word in words)):
            return kind, found["item"].upper(), year[0] if year else ""
    found = _ONE_YEAR.fullmatch(name)
    return ("", found["item"], "") if found else None
