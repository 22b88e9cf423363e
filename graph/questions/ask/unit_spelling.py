"""The ways to say the name of an organ: spelt out, by its symbol or position, numbers as they are
written (cách gọi tên cơ quan)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.questions.ask.twins import without_place
from graph.questions.ask.words import Word, spelt, words_of
from graph.words.authorities import by_name, by_symbol
from graph.words.folding import fold
from graph.words.unit_words import collective_of

_MANY = frozenset(("cac", "cap"))  # folded words of collectives
#: folded words for communes, of which two together name a collective
COMMUNES = frozenset(("xa", "phuong", "quan", "huyen"))
_COMMITTEE = words_of("Ủy ban nhân dân")
_COMMITTEES = ("uy", "ban", "nhan", "dan")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = {str(n): "x" * (n // 10) + _ONES[n % 10] for n in range(1, 40)}
_WORD = re.compile(r"[^\W_]+")


def ways_to_say(run: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The words spelt out; an organ's symbol or position as its name (BKHCN, Thủ tướng)."""
    yield spelt(run)
    if (other := counted_otherwise(spelt(run))) != spelt(run):
        yield other
    if spelt(run) != tuple(run):
        yield tuple(run)  # it may be printed in short: Ban CHQS
    said = [word.folded for word in spelt(run)]
    many = not _MANY.isdisjoint(said) or len(COMMUNES.intersection(said)) > 1
    collective = collective_of(said) if many else None
    if many and collective is None and {"tinh", *COMMUNES}.intersection(said):
        collective = collective_of(["uy", "ban", "nhan", "dan", *said])
    if not many and said[:-1] == list(_COMMITTEES) and said[-1] in COMMUNES:  # UBND xã
        collective = collective_of([*_COMMITTEES, "cap", said[-1]])
    if not many and said[0] in COMMUNES and len(said) > 1:  # the commune is its committee
        yield (*_COMMITTEE, *spelt(run))
    if collective is not None:
        yield tuple(
            Word(fold(w), w, run[0].start, run[-1].end) for w in _WORD.findall(collective.label)
        )
    first, organ, rest = run[0], None, run[:0]
    if first.short and spelt(run[:1]) == tuple(run[:1]):
        organ, rest = by_symbol(first.written.upper()), run[1:]
    elif named := by_name(printed(run)):
        organ, place = named
        begins = len(without_place([word.folded for word in run])[0])
        if place and organ.scope == "commune":  # phuong-tan-an
            begins = len(run) - len(place.rpartition("/")[2].split("-"))
        rest = run[begins:] if place else run[:0]
    if organ is not None:
        name = (Word(fold(w), w, first.start, first.end) for w in _WORD.findall(organ.name))
        yield (*name, *spelt(rest))


def counted_otherwise(run: Sequence[Word]) -> tuple[Word, ...]:
    """The words with Roman numbers for digits (Chi nhánh Khu vực 2)."""
    said = ((word, _ROMAN.get(word.folded)) for word in run)
    return tuple(replace(w, folded=other, written=other) if other else w for w, other in said)


def printed(spoken: Sequence[Word]) -> str:
    """Words with their short forms in capitals, as names of organs are read by."""
    return " ".join(word.written.upper() if word.short else word.written for word in spoken)
