"""Words that mean something in a time frame (``times.toml``): before, till, all the year."""

import re
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of

#: "trước ngày Quốc khánh" may name the day before its date
_BEFORE_POINT = re.compile(
    r"(?:\s*(?:ngày|cuối|năm|tháng))*(?:(?<=ngày)(?:\s(?!trước|đến|từ|sau|hết)[^\W\d_]+){1,3})?\s*$"
)
_HOUR = re.compile(r"\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{1,2})?(?:\s*phút)?\s*,?$")


class TimeWordsRow(Row):
    """Words that mean something in a time frame (``times.toml``)."""

    words: tuple[str, ...]
    value: str = ""
    kind: str = ""
    examples: tuple[str, ...] = ()


def cue_before(words: str) -> str | None:
    """What the words right before a time make of it: before, due, from or nothing."""
    tail = _BEFORE_POINT.sub("", words.lower())
    hour = _HOUR.search(tail)
    match = _cue_at_end().search(tail[: hour.start()].rstrip() if hour else tail)
    kind = time_meanings("cue")[match[0]] if match else None
    return "due" if hour and kind == "before" else kind  # till that hour of the day


def is_joint(words: str) -> bool:
    """Whether the words between two times make one interval of them."""
    bare = re.sub(r"\s*(?:hết|ngày|cuối|năm|Năm)$", "", words.strip(" ,.")).strip()
    return bare.lower() in time_meanings("joint")


def is_whole_year(text: str) -> bool:
    """Whether the words mean the year of the plan as a whole (cả năm)."""
    return text.lower().strip(" .") in time_meanings("whole_year")


def goes_on(text: str) -> bool:
    """Whether the time goes on after what is said (và các năm tiếp theo)."""
    return time_words("open").search(text.lower()) is not None


def is_signed_elsewhere(after: str) -> bool:
    """Whether what a text says after "kể từ ngày ký" is not the document itself (hợp đồng)."""
    return time_words("elsewhere").match(after.lower().lstrip()) is not None


@cache
def time_meanings(key: str) -> dict[str, str]:
    """Each word of a table of ``times.toml`` and what it means."""
    found = rows("times", key, TimeWordsRow)
    return {word: row.value or row.kind for row in found for word in row.words}


@cache
def time_words(key: str) -> re.Pattern[str]:
    """Any word of a table of ``times.toml``, as a whole one."""
    return re.compile(rf"{any_of(time_meanings(key))}(?!\w)")


@cache
def _cue_at_end() -> re.Pattern[str]:
    listed = sorted(time_meanings("cue"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))})$")
