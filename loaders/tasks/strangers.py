"""Doers that no list knows, told by the place where they stand (người thực hiện chưa có tên).

Before words that only somebody can carry ("X có trách nhiệm …", "X chủ trì …") any name is one.
Before a colon, or a word of doing, it is one among items of which most begin with known units.
What begins like a topic, a thing or a deed never is.
"""

import re
from bisect import bisect_left
from functools import cache

from loaders.layout.markers import Style
from loaders.layout.structure import Section
from loaders.tasks.prose_words import any_word, words_of
from loaders.tasks.shared import Source
from loaders.units.deeds import acts, begins_deed, tells_deed, verb
from loaders.units.heads import begins_unit

#: tables of ``roles.toml`` whose words begin no name
_NO_NAME = ("labelled", "thing", "circumstance", "agreeing")
_LONGEST = 90  # characters of a name that no list knows
_COLON = re.compile(r"[^.;:()“”\"\n]{2,90}?(?=\s*:\s)")
_FEWEST = 2  # known units among the items beside it
_SHARE = 0.5  # of the items beside it
_CLAUSE = re.compile(r"[.;:()“”\"\n]|\s(?:là|khi|nếu|do|vì|không|đã|được)\s")


def stranger_end(source: Source, section: Section | None, start: int, end: int) -> int | None:
    """Where the doer ends that begins at ``start`` in an item; None where none begins."""
    content = source.text.content
    staff = words_of("staff").match(content, start, end)
    if staff and content.startswith(":", staff.end()) and among_units(source, section):
        return staff.end()
    if not begins_name(source, start):
        return None
    last = min(end, start + _LONGEST)
    agent = _agent().search(content, start, last)
    if agent and is_name(content, start, agent.start()):
        return agent.start()
    if not among_units(source, section):
        return None
    colon = _COLON.match(content, start, last)
    if colon and is_name(content, start, colon.end()):
        return colon.end()
    stop = _deed_start(content, start, last)
    return stop if stop and is_name(content, start, stop) else None


def called_end(source: Source, start: int, end: int) -> int | None:
    """Where a doer ends that is called by what it is ("Chủ đầu tư | hoàn chỉnh hồ sơ …").

    A word of doing stands right behind it.
    """
    called = words_of("doer").match(source.text.content, start, end)
    doing = called and begins_deed(source.text.content, called.end() + 1)
    return called.end() if called and doing else None


def given_stranger_end(source: Source, start: int, end: int) -> int | None:
    """Where a doer ends that no list knows right behind a word of giving: "Giao | Trại giống A"."""
    content = source.text.content
    if not begins_name(source, start):
        return None
    last = min(end, start + _LONGEST)
    stop = _deed_start(content, start, last)
    return stop if stop and _is_proper(content, start, stop) else None


def begins_name(source: Source, start: int) -> bool:
    """Whether a name may begin here: a capital, and no topic, thing, circumstance or deed."""
    content = source.text.content
    if not content[start : start + 1].isupper() or begins_deed(source.text.lowered, start):
        return False
    return not any(words_of(key).match(content, start) for key in _NO_NAME)


def among_units(source: Source, section: Section | None) -> bool:
    """Whether most of the items beside this one begin with units that are known; articles have
    titles."""
    if section is None or section.style is Style.ARTICLE:
        return False
    key = (section.parent, section.style)
    if (known := source.known.get(key)) is None:
        begun = [_begins_known(source.text.content, item) for item in _beside(source, section)]
        source.known[key] = known = sum(begun), len(begun)
    named, items = known
    named -= _begins_known(source.text.content, section)
    return named >= max(_FEWEST, _SHARE * (items - 1))


def _beside(source: Source, section: Section) -> list[Section]:
    """The items of its style in the part that holds it."""
    sections = source.structure.sections
    above = source.structure.above(section)
    first = bisect_left(sections, above.start + 1 if above else 0, key=lambda s: s.start)
    last = bisect_left(sections, above.end, key=lambda s: s.start) if above else len(sections)
    held = sections[first:last]
    return [s for s in held if s.parent == section.parent and s.style is section.style]


def _begins_known(content: str, section: Section) -> bool:
    """Whether the words of an item begin with a unit that is known."""
    words = content[section.title.start : section.title.end].lstrip(" *_-–")
    return begins_unit(words)


def is_name(content: str, start: int, stop: int) -> bool:
    """Whether the words can be a name: no sign of a clause in them, and nothing done."""
    words = content[start:stop]
    if _nobody().search(words.lower()) or words_of("no_deed").fullmatch(words.rpartition(" ")[2]):
        return False
    return not _CLAUSE.search(words) and not tells_deed(content, start, stop)


def _deed_start(content: str, start: int, end: int) -> int | None:
    """Where what is done begins: a word at which names end, or any act behind a capital."""
    deed = verb().search(content, start, end)
    stop = deed.start() if deed else end
    for act in acts(content, start, stop):
        before = content[start : act.start()].split()
        if len(before) > 1 and before[-1][0].isupper():
            return act.start()
    return deed.start() if deed else None


def _is_proper(content: str, start: int, stop: int) -> bool:
    """Whether the words can be a name of more than one word."""
    return " " in content[start:stop].strip() and is_name(content, start, stop)


@cache
def _agent() -> re.Pattern[str]:
    """The blank before words that only somebody can carry."""
    return re.compile(rf"\s(?={any_word('agent')}(?!\w))")


@cache
def _nobody() -> re.Pattern[str]:
    """What ends in words that only tell which organ is meant: "Cơ quan | chủ trì …"."""
    return re.compile(rf"(?:^|\s){any_word('nobody')}$")
