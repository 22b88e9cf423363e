"""Divisions of provincial departments whose department everybody knows (chi cục thuộc sở)."""

from functools import cache

from graph.vocabulary import Row, rows
from graph.words.authorities import by_id
from graph.words.folding import slug


class DivisionRow(Row):
    """A division and the department it belongs to, the older first (``units.toml``)."""

    name: str
    of: tuple[str, ...]


def department_of(core: str, jurisdiction: str | None, year: int | None) -> str | None:
    """The department of its province that a division belongs to in ``year``; None if unknown."""
    for organ in reversed(_divisions().get(slug(core), ()) if jurisdiction else ()):
        id = f"vn/{jurisdiction}/{organ}"
        authority = by_id(id)
        since = authority.valid_from if authority else None
        if authority and not (since and year and year < since.year):
            return id
    return None


@cache
def _divisions() -> dict[str, tuple[str, ...]]:
    return {slug(row.name): row.of for row in rows("units", "division", DivisionRow)}
