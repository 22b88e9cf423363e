"""Where the name of a person begins or ends who holds a position (Phó Thủ tướng <Họ và tên>)."""

import re
from functools import cache

from graph.words.authorities import by_name, head_titles
from graph.words.patterns import any_of
from graph.words.unit_words import unit_words
from loaders.layout.letters import UPPER
from loaders.units.heads import begins_unit

_PERSON = re.compile(rf"(?:\s[{UPPER}][^\W\d_]+){{2,4}}(?![\w])")


def after_person(content: str, at: int, end: int) -> int:
    """Where the name of the person ends whose position ends at ``at``."""
    return person_end(content, at, end) if content.endswith(unit_words("deputy"), 0, at) else at


def person_end(content: str, start: int, end: int) -> int:
    """Where a person's name after a position ends; ``start`` where none stands."""
    person = _PERSON.match(content, start, end)
    return person.end() if person else start


def person_start(name: str) -> int:
    """Where the person begins that a position ends with (Phó Thủ tướng | <Họ và tên>)."""
    for position in unit_words("deputy"):
        at = len(position)
        if name.startswith(f"{position} ") and _PERSON.fullmatch(name, at):
            return at
    return len(name)


def is_person(name: str) -> bool:
    """Whether a position with a person's name behind it, and no organ ("Bộ trưởng <Họ và tên>")."""
    position = _positions().match(name)
    if position is None or not _PERSON.fullmatch(name, position.end()):
        return False
    return by_name(name) is None and not begins_unit(name, position.end() + 1)


@cache
def _positions() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(head_titles())})(?=\s)")
