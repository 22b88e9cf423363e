"""``understand``: one text through the pipeline, to what the document says by itself."""

from collections.abc import Iterator

from graph.model import EdgeKind
from graph.words.authorities import by_name
from loaders.citations.blank_numbers import find_blank_numbers
from loaders.citations.requesters import find_requesters
from loaders.citations.self_basis import find_self_bases
from loaders.citations.validity import find_validity
from loaders.layout.structure import Structure
from loaders.mentions import Header, Span, UnitMention
from loaders.pipeline import annotate
from loaders.reading import Reading, nothing_offered
from loaders.resolving.resolve import resolve
from loaders.tasks.recipients import find_recipients
from loaders.tasks.totals import budget_of, differing_totals, find_totals
from loaders.text import Text
from loaders.units.read import Scope, read_unit
from loaders.units.successions import find_successions
from loaders.unread import find_unread


def understand(text: Text) -> Reading:
    """All mentions of a text, the id it gives itself and what it offers to others."""
    found = annotate(text, tokens=False)._
    header: Header = found.header
    scope = found.scope
    id = found.id
    totals = find_totals(text, header, found.structure, found.assignments)
    return Reading(
        id=id,
        text=text,
        header=header,
        structure=found.structure,
        scope=scope,
        citations=found.citations,
        definitions=found.definitions,
        assignments=found.assignments,
        parties=tuple(parties(text, header, found.structure, scope)),
        alone=resolve(id, header, found.citations, found.definitions, nothing_offered),
        successions=tuple(find_successions(text, scope)),
        validity=find_validity(text, header),
        short_title=found.own_name,
        budget=budget_of(totals),
        doubts=(
            *find_unread(text),
            *find_blank_numbers(text, header),
            *find_self_bases(text, header),
            *differing_totals(totals),
        ),
    )


def parties(
    text: Text, header: Header, structure: Structure, scope: Scope
) -> Iterator[tuple[EdgeKind, UnitMention]]:
    """Who issued it, who asked for it, whom it is addressed to (ban hành, đề nghị, nơi nhận)."""
    if header.issuer:
        span = header.spans.get("issuer") or Span(0, max(1, header.body_start))
        for name in _issuers(header.issuer):
            unit = read_unit(name, span, scope, "letterhead", header.locality or "")
            yield EdgeKind.ISSUED_BY, unit
    for unit in find_requesters(text, header, scope):
        yield EdgeKind.REQUESTED_BY, unit
    for unit in find_recipients(text, header, structure, scope):
        yield EdgeKind.ADDRESSED_TO, unit


def _issuers(name: str) -> list[str]:
    """Each of several that issue together: "Bộ Công an - Bộ Y tế"."""
    several = name.split(" - ")
    together = by_name(name) is None and all(by_name(part) for part in several)
    return several if together else [name]
