"""Where one organ ends and the next begins without any sign between them, as lines of a cell do."""

import re
from collections.abc import Iterator

from graph.words.authorities import begins_with, by_name
from loaders.layout.letters import LOWER, UPPER

#: heads of units that hold none of their own kind: "Vụ Pháp chế | Vụ Vận tải"
_KIND = "Vụ|Cục|Tổng cục|Chi cục|Viện|Phòng|Trung tâm|Sở|Trường|Công ty|Bệnh viện|Khoa|Báo|Đài"
_HEAD = (
    rf"(?:{_KIND}|Bộ|Thuế|Hải quan|Hội|Hiệp hội|Liên minh|Liên đoàn|Tỉnh đoàn|Tỉnh Đoàn|Thành đoàn"
    r"|Thanh tra|Kho bạc|Bảo hiểm|BHXH|Ngân hàng|Bưu điện|Tòa án|Điện lực|Văn phòng|Ban|Bộ Chỉ huy"
    r"|Thống kê|Ủy ban|Uỷ ban|UBND|Công an|Học viện|Tạp chí|Nhà xuất bản)"
)
_NEXT = re.compile(rf" (?=(?!Bộ đội ){_HEAD} |[Cc]ác (?:bộ|sở|cơ quan|đơn vị)(?!\w))")
_LONGEST_HEAD = 20  # characters
_FIRST = re.compile(rf"(?P<kind>{_KIND}) (?=[{UPPER}][{LOWER}])")
#: units of a ministry that stand beside a vụ, and hold none
_BESIDE = re.compile(
    r"(?:Vụ|Cục|Tổng cục|Viện|Thanh tra|Báo|Tạp chí|Nhà xuất bản|Học viện|Trường|Văn phòng Bộ) "
)
_LONGEST_NAME = 160  # characters


def next_organs(words: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The blanks before words that may begin another organ."""
    for match in _NEXT.finditer(words, start, end + _LONGEST_HEAD):
        if start < match.start() < end:
            yield match


def ends_before(one: str, words: str, blank: re.Match[str]) -> bool:
    """Whether ``one`` is a whole name, so that the words behind the blank begin another."""
    at = blank.end()
    if known := by_name(one):
        whole = begins_with(words[blank.start() - len(one) :][:_LONGEST_NAME])
        return whole is not None and whole[0] == known[0] and whole[2] <= len(one)
    first = _FIRST.match(one)
    if first is None:
        return False
    return words.startswith(f"{first['kind']} ", at) or (
        first["kind"] in ("Vụ", "Cục")
        and _BESIDE.match(words, at) is not None
        and (first["kind"] == "Vụ" or words.startswith("Vụ ", at))
    )
