"""The members of a collective that names them: "UBND các tỉnh: Gia Lai, Đắk Lắk" (thành viên)."""

import re

from graph.words.authorities import by_name, unit_id, unit_name
from graph.words.folding import fold
from graph.words.places import province_of

#: the organ, then "các tỉnh, thành phố: " and the places by name
_NAMED = re.compile(
    r"(?P<organ>.+?)\s(?:các\s)?(?:tỉnh|thành phố)(?:(?:,| và|/)\s?(?:các\s)?(?:tỉnh|thành phố))?"
    r"(?:,? trực thuộc [Tt]rung ương)?(?:\s?:)?\s(?P<places>[A-ZĐ].+)"
)
_SIGN = re.compile(r"\s?[,;]\s(?:và\s)?|\svà\s")


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
