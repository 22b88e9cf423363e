"""Documents asked for by the words of their title, or by who signed them (tìm văn bản)."""

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import is_wanted
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.described import held_in_order, titles_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.words import Word, fits, words_of
from graph.questions.every import every
from graph.store import GraphReader
from graph.traverse import with_evidence
from graph.words.folding import fold

#: documents that are looked at; where more fit, the words are too few to mean any
HITS = 1000
#: folded words that join others in a title, where another may stand or none
JOINTS = frozenset(("ve", "cua", "cho", "cac", "nhung", "va", "trong", "tai", "o"))


def titled(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents whose titles hold the words in this order, else those that join nothing."""
    about = without_joint(asked.topic)
    ways = dict.fromkeys((about, " ".join(w for w in about.split() if fold(w) not in JOINTS)))
    found = next((nodes for way in ways if (nodes := _held(store, way, asked))), [])
    if not found:
        return None
    said = [
        telling.say("find.one", document=telling.document(node), title=titles_of(node)[0])
        for node in found
    ]
    text = telling.say(
        "find", count=len(found), topic=about, list=telling.listing(said, numbered=True)
    )
    return _shown(store, found, text, len(found))


def _held(store: GraphReader, about: str, asked: Asked) -> list[Node]:
    """The documents asked for whose titles hold the words."""
    hits = store.search(about, kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False)
    if len(hits) == HITS:
        return []
    found = [hit.node for hit in hits if held_in_order(about, hit.node)]
    return [node for node in found if asked.wants(node) and is_wanted(node, asked)]


def without_joint(topic: str) -> str:
    """The words of a title without the "về" before them, with or without its marks."""
    spoken = words_of(topic)
    return topic[spoken[1].start :] if spoken[1:] and _only_joins(spoken[0]) else topic


def _only_joins(word: Word) -> bool:
    """Whether it only joins the kind of document to what it is about ("kế hoạch nào về …")."""
    return fits(word.written, "về")


def signed_by(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that a person, or who holds an office, signed."""
    if not asked.signer:
        return None  # a name below no document
    found = [
        node
        for page in every(store, NodeKind.DOCUMENT)
        for node in page
        if is_wanted(node, asked) and asked.wants(node) and _is_about(node, asked.topic)
    ]
    if not found:
        return None
    shown = found[: telling.LISTED]
    text = telling.say(
        "signed_by", name=asked.signer, count=len(found), kind=telling.kind(asked.type),
        when=time_of(asked, " "), list=telling.documents(shown, len(found)),
    )  # fmt: skip
    return _shown(store, shown, text, len(found))


def _is_about(node: Node, topic: str) -> bool:
    return not topic or held_in_order(without_joint(topic), node)


def _shown(store: GraphReader, found: list[Node], text: Both, count: int) -> Answered:
    edges = with_evidence(store, store.expand([n.id for n in found], (EdgeKind.ISSUED_BY,)))
    units = store.nodes({edge.target for edge in edges})
    return Answered(text, (*found, *units.values()), edges, count - len(found))
