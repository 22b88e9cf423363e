"""The part of a document that is meant (điểm a khoản 2 Điều 5; Mục 5 Phụ lục kèm theo)."""

import re
from functools import cache

from graph.vocabulary.cues import phrases, provision_words

_ID = r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,3})*|[IVXLC]{1,6}(?![^\W_])|[a-zđ]\d?(?![^\W_]))"
_IDS = rf"{_ID}(?:(?:\s?,\s|\s?;\s|\svà\s|\sđến\s|\s?-\s?){_ID})*"
_LINK = r"(?:\s?,\s|\s?;\s|\svà\s|\s)(?:của\s|thuộc\s|tại\s)?"
_WINDOW = 220


def provision_before(content: str, floor: int, position: int) -> tuple[str, int] | None:
    """The provision that ends where a citation begins at ``position``, and where it begins."""
    start = max(floor, position - _WINDOW)
    window = content[start:position]
    if not any(name in window for name in _names()):
        return None
    for key in _key().finditer(window):
        match = _provision().match(window, key.start())
        if match is not None and not (key.start() and window[key.start() - 1].isalnum()):
            return " ".join(match["what"].split()), start + match.start()
    return None


def provision_end(content: str, start: int, end: int) -> int:
    """Where the provision that begins at ``start`` ends, with "của"; ``start`` where none does."""
    found = _opening().match(content, start, end)
    return found.end() if found else start


@cache
def _items() -> str:
    """Provisions with their numbers, one or several; an annex may have none."""
    kind = rf"(?:[Cc]ác\s)?{phrases([*provision_words()])}"
    item = rf"(?:{kind}\s{_IDS}|[Pp]hụ lục(?:\ssố)?(?:\s{_IDS})?)"
    return rf"{item}(?:{_LINK}{item})*"


@cache
def _provision() -> re.Pattern[str]:
    """Provisions that end where the citation begins, a title or "kèm theo" between them."""
    return re.compile(
        rf"(?P<what>{_items()})"
        r"(?:\s(?:“[^“”]{0,120}”|\"[^\"]{0,120}\"))?(?:\s(?:ban hành\s)?kèm theo)?"
        r"\s?,?\s?(?:(?:của|thuộc|tại|trong)\s)?$"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Provisions that a row of a list begins with."""
    return re.compile(rf"{_items()}\s?,?\s(?:(?:của|thuộc|tại|trong)\s)?")


@cache
def _names() -> frozenset[str]:
    """Ends of words of which one is in every provision, far faster to look for than the pattern."""
    ends = {word.split()[0][1:] for word in (*provision_words(), "phụ lục")}
    return frozenset((*ends, *map(str.upper, ends)))


@cache
def _key() -> re.Pattern[str]:
    """Where a provision may begin."""
    first = "".join({word[0] for word in provision_words()})
    return re.compile(rf"[Cc]ác (?=[{first}])|{phrases([*provision_words(), 'phụ lục'])}")
