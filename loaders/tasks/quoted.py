"""Tasks that another document gave and this one quotes (nhiệm vụ được giao tại văn bản khác).

"… phân công Sở X chủ trì nhiệm vụ:" and the task in quotation marks below; whoever is then asked
to carry out "các nhiệm vụ nêu trên" executes it.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from loaders.mentions import Assignment, Span, TimeFrame
from loaders.tasks.prose_words import pattern_of
from loaders.tasks.shared import Source, plan_years
from loaders.text import CELL, Block
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units

_PLACE = re.compile(r"(?:Mục|mục|khoản|Khoản|điểm|Điểm|Điều) [\w.]+")
_NUMBER = re.compile(r"\d{1,5}/[A-ZĐ][A-ZĐ&-]{2,}")


def quoted_tasks(source: Source) -> Iterator[Assignment]:
    """The quoted tasks of a document, led by the unit that the quoting sentence names."""
    content = source.text.content
    if "“" not in content and '"' not in content:
        return
    blocks = [b for b in source.text.blocks if b.kind is not CELL]
    giving = set(source.text.blocks_where(pattern_of("quoted_gives")))
    for index, block in enumerate(blocks):
        if block.start not in giving:
            continue
        for gives in pattern_of("quoted_gives").finditer(content, block.start, block.end):
            stop = phrase_end(content, gives.end(), block.end)
            named = pattern_of("quoted_task").match(content, stop) if stop else None
            if stop and named:
                quote = _quote(content, blocks, index, named.end())
                if quote:
                    yield _task(source, block, gives, stop, quote)


def _quote(content: str, blocks: Sequence[Block], index: int, at: int) -> Span | None:
    """The quotation that begins at ``at`` or with the next block, to its closing mark."""
    start = at
    if at >= blocks[index].end and index + 1 < len(blocks):
        start = blocks[index + 1].start
    if content[start : start + 1] not in ("“", '"'):
        return None
    closing = re.compile(r"[”\"]").search(content, start + 1)
    return Span(start + 1, closing.start()) if closing else None


def _task(source: Source, block: Block, gives: re.Match[str], stop: int, quote: Span) -> Assignment:
    content = source.text.content
    first = content[quote.start : quote.end].split("\n")[0]
    end = quote.start + len(first.rstrip(" :;."))
    places = _PLACE.findall(content, block.start, gives.start())
    lead = split_units(source.text, gives.end(), stop, source.scope, "quoted_lead")
    return Assignment(
        Span(quote.start, end),
        places[-1] if places else "",
        source.words(quote.start, end),
        "task",
        "quoted_task",
        lead=tuple(lead),
        time=_plan_year(source, block, gives.start()),
        whole=quote,
    )


def _plan_year(source: Source, block: Block, gives: int) -> TimeFrame | None:
    """The year that the document's title plans for, else the titles of the plans quoted from."""
    content, title = source.text.content, source.header.spans.get("title")
    found = plan_years(content, title.start, title.end) if title else []
    if not found:
        numbers = set(_NUMBER.findall(content, block.start, gives))
        for above in source.text.blocks:
            if above.start >= block.start:
                break
            if any(number in content[above.start : above.end] for number in numbers):
                found.extend(plan_years(content, above.start, above.end))
    years = {match[1] for match in found}
    if len(years) != 1:
        return None
    (year,) = years
    days = ((f"{year}-01-01", f"{year}-12-31"),)
    span = Span(found[0].start(), found[0].end())
    return TimeFrame(span, found[0][0], days, inferred=True, rule="title_year")


def join_executors(
    quoted: Sequence[Assignment], prose: Sequence[Assignment]
) -> tuple[list[Assignment], list[Assignment]]:
    """Who is asked to carry out "the tasks above" executes the quoted tasks."""
    if not quoted:
        return [], list(prose)
    asked = [task for task in prose if pattern_of("quoted_above").match(task.name)]
    executors = tuple(unit for task in asked for unit in task.execute)
    return (
        [replace(task, execute=executors) for task in quoted],
        [task for task in prose if task not in asked],
    )
