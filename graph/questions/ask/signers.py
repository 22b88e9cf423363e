"""Who a question says signed documents: a person by name, or an office (người ký).

Only names and offices that stand below a document are known; words of a question that are none stay
what they are.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from graph.model import NodeKind
from graph.questions.ask.grammar import WordsRow
from graph.questions.ask.items import Item
from graph.questions.ask.words import Word, all_fit, words_of
from graph.questions.every import every
from graph.store import GraphReader
from graph.vocabulary import rows
from graph.words.authorities import by_name
from graph.words.folding import words

#: folded words that speak of signing
_SIGNS = frozenset(("ky", "signed", "signs"))
#: words of a name that can be meant without its others
FEWEST, LONGEST = 2, 8
#: folded words before an office that is signed for, and behind one that is asked for
_FOR, _WHICH = frozenset(("thay", "mat", "lenh", "quyen")), "nao"
#: the folded first word of an office that is never an organ: Phó Thủ tướng
_DEPUTY = "pho"


def signers_in(store: GraphReader, text: str, taken: Sequence[tuple[int, int]]) -> list[Item]:
    """The persons and offices that are said to sign, outside the ``taken`` parts."""
    spoken = [w for w in words_of(text) if not any(s < w.end and w.start < e for s, e in taken)]
    if _SIGNS.isdisjoint(word.folded for word in spoken):
        return []
    known = _signers(store)
    found: list[Item] = []
    at = 0
    while at < len(spoken):
        length, name = next(_at(spoken, at, known), (0, ""))
        if length:
            start = spoken[_from_office(spoken, at)].start
            if found and not text[found[-1].end : start].strip():
                start = found.pop().start  # the office of a person: Phó Chủ tịch Lê Văn An
            found.append(Item("signer", start, spoken[at + length - 1].end, name))
        at += length or 1
    return found


def _signers(store: GraphReader) -> dict[str, str]:
    """Folded names and offices below documents → as they are written."""
    found: dict[str, str] = {}
    for page in every(store, NodeKind.DOCUMENT):
        for node in page:
            for key in ("signer", "signer_title"):
                if len(words(name := str(node.properties.get(key) or ""))) >= FEWEST:
                    found.setdefault(" ".join(words(name)), name)
    return found


def _at(spoken: Sequence[Word], at: int, known: dict[str, str]) -> Iterator[tuple[int, str]]:
    """How many of the words from ``at`` on are a name or an office, and as it is written; what is
    also an organ (Thủ tướng) issues what another signs."""
    if at and spoken[at - 1].folded in _FOR:
        return
    for length in range(min(LONGEST, len(spoken) - at), FEWEST - 1, -1):
        run, rest = spoken[at : at + length], spoken[at + length :]
        name = known.get(" ".join(word.folded for word in run))
        asked = bool(rest) and rest[0].folded == _WHICH
        person = run[0].folded == _DEPUTY or by_name(name or "") is None
        if name and not asked and all_fit(run, name.split()) and person:
            yield length, name


def _from_office(spoken: Sequence[Word], at: int) -> int:
    """Where the office or the address before a name begins: Phó Chủ tịch, ông."""
    for length in range(min(at, max(map(len, _before_names()))), 0, -1):
        run = spoken[at - length : at]
        if any(all_fit(run, said) for said in _before_names()):
            return at - length
    return at


@cache
def _before_names() -> tuple[tuple[str, ...], ...]:
    named = (said for row in rows("questions", "before_names", WordsRow) for said in row.words)
    return tuple(tuple(said.split()) for said in named)
