"""A division named with its ministry (Cục Viễn thông, Bộ Khoa học và Công nghệ)."""

import re
from functools import cache

from graph.words.authorities import Authority, begins_with, by_name
from graph.words.unit_words import listed

#: a division that only ministries have (cục, vụ thuộc bộ), no place in its name
_CENTRAL = re.compile(
    r"\s*(?:Cục|Vụ|Tổng cục)\s(?:(?!tỉnh|thành phố|[Kk]hu vực)[^,;/\n])+?(?=\s*[,/]|\s+-\s)"
)
_ENTRY_END = re.compile(r"[\s.]*(?:$|[;\n])")
_LONGEST_NAME = 160  # characters


def is_of_ministry(words: str, start: int, sign: re.Match[str], own: Authority | None) -> bool:
    """Whether the name from ``start`` to the sign is a division of the ministry that follows.

    One that is known must be that ministry's. One that is not is where a stroke or a lone dash ties
    the two or they are the whole entry (";" parts entries), and without a stroke never in the
    documents of another ministry: there "Vụ Pháp chế, Bộ Tư pháp" may be two.
    """
    if not _ministry().match(words, sign.end()):
        return False
    division = _CENTRAL.match(words, start)
    if division is None or division.end() != sign.start():
        return False
    named = begins_with(words[sign.end() : sign.end() + _LONGEST_NAME])
    if named is None or named[0].scope != "national":
        return False
    if known := by_name(division[0].strip()):
        return known[0].parent == named[0].id
    if "/" in sign.group():
        return True  # Cục Kinh tế/Bộ Quốc phòng
    if own is not None and own is not named[0] and own.name.startswith("Bộ "):
        return False
    if "-" in sign.group():
        return words.count(" - ") == 1 and not words.lstrip().startswith("-")
    whole = _ENTRY_END.match(words, sign.end() + named[2])
    return bool(whole) and words[:start].rstrip(" ")[-1:] in ("", ";", "\n")


@cache
def _ministry() -> re.Pattern[str]:
    """A ministry, or an organ of that rank which has divisions (Cục KSTTHC, VPCP)."""
    return re.compile(rf"Bộ\s(?!Chỉ huy|Tư lệnh|đội)|{listed('holder')}(?!\w)")
