"""Names that hold a comma: "Phòng Kinh tế, Hạ tầng và Đô thị", "Ban … các ngành, các cấp"."""

import re
from functools import cache

from graph.words.unit_words import listed
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


def goes_on_after_comma(content: str, comma: int, end: int) -> int | None:
    """Where "và" ends in a name that goes on after its comma; None where another unit begins."""
    for dealing in (_before_role(), _ALL_LEVELS, _in_title()):
        if goes_on := dealing.match(content, comma, end):
            return goes_on.end()
    rest = _REST.match(content, comma, end)
    if rest is None or begins_unit(content, comma + 2) or begins_unit(content, rest.end()):
        return None
    return rest.end()


@cache
def _before_role() -> re.Pattern[str]:
    """What a division deals with, before its role: "Phòng Tổ chức đảng, đảng viên | chủ trì"."""
    role = r"(?:chủ trì|có trách nhiệm|là (?:đơn vị|cơ quan|đầu mối))(?!\w)"
    return re.compile(rf",\s(?!{listed('no_affair')})(?:[{LOWER}]+\s){{1,4}}?(?={role})")


@cache
def _in_title() -> re.Pattern[str]:
    """The rest of its name in a title: "Phòng Chính trị tư tưởng - Học sinh, sinh viên:"."""
    words = rf"(?:[{LOWER}]+\s){{0,3}}[{LOWER}]+(?=\s?:)"
    return re.compile(rf",\s(?!{listed('next_unit')}(?!\w)){words}")
