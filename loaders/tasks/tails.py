"""Items that end with who does them behind a sign: "Hội chợ sách: Sở A chủ trì, Sở B phối hợp".

What stands behind the sign says who and when and nothing else, to the end of the item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.vocabulary import Trait, types_with
from loaders.layout.markers import Style
from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.labels import role_of_label
from loaders.tasks.shared import Source, task_name
from loaders.tasks.unit_headings import stands_in
from loaders.text import Block
from loaders.times.timeframes import read_time
from loaders.units.deeds import begins_deed
from loaders.units.heads import begins_unit
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

#: the sign between what is done and who does it
_BETWEEN = re.compile(r"[:–,-](?:(?<=:)|(?<=\s[-–])|(?<=,)(?=\sdo\s))\s+")
_BY = re.compile(r"(?:do|giao|Giao|Do)\s+")
_WITH = re.compile(r"(?:và\s)?phối hợp(?: với| cùng)?\s+")
_DOES = re.compile(
    r"\s(?:làm )?(?P<word>chủ trì|thực hiện|tổ chức|phụ trách|phối hợp)"
    r"(?: thực hiện| tổ chức)?(?=\s*(?:[.;,]|$|và\s|phối hợp\s))"
)
_WHEN = re.compile(r"(?:[Tt]hời (?:gian|hạn)\s?:?|[Hh]oàn thành|[Xx]ong)?\s*(?P<time>[^;,]{4,60})")
_SIGN = re.compile(r"\s*(?:[.;,*]+|và(?=\s)|(?=phối hợp\s)|$)\s*")
_ROLES = {"chủ trì": "lead", "phối hợp": "coordinate"}
_SHORTEST = 12  # characters of a name


@dataclass(slots=True)
class _Tail:
    """Who does it, who helps and when, as a tail says it."""

    roles: dict[str, tuple[UnitMention, ...]] = field(
        default_factory=lambda: dict.fromkeys(("lead", "execute", "coordinate"), ())
    )
    time: TimeFrame | None = None


def tail_tasks(source: Source, body: Sequence[Block]) -> Iterator[Assignment]:
    """The items of the body that a sign parts into what is done and who does it, in order."""
    if source.header.type in types_with(Trait.TELLS):
        return
    content = source.text.content
    for block in body:
        section = source.structure.section_at(block.start)
        if section is None or section.start != block.start or section.style is Style.ARTICLE:
            continue
        start = section.title.start
        for sign in _BETWEEN.finditer(content, start, block.end):
            name, span = task_name(source, start, sign.start())
            said = len(name) >= _SHORTEST and _read(source, sign.end(), block.end)
            named = begins_unit(name) and not begins_deed(name.lower(), 0)
            if not said or named or role_of_label(name):
                continue
            if stands_in(source, section, "telling_part"):
                break
            yield Assignment(
                span,
                section.path,
                name.rstrip(" .;:"),
                "task",
                "aside_tail",
                lead=said.roles["lead"],
                execute=said.roles["execute"],
                coordinate=said.roles["coordinate"],
                time=said.time,
                whole=Span(block.start, block.end),
            )
            break


def _read(source: Source, start: int, end: int) -> _Tail | None:
    """What a tail says; None where it says anything but who and when."""
    content, tail, at = source.text.content, _Tail(), start
    while at < end:
        by = _BY.match(content, at, end)
        at = by.end() if by else at
        if helped := _WITH.match(content, at, end):
            stop = phrase_end(content, helped.end(), end, bare=True)
            role, first, last = "coordinate", helped.end(), stop
        else:
            stop = phrase_end(content, at, end)
            does = _DOES.match(content, stop, end) if stop else None
            role = _ROLES.get(does["word"], "execute") if does else ""
            first, last = at, does.end() if does else None
        if stop is not None and last is not None:
            names = split_units(source.text, first, stop, source.scope, "aside")
            tail.roles[role] += tuple(names)
        else:
            when = _WHEN.match(content, at, end)
            frame = when and read_time(when["time"], when.start("time"), source.time)
            if not (when and frame and (frame.intervals or frame.due or frame.recurrence)):
                return None
            tail.time, last = tail.time or frame, when.end()
        joint = _SIGN.match(content, last, end)
        if joint is None:
            return None
        at = max(joint.end(), last)
    return tail if tail.roles["lead"] or tail.roles["execute"] else None
