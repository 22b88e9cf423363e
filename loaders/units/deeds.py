"""Words of doing: where a name ends before one and where a duty begins with one (việc phải làm)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.unit_words import listed
from loaders.layout.letters import LOWER


class NoDeedRow(Row):
    """Words after which a word of doing belongs to a noun (công trình), ``units.toml``."""

    deed: str
    after: tuple[str, ...]
    examples: tuple[str, ...]


def tells_deed(content: str, start: int, end: int) -> bool:
    """Whether a word of doing stands between two positions."""
    return any(not m[0].startswith(" và ") for m in verb().finditer(content, start, end))


def first_deed(content: str, start: int, end: int) -> int | None:
    """Where the blank before the first word of doing stands; None without one."""
    found = [
        deed.start()
        for deed in verb().finditer(content, start, end)
        if deed[0] != " và " and not content.endswith(" các", start, deed.start())
    ]
    return min(found, default=None)


def act_after(content: str, start: int, end: int) -> re.Match[str] | None:
    """The blank before the next word of doing of any kind, be it one that stands in names too."""
    return _any_act().search(content, start, end)


def acts(content: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The blanks before words of doing of any kind."""
    return _any_act().finditer(content, start, end)


def begins_deed(content: str, at: int) -> bool:
    """Whether a word of doing begins at ``at``; a preposition only ends a name."""
    return _act().match(content, at) is not None


def deed_end(content: str, at: int) -> int:
    """Where the word of doing that begins at ``at`` ends; ``at`` where none does."""
    found = _act().match(content, at)
    return found.end() if found else at


@cache
def _act() -> re.Pattern[str]:
    words = "|".join(listed(key) for key in ("deed", "verb", "act"))
    return re.compile(rf"(?:{words})(?!\w)")


@cache
def _any_act() -> re.Pattern[str]:
    return re.compile(rf"\s{_no_noun()}(?={_act().pattern})")


@cache
def verb() -> re.Pattern[str]:
    """The blank before a word at which a name ends."""
    words = "|".join(listed(key) for key in ("deed", "verb", "preposition"))
    before = rf"\s(?<!Nghiên cứu\s){_no_noun()}"
    return re.compile(rf"{before}(?:(?:{words})(?!\w)|và (?=[{LOWER}]))")


@cache
def _no_noun() -> str:
    """That no word of doing follows which belongs to a noun: "công trình"."""
    nouns = "|".join(_no_deed(row) for row in rows("units", "no_deed", NoDeedRow))
    return rf"(?!{nouns})"


def _no_deed(row: NoDeedRow) -> str:
    nouns = "|".join(rf"(?<={word} {row.deed})" for word in row.after)
    return rf"{row.deed}(?:{nouns})"


@cache
def deed_pattern() -> re.Pattern[str]:
    """A word at which a name ends and what the unit does begins."""
    return re.compile(rf"(?<![đĐ]ầu tư) (?:{listed('deed')})(?!\w)")
