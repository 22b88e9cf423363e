"""A line of its own below a task that says by when: "Hoàn thành trước ngày 30/6/2026."."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from loaders.layout.markers import Style
from loaders.mentions import Assignment, TimeFrame
from loaders.tasks.prose_words import words_of
from loaders.tasks.shared import Source
from loaders.text import Block
from loaders.times.in_sentences import find_times

_SIGNS = (Style.DASH, Style.PLUS, Style.BULLET)
#: what may stand around the words of such a line
_AROUND = " .;:,*_)"


def with_times_below(
    source: Source, body: Sequence[Block], tasks: Sequence[Assignment]
) -> list[Assignment]:
    """The tasks, each without a time of its own with the one in the line right below it.

    Where several tasks or items end above the line it may mean any of them, and gives none a time.
    """
    times = dict(_lines(source, body))
    if not times:
        return list(tasks)  # as in most documents
    ends = [_last_block(source, task) for task in tasks]
    given: dict[int, TimeFrame] = {}
    told: set[Block] = set()
    for place, (task, end) in enumerate(zip(tasks, ends, strict=True)):
        below = times.get(end) if end is not None and ends.count(end) == 1 else None
        if below and task.time is None and task.kind != "group" and not _is_last(source, task):
            told.add(below[0])
            given[place] = below[1]
    return [
        replace(task, time=given.get(place, task.time))
        for place, task in enumerate(tasks)
        if source.text.block_at(task.span.start) not in told  # the line is no task itself
    ]


def _last_block(source: Source, task: Assignment) -> int | None:
    """Where the last paragraph of a task begins."""
    block = source.text.block_at((task.whole or task.span).end - 1)
    return block.start if block else None


def _lines(source: Source, body: Sequence[Block]) -> Iterator[tuple[int, tuple[Block, TimeFrame]]]:
    """Where the paragraph above each such line begins, the line, and the time that it says."""
    for place, block in enumerate(body):
        frame = _bare_time(source, block) if place else None
        if frame is not None:
            yield body[place - 1].start, (block, frame)


def _bare_time(source: Source, block: Block) -> TimeFrame | None:
    """The time that a line is, behind a word that says what is done by then."""
    content = source.text.content
    marker = source.structure.markers.get(block.start)
    if marker is not None and marker.style not in _SIGNS:
        return None  # an item of its own
    start = block.start + (marker.end if marker else 0)
    while start < block.end and content[start] in _AROUND:
        start += 1
    done = words_of("done_by").match(content, start, block.end)
    found = find_times(content, start, block.end, source.time) if done else []
    if done is None or len(found) != 1:
        return None
    span = found[0].span
    whole = not (content[done.end() : span.start] + content[span.end : block.end]).strip(_AROUND)
    return found[0] if whole else None


def _is_last(source: Source, task: Assignment) -> bool:
    """Whether a task is the last of several items under signs: the line may mean them all."""
    section = source.structure.section_at(task.span.start)
    if section is None or section.style not in _SIGNS:
        return False
    times = words_of("done_by")
    return any(
        other.parent == section.parent
        and other.style is section.style
        and other.start < section.start
        and not times.match(source.text.content, other.title.start)
        for other in source.structure.sections
    )
