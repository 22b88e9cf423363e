"""Where a text sets out forms for others to fill in (mẫu văn bản), each under a letterhead.

"Số: …/QĐ-…(2)…" and "…, ngày … tháng … năm …" are left blank there: what such a form says is said
by nobody yet.
"""

import re
from bisect import bisect_right

from loaders.mentions import Header

_MOTTO = re.compile(r"(?:Độc lập|ĐỘC LẬP)\s?[-–—]\s?(?:Tự do|TỰ DO)|ĐẢNG CỘNG SẢN VIỆT NAM")
#: number and day of a letterhead, not those of the note that names the document it belongs to
_BLANK = re.compile(r"(?:\A|\n|\|)\W{0,4}Số\s?:?\s?[.…_/]|(?<!\w)ngày\s?[.…_]")
_BELONGS = re.compile(r"kèm theo[^\n]*\Z")
#: how far below the motto number and day stand
_NEAR = 240


class Forms:
    """The forms of a text by position; none in a draft, whose own number is blank as well."""

    def __init__(self, content: str, header: Header) -> None:
        first = header.body_start if header.number else len(content)
        heads = [motto.start() for motto in _MOTTO.finditer(content, first)]
        self.starts = heads if header.body_start else heads[1:]
        self.blank = [_is_blank(content, start) for start in self.starts]

    def hold(self, position: int) -> bool:
        """Whether ``position`` stands in a form: the last letterhead before it has blanks."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and self.blank[index]


def _is_blank(content: str, start: int) -> bool:
    """Whether number or day of the letterhead around a motto are left blank."""
    floor = max(0, start - _NEAR)
    window = content[floor : start + _NEAR]
    return any(not _BELONGS.search(window, 0, blank.start()) for blank in _BLANK.finditer(window))
