"""How far a name reaches beyond what is listed or begun: levels, regions, communes by name (cấp).

"Công an các xã, phường", "Kho bạc Nhà nước khu vực XIII", "UBND các xã: Hướng Phùng, Khe Sanh".
"""

import re
from functools import cache

from graph.words.places import place_pattern, place_words
from graph.words.unit_words import listed
from loaders.layout.letters import LOWER, UPPER
from loaders.units.heads import begins_unit

_CAPITAL = rf"[{UPPER}][^\W\d_]*"
#: "BHXH tỉnh | , thành phố": those of both kinds of level
_OTHER_KIND = re.compile(
    rf"(?:(?<=\stỉnh),\sthành phố|(?<=\sxã),\s(?:phường|đặc khu))(?!\w)(?!\s[{UPPER}])"
)
_LONGEST_LEVEL = 16  # characters
_PLACE = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
#: "các phường Tân An, Cái Khế và xã Nhơn Ái": the first place and each after it
_FIRST_PLACE = re.compile(rf"\s?:?\s(?={_PLACE})")
_ONE_PLACE = re.compile(_PLACE)
#: "UBND các xã: Hướng Phùng, Khe Sanh": two places at least, no words of a sentence
_TOLD_PLACE = rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}"
_TOLD_PLACES = re.compile(
    rf":\s{_TOLD_PLACE}(?:(?:,|\svà)\s{_TOLD_PLACE})+(?=\s[{LOWER}]|[.;:,]|$)"
)
_NAMED_AREA = rf"(?:\s(?:khu vực|vùng|miền))?(?:\s{_CAPITAL}){{2,4}}"


def level_end(content: str, at: int, end: int) -> int:
    """Where the words of level or region end that follow a name; ``at`` where none do."""
    after = _after().match(content, at, end) or _named_level().match(content, at, end)
    last = after.end() if after else at
    if _is_after_level(content, last):
        after = _more_levels().match(content, last, end) or after
    after = after or _OTHER_KIND.match(content, at, end)
    return places_end(content, after.end() if after else at, end)


def region_end(content: str, at: int, end: int) -> int | None:
    """Where it ends which of many provinces are meant; None where nothing tells.

    "UBND các tỉnh, thành phố | ven biển từ Thanh Hóa đến Khánh Hòa và các tỉnh Tây Nguyên".
    """
    region = _region().match(content, at, end)
    return region.end() if region and region[0] else None


def places_end(content: str, at: int, end: int) -> int:
    """Where the communes end that are named after "các xã, phường"; ``at`` where none are."""
    if not _is_after_level(content, at):
        return at
    sign = _FIRST_PLACE.match(content, at, end)
    while sign and not begins_unit(content, sign.end()):
        place = _ONE_PLACE.match(content, sign.end(), end)
        if place is None:
            break
        at = place.end()
        sign = _next_place().match(content, at, end)
    return at


def told_places_end(content: str, at: int, end: int) -> int:
    """Where the communes end that "các xã:" names behind its colon; ``at`` without any."""
    told = _TOLD_PLACES.match(content, at, end) if _is_after_level(content, at) else None
    return told.end() if told else at


def ends_with_level(content: str, start: int, end: int) -> int | None:
    """Where the first word of a level ends that other words in small letters follow."""
    found = _last_level().search(content, start, end)
    return found.end() if found else None


def _is_after_level(content: str, at: int) -> bool:
    """Whether "các xã", "cấp tỉnh" stands right before ``at``."""
    return _level_before().search(content[max(0, at - _LONGEST_LEVEL) : at]) is not None


@cache
def _level() -> str:
    """A word for a level, in small letters or with a capital, which begins no Party committee."""
    lower = (row.words for row in place_words() if "province" not in row.scopes)
    capital = "|".join(word.capitalize() for word in lower)
    return rf"(?:{place_pattern()}|(?:{capital})(?!\s(?:ủy|uỷ|đoàn|hội)))"


@cache
def _levels() -> str:
    """One level or several, which no place by name follows ("các xã, phường", "cấp xã")."""
    more = rf"(?:(?:\s?[,/]\s?|\svà\s){_level()})"
    return rf"(?:(?:các|cấp)\s)?{_level()}{more}*(?!\w)(?!\s[{UPPER}])"


@cache
def _after() -> re.Pattern[str]:
    """ "các xã, phường", "khu vực XIII"; a place by name belongs to the name itself."""
    return re.compile(
        rf"\s(?:(?:[Kk]hu vực\s(?:[IVX]+|\d{{1,2}})|các [Kk]hu vực"
        r"|các (?:ngành, (?:các )?cấp|cấp(?:, (?:các )?ngành)?))(?!\w)"
        rf"(?:(?<=các cấp)\s(?:tỉnh|thành phố)(?:\s{_CAPITAL}){{1,4}})?"
        rf"|cơ sở(?:\s(?:\d{{1,2}}|{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}))?(?!\w)"
        rf"|Đảng ủy(?!\s(?:[UCQ]|các))(?:\s{_level()}(?:\s{_CAPITAL}){{0,3}})?|{_levels()})"
    )


@cache
def _named_level() -> re.Pattern[str]:
    """ "Đảng ủy các phường | Thuận Hóa, Phú Xuân"."""
    return re.compile(rf"\scác\s{_level()}(?=\s[{UPPER}])")


@cache
def _more_levels() -> re.Pattern[str]:
    """ "… các xã" goes on ", phường và đặc khu"."""
    return re.compile(rf"(?:(?:\s?[,/]\s?|\svà\s)(?:{_level()}|thị|thành)(?!\w))+(?!\s[{UPPER}])")


@cache
def _level_before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:[Cc]ác|cấp)\s{_level()}$")


@cache
def _next_place() -> re.Pattern[str]:
    return re.compile(rf"(?:,|\svà)\s(?:{_level()}\s)?(?={_PLACE})")


@cache
def _last_level() -> re.Pattern[str]:
    """A level that ends a name before what the unit does: "Trung tâm … tỉnh | giám sát"."""
    level = rf"{place_pattern()}(?<!tác xã)(?! hội| viên)"
    return re.compile(rf"\s(?:{level}|[IVX]+)(?=\s[{LOWER}])")


@cache
def _region() -> re.Pattern[str]:
    """What kind of provinces, from where to where, and those of another region."""
    return re.compile(
        rf"(?:(?:(?<=có biên giới)|\scó (?:chung )?đường biên giới)(?: đất liền)?"
        rf"\s(?:giáp|với) {_PLACE}(?:(?:,|\svà)\s{_PLACE})*)?"
        rf"(?:(?:\s(?:(?:thuộc )?(?:khu vực|vùng)\s)?{listed('area')})+(?!\w))?"
        rf"(?:\stừ\s{_PLACE}\s(?:đến|tới|trở (?:vào|ra)(?: đến)?)(?:\s{_PLACE})?)?"
        rf"(?:(?<=\w)(?:,|\svà)\s(?:các tỉnh{_NAMED_AREA}|khu vực{_NAMED_AREA}))*"
    )
