"""Where a document stands, and the unit that a name means there (phạm vi của văn bản)."""

from dataclasses import dataclass

from graph.words.authorities import UNNAMED, by_id

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
    in the same one."""
    unnamed = (scope.organ_id or "").startswith(f"vn/{UNNAMED}/")
    return UNNAMED if unnamed else None


def place_of(scope: Scope) -> str | None:
    """What the ids of units of the document's commune, province or country begin with."""
    if scope.organ_id and scope.organ_id.count("/") == LOCAL_DEPTH - 1 and is_local(scope):
        return scope.organ_id.rpartition("/")[0]
    if scope.jurisdiction:
        return f"vn/{scope.jurisdiction}"
    national = scope.organ_id is not None and scope.organ_id.count("/") == 1
    return "vn" if national else None


def is_local(scope: Scope) -> bool:
    """Whether the document is one of a commune or district."""
    known = by_id(scope.organ_id or "")
    return known is not None and known.scope in ("commune", "district")
