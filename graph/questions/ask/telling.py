"""Names, lists and times as an answer says them, in Vietnamese and English (cách nói)."""

from collections.abc import Iterable, Mapping, Sequence

from graph.catalogue import render
from graph.labels import ROMAN, day_text
from graph.model import ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.ask.periods import Period
from graph.questions.ask.reply import Both
from graph.vocabulary import edge_rows, provinces

#: items that a sentence lists; characters of a task's name or a quote in one
LISTED, NAME, QUOTE = 12, 110, 240
LAST_OF_FEBRUARY = 28


def say(key: str, **facts: object) -> Both:
    """The sentence ``ask.<key>``; facts that are Both come in the language of the sentence."""
    return Both(
        render(
            f"ask.{key}", "vi", **{n: f.vi if isinstance(f, Both) else f for n, f in facts.items()}
        ),
        render(
            f"ask.{key}", "en", **{n: f.en if isinstance(f, Both) else f for n, f in facts.items()}
        ),
    )


def same(text: str) -> Both:
    """A name that is the same in both languages."""
    return Both(text, text)


def sentences(parts: Iterable[Both]) -> Both:
    """Sentences after one another."""
    kept = [part for part in parts if part.vi]
    return Both(" ".join(p.vi for p in kept), " ".join(p.en for p in kept))


def joined(parts: Iterable[Both]) -> Both:
    """Parts of a sentence right after one another."""
    kept = list(parts)
    return Both("".join(p.vi for p in kept), "".join(p.en for p in kept))


def listing(items: Sequence[Both], *, numbered: bool = False, count: int | None = None) -> Both:
    """Items in a row; of many, or of ``count`` in all, the first and how many more there are."""
    shown = items[:LISTED]
    if numbered and len(items) > 1:
        shown = [
            Both(f"({n}) {item.vi}", f"({n}) {item.en}") for n, item in enumerate(shown, start=1)
        ]
    rest = (len(items) if count is None else count) - len(shown)
    tail = say("more", count=rest) if rest else Both("", "")
    return Both("; ".join(i.vi for i in shown) + tail.vi, "; ".join(i.en for i in shown) + tail.en)


def document(node: Node) -> Both:
    """A document by its label with its day, so far as it is known."""
    issued = str(node.properties.get("issued") or "")
    if not issued:
        return same(node.label)
    return say("document", label=node.label, day=Both(day_text(issued, "vi"), issued))


def kind(type: str) -> Both:
    """A kind of document as a noun; of no kind, any."""
    return same(type.lower()) if type else say("any_kind")


def place(slug: str) -> str:
    """The name of a province."""
    return provinces()[slug].name if slug else ""


def there(slug: str) -> Both:
    """That what is told is of a province, behind a verb; nothing without one."""
    return say("there", place=place(slug)) if slug else Both("", "")


def documents(nodes: Iterable[Node], count: int | None = None) -> Both:
    """Documents in a row; the first of ``count`` in all."""
    return listing([document(node) for node in nodes], count=count)


def units(nodes: Iterable[Node]) -> Both:
    """Units in a row."""
    return listing([same(node.label) for node in nodes])


def task(node: Node, texts: Mapping[str, Node], *, time: bool = True) -> Both:
    """A task by its name, the item and document it stands in and its time."""
    facts = node.properties
    text = texts.get(str(facts.get("document")))
    place = say("item", path=facts["path"]) if facts.get("path") else Both("", "")
    said = str(facts.get("time") or "") if time else ""
    return say(
        "task",
        name=name(node),
        document=same(text.label if text else ""),
        place=place,
        time=f"; {said[:1].lower()}{said[1:]}" if said else "",
    )


def doers(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> Both:
    """Role by role the units of one task."""
    told = list(edges)
    parts = []
    for kind in ROLE_KINDS:
        names = sorted({edge.source for edge in told if edge.kind is kind})
        if names:
            doing = units(nodes[id] for id in names)
            parts.append(say("who.doing", role=relation(kind), units=doing))
    return listing(parts) if parts else say("who.nobody")


def name(node: Node) -> str:
    """The name of a task, whole words, as many as a sentence can hold."""
    return clipped(str(node.properties.get("name") or node.label), NAME).rstrip(" .;:,")


def clipped(text: str, most: int) -> str:
    """The first words of a text, with "…" where it goes on."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: text.rfind(" ", 0, most)].rstrip(" ,;:") + "…"


def quote(edges: Iterable[Edge]) -> str:
    """The words of the first proof of these edges."""
    proofs = [proof for edge in edges for proof in edge.evidence]
    return clipped(proofs[0].quote, QUOTE) if proofs else ""


def relation(kind: EdgeKind) -> Both:
    """What an edge says, as a verb."""
    row = edge_rows()[kind]
    return Both(row.label, row.label_en)


def roles(kinds: Iterable[EdgeKind]) -> Both:
    """Roles in a row: chủ trì, phối hợp."""
    said = [relation(kind) for kind in kinds]
    return Both(", ".join(r.vi for r in said), ", ".join(r.en for r in said))


def period(time: Period | None) -> Both:
    """A time in full words, whatever it was written like: trước 15/11/2026, quý II/2026."""
    if time is None:
        return Both("", "")
    since, until = time.days(time.year) if time.year else ("", "")
    key = {"before": "until", "from": "since"}.get(time.sense, "between")
    english = say(key, since=since or "", until=until or "").en
    lead = {"before": "until", "from": "since", "within": "within"}[time.sense]
    if time.strict:
        lead = {"until": "before", "since": "after"}[lead]
    return Both(render(f"ask.time.{lead}", "vi", time=_span(time)), english)


def _span(time: Period) -> str:
    """The time itself: a day, month, quarter, half or year, else its first and last day."""
    year = f"/{time.year}" if time.year else ""
    (first, start), (last, end) = time.first, time.last
    if time.one_day:
        return f"{start:02}/{first:02}{year}"
    whole = start == 1 and time.last_year is None and end >= LAST_OF_FEBRUARY
    if whole and first == last:
        return render("ask.time.month", "vi", month=first, year=year)
    if whole and last - first == 2 and first % 3 == 1:
        return render("ask.time.quarter", "vi", quarter=ROMAN[first // 3], year=year)
    if whole and (first, last) == (1, 12):
        return render("ask.time.year", "vi", year=time.year or "")
    until = f"/{time.last_year or time.year}" if time.year else ""
    return render(
        "ask.time.span",
        "vi",
        first=f"{start:02}/{first:02}{year}",
        last=f"{end:02}/{last:02}{until}",
    )
