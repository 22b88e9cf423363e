"""The level or place that the last of several organs says for all of them (cấp nói một lần).

"Tỉnh ủy, HĐND, UBND tỉnh An Giang" are three organs of An Giang, "Đảng ủy, HĐND, UBND các xã" three
kinds of organs of all communes, "UBND, Sở Y tế các tỉnh, thành phố" two of all provinces.
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.authorities import by_code, by_name
from graph.words.places import place_pattern
from graph.words.unit_words import listed
from loaders.layout.letters import UPPER
from loaders.units.shared_heads import NamePart

#: what stands between organs that share a level; ";" parts them for good
_SIGN = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*[-–&/]\s*")
#: "Sở Xây dựng | các tỉnh, thành phố": what all before it share
_OF_PROVINCES = re.compile(r"(?P<organ>[^,]+?)\s(?P<level>các t[iỉìíĩị]nh(?:,| và)\s.*)")
#: the level that a committee of the Party says in its own name, as the place behind must say it too
_OWN_LEVEL = (("Tỉnh", ("tỉnh", "Tỉnh")), ("Thành", ("thành phố", "Thành phố", "TP")))


def shared_levels(words: str, parts: Sequence[NamePart]) -> tuple[str, ...]:
    """For each name of a list the level that one after it says; "" where it says its own."""
    levels = [""] * len(parts)
    for at in range(len(parts) - 2, -1, -1):
        here, after = parts[at], parts[at + 1]
        if not _SIGN.fullmatch(words, here.end, after.start):
            continue
        said = levels[at + 1] or _level_of(words[after.start : after.end])
        if said and _takes(words[here.start : here.end], said):
            levels[at] = said
    return tuple(levels)


def _level_of(name: str) -> str:
    """The words of level or place behind an organ that others may share."""
    told = _with_level().match(name) or _OF_PROVINCES.fullmatch(name)
    if told is None or (told.re is _OF_PROVINCES and not _is_of_province(told["organ"])):
        return ""
    return told["level"]


def _takes(name: str, level: str) -> bool:
    """Whether an organ is named without its level, or with the one that the place behind has."""
    if _organ().fullmatch(name):
        return True
    if level.startswith("các tỉnh"):
        return _is_of_province(name)
    own = next((told for first, told in _OWN_LEVEL if name.startswith(f"{first} ")), None)
    if own is None or not _named_place().match(level):
        return False
    return level.startswith(own) and _of_province().fullmatch(name) is not None


def _is_of_province(organ: str) -> bool:
    """Whether each province has an organ of this name."""
    known = by_name(f"{organ} tỉnh") or by_name(organ) or by_code(organ)
    return known is not None and known[0].scope == "province" and known[1] is None


@cache
def _organ() -> re.Pattern[str]:
    return re.compile(rf"{listed('before_level')}(?:\sViệt Nam)?")


@cache
def _of_province() -> re.Pattern[str]:
    return re.compile(rf"{listed('of_province')}")


@cache
def _with_level() -> re.Pattern[str]:
    level = rf"(?i:các|cấp|{place_pattern()})"
    return re.compile(rf"{_organ().pattern}\s(?P<level>{level}(?!\w)(?!\sủy).*)")


@cache
def _named_place() -> re.Pattern[str]:
    return re.compile(rf"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s?[{UPPER}]")
