"""Which unit took the place of which: what the text says, and what the vocabulary knows.

"Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)", "hợp nhất Sở A và Sở B thành Sở C". Where a document
names a listed unit that has ended, the vocabulary's row tells its successor (sáp nhập, đổi tên).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import Row, provinces, rows
from graph.words.authorities import Authority, authorities, by_id, unit_name
from loaders.mentions import Span, UnitMention
from loaders.text import ASIDE, Text
from loaders.units.phrases import phrase_end
from loaders.units.read import split_units
from loaders.units.scope import Scope

KNOWN = 0.9  # the text names the old unit; that it ended is the vocabulary's word
_FARTHEST = 160  # characters of a name before "(nay là …)"


class SuccessionRow(Row):
    """Words that join an old unit and the one after it (``successions.toml``)."""

    pattern: str
    signs: tuple[str, ...]  # every match holds one
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """``new`` took the place of ``old``, as the words at ``span`` say (kế thừa)."""

    new: UnitMention
    old: UnitMention
    span: Span
    rule: str
    confidence: float = 1.0


def find_successions(text: Text, scope: Scope) -> Iterator[Succession]:
    """What the paragraphs of a text say of units that took the place of others."""
    telling = set(text.blocks_with(_signs()))
    for block in text.blocks:
        if block.kind in ASIDE or block.start not in telling:
            continue
        for rule, find in (("after", _after), ("joined", _joined)):
            for old, new, span in find(text, block.start, block.end, scope):
                yield from _pairs(old, new, span, f"succession_{rule}")


def known_successions(mentions: Iterable[UnitMention]) -> Iterator[Succession]:
    """What the vocabulary knows of the ended units that a document names, each once."""
    seen: set[str] = set()
    for mention in mentions:
        old = mention
        while old.id and old.id not in seen:
            seen.add(old.id)
            new = _successor(old)
            if new is None:
                break
            yield Succession(new, old, mention.span, "vocabulary_succession", KNOWN)
            old = new


def _after(
    text: Text, start: int, end: int, scope: Scope
) -> Iterator[tuple[list[UnitMention], list[UnitMention], Span]]:
    """``Sở A (nay là Sở B)`` and ``Sở B (trước đây là Sở A)``."""
    content = text.content
    for key in ("after", "before"):
        for sign in _pattern(key).finditer(content, start, end):
            ended = _before_sign(content, start, sign.start())
            first = _ends_at(content, max(start, ended - _FARTHEST), ended)
            stop = phrase_end(content, sign.end(), end)
            if first is None or stop is None:
                continue
            left = split_units(text, first, ended, scope, f"succession_{key}")[-1:]
            right = split_units(text, sign.end(), stop, scope, f"succession_{key}")
            old, new = (left, right[:1]) if key == "after" else (right, left)
            yield old, new, Span(first, stop)


def _joined(
    text: Text, start: int, end: int, scope: Scope
) -> Iterator[tuple[list[UnitMention], list[UnitMention], Span]]:
    """``Hợp nhất Sở A và Sở B thành Sở C``."""
    content = text.content
    for sign in _pattern("joined").finditer(content, start, end):
        stop = phrase_end(content, sign.end(), end)
        into = _pattern("into").match(content, stop, end) if stop else None
        last = phrase_end(content, into.end(), end) if into else None
        if stop and into and last:
            old = split_units(text, sign.end(), stop, scope, "succession_joined")
            new = split_units(text, into.end(), last, scope, "succession_joined")
            yield old, new[:1], Span(sign.start(), last)


def _before_sign(content: str, start: int, at: int) -> int:
    """Where the words end that stand before "(nay là" or ", nay là"."""
    words = content[max(start, at - _FARTHEST) : at].rstrip()
    if words.endswith(("(", ",")):
        words = words[:-1].rstrip()
    return max(start, at - _FARTHEST) + len(words)


def _ends_at(content: str, start: int, end: int) -> int | None:
    """Where the unit begins whose name ends at ``end``; the longest name counts."""
    for match in re.finditer(r"(?<![\w])(?=[A-ZĐỦU])", content[start:end]):
        at = start + match.start()
        if phrase_end(content, at, end) == end:
            return at
    return None


def _pairs(
    old: list[UnitMention], new: list[UnitMention], span: Span, rule: str
) -> Iterator[Succession]:
    for ended in old:
        for begun in new:
            certain = ended.id and begun.id and ended.id != begun.id
            if certain and not (ended.collective or begun.collective):
                yield Succession(begun, ended, span, rule)


def _successor(old: UnitMention) -> UnitMention | None:
    """The unit that the vocabulary says came after: of the organ, else of its province."""
    known = by_id(old.id or "")
    if known is None or old.id is None:
        return None
    parts = old.id.split("/")
    place = parts[1] if known.scope == "province" else None
    if known.successor:
        row = _authority(known.successor)
        id = "/".join([*parts[:-1], known.successor])
    else:
        province = provinces().get(place or "")
        if province is None or province.successor is None:
            return None
        row, place = known, province.successor
        id = "/".join([parts[0], place, *parts[2:]])
    if row is None:
        return None
    label = unit_name(row, place)
    return UnitMention(old.span, label, "vocabulary_succession", id, label, confidence=KNOWN)


@cache
def _authority(id: str) -> Authority | None:
    """The first organ of the vocabulary with this id, of whatever scope."""
    return next((row for row in authorities() if row.id == id), None)


@cache
def _signs() -> tuple[str, ...]:
    keys = ("after", "before", "joined")
    return tuple(s for k in keys for r in rows("successions", k, SuccessionRow) for s in r.signs)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    listed = rows("successions", key, SuccessionRow)
    return re.compile("|".join(f"(?:{row.pattern})" for row in listed))
