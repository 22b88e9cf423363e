"""How far a list of units reaches in a sentence (cụm từ chỉ cơ quan)."""

import re
from functools import cache

from graph.authorities import begins_with
from graph.folding import fold
from graph.places import province_of
from graph.unit_words import UnitWordsRow
from graph.vocabulary import rows
from loaders.unit_lists import head_pattern, in_capitals

_JOINT = re.compile(r"\s*(?:,|;|và|VÀ|hoặc|cùng với|cùng)\s+(?:(?:và|với)\s+)?")
_PAREN = re.compile(r"\s*\([^()]{1,80}\)")
_LONGEST_NAME = 160  # characters in which the name of one unit must end
_CAPITALS = r"[A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]"
_PROPER = re.compile(rf"\s(?:[a-zà-ỹđ]+\s)?{_CAPITALS}")
_PLACE = rf"{_CAPITALS}[^\W\d_]+(?:\s{_CAPITALS}[^\W\d_]+)*"
#: "các tỉnh: Gia Lai, Đắk Lắk và Lâm Đồng": a place by name
_PLACES = re.compile(rf"(?:\s*:\s+|,\s+|\s+và\s+)(?P<place>{_PLACE})")
_OF_PLACES = re.compile(r"(?:tỉnh|thành phố)$")
_OF = re.compile(r"\s+(?:trực thuộc|thuộc|của)\s+")
_SENTENCE_END = re.compile(r"(?<!TP)\.|[;:()“”\"\n]")
_SIGN = re.compile(r"[.,;:()“”\"\n]|$")
_PERSON = re.compile(rf"(?:\s{_CAPITALS}[^\W\d_]+){{2,4}}(?![\w])")


def phrase_end(content: str, start: int, end: int) -> int | None:
    """Where the list of units that begins at ``start`` ends; None when none begins there."""
    at = _unit_end(content, start, end)
    if at is None:
        return None
    while joint := _JOINT.match(content, at, end):
        after = _unit_end(content, joint.end(), end)
        if after is None:
            break
        at = after
    return at


def _unit_end(content: str, start: int, end: int) -> int | None:
    """Where the one unit that begins at ``start`` ends."""
    collective = _collective().match(content, start, end)
    known = _known(content, start, end)
    longer = collective is not None and collective.end() > (known or start)
    last = collective.end() if collective and longer else known or _unlisted(content, start, end)
    if collective and longer and content.startswith(":", collective.end()):
        return _after_places(content, collective.end(), end)
    within = _OF.match(content, last, end) if last else None
    above = _known(content, within.end(), end) if within else None
    return above or last


def _after_places(content: str, start: int, end: int) -> int:
    """Where the provinces end that a collective names after a colon; ``start`` without any."""
    at = start
    while _OF_PLACES.search(content[start - 10 : start]):
        match = _PLACES.match(content, at, end)
        if match is None or province_of(fold(match["place"])) is None:
            break
        at = match.end()
    return at


def _unlisted(content: str, start: int, end: int) -> int | None:
    """A name that no list knows: a head word, a proper name, up to a sign or a deed."""
    head = head_pattern().match(content, start, end)
    if head is None or not _PROPER.match(content, head.end(), end):
        return None
    stop = _SIGN.search(content, head.end(), min(end, start + _LONGEST_NAME))
    name_end = stop.start() if stop else min(end, start + _LONGEST_NAME)
    deed = _verb().search(content, head.end(), name_end)
    return deed.start() if deed else name_end if stop else None


def _known(content: str, start: int, end: int) -> int | None:
    """The end of the longest listed name here; a person's name after a position goes with it."""
    if not (head_pattern().match(content, start, end) or in_capitals(content, start)):
        return None
    found = begins_with(_sentence(content, start, end))
    return start + found[2] if found else None


def _sentence(content: str, start: int, end: int) -> str:
    """The words here up to the sign that ends the sentence or the longest name."""
    window = content[start : min(end, start + _LONGEST_NAME)]
    stop = _SENTENCE_END.search(window)
    return window[: stop.start()] if stop else window


def person_end(content: str, start: int, end: int) -> int:
    """Where a person's name after a position ends (Phó Thủ tướng <Họ và tên>)."""
    person = _PERSON.match(content, start, end)
    return person.end() if person else start


@cache
def _collective() -> re.Pattern[str]:
    nouns, modifiers = _listed("noun"), _listed("modifier")
    noun = rf"(?:{nouns})(?!\w)"
    head = r"(?:Thủ trưởng|Người đứng đầu|Lãnh đạo|lãnh đạo|Giám đốc|Bộ trưởng|Chánh án)\s+"
    heads = rf"(?:{head})?"
    committees = r"(?:Chủ tịch\s+)?(?:UBND|HĐND|[ỦUủu][ỷy] ban nhân dân|Uỷ ban nhân dân)"
    level = rf"\s+(?:(?:các|cấp)\s+)?{noun}"
    chiefs = rf"Bộ trưởng,\s+{head}(?:các\s+)?{noun}"
    first = rf"{heads}(?:các|Các)\s+{noun}|{committees}(?:{level})|{chiefs}"
    sign = r"(?:\s*,\s*|\s+và\s+|\s*/\s*)(?:các\s+)?"
    member = rf"{committees}(?:{level})?|{heads}(?:các\s+)?{noun}"
    joint = rf"{sign}(?:{member})|\s+(?:ngành|ban|đoàn thể)(?!\w)"
    return re.compile(rf"(?:{first})(?:{joint})*(?:\s+(?:{modifiers})(?!\w))*")


def tells_deed(content: str, start: int, end: int) -> bool:
    """Whether a word of doing stands between two positions."""
    return _verb().search(content, start, end) is not None


def begins_deed(content: str, at: int) -> bool:
    """Whether a word of doing begins at ``at``."""
    return _verb().match(content, at - 1) is not None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{_listed('deed')}|{_listed('verb')})(?!\w)|và (?=[a-zà-ỹđ]))")


def _listed(key: str) -> str:
    found = [w for r in rows("units", key, UnitWordsRow) for w in r.words]
    return "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
