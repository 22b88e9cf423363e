"""A unit's name without the organ and the place that it ends in, and what organ that is.

"Cục Viễn thông, Bộ Khoa học và Công nghệ" is a "Cục Viễn thông" of that ministry.
"""

import re
from functools import cache

from graph.words.authorities import Authority, by_name, by_symbol
from graph.words.unit_words import unit_words
from loaders.units.communes import OF, OF_PLACE

#: a place that such words come before is one of several: "cấp tỉnh", "các tỉnh, thành phố"
SEVERAL = re.compile(r"(?:[Cc]ác|cấp|và|/|[Cc]ác (?:tỉnh|xã|huyện|quận))[\s,]*$")


def core_of(name: str) -> str:
    """The name without the organ and the place that it ends in."""
    previous, core = None, name
    while core != previous:
        previous = core
        place = OF_PLACE.search(core)
        if place and not SEVERAL.search(core[: place.start()]):
            core = core[: place.start()].rstrip(" ,")
        holder = _holder_in(core)
        if holder and SEVERAL.search(core[: holder.start()] + " ") is None:
            core = core[: holder.start()].rstrip(" ,-–")
    return core or name


def holder_of(name: str) -> tuple[Authority, str | None] | None:
    """The organ that the name says it belongs to (Phòng X, Sở Y), with its place if named."""
    holder = _holder_in(name)
    return organ_named(holder["holder"]) if holder else None


def organ_named(holder: str) -> tuple[Authority, str | None] | None:
    """An organ by its name or, of the country's, by its letters (Cục Điện lực - BCT)."""
    known = by_name(holder)
    organ = by_symbol(holder) if known is None and holder.isupper() else None
    return (organ, None) if organ and organ.level == "ministry" else known


def _holder_in(name: str) -> re.Match[str] | None:
    """The organ behind a name: "Cục Sở hữu trí tuệ | thuộc Bộ Khoa học" is not of a "Sở hữu …"."""
    found = _holder().search(name, 1)
    while found and not _is_organ(found["holder"]):
        found = _holder().search(name, found.start("holder") + 1)
    return found


def _is_organ(holder: str) -> bool:
    return holder == "Sở" or organ_named(holder) is not None


@cache
def _holder() -> re.Pattern[str]:
    """The name of an organ that has divisions, behind that of one (``units.toml``)."""
    begun, whole = ("|".join(unit_words(table)) for table in ("holder_head", "holder"))
    return re.compile(rf"{OF}(?P<holder>(?:{begun})(?:\s.+)?|{whole})$")
