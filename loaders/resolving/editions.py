"""Which edition of a law a title alone means (luật chỉ được dẫn bằng tên gọi)."""

from collections.abc import Iterable

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
