"""What a document tells others: its own number, what it cites, the short names it defines.

Offers come from its own words alone. Keys: ``doc:vn/ttg/qd/*/996`` asks for the year of a number,
``doc:vn/qh/luat/2025/<title>`` for the number of a law, ``alias:de an 996`` for a short name,
``draft:<issuer>/<kind>/<year>`` for a document whose number is not yet given,
``unplaced:vn/-/xa-tan-lap/ubnd/qd/2026/5`` for one of a place whose province is left out,
``ended:vn/qh/luat/2019/39`` for the day from which a law is ended.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.ids import law_id
from graph.model import Offer
from graph.vocabulary import Trait, types_with
from graph.words.folding import fold
from graph.words.symbols import read_symbol
from loaders.citations.facts import Facts
from loaders.citations.fates import is_ended
from loaders.mentions import AliasDefinition, Header
from loaders.own_id import placeless
from loaders.resolving.cited import CitedDocument


def offers_of(
    id: str,
    header: Header,
    cited: Mapping[int, Facts],
    definitions: Iterable[AliasDefinition],
) -> tuple[Offer, ...]:
    """Every offer of a document; ``cited``: citation → what its own words say of the target."""
    offers = [*_own(id, header)]
    for facts in dict.fromkeys(cited.values()):
        offers += _of_cited(facts)
    for definition in definitions:
        if definition.target in cited:
            value = cited[definition.target].value()
            offers.append(Offer("alias:" + fold(definition.alias), value))
    return tuple(dict.fromkeys(offers))


def any_year(id: str) -> str:
    """The id with "*" for its year: the key under which its years are offered."""
    parts = id.split("/")
    return "/".join((*parts[:-2], "*", parts[-1]))


def year_of(id: str) -> int | None:
    """The year in an id; None when it is open."""
    year = id.split("/")[-2]
    return int(year) if year.isdigit() else None


def is_old(symbol: str | None) -> bool:
    """Whether a symbol names an organ alone, as before 1997: 28/CP is never 28/2012/NĐ-CP."""
    return symbol is not None and "-" not in symbol and read_symbol(symbol).letter


def told_numbers(
    pairs: Sequence[tuple[str, str]], symbol: str | None
) -> dict[str, tuple[Facts, str]]:
    """The documents of one number that others tell, by id, each with who tells it.

    ``symbol`` of the mention: those of another manner of numbering are left out.
    """
    told = ((Facts.parse(value), giver) for value, giver in reversed(pairs))
    return {
        found.id: (found, giver) for found, giver in told if is_old(found.symbol) is is_old(symbol)
    }


def ends(cited: Iterable[CitedDocument], effective: str | None) -> Iterator[Offer]:
    """The laws that a document ends as a whole, each with the day from which it does."""
    for document in cited:
        ended = is_ended(c for c in document.mentions if c.subject is None)
        if effective and ended and document.type in types_with(Trait.LAW):
            yield Offer(f"ended:{document.id}", effective)


def calls_itself(id: str, header: Header, name: str | None) -> Iterator[Offer]:
    """What a document is to be called by its own words; laws are asked for by their titles."""
    if name and header.number and header.type not in types_with(Trait.LAW):
        yield Offer("alias:" + fold(name), _facts(id, header).value())


def _facts(id: str, header: Header) -> Facts:
    return Facts(id, header.type, header.number, header.symbol, header.issued.iso, header.issuer)


def _own(id: str, header: Header) -> Iterator[Offer]:
    facts = _facts(id, header)
    if header.number:
        yield Offer("doc:" + any_year(id), facts.value())
        if unplaced := placeless(id):
            yield Offer(f"unplaced:{unplaced}", facts.value())
        if header.title and header.type in types_with(Trait.LAW):
            title = law_id(f"{header.type} {header.title}", year_of(id))
            yield Offer(f"doc:{title}", facts.value())
            yield Offer(f"doc:{any_year(title)}", facts.value())
    elif header.annex_of is None and header.symbol:
        yield Offer("draft:" + id.rpartition("/")[0], facts.value())


def _of_cited(facts: Facts) -> Iterator[Offer]:
    year = year_of(facts.id)
    if year is None:
        return
    value = facts.value()
    yield Offer("doc:" + any_year(facts.id), value)
    if facts.name and facts.number:
        title = law_id(facts.name, year)
        yield Offer(f"doc:{title}", value)
        yield Offer(f"doc:{any_year(title)}", value)
