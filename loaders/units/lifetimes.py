"""How long the units that a document names have existed (thời gian tồn tại của đơn vị).

Listed organs have days in the vocabulary; of units below the province whole kinds ended on one day
(quận, huyện), which their names tell.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from graph.model import Json
from graph.vocabulary import Row, every_province, rows
from graph.words.authorities import by_id

_DISTRICT = re.compile(r"(?:quan|huyen|thi-xa|thanh-pho)-(.+)")


class EndedRow(Row):
    """A kind of unit that ended, by what its name holds (``lint.toml``)."""

    pattern: str
    valid_to: date
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@lru_cache(maxsize=8192)
def validity(id: str, name: str) -> Mapping[str, Json]:
    """From when to when a unit existed, as its node says it; its province counts too."""
    parts = id.split("/")
    known = by_id(id) if len(parts) < 4 or _is_district(parts[2]) else None
    province = (
        every_province().get(parts[1]) if len(parts) > 2 and not (known and known.zonal) else None
    )
    ends = [row.valid_to for row in (known, province) if known and row and row.valid_to]
    ends += [last for pattern, last in _ended() if pattern.search(name)]
    days = {"valid_from": known.valid_from if known else None, "valid_to": min(ends, default=None)}
    return {key: day.isoformat() for key, day in days.items() if day}


def _is_district(place: str) -> bool:
    """Whether a part of an id is a place of the level that ended; wards and communes go on."""
    found = _DISTRICT.fullmatch(place)
    return found is not None and found[1] not in every_province()


@cache
def _ended() -> tuple[tuple[re.Pattern[str], date], ...]:
    return tuple((re.compile(row.pattern), row.valid_to) for row in rows("lint", "ended", EndedRow))
