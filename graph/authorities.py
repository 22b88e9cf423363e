"""Organs by symbol and by name, and the unit ids they have (cơ quan, ``authorities.toml``).

``by_symbol("BKHCN")`` and ``by_name("Giám đốc Sở Tài chính tỉnh An Giang")`` lead to one row; with
a jurisdiction, ``unit_id`` makes the path ``vn/an-giang/stc``. What is not surely one of the rows
is None: a wrong organ is worse than none.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from graph.folding import fold, words
from graph.places import Place, read_place
from graph.vocabulary import Row, provinces, rows

#: which scope a name without a place means, first choice first
_UNPLACED = ("national", "party", "province")


class Authority(Row):
    """An organ as the vocabulary knows it (cơ quan)."""

    id: str
    name: str
    scope: str
    level: str
    aliases: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    parent: str | None = None
    placed: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    examples: tuple[str, ...] = ()


class HeadRow(Row):
    """A position that speaks for its organ (chức danh người đứng đầu)."""

    title: str
    examples: tuple[str, ...] = ()


class AbbreviationRow(Row):
    """A short form inside a name (chữ viết tắt trong tên cơ quan)."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and how it is written; ``written`` is empty for a word spelt out."""

    folded: str
    written: str


def by_symbol(code: str) -> Authority | None:
    """The organ of a code in số, ký hiệu (BKHCN, UBND, QH15, TƯ); None when it is not known."""
    key = _symbol_key(code)
    return _symbols().get(key) or _symbols().get(key.rstrip("0123456789"))


def by_name(text: str) -> tuple[Authority, str | None] | None:
    """The organ that ``text`` names, with the jurisdiction its words name, if they do.

    A position resolves to its organ (Bộ trưởng Bộ Công an). The jurisdiction is a province's slug,
    or ``phuong-tan-an``, ``an-giang/xa-tan-chau`` for the organ of a commune or district.
    """
    return _find_or_behead(spell_out(text))


def unit_id(authority: Authority, jurisdiction: str | None, home: str | None = None) -> str | None:
    """``vn/ttg``, ``vn/hcm/ubnd``, ``vn/hcm/phuong-tan-an/ubnd``; None without the place it needs.

    ``jurisdiction`` as the words name it, ``home`` the province of the document that names it.
    """
    if authority.scope in ("national", "party"):
        return f"vn/{authority.id}"
    if authority.scope == "province":
        place = jurisdiction or home
    elif jurisdiction and "/" not in jurisdiction:
        place = f"{home}/{jurisdiction}" if home else None
    else:
        place = jurisdiction
    return f"vn/{place}/{authority.id}" if place else None


def unit_name(authority: Authority, province: str | None) -> str:
    """The full name of an organ: ``Sở Tài chính tỉnh An Giang``, ``Thành ủy Cần Thơ``."""
    row = provinces().get(province or "")
    if row is None or authority.scope != "province":
        return authority.name
    name = authority.name.removesuffix(" tỉnh")
    if name.endswith("Tỉnh ủy"):
        return f"{name.replace('Tỉnh ủy', 'Thành ủy') if row.city else name} {row.name}"
    return f"{name} {'Thành phố' if row.city else 'tỉnh'} {row.name}"


def by_id(unit: str) -> Authority | None:
    """The row of a unit's id; None for a unit that the vocabulary does not list."""
    parts = unit.split("/")
    if len(parts) == 2:
        return _ids().get(("national", parts[1]))
    if len(parts) == 3:
        return _ids().get(("province", parts[2]))
    return _ids().get(("commune", parts[3])) if len(parts) == 4 else None


def level_of(unit: str) -> str:
    """The authority level of a unit's id, a level of ``kinds.toml``: ``vn/hcm/ubnd`` → province.

    A unit within another has the level of the nearest organ above it that is known.
    """
    path = unit
    while path.count("/") > 0:
        known = by_id(path)
        if known:
            return known.level
        path = path.rpartition("/")[0]
    return "other"


def spell_out(text: str) -> tuple[Word, ...]:
    """The words of a name, short forms spelt out (Sở KH&CN → so khoa hoc va cong nghe)."""
    plain = unicodedata.normalize("NFC", text)
    written = [Word(fold(m[0]), m[0]) for m in re.finditer(r"[^\W_]+", plain)]
    result: list[Word] = []
    at = 0
    while at < len(written):
        length, long = _short_form(written, at)
        result.extend(Word(w, "") for w in long) if length else result.append(written[at])
        at += length or 1
    return tuple(result)


def _short_form(written: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
    for length in (4, 3, 2, 1):
        run = written[at : at + length]
        long = _abbreviations().get(tuple(w.folded for w in run))
        if long and all(w.written.isupper() or w.folded == "tp" for w in run):
            return length, long
    return 0, ()


def _find(spoken: Sequence[Word]) -> tuple[Authority, str | None] | None:
    """The longest name that the words begin with and after which only a place stands."""
    folded = tuple(w.folded for w in spoken)
    for length in range(min(len(folded), _longest_name()), 0, -1):
        candidates = _names().get(folded[:length])
        place = read_place([w.written or w.folded.upper() for w in spoken[length:]])
        if candidates and place is not None:
            chosen = _choose(candidates, place)
            if chosen:
                return chosen, place.slug
    return None


def _choose(candidates: Sequence[Authority], place: Place) -> Authority | None:
    scopes = (place.scope,) if place.scope else _UNPLACED
    for scope in scopes:
        for row in candidates:
            if row.scope == scope and (place.scope or not row.placed):
                return row
    return None


def _find_or_behead(spoken: Sequence[Word]) -> tuple[Authority, str | None] | None:
    """The organ, or the one left when a position is taken off the front."""
    found = _find(spoken)
    folded = tuple(w.folded for w in spoken)
    for title in _titles() if found is None else ():
        if len(folded) > len(title) and folded[: len(title)] == title:
            found = found or _find_or_behead(spoken[len(title) :])
    return found


def _symbol_key(code: str) -> str:
    plain = unicodedata.normalize("NFC", code).upper().replace("Đ", "D").replace("Ð", "D")
    return re.sub(r"[^0-9A-ZƯ]+", "", plain)


@cache
def authorities() -> tuple[Authority, ...]:
    """Every organ of the vocabulary, in file order."""
    return rows("authorities", "authority", Authority)


@cache
def _symbols() -> dict[str, Authority]:
    pairs = [(_symbol_key(s), row) for row in authorities() for s in row.symbols]
    return dict(reversed(pairs))  # the first row of a symbol wins


@cache
def _ids() -> dict[tuple[str, str], Authority]:
    def scope(row: Authority) -> str:
        return {"party": "national", "district": "commune"}.get(row.scope, row.scope)

    return {(scope(row), row.id): row for row in reversed(authorities())}


@cache
def _names() -> dict[tuple[str, ...], list[Authority]]:
    index: dict[tuple[str, ...], list[Authority]] = {}
    for row in authorities():
        for name in dict.fromkeys(_spoken_names(row)):
            index.setdefault(name, []).append(row)
    return index


def _spoken_names(row: Authority) -> Iterator[tuple[str, ...]]:
    for name in chain((row.name,), row.aliases, row.heads):
        yield tuple(w.folded for w in spell_out(name))


@cache
def _longest_name() -> int:
    return max(len(name) for name in _names())


@cache
def _titles() -> tuple[tuple[str, ...], ...]:
    titles = [tuple(words(row.title)) for row in rows("authorities", "head", HeadRow)]
    return tuple(sorted(titles, key=len, reverse=True))


@cache
def _abbreviations() -> dict[tuple[str, ...], tuple[str, ...]]:
    found = rows("authorities", "abbreviation", AbbreviationRow)
    return {tuple(words(row.short)): tuple(words(row.long)) for row in found}
