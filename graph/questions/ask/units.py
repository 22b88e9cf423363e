"""Which units a question names, by name, short form or initials (cơ quan, đơn vị).

A name may stop before its place or owner (Văn phòng Sở); what it may then be are all candidates.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from graph.model import Node, NodeKind
from graph.questions.ask.grammar import cues, fillers, longest
from graph.questions.ask.initials import by_initials
from graph.questions.ask.twins import own_words, told_once, without_place
from graph.questions.ask.unit_mention import UnitMention, in_phrase, with_organs, with_place
from graph.questions.ask.unit_spelling import COMMUNES, counted_otherwise, printed, ways_to_say
from graph.questions.ask.words import Word, fits, spelt, words_of
from graph.store import GraphReader
from graph.vocabulary import rows
from graph.words.authorities import begins_with
from graph.words.folding import words
from graph.words.places import province_of
from graph.words.unit_words import HeadWordRow

Nodes: TypeAlias = tuple[Node, ...]

HITS = 100
LONGEST = 18  # words of a unit's name
FEW = 3  # units that such a beginning may mean
FEWEST = 3  # words of the beginning of a name that can stand for it
_WHERE = frozenset(("o", "tai"))  # folded words before a place
_ID = re.compile(r"vn/[\w./~-]*\w")
_WORD = re.compile(r"[^\W_]+")
#: what may follow the name in the full name of the unit: its owner or its place
_OWN = ("so", "bo", "cuc", "tinh")  # it may stand for the owner's whole name: Văn phòng Sở
_OWNERS = ("so", "bo", "thanh", "tinh", "trung", "tp", "viet")


def units_in(
    store: GraphReader, text: str, taken: Sequence[tuple[int, int]]
) -> tuple[UnitMention, ...]:
    """The units named outside the ``taken`` parts of a question, in order."""
    found = list(_by_id(store, text))
    taken = [*taken, *((mention.start, mention.end) for mention in found)]
    spoken = words_of(text)
    at = 0
    while at < len(spoken):
        stop = next((i for i in range(at, len(spoken)) if _in(spoken[i], taken)), len(spoken))
        apart = stop == at or _is_place(spoken, at) or in_phrase(spoken, at)
        mention, length = (None, 0) if apart else _named(store, text, spoken[at:stop])
        if mention:
            plain, twins = told_once(mention.candidates)
            owned = _owned(replace(mention, candidates=plain, twins=twins), text)
            found.append(with_place(owned, text))
            length = sum(word.start < found[-1].end for word in spoken[at:])
        at += length or 1
    return tuple(with_organs(sorted(found, key=lambda mention: mention.start), text))


def _by_id(store: GraphReader, text: str) -> Iterator[UnitMention]:
    for match in _ID.finditer(text):
        node = store.nodes([match.group()]).get(match.group())
        if node is not None and node.kind is NodeKind.UNIT:
            yield UnitMention(match.group(), *match.span(), (node,))


def _is_place(spoken: Sequence[Word], at: int) -> bool:
    """Whether a commune's name only says where: ở xã Tân Lập."""
    led = at > 0 and spoken[at - 1].folded in _WHERE
    return led and spoken[at].folded in COMMUNES


def _in(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in taken)


def _named(store: GraphReader, text: str, spoken: Sequence[Word]) -> tuple[UnitMention | None, int]:
    """The longest run of the first words that names a unit, and how many words it takes.

    A name cut short names nothing: what it begins is only near; but the one unit that long enough
    a beginning can mean is meant where the question goes on.
    """
    if not _may_begin(spoken[0]) or not _is_begun(store, spoken):
        return None, 0
    cut: tuple[UnitMention, int] | None = None
    asked = _asks_with(spoken)
    for length in range(min(LONGEST, len(spoken)), 0, -1):
        if length < asked:
            break
        run = spoken[:length]
        start, end = run[0].start, run[-1].end
        if length > 1 and _goes_on(store, spoken[length - 1 :]):
            continue
        candidates, near, placed = _candidates(store, run)
        if candidates and cut and {n.id for n in cut[0].near} <= {n.id for n in candidates}:
            return replace(cut[0], candidates=cut[0].near), cut[1]  # more of the same name
        begun = candidates and length < len(spoken) and _may_begin(spoken[length])
        longer = _shortened(store, text, spoken) if begun else None
        if longer and longer[1] > length:
            return longer  # Ngân hàng Nhà nước | Chi nhánh Khu vực II
        if candidates or placed:
            return UnitMention(text[start:end], start, end, candidates, near), length
        if near and cut is None and length > 2:
            cut = UnitMention(text[start:end], start, end, (), near), length
    if cut and len(cut[0].near) <= FEW and cut[1] >= FEWEST and _may_end(spoken[cut[1] :]):
        return replace(cut[0], candidates=cut[0].near), cut[1]
    return _shortened(store, text, spoken) or cut or _unknown(text, spoken)


def _goes_on(store: GraphReader, rest: Sequence[Word]) -> bool:
    """Whether the last word of a name begins that of another organ, whose name follows in short:
    Các phòng thuộc Sở | KHCN."""
    named = rest[0].folded in _OWN and len(rest) > 1 and rest[1].short
    return named and bool(_candidates(store, rest[:2])[0])


def _shortened(
    store: GraphReader, text: str, spoken: Sequence[Word]
) -> tuple[UnitMention, int] | None:
    """The one unit whose name holds the words, some of its own left out: Ban Quản lý khu công nghệ
    cao Hà Nội; or that begins with the only word there is for it: chi cục."""
    for length in range(min(LONGEST, len(spoken)), 0, -1):
        run = spoken[:length]
        name, place = without_place([w.folded for w in counted_otherwise(spelt(run))])
        bare = len(name) > 1 and tuple(name) in _bare()
        enough = len(name) > FEWEST or (len(name) == FEWEST and place is not None)
        if not (bare or enough) or not _may_end(spoken[length:]):
            continue
        if length < _asks_with(spoken):
            continue
        hits = store.search(" ".join(name), kinds=[NodeKind.UNIT], limit=HITS, snippets=False)
        fit = [hit.node for hit in hits if _holds(hit.node, name)]
        fit = [node for node in fit if place is None or f"/{place}/" in f"{node.id}/"]
        if len(fit) == 1:
            start, end = run[0].start, run[-1].end
            return UnitMention(text[start:end], start, end, (fit[0],)), length
    return None


def _asks_with(spoken: Sequence[Word]) -> int:
    """How many of the first words ask: "đơn vị nào" names none."""
    known = (n for n in range(longest(), 1, -1) if tuple(w.folded for w in spoken[:n]) in cues())
    return next(known, 0)


def _holds(node: Node, name: Sequence[str]) -> bool:
    """Whether the unit's name begins with the first words and holds the others in this order."""
    own = words(node.label)
    rest = iter(own)
    return own[: len(name[:2])] == list(name[:2]) and all(word in rest for word in name)


def _may_end(rest: Sequence[Word]) -> bool:
    """Whether a name can end before these words: what is no phrase of questions goes on with it."""
    return not rest or any(
        tuple(word.folded for word in rest[:length]) in known
        for length in range(1, min(longest(), len(rest)) + 1)
        for known in (cues(), fillers())
    )


def _is_begun(store: GraphReader, spoken: Sequence[Word]) -> bool:
    """Whether any unit's name can begin with the first two words: most words begin none."""
    if any(word.short for word in spoken[:2]) or begins_with(printed(spoken)):
        return True
    opening = " ".join(word.folded for word in spoken[:2])
    return bool(store.search(opening, kinds=[NodeKind.UNIT], limit=1, snippets=False))


def _unknown(text: str, spoken: Sequence[Word]) -> tuple[UnitMention | None, int]:
    """An organ that the vocabulary knows and the store does not."""
    end = spoken[-1].end
    known = begins_with(text[spoken[0].start : end]) if len(spoken) > 1 else None
    if known is None:
        return None, 0
    length = sum(word.end - spoken[0].start <= known[2] for word in spoken)
    start, end = spoken[0].start, spoken[length - 1].end
    return (UnitMention(text[start:end], start, end, ()), length) if length > 1 else (None, 0)


def _may_begin(word: Word) -> bool:
    return word.short or any(fits(word.written, head) for head in _first_words())


def _candidates(store: GraphReader, run: Sequence[Word]) -> tuple[Nodes, Nodes, bool]:
    """Units whose name the words are, to its place or owner; those that they only begin; whether
    the words go on to a place, so that no shorter name is meant."""
    near: Nodes = ()
    elsewhere: Nodes = ()
    for long in ways_to_say(run):
        name, place = without_place([word.folded for word in long])
        alone = len(name) == 1 and (place is None or name[0] in _OWN) and not run[0].short
        if tuple(name) in _bare() or alone:
            continue
        hits = [
            hit.node
            for hit in store.search(
                " ".join(name), kinds=[NodeKind.UNIT], limit=HITS, snippets=False
            )
        ]
        begun = tuple(node for node in hits if own_words(node, name)[: len(name)] == name)
        called = tuple(node for node in begun if _is_called(node, name))
        if place is None and not called:
            called = tuple(node for node in begun if _is_of_commune(node, name))
        if place is not None and called:
            there = tuple(n for n in called if f"/{place}/" in f"{n.id}/")
            there = tuple(n for n in there if not _is_of_commune(n, name)) or there
            if there:
                return there, called, True
            elsewhere = elsewhere or called
            continue
        exact = tuple(node for node in called if len(own_words(node, name)) == len(name))
        if called:
            return exact or called, (), False
        near = near or begun
    if elsewhere:
        return (), elsewhere, True
    return by_initials(store, run), near, False


def _is_called(node: Node, name: Sequence[str]) -> bool:
    """Whether nothing but the owner or the place is left out: Văn phòng Sở, Sở Tài chính."""
    rest = own_words(node, name)[len(name) :]
    if rest[:1] == ["uy"]:
        return False  # các tỉnh ủy are no các tỉnh
    owned = name[-1] in _OWN or not rest or rest[0] in _OWNERS
    if rest[:2] == ["viet", "nam"] and rest[2:]:
        return False  # a branch is another organ
    return owned or province_of(" ".join(rest)) is not None


def _is_of_commune(node: Node, name: list[str]) -> bool:
    """Whether nothing but its commune is left out: Công an [xã Tân Lập]."""
    return "-".join(own_words(node, name)[len(name) :]) in node.id.split("/")[2:-1]


def _owned(mention: UnitMention, text: str) -> UnitMention:
    """A name after a word that only begins one (Văn phòng Thành ủy) is the end of that one."""
    before = words_of(text[: mention.start])
    for length in (2, 1):
        run = before[-length:]
        longer = tuple(word.folded for word in before[-length - 1 :])
        if longer != tuple(word.folded for word in run) and longer in cues():
            continue  # the end of a word of questions: nhiệm vụ
        if len(run) == length and tuple(word.folded for word in run) in _bare():
            start = run[0].start
            return UnitMention(text[start : mention.end], start, mention.end, ())
    return mention


@cache
def _first_words() -> tuple[str, ...]:
    heads = {row.word.split()[0].strip(",").lower() for row in rows("units", "head", HeadWordRow)}
    return (*sorted(heads), "các", "xã", "huyện")


@cache
def _bare() -> frozenset[tuple[str, ...]]:
    """Words that begin names and are none by themselves: văn phòng, phòng, chi cục."""
    return frozenset(
        tuple(words(row.word)) for row in rows("units", "head", HeadWordRow) if row.within
    )
