"""The members of a collective that names them: "UBND các tỉnh: Gia Lai, Đắk Lắk" (thành viên).

Communes are those of the province in whose document they are named.
"""

import re

from graph.vocabulary import every_province
from graph.words.authorities import by_name, unit_id, unit_name
from graph.words.folding import fold
from graph.words.places import province_of

#: the organ, then "các tỉnh, thành phố: " and the places by name
_NAMED = re.compile(
    r"(?P<organ>.+?)\s(?:các\s)?(?:tỉnh|thành phố)(?:(?:,| và|/)\s?(?:các\s)?(?:tỉnh|thành phố))?"
    r"(?:,? trực thuộc [Tt]rung ương)?(?:\s?:)?\s(?P<places>[A-ZĐ].+)"
)
#: "UBND các xã: Tân Hà, Đức Trọng"
_COMMUNES = re.compile(
    r"(?P<organ>.+?)\scác\s(?P<kind>xã|phường|đặc khu)(?:\s?:)?\s(?P<places>[A-ZĐ][^:;()]+)"
)
_PLACE = re.compile(r"[A-ZĐ][^\W\d_]*(?:\s[A-ZĐ][^\W\d_]*)*")
_SIGN = re.compile(r"\s?[,;]\s(?:và\s)?|\svà\s")


def named_members(name: str, id: str | None) -> list[tuple[str, str]]:
    """Id and label of each organ that the collective ``id`` lists by its place."""
    home = (id or "").removeprefix("vn/").partition("/")[0]
    return _of_communes(name, home) if home in every_province() else members_of(name)


def members_of(name: str) -> list[tuple[str, str]]:
    """Id and label of each province's organ that a collective lists; none where a place or the
    organ is not known."""
    named = _NAMED.fullmatch(name)
    if named is None or " các " not in f" {name} ":
        return []
    known = by_name(f"{named['organ']} tỉnh")
    places = [province_of(fold(place)) for place in _SIGN.split(named["places"])]
    if known is None or known[0].scope != "province" or len(places) < 2:
        return []
    slugs = [slug for slug in places if slug]
    ids = [unit_id(known[0], slug, None) for slug in slugs]
    if len(slugs) < len(places):
        return []
    return [(id, unit_name(known[0], slug)) for id, slug in zip(ids, slugs, strict=True) if id]


def _of_communes(name: str, province: str) -> list[tuple[str, str]]:
    """The same of communes of one kind in a province: "UBND các xã: Tân Hà, Đức Trọng"."""
    named = _COMMUNES.fullmatch(name)
    places = _SIGN.split(named["places"]) if named else []
    if named is None or len(places) < 2 or not all(map(_PLACE.fullmatch, places)):
        return []
    local = [f"{named['kind']} {place}" for place in places]
    known = [by_name(f"{named['organ']} {place}") for place in local]
    found = [one for one in known if one and one[0].scope == "commune"]
    if len(found) < len(places):
        return []
    ids = [unit_id(*one, province) for one in found]
    labels = [f"{one[0].name} {place}" for one, place in zip(found, local, strict=True)]
    return [(id, label) for id, label in zip(ids, labels, strict=True) if id]
