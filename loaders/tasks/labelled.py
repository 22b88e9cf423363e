"""Tasks with labelled lines under them: "- Cơ quan chủ trì: …", "Thời gian thực hiện: …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from loaders.layout.markers import Marker, Style
from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.labels import Labelled, inner_labels, read_labels
from loaders.tasks.prose_words import words_of
from loaders.tasks.role_entries import read_entry
from loaders.tasks.shared import Source, task_name
from loaders.text import ASIDE, CELL, HEADING, Block
from loaders.times.in_sentences import find_times
from loaders.times.timeframes import asks_deadline, read_time
from loaders.units.read import begins_unit, split_units

_BESIDE = ASIDE | {CELL}
_SIGNS = (Style.DASH, Style.PLUS, Style.BULLET)
_UNITS = ("lead", "execute", "coordinate", "advise", "supervise")
#: "Nhiệm vụ 2: …", a number in words before what is to be done
_COUNTED = re.compile(
    r"[\s*]*(?:Nhiệm vụ|Hoạt động|Giải pháp|Công việc)(?: số)? \d{1,2}(?:\.\d{1,2})*\s*[:.–-][\s*]*"
)
#: "(Cơ quan chủ trì: Sở A; thời gian: Quý II)" in a line of its own
_ASIDE = re.compile(r"\((?P<said>[^\n]*)\)[\s.;,*]*")
#: "Đơn vị thực hiện", but not "Phân công", "Thực hiện"
_ORGAN = re.compile(r"(?i:(?:các )?(?:cơ quan|đơn vị|bộ phận)(?!\w))")
_LONG_TIME = 90  # characters above which a time is a sentence, read for the times in it


class _Line(NamedTuple):
    """A block, the marker that opens it and the labels it holds."""

    block: Block
    marker: Marker | None
    labels: list[Labelled]
    name_end: int | None = None  # the labels stand behind the task's own words, in its line

    @property
    def style(self) -> Style | None:
        return self.marker.style if self.marker else None

    @property
    def start(self) -> int:
        return self.block.start + (self.marker.end if self.marker else 0)


@dataclass(slots=True)
class _Run:
    """The labelled lines of one task."""

    lines: list[_Line] = field(default_factory=list)
    parts: list[Labelled] = field(default_factory=list)


def labelled_tasks(source: Source, start: int, end: int) -> Iterator[Assignment]:
    """The labelled tasks between two positions, in order."""
    lines = list(_lines(source, start, end))
    if not any(line.labels for line in lines):
        return  # as in most documents
    leads = [p.start for x in lines for p in x.labels if p.role in ("lead", "execute")]
    pending: list[_Line] = []
    run = _Run()
    for line in lines:
        if line.name_end is not None:
            if run.parts:
                yield from _task(source, pending, run, leads)
            pending, run = [], _Run()
            yield from _built(source, line, line.name_end, _Run([line], line.labels))
        elif line.labels:
            run.lines.append(line)
            run.parts.extend(line.labels)
        elif run.parts and _hangs_on(source, run, line):
            last = run.parts[-1]
            run.parts[-1] = replace(last, end=line.block.end)
            run.lines.append(line)
        else:
            if run.parts:
                yield from _task(source, pending, run, leads)
                pending, run = [], _Run()
            pending.append(line)
    if run.parts:
        yield from _task(source, pending, run, leads)


def _lines(source: Source, start: int, end: int) -> Iterator[_Line]:
    content, markers = source.text.content, source.structure.markers
    inline = set(source.text.blocks_with(("hủ trì:", "hực hiện:")))
    for block in source.text.blocks:
        if block.start < start or block.end > end or block.kind in _BESIDE:
            continue
        marker = markers.get(block.start)
        at = block.start + (marker.end if marker else 0)
        while at < block.end and content[at] in " -–+":
            at += 1
        aside = _ASIDE.fullmatch(content, at, block.end)
        labels = read_labels(content, *(aside.span("said") if aside else (at, block.end)))
        behind = marker and not labels and block.start in inline
        if behind and (inner := inner_labels(content, at, block.end)):
            yield _Line(block, marker, inner[1], inner[0])
        else:
            yield _Line(block, marker, labels)


def _hangs_on(source: Source, run: _Run, line: _Line) -> bool:
    """Whether an unlabelled line goes on a label: "- Thời gian thực hiện:" then "+ …"."""
    last = run.parts[-1]
    if source.text.content[last.start : last.end].strip(" .;:*"):
        return (
            False if line.style is None else _is_inner(run.lines[-1], line) and _open(source, last)
        )
    return line.style in _SIGNS or line.style is None


def _open(source: Source, part: Labelled) -> bool:
    return source.text.content[part.start : part.end].rstrip().endswith((":", ";"))


def _is_inner(line: _Line, other: _Line) -> bool:
    if line.style in _SIGNS and other.style in _SIGNS:
        return line.style is other.style or _SIGNS.index(other.style) > _SIGNS.index(line.style)
    return other.style in _SIGNS


def _task(
    source: Source, pending: list[_Line], run: _Run, leads: Sequence[int]
) -> Iterator[Assignment]:
    roles = {part.role for part in run.parts}
    helped = {"coordinate", "time"} <= roles  # a task of which nobody says who leads it
    done = "execute" in roles and (roles & {"time", "coordinate"} or _names_doer(source, run))
    if not ("lead" in roles or helped or done):
        return
    named = _named(source, pending, leads)
    if named is not None:
        yield from _built(source, named, named.block.end, run)


def _names_doer(source: Source, run: _Run) -> bool:
    """Whether an unnumbered line of a plan says which organ does it ("- Đơn vị thực hiện: …")."""
    if not words_of("planning_kinds").fullmatch(source.header.type or ""):
        return False
    numbered = any(line.style not in (None, *_SIGNS) for line in run.lines)
    return not numbered and any(_ORGAN.match(part.label) for part in run.parts)


def _is_person(name: str) -> bool:
    """Whether somebody is called by name or position ("Đ/c Phó Bí thư Đoàn xã")."""
    called = words_of("comrade").match(name)
    return called is not None and bool(name[called.end() :].strip())


def _built(source: Source, named: _Line, name_end: int, run: _Run) -> Iterator[Assignment]:
    """The task that a line names up to ``name_end``; none where no label names a unit."""
    roles = {part.role for part in run.parts}
    helped = {"coordinate", "time"} <= roles
    counted = _COUNTED.match(source.text.content, named.start, name_end)
    name, span = task_name(source, counted.end() if counted else named.start, name_end)
    section = source.structure.section_at(named.block.start)
    units = _units(source, run.parts)
    if not any(
        unit.id or begins_unit(unit.name) or ("time" in roles and _is_person(unit.name))
        for unit in (*units["lead"], *units["execute"], *(units["coordinate"] if helped else ()))
    ):
        return
    yield Assignment(
        span,
        section.path if section else "",
        name,
        "task",
        "labelled_list",
        lead=units["lead"],
        execute=units["execute"] or (() if units["lead"] else units["advise"]),
        coordinate=units["coordinate"],
        advise=units["advise"],
        supervise=units["supervise"],
        time=_time(source, run),
        deliverable=_said(source, run, "deliverable"),
        budget=(_said(source, run, "budget") or "").rstrip(" .;") or None,
        whole=Span(named.block.start, run.lines[-1].block.end),
    )


def _named(source: Source, pending: list[_Line], leads: Sequence[int]) -> _Line | None:
    """The line that names the task: the item that the labels hang on."""
    if not pending:
        return None
    last = pending[-1]
    at = len(pending) - 1
    if last.style is None:
        above = pending[at - 1] if at else None
        if above is None or above.style is None or _is_heading(source, above, leads):
            return last
        last, at = above, at - 1
    if last.style not in _SIGNS:
        return last
    while at and pending[at - 1].style is last.style:
        at -= 1
    above = pending[at - 1] if at else None
    return above if above and above.style and not _is_heading(source, above, leads) else pending[at]


def _is_heading(source: Source, line: _Line, leads: Sequence[int]) -> bool:
    """Whether the line is a title over several tasks and not itself what is to be done."""
    if line.block.emphasis or line.block.kind is HEADING:
        return True
    if not source.text.words(line.block).rstrip().endswith((":", ".", ";")):
        return True
    section = source.structure.section_at(line.block.start)
    if section is None:
        return False
    return bisect_left(leads, section.end) - bisect_left(leads, section.start) > 1


def _units(source: Source, parts: Sequence[Labelled]) -> dict[str, tuple[UnitMention, ...]]:
    """Units by role; what follows "Phân công:" may say who of them leads and who helps."""
    units: dict[str, tuple[UnitMention, ...]] = dict.fromkeys(_UNITS, ())
    for part in parts:
        if part.role not in _UNITS:
            continue
        said = [(part.role, part.start, part.end)]
        if part.role in ("lead", "execute"):
            said = list(read_entry(source.text.content, part.start, part.end, part.role))
        for role, start, end in said:
            units[role] += tuple(
                split_units(source.text, start, end, source.scope, f"label_{role}")
            )
    return units


def _time(source: Source, run: _Run) -> TimeFrame | None:
    for part in run.parts:
        if part.role == "time":
            words = source.text.content[part.start : part.end]
            if len(words) > _LONG_TIME or "\n" in words.strip():
                found = find_times(source.text.content, part.start, part.end, source.time)
                if found:
                    return found[0]
            frame = read_time(words, part.start, source.time, deadline=asks_deadline(part.label))
            if frame:
                return frame
    return None


def _said(source: Source, run: _Run, role: str) -> str | None:
    """The words behind the labels of a role."""
    words = [source.words(p.start, p.end) for p in run.parts if p.role == role]
    return " ".join(w for w in words if w.strip(" /-.")) or None
