"""Report duties: who reports to whom, by when and how often (chế độ báo cáo)."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.asked_lists import OpenLists
from loaders.tasks.bodies import is_covered
from loaders.tasks.duties import receivers
from loaders.tasks.prose_words import pattern_of, words_of
from loaders.tasks.sentences import after_circumstance, later_starts
from loaders.tasks.shared import Source, addressees
from loaders.text import Block
from loaders.times.in_sentences import find_rhythm, find_times
from loaders.times.period_days import find_period_days
from loaders.times.recurrences import recurrence
from loaders.times.timeframes import each_due
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

_TOLD = re.compile(r"(?:\s*\([^()]*\))?\s*(?=\w)")
_CLAUSE = re.compile(r"[.;](?=\s|$)|\./\.|$")
_MONTH = re.compile(r"(?:[Tt]rong|[Vv]ào) (?:tháng|quý|Quý)")
_OFTEN = re.compile(r"(?:[Hh][ằà]ng|[Mm]ỗi|[Đđ]ịnh kỳ)\s")
_SHORTEST = 16  # characters of a report's name
_NEAR = 40  # characters between how often and "báo cáo"
_ASKS = re.compile(r"(?:yêu cầu|đề nghị|giao)\s+(?=[A-ZĐcb])")


def report_duties(
    source: Source, body: Sequence[Block], *, taken: Sequence[Span]
) -> Iterator[Assignment]:
    """The duties to report that name a day or a recurrence, one for each day.

    What stands in ``taken`` belongs to other tasks.
    """
    previous: Block | None = None
    content = source.text.content
    lists = OpenLists()
    reporting = set(source.text.blocks_with(("áo cáo",)))
    for block in body if reporting else ():
        if is_covered(taken, block.start):
            continue
        start = source.structure.after_marker(block)
        lists.follow(source, block, start)
        if block.start in reporting:
            for clause in _clauses(content, start, block.end):
                report = pattern_of("report").search(content, clause.start, clause.end)
                times = _times(source, clause, report) if report else []
                if report and times:
                    by = _acting(source, clause) or _subject(source, start, block.end)
                    by = by or _told_before(source, start, report.start())
                    by = by or _asked(source, lists, block)
                    by = by or _all_addressed(source, block) or _above(source, block, previous)
                    yield from _duties(source, block, clause, report, times, by)
        previous = block


def _asked(source: Source, lists: OpenLists, block: Block) -> tuple[UnitMention, ...]:
    """The units of whom the list with this item is asked."""
    asked = lists.at(source.structure.section_at(block.start), block.start)
    return asked.units if asked else ()


def _all_addressed(source: Source, block: Block) -> tuple[UnitMention, ...]:
    """Whom a letter goes to, for a paragraph behind its items that names nobody."""
    section = source.structure.section_at(block.start)
    if section is not None:
        title = source.text.content[section.title.start : section.title.end].rstrip(" *")
        if section.start == block.start or not title.endswith((".", ";", "/")):
            return ()
    return addressees(source)


def _above(source: Source, block: Block, previous: Block | None) -> tuple[UnitMention, ...]:
    """The units of the title above, else those of the paragraph before."""
    under = _under(source, block)
    if under or previous is None or _are_siblings(source, block, previous):
        return under
    return _subject(source, source.structure.after_marker(previous), previous.end)


def _are_siblings(source: Source, block: Block, previous: Block) -> bool:
    """Whether both begin items of one list: what the one before does is its own."""
    own = source.structure.section_at(block.start)
    other = source.structure.section_at(previous.start)
    if own is None or other is None or own is other:
        return False
    return own.start == block.start and own.parent == other.parent


def _clauses(content: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _CLAUSE.finditer(content, start, end):
        if match.end() > at:
            yield Span(at, match.start())
        at = match.end()
    if at < end:
        yield Span(at, end)


def _times(source: Source, clause: Span, report: re.Match[str]) -> list[TimeFrame]:
    """The times of a clause that are deadlines or recurrences of the report.

    A day that each period has comes first, then what is said behind "báo cáo". Without a day: the
    month it falls in, or how often it is due ("định kỳ hằng quý báo cáo").
    """
    content = source.text.content
    if each := find_period_days(content, clause.start, clause.end):
        return each
    found = find_times(content, clause.start, clause.end, source.time)
    found = [frame for frame in found if frame.span.start > report.start()] or found
    frames = [frame for frame in found if frame.due or frame.recurrence]
    frames = frames or [f for f in found if f.intervals and _MONTH.match(f.text)]
    if not frames:
        rhythm = (
            find_rhythm(content, clause.start, clause.end)
            or _right_before(content, clause, report)
            or _at_the_end(content, clause, report)
        )
        return [rhythm] if rhythm else []
    return [day for frame in frames for day in each_due(frame, source.time)]


def _right_before(content: str, clause: Span, report: re.Match[str]) -> TimeFrame | None:
    """``hằng năm tổng hợp, báo cáo``: how often, right before the report."""
    start = max(clause.start, report.start() - _NEAR)
    spoken = [m.start() for m in _OFTEN.finditer(content, start, report.start())]
    return find_rhythm(content, spoken[-1], report.start()) if spoken else None


def _at_the_end(content: str, clause: Span, report: re.Match[str]) -> TimeFrame | None:
    """``báo cáo Sở Nội vụ kết quả hằng quý.``: how often, in the clause's last words."""
    spoken = [m.start() for m in _OFTEN.finditer(content, report.end(), clause.end)]
    rhythm = find_rhythm(content, spoken[-1], clause.end) if spoken else None
    ends = rhythm and not content[rhythm.span.end : clause.end].strip(" *")
    return rhythm if ends else None


def _acting(source: Source, clause: Span) -> tuple[UnitMention, ...]:
    """The units that a clause begins with, after its circumstance."""
    content = source.text.content
    start = clause.start
    while start < clause.end and content[start] in " *-–,:":
        start += 1
    return _subject(source, after_circumstance(content, start, clause.end), clause.end)


def _told_before(source: Source, start: int, report: int) -> tuple[UnitMention, ...]:
    """The units asked before the report is told of ("Đề nghị các sở … . Định kỳ …")."""
    content = source.text.content
    for at in reversed([*later_starts(content, start, report)]):
        if words_of("giving").match(content, at):
            return _subject(source, at, report)
    return ()


def _duties(
    source: Source,
    block: Block,
    clause: Span,
    report: re.Match[str],
    times: Sequence[TimeFrame],
    by: tuple[UnitMention, ...],
) -> Iterator[Assignment]:
    content = source.text.content
    told = _TOLD.match(content, _right_after(source, report, clause), clause.end)
    stop = pattern_of("report_end").search(
        content, told.end() - 1 if told else report.end(), clause.end
    )
    end = stop.start() if stop else clause.end
    if end - report.start() < _SHORTEST:  # nothing but the word itself
        end = clause.end
    section = source.structure.section_at(block.start)
    to = receivers(source, report.start(), clause.end)
    if not (by or to):
        return
    for frame in times:
        every = frame.recurrence or _recurrence_before(content, clause.start, frame.span.start)
        yield Assignment(
            Span(report.start(), end),
            section.path if section else "",
            source.words(report.start(), end).rstrip(" ,"),
            "report",
            "report_duty",
            execute=by,
            reports_to=to,
            time=replace(frame, recurrence=every),
            whole=Span(clause.start, clause.end),
        )


def _recurrence_before(content: str, start: int, end: int) -> str | None:
    """``định kỳ 06 tháng (trước ngày …) và cả năm (trước ngày …)``: what stands before the day."""
    found = list(pattern_of("report_every").finditer(content, max(start, end - 40), end))
    if not found:
        return None
    words = found[-1][0]
    if words == "cả năm":
        return "P1Y"
    return recurrence(words) or recurrence(f"định kỳ {words}")


def _right_after(source: Source, report: re.Match[str], clause: Span) -> int:
    """Where the units that stand right after "báo cáo" end."""
    return phrase_end(source.text.content, report.end(), clause.end) or report.end()


def _subject(source: Source, start: int, end: int) -> tuple[UnitMention, ...]:
    """The units that a paragraph begins with, or that it gives its task to."""
    content = source.text.content
    while start < end and content[start] in " *-–":
        start += 1
    assign = words_of("assign").match(content, start, end)
    assign = assign or words_of("responsible").match(content, start, end)
    first = assign.end() if assign else start
    while first < end and content[first] in " :":
        first += 1
    stop = phrase_end(content, first, end)
    asks = None if assign else _ASKS.search(content, stop or start, end)
    if asks and (stop is None or not content[stop : asks.start()].strip()):
        first = asks.end()
        stop = phrase_end(content, first, end)
    if stop is None:
        return ()
    return tuple(split_units(source.text, first, stop, source.scope, "report_by"))


def _under(source: Source, block: Block) -> tuple[UnitMention, ...]:
    """The units of the title that the paragraph stands under."""
    section = source.structure.section_at(block.start)
    if section is None or section.parent is None:
        return ()
    title = (
        section.title
        if section.start != block.start
        else source.structure.sections[section.parent].title
    )
    start = title.start
    while start < title.end and source.text.content[start] in " *":
        start += 1
    return _subject(source, start, title.end)
