"""Organs by symbol and by name, and the unit ids they have (cơ quan, ``authorities.toml``).

``by_symbol("BKHCN")`` and ``by_name("Giám đốc Sở Tài chính tỉnh An Giang")`` lead to one row; with
a jurisdiction, ``unit_id`` makes the path ``vn/an-giang/stc``. What is not surely one of the rows
is None: a wrong organ is worse than none.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from graph.vocabulary import Row, every_province, rows
from graph.words.folding import words
from graph.words.places import LONGEST_PLACE, Place, begins_place, is_city, read_place
from graph.words.spelling import Word, spell_out, spellings

#: how committees of a city begin (Thành ủy, Thành đoàn)
_CITY_WORD = "thành"
#: a head word and letters: "Bộ TC", "Sở KH&CN"
_LETTERS = re.compile(r"(Bộ|Sở) ([A-ZĐ][A-ZĐ&-]+)")
#: which scope a name without a place means, first choice first
_UNPLACED = ("national", "party", "province")


class Authority(Row):
    """An organ as the vocabulary knows it (cơ quan)."""

    id: str
    name: str
    scope: Literal["national", "party", "province", "district", "commune"]
    level: str  # one of ``kinds.toml``
    aliases: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    parent: str | None = None
    placed: bool = False
    zonal: bool = False
    shared: bool = False
    undivided: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    examples: tuple[str, ...] = ()


class HeadRow(Row):
    """A position that speaks for its organ (chức danh người đứng đầu)."""

    title: str
    examples: tuple[str, ...] = ()


def by_symbol(code: str) -> Authority | None:
    """The organ of a code in số, ký hiệu (BKHCN, UBND, QH15, TƯ); None when it is not known."""
    key = _symbol_key(code)
    return _symbols().get(key) or _symbols().get(key.rstrip("0123456789"))


def by_letters(name: str) -> Authority | None:
    """The ministry or department named by its letters behind its head word: "Bộ TC", "Sở KH&CN"."""
    told = _LETTERS.fullmatch(name)
    return _symbols().get(_symbol_key(f"{told[1][0]}{told[2]}")) if told else None


def by_code(name: str) -> tuple[Authority, None] | None:
    """The same, as ``by_name`` tells it."""
    found = by_letters(name)
    return (found, None) if found else None


@lru_cache(maxsize=4096)
def by_name(text: str) -> tuple[Authority, str | None] | None:
    """The organ that ``text`` names, with the jurisdiction its words name, if they do.

    A position resolves to its organ (Bộ trưởng Bộ Công an). The jurisdiction is a province's slug,
    or ``phuong-tan-an``, ``an-giang/xa-tan-chau`` for the organ of a commune or district.
    """
    for spoken in spellings(text):
        found = _find_or_behead(spoken, whole=True)
        if found:
            return found[:2]
    return None


@lru_cache(maxsize=4096)
def begins_with(text: str) -> tuple[Authority, str | None, int] | None:
    """The organ whose name, with its place, the text begins with, and where that name ends.

    The longest name counts; ``text`` is NFC and no longer than the sentence.
    """
    for spoken in spellings(text):
        found = _find_or_behead(spoken, whole=False)
        if found:
            return found[0], found[1], spoken[found[2] - 1].end
    return None


#: in place of a province that nobody names: ``vn/-/xa-tan-hiep/ubnd``
UNNAMED = "-"


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
    row = every_province().get(province or "")
    if row is None or authority.scope != "province":
        return authority.name
    name = authority.name.removesuffix(" tỉnh")
    if name.endswith("Tỉnh ủy"):
        return f"{name.replace('Tỉnh ủy', 'Thành ủy') if row.city else name} {row.name}"
    if name == "Tỉnh Đoàn":
        return f"{'Thành' if row.city else 'Tỉnh'} Đoàn {row.name}"
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


def _find(spoken: Sequence[Word], *, whole: bool) -> tuple[Authority, str | None, int] | None:
    """The longest name that the words begin with, and how many words it takes with its place.

    ``whole``: after the name nothing but a place may stand.
    """
    folded = tuple(w.folded for w in spoken)
    for length in range(min(len(folded), _longest_name()), 0, -1):
        candidates = _names().get(folded[:length])
        if candidates is None:
            continue
        written = [w.written or w.folded.upper() for w in spoken[length:]]
        for taken in (len(written),) if whole else _place_lengths(spoken[length - 1 :], written):
            place = read_place(written[:taken])
            if place and place.slug in every_province() and _is_of_city(spoken[0], place.slug):
                continue  # "Thành ủy Cao Bằng" is no committee of the province
            chosen = _choose(candidates, place) if place is not None else None
            if place and chosen:
                return chosen, place.slug, length + taken
    return None


def _is_of_city(first: Word, province: str) -> bool:
    """Whether a name that begins with "Thành" has a province behind it that is no city."""
    return first.written.lower() == _CITY_WORD and not is_city(province)


def _place_lengths(spoken: Sequence[Word], written: Sequence[str]) -> range:
    """How many words after a name may be its place, the most first; ``spoken`` from its last word.

    A comma ends a place unless another begins behind it: "Ủy ban nhân dân Thành phố, Giám đốc …".
    """
    longest = min(LONGEST_PLACE, len(written)) if written and begins_place(written[0]) else 0
    for at in range(longest):
        if spoken[at].parted and not _goes_on(written[:at], written[at]):
            longest = at
            break
    return range(longest, -1, -1)


def _goes_on(place: Sequence[str], after: str) -> bool:
    """Whether a place goes on behind a comma: with the one above it, which ends where it is one of
    the country's ("thành phố Huế, Đà Nẵng") and is not "thành phố Cao Bằng, tỉnh Cao Bằng"."""
    read = read_place(place)
    whole = read is not None and read.scope == "province" and read.slug is not None
    return after.lower() == "tỉnh" if whole else begins_place(after)


def _choose(candidates: Sequence[Authority], place: Place) -> Authority | None:
    scopes = (place.scope,) if place.scope else _UNPLACED
    for scope in scopes:
        for row in candidates:
            if row.scope == scope and (place.scope or not row.placed):
                return row
    return None


def _find_or_behead(
    spoken: Sequence[Word], *, whole: bool
) -> tuple[Authority, str | None, int] | None:
    """The organ, or the one left when a position is taken off the front; the longer name counts.

    "Chủ tịch UBND" alone heads the province's, in "Chủ tịch UBND xã Phú Tân" the commune's.
    """
    found = _find(spoken, whole=whole)
    folded = tuple(w.folded for w in spoken)
    for title in _titles().get(folded[0], ()) if folded else ():
        if len(folded) > len(title) and folded[: len(title)] == title:
            inner = _find_or_behead(spoken[len(title) :], whole=whole)
            if inner and (found is None or inner[2] + len(title) > found[2]):
                return inner[0], inner[1], inner[2] + len(title)
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
def head_titles() -> tuple[str, ...]:
    """Positions that speak for their organ (chức danh), as they are written."""
    return tuple(row.title for row in rows("authorities", "head", HeadRow))


@cache
def _titles() -> dict[str, list[tuple[str, ...]]]:
    """First word → positions that begin with it, the longest first."""
    titles: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("authorities", "head", HeadRow):
        spoken = tuple(words(row.title))
        titles.setdefault(spoken[0], []).append(spoken)
    return {first: sorted(found, key=len, reverse=True) for first, found in titles.items()}
