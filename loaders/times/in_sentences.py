"""Time frames in sentences: after a preposition, counted from signing, how often (thời hạn)."""

import re
from collections.abc import Sequence

from loaders.mentions import Span, TimeFrame
from loaders.times.points import Point, is_joint, is_signed_elsewhere, points, recurrence
from loaders.times.timeframes import TimeContext, counted_from_signing, interpret

#: a time and what is joined to it take no more characters than this
_FAR = 1000
#: what every time holds but those that words alone tell: a figure or the number of a quarter
_FIGURE = re.compile(r"[\dIV]")
_PROSE = re.compile(
    r"(?:từ nay(?: cho)?|Từ nay(?: cho)?|trước|chậm nhất|muộn nhất|trong|vào|từ|đến hết|định kỳ"
    r"|Định kỳ|Trước|Trong|Từ|Chậm nhất"
    r"|đến(?:(?<=[Pp]hấn đấu đến)|(?<=[Cc]hậm nhất đến)|(?<=[Hh]oàn thành đến)))\s"
    r"(?:(?:là|vào|trong|trước|hết|ngày|cuối|đến|đầu|giữa|sáng|trưa|chiều|tối)\s){0,3}"
    r"(?:(?<=ngày\s)(?:[^\W\d_]+\s){1,3}(?=\d{1,2}[/-]\d))?"
    r"(?:\d{1,2}\s?(?:giờ|h|:)\s?\d{0,2}(?:\s?phút)?,?\s)?"
    r"(?=ngày\s\d|\d{1,2}/\d|tháng\s\d|[Qq]u[ýí]\s[IV\d]|năm\s\d{4}"
    r"|0?\d{1,2}\stháng\s(?:đầu|cuối)\snăm)"
)
#: "trong tuần 33", "trong thời hạn 03 ngày làm việc", "Thời hạn không quá 05 ngày": the text does
#: not tell which days these are
_DAYLESS = re.compile(
    r"[Tt]rong tuần (?:\d{1,2}(?!\d)|này|tới|sau)"
    r"|(?:(?:[Tt]rong|[Cc]hậm nhất(?: là)?(?: trong)?) (?:vòng|thời hạn|thời gian)"
    r"|(?<=[Tt]hời hạn )[Kk]hông quá|(?<=oàn thành )[Kk]hông quá"
    r"|(?:[Kk]hông quá|[Cc]hậm nhất(?: là)?|[Ss]au)(?= \d{1,3} ngày(?: làm việc)?,? (?:kể )?từ\s))"
    r" \d{1,3} ngày(?: làm việc)?(?:,? (?:kể từ|từ|sau)(?:\s[^\s.,;:()]+){1,8}(?=[.,;:()]|$))?"
)
#: "trình Chính phủ tháng 11/2026", "hoàn thành Quý I năm 2026": without a preposition
_DONE_IN = re.compile(
    r"(?:[Hh]oàn thành|[Tt]rình|[Bb]an hành)(?:\s(?!báo cáo)[^\s,;.:()]+){0,10}?\s"
    r"(?=(?:tháng\s\d{1,2}|[Qq]u[ýí]\s[IV]{1,3})\s?(?:/|năm)\s?20\d\d)"
    r"|(?:[Tt]hời (?:gian|hạn)(?: (?:hoàn thành|thực hiện))?|[Hh]oàn thành|[Xx]ong)\s?:\s?"
    r"(?=(?:[Tt]háng\s\d|[Qq]u[ýí]\s[IV\d]|[Nn]gày\s\d|\d{1,2}/\d))"
)
_COUNTED = re.compile(
    r"(?:(?:[Cc]hậm nhất(?: là)?|[Kk]hông quá|[Tt]rong(?: vòng| thời hạn)?|[Ss]au) )+"
    r"\d{1,3} ngày,? (?:kể từ|từ|sau) ngày (?:ký|ban hành)(?!\w)"
)
#: "trước 16 giờ 00 hằng ngày"
_DAILY = re.compile(
    r"(?:[Tt]rước|[Cc]hậm nhất(?: là)?|[Vv]ào lúc|[Vv]ào|[Ll]úc)\s"
    r"\d{1,2}\s?(?:giờ|h)\s?(?:\d{1,2})?(?:\s?phút)?\s(?:h[ằà]ng|mỗi)\sngày(?!\w)"
    r"|(?:h[ằà]ng|mỗi)\sngày,?\s(?:trước|vào lúc|vào|lúc)\s\d{1,2}\s?(?:giờ|h)\s?(?:\d{1,2}(?!\d))?"
)
#: "trước 15:00 Chủ nhật hằng tuần", "chiều thứ Sáu mỗi tuần"
_WEEKLY = re.compile(
    r"(?:(?:[Tt]rước|[Cc]hậm nhất(?: là)?|[Vv]ào lúc|[Vv]ào|[Ll]úc)\s)?"
    r"(?:\d{1,2}\s?(?:giờ|h|:)\s?(?:\d{1,2})?(?:\s?phút)?,?\s)?"
    r"(?:ngày\s|(?:[Ss]áng|[Cc]hiều)\s(?:ngày\s)?)?"
    r"(?:[Cc]hủ [Nn]hật|[Tt]hứ\s(?:[2-7]|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy))"
    r"(?:\scủa)?\s(?:h[ằà]ng|mỗi)\stuần(?!\w)"
)
_OFTEN = (
    r"(?:[Đđ]ịnh kỳ,? )?(?:h[ằà]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)"
    r"|[Đđ]ịnh kỳ (?:0?[36]|ba|sáu) tháng(?:(?:,| và) (?:(?:h[ằà]ng |một |0?1 )?năm|cả năm))?"
    r"|[Đđ]ịnh kỳ (?:quý|năm|tháng|tuần)"
)
#: "mỗi tuần 02 lần", "ít nhất 01 lần/tháng"
_TIMES = re.compile(
    r"(?:h[ằà]ng|mỗi|một) (?:tuần|tháng|quý|năm),? (?:ít nhất |tối thiểu )?\d{1,2} lần(?!\w)"
    r"|\d{1,2} lần\s?/\s?(?:tuần|tháng|quý|năm)(?!\w)|\d{1,2} (?:tuần|tháng|quý|năm)/lần"
)
_RHYTHM = re.compile(rf"(?i:{_OFTEN})(?!\w)")
#: "Thường xuyên, liên tục", "Định kỳ hoặc đột xuất": as often as it takes, before what is done
_HABIT = re.compile(
    r"(?:thường xuyên|định kỳ|đột xuất)"
    r"(?:(?:,| và| hoặc|/)? ?(?:thường xuyên|liên tục|định kỳ|đột xuất)(?!\w))*(?!\w)",
    re.IGNORECASE,
)
_REGULAR = re.compile(rf"(?=[Đđ]ịnh kỳ)(?:{_OFTEN})(?!\w)")


def find_times(content: str, start: int, end: int, context: TimeContext) -> list[TimeFrame]:
    """The deadlines and periods that a sentence of prose gives with a preposition."""
    if not _FIGURE.search(content, start, end):
        return _dayless(content, start, end)
    found: list[TimeFrame] = _counted(content, start, end, context)
    at = start
    while match := _PROSE.search(content, at, end):
        clause = content[match.start() : min(end, match.start() + _FAR)]
        listed = points(clause)
        if not listed:
            at = match.end()
            continue
        stop = match.start() + _together(clause, listed)
        words = content[match.start() : stop]
        found.append(interpret(words, match.start(), context, "time_prose"))
        at = stop
    return (
        sorted(found, key=lambda frame: frame.span.start)
        or _done_in(content, start, end, context)
        or _dayless(content, start, end)
    )


def _dayless(content: str, start: int, end: int) -> list[TimeFrame]:
    """ "trình thẩm định trong tuần 33", "trong vòng 10 ngày": as printed, of no known days."""
    match = _DAYLESS.search(content, start, end)
    return [TimeFrame(Span(*match.span()), match[0], rule="time_prose")] if match else []


def _done_in(content: str, start: int, end: int, context: TimeContext) -> list[TimeFrame]:
    """ "trình Chính phủ tháng 11/2026": when a clause without a preposition is to be done."""
    match = _DONE_IN.search(content, start, end)
    listed = points(content[match.end() : min(end, match.end() + _FAR)]) if match else ()
    if match is None or not listed or listed[0].start:
        return []
    words = content[match.end() : match.end() + listed[0].end]
    return [interpret(words, match.end(), context, "time_prose")]


def find_rhythm(content: str, start: int, end: int) -> TimeFrame | None:
    """How often, where it is said so that it can only be meant of what is done.

    "Định kỳ hằng quý, …" or "Hằng năm, …" at the beginning, "định kỳ 06 tháng", "thứ Sáu hằng
    tuần" and "trước 16 giờ hằng ngày" anywhere; not "kế hoạch hằng năm".
    """
    weekly = content.find("tuần", start, end) >= 0
    match = _WEEKLY.search(content, start, end) if weekly else None
    match = match or _RHYTHM.match(content, start, end) or _REGULAR.search(content, start, end)
    if match is None and _FIGURE.search(content, start, end):
        match = _DAILY.search(content, start, end) or _TIMES.search(content, start, end)
    if match is None:
        return None
    every = recurrence(match[0])
    return TimeFrame(Span(*match.span()), match[0], recurrence=every, rule="time_rhythm")


def find_habit(content: str, start: int, end: int) -> TimeFrame | None:
    """ "Thường xuyên kiểm tra …", "Định kỳ rà soát …": that it is done again and again."""
    match = _HABIT.match(content, start, end)
    if match is None:
        return None
    return TimeFrame(
        Span(*match.span()), match[0], recurrence=recurrence(match[0]), rule="time_rhythm"
    )


def _counted(content: str, start: int, end: int, context: TimeContext) -> list[TimeFrame]:
    """ "trong vòng 30 ngày kể từ ngày ký": deadlines counted from the day of issue."""
    frames = []
    for match in _COUNTED.finditer(content, start, end):
        if is_signed_elsewhere(content[match.end() : end]):
            continue
        frame = TimeFrame(Span(*match.span()), match[0], rule="time_counted")
        frame = counted_from_signing(frame, context)
        frames += [frame] if frame.due else []
    return frames


def _together(words: str, listed: Sequence[Point]) -> int:
    """Where the first time and those joined to it end, a recurrence right after included."""
    end = listed[0].end
    for point in listed[1:]:
        between = words[end : point.start].strip()
        if not (is_joint(between) or between in ("và", ",", "hoặc")):
            break
        end = point.end
    after = re.compile(r"\s(?:hằng|hàng) (?:năm|quý|tháng)").match(words, end)
    return after.end() if after else end
