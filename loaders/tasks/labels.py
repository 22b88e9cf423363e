"""Labels and column headers that give units, times and products their role (``roles.toml``)."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.vocabulary import Row, rows
from graph.words.folding import unmarked
from loaders.layout.letters import LOWER, UPPER

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.;()\n]{2,70}?)\s*:")
_CLAUSE = re.compile(rf"(?:[.;]\s+|\s[-+]\s)(?=[{UPPER}{LOWER}][^:.;]{{4,60}}:)")
#: within how many characters the colon of a label stands
_NEAR = 80

#: columns that say nothing of who, when and what for: notes, money
BESIDE = ("detail", "budget")


class RolePatternRow(Row):
    """A label or header and the role it gives (``roles.toml``)."""

    role: str
    pattern: str
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """What follows a label: its role, where the words stand, the label itself."""

    role: str
    start: int
    end: int
    label: str = ""


def read_labels(content: str, start: int, end: int) -> list[Labelled]:
    """The labelled clauses of a line, when a label opens it; else nothing.

    ``Cơ quan chủ trì: A; cơ quan phối hợp: B`` holds two.
    """
    if content.find(":", start, min(end, start + _NEAR)) < 0:
        return []
    first = _LABEL.match(content, start, end)
    role = role_of_label(first["label"]) if first else None
    if first is None or role is None:
        return []
    return _clauses(content, [Labelled(role, first.end(), end, first["label"])], end)


def inner_labels(content: str, start: int, end: int) -> tuple[int, list[Labelled]] | None:
    """The labels after the words of an item ("… cấp xã. Đơn vị chủ trì: A. Thời gian: B.").

    Where the item's own words end, and the labels; None where no such label follows.
    """
    for clause in _CLAUSE.finditer(content, start, end):
        label = _LABEL.match(content, clause.end(), end)
        role = role_of_label(label["label"]) if label else None
        if label and role in ("lead", "execute"):
            first = Labelled(role, label.end(), end, label["label"])
            return clause.start(), _clauses(content, [first], end)
    return None


def _clauses(content: str, found: list[Labelled], end: int) -> list[Labelled]:
    """The labels found and those in the clauses after them."""
    for clause in _CLAUSE.finditer(content, found[-1].start, end):
        label = _LABEL.match(content, clause.end(), end)
        role = role_of_label(label["label"]) if label else None
        if label and role:
            last = found[-1]
            found[-1] = replace(last, end=clause.start())
            found.append(Labelled(role, label.end(), end, label["label"]))
    return found


@lru_cache(1024)
def role_of_label(label: str) -> str | None:
    """The role that a label gives to what follows it; None when it is no such label."""
    words = label.strip(" *")
    words = words[:1].upper() + words[1:]
    return _role("label", words)


@lru_cache(1024)
def role_of_column(header: str) -> str | None:
    """What stands in the column under ``header``."""
    words = re.sub(r"\s*/\s*", "/", " ".join(header.lower().split())).strip(" .:*")
    return _role("column", words)


@lru_cache(1024)
def target_of(header: str) -> str | None:
    """What a column of targets holds: "target" ("Tên chỉ tiêu"), "task" where tasks stand among
    them ("Chỉ tiêu, nhiệm vụ"); None for another."""
    words = " ".join(header.lower().split())
    return next((role for role, pattern in _patterns("target") if pattern.search(words)), None)


@lru_cache(1024)
def is_measure(header: str) -> bool:
    """Whether a column says how a target is measured or how high it is ("ĐVT", "Năm 2030")."""
    return any(p.search(" ".join(header.lower().split())) for _, p in _patterns("measure"))


def _role(key: str, words: str) -> str | None:
    """The role of the first pattern that suits, or that would if no letter had its marks.

    A scanner loses them ("Cơ quan chu trì"); a single word without its marks is another word.
    """
    found = next((role for role, pattern in _patterns(key) if pattern.search(words)), None)
    if found or " " not in words:
        return found
    bare = unmarked(words)
    return next((role for role, pattern in _patterns(key, bare=True) if pattern.search(bare)), None)


@cache
def _patterns(key: str, *, bare: bool = False) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = ((row.role, row.pattern) for row in rows("roles", key, RolePatternRow))
    return tuple((role, re.compile(unmarked(p) if bare else p)) for role, p in found)
