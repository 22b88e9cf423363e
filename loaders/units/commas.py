"""Names that hold a comma: "Phòng Kinh tế, Hạ tầng và Đô thị", "Ban … các ngành, các cấp"."""

import re

from loaders.layout.letters import LOWER, UPPER
from loaders.units.heads import begins_unit

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


def goes_on_after_comma(content: str, comma: int, end: int) -> int | None:
    """Where "và" ends in a name that goes on after its comma; None where another unit begins."""
    for dealing in (_DEALING, _ALL_LEVELS, _LISTED_DEALING):
        if goes_on := dealing.match(content, comma, end):
            return goes_on.end()
    rest = _REST.match(content, comma, end)
    if rest is None or begins_unit(content, comma + 2) or begins_unit(content, rest.end()):
        return None
    return rest.end()
