"""Units called by the initials of the words of their names (Chi cục TĐC, Phòng QLKH)."""

from collections.abc import Sequence

from graph.model import Node, NodeKind
from graph.questions.ask.words import Word, spelt
from graph.store import GraphReader
from graph.words.folding import words

#: units that are compared; where there are more, one of the rest may be meant
HITS = 100


def by_initials(store: GraphReader, run: Sequence[Word]) -> tuple[Node, ...]:
    """Units whose name goes on with words of these initials: Chi cục TĐC, Phòng QLKH."""
    short = run[-1]
    if len(run) < 2 or not short.short or spelt(run[:-1]) != tuple(run[:-1]):
        return ()
    head = [word.folded for word in run[:-1]]
    hits = [
        hit.node
        for hit in store.search(" ".join(head), kinds=[NodeKind.UNIT], limit=HITS, snippets=False)
    ]
    if len(hits) == HITS:
        return ()  # there may be more, and one of them meant
    return tuple(node for node in hits if _has_initials(node, head, short.folded))


def _has_initials(node: Node, head: list[str], letters: str) -> bool:
    """Whether the letters are initials, in order, from the first word after the head on."""
    own = words(node.label.split(",")[0])
    if own[: len(head)] != head or len(own) == len(head) or own[len(head)][0] != letters[0]:
        return False
    rest = iter(word[0] for word in own[len(head) :])
    return all(letter in rest for letter in letters)
