"""Units in labels, cells and sentences (cơ quan, đơn vị), each with its id where it is sure."""

from collections.abc import Iterator

from graph.authorities import begins_with, by_name, unit_id, unit_name
from graph.vocabulary import provinces
from loaders.mentions import Header, Span, UnitMention
from loaders.text import Text
from loaders.unit_ids import Scope, identify
from loaders.unit_lists import begins_unit, head_pattern, split_names

__all__ = ["Scope", "begins_unit", "find_units", "read_unit", "scope_of", "split_units"]

_LONGEST_NAME = 160  # characters in which a name in a sentence must end


def scope_of(header: Header) -> Scope:
    """Province and organ of a document; of an annex that names none, those of its parent."""
    issuer = header.issuer or (header.annex_of.issuer if header.annex_of else None)
    jurisdiction = header.jurisdiction
    known = by_name(issuer) if issuer else None
    if issuer is None or known is None:
        identity = identify(issuer, Scope(jurisdiction)) if issuer else None
        return Scope(jurisdiction, identity.id if identity else None, issuer)
    authority, named = known
    if jurisdiction is None and named:
        first = named.split("/")[0]
        jurisdiction = first if first in provinces() else None
    local = authority.scope in ("district", "commune")
    name = issuer if local else unit_name(authority, jurisdiction)
    return Scope(jurisdiction, unit_id(authority, named, jurisdiction), name)


def split_units(
    text: Text, start: int, end: int, scope: Scope, rule: str = "unit_list"
) -> list[UnitMention]:
    """The units of a list in a label or cell, as printed; ``/`` and blank mean none."""
    words = text.content[start:end]
    return [
        read_unit(
            part.prefix + words[part.start : part.end],
            Span(start + part.start, start + part.end),
            scope,
            rule,
        )
        for part in split_names(words, scope.organ_name)
    ]


def read_unit(name: str, span: Span, scope: Scope, rule: str) -> UnitMention:
    """A unit as named at ``span``, identified in ``scope``."""
    identity = identify(" ".join(name.split()), scope)
    return UnitMention(
        span,
        " ".join(name.split()),
        rule,
        identity.id,
        identity.label,
        identity.collective,
        identity.confidence,
    )


def find_units(text: Text, start: int, end: int, scope: Scope) -> Iterator[UnitMention]:
    """The listed organs that a sentence names, with their place where it follows the name."""
    at = start
    while match := head_pattern().search(text.content, at, end):
        stop = _known_end(text.content, match.start(), end)
        if stop is None:
            at = match.end()
            continue
        span = Span(match.start(), stop)
        yield read_unit(text.content[span.start : stop], span, scope, "unit_prose")
        at = stop


def _known_end(content: str, start: int, end: int) -> int | None:
    """Where the longest listed name that begins at ``start`` ends."""
    found = begins_with(content[start : min(end, start + _LONGEST_NAME)].split("\n")[0])
    return start + found[2] if found else None
