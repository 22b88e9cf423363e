"""Which edition of a law a title alone means (luật chỉ được dẫn bằng tên gọi)."""

from collections.abc import Iterable

from graph.labels import day_text, document_label
from loaders.citations.facts import Facts
from loaders.resolving.offering import year_of


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


def called(documents: Iterable[Facts]) -> str:
    """Documents as a person calls them, by id: label, then the day or else the year where known."""
    said = []
    for facts in sorted(documents):
        label = document_label(facts.type, facts.number, facts.symbol, name=facts.name)
        day = day_text(facts.date, "vi") if facts.date else year_of(facts.id)
        said.append(f"{label} ({day})" if day else label)
    return ", ".join(dict.fromkeys(said))
