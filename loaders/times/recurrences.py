"""How often a time comes back (định kỳ): hằng năm, 02 lần/năm, thường xuyên."""

import re
from functools import lru_cache

from loaders.times.time_words import time_meanings, time_words

#: how often, counted: "06 tháng/lần", "02 năm một lần", "02 lần/năm"
_EVERY = re.compile(
    r"0?(?P<number>[1-9]\d?)\s*(?P<unit>năm|quý|tháng|tuần)\s*(?:/|một|/một|/1|/01|0?1)\s*lần"
    r"|0?(?P<times>[12346])\s*lần\s*(?:/|trong|mỗi|một)\s*(?:một |01 )?năm"
)


@lru_cache(4096)
def recurrence(text: str) -> str | None:
    """The first recurrence that the words name: continuous, on_demand, P1Y …"""
    words = text.lower()
    match = time_words("recurrence").search(words)
    counted = _EVERY.search(words)
    if counted and (match is None or counted.start() < match.start()):
        return _period(counted)
    return time_meanings("recurrence")[match[0]] if match else None


def _period(match: re.Match[str]) -> str:
    """``02 năm một lần`` is P2Y, ``02 lần/năm`` P6M."""
    if match["times"]:
        months = 12 // int(match["times"])
        return "P1Y" if months == 12 else f"P{months}M"
    number, unit = int(match["number"]), match["unit"]
    if unit == "năm":
        return f"P{number}Y"
    if unit == "tuần":
        return f"P{number}W"
    months = number * (3 if unit == "quý" else 1)
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
