"""From a resolved reading to a ``GraphDelta``: nodes, edges with evidence, issues."""

from collections.abc import Iterator

from graph.ids import task_id
from graph.model import Edge, EdgeKind, Evidence, GraphDelta, Issue, Node, NodeKind
from graph.words.authorities import by_id, unit_name
from loaders.checks import checked
from loaders.citations.quotes import quoted
from loaders.confidences import confidence_of
from loaders.doubts import issue_of
from loaders.mentions import Assignment, Citation, Span, UnitMention
from loaders.nodes import cited_node, own_node, task_node
from loaders.reading import Reading
from loaders.resolving.resolve import CitedDocument, Resolution
from loaders.tasks.covering import Covering
from loaders.text import FOOTNOTE
from loaders.units.described import described
from loaders.units.members import named_members
from loaders.units.successions import known_successions

#: role of an assignment → edge kind
ROLES = {
    "lead": EdgeKind.LEADS,
    "execute": EdgeKind.EXECUTES,
    "coordinate": EdgeKind.COORDINATES,
    "advise": EdgeKind.ADVISES,
    "supervise": EdgeKind.SUPERVISES,
}
#: places quoted for one doubt; a short name that nobody defines may be used everywhere
PLACES = 20


def build_delta(reading: Reading, resolution: Resolution) -> GraphDelta:
    """All that one document says, ready for a store."""
    return _Builder(reading, resolution).delta()


def build_issues(reading: Reading, resolution: Resolution) -> tuple[Issue, ...]:
    """The doubts of one document as issues, without the rest of its delta."""
    return tuple(_Builder(reading, resolution).issues())


class _Builder:
    """Collects nodes and edges of one document; edges of one identity share their evidence."""

    def __init__(self, reading: Reading, resolution: Resolution) -> None:
        self.reading = reading
        self.resolution = resolution
        self.owned: dict[str, Node] = {}
        self.references: dict[str, Node] = {}
        self.named: dict[str, UnitMention] = {}
        self.proofs: dict[tuple[str, EdgeKind, str], list[Evidence]] = {}
        self.covering = Covering(reading.assignments)
        self.noted: dict[str, list[int]] = {}  # footnote mark → where it stands in the text
        for note in reading.text.notes:
            self.noted.setdefault(note.mark, []).append(note.at)

    def delta(self) -> GraphDelta:
        reading, resolution = self.reading, self.resolution
        self.own_document()
        self.tasks()
        self.citations()
        self.parties()
        self.successions()
        return GraphDelta(
            document=reading.id,
            owned=tuple(self.owned.values()),
            references=tuple(n for n in self.references.values() if n.id not in self.owned),
            edges=tuple(self.edges()),
            issues=tuple(self.issues()),
            offers=reading.offers,
            asks=resolution.asks,
            text=reading.text.original,
            source=reading.text.source,
            digest=reading.text.digest,
        )

    # -- nodes
    def own_document(self) -> None:
        self.owned[self.reading.id] = own_node(self.reading)

    def unit(self, mention: UnitMention) -> str | None:
        """The id of a mentioned unit, its node referenced; None when it stays unresolved."""
        if mention.id is None:
            return None
        self.named.setdefault(mention.id, mention)
        if mention.id not in self.references:
            label = mention.label or mention.name
            properties = described(mention.id, label, mention.collective)
            self.references[mention.id] = Node(mention.id, NodeKind.UNIT, label, properties)
        self.within(mention)
        return mention.id

    def within(self, mention: UnitMention) -> None:
        """A unit named inside the organ that speaks is part of it (đơn vị trực thuộc).

        Of collectives only those that the words place there: enterprises belong to nobody.
        """
        organ = self.reading.scope.organ_id
        self.members(mention)
        above = (mention.id or "").rpartition("/")[0]
        if organ is None or mention.id is None or above != organ:
            self.within_listed(mention, above)
            return
        if mention.collective and "trực thuộc" not in mention.name:
            return
        if (mention.id, EdgeKind.PART_OF, organ) in self.proofs:
            return
        name = self.reading.scope.organ_name or organ
        self.references.setdefault(organ, Node(organ, NodeKind.UNIT, name, described(organ, name)))
        letterhead = self.reading.header.spans.get("issuer")
        said = [mention.span, letterhead] if letterhead else [mention.span]
        self.say(mention.id, EdgeKind.PART_OF, organ, *(self.proof(s, "sub_unit") for s in said))

    def within_listed(self, mention: UnitMention, above: str) -> None:
        """A unit named with the listed organ that it belongs to ("Vụ Pháp chế, Bộ Tư pháp")."""
        known = by_id(above) if above and not mention.collective else None
        id = mention.id
        if known is None or id is None or (id, EdgeKind.PART_OF, above) in self.proofs:
            return
        name = unit_name(known, above.split("/")[1] if above.count("/") > 1 else None)
        node = Node(above, NodeKind.UNIT, name, described(above, name))
        self.references.setdefault(above, node)
        self.say(id, EdgeKind.PART_OF, above, self.proof(mention.span, "sub_unit"))

    def members(self, mention: UnitMention) -> None:
        """Those that a collective names are part of it: "UBND các tỉnh: Gia Lai, Đắk Lắk"."""
        for id, label in named_members(mention.name, mention.id) if mention.collective else ():
            node = Node(id, NodeKind.UNIT, label, described(id, label))
            self.references.setdefault(id, node)
            self.say(id, EdgeKind.PART_OF, mention.id or "", self.proof(mention.span, "members"))

    def cited(self, document: CitedDocument) -> str:
        """The id of a cited document, its node referenced with the facts this document gives."""
        if document.id != self.reading.id:
            self.references.setdefault(document.id, cited_node(document))
        return document.id

    # -- edges
    def say(self, source: str, kind: EdgeKind, target: str, *proofs: Evidence) -> None:
        if source != target:
            self.proofs.setdefault((source, kind, target), []).extend(proofs)

    def proof(self, span: Span, rule: str, confidence: float = 1.0) -> Evidence:
        """Evidence for the words at ``span``, no surer than its rule."""
        start, end = self.reading.text.locate(span.start, span.end)
        quote = self.reading.text.content[span.start : span.end]
        sure = min(confidence, confidence_of(rule))
        return Evidence(self.reading.id, start, end, quote, rule, sure)

    def edges(self) -> Iterator[Edge]:
        for (source, kind, target), proofs in self.proofs.items():
            unique = proofs
            if len(proofs) > 1:
                unique = sorted(set(proofs), key=lambda e: (e.start, e.end, e.rule))
            yield Edge(source, kind, target, self.reading.id, tuple(unique))

    def tasks(self) -> None:
        ids: list[str] = []
        seen: dict[str, int] = {}
        for order, task in enumerate(self.reading.assignments):
            seen[task.path] = seen.get(task.path, 0) + 1
            ids.append(task_id(self.reading.id, task.path, seen[task.path]))
            self.owned[ids[-1]] = task_node(ids[-1], task, self.reading.id, order)
            here = self.proof(task.span, task.rule)
            self.say(self.reading.id, EdgeKind.ASSIGNS, ids[-1], here)
            if task.parent is not None:
                heading = self.reading.assignments[task.parent]
                over = self.proof(heading.span, heading.rule)
                self.say(ids[-1], EdgeKind.PART_OF, ids[task.parent], over, here)
            self.roles(ids[-1], task)
        self.task_ids = ids

    def roles(self, id: str, task: Assignment) -> None:
        for role, kind in ROLES.items():
            for mention in getattr(task, role):
                if unit := self.unit(mention):
                    self.say(unit, kind, id, self.role_proof(mention))
        for mention in task.reports_to:
            if unit := self.unit(mention):
                self.say(id, EdgeKind.REPORTS_TO, unit, self.role_proof(mention))

    def role_proof(self, mention: UnitMention) -> Evidence:
        """The label line or sentence that gives the unit its role; the name alone in a table."""
        block = self.reading.text.block_at(mention.span.start)
        span = mention.span
        if block and block.end - block.start <= 400:
            span = Span(block.start, max(block.end, mention.span.end))
        return self.proof(span, mention.rule, mention.confidence)

    def citations(self) -> None:
        for document in self.resolution.cited:
            target = self.cited(document)
            for citation in document.mentions:
                source = self.source_of(citation)
                if source != target:
                    kind = EdgeKind(citation.relation)
                    spans = quoted(self.reading.text, citation)
                    self.say(source, kind, target, *(self.proof(s, citation.rule) for s in spans))

    def source_of(self, citation: Citation) -> str:
        """What the citation's relation starts at: another citation, a task, or the document."""
        if citation.subject is not None:
            subject = self.resolution.target_of(citation.subject)
            if subject:
                return subject
        position = self.place_of(citation)
        order = self.covering.first_at(position)
        return self.reading.id if order is None else self.task_ids[order]

    def place_of(self, citation: Citation) -> int:
        """Where it is said: a footnote speaks where its mark stands in the text."""
        text = self.reading.text
        block = text.block_at(citation.span.start)
        if block is not None and block.kind is FOOTNOTE:
            places = self.noted.get(block.mark, [])
            if len(places) == 1:
                return places[0]
        return citation.span.start

    def parties(self) -> None:
        """Issuer, requesters, recipients, and the document an annex belongs to."""
        reading = self.reading
        for kind, mention in (*reading.parties,):
            if unit := self.unit(mention):
                self.say(
                    reading.id,
                    kind,
                    unit,
                    self.proof(mention.span, mention.rule, mention.confidence),
                )
        if resolution_parent := self.resolution.parent:
            self.cited(resolution_parent)
            note = reading.header.annex_of
            if note:
                proof = self.proof(note.span, "annex_caption")
                self.say(reading.id, EdgeKind.ANNEX_OF, resolution_parent.id, proof)

    def successions(self) -> None:
        """Which units took the place of others: as the text says, as the vocabulary knows."""
        known = tuple(known_successions(tuple(self.named.values())))
        for told in (*self.reading.successions, *known):
            new, old = self.unit(told.new), self.unit(told.old)
            if new and old:
                proof = self.proof(told.span, told.rule, told.confidence)
                self.say(new, EdgeKind.SUCCEEDS, old, proof)

    def issues(self) -> Iterator[Issue]:
        doubts = (
            *self.reading.header.doubts,
            *self.reading.doubts,
            *(d for c in self.reading.citations for d in c.doubts),
            *(d for a in self.reading.assignments for d in a.doubts),
            *self.resolution.doubts,
            *checked(self.reading, self.resolution),
        )
        alike: dict[tuple[str, tuple[tuple[str, str], ...]], dict[Span, None]] = {}
        for doubt in doubts:
            alike.setdefault((doubt.rule, doubt.facts), {})[doubt.span] = None
        for (rule, facts), spans in alike.items():
            shown = [span for span in spans if span.start < span.end][:PLACES]
            proofs = tuple(self.proof(span, rule) for span in shown)
            yield issue_of(rule, facts, self.reading.id, proofs)
