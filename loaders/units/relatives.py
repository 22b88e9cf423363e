"""Clauses behind many units that tell which of them are meant (mệnh đề phụ sau tập hợp cơ quan).

"Các địa phương có rừng | tuần tra", "các đơn vị quản lý đường bộ | bố trí người canh gác": what the
units are to do begins after such a clause, which belongs to their name.
"""

import re
from functools import cache

from graph.words.unit_words import listed
from loaders.layout.letters import LOWER, UPPER
from loaders.units.deeds import begins_deed

_LONGEST = 100  # characters of such a clause
_BEHIND = 24  # characters that a word of doing may take behind the clause
_MOST_WORDS = 5  # of one that could as well be the duty
#: "các", but not in "các cấp", which are all meant
_MANY = re.compile(
    r"(?<!\w)(?:[Cc]ác(?! cấp(?! ủy| uỷ))|[Nn]hững|[Mm]ọi|[Mm]ỗi|[Tt]ừng"
    r"|[Dd]oanh nghiệp|[Cc]ơ sở|[Tt]ổ chức|[Hh]ộ)\s"
)
#: a sign within a clause only between names: "biên giới với Lào, Cam-pu-chia"
_SIGN = re.compile(rf"[.;:()“”\"\n]|,(?!\s[{UPPER}])")


def relative_end(content: str, start: int, stop: int, end: int) -> int | None:
    """Where the clause ends that tells which of the units at ``start`` to ``stop`` are meant.

    None without such a clause, or where nothing is to be done behind it.
    """
    begun = _begun().match(content, stop, end)
    if begun is None or not _MANY.search(content, start, stop):
        return None
    if begun["duty"] is None and begins_deed(content, begun.start(1)):
        return None  # "các sở có trách nhiệm …"
    sign = _SIGN.search(content, begun.end(), min(end, stop + _LONGEST))
    last = sign.start() if sign else min(end, stop + _LONGEST)
    for deed in _doing().finditer(content, begun.end(), min(end, last + _BEHIND)):
        if deed.end() > last or _when().match(content, deed.end()):
            return None
        if _within().search(content[stop : deed.start()]):
            continue
        told = content[begun.end() : deed.start()]
        short = told.count(" ") <= _MOST_WORDS and not _how().search(told)
        return deed.start() if begun["duty"] is None or (told and short) else None
    return None


@cache
def _how() -> re.Pattern[str]:
    """How it is done, which is told of a duty alone: "quản lý chặt chẽ hồ sơ"."""
    return re.compile(rf"\s{listed('manner')}(?!\w)")


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(rf"\s((?:{listed('clause')})|(?P<duty>{listed('clause_duty')}))(?=\s)")


@cache
def _doing() -> re.Pattern[str]:
    """The blank before what the units are to do."""
    return re.compile(rf"\s(?=(?:{listed('deed')}|{listed('verb')})(?!\w)(?=,?\s[{LOWER}{UPPER}]))")


@cache
def _within() -> re.Pattern[str]:
    """Ends with a word after which a word of doing still belongs to the clause."""
    return re.compile(rf"\s(?:{listed('within_clause')})$")


@cache
def _when() -> re.Pattern[str]:
    """What tells when something unknown is to be done: "… dọn cỏ trước ngày 05/4"."""
    return re.compile(rf"(?:{listed('time_word')})(?!\w)")
