"""Words that tell organs no list knows: how their names begin, which are of the whole country."""

import re
from collections.abc import Sequence
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.folding import fold, slug
from graph.words.marks import lost_marks
from graph.words.patterns import any_of

#: a province in a name says that the organ is its own: "Đoàn đại biểu Quốc hội tỉnh An Giang"
#: the committees of the Party (huyện ủy, đảng ủy), in a slug
_COMMITTEE = re.compile(r"-(?:tinh|thanh|huyen|quan|thi|dang|xa|phuong)-uy-")
_LOCAL = re.compile(r"-(?:tinh|thanh-pho|tp)(?:-|$)")


class HeadWordRow(Row):
    """A word that a unit's name begins with (``units.toml``)."""

    word: str
    within: bool = False
    many: bool = False
    central: bool = False
    sole: bool = False
    examples: tuple[str, ...] = ()


class UnitWordsRow(Row):
    """Words that tell collectives and national units (``units.toml``)."""

    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


class OwnRow(Row):
    """A head word that alone means the organ which speaks, and how it is said (``units.toml``)."""

    word: str
    said: tuple[str, ...]
    examples: tuple[str, ...] = ()


class CollectiveRow(Row):
    """One collective said in many ways (``units.toml``)."""

    id: str
    label: str
    needs: tuple[str, ...]
    said: str
    within: bool = False
    nationwide: bool = False
    examples: tuple[str, ...] = ()


def listed(table: str) -> str:
    """A pattern of the words of a table of ``units.toml``, a longer one before its beginning."""
    return any_of(unit_words(table))


@cache
def unit_words(table: str) -> tuple[str, ...]:
    """The words of a table of ``units.toml``, in file order."""
    return tuple(w for row in rows("units", table, UnitWordsRow) for w in row.words)


def collective_of(folded: Sequence[str]) -> CollectiveRow | None:
    """The collective that folded words say in one of its ways (UBND cấp tỉnh, các sở, ngành)."""
    said = f" {' '.join(folded)} "
    return next(
        (
            row
            for row in rows("units", "collective", CollectiveRow)
            if set(folded) <= set(row.said.split()) and all(f" {n} " in said for n in row.needs)
        ),
        None,
    )


def begins_organ(name: str) -> bool:
    """Whether words, in capitals or not, begin as an organ's name does (tên cơ quan)."""
    return _head().match(name.lower()) is not None


def may_begin_organ(name: str) -> bool:
    """Whether words in capitals begin so, be it without the marks that a scanner lost."""
    if begins_organ(name):
        return True
    head = _folded_head().match(fold(name))
    written = _heads_folded()[head[0]] if head else ()
    return head is not None and any(lost_marks(name[: head.end()], word) for word in written)


def kind_of(name: str) -> str | None:
    """What kind of organ a name begins with: "Sở", "Ủy ban nhân dân", "Trung tâm" (loại đơn vị)."""
    head = _kind().match(name.lower())
    return _kinds()[fold(head[0])] if head else None


def is_of_party(name: str) -> bool:
    """Whether a Party committee is in an organ's name (Ban Tổ chức Huyện ủy)."""
    return _COMMITTEE.search(f"-{slug(name)}-") is not None


def is_nationwide(name: str) -> bool:
    """Whether an unlisted organ is of the country: Tổ giúp việc … Trung ương, in any province."""
    said = f"-{slug(name)}-"
    return any(word in said for word in _national()) and not _LOCAL.search(said)


@cache
def _head() -> re.Pattern[str]:
    heads = {row.word.lower() for row in rows("units", "head", HeadWordRow)}
    none = {word.lower() for word in unit_words("no_head")}
    return _begins(heads, none)


@cache
def _kind() -> re.Pattern[str]:
    heads = {row.word.lower() for row in rows("units", "head", HeadWordRow)}
    return re.compile(rf"{any_of(heads)}(?!\w)")


@cache
def _kinds() -> dict[str, str]:
    """Head words folded → as a list of units writes them, the first way of several."""
    heads = [row.word for row in rows("units", "head", HeadWordRow)]
    return {fold(word): word[0].upper() + word[1:] for word in reversed(heads)}


@cache
def _folded_head() -> re.Pattern[str]:
    heads = {fold(row.word) for row in rows("units", "head", HeadWordRow)}
    none = {fold(word) for word in unit_words("no_head")}
    return _begins(heads, none)


@cache
def _heads_folded() -> dict[str, tuple[str, ...]]:
    """Head words folded → as they are written with their marks."""
    heads: dict[str, tuple[str, ...]] = {}
    for row in rows("units", "head", HeadWordRow):
        heads[fold(row.word)] = (*heads.get(fold(row.word), ()), row.word)
    return heads


def _begins(heads: set[str], none: set[str]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(heads)}(?!\w)(?!\s+{any_of(none)}(?!\w))")


@cache
def _national() -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"-{slug(word)}-" for word in unit_words("national")))
