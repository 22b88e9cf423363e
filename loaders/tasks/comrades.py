"""Persons before the position or organ that is meant (các đồng chí, ông, bà)."""

import re
from functools import cache

from loaders.layout.letters import UPPER
from loaders.tasks.prose_words import any_word


def skip_comrades(content: str, start: int, end: int) -> int:
    """The place after "các đồng chí", "đồng chí A, " before a position or organ."""
    comrades = _comrades().match(content, start, end)
    return comrades.end() if comrades else start


@cache
def _comrades() -> re.Pattern[str]:
    """ "các đồng chí", "đồng chí A, " before a position; "Giám đốc các đơn vị:" before organs."""
    name = rf"(?:[{UPPER}]\w+(?:\s[{UPPER}]\w+){{1,4}}\s?[,–-]\s+)?"
    person = rf"(?:[Cc]ác )?{any_word('comrade')}\s+{name}(?:thành viên )?(?=[BCTPLGĐH])"
    member = r"(?:[Cc]ác )?thành viên (?=Ban |Tổ |Hội đồng )"
    chief = rf"(?:[Cc]ác )?{any_word('addressed_chief')}(?: các(?: đơn vị)?)?\s?:\s*(?=[A-ZĐỦ])"
    return re.compile(rf"{person}|{member}|{chief}")
