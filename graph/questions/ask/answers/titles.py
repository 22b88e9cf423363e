"""Documents asked for by the words of their title, or by who signed them (tìm văn bản)."""

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.described import held_in_order, titles_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.words import Word, fits, words_of
from graph.questions.every import every
from graph.store import GraphReader
from graph.traverse import with_evidence

#: documents that are looked at; where more fit, the words are too few to mean any
HITS = 1000


def titled(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents whose titles hold the words in this order."""
    about = without_joint(asked.topic)
    hits = store.search(about, kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False)
    if len(hits) == HITS:
        return None
    found = [hit.node for hit in hits if held_in_order(about, hit.node)]
    found = [node for node in found if asked.wants(node)]
    if not found:
        return None
    said = [
        telling.say("find.one", document=telling.document(node), title=titles_of(node)[0])
        for node in found
    ]
    text = telling.say(
        "find", count=len(found), topic=about, list=telling.listing(said, numbered=True)
    )
    return _shown(store, found, text)


def without_joint(topic: str) -> str:
    """The words of a title without the "về" before them, with or without its marks."""
    spoken = words_of(topic)
    return topic[spoken[1].start :] if spoken[1:] and _is_about(spoken[0]) else topic


def _is_about(word: Word) -> bool:
    """Whether it only joins the kind of document to what it is about ("kế hoạch nào về …")."""
    return fits(word.written, "về")


def signed_by(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that a person signed, by the whole name."""
    name = words_of(asked.topic)
    if len(name) < 2:
        return None
    found = []
    for page in every(store, NodeKind.DOCUMENT):
        for node in page:
            own = words_of(str(node.properties.get("signer") or ""))
            if len(own) == len(name) and all(
                fits(one.written, other.written) for one, other in zip(name, own, strict=True)
            ):
                found.append(node)
    found = [node for node in found if asked.wants(node)]
    if not found:
        return None
    text = telling.say(
        "signed_by",
        count=len(found),
        name=str(found[0].properties["signer"]),
        list=telling.documents(found),
    )
    return _shown(store, found, text)


def _shown(store: GraphReader, found: list[Node], text: Both) -> Answered:
    edges = with_evidence(store, store.expand([n.id for n in found], (EdgeKind.ISSUED_BY,)))
    units = store.nodes({edge.target for edge in edges})
    return Answered(text, (*found, *units.values()), edges)
