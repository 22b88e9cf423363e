"""One duty in a sentence: what its opening makes of the unit, its partners, its time (nhiệm vụ)."""

import re
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import Row, rows
from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.task_reading import Source, task_name
from loaders.timeframes import find_times
from loaders.unit_phrases import phrase_end
from loaders.units import split_units

_WITH = re.compile(r"[Pp]hối hợp(?: chặt chẽ| đồng bộ)?(?:,? (?:với|cùng(?: với)?))?\s+")
_CLAUSE_END = re.compile(r"[;.:]\s|[;.]$")
_SENTENCE_END = re.compile(r"[.;](?=\s+[A-ZĐÀ-Ỹ])|\./\.")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


class ProseWordsRow(Row):
    """Words of prose that assign, open or close a duty (``roles.toml``)."""

    words: tuple[str, ...]
    role: str = ""
    strong: bool = False
    examples: tuple[str, ...] = ()


class PhraseRow(Row):
    """A phrase of prose that a pattern describes (``roles.toml``)."""

    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a duty begins: the unit's role and whether it is said outright."""

    role: str
    strong: bool
    end: int


def read_opening(content: str, start: int, end: int) -> Opening | None:
    """The role that the first words of a duty give; None when they give none."""
    match = _openings().match(content[start : start + 40].lower())
    if match is None:
        return None
    after = content[start + match.end() : start + match.end() + 24].strip(" ,")
    if any(after.startswith(w) for w in _listed("meeting")):
        return None
    row = _opening_rows()[match[0]]
    return Opening(row.role, row.strong, start + match.end())


def duty(
    source: Source,
    subject: tuple[UnitMention, ...],
    start: int,
    end: int,
    *,
    kind: str,
    rule: str,
    path: str,
    whole: Span,
) -> Assignment:
    """The assignment that ``content[start:end]`` gives to ``subject``."""
    content = source.text.content
    stop = _SENTENCE_END.search(content, start, end)
    last = stop.start() if stop else end
    name, span = task_name(source, start, last)
    opening = read_opening(content, span.start, last)
    role = opening.role if opening else "execute"
    return Assignment(
        span,
        path,
        name.rstrip(" ./;"),
        kind,
        rule,
        lead=subject if role == "lead" else (),
        execute=() if role == "lead" else subject,
        coordinate=partners(source, span.start, last, subject),
        advise=subject if role == "advise" else (),
        supervise=subject if role == "supervise" else (),
        time=duty_time(source, span.start, last),
        whole=whole,
    )


def partners(
    source: Source, start: int, end: int, subject: tuple[UnitMention, ...]
) -> tuple[UnitMention, ...]:
    """The units after the first "phối hợp với" of the sentence's first clause."""
    content = source.text.content
    clause = _CLAUSE_END.search(content, start, end)
    match = _WITH.search(content, start, clause.start() if clause else end)
    stop = phrase_end(content, match.end(), end) if match else None
    if match is None or stop is None:
        return ()
    found = split_units(source.text, match.end(), stop, source.scope, "prose_coordinate")
    own = {unit.id for unit in subject if unit.id}
    return tuple(unit for unit in found if unit.id not in own)


def duty_time(source: Source, start: int, end: int) -> TimeFrame | None:
    """The first time of the sentence that stands outside quotation marks."""
    quoted = [m.span() for m in _QUOTED.finditer(source.text.content, start, end)]
    for frame in find_times(source.text.content, start, end, source.time):
        if not any(a <= frame.span.start < b for a, b in quoted):
            return frame
    return None


@cache
def words_of(key: str) -> re.Pattern[str]:
    """A pattern for the words of a table of ``roles.toml``, the longest first."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, _listed(key)))})(?!\w)")


@cache
def pattern_of(key: str) -> re.Pattern[str]:
    """One pattern for the phrases of a table of ``roles.toml``."""
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows("roles", key, PhraseRow)))


@cache
def _listed(key: str) -> tuple[str, ...]:
    found = [w for r in rows("roles", key, ProseWordsRow) for w in r.words]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _opening_rows() -> dict[str, ProseWordsRow]:
    return {w: row for row in rows("roles", "opening", ProseWordsRow) for w in row.words}


@cache
def _openings() -> re.Pattern[str]:
    listed = sorted(_opening_rows(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))})(?!\w)")
