"""The place after the name of an organ: a province, a district or a commune (địa danh)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.vocabulary import Row, every_province, provinces, rows
from graph.words.folding import fold, words
from graph.words.patterns import any_of

_SHORT_CITY = ("tp",)
_CITY = (("thanh", "pho"), _SHORT_CITY)
_WORD = re.compile(r"[^\W_]+")
#: words that only look like "tỉnh" without their tone mark (tình hình, tính)
_NO_PLACE = ("tình", "tính")
_LONGEST_LOCAL_NAME = 4
#: words of the longest place after a name: phường Tên Bốn Tiếng Dài tỉnh Bà Rịa Vũng Tàu
LONGEST_PLACE = 11


class PlaceWordRow(Row):
    """A word before the name of a place (``provinces.toml``)."""

    words: str
    scopes: tuple[Literal["province", "district", "commune"], ...]
    short: bool = False
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What stands after a name: its scope, or "" for nothing; ``slug`` when it is named."""

    scope: str
    slug: str | None = None


def read_place(written: Sequence[str]) -> Place | None:
    """The place that the words name to their end; None when they say something else."""
    if not written:
        return Place("")
    folded = tuple(fold(w) for w in written)
    if written[0].lower() in _NO_PLACE:
        return None
    if folded[0] == "cua":
        return read_place(written[1:]) if len(written) > 1 else None
    if folded[:2] == ("viet", "nam"):
        after = read_place(written[2:])
        return after if after and after.scope else None
    return _city(folded) or _province(folded) or _former(folded) or _local(written, folded)


def ending_place(name: str) -> tuple[int, str] | None:
    """Where the place by name begins that a unit's name ends in, and its slug.

    "Phòng Kinh tế | xã Tân Hội", "Hội Thiện nguyện | tỉnh An Giang"; None without any.
    """
    for match in _begins_named().finditer(name):
        first = name[match.end()]
        place = None if first.islower() else read_place(_WORD.findall(name[match.start() :]))
        if place and place.slug:
            return match.start(), place.slug
    return None


def is_city(province: str | None) -> bool:
    """Whether a province is a city (thành phố trực thuộc trung ương)."""
    row = every_province().get(province or "")
    return row is not None and row.city


def nameless_place(name: str) -> str | None:
    """An organ's name without the word for a district or commune that it ends with, unnamed."""
    match = _nameless().search(name)
    return name[: match.start()] if match else None


def begins_place(word: str) -> bool:
    """Whether a place can begin with the word."""
    return fold(word) in _first_words()


def province_of(text: str) -> str | None:
    """The slug of the province that the whole text names, with or without tỉnh, thành phố."""
    place = _province(tuple(words(text)))
    return place.slug if place else None


def _province(folded: tuple[str, ...]) -> Place | None:
    for head in _province_heads():
        if folded[: len(head)] == head:
            name = folded[len(head) :]
            slug = _province_names().get(name)
            if slug or not name:
                return Place("province", slug)
    slug = _province_names().get(folded)
    return Place("province", slug) if slug and len("".join(folded)) > 2 else None


def _city(folded: tuple[str, ...]) -> Place | None:
    """The city that a province is named after and that lies in it: "thành phố Cao Bằng"."""
    head = next((h for h in _CITY if folded[: len(h)] == h), None)
    slug = _province_names().get(folded[len(head) :]) if head else None
    if slug is None or is_city(slug):
        return None
    return Place("district", f"{slug}/thanh-pho-{slug}")


def _former(folded: tuple[str, ...]) -> Place | None:
    """A province that ended long before, named with its "tỉnh"."""
    slug = _former_names().get(folded[1:]) if folded[0] == "tinh" else None
    return Place("province", slug) if slug else None


def _local(written: Sequence[str], folded: tuple[str, ...]) -> Place | None:
    for head, scope in _local_heads().items():
        if folded[: len(head)] == head:
            return _named(written, folded, len(head), scope)
    return None


def _named(written: Sequence[str], folded: tuple[str, ...], head: int, scope: str) -> Place | None:
    """``phường Tân An[, tỉnh X]``: capitals or digits only, for ``xã chủ trì`` names no place."""
    for end in range(len(written), head, -1):
        rest = folded[end:]
        above = _province(rest) or _former(rest) if rest else Place("")
        name = written[head:end]
        if above is None or len(name) > _LONGEST_LOCAL_NAME:
            continue
        if folded[0] == "thanh" and _begins_other(folded[head:end], above.slug):
            continue  # two places: thành phố Hà Nội, thành phố Huế
        if all(w[0].isupper() or w[0].isdigit() for w in name):
            local = "-".join(folded[:end])
            return Place(scope, f"{above.slug}/{local}" if above.slug else local)
    return None


def _begins_other(name: tuple[str, ...], above: str | None) -> bool:
    """Whether the name of a city begins with a province's that is not the one above it."""
    found = (_province_names().get(name[:end]) for end in range(2, len(name) + 1))
    return any(slug and slug != above for slug in found)


@cache
def place_words() -> tuple[PlaceWordRow, ...]:
    """Every word before the name of a place (tỉnh, huyện, xã), the highest first."""
    return rows("provinces", "place_word", PlaceWordRow)


@cache
def place_pattern(*lowest: str) -> str:
    """A pattern of these words in small letters, of places that are at the ``lowest`` one of these.

    ``place_pattern("district")``: thành phố, huyện, quận, thị xã. Without any: of all of them.
    """
    return any_of(row.words for row in place_words() if not lowest or row.scopes[-1] in lowest)


@cache
def province_word() -> str:
    """A pattern of the words before a province's name: tỉnh, Tỉnh, thành phố, Thành phố, TP."""
    words = (row.words for row in place_words() if "province" in row.scopes)
    forms = (form for word in words for form in (word, word.capitalize()))
    return rf"(?:{any_of(forms)}|TP\.?)"


@cache
def _begins_named() -> re.Pattern[str]:
    """The word for a place before its name."""
    return re.compile(rf"(?<!\w)(?:(?i:{place_pattern()})\s|TP\.?\s?)(?=\w)")


@cache
def _nameless() -> re.Pattern[str]:
    local = any_of(row.words for row in place_words() if "province" not in row.scopes)
    return re.compile(rf"\s{local}\Z")


@cache
def _province_heads() -> tuple[tuple[str, ...], ...]:
    heads = (tuple(words(row.words)) for row in place_words() if "province" in row.scopes)
    return (*heads, _SHORT_CITY)


@cache
def _local_heads() -> dict[tuple[str, ...], str]:
    """Folded words that begin the name of a place below the province → its scope."""
    lowest = {tuple(words(row.words)): row.scopes[-1] for row in place_words()}
    return {head: scope for head, scope in lowest.items() if scope != "province"}


@cache
def _province_names() -> dict[tuple[str, ...], str]:
    """Folded name or alias → slug; names after aliases, so that a name always wins."""
    aliases = {tuple(words(a)): p.slug for p in provinces().values() for a in p.aliases}
    names = {tuple(words(p.name)): p.slug for p in provinces().values()}
    return aliases | names


@cache
def _former_names() -> dict[tuple[str, ...], str]:
    former = (row for row in every_province().values() if row.slug not in provinces())
    return {tuple(words(row.name)): row.slug for row in former}


@cache
def _first_words() -> frozenset[str]:
    heads = {head[0] for head in (*_province_heads(), *_local_heads())}
    return frozenset({"cua", "viet", *heads, *(name[0] for name in _province_names())})
