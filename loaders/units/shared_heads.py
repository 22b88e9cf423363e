"""Lists of units that say a first word once: các Sở: A, B; Bộ A, B; UBND tỉnh A, tỉnh B."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph.words.authorities import begins_with, by_name
from graph.words.folding import fold
from graph.words.places import place_pattern, province_of, province_word
from graph.words.unit_words import listed
from loaders.layout.letters import LOWER, UPPER
from loaders.units.heads import begins_unit

_COMMA = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_SIGN = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+)"
_HEAD = re.compile(r"(?:Bộ|Sở) ")
#: the short form of a division
_CODE = rf"[{UPPER}][{UPPER}&-]+"
_NAMES = rf"(?:\s\d{{1,2}}|(?:\s[{UPPER}][^\W\d_]*){{1,4}}(?:\s\d)?)"
_PARTY_PLACE = rf"[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{0,3}}"
_NEXT_COMMITTEE = re.compile(_PARTY_PLACE)
#: "Thuế tỉnh Đồng Nai | , Tây Ninh và Lâm Đồng": further provinces by their names alone
_BARE_PLACE = re.compile(rf"[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)*")
_BARE_PLACES = re.compile(rf"(?:{_SIGN}{_BARE_PLACE.pattern})+")
_LONGEST_NAME = 160  # characters


class NamePart(NamedTuple):
    """A name at ``start``..``end`` of the words; ``prefix`` is said once before several."""

    start: int
    end: int
    prefix: str = ""


def bare_names_end(words: str, start: int, end: int, head: str) -> int | None:
    """Where the known names end that share one head word; None where none stands."""
    stop, at = None, start
    while at < end:
        found = begins_with(f"{head.capitalize()} {words[at : min(end, at + _LONGEST_NAME)]}")
        if found is None or found[2] <= len(head) + 1:
            return stop
        stop = at + found[2] - len(head) - 1
        sign = _COMMA.match(words, stop, end)
        if sign is None or other_unit(words, sign.end(), end, head.capitalize() + " "):
            return stop
        at = sign.end()
    return stop


def other_unit(words: str, at: int, end: int, prefix: str) -> bool:
    """Whether a unit of its own begins at ``at``; "Công an" among the ministries is one of them."""
    if not begins_unit(words, at):
        return False
    sign = _COMMA.search(words, at, end)
    part = words[at : sign.start() if sign else end]
    own, told = begins_with(part), begins_with(prefix + part[:_LONGEST_NAME])
    return told is None or told[2] - len(prefix) < (own[2] if own else 1)


def bare_names(words: str, start: int, end: int, prefix: str) -> Iterator[NamePart]:
    """``Tài chính, Văn hóa, Thể thao và Du lịch`` after "các Sở:": the longest known names."""
    other = next(
        (m for m in _COMMA.finditer(words, start, end) if other_unit(words, m.end(), end, prefix)),
        None,
    )
    if other:
        yield from bare_names(words, start, other.start(), prefix)
        yield NamePart(other.end(), end)
        return
    at = start
    while at < end:
        stops = [m.start() for m in _COMMA.finditer(words, at, end) if m.start() > at] + [end]
        known = [s for s in stops if by_name(prefix + words[at:s].strip(" ."))]
        stop = known[-1] if known else stops[0]
        yield NamePart(at, stop, prefix)
        sign = _COMMA.match(words, stop, end)
        at = sign.end() if sign else end


def shared_names(words: str, start: int, end: int) -> list[NamePart]:
    """A known name and those after it that leave its first word out; nothing where none do.

    ``Bộ Xây dựng, Khoa học và Công nghệ``; ``UBND thành phố Hà Nội, thành phố Huế``; a province
    after an organ of the country (``Bộ Tài chính, thành phố Đà Nẵng``) stands for itself.
    """
    if _only_places().fullmatch(words, start, end):
        return [NamePart(p.start(), p.end()) for p in _next_place().finditer(words, start, end)]
    if codes := _codes().fullmatch(words, start, end):
        found = list(_next_code().finditer(words, codes.end("head"), end))
        if any(by_name(code[0]) for code in found):
            return []  # "Cục KSTTHC, VPCP"
        first = NamePart(start, found[0].end())
        return [first, *(NamePart(c.start(), c.end(), codes["head"]) for c in found[1:])]
    if local := organ_of_places().fullmatch(words, start, end):
        found = list(_next_local().finditer(words, local.end("organ"), end))
        first = NamePart(start, found[0].end())
        return [first, *(NamePart(p.start(), p.end(), local["organ"]) for p in found[1:])]
    party = committees().fullmatch(words, start, end)
    if party and ("," in party[0] or " và " in party[0]):
        found = list(_NEXT_COMMITTEE.finditer(words, party.end("organ"), end))
        first = NamePart(start, found[0].end())
        return [first, *(NamePart(p.start(), p.end(), party["organ"]) for p in found[1:])]
    known = begins_with(words[start : min(end, start + _LONGEST_NAME)])
    if known is None or start + known[2] >= end:
        return []
    stop = start + known[2]
    if head := _HEAD.match(words, start, end):
        sign = _COMMA.match(words, stop, end)
        if sign and bare_names_end(words, sign.end(), end, head[0].strip()) == end:
            return [NamePart(start, stop), *bare_names(words, sign.end(), end, head[0])]
    organ = _of_place().fullmatch(words, start, stop) if known[1] else None
    bare = organ is not None and _BARE_PLACES.fullmatch(words, stop, end)
    if not bare and not _places().fullmatch(words, stop, end):
        return []
    places = list((_BARE_PLACE if bare else _next_place()).finditer(words, stop, end))
    if not all(province_of(fold(place[0])) for place in places):
        return []
    prefix = (organ["organ"] if organ else "") + ("tỉnh " if bare else "")
    return [NamePart(start, stop), *(NamePart(p.start(), p.end(), prefix) for p in places)]


def division_names(words: str) -> list[NamePart]:
    """Each of several divisions by name; none where "và" may stand in one name or between two."""
    many = divisions().fullmatch(words)
    if many is None:
        return []
    head = many["head"].capitalize() + " "
    spans = [m.span() for m in re.finditer(r"[^,\s][^,]*", words[many.start("names") :])]
    names = [NamePart(a + many.start("names"), b + many.start("names"), head) for a, b in spans]
    told = (words[part.start : part.end] for part in names)
    sure = (" và " not in name or by_name(f"Sở {name}") for name in told)
    return names if all(sure) else []


@cache
def shared_head() -> re.Pattern[str]:
    """A head word said once: "Giám đốc các Sở: Nội vụ, Tư pháp", "các Bộ: Công an, Quốc phòng"."""
    return re.compile(
        rf"(?:{listed('chief')} )?[Cc]ác (?P<head>[Ss]ở|[Bb]ộ)(?:,? (?:ban, )?ngành)?"
        rf"(?:\s*:\s*|\s+(?=[{UPPER}]))"
    )


@cache
def divisions() -> re.Pattern[str]:
    """Divisions of one kind before a colon: "Các phòng Thanh tra thuế, Kiểm tra thuế:"."""
    name = rf"[{UPPER}][{LOWER}]+(?:\s(?:-\s)?[^\W\d_]+)*"
    kind = "(?P<head>phòng|vụ|khoa|chi cục)"
    return re.compile(rf"[Cc]ác {kind}\s(?P<names>{name}(?:,\s{name})+)(?=\s*(?::|$))")


@cache
def organ_of_places() -> re.Pattern[str]:
    """One organ of several places: "UBND xã A, phường B và đặc khu C".

    A larger one behind a smaller says where that lies ("UBND xã A, huyện B").
    """
    organ = rf"(?:(?:Chủ tịch|Lãnh đạo) )?(?:{listed('people')}|Công an|Đảng ủy) "
    small, large = _small(), _large()
    places = rf"(?:{small}(?:{_SIGN}{small})+|{large}(?:{_SIGN}{large})+)"
    above = rf",\s(?:Thành phố|{place_pattern('district', 'province')})\s[{UPPER}]"
    return re.compile(rf"(?P<organ>{organ}){places}(?!\w)(?!{above})")


@cache
def office_of_both() -> re.Pattern[str]:
    """The office that serves both: "Văn phòng HĐND và UBND huyện", "VP HĐND-UBND"."""
    place = rf"(?:Thành phố|{place_pattern()}){_NAMES}?"
    return re.compile(
        r"(?:(?:Chánh )?Văn phòng|VP)\s?(?:HĐND|Hội đồng nhân dân)"
        rf"(?:\s?[-–&,]\s?|\s(?:và|với)\s){listed('people')}(?:\s{place}(?!\w))?"
    )


@cache
def committees() -> re.Pattern[str]:
    """Committees of the Party by their places: "Huyện ủy Ba Bể, Chợ Đồn"."""
    organ = r"(?:Bí thư )?(?:Tỉnh|Thành|Huyện|Thị|Quận) (?:ủy|uỷ) "
    other = rf"(?!{listed('first_word')}(?!\w))"
    more = rf"(?:,| và) {other}{_PARTY_PLACE}(?=[,.;:]|\s[{LOWER}]|$)"
    return re.compile(rf"(?P<organ>{organ})(?!Việt Nam){_PARTY_PLACE}(?:{more})*")


@cache
def _codes() -> re.Pattern[str]:
    """Divisions by their short forms: "Phòng KHTH, CNTT và TCHC", "Phòng GD và ĐT"."""
    code = _next_code().pattern
    return re.compile(rf"(?P<head>(?:Phòng|Khoa|Ban|Vụ|Cục)\s){code}(?:{_SIGN}{code})*")


@cache
def _next_code() -> re.Pattern[str]:
    return re.compile(rf"{_CODE}(?:\svà\s(?:{listed('second_field')})(?!\w))?")


@cache
def _small() -> str:
    return rf"{place_pattern('commune')}{_NAMES}"


@cache
def _large() -> str:
    return rf"(?:Thành phố|{place_pattern('district')}){_NAMES}"


@cache
def _next_local() -> re.Pattern[str]:
    return re.compile(rf"{_small()}|{_large()}")


@cache
def _place() -> str:
    return rf"{province_word()}\s?[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)*"


@cache
def _next_place() -> re.Pattern[str]:
    return re.compile(_place())


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"(?:{_SIGN}{_place()})+")


@cache
def _only_places() -> re.Pattern[str]:
    return re.compile(rf"{_place()}(?:{_SIGN}{_place()})+")


@cache
def _of_place() -> re.Pattern[str]:
    return re.compile(rf"(?P<organ>.+?\s){_place()}$")
