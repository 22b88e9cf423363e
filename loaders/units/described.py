"""What a unit's node says of the unit: name, code, kind, province, years (thuộc tính của đơn vị).

All of it is told by the id and the name, so that every document which names the unit agrees.
"""

from collections.abc import Mapping
from functools import lru_cache

from graph.model import Json
from graph.vocabulary import every_province
from graph.words.authorities import by_id
from graph.words.unit_words import kind_of
from loaders.units.lifetimes import validity


@lru_cache(maxsize=8192)
def described(id: str, name: str, collective: bool = False) -> Mapping[str, Json]:
    """The properties of a unit's node; of a collective (các sở, ban, ngành) no code and no kind."""
    place = id.split("/")[1]
    found: dict[str, Json | None] = {
        "name": name,
        "short_name": None if collective else _code(id),
        "unit_kind": None if collective else kind_of(name),
        "jurisdiction": place if place in every_province() else None,
        "collective": True if collective else None,
        **validity(id, name),
    }
    return {key: value for key, value in found.items() if value is not None}


def _code(id: str) -> str | None:
    """The letters a listed organ is called by, as in số, ký hiệu: BKHCN, UBND (chữ viết tắt)."""
    place, *below = id.split("/")[1:]
    local = place in every_province() or place.startswith("-")
    known = by_id(id) if local or not below else None
    codes = (*known.symbols, *filter(str.isupper, known.aliases)) if known else ()
    return next(iter(codes), None)
