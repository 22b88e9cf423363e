"""Which document is meant where the words leave its year or a law's number open (năm không ghi)."""

from collections.abc import Callable, Sequence

from graph.ids import law_id
from loaders.citations.facts import Facts
from loaders.citations.fates import is_ended
from loaders.citations.group_facts import first
from loaders.mentions import NEW_LAW, Citation, Doubt, Header
from loaders.resolving.cited import Settled
from loaders.resolving.editions import called, editions, in_force
from loaders.resolving.offering import any_year, is_old, told_numbers, year_of


class Settler:
    """Settles the documents of one reading; ``ask`` hears the others, doubts go to ``doubts``."""

    def __init__(
        self,
        header: Header,
        ask: Callable[[str], tuple[tuple[str, str], ...]],
        doubts: list[Doubt],
    ) -> None:
        self.header = header
        self.ask = ask
        self.doubts = doubts
        self.dated: dict[tuple[str, bool], list[str]] = {}  # any year, old symbol → those with one
        self.editions: dict[str, list[Facts]] = {}  # a law's title with any year → those cited
        self.ended: set[str] = set()  # those that the text says were replaced or repealed

    def note_year(self, id: str, symbol: str | None) -> None:
        """Remember a document cited with its year, for where the year is left out."""
        if year_of(id) is not None:
            self.dated.setdefault((any_year(id), is_old(symbol)), []).append(id)

    def note_edition(self, mentions: Sequence[Citation], own: str) -> None:
        """Remember a law cited with its year under its title, for where the title stands alone."""
        name, year = first(c.name for c in mentions), year_of(own)
        if is_ended(mentions):
            self.ended.add(own)
        if name and year:
            number, symbol = (first(getattr(c, n) for c in mentions) for n in ("number", "symbol"))
            kind = first(c.type for c in mentions)
            cited = Facts(own, type=kind, number=number, symbol=symbol)
            self.editions.setdefault(any_year(law_id(name, year)), []).append(cited)

    def settle(self, facts: Facts, mention: Citation) -> Settled:
        """Which document is meant, where the words leave its year or a law's number open."""
        open = year_of(facts.id) is None
        if not open:
            return self.by_title_and_year(facts) if facts.number is None else Settled(facts.id)
        if facts.number is None:
            return self.by_title(facts, mention)
        said = told_numbers(self.ask("doc:" + any_year(facts.id)), facts.symbol)
        candidates = tuple(sorted(id for id in said if not_younger(id, self.header)))
        here = self.dated.get((any_year(facts.id), is_old(facts.symbol)), [])
        if len(here) == 1:
            return Settled(here[0], reason="text")
        if len(candidates) == 1:
            return Settled(candidates[0], reason=f"year:{said[candidates[0]][1]}")
        if not candidates:
            return Settled(facts.id, "unresolved")
        open_to = called(said[id][0] for id in candidates)
        doubt = (("number", facts.number), ("candidates", open_to))
        self.doubts.append(Doubt("citation.year_open", mention.span, doubt))
        return Settled(facts.id, "ambiguous", candidates=candidates)

    def by_title(self, facts: Facts, mention: Citation) -> Settled:
        """A law by its title alone: the only edition that is known, when its number is known.

        Of several that others tell, the last is in force where it is older than the document.
        """
        if mention.rule == NEW_LAW:
            return Settled(facts.id, "unresolved")
        pairs = self.ask("doc:" + any_year(facts.id))
        givers = {Facts.parse(value): giver for value, giver in reversed(pairs)}
        here = self.editions.get(any_year(facts.id), [])
        told = (f for f in (*here, *givers) if f.id not in self.ended)
        known = editions(f for f in told if not_younger(f.id, self.header))
        if not here:
            known = {id: facts for id, facts in known.items() if not self.is_over(id)}
            known = in_force(known, self.header.issued.year)
        if not known:
            return Settled(facts.id, "unresolved")
        (id, only), *others = known.items()
        if only.number and not others:
            giver = next((giver for told, giver in givers.items() if told.id == id), None)
            return Settled(id, reason=f"title:{giver}" if giver else "text")
        open_to = (("name", facts.name or ""), ("candidates", called(known.values())))
        self.doubts.append(Doubt("citation.edition_open", mention.span, open_to))
        return Settled(facts.id, "ambiguous", candidates=tuple(known))

    def is_over(self, id: str) -> bool:
        """Whether another document tells that a law was ended before this one was made."""
        made = self.header.issued.iso
        return any(made is not None and day <= made for day, _ in self.ask(f"ended:{id}"))

    def by_title_and_year(self, facts: Facts) -> Settled:
        """A law by its title and year: the one number that others give it."""
        said = {Facts.parse(value).id for value, _ in self.ask(f"doc:{facts.id}")} - {facts.id}
        return Settled(said.pop(), reason="title") if len(said) == 1 else Settled(facts.id)


def not_younger(id: str, header: Header) -> bool:
    """Whether the document of that id may be cited by this one, by its year."""
    year, own = year_of(id), header.issued.year
    return own is None or year is None or year <= own
