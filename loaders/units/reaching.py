"""How far a name reaches beyond what is listed or begun: levels, regions, names with commas.

"Công an các xã, phường", "Kho bạc Nhà nước khu vực XIII", "Phòng Kinh tế, Hạ tầng và Đô thị".
"""

import re

from loaders.layout.letters import LOWER, UPPER
from loaders.units.heads import begins_unit

_LEVEL = (
    r"(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh"
    r"|(?:Quận|Huyện|Phường|Xã|Thị xã)(?!\s(?:ủy|uỷ|đoàn|hội)))"
)
_CAPITAL = rf"[{UPPER}][^\W\d_]*"
_LEVELS = rf"(?:(?:các|cấp)\s)?{_LEVEL}(?:(?:\s?[,/]\s?|\svà\s){_LEVEL})*(?!\w)(?!\s[{UPPER}])"
#: "các xã, phường", "cấp xã", "khu vực XIII"; a place by name belongs to the name itself
_AFTER = re.compile(
    rf"\s(?:(?:khu vực\s(?:[IVX]+|\d{{1,2}})|các khu vực"
    r"|các (?:ngành, (?:các )?cấp|cấp, (?:các )?ngành))(?!\w)"
    rf"|cơ sở(?:\s(?:\d{{1,2}}|{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}))?(?!\w)"
    rf"|Đảng ủy(?!\s(?:[UCQ]|các))(?:\s{_LEVEL}(?:\s{_CAPITAL}){{0,3}})?|{_LEVELS})"
)
#: "Đảng ủy các phường | Thuận Hóa, Phú Xuân"
_NAMED_LEVEL = re.compile(rf"\scác\s{_LEVEL}(?=\s[{UPPER}])")
#: "… các xã" goes on ", phường và đặc khu"
_MORE_LEVELS = re.compile(rf"(?:(?:\s?[,/]\s?|\svà\s){_LEVEL})+(?!\w)(?!\s[{UPPER}])")
#: "BHXH tỉnh | , thành phố": those of both kinds of level
_OTHER_KIND = re.compile(
    rf"(?:(?<=\stỉnh),\sthành phố|(?<=\sxã),\s(?:phường|đặc khu))(?!\w)(?!\s[{UPPER}])"
)
_LEVEL_BEFORE = re.compile(rf"(?:^|\s)(?:[Cc]ác|cấp)\s{_LEVEL}$")
_LONGEST_LEVEL = 16  # characters
_PLACE = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
#: "các phường Tân An, Cái Khế và xã Nhơn Ái": the first place, those after it
_FIRST_PLACE = re.compile(rf"\s?:?\s(?={_PLACE})")
_NEXT_PLACE = re.compile(rf"(?:,|\svà)\s(?:{_LEVEL}\s)?(?={_PLACE})")
_ONE_PLACE = re.compile(_PLACE)
#: "UBND các xã: Hướng Phùng, Khe Sanh": two places at least, no words of a sentence
_TOLD_PLACE = rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}"
_TOLD_PLACES = re.compile(
    rf":\s{_TOLD_PLACE}(?:(?:,|\svà)\s{_TOLD_PLACE})+(?=\s[{LOWER}]|[.;:,]|$)"
)
#: "…, Hạ tầng và Đô thị": the rest of a name that holds a comma
_REST = re.compile(
    r",\s(?:Chính sách|Pháp luật|Quy hoạch)(?=\s)"
    rf"|,\s[{UPPER}][^\W\d_]*(?:\s[{LOWER}]+){{0,3}}\s?(?:và|-|,)\s(?=[{UPPER}])"
    r"|(?<=Khám), chữa bệnh(?!\w)|(?<=phòng cháy), chữa cháy(?!\w)"
    r"|(?<=hòng), chống\s"
)
#: "Ban Chỉ huy … các ngành, các cấp"
_ALL_LEVELS = re.compile(r"(?<=các ngành), (?:các )?cấp(?!\w)(?! ủy)")
#: "Phòng Tổ chức đảng, đảng viên | chủ trì": what a division deals with, before its role
_DEALING = re.compile(
    rf",\s(?!khẩn|tiếp|chủ động|thường|trực tiếp|kịp|tích|nghiêm|căn cứ|theo|trên|trong|với)"
    rf"(?:[{LOWER}]+\s){{1,4}}?(?=(?:chủ trì|có trách nhiệm|là (?:đơn vị|cơ quan|đầu mối))(?!\w))"
)
#: "Phòng Chính trị tư tưởng - Học sinh, sinh viên:": the rest of a division's name in a title
_LISTED_DEALING = re.compile(
    r",\s(?!(?:các|sở|ban|ngành|đơn vị|cơ quan|địa phương|tổ chức|đoàn thể|doanh nghiệp|công an"
    rf"|huyện|xã|phường|thị|ủy|uỷ|hội|hiệp|trường|viện)(?!\w))(?:[{LOWER}]+\s){{0,3}}[{LOWER}]+(?=\s?:)"
)
#: a level's word ends a name before what the unit does: "Trung tâm … tỉnh | giám sát"
_ENDS_WITH_LEVEL = re.compile(
    rf"\s(?:tỉnh|phường|huyện|(?<!tác )(?<!thị )xã(?! hội| viên)|[IVX]+)(?=\s[{LOWER}])"
)
_AREA = r"(?:\s(?:miền núi|vùng cao|biên giới|ven biển|phía Bắc|phía Nam|miền Trung))+(?!\w)"
_NAMED_AREA = rf"(?:\s(?:khu vực|vùng|miền))?(?:\s{_CAPITAL}){{2,4}}"
_REGION = re.compile(
    rf"(?:{_AREA})?(?:\stừ\s{_PLACE}\s(?:đến|tới|trở (?:vào|ra)(?: đến)?)(?:\s{_PLACE})?)?"
    rf"(?:(?<=\w)(?:,|\svà)\s(?:các tỉnh{_NAMED_AREA}|khu vực{_NAMED_AREA}))*"
)
_POSITIONS = ("Phó Thủ tướng", "Phó Thủ tướng Chính phủ", "Phó Chủ tịch", "Phó Giám đốc")
_PERSON = re.compile(rf"(?:\s[{UPPER}][^\W\d_]+){{2,4}}(?![\w])")


def level_end(content: str, at: int, end: int) -> int:
    """Where the words of level or region end that follow a name; ``at`` where none do."""
    after = _AFTER.match(content, at, end) or _NAMED_LEVEL.match(content, at, end)
    if after is None and _LEVEL_BEFORE.search(content[max(0, at - _LONGEST_LEVEL) : at]):
        after = _MORE_LEVELS.match(content, at, end)
    after = after or _OTHER_KIND.match(content, at, end)
    return places_end(content, after.end() if after else at, end)


def region_end(content: str, at: int, end: int) -> int | None:
    """Where it ends which of many provinces are meant; None where nothing tells.

    "UBND các tỉnh, thành phố | ven biển từ Thanh Hóa đến Khánh Hòa và các tỉnh Tây Nguyên".
    """
    region = _REGION.match(content, at, end)
    return region.end() if region and region[0] else None


def places_end(content: str, at: int, end: int) -> int:
    """Where the communes end that are named after "các xã, phường"; ``at`` where none are."""
    if not _LEVEL_BEFORE.search(content[max(0, at - _LONGEST_LEVEL) : at]):
        return at
    sign = _FIRST_PLACE.match(content, at, end)
    while sign and not begins_unit(content, sign.end()):
        place = _ONE_PLACE.match(content, sign.end(), end)
        if place is None:
            break
        at = place.end()
        sign = _NEXT_PLACE.match(content, at, end)
    return at


def told_places_end(content: str, at: int, end: int) -> int:
    """Where the communes end that "các xã:" names behind its colon; ``at`` without any."""
    if not _LEVEL_BEFORE.search(content[max(0, at - _LONGEST_LEVEL) : at]):
        return at
    told = _TOLD_PLACES.match(content, at, end)
    return told.end() if told else at


def goes_on_after_comma(content: str, comma: int, end: int) -> int | None:
    """Where "và" ends in a name that goes on after its comma; None where another unit begins."""
    for dealing in (_DEALING, _ALL_LEVELS, _LISTED_DEALING):
        if goes_on := dealing.match(content, comma, end):
            return goes_on.end()
    rest = _REST.match(content, comma, end)
    if rest is None or begins_unit(content, comma + 2) or begins_unit(content, rest.end()):
        return None
    return rest.end()


def ends_with_level(content: str, start: int, end: int) -> int | None:
    """Where the first word of a level ends that other words in small letters follow."""
    found = _ENDS_WITH_LEVEL.search(content, start, end)
    return found.end() if found else None


def after_person(content: str, at: int, end: int) -> int:
    """Where the name of the person ends whose position ends at ``at``."""
    if not content.endswith(_POSITIONS, 0, at):
        return at
    person = _PERSON.match(content, at, end)
    return person.end() if person else at


def person_end(content: str, start: int, end: int) -> int:
    """Where a person's name after a position ends (Phó Thủ tướng <Họ và tên>)."""
    person = _PERSON.match(content, start, end)
    return person.end() if person else start
