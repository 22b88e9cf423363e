"""The units that a sentence names first, and where what is said of them ends (ai được giao)."""

import re
from functools import cache

from loaders.layout.letters import LOWER, UPPER
from loaders.tasks.comrades import skip_comrades
from loaders.tasks.prose_words import any_word, words_of
from loaders.tasks.unit_headings import skip, standing_body
from loaders.units.deeds import begins_deed, first_deed
from loaders.units.heads import begins_unit
from loaders.units.persons import person_end
from loaders.units.phrases import phrase_end
from loaders.units.relatives import relative_end

#: "các đơn vị, nhất là người đứng đầu, tập trung …"
_ESPECIALLY = re.compile(
    r",\s+(?:nhất là|đặc biệt là|trước hết là)\s(?:người đứng đầu|[^,.;:]{3,60}(?=,))"
)
#: "Phòng Xây dựng | và kiểm tra văn bản: hoàn thành …": a name as far as the colon
_NAME_TO_COLON = re.compile(rf"\s(?:và\s[{LOWER}\s]{{2,40}}|tổng hợp)(?=:)")
#: a short name, or what the unit is besides: "(Thường trực Ban Chỉ huy …)"
_SHORT_NAME = re.compile(r"\s*\([^()]{1,160}\)")
#: "Sở Y tế đối với lĩnh vực khám chữa bệnh có trách nhiệm …"
_IN_ITS_FIELD = re.compile(
    r"\s+(?:đối với|trong|về)\s[^.;:]{3,120}?(?=,?\s(?:có|chịu) trách nhiệm(?!\w))"
)
#: "…, Sở X | và UBND, ban an toàn giao thông các huyện theo chức năng …"
_MORE_UNITS = re.compile(rf"(?:,|\svà)\s(?=[{UPPER}]|(?:ban|các|phòng|hội|đoàn)\s)")
_SENTENCE = re.compile(r"[.;:]")
#: "Các Tổ công tác … thành lập tại Quyết định số 523/QĐ-TTg | tăng cường …"
_SET_UP = re.compile(
    r"\s(?:được\s)?(?:thành lập|kiện toàn)\s(?:tại|theo)\s(?:các\s)?Quyết định\ssố\s[^\s,;]+"
    r"(?:\sngày\s[\d/]+)?"
)
_LONGEST_REST = 160  # characters of names that no list knows


def named(content: str, start: int, end: int, *, bare: bool = False) -> tuple[int, int | None, int]:
    """Where the units begin and end that stand here, and where what is said of them ends.

    "các đồng chí" before them, a short name or "nhất là …" after them are no part of their names.
    """
    first = skip(content, start, end)
    first = skip_comrades(content, first, end)
    stop = phrase_end(content, first, end)
    if stop is None and bare and begins_unit(content, first):  # "Giao Văn phòng chủ trì …"
        stop = phrase_end(content, first, end, bare=True)
    elif stop is None and bare:
        stop = _asked_noun(content, first, end)
    if stop is None and (alone := _alone().match(content, first, end)):
        stop = alone.end()
    if stop is None:
        return first, None, first
    if goes_on := _NAME_TO_COLON.match(content, stop, end):
        stop = goes_on.end()
    stop = relative_end(content, first, stop, end) or stop
    after = person_end(content, stop, end)
    for aside in (standing_body(), _SHORT_NAME, _SET_UP, _ESPECIALLY, _IN_ITS_FIELD):
        said = aside.match(content, after, end)
        after = said.end() if said else after
    return first, stop, after


def goes_on_to(content: str, stop: int, end: int) -> int | None:
    """Where a list of units ends that goes on in names no list knows, before what is given them."""
    if not _MORE_UNITS.match(content, stop, end) or then_sign().match(content, stop, end):
        return None
    deed = first_deed(content, stop, min(end, stop + _LONGEST_REST))
    return deed if deed and not _SENTENCE.search(content, stop, deed) else None


def for_whom(content: str, start: int, end: int) -> re.Match[str] | None:
    """ "Đối với" before units and a colon ("Đối với Tập đoàn A: cung cấp đủ than")."""
    cue = words_of("responsible").match(content, start, end)
    stop = phrase_end(content, skip(content, cue.end(), end), end) if cue else None
    return cue if stop and content.startswith(":", stop) else None


def _asked_noun(content: str, start: int, end: int) -> int | None:
    """Where "chủ đầu tư" ends in "yêu cầu chủ đầu tư chi trả …"; None where no deed follows."""
    noun = words_of("given_noun").match(content, start, end)
    return noun.end() if noun and begins_deed(content, noun.end() + 1) else None


@cache
def _alone() -> re.Pattern[str]:
    """A division by its head word alone: "Văn phòng: Cân đối kinh phí"."""
    return re.compile(rf"{any_word('division_alone')}(?=\s*:)")


@cache
def then_sign() -> re.Pattern[str]:
    """The sign before what a unit is to do or on what ground: "Sở Y tế, căn cứ …"."""
    return re.compile(rf"\s*,\s*(?={any_word('then')})")
