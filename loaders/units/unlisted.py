"""Where a name ends that no list knows: before a sign, a level or what the unit does (tên lạ)."""

import re
from functools import cache

from graph.words.authorities import begins_with
from graph.words.unit_words import listed, unit_words
from loaders.layout.letters import LOWER, UPPER
from loaders.units.commas import goes_on_after_comma
from loaders.units.deeds import acts, begins_deed, deed_end, verb
from loaders.units.levels import ends_with_level, level_end

_LONGEST_NAME = 160  # characters
_MOST_NAME_WORDS = 8  # behind a head word, where only an act tells that the name has ended
_SIGN = re.compile(r"[.,;:()“”\"\n]|$")
_PROPER = re.compile(rf"\s(?:(?:thường trực|[{LOWER}]+)\s)?[{UPPER}]")
#: "Trung tâm Nghiên cứu ứng dụng | và phát triển KHCN": a name that goes on in small letters
_NAME_GOES_ON = re.compile(rf"\svà (?:[{LOWER}]+\s){{1,4}}[{UPPER}]{{2,}}(?!\w)")
#: what goes on behind a clause: ", bảo đảm …"
_CLAUSE_AFTER = re.compile(rf"\.|[,;]\s(?=[{LOWER}\d])")
#: the last word with a capital and those behind it: "Xử lý nước thải"
_LAST_PROPER = re.compile(rf"[{UPPER}][^\W\d_]*((?:\s[{LOWER}]+)*)$")
#: what comes behind a name: "Phòng Kế hoạch tổng hợp | chủ trì"
_LEADS = re.compile(
    r"\s(?:chủ trì|phối hợp|có trách nhiệm|là (?:cơ quan|đơn vị))(?!\w)"
    rf"|,\s(?=[{UPPER}])"
)
_STROKE = re.compile(r"/\s?(?=Bộ\s)")
_NEAR = 24  # characters
_NAME = re.compile(rf"\s[{UPPER}]{{2,}}(?!\w)")
_OBJECT = 3  # words in small letters at least behind a capital act: "Quản lý đào tạo"


def unlisted_end(content: str, start: int, head: int, end: int) -> int | None:
    """A name that no list knows: after its head word a proper name, up to a sign or a deed."""
    if not _PROPER.match(content, head, end):
        reach = level_end(content, head, end)
        return reach if reach > head else _committee_end(content, start, head, end)
    last = min(end, start + _LONGEST_NAME)
    stop = _SIGN.search(content, head, last)
    while stop and stop[0] == "," and (rest := goes_on_after_comma(content, stop.start(), last)):
        stop = _SIGN.search(content, rest, last)
    name_end = stop.start() if stop else last
    if holder := _holder_end(content, head, name_end):
        return holder
    deed = verb().search(content, head, name_end)
    while deed and (more := _goes_on(content, start, deed.start(), name_end)):
        deed = verb().search(content, more.end(), name_end)
    while deed and _LEADS.match(content, last_word := deed_end(content, deed.start() + 1)):
        deed = verb().search(content, last_word, name_end)
    level = ends_with_level(content, head, deed.start() if deed else name_end)
    clause = deed is None and stop is not None and _CLAUSE_AFTER.match(content, name_end)
    if level is None and (clause or (deed and not _is_doing(content, deed.start() + 1))):
        deed = _act_within(content, head, deed.start() if deed else name_end) or deed
    return level or (deed.start() if deed else name_end if stop else None)


def _goes_on(content: str, start: int, at: int, end: int) -> re.Match[str] | None:
    """What a name goes on with behind "và" in small letters."""
    board = content.startswith(("Ban Quản lý dự án", "Ban Quản lý Dự án", "Ban QLDA"), start)
    further = _project_aim().match(content, at, end) if board else None
    return further or _NAME_GOES_ON.match(content, at, end)


def _holder_end(content: str, head: int, end: int) -> int | None:
    """Where the ministry behind a stroke ends, and the name with it: Cục Kinh tế/Bộ Quốc phòng."""
    stroke = _STROKE.search(content, head, end)
    known = begins_with(content[stroke.end() : end]) if stroke else None
    return stroke.end() + known[2] if stroke and known else None


def _is_doing(content: str, at: int) -> bool:
    """Whether something to do begins here, and not only a time or a preposition."""
    return begins_deed(content, at) and _when().match(content, at) is None


def _act_within(content: str, head: int, end: int) -> re.Match[str] | None:
    """The act in small letters that ends a long name: "Phòng Công nghệ thông tin | hỗ trợ …".

    None of what it takes a name for: "Quản lý | đào tạo", "Cảnh sát | giao thông".
    """
    for act in acts(content, head, end):
        proper = _LAST_PROPER.search(content[head : act.start()])
        if content.count(" ", head, act.start()) > _MOST_NAME_WORDS:
            return None
        words = proper[0].split() if proper else []
        short = content.count(" ", head, act.start()) < 2 or _compound().match(content, act.end())
        last = act.start() - len(words[-1]) if words else act.start()
        inner = last + deed_end(content[last : act.end() + _NEAR].lower(), 0) > act.start()
        joined = words[-1:] == ["và"] or _NAME.match(content, deed_end(content, act.end()))
        of_act = begins_deed(" ".join(words[:2]).lower(), 0) and len(words) - 1 < _OBJECT
        if not (short or inner or joined or of_act):
            return act
    return None


def _committee_end(content: str, start: int, head: int, end: int) -> int | None:
    """Where a committee's name in small letters ends, with its level: "Ban chỉ đạo … huyện"."""
    if not content.startswith(unit_words("board"), start):
        return None
    sign = _SIGN.search(content, head, min(end, start + _LONGEST_NAME))
    return ends_with_level(content, head, sign.start()) if sign else None


@cache
def _project_aim() -> re.Pattern[str]:
    return re.compile(rf"\svà (?:{listed('project_aim')})(?!\w)")


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('compound')})(?!\w)")


@cache
def _when() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('time_word')})(?!\w)")
