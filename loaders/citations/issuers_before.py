"""Who issued a cited document, by the words before it (cơ quan ban hành đứng trước).

"đề nghị của Sở Công Thương tại Công văn số …", "Thủ tướng Chính phủ đã ban hành Quyết định số …",
"Bộ Y tế (ngày …). “Quyết …".
"""

import re
from functools import cache

from graph.vocabulary.cues import issuing_words
from graph.words.patterns import any_of
from graph.words.unit_words import begins_organ
from loaders.citations.issuer_names import organ_of, without_head
from loaders.citations.issuers import CLAUSE, LONGEST, name_end
from loaders.citations.offices import office_of_person

#: "đề nghị của Bộ Tài chính (Tờ trình số …)": before the parenthesis that a citation opens
_OPENED = re.compile(r"(?<=\s)\((?:(?:tại|theo)\s)?\Z")
_AT = re.compile(r"\s(?:tại|trong|theo|(?<!\sthông\s)qua)(?:\scác)?\s*$")
#: "Quy chế … do Bộ Y tế ban hành kèm theo Quyết định số"
_ISSUED_WITH = re.compile(r"\sban hành(?:\skèm)?\Z")
_OWNER = re.compile(
    r"(?:của|do|và|với|từ|,|;)\s+(?:(?:đồng chí|ông|bà)\s)?(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ])"
)
#: what the words between an issuer and the citation end with, besides words of issuing
_LAST_WORDS = ("tại", "trong", "theo", "qua", "các")
_CAPITAL = re.compile(r"(?:(?<!\w)|(?<=\b[a-z]))[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ]")
#: a short name within a name: "Bảo hiểm xã hội (BHXH) Việt Nam"
_SHORT_FORM = re.compile(r"\s\([A-ZĐ&]{2,10}\)(?=\s[A-ZĐ])")
#: what is said in passing behind a name: "Bộ Chính trị (khóa IX)", "Ban Chấp hành … khóa XIII"
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\skh(?:óa|oá)\s(?:[IVX]+|\d{1,2}))$")
#: before the clause of who issues; words of a name that no list knows
_PAUSE = re.compile(r"[;:.,“”\"\n]\s+")
_LONGEST_NAME = 18


def issuer_before(content: str, floor: int, position: int) -> str | None:
    """The issuer named before a citation that begins at ``position``, no earlier than ``floor``."""
    window = content[max(floor, position - LONGEST) : position]
    if opened := _OPENED.search(window):
        words = window[: opened.start()]
        owner = _owner_tail(words)
        return without_head(_known_tail(words) or (owner if begins_organ(owner or "") else None))
    if not window.rstrip().endswith((*_LAST_WORDS, *issuing_words())):
        return None
    at = _AT.search(window)
    if at is not None:
        words = _ISSUED_WITH.sub("", _ASIDE.sub("", window[: at.start()]))
        owner = _owner_tail(words) if at.group().startswith(" tại") else None
        return without_head(_known_tail(words) or owner)
    issued = _issued().search(window)
    if issued is None:
        return None
    words = _ASIDE.sub("", window[: issued.start()])
    office = office_of_person(words)
    return _known_tail(words) or (_unlisted_tail(words) if office is None else office or None)


def known_name_before(content: str, floor: int, position: int) -> str | None:
    """The organ whose name ends exactly at ``position``."""
    return _known_tail(content[max(floor, position - LONGEST) : position])


def _known_tail(words: str) -> str | None:
    """The longest run of words up to the end that names an organ of the vocabulary."""
    clause = CLAUSE.split(_SHORT_FORM.sub("", words))[-1]
    starts = [m.start() for m in _CAPITAL.finditer(clause)]
    for start in starts[-14:]:
        if organ_of(clause[start:].rstrip()):
            return " ".join(clause[start:].split()).rstrip(" (")
    return None


def _unlisted_tail(words: str) -> str | None:
    """The clause that ``words`` end with, where it is an organ's name that no list knows."""
    name = _PAUSE.split(words)[-1].strip()
    whole = name[:1].isupper() and begins_organ(name) and len(name.split()) <= _LONGEST_NAME
    return " ".join(name.split()) if whole and not name_end().search(name) else None


def _owner_tail(words: str) -> str | None:
    """What stands after the last ``của`` or ``và``, when it is a name though an unknown one."""
    clause = CLAUSE.split(words)[-1]
    owners = list(_OWNER.finditer(clause))
    for owner in owners:
        name = clause[owner.end() :].strip()
        if 1 < len(name.split()) <= 20 and not any(
            stop.lastgroup != "title"
            for stop in name_end().finditer(name)  # "Ban Tổ chức"
        ):
            return " ".join(name.split())
    return None


@cache
def _issued() -> re.Pattern[str]:
    """That the organ has issued what is named next: "đã ban hành", "vừa ký ban hành các"."""
    signed = r"(?:(?:ký|có|ra|ký ban hành|ban hành|ký quyết định)\s)?"
    issuing = any_of(issuing_words(), blank=r"\s")
    return re.compile(rf",?\s(?:(?:đã|vừa|mới|cũng)\s)?{signed}{issuing}(?:\stại)?(?:\scác)?\s*$")
