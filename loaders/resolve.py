"""From mentions to documents: identity, short names, missing years, the parent of an annex.

A pure function of one document's reading and of what other documents offer. What cannot be decided
stays visible: ambiguous with its candidates, or a doubt; it is never guessed (``DESIGN`` §2).
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from graph.authorities import by_name
from graph.folding import fold
from graph.ids import law_id
from graph.model import Offer
from loaders.facts import Facts, issuer_of, strongest
from loaders.identity import Group, best_issuer, group_date, group_id, group_mentions
from loaders.mentions import AliasDefinition, Citation, Doubt, Header, PartialDate
from loaders.parents import parent_of

Offers = Callable[[str], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that the text cites, with every mention (văn bản được viện dẫn).

    ``status``: resolved, ambiguous (``candidates`` may be meant) or unresolved (no year is known);
    ``reason`` says how a short name or a missing year was resolved. ``date`` is only what this
    document's own words say.
    """

    id: str
    type: str | None
    number: str | None
    symbol: str | None
    date: PartialDate
    issuer: str | None
    name: str | None
    relation: str
    mentions: tuple[Citation, ...]
    aliases: tuple[str, ...] = ()
    title: str | None = None
    organ_id: str | None = None
    status: str = "resolved"
    reason: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one document's mentions lead to (kết quả phân giải)."""

    cited: tuple[CitedDocument, ...]
    offers: tuple[Offer, ...]
    asks: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()
    parent: CitedDocument | None = None
    targets: dict[int, str] = field(default_factory=dict)

    def target_of(self, index: int) -> str | None:
        """The id of the document that citation number ``index`` leads to; None when undecided."""
        return self.targets.get(index)


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
        self.home = header.jurisdiction or _only_province(header, citations)
        self.stranger = "" if self.home else "-" + hashlib.sha256(id.encode()).hexdigest()[:8]
        self.asks: dict[str, None] = {}
        self.doubts: list[Doubt] = []
        self.found: dict[str, CitedDocument] = {}
        self.targets: dict[int, str] = {}
        self.own_ids: dict[int, str] = {}  # citation → id by this document's own words

    def resolution(self) -> Resolution:
        for group in group_mentions(self.citations):
            self.add_group(group)
        parent = parent_of(self.header, self.ask, self.home, self.stranger)
        for index, citation in enumerate(self.citations):
            if citation.alias is not None:
                self.add_use(index, citation, parent)
        cited = tuple(
            replace(document, relation=strongest(document.mentions))
            for document in self.found.values()
            if document.id != self.id
        )
        return Resolution(
            cited, self.offered(), tuple(self.asks), tuple(self.doubts),
            self.parent_document(parent), self.targets,
        )  # fmt: skip

    def ask(self, key: str) -> tuple[tuple[str, str], ...]:
        """What other documents offer under ``key``; the question is remembered."""
        self.asks[key] = None
        return tuple(pair for pair in self.lookup(key) if pair[1] != self.id)

    # -- documents by their own words
    def add_group(self, group: Group) -> None:
        mentions = tuple(self.citations[index] for index in group.mentions)
        own = group_id(self.citations, group, self.home, self.stranger)
        id, status, reason, candidates = self.with_year(own, mentions)
        self.doubts += group.doubts
        self.own_ids |= dict.fromkeys(group.mentions, own)
        self.targets |= dict.fromkeys(group.mentions, id)
        facts = issuer_of(mentions, best_issuer(mentions), self.home)
        document = CitedDocument(
            id=id,
            type=next((c.type for c in mentions if c.type), None),
            number=next((c.number for c in mentions if c.number), None),
            symbol=next((c.symbol for c in mentions if c.symbol), None),
            date=group_date(self.citations, group),
            issuer=facts.issuer,
            name=next((c.name for c in mentions if c.name), None),
            relation="cites",
            mentions=mentions,
            title=next((c.title for c in mentions if c.title), None),
            organ_id=facts.organ_id,
            status=status,
            reason=reason,
            candidates=candidates,
        )
        self.keep(document)

    def keep(self, document: CitedDocument) -> None:
        """Add a document, or its mentions to the one that has its id already."""
        known = self.found.get(document.id)
        if known is None:
            self.found[document.id] = document
            return
        if document.mentions[0].alias is None and known.symbol and document.symbol:
            facts = (("one", f"{known.number}/{known.symbol}"),)
            facts += (("other", f"{document.number}/{document.symbol}"),)
            self.doubts.append(Doubt("citation.variants", document.mentions[0].span, facts))
        mentions = sorted({*known.mentions, *document.mentions}, key=lambda c: c.span.start)
        self.found[document.id] = replace(
            known,
            mentions=tuple(mentions),
            date=known.date if known.date.iso else document.date,
            aliases=tuple(dict.fromkeys((*known.aliases, *document.aliases))),
        )

    def with_year(
        self, id: str, mentions: Sequence[Citation]
    ) -> tuple[str, str, str | None, tuple[str, ...]]:
        """The id with the year that others know: (id, status, reason, candidates)."""
        by_title = mentions[0].number is None
        if "/-/" not in id and not by_title:
            return id, "resolved", None, ()
        pairs = self.ask("doc:" + id.replace("/-/", "/*/"))
        candidates = tuple(sorted({i for v, _ in pairs if self.may_cite(i := Facts.parse(v).id)}))
        if "/-/" not in id:  # a law by title and year: its number, when one is known
            known = [c for c in candidates if c != id]
            return (
                (known[0], "resolved", "title", ())
                if len(known) == 1
                else (id, "resolved", None, ())
            )
        if by_title:  # editions follow each other; a title alone does not say which is meant
            return id, "unresolved", None, candidates
        if len(candidates) == 1:
            return candidates[0], "resolved", f"year:{pairs[0][1]}", ()
        if not candidates:
            return id, "unresolved", None, ()
        facts = (("number", mentions[0].number or mentions[0].name or ""),)
        facts += (("candidates", ", ".join(candidates)),)
        self.doubts.append(Doubt("citation.year_open", mentions[0].span, facts))
        return id, "ambiguous", None, candidates

    def may_cite(self, id: str) -> bool:
        """Whether the document is not younger than this one."""
        year, own = id.split("/")[-2], self.header.issued.year
        return own is None or not year.isdigit() or int(year) <= own

    # -- short names
    def add_use(self, index: int, use: Citation, parent: Facts | None) -> None:
        """The document that a short name stands for; a doubt when that cannot be decided."""
        alias = use.alias or ""
        target = self.by_definition(alias) or self.by_number(use)
        if target is not None:
            id, reason = target
            self.targets[index] = id
            known = self.found[id]
            self.keep(
                replace(known, mentions=(use,), aliases=(alias,), reason=known.reason or reason)
            )
            return
        pairs = self.ask("alias:" + fold(alias))
        if parent is not None:
            pairs = tuple(p for p in pairs if p[1] == parent.id) or pairs
        offered = {Facts.parse(value).id: (Facts.parse(value), giver) for value, giver in pairs}
        if len(offered) == 1:
            facts, giver = next(iter(offered.values()))
            self.targets[index] = facts.id
            self.keep(facts_document(facts, use, f"alias:{giver}"))
            return
        rule = "alias.ambiguous" if offered else "alias.unresolved"
        told = (("alias", alias), ("candidates", ", ".join(sorted(offered))))
        self.doubts.append(Doubt(rule, use.span, told))

    def by_definition(self, alias: str) -> tuple[str, str] | None:
        """By the text's own definition; None when it defines the name not at all or twice."""
        wanted = fold(alias)
        ids = {
            self.targets[d.target]
            for d in self.definitions
            if fold(d.alias) == wanted and d.target in self.targets
        }
        return (ids.pop(), "definition") if len(ids) == 1 else None

    def by_number(self, use: Citation) -> tuple[str, str] | None:
        """Nghị quyết 57 is the only Nghị quyết 57-NQ/TW that the text cites."""
        digits = (use.alias or "").split()[-1].lstrip("0")
        same = [
            document
            for document in self.found.values()
            if document.number
            and document.number.split("/")[0].lstrip("0") == digits
            and (document.type == use.type or _titled(document, use.type))
        ]
        return (same[0].id, "number") if len(same) == 1 else None

    # -- what others may ask
    def offered(self) -> tuple[Offer, ...]:
        """Its own number, the dated documents it cites and the short names it defines."""
        offers = [*self.own_offers()]
        dated = {id: index for index, id in self.own_ids.items() if "/-/" not in id}
        for id, index in dated.items():
            facts = self.facts_of(index)
            offers.append(Offer("doc:" + _any_year(id), facts.value()))
            if facts.name and facts.number:
                title = law_id(facts.name, int(id.split("/")[-2]))
                offers += [Offer(f"doc:{key}", facts.value()) for key in (title, _any_year(title))]
        for definition in self.definitions:
            if definition.target in self.own_ids:
                facts = self.facts_of(definition.target)
                offers.append(Offer("alias:" + fold(definition.alias), facts.value()))
        return tuple(dict.fromkeys(offers))

    def own_offers(self) -> list[Offer]:
        header = self.header
        facts = Facts(
            self.id, header.type, header.number, header.symbol, header.issued.iso, header.issuer
        )
        if header.number:
            return [Offer("doc:" + _any_year(self.id), facts.value())]
        if header.annex_of is None and header.symbol:
            return [Offer("draft:" + self.id.rpartition("/")[0], facts.value())]
        return []

    def facts_of(self, index: int) -> Facts:
        """What this document's own words say of a cited document."""
        own = self.own_ids[index]
        mentions = [self.citations[i] for i, id in self.own_ids.items() if id == own]
        named = issuer_of(mentions, best_issuer(mentions), self.home)
        return Facts(
            own,
            next((c.type for c in mentions if c.type), None),
            next((c.number for c in mentions if c.number), None),
            next((c.symbol for c in mentions if c.symbol), None),
            next((c.date.iso for c in mentions if c.date.iso), None),
            named.issuer,
            next((c.name for c in mentions if c.name), None),
        )

    def parent_document(self, parent: Facts | None) -> CitedDocument | None:
        if parent is None or parent.id == self.id:
            return None
        return CitedDocument(
            parent.id, parent.type, parent.number, parent.symbol, PartialDate(), parent.issuer,
            None, "annex_of", (), status="resolved",
        )  # fmt: skip


def facts_document(facts: Facts, use: Citation, reason: str) -> CitedDocument:
    """A document known only through another document's definition of its short name."""
    return CitedDocument(
        id=facts.id,
        type=facts.type,
        number=facts.number,
        symbol=facts.symbol,
        date=PartialDate(),
        issuer=facts.issuer,
        name=facts.name,
        relation="cites",
        mentions=(use,),
        aliases=(use.alias or "",),
        reason=reason,
    )


def _only_province(header: Header, citations: Sequence[Citation]) -> str | None:
    """The one province that issuers in a text without letterhead name (tin bài)."""
    if header.issuer is not None:
        return None
    named = (by_name(c.issuer) for c in citations if c.issuer)
    places = {f[1].split("/")[0] for f in named if f and f[1] and f[0].scope == "province"}
    return places.pop() if len(places) == 1 else None


def _titled(document: CitedDocument, kind: str | None) -> bool:
    """Whether the document's title says that it approves or issues something of that kind."""
    return bool(kind and document.title and kind in document.title)


def _any_year(id: str) -> str:
    parts = id.split("/")
    return "/".join((*parts[:-2], "*", parts[-1]))
