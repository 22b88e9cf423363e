"""The office of a person who is named behind it: "Thủ tướng Chính phủ Trần Văn Ví vừa ký …"."""

import re

from graph.words.authorities import begins_with, head_titles
from graph.words.folding import fold

#: organs that are one person
_OFFICES = ("ttg", "ctn")
_DEPUTY = "Phó "
_PERSON = re.compile(r"(?:\stỉnh)?\s(?P<name>(?:[A-ZĐ][^\W\d_]+\s?){2,4})\Z")
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]")
_CLAUSE = re.compile(r"[;:.“”\"\n]\s*")


def office_of_person(words: str) -> str | None:
    """The office before the person that ``words`` end with; None where no person is named.

    "" for a deputy, who signs for the head that the symbol says.
    """
    clause = _CLAUSE.split(words)[-1]
    for start in (m.start() for m in _CAPITAL.finditer(clause)):
        found = begins_with(clause[start:])
        person = _PERSON.match(clause, start + found[2]) if found else None
        if found and person and (found[0].id in _OFFICES or _is_headed(clause[start:])):
            office = clause[start : person.start("name")]
            return "" if office.startswith(_DEPUTY) else " ".join(office.split())
    return None


def _is_headed(words: str) -> bool:
    return fold(words).startswith(tuple(map(fold, head_titles())))
