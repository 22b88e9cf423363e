"""Who asks in a sentence, and where the unit begins that is asked (yêu cầu, đề nghị, giao).

"Giao Sở X …", "Đồng thời, giao Sở X …", "Chủ tịch UBND tỉnh yêu cầu Sở X …", "Căn cứ Quy chế, Văn
phòng UBND tỉnh đề nghị Sở X …".
"""

import re

from loaders.tasks.asked_lists import skip_comrades
from loaders.tasks.prose_words import words_of
from loaders.tasks.unit_headings import skip
from loaders.units.heads import begins_unit
from loaders.units.phrases import phrase_end

#: a word of asking stands in every sentence that asks
_WORDS = ("giao", "yêu cầu", "đề nghị", "phân công")
_GIVES = r"(?<!Ngoại )(?<!bàn )(?<!chuyển )(?<!được )giao(?! ban\s| dịch| lưu| thông)"
_ASKS = rf"(?:yêu cầu|đề nghị|{_GIVES}|(?<!được )phân công)\s"
_ASKING = (
    r"(?:UBND|Ủy ban nhân dân|Sở|Bộ|Thủ tướng|Chính phủ|Tỉnh ủy|Thành ủy|Ban)(?!\w)"
    rf"(?:(?!\sđã có\s)[^.,;:]){{0,90}}?\s{_ASKS}"
)
_ORGAN_ASKS = re.compile(_ASKING)
_THEN_ASKS = re.compile(rf"[.,;:]\s+{_ASKING}")
#: right after the name of whoever asks
_NEXT_ASKS = re.compile(
    rf",?\s+(?:(?:kính|trân trọng|cũng|tiếp tục|có văn bản|thống nhất)\s+)?{_ASKS}(?:cho\s+)?"
)
_SIGN = re.compile(r"[.,;:]\s+")
_FARTHEST = 500  # characters of a circumstance before whoever asks
#: how a sentence goes on before it gives: "Đồng thời, giao Sở X …", "Căn cứ Kế hoạch này, giao …"
_ALSO = re.compile(
    r"(?:(?:Đồng thời|Ngoài ra|Bên cạnh đó|Trước mắt|Riêng|Vì vậy|Do vậy|Do đó|Vì thế),?"
    r"|(?:Căn cứ|Trên cơ sở|Sau khi|Để|Nhằm|Trong thời gian)\s[^.;:]{3,200}?,)"
    r"\s+(?=(?:giao|yêu cầu|đề nghị|phân công)\s)"
)


def read_giving(content: str, start: int, end: int, *, later: bool) -> re.Match[str] | None:
    """The words that give something to the unit named next; None where none do.

    ``later``: the sentence is not the first of its paragraph.
    """
    asked = any(content.find(word, start, end) >= 0 for word in _WORDS)
    also = _ALSO.match(content, start, end) if asked else None
    if also and (given := words_of("giving").match(content, also.end(), end)):
        return given
    if later:
        given = words_of("giving").match(content, start, end)
        return given or (_organ_asks(content, start, end) if asked else None)
    given = words_of("assign").match(content, start, end)
    return given or (_asks(content, start, end) if asked else None)


def _asks(content: str, start: int, end: int) -> re.Match[str] | None:
    """``Sở X đề nghị``, ``UBND tỉnh yêu cầu`` at the beginning of a clause.

    A sentence that begins with another unit tells what that one does.
    """
    if first := _organ_asks(content, start, end):
        return first
    if phrase_end(content, start, end):
        return None
    then = _THEN_ASKS.search(content, start, end)
    if then and _somebody(content, then.end(), end):
        return then
    for sign in _SIGN.finditer(content, start, min(end, start + _FARTHEST)):
        if named := _named_asks(content, sign.end(), end):
            return named
    return None


def _organ_asks(content: str, start: int, end: int) -> re.Match[str] | None:
    asks = _ORGAN_ASKS.match(content, start, end)
    if asks and _somebody(content, asks.end(), end):
        return asks
    return _named_asks(content, start, end)


def _somebody(content: str, at: int, end: int) -> bool:
    """Whether units stand behind the word of asking: not in "Cảnh sát giao thông"."""
    first = skip_comrades(content, skip(content, at, end), end)
    return begins_unit(content, first) or phrase_end(content, first, end, bare=True) is not None


def _named_asks(content: str, start: int, end: int) -> re.Match[str] | None:
    """Any organ, named in full, with its word of asking right behind it."""
    if not content[start : start + 1].isupper() or not begins_unit(content, start):
        return None
    stop = phrase_end(content, start, end)
    asks = _NEXT_ASKS.match(content, stop, end) if stop else None
    return asks if asks and _somebody(content, asks.end(), end) else None
