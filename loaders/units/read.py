"""Units in labels, cells and sentences (cơ quan, đơn vị), each with its id where it is sure."""

from graph.vocabulary import every_province
from graph.words.authorities import UNNAMED, by_name, unit_id, unit_name
from loaders.mentions import Header, Span, UnitMention
from loaders.text import Text
from loaders.units.everywhere import lays_down_for_all
from loaders.units.heads import begins_unit, within_pattern
from loaders.units.ids import identify
from loaders.units.lists import split_names
from loaders.units.scope import Identity, Scope
from loaders.units.shared_levels import shared_levels

__all__ = ["Scope", "begins_unit", "read_unit", "scope_of", "split_units"]


def scope_of(header: Header, stranger: str = UNNAMED) -> Scope:
    """Province and organ of a document; of an annex that names none, those of its parent.

    ``stranger`` stands for a province that a commune's document does not name.
    """
    year = header.issued.year
    issuer = header.organ or (header.annex_of.issuer if header.annex_of else None)
    jurisdiction = header.jurisdiction
    known = by_name(issuer) if issuer else None
    if issuer is None or known is None:
        around = Scope(jurisdiction, f"vn/{stranger}/-" if header.locality else None)
        identity = _under(issuer, header.superior, around) if issuer else None
        return Scope(jurisdiction, identity.id if identity else None, issuer, year)
    authority, named = known
    if jurisdiction is None and named:
        first = named.split("/")[0]
        jurisdiction = first if first in every_province() else None
    local = authority.scope in ("district", "commune")
    name = issuer if local else unit_name(authority, jurisdiction)
    home = jurisdiction or (stranger if local and named else None)
    national = authority.scope in ("national", "party") and jurisdiction is None
    everywhere = national and lays_down_for_all(header.type, header.title)
    return Scope(jurisdiction, unit_id(authority, named, home), name, year, everywhere)


def _under(issuer: str, superior: str | None, around: Scope) -> Identity:
    """An organ that no list knows: a division is of the organ above it ("Cục Quản lý Dược" of the
    Bộ Y tế), what has a name in the country ("Quân khu 7") is called as everywhere."""
    above = by_name(superior) if superior else None
    if above is None:
        return identify(issuer, around)
    if within_pattern().match(issuer):
        return identify(f"{issuer}, {superior}", around)
    return identify(issuer, Scope(None, unit_id(*above)))


def split_units(
    text: Text,
    start: int,
    end: int,
    scope: Scope,
    rule: str = "unit_list",
    *,
    lined: bool = True,
) -> list[UnitMention]:
    """The units of a list in a label or cell, as printed; ``/`` and blank mean none.

    ``lined``: the end of a line parts them, as in a cell.
    """
    words = text.content[start:end]
    words = words if lined else words.replace("\n", " ")
    parts = split_names(words, scope.organ_name)
    return [
        read_unit(
            part.prefix + words[part.start : part.end],
            Span(start + part.start, start + part.end),
            scope,
            rule,
            level,
        )
        for part, level in zip(parts, shared_levels(words, parts), strict=True)
    ]


def read_unit(name: str, span: Span, scope: Scope, rule: str, level: str = "") -> UnitMention:
    """A unit as named at ``span``, identified in ``scope``; ``level`` is said once for several."""
    name = " ".join(name.split())
    identity = identify(f"{name} {' '.join(level.split())}" if level else name, scope)
    return UnitMention(
        span,
        name,
        rule,
        identity.id,
        identity.label,
        identity.collective,
        identity.confidence,
    )
