"""A sentence that names the unit it gives a duty to: assigned, asked, led or done by it."""

import re

from loaders.duties import duty, read_opening, words_of
from loaders.enumerations import read_enumeration
from loaders.mentions import Assignment, Span
from loaders.structure import Section
from loaders.task_reading import Source
from loaders.text import Block
from loaders.unit_headings import skip
from loaders.unit_phrases import begins_deed, person_end, phrase_end
from loaders.units import split_units

_ORGAN_ASKS = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Sở|Bộ|Thủ tướng|Chính phủ|Tỉnh ủy|Thành ủy|Ban)(?!\w)"
    r"[^.,;:]{0,90}?\s(?:yêu cầu|đề nghị|giao|phân công)\s"
)
_CLAUSE = re.compile(r"[.,;:]\s+")
_LOWER = re.compile(r"\s+(?=[a-zà-ỹđ])")
_SHORT_NAME = re.compile(r"\s*\([^()]{1,40}\)")
_GOES_ON = re.compile(r"\s+(?=[a-zà-ỹđ])|\s*:[\s*]*(?=[^\W\d_]|\(1\))")


def read_sentence(
    source: Source,
    section: Section | None,
    block: Block,
    start: int,
    *,
    weak: bool,
    asked: bool,
) -> list[Assignment] | None:
    """A sentence that names its unit: assigned to it, ``asked`` of it, led by it, or (``weak``)
    done by it; one duty for each of "(1) …; (2) …". None where no unit begins the sentence."""
    content = source.text.content
    given = words_of("assign").match(content, start, block.end) or _asks(content, start, block.end)
    first = skip(content, given.end() if given else start, block.end)
    stop = phrase_end(content, first, block.end)
    after = person_end(content, stop, block.end) if stop else first
    short = _SHORT_NAME.match(content, after, block.end)
    after = short.end() if short else after
    verb = (_LOWER if not (weak or asked) else _GOES_ON).match(content, after, block.end)
    if stop is None or verb is None:
        return None
    opening = read_opening(content, verb.end(), block.end)
    deed = opening is not None or begins_deed(content, verb.end())
    other = words_of("no_deed").match(content, verb.end())
    if other and opening is None and not (deed and other[0] == "là"):
        return None
    led = opening is not None and opening.role == "lead"
    strong = given is not None or led or (asked and not is_standing(content, verb.end()))
    weak = asked or (weak and (":" in verb[0] or deed))
    if not (strong or weak):
        return None
    units = tuple(split_units(source.text, first, stop, source.scope, "prose_subject"))
    return [
        duty(
            source,
            units,
            item.start,
            item.end,
            kind="task" if strong else "duty",
            rule="prose_assign" if given else "prose_asked" if asked else "prose_subject",
            path=section.path if section else "",
            whole=Span(block.start, block.end),
        )
        for item in read_enumeration(content, verb.end(), block.end)
    ]


def is_item(source: Source, section: Section | None, block: Block, start: int) -> bool:
    """Whether a numbered item tells what a unit does, in a word that is surely one of doing."""
    content = source.text.content
    if section is None or section.start != block.start:
        return False
    stop = phrase_end(content, start, block.end)
    verb = _GOES_ON.match(content, stop, block.end) if stop else None
    return verb is not None and (":" in verb[0] or begins_deed(content, verb.end()))


def is_standing(content: str, at: int) -> bool:
    """Whether the words ask to go on with what is the unit's work anyway."""
    return words_of("standing").match(content, at) is not None


def _asks(content: str, start: int, end: int) -> re.Match[str] | None:
    """``Sở X đề nghị``, ``UBND tỉnh yêu cầu`` at the beginning of a clause.

    A sentence that begins with another unit tells what that one does.
    """
    first = _ORGAN_ASKS.match(content, start, end)
    if first or phrase_end(content, start, end):
        return first
    starts = (m.end() for m in _CLAUSE.finditer(content, start, end))
    matches = (_ORGAN_ASKS.match(content, at, end) for at in starts)
    return next((m for m in matches if m), None)
