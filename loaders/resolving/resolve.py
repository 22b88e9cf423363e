"""From mentions to documents: identity, short names, missing years, the parent of an annex.

A pure function of one document's reading and of what other documents offer. What cannot be decided
stays visible: ambiguous with its candidates, or a doubt; it is never guessed (``DESIGN`` §2).
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from graph.vocabulary import every_province
from graph.words.folding import fold, slug
from loaders.citations.dated_groups import Group
from loaders.citations.facts import Facts, issuer_of, only_province, strongest
from loaders.citations.group_facts import (
    best_issuer,
    best_name,
    best_symbol,
    first,
    group_date,
    group_id,
)
from loaders.citations.identity import group_mentions
from loaders.mentions import AliasDefinition, Citation, Doubt, Header, PartialDate
from loaders.own_id import stranger_of
from loaders.resolving.cited import CitedDocument, Resolution, Settled, known_by_name
from loaders.resolving.editions import called
from loaders.resolving.offering import any_year, offers_of
from loaders.resolving.parents import parent_of
from loaders.resolving.settling import Settler, not_younger
from loaders.resolving.short_names import ShortNames

__all__ = ["CitedDocument", "Offers", "Resolution", "resolve"]

Offers = Callable[[str], tuple[tuple[str, str], ...]]


def resolve(
    document_id: str,
    header: Header,
    citations: Sequence[Citation],
    definitions: Sequence[AliasDefinition],
    offers: Offers,
) -> Resolution:
    """The documents that the citations lead to, what this document offers and what it asked."""
    return _Resolver(document_id, header, citations, definitions, offers).resolution()


class _Resolver:
    """Gathers the documents of one reading; each step adds to ``found``, ``asks``, ``doubts``."""

    def __init__(
        self,
        id: str,
        header: Header,
        citations: Sequence[Citation],
        definitions: Sequence[AliasDefinition],
        offers: Offers,
    ) -> None:
        self.id = id
        self.header = header
        self.citations = citations
        self.definitions = definitions
        self.lookup = offers
        self.home = header.jurisdiction or only_province(header, citations)
        self.stranger = "" if self.home else stranger_of(id)
        self.asks: dict[str, None] = {}
        self.doubts: list[Doubt] = []
        self.found: dict[str, CitedDocument] = {}
        self.targets: dict[int, str] = {}
        self.ids: list[str] = []  # of all groups, by this document's own words
        self.settler = Settler(header, self.ask, self.doubts)
        self.mentions: dict[str, list[Citation]] = {}
        self.own: dict[int, Facts] = {}  # citation → its target by this document's own words

    def resolution(self) -> Resolution:
        groups = group_mentions(self.citations, self.home)
        self.ids = [group_id(self.citations, g, self.home, self.stranger) for g in groups]
        for id, group in dict(zip(self.ids, groups, strict=True)).items():
            self.settler.note_year(id, first(self.citations[i].symbol for i in group.mentions))
        for group, own in zip(groups, self.ids, strict=True):
            self.settler.note_edition([self.citations[index] for index in group.mentions], own)
        for group, own in zip(groups, self.ids, strict=True):
            self.add_group(group, own)
        self.names = ShortNames(self.definitions, self.targets, self.found.values())
        parent = parent_of(self.header, self.ask, self.home, self.stranger)
        for index, citation in enumerate(self.citations):
            if citation.alias is not None:
                self.add_use(index, citation, parent)
        self.name()
        cited = tuple(
            replace(
                document,
                relation=strongest(self.mentions[document.id]),
                mentions=tuple(sorted(self.mentions[document.id], key=lambda c: c.span.start)),
            )
            for document in self.found.values()
            if document.id != self.id
        )
        return Resolution(
            cited=cited,
            offers=offers_of(self.id, self.header, self.own, self.definitions),
            asks=tuple(self.asks),
            doubts=tuple(self.doubts),
            parent=self.parent_document(parent),
            targets=self.targets,
        )

    def ask(self, key: str) -> tuple[tuple[str, str], ...]:
        """What other documents offer under ``key``; the question is remembered."""
        self.asks[key] = None
        return tuple(pair for pair in self.lookup(key) if pair[1] != self.id)

    # -- documents by their own words
    def add_group(self, group: Group, own: str) -> None:
        mentions = tuple(self.citations[index] for index in group.mentions)
        issuer = issuer_of(mentions, best_issuer(mentions), self.home)
        date = group_date(self.citations, group)
        facts = Facts(
            id=own,
            type=first(c.type for c in mentions),
            number=first(c.number for c in mentions),
            symbol=best_symbol(mentions),
            date=date.iso,
            issuer=issuer.issuer,
            name=best_name(mentions),
        )
        settled = self.apart(self.settler.settle(facts, mentions[0]), facts)
        self.doubts += group.doubts
        self.own |= dict.fromkeys(group.mentions, facts)
        self.targets |= dict.fromkeys(group.mentions, settled.id)
        self.keep(
            CitedDocument(
                id=settled.id,
                type=facts.type,
                number=facts.number,
                symbol=facts.symbol,
                date=date,
                issuer=facts.issuer,
                name=facts.name,
                relation="cites",
                mentions=mentions,
                title=first(c.title for c in mentions),
                organ_id=issuer.organ_id,
                status=settled.status,
                reason=settled.reason,
                candidates=settled.candidates,
            )
        )

    def apart(self, settled: Settled, facts: Facts) -> Settled:
        """An id of its own where both the symbol and the day differ from what has this one."""
        known = self.found.get(settled.id)
        if known is None or not (known.symbol and facts.symbol and facts.date and known.date.iso):
            return settled
        if fold(known.symbol) == fold(facts.symbol) or known.date.iso == facts.date:
            return settled
        one, other = f"{known.number}/{known.symbol}", f"{facts.number}/{facts.symbol}"
        told = (("one", one), ("other", other))
        self.doubts.append(Doubt("citation.variants", known.mentions[0].span, told))
        return settled._replace(id=f"{settled.id}~{slug(facts.symbol)}")

    def keep(self, document: CitedDocument) -> None:
        """Add a document, or its mentions to the one that has its id already."""
        known = self.found.get(document.id)
        self.mentions.setdefault(document.id, []).extend(document.mentions)
        if known is None:
            self.found[document.id] = document
            return
        symbols = {known.symbol, document.symbol} - {None}
        if document.mentions[0].alias is None and len(symbols) > 1:
            one, other = f"{known.number}/{known.symbol}", f"{document.number}/{document.symbol}"
            facts = (("one", one), ("other", other))
            self.doubts.append(Doubt("citation.variants", document.mentions[0].span, facts))
        self.found[document.id] = replace(
            known,
            number=known.number or document.number,
            symbol=known.symbol or document.symbol,
            name=known.name or document.name,
            date=known.date if known.date.iso else document.date,
            aliases=tuple(dict.fromkeys((*known.aliases, *document.aliases))),
        )

    def near(self, id: str) -> bool:
        """Whether the document is national or of the same province."""
        place = id.split("/")[1]
        return place not in every_province() or place == self.home

    # -- short names
    def add_use(self, index: int, use: Citation, parent: Facts | None) -> None:
        """The document that a short name stands for; a doubt when that cannot be decided."""
        alias = use.alias or ""
        own = self.names.meant(use)
        if own is not None:
            self.targets[index] = own
            self.mentions[own].append(use)
            self.add_alias(own, alias)
            return
        offered = self.offered(alias, parent)
        if len(offered) == 1:
            facts, giver = next(iter(offered.values()))
            self.targets[index] = facts.id
            self.keep(known_by_name(facts, use, f"alias:{giver}"))
            return
        unnumbered = use.rule == "alias_in_words"
        rule = "alias.unnumbered" if unnumbered else "alias.unresolved"
        rule = "alias.ambiguous" if offered else rule
        told = (("alias", alias), ("candidates", called(facts for facts, _ in offered.values())))
        self.doubts.append(Doubt(rule, use.span, told))

    def name(self) -> None:
        """Give each document the short names that the text defines for it."""
        for definition in self.definitions:
            if definition.target in self.targets:
                self.add_alias(self.targets[definition.target], definition.alias)

    def add_alias(self, id: str, alias: str) -> None:
        known = self.found[id]
        if alias not in known.aliases:
            self.found[id] = replace(known, aliases=(*known.aliases, alias))

    def offered(self, alias: str, parent: Facts | None) -> dict[str, tuple[Facts, str]]:
        """What others say the name stands for; what an annex belongs to is heard first."""
        pairs = self.ask("alias:" + fold(alias))
        of_parent = [pair for pair in pairs if parent is not None and pair[1] == parent.id]
        said = [(Facts.parse(value), giver) for value, giver in of_parent or pairs]
        if not of_parent:
            said += self.rivals(alias, [facts for facts, _ in said])
        return {
            facts.id: (facts, giver)
            for facts, giver in said
            if of_parent or (not_younger(facts.id, self.header) and self.near(facts.id))
        }

    def rivals(self, alias: str, told: Sequence[Facts]) -> list[tuple[Facts, str]]:
        """Documents of other years whose number is the short name ("Nghị định 123") as well."""
        digits = alias.split()[-1].lstrip("0")
        keys = {
            "doc:" + any_year(facts.id)
            for facts in told
            if facts.number and facts.number.split("/")[0].lstrip("0") == digits
        }
        return [(Facts.parse(v), giver) for key in sorted(keys) for v, giver in self.ask(key)]

    def parent_document(self, parent: Facts | None) -> CitedDocument | None:
        if parent is None or parent.id == self.id:
            return None
        return CitedDocument(
            parent.id, parent.type, parent.number, parent.symbol, PartialDate(), parent.issuer,
            None, "annex_of", (), status="resolved",
        )  # fmt: skip
