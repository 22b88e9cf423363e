"""How far a list of units reaches in a sentence (cụm từ chỉ cơ quan)."""

import re
from functools import cache

from graph.words.authorities import begins_with
from graph.words.folding import fold
from graph.words.places import place_pattern, province_of
from graph.words.unit_words import listed, unit_words
from loaders.layout.letters import LOWER, UPPER
from loaders.units.branches import before_level, branches
from loaders.units.collectives import (
    bare_units,
    collective,
    collective_in_capitals,
    longest_collective,
    others,
)
from loaders.units.deeds import act_after, verb
from loaders.units.heads import begins_unit, brand_pattern, head_pattern, in_capitals, numbered
from loaders.units.levels import (
    level_end,
    places_end,
    region_end,
    told_places_end,
)
from loaders.units.persons import after_person
from loaders.units.shared_heads import (
    bare_names_end,
    committees,
    divisions,
    office_of_both,
    organ_of_places,
    shared_head,
)
from loaders.units.unlisted import unlisted_end

_JOINT = re.compile(r"\s*(?:,|;|và|VÀ|hoặc|cùng với|cùng)\s+(?:(?:và|với)\s+)?")
#: "Sở Nội vụ (Ban Thi đua), các ngành": an aside before the next unit
_PAREN_JOINT = re.compile(r"\s*\([^(),;]{1,80}\)(?:[,;]| và)\s(?:và\s)?")
_COMMA = re.compile(r",\s+")
_LONGEST_TAIL = 30  # characters after a bare noun that still belong to the name
_LONGEST_NAME = 160  # characters in which the name of one unit must end
_CAPITALS = rf"[{UPPER}]"
_PLACE = rf"{_CAPITALS}[^\W\d_]+(?:\s{_CAPITALS}[^\W\d_]+)*"
#: "các tỉnh: Gia Lai, Đắk Lắk và Lâm Đồng": a place by name
_PLACES = re.compile(rf"(?:\s*:\s+|,\s+|\s+và\s+)(?P<place>{_PLACE})")
_OF_PLACES = re.compile(r"(?:tỉnh|thành phố)(?: trực thuộc [Tt]rung ương)?$")
_OF = re.compile(r"\s+(?:trực thuộc|thuộc|của)\s+")
#: a code after a known name makes it another's: "Cục thuế DNL"
_CODE = re.compile(rf"\s(?:{_CAPITALS}{{2,6}}(?![\w-])|doanh nghiệp lớn(?!\w))")
#: "Sở Thương mại | - Du lịch": a second field of old departments
_SECOND = re.compile(rf"(?<!\d)\s?[-–]\s?(?=[{UPPER}][{LOWER}])(?!Cơ quan|Đơn vị|Trưởng|Phó|Chủ)")
_WORD = re.compile(r"\s\w+")
_SENTENCE_END = re.compile(r"[.;:()“”\"\n](?<!TP\.)")
_PROVINCE = re.compile(rf"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s(?P<name>{_PLACE})(?![\w-])")
#: "các Công ty TNHH MTV khai thác công trình thủy lợi"
_COMPANIES = re.compile(rf"[Cc]ác [Cc]ông ty(?=\s{_CAPITALS})")
_SIGN = re.compile(r"[.,;:()“”\"\n]|$")
#: "các | Trung tâm Y tế huyện": a name in capitals behind "các"
_SEVERAL = re.compile(rf"[Cc]ác\s(?=[{UPPER}][{LOWER}])")
#: "các Cục Hải quan tỉnh | , thành phố", "các Chi cục Thuế | khu vực"
_OF_KIND = re.compile(
    r"(?:(?:(?<=\stỉnh)|(?<=\shuyện))(?:,| và) (?:thị xã,? |quận,? |và )*thành phố"
    rf"|\s(?:khu vực|cửa khẩu|tuyến biển|trong (?:tỉnh|thành phố|huyện)))(?!\w)(?!\s[{UPPER}])"
)


def phrase_end(content: str, start: int, end: int, *, bare: bool = False) -> int | None:
    """Where the list of units that begins at ``start`` ends; None when none begins there.

    ``bare``: only units can stand here, so that "doanh nghiệp, viện nghiên cứu" without "các" and
    "Công an" without a place are units too.
    """
    at = _unit_end(content, start, end, bare=bare)
    if at is None:
        return None
    while joint := _JOINT.match(content, after_person(content, at, end), end) or _PAREN_JOINT.match(
        content, at, end
    ):
        after = _unit_end(content, joint.end(), end, bare=bare)
        if after is None and (rest := others().match(content, joint.end(), end)):
            after = rest.end()
        if after is None:
            break
        at = after
    return after_person(content, at, end)


def begins_force(content: str, at: int) -> bool:
    """Whether a force stands at ``at`` that is called so without its place ("Mặt trận")."""
    return _force().match(content, at) is not None


def _unit_end(content: str, start: int, end: int, *, bare: bool = False) -> int | None:
    """Where the one unit that begins at ``start`` ends."""
    if bare and (force := _force().match(content, start, end)):
        return force.end()
    if in_capitals(content, start) and (many := collective_in_capitals(content, start, end)):
        return many
    single = _single_end(content, start, end)
    return _bare_end(content, start, end) if single is None and bare else single


def _bare_end(content: str, start: int, end: int) -> int | None:
    """Where units named in small letters end: before the next sign, joint or word of doing."""
    loose = bare_units().match(content, start, end)
    if loose and not loose[0].endswith(unit_words("general_noun")):
        return loose.end()
    loose = loose or head_pattern().match(content, start, end)
    if loose is None:
        return None
    stops = [_SIGN.search(content, loose.end(), end), verb().search(content, loose.end(), end)]
    stops.append(_JOINT.search(content, loose.end(), end))
    word = _WORD.match(content, loose.end(), end)
    stops.append(act_after(content, word.end(), end) if word else None)
    stop = min((found.start() for found in stops if found), default=end)
    if loose[0] in unit_words("crowd"):
        act = act_after(content, loose.end(), end)
        if loose.end() in (stop, act and act.start()):
            return None  # "Phân công lực lượng | trực tại các nút giao"
    return stop if stop - loose.end() <= _LONGEST_TAIL else None


def _single_end(content: str, start: int, end: int) -> int | None:
    if brand := brand_pattern().match(content, start, end):
        known = _known(content, start, end)
        return level_end(content, max(brand.end(), known or start), end)
    if (place := _PROVINCE.match(content, start, end)) and province_of(fold(place["name"])):
        return place.end()  # "tỉnh Tây Ninh", "Thành phố Hồ Chí Minh" for those who govern it
    if shared := _shared_end(content, start, end):
        return shared
    positions = shared_head().match(content, start, end)
    if positions and (stop := bare_names_end(content, positions.end(), end, positions["head"])):
        return stop
    group = longest_collective(content, start, end)
    head = head_pattern().match(content, start, end)
    known = _known(content, start, end) if head or in_capitals(content, start) else None
    longer = group is not None and group.end() > (known or start)
    last = group.end() if group and longer else known
    if last is None and head:
        companies = _COMPANIES.match(content, start, end)
        last = unlisted_end(content, start, (companies or head).end(), end)
    if (several_of_one := _several_end(content, start, end) or start) > (last or start):
        return several_of_one
    if head and last and (many := _of_many(content, head.end(), last, end)):
        last = max(last, many)  # "Thanh tra các bộ, ngành, địa phương"
    if last and (both := _both_end(content, last, end)):
        return both
    if group and longer and content.startswith(":", group.end()):
        stop = _after_places(content, group.end(), end)
        return stop if stop > group.end() else told_places_end(content, stop, end)
    if group and longer and (tail := _tail().match(content, group.end(), end)):
        last = tail.end() if group[0].endswith(unit_words("open_noun")) else last
    if last is None:
        return None
    return _reach(content, last, end, many=bool(group and longer))


def _shared_end(content: str, start: int, end: int) -> int | None:
    """Where several units end that say a word of their names once."""
    for several in (
        numbered,
        office_of_both,
        organ_of_places,
        divisions,
        committees,
        branches,
        before_level,
    ):
        if shared := several().match(content, start, end):
            return shared.end()
    return None


def _reach(content: str, last: int, end: int, *, many: bool) -> int:
    """How far a name reaches behind ``last``: its region, the unit it belongs to, its level."""
    if many and (region := region_end(content, last, end)):
        return region
    within = _OF.match(content, last, end)
    above = _owner(content, within.end(), end) if within else None
    return above or (places_end if many else level_end)(content, last, end)


def _both_end(content: str, last: int, end: int) -> int | None:
    """Where the second organ of one office ends: "Văn phòng HĐND | &UBND huyện"."""
    joined = content.startswith(("&", "-UBND"), last)
    return _unit_end(content, last + 1, end) if joined else None


def _several_end(content: str, start: int, end: int) -> int | None:
    """Where several organs of one name end, as that name does: "các | Trung tâm Y tế huyện"."""
    several = _SEVERAL.match(content, start, end)
    named = several and head_pattern().match(content, several.end(), end)
    if several is None or named is None:
        return None
    one = _single_end(content, several.end(), end)
    kind = _OF_KIND.match(content, one, end) if one else None
    return kind.end() if kind else one


def _of_many(content: str, head: int, last: int, end: int) -> int | None:
    """Where the collective ends that a name ends with: "Thanh tra | các bộ, ngành, địa phương"."""
    many = content.rfind(" các ", head, min(end, last + 1))
    group = collective().match(content, many + 1, end) if many >= 0 else None
    return group.end() if group and group.end() >= last else None


def _owner(content: str, start: int, end: int) -> int | None:
    """Where the listed unit ends that another belongs to; None where none begins."""
    begins = head_pattern().match(content, start, end) or in_capitals(content, start)
    return _known(content, start, end) if begins else None


def _after_places(content: str, start: int, end: int) -> int:
    """Where the provinces end that a collective names after a colon; ``start`` without any."""
    at = start
    while _OF_PLACES.search(content[max(0, start - 40) : start]):
        match = _PLACES.match(content, at, end)
        if match is None or province_of(fold(match["place"])) is None:
            break
        at = match.end()
    return at


def _known(content: str, start: int, end: int) -> int | None:
    """The end of the longest listed name here; a person's name after a position goes with it."""
    words = _sentence(content, start, end)
    found = begins_with(words)
    for comma in _COMMA.finditer(words, 0, found[2] if found else 0):
        if begins_unit(words, comma.end()):  # "UBND phường A, UBND phường B": no place goes so far
            found = begins_with(words[: comma.start()])
            break
    if found is None:
        return None
    second = _SECOND.match(content, start + found[2], end)
    if second and not begins_unit(content, second.end()):
        rest = unlisted_end(content, start, second.end() - 1, end)
        return rest or start + found[2]  # "Sở Tài chính - Vật giá"
    code = _CODE.match(content, start + found[2], end)
    return code.end() if code else start + found[2]


def _sentence(content: str, start: int, end: int) -> str:
    """The words here up to the sign that ends the sentence or the longest name."""
    window = content[start : min(end, start + _LONGEST_NAME)]
    stop = _SENTENCE_END.search(window)
    return window[: stop.start()] if stop else window


@cache
def _tail() -> re.Pattern[str]:
    """One to four words right before a word of doing or "trên địa bàn", which belongs to them."""
    words = "|".join(listed(key) for key in ("deed", "verb", "preposition"))
    doing = rf"(?:{words}|{listed('act')}|và|hoặc|của|trong|trên|tại|là|có)(?!\w)"
    tail = rf"(?:\s(?!{doing})[\w&]+){{1,4}}?(?=\s(?:{words}|trên địa bàn)(?!\w))"
    return re.compile(rf"{tail}(?:\s(?:{listed('modifier')})(?!\w))*")


@cache
def _force() -> re.Pattern[str]:
    named = rf"\s(?:(?:các|cấp)\s)?(?:{place_pattern()}(?! hội)|[{UPPER}])"
    return re.compile(rf"(?:{listed('force')})(?!\w)(?!{named})")
