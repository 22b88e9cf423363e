"""Items that end with who does them in parentheses: "Mở lớp … (Sở A chủ trì; Quý II/2026)"."""

import re
from collections.abc import Iterator, Sequence

from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.role_entries import read_entry
from loaders.tasks.shared import Source, task_name
from loaders.text import Block
from loaders.times.in_sentences import find_times
from loaders.times.timeframes import read_time
from loaders.units.heads import begins_unit
from loaders.units.read import split_units

_ASIDE = re.compile(r"\((?P<said>[^()]*[Cc]hủ trì[^()]*)\)[\s.;,*_]*$")
#: "(Phòng A, Trạm B; trong tháng 10)": who carries it out, and when
_DONE_BY = re.compile(r"\((?P<said>[^()]{8,160})\)[\s.;,*_]*$")
_TIME = re.compile(
    r"(?P<label>(?:(?:[Tt]hời (?:gian|hạn)|[Hh]oàn thành|[Tt]iến độ)[^.;,:]*:"
    r"|[Hh]oàn thành|[Xx]ong)\s*)?(?P<time>[^;:]*)"
)
_SIGN = re.compile(r"[.;,]\s*")
_ROLE = re.compile(r"(?:chủ trì|phối hợp)(?!\w)")
_SHORTEST = 12  # characters of a name


def aside_tasks(source: Source, body: Sequence[Block]) -> Iterator[Assignment]:
    """The items of the body whose last parenthesis names who leads them, in order."""
    content = source.text.content
    leading = set(source.text.blocks_with(("hủ trì",)))
    for block in body:
        if content[block.start : block.end].rstrip(" .;,*_")[-1:] != ")":
            continue
        led = block.start in leading
        aside = (_ASIDE if led else _DONE_BY).search(content, block.start, block.end)
        section = source.structure.section_at(block.start)
        if aside is None or section is None or section.start != block.start:
            continue
        name, span = task_name(source, section.title.start, aside.start())
        time = _time(source, aside.start("said"), aside.end("said"))
        if not led and (time is None or not begins_unit(content, aside.start("said"))):
            continue
        units = _units(source, aside.start("said"), aside.end("said"))
        acting = (*units["lead"], *units["execute"])
        if len(name) < _SHORTEST or not any(begins_unit(unit.name) for unit in acting):
            continue
        yield Assignment(
            span,
            section.path,
            name.rstrip(" .;:"),
            "task",
            "aside",
            lead=units["lead"],
            execute=units["execute"],
            coordinate=units["coordinate"],
            time=time[0] if time else _within(source, aside),
            whole=Span(block.start, block.end),
        )


def _within(source: Source, aside: re.Match[str]) -> TimeFrame | None:
    """The time inside what is said: "Sở A chủ trì, thực hiện trong quý III/2026"."""
    found = find_times(source.text.content, *aside.span("said"), source.time)
    return next(iter(found), None)


def _units(source: Source, start: int, end: int) -> dict[str, tuple[UnitMention, ...]]:
    """Who leads and who helps; what is said of the time is neither."""
    time = _time(source, start, end)
    stop = time[1] if time else end
    units: dict[str, tuple[UnitMention, ...]] = {
        "lead": (),
        "execute": (),
        "coordinate": (),
    }
    for role, first, last in read_entry(source.text.content, start, stop, "execute"):
        if role in units:
            units[role] += tuple(split_units(source.text, first, last, source.scope, "aside"))
    return units


def _time(source: Source, start: int, end: int) -> tuple[TimeFrame, int] | None:
    """The time that the parenthesis ends with, and where what is said before it ends."""
    content = source.text.content
    for sign in _SIGN.finditer(content, start, end):
        last = _TIME.fullmatch(content, sign.end(), end)
        if last is None or _ROLE.match(content, sign.end()) or begins_unit(content, sign.end()):
            continue
        frame = read_time(last["time"], last.start("time"), source.time)
        if frame and (last["label"] or frame.intervals or frame.due or frame.recurrence):
            return frame, sign.start()
    return None
