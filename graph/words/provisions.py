"""The part of a document that is meant (điểm a khoản 2 Điều 5; Mục 5 Phụ lục kèm theo)."""

import re

_ID = r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,3})*|[IVXLC]{1,6}(?![^\W_])|[a-zđ]\d?(?![^\W_]))"
_IDS = rf"{_ID}(?:(?:\s?,\s|\s?;\s|\svà\s|\sđến\s|\s?-\s?){_ID})*"
_KIND = (
    r"(?:[Cc]ác\s)?(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iểu mục|[Tt]iết"
    r"|[Tt]iểu phần|ĐIỂM|KHOẢN|ĐIỀU|[Mm]ẫu số|[Bb]iểu số)"
)
_ITEM = rf"(?:{_KIND}\s{_IDS}|[Pp]hụ lục(?:\ssố)?(?:\s{_IDS})?)"
_LINK = r"(?:\s?,\s|\s?;\s|\svà\s|\s)(?:của\s|thuộc\s|tại\s)?"
_PROVISION = re.compile(
    rf"(?P<what>{_ITEM}(?:{_LINK}{_ITEM})*)"
    r"(?:\s(?:“[^“”]{0,120}”|\"[^\"]{0,120}\"))?(?:\s(?:ban hành\s)?kèm theo)?"
    r"\s?,?\s?(?:(?:của|thuộc|tại|trong)\s)?$"
)
#: one that a row of a list begins with
_OPENING = re.compile(rf"{_ITEM}(?:{_LINK}{_ITEM})*\s?,?\s(?:(?:của|thuộc|tại|trong)\s)?")
#: words of which one is in every provision, far faster to look for than the pattern
_NAMES = ("iểm", "oản", "iều", "ục", "hương", "hần", "iết", "ẫu số", "iểu số", "IỂM", "OẢN", "IỀU")
#: where one may begin
_KEY = re.compile(
    r"các (?=[đkm])|Các (?=[đkm])|điểm|Điểm|khoản|Khoản|điều|Điều|mục|Mục|chương|Chương|phần|Phần"
    r"|tiểu|Tiểu|tiết|Tiết|ĐIỂM|KHOẢN|ĐIỀU|mẫu số|Mẫu số|biểu số|Biểu số|phụ lục|Phụ lục"
)
_WINDOW = 220


def provision_before(content: str, floor: int, position: int) -> tuple[str, int] | None:
    """The provision that ends where a citation begins at ``position``, and where it begins."""
    start = max(floor, position - _WINDOW)
    window = content[start:position]
    if not any(name in window for name in _NAMES):
        return None
    for key in _KEY.finditer(window):
        match = _PROVISION.match(window, key.start())
        if match is not None and not (key.start() and window[key.start() - 1].isalnum()):
            return " ".join(match["what"].split()), start + match.start()
    return None


def provision_end(content: str, start: int, end: int) -> int:
    """Where the provision that begins at ``start`` ends, with "của"; ``start`` where none does."""
    found = _OPENING.match(content, start, end)
    return found.end() if found else start
