"""Where in a paragraph somebody is told to do something: its sentences, clauses, circumstances.

"Căn cứ Kế hoạch này, Sở Y tế …": the unit stands after the circumstance. "… ; giao Sở Nội vụ …",
"… . Sở Tài chính chủ trì …": another duty begins within the paragraph.
"""

import re
from collections.abc import Iterator

from loaders.layout.letters import LOWER, UPPER
from loaders.tasks.prose_words import words_of
from loaders.units.deeds import begins_deed
from loaders.units.phrases import phrase_end

#: a sentence ends before a capital; "TP. Huế" and "…" before a small letter end none
SENTENCE_END = re.compile(rf"[.;](?:(?<!TP.)(?<!\bQ.)(?=\s+[{UPPER}])|(?<=\.)/\.)")
_AGAIN = re.compile(r"(?:[”\"`]\s*[-–]|[;.:,])(?:(?<!,)|(?=\s+đồng thời))\s+(?:[Đđ]ồng thời,?\s+)?")
_NUMBERED = re.compile(r"[:;.,][\s*]+\(\d{1,2}\)[\s*]+(?=\w)")
_SIGN = re.compile(r"[,;:]\s+(?:thì\s+)?|\sthì\s+")
_VERB = re.compile(rf"\s+(?=[{LOWER}])")
#: "Đẩy mạnh cắt giảm thủ tục: Các bộ rà soát …"
_LABEL = re.compile(rf"[{UPPER}][^.;:()]{{6,150}}+(?<! với):[\s*]*(?=[{UPPER}])")
_NO_LABEL = ("circumstance", "assign", "responsible")
_BEFORE_LIST = re.compile(r"\s(?:của|với|từ|đến|cho|gửi|bởi|do)\s+")
_JOINT = re.compile(r"\s(?:và|hoặc)\s(?=các|Các|Sở|Bộ|Ủy ban|UBND)")
_BEFORE_UNITS = re.compile(r"\s(?:bởi|do|(?:phối hợp|cùng)(?: chặt chẽ)?(?: với)?)\s+")
_LONGEST_LIST = 200  # characters
_FARTHEST = 300  # characters of a circumstance


def sentence_end(content: str, start: int, end: int) -> int:
    """Where the sentence that begins at ``start`` ends."""
    for stop in SENTENCE_END.finditer(content, start, end):
        if content[stop.start()] != ";" or not _goes_on(content, start, stop.start()):
            return stop.start()
    return end


def later_starts(content: str, start: int, end: int) -> Iterator[int]:
    """Where within a paragraph another sentence begins, or a clause that gives something.

    After ";" and ":" only what is given outright begins anew ("; giao Sở Y tế …").
    """
    for match in _AGAIN.finditer(content, start, end):
        at = match.end()
        capital = content[at : at + 1].isupper() and match[0][0] in ".;"
        if capital and match[0][0] == ";" and _goes_on(content, start, match.start()):
            continue
        if match[0][0] == ":" and _is_own(content, start, match, end):
            continue
        if capital or words_of("giving").match(content, at, end):
            yield at


def _is_own(content: str, start: int, colon: re.Match[str], end: int) -> bool:
    """Whether what a colon opens is what the unit before it is to do: "Phòng A: giao vốn"."""
    given = words_of("giving").match(content, colon.end(), end)
    whom = given.end() + 1 if given else colon.end()
    return (
        phrase_end(content, start, end) == colon.start()
        and phrase_end(content, whom, end, bare=True) is None
    )


def _goes_on(content: str, start: int, sign: int) -> bool:
    """Whether a list of units goes on after the sign.

    "do các sở; UBND các xã quyết định", "phối hợp với các sở; UBND các xã lập danh sách".
    """
    first = max(start, sign - _LONGEST_LIST)
    cues = (cue.end() for cue in _BEFORE_UNITS.finditer(content, first, sign))
    return any((phrase_end(content, at, sign + _LONGEST_LIST) or 0) > sign for at in cues)


def numbered_starts(content: str, start: int, end: int) -> dict[int, int]:
    """Where "(1) …; (2) …" begin after the head of a paragraph, and where each of them ends."""
    found = list(_NUMBERED.finditer(content, start, end))
    stops = [*(m.start() for m in found), end][1:]
    return {m.end(): stop for m, stop in zip(found, stops, strict=True)}


def after_circumstance(content: str, start: int, end: int) -> int:
    """Where the unit begins that a circumstance stands before; ``start`` where none does.

    The unit must be followed by what it does: "Căn cứ tình hình, các sở rà soát …".
    """
    labelled = _is_label(content, start, end)
    if not labelled and not words_of("circumstance").match(content, start, end):
        return start
    last = min(sentence_end(content, start, end), start + _FARTHEST)
    for sign in _SIGN.finditer(content, start, last):
        if labelled and ":" not in sign[0]:
            continue
        stop = phrase_end(content, sign.end(), end)
        if stop is None or _within_list(content, start, sign.start(), stop):
            continue
        verb = _VERB.match(content, stop, end)
        if verb and begins_deed(content, verb.end()):
            return sign.end()
    return start


def _is_label(content: str, start: int, end: int) -> bool:
    """Whether a label of what it is about begins here: no unit, no word of doing, then a colon."""
    if words_of("labelled").match(content, start, end):
        return True
    label = _LABEL.match(content, start, min(end, start + _FARTHEST))
    if label is None or any(words_of(w).match(content, start, end) for w in _NO_LABEL):
        return False
    told = words_of("telling_part").match(label[0].lower())
    return told is None and phrase_end(content, start, end) is None


def _within_list(content: str, start: int, sign: int, last: int) -> bool:
    """Whether the sign stands inside a list of units that ends at ``last``.

    After "phối hợp với" it does; after "của" the last name of a list follows "và", so that one
    after a comma is the unit that acts ("theo đề nghị của Sở A, Sở B và Sở C, Sở D trình …").
    """
    for cue in _BEFORE_LIST.finditer(content, start, sign):
        listed = phrase_end(content, cue.end(), last)
        if listed is not None and listed > sign:
            return "với" in cue[0] or _JOINT.search(content, sign + 1, last) is not None
    return False
