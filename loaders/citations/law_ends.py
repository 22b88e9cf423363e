"""Where the title of a law ends (hết tên luật).

A title of ``laws.toml`` ends as it is there; one the vocabulary lacks, at the first word or sign
that no title goes on with.
"""

import re
from functools import cache
from itertools import islice
from typing import Literal

from graph.vocabulary import Row, rows
from loaders.citations.law_names import (
    beginnings,
    glued_length,
    is_exact,
    spoken,
    tails,
    tails_without_and,
    without_and,
)


class LawWordRow(Row):
    """A word that decides about a title: ``role`` says how (``cues.toml``).

    stop: no title goes on with it; organ: as it is spelt here, none but those that are known; none:
    the whole would be no title; draft: before "Luật", the law is not made yet; other: before
    "Luật", no law at all (đại học Luật).
    """

    words: str
    role: Literal["stop", "organ", "none", "draft", "other"]
    examples: tuple[str, ...] = ()


#: an amending law torn by a scanner: "Luật Thuế bồ sung một"
_CHANGED = re.compile(r"\sb\w{1,3} sung\s")
#: what begins the name of a law though the vocabulary lacks its title
_UNKNOWN_TOO = ("Luật", "Pháp lệnh")
#: what a title is written with now and then
_SAID_TOO = ("cac", "cua")
_ABOUT = "ve"
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[^\s\w,/-]|,|/")
#: what a sentence goes on with after a title; a table or a scanner tears titles off elsewhere
_GOES_ON = re.compile(r"[.,;:)”\"]|\s(?:\(|[a-zđàáảãạâăêôơưéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ]\w*\s)")
#: how many words are looked at
_LONGEST = 32
_FAR = 400
#: "tố cáonăm 1998"
_GLUED_DATE = re.compile(r"(?:năm(?<=[^\W\d_]năm)|ngày(?<=[^\W\d_]ngày))(?=\s\d)")
_HARD = re.compile(r"[;:.()“”\"\n]")


def title_end(content: str, start: int, head: str) -> int | None:
    """Where the title that begins after the head ends; some are read though no list has them."""
    glued = head == "Luật" and content[start : start + 1].isupper()  # "LuậtTổ chức Chính phủ"
    if not glued and not content[start : start + 1].isspace():
        return None
    ends, folded = _words(content, start)
    if known := _known_end(content, start, ends, folded):
        return known
    if glued or head not in _UNKNOWN_TOO or not content[start + 1 : start + 2].isupper():
        return None
    return _unknown_end(content, start, ends, folded)


def known_end(content: str, start: int) -> int | None:
    """Where the known title that begins at ``start`` ends (tên luật đã biết); None if none does."""
    return _known_end(content, start, *_words(content, start))


def _known_end(content: str, start: int, ends: list[int], folded: tuple[str, ...]) -> int | None:
    for length in range(len(folded), 0, -1):
        said = folded[:length]
        if said in tails() and (length > 1 or is_exact(content[start : ends[0]])):
            return ends[length - 1]
        if length > 1 and said[0] == _ABOUT and said[1:] in tails():
            return ends[length - 1]  # "Pháp lệnh về phí và lệ phí"
        if any(
            word in said[1:-1]
            and said[-1] != word
            and tuple(w for w in said if w != word) in tails()
            for word in _SAID_TOO
        ):
            return ends[length - 1]  # "Luật ban hành các văn bản …", "Luật Tổ chức của Quốc hội"
        if said[-1] != "va" and without_and(said) in tails_without_and():
            return ends[length - 1]
    run = glued_length(folded)
    return ends[run - 1] if run else None


def _unknown_end(content: str, start: int, ends: list[int], folded: tuple[str, ...]) -> int | None:
    """Where a title that the vocabulary lacks ends; None when the words can be no title."""
    stops, organs = _words_that("stop"), _words_that("organ")
    breaks = _BREAK.search(content, start)
    limit = breaks.start() if breaks else len(content)
    last, length = None, 0
    for end in ends:
        word = _WORD.findall(content[max(start, end - 12) : end])[-1]
        if end > limit or word.lower() in stops or word.isdigit() or word in organs:
            break
        last, length = end, length + 1
    title = f"{content[start : last or start].strip().lower()} "
    if last is None or title.startswith(_notitles()) or _CHANGED.search(title):
        return None
    torn = folded[:length] in beginnings() and (length == 1 or not _GOES_ON.match(content, last))
    return None if torn else last


def _words(content: str, start: int) -> tuple[list[int], tuple[str, ...]]:
    """The next words of the paragraph: where each ends, and the words folded."""
    hard = _HARD.search(content, start, start + _FAR)
    end = hard.start() if hard else start + _FAR
    glued = _GLUED_DATE.search(content, start, end)
    end = glued.start() if glued else end
    found = islice(_WORD.finditer(content, start, end), _LONGEST)
    said = [(w.end(), word) for w in found for word in spoken(w.group())]
    return [end for end, _ in said], tuple(word for _, word in said)


@cache
def _words_that(role: str) -> frozenset[str]:
    return frozenset(row.words for row in law_words() if row.role == role)


@cache
def _notitles() -> tuple[str, ...]:
    return tuple(f"{row.words} " for row in law_words() if row.role == "none")


def law_words() -> tuple[LawWordRow, ...]:
    """Every word that decides about a title."""
    return rows("cues", "law_word", LawWordRow)
