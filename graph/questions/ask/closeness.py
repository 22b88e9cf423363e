"""Whether words stand together in a name, or here and there in a long one (từ đứng gần nhau)."""

from collections.abc import Sequence

from graph.questions.ask.words import Word, fits

#: words of a name that may stand among as many of the words asked for
AMONG = 2
#: the part of a name that words in its order must be where others stand among them
PART = 5
#: so many words in its order no name has by chance, nor with how many more among them than they are
LONG, WIDE = 6, 5


def stand_together(asked: Sequence[Word], own: Sequence[Word]) -> bool:
    """Whether a name has the words near one another; or in its order, where they are many or a good
    part of it: "duy trì ISO 9001" of "Duy trì, cải tiến hệ thống quản lý theo ISO 9001"."""
    places = [
        [at for at, word in enumerate(own) if fits(one.written, word.written)] for one in asked
    ]
    found = [place for place in places if place]  # initials have none of their own
    window, count = _window(found), len(asked)
    if window <= AMONG * count:
        return True
    many = count >= LONG and window <= WIDE * count
    return _in_order(found) and (many or PART * count >= len(own))


def _window(places: Sequence[Sequence[int]]) -> int:
    """How many words of the name the shortest piece has that holds a place of each."""
    starts = sorted({at for place in places for at in place})
    pieces = (
        [next((at for at in place if at >= start), None) for place in places] for start in starts
    )
    whole = ([at for at in piece if at is not None] for piece in pieces)
    return min((max(p) - min(p) + 1 for p in whole if len(p) == len(places)), default=0)


def _in_order(places: Sequence[Sequence[int]]) -> bool:
    """Whether a place of each comes after one of the word before it."""
    last = -1
    for place in places:
        after = [at for at in place if at > last]
        if not after:
            return False
        last = after[0]
    return True
