"""Where a document stands, and the unit that a name means there (phạm vi của văn bản)."""

import re
from dataclasses import dataclass
from functools import cache

from graph.words.authorities import UNNAMED
from graph.words.folding import slug
from graph.words.places import place_words

LOCAL_DEPTH = 4  # vn / province / commune / organ


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a document stands: province, issuing organ and its name (phạm vi của văn bản)."""

    jurisdiction: str | None = None
    organ_id: str | None = None
    organ_name: str | None = None
    year: int | None = None  # of the document; nobody names an organ before there is one
    everywhere: bool = False  # it lays down what holds in every province


@dataclass(frozen=True, slots=True)
class Identity:
    """The unit that a name means: id, full name, whether it is many, how sure."""

    id: str | None
    label: str
    collective: bool = False
    confidence: float = 1.0


def beside(scope: Scope) -> str | None:
    """What stands for the province of a commune's document that names none: its neighbours are
    in the same one, and those of another document's commune of that name in another."""
    home = (scope.organ_id or "").split("/")[1:2]
    return home[0] if home and home[0].startswith(UNNAMED) else None


def place_of(scope: Scope) -> str | None:
    """What the ids of units of the document's commune, province or country begin with."""
    if scope.organ_id and is_local(scope):
        return "/".join(scope.organ_id.split("/")[: LOCAL_DEPTH - 1])
    if scope.jurisdiction:
        return f"vn/{scope.jurisdiction}"
    national = scope.organ_id is not None and scope.organ_id.count("/") == 1
    return "vn" if national else None


def place_of_communes(scope: Scope) -> str | None:
    """Of which place all communes are meant: of the district, but of the province of a commune."""
    place = place_of(scope) or scope.organ_id
    if place is None or not is_local(scope):
        return place
    return place if _district().match(place.split("/")[2]) else place.rpartition("/")[0]


def is_local(scope: Scope) -> bool:
    """Whether the document is one of a commune or district, or of an organ there."""
    parts = (scope.organ_id or "").split("/")
    return len(parts) >= LOCAL_DEPTH and _local_place().match(parts[2]) is not None


@cache
def _local_place() -> re.Pattern[str]:
    """How the part of an id begins that is a place below the province (xa-tan-hiep)."""
    below = (slug(row.words) for row in place_words() if row.scopes != ("province",))
    return re.compile(rf"(?:{'|'.join(below)})-")


@cache
def _district() -> re.Pattern[str]:
    above = (slug(row.words) for row in place_words() if row.scopes[-1] == "district")
    return re.compile(rf"(?:{'|'.join(above)})-")
