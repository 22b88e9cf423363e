"""One duty in a sentence: what its opening makes of the unit, its partners, its time (nhiệm vụ)."""

import re

from msgspec.structs import replace

from loaders.layout.letters import LOWER
from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.prose_words import pattern_of, read_opening, words_of
from loaders.tasks.sentences import SENTENCE_END, sentence_end
from loaders.tasks.shared import Source, task_name
from loaders.times.in_sentences import find_habit, find_rhythm, find_times
from loaders.times.period_days import find_period_days
from loaders.units.deeds import begins_deed
from loaders.units.phrases import begins_force, phrase_end
from loaders.units.read import split_units

_CLAUSE_END = re.compile(r"[;.]\s|(?<!với):\s|[;.]$")
_ABOUT = re.compile(r"(?:kết quả|tình hình|kịp thời|ngay|định kỳ)\s+(?=[A-ZĐỦU])")
#: "…; hoàn thành trước ngày …" at the end of a further sentence
_DONE_BY = re.compile(r";[\s*]*(?=(?:hoàn thành|xong)\s)")
#: "…; phối hợp với Sở Y …", "…; chủ trì cùng Sở Y …": a later clause that names who helps
_GOES_ON_WITH = re.compile(
    r";\s+(?:đồng thời,?\s+)?(?:(?:chủ trì|chủ động|thường xuyên|tăng cường|tích cực),?\s+)?"
    r"(?=phối hợp\s)|;\s+chủ trì(?=,?\scùng\s)"
)
#: "…, hằng quý tổng hợp": how often, before what is done
_THEN_OFTEN = re.compile(
    r"[;,vđ](?:(?<=[;,])|(?<=\sv)à|(?<=\sđ)ồng thời)\s+(?=(?:h[ằà]ng|mỗi|[Đđ]ịnh kỳ)\s)"
)
#: "báo cáo Chính phủ | hằng tháng": how often, in the last words of a report
_REPORTED_OFTEN = re.compile(
    r"áo cáo\s(?:(?![.;]\s)[^\n]){0,90}?\s"
    r"(?=(?:h[ằà]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)\s*(?:[.;]|$))"
)
#: what a time in the same clause says the end of
_ENDING = re.compile(
    r"(?:báo cáo|(?<![Cc]hương )(?<!quy )(?<!công )(?<!quá )(?<!lộ )trình|[Hh]oàn thành|xong|gửi)"
    r"\s[^,;]*$"
)
#: "với các đơn vị: Sở Nội vụ, Sở Tài chính": those named are meant
_THOSE = re.compile(r"(các (?:cơ quan|đơn vị|sở|ngành|bộ)[^:.;]{0,40}):\s")
_NEXT_WORD = re.compile(r",?\s+(?:phải\s+|có\s+)?")
#: what only joins the next clause on: "…; đồng thời | yêu cầu Sở Y …"
_LAST_JOINT = re.compile(r"[;,]\s+(?:và|đồng thời),?\s*$")
_LOWER = re.compile(rf"\s+[{LOWER}]")
_LONGEST_OFFICE = 140  # characters
_NUMBER = re.compile(r"\d")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


def duty(
    source: Source,
    subject: tuple[UnitMention, ...],
    start: int,
    end: int,
    *,
    kind: str,
    rule: str,
    path: str,
    whole: Span,
    since: int | None = None,
) -> Assignment:
    """The assignment that ``content[start:end]`` gives to ``subject``.

    ``since``: where the circumstance begins that its sentence opens with.
    """
    content = source.text.content
    last = sentence_end(content, start, end)
    start = _what_is_done(content, _past_office(content, start, last), last)
    joint = _LAST_JOINT.search(content, start, last)
    name, span = task_name(source, start, joint.start() if joint else last)
    opening = read_opening(content, span.start, last)
    role = opening.role if opening else "execute"
    first = span.start if since is None else since
    return Assignment(
        span,
        path,
        name.rstrip(" ./;"),
        kind,
        rule,
        lead=subject if role == "lead" else (),
        execute=() if role == "lead" else subject,
        coordinate=partners(source, span.start, last, subject),
        advise=subject if role == "advise" else (),
        supervise=subject if role == "supervise" else (),
        reports_to=receivers(source, span.start, last),
        time=duty_time(source, first, last)
        or _finishing_time(source, last, end)
        or next(iter(find_period_days(content, first, last)), None)
        or _rhythm(source, first, last)
        or find_habit(content, first, last)
        or find_habit(content, span.start, last),
        whole=whole,
    )


def _what_is_done(content: str, start: int, end: int) -> int:
    """Where what is done begins behind "có trách nhiệm"; ``start`` where that is all."""
    bare = words_of("bare_duty").match(content, start, end)
    said = _LOWER.match(content, bare.end(), end) if bare else None
    if said is None or pattern_of("enforcing").match(content[start:end]):
        return start
    return said.end() - 1


def _past_office(content: str, start: int, end: int) -> int:
    """Where what is done begins behind "theo chức năng, nhiệm vụ được giao"."""
    office = pattern_of("by_office").match(content, start, end)
    if office is None:
        return start
    clause = _CLAUSE_END.search(content, start, min(end, start + _LONGEST_OFFICE))
    last = clause.start() if clause else min(end, start + _LONGEST_OFFICE)
    ends = (told.end() for told in pattern_of("office_ends").finditer(content, start, last))
    begun = (
        at for at in ends if begins_deed(content, at) or not words_of("ground").match(content, at)
    )
    acts = (at for at in begun if begins_deed(content, at) or read_opening(content, at, end))
    return next(acts, start)


def partners(
    source: Source, start: int, end: int, subject: tuple[UnitMention, ...]
) -> tuple[UnitMention, ...]:
    """The units after the first "phối hợp với" of the sentence's first clause.

    Where that names none: of the first clause that goes on with "; phối hợp với …".
    """
    content = source.text.content
    clause = _CLAUSE_END.search(content, start, end)
    first = clause.start() if clause else end
    match = pattern_of("with").search(content, start, first)
    goes_on = None if match else _GOES_ON_WITH.search(content, first, end)
    if goes_on:
        match = pattern_of("with").match(content, goes_on.end(), end)
    if match is None:
        return ()
    together = words_of("together").search(match[0]) is not None
    bare = together or begins_force(content, match.end())
    stop = phrase_end(content, match.end(), end, bare=bare)
    if stop is None:
        return ()
    begin = match.end()
    named = _THOSE.match(content, begin, end)
    if named and named.end(1) == stop and (last := phrase_end(content, named.end(), end)):
        begin, stop = named.end(), last
    found = split_units(source.text, begin, stop, source.scope, "prose_coordinate")
    own = {unit.id for unit in subject if unit.id}
    return tuple(unit for unit in found if unit.id not in own)


def receivers(source: Source, start: int, end: int) -> tuple[UnitMention, ...]:
    """Whom a report of the sentence goes to: the units after "báo cáo", else after "về", "gửi"."""
    content = source.text.content
    report = pattern_of("report").search(content, start, end)
    if report is None:
        return ()
    about = _ABOUT.match(content, report.end(), end)
    for at in (
        about.end() if about else report.end(),
        *(m.end() for m in pattern_of("report_to").finditer(content, report.end() - 1, end)),
    ):
        stop = phrase_end(content, at, end)
        if stop:
            return tuple(split_units(source.text, at, stop, source.scope, "report_to"))
    return ()


def duty_time(source: Source, start: int, end: int) -> TimeFrame | None:
    """The first time of the sentence that stands outside quotation marks.

    A period that only belongs to what is done gives way to the day when it is to be reported or
    finished ("miễn phí đến hết năm 2026, báo cáo Chính phủ trong tháng 3").
    """
    content = source.text.content
    quoted = [m.span() for m in _QUOTED.finditer(content, start, end)]
    found = [
        frame
        for frame in find_times(content, start, end, source.time)
        if not any(a <= frame.span.start < b for a, b in quoted)
        and not _tells_which(source, frame, start, end)
    ]
    ending = (f for f in found if f.before or _ENDING.search(content, start, f.span.start))
    frame = next(ending, found[0] if found else None)
    return _each_year(source, frame, start, end) if frame else None


def _tells_which(source: Source, frame: TimeFrame, start: int, end: int) -> bool:
    """Whether a time without an end only tells which are meant: "hồ sơ từ ngày 01/3 chưa xử lý"."""
    begun = frame.text.lower().startswith(("từ ", "kể từ ")) and not frame.due
    inside = frame.span.start - start > 1 and _LOWER.match(source.text.content, frame.span.end, end)
    return begun and "đến" not in frame.text and inside is not None


def _each_year(source: Source, frame: TimeFrame, start: int, end: int) -> TimeFrame:
    """A day without a year that comes back as often as the sentence says ("Hằng năm, … trước ngày
    30/11")."""
    if frame.recurrence or not (frame.due and frame.inferred):
        return frame
    rhythm = find_rhythm(source.text.content, start, end)
    return replace(frame, recurrence=rhythm.recurrence) if rhythm else frame


def _rhythm(source: Source, start: int, end: int) -> TimeFrame | None:
    """How often: at the beginning ("Hằng năm, …"), before what a further clause does ("…, hằng quý
    tổng hợp"), behind a report, or where it can mean nothing else ("… định kỳ hằng quý …")."""
    content = source.text.content
    clause = content.find(";", start, end)
    frame = find_rhythm(content, start, clause if clause > 0 else end)
    anywhere = frame is not None and (
        "lần" in frame.text
        or _NUMBER.search(frame.text)
        or not frame.text.lower().startswith(("hằng", "hàng", "mỗi"))
    )
    if frame and (anywhere or frame.span.start - start <= 1):
        return frame
    last = _REPORTED_OFTEN.search(content, start, end)
    if last and not last[0].endswith(("họp ", "thường kỳ ", "giao ban ")):
        return find_rhythm(content, last.end(), end)
    for then in _THEN_OFTEN.finditer(content, start, end):
        frame = find_rhythm(content, then.end(), end)
        if frame is None or frame.span.start != then.end():
            continue
        if frame.text.lower().startswith("định kỳ") or _acts_next(content, frame.span.end, end):
            return frame
    return None


def _acts_next(content: str, at: int, end: int) -> bool:
    """Whether something is done right behind the words that say how often."""
    after = _NEXT_WORD.match(content, at, end)
    return after is not None and begins_deed(content, after.end())


def _finishing_time(source: Source, start: int, end: int) -> TimeFrame | None:
    """The time of a further sentence that says when it is to be done ("Hoàn thành trong …")."""
    content = source.text.content
    for stop in SENTENCE_END.finditer(content, start, end):
        at = stop.end()
        while at < end and content[at] in " *":
            at += 1
        if words_of("finishing").match(content, at, end):
            return duty_time(source, at, sentence_end(content, at, end))
        done = _DONE_BY.search(content, at, sentence_end(content, at, end))
        if done and (time := duty_time(source, done.end(), end)):
            return time
    return None
