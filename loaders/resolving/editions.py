"""Which edition of a law a title alone means (luật chỉ được dẫn bằng tên gọi)."""

from collections.abc import Iterable, Mapping

from graph.labels import day_text, document_label
from loaders.citations.facts import Facts
from loaders.resolving.offering import year_of

#: years from the number of a law to its effect
_TO_TAKE_EFFECT = 1


def editions(told: Iterable[Facts]) -> dict[str, Facts]:
    """The editions that are told apart, by id: one for every number, else one for a year.

    A title with a year is no edition of its own where one number of that year is told.
    """
    known = {facts.id: facts for facts in told}
    numbered = [facts for facts in known.values() if facts.number]
    years = [year_of(facts.id) for facts in numbered]
    return {
        id: facts
        for id, facts in sorted(known.items())
        if facts.number or years.count(year_of(id)) != 1
    }


def in_force(known: Mapping[str, Facts], year: int | None) -> dict[str, Facts]:
    """The last of these editions alone, where it is in force for a document of that year.

    A law takes effect in the year after it at the latest: of a document made then either may be
    meant, and so where the last edition has no number.
    """
    dated = sorted((year_of(id) or 0, id) for id in known)
    if year is None or len(dated) < 2 or dated[-1][0] + _TO_TAKE_EFFECT >= year:
        return dict(known)
    last, id = dated[-1]
    alone = last > dated[-2][0] and known[id].number is not None
    return {id: known[id]} if alone else dict(known)


def called(documents: Iterable[Facts]) -> str:
    """Documents as a person calls them, by id: label, then the day or else the year where known."""
    said = []
    for facts in sorted(documents):
        label = document_label(facts.type, facts.number, facts.symbol, name=facts.name)
        day = day_text(facts.date, "vi") if facts.date else year_of(facts.id)
        said.append(f"{label} ({day})" if day else label)
    return ", ".join(dict.fromkeys(said))
