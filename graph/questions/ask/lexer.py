"""A question as a row of symbols: what it names, what its words stand for, and the rest (từ loại).

Words may be taken in several ways: a word that usually asks can be part of a task's name (kiểm tra,
báo cáo). Each way has a price; the cheapest that makes a question counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from graph.questions.ask.beside import begins_name, excepted, reported_to, run_together, with_owner
from graph.questions.ask.denials import denies
from graph.questions.ask.grammar import Cue, cues, fillers, longest
from graph.questions.ask.items import FILLER, NAME, Item, Line
from graph.questions.ask.words import Word, all_fit

#: ways of taking one question that are looked at, and the dearest of them
MOST, DEAREST = 120, 3
#: what it costs to take what is named for a word of a task's name
NAMED = 2
#: symbols of words that are as often words of a title: phạm vi, hồ sơ
OF_TITLES = ("content",)
#: signs that end a clause, before which "không" asks too
CLAUSE = (",", ";", "?")
#: the value of a filler beside a name
BESIDE = "beside"
#: symbols of a question; no form has as many
LONGEST = 14


def lines(spoken: Sequence[Word], slots: Sequence[Item], text: str) -> tuple[Line, ...]:
    """The ways to take a question, the cheapest first; the same symbols once."""
    found: dict[tuple[tuple[str, str, int, int], ...], Line] = {}
    ways = (
        Line(owned, 2 * (price + dear + run_together(items, text)) + dearer + bound)
        for taken, dear in _within_names(slots)
        for items, price in _ways(spoken, taken, text, DEAREST - dear)
        for joined, dearer in _topics_joined(excepted(items), text)
        for owned, bound in with_owner(reported_to(joined, text), text)
    )
    for line in ways:
        if len(line.items) > LONGEST:
            continue
        if begins_name(line.items, text):
            continue
        topics = [item for item in line.items if item.symbol == "topic"]
        if topics and all(item.asks for item in topics):
            continue  # "Ai chủ trì báo cáo?" names no task
        key = tuple((item.symbol, item.value, item.start, item.end) for item in line.items)
        if key not in found or found[key].price > line.price:
            found[key] = line
    return tuple(sorted(found.values(), key=lambda line: line.price))


def _within_names(slots: Sequence[Item]) -> Iterator[tuple[list[Item], int]]:
    """What is named, then with one document, unit or time as words of a task's name, and what that
    costs: "trình Chính phủ Nghị định …", "Ngày hội năm 2025", "quy định chi tiết Luật Đất đai"."""
    yield list(slots), 0
    for at, slot in enumerate(slots):
        if slot.symbol in ("doc", "unit", "period"):
            word = Item("topic", slot.start, slot.end, NAME, asks=True)
            yield [*slots[:at], word, *slots[at + 1 :]], NAMED


def _ways(
    spoken: Sequence[Word], slots: Sequence[Item], text: str, dearest: int
) -> Iterator[tuple[list[Item], int]]:
    """Every way up to the dearest, cheap ones first, at most ``MOST`` of a price."""
    free = [w for w in spoken if not any(s.start < w.end and w.start < s.end for s in slots)]
    for price in range(dearest + 1):
        for items in islice(_taken(free, slots, text, 0, price), MOST):
            yield sorted([*items, *slots], key=lambda item: item.start), price


def _taken(
    free: Sequence[Word], slots: Sequence[Item], text: str, at: int, price: int
) -> Iterator[list[Item]]:
    """The ways to take the words from ``at`` on for exactly this price."""
    if at >= len(free):
        if price == 0:
            yield []
        return
    for cost, length, item in _choices(free, slots, text, at):
        if cost <= price:
            for rest in _taken(free, slots, text, at + length, price - cost):
                yield [item, *rest]


def _choices(
    free: Sequence[Word], slots: Sequence[Item], text: str, at: int
) -> Iterator[tuple[int, int, Item]]:
    """(price, words, item): the longest phrase is free, as a part of a name it is not.

    A shorter phrase is no choice, for it may say the contrary: "căn cứ của", "căn cứ".
    """
    start = free[at].start
    for length in range(min(longest(), len(free) - at), 0, -1):
        run = free[at : at + length]
        if _is_parted(run, slots, text):
            continue
        last = _is_last(free, slots, at + length) or text[run[-1].end :].lstrip()[:1] in CLAUSE
        known, silent = _meanings(run, last=last)
        for cue in known:
            yield 0, length, Item(cue.symbol, start, run[-1].end, cue.value)
        if silent:
            yield int(bool(known)), length, Item(FILLER, start, run[-1].end)
        if known and (length == 1 or not any(cue.symbol == "not" for cue in known)):
            asks = any(cue.symbol not in OF_TITLES for cue in known)
            yield 1, length, Item("topic", start, run[-1].end, asks=asks)
        if known or silent:
            yield from _cut(free, slots, text, at, length)
            return
    yield 0, 1, Item("topic", start, free[at].end)


def _cut(
    free: Sequence[Word], slots: Sequence[Item], text: str, at: int, length: int
) -> Iterator[tuple[int, int, Item]]:
    """The phrase cut short where another that begins in it goes on behind it: "có | căn cứ pháp lý
    nào" for "có căn cứ | pháp lý nào"."""
    for cut in range(1, length):
        rest = free[at + cut : at + cut + longest()]
        longer = range(length - cut + 1, len(rest) + 1)
        crossed = (rest[:end] for end in longer if not _is_parted(rest[:end], slots, text))
        if not any(_meanings(run, last=False)[0] for run in crossed):
            continue
        run = free[at : at + cut]
        known, silent = _meanings(run, last=False)
        for cue in known:
            yield 1, cut, Item(cue.symbol, run[0].start, run[-1].end, cue.value)
        if silent:
            yield 1, cut, Item(FILLER, run[0].start, run[-1].end)


def _is_parted(run: Sequence[Word], slots: Sequence[Item], text: str) -> bool:
    return any(_parted(one, other, slots, text) for one, other in pairwise(run))


def _meanings(run: Sequence[Word], *, last: bool) -> tuple[list[Cue], bool]:
    """What the words stand for, and whether they may say nothing; "không" asks only at the end."""
    key = tuple(word.folded for word in run)
    known = [cue for written, cue in cues().get(key, ()) if all_fit(run, written)]
    known = [cue for cue in known if cue.symbol != "yes_no" or last]
    return known, any(all_fit(run, written) for written in fillers().get(key, ()))


def _is_last(free: Sequence[Word], slots: Sequence[Item], end: int) -> bool:
    """Whether nothing more is said or named after these words, but what tells nothing (vậy ạ)."""
    silent = all(
        any(all_fit((word,), written) for written in fillers().get((word.folded,), ()))
        for word in free[end:]
    )
    return silent and not any(slot.start > free[end - 1].start for slot in slots)


def _parted(one: Word, other: Word, slots: Sequence[Item], text: str) -> bool:
    """Whether something named, the end of a sentence, or that of a clause behind a word that says
    no ("… hằng năm không, hạn ngày mấy") stands between two words."""
    between = text[one.end : other.start]
    if "," in between and denies(one):
        return True
    return any(sign in between for sign in "?.;!\n") or any(
        one.end <= slot.start < other.start for slot in slots
    )


def _topics_joined(items: Sequence[Item], text: str) -> Iterator[tuple[tuple[Item, ...], int]]:
    """Words of a topic with the fillers between them as one, other fillers dropped; and its price.

    A filler beside a topic can be a word of it ("do luong" is đo lường): first it is taken so. One
    word alone is no topic where such a filler without marks would be dropped.
    """
    wide = _joined(_widened(items))
    bare = _joined(items)
    if wide == bare:
        yield bare, 0
        return
    yield wide, 0
    lost = [item for item in _beside(items) if text[item.start : item.end].isascii()]
    if not (lost and any(" " not in text[i.start : i.end] for i in bare if i.symbol == "topic")):
        yield bare, 1


def _widened(items: Sequence[Item]) -> Iterator[Item]:
    """The items with the fillers beside a topic as words of it."""
    beside = list(_beside(items))
    for item in items:
        yield replace(item, symbol="topic", value=BESIDE, asks=True) if item in beside else item


def _beside(items: Sequence[Item]) -> Iterator[Item]:
    """The fillers before and after the topics, as far as nothing stands between them."""
    for at, item in enumerate(items):
        if item.symbol != FILLER:
            continue
        for step in (-1, 1):
            near = at
            while 0 <= near < len(items) and items[near].symbol == FILLER:
                near += step
            if 0 <= near < len(items) and items[near].symbol == "topic":
                yield item
                break


def _joined(items: Iterable[Item]) -> tuple[Item, ...]:
    """Topics in a row as one, with the fillers between them; other fillers are dropped."""
    joined: list[Item] = []
    for item in items:
        if item.symbol == FILLER:
            continue
        last = joined[-1] if joined else None
        if item.symbol == "topic" and last is not None and last.symbol == "topic":
            verb = last.value == "" and item.value == NAME  # sửa đổi | Nghị định 118
            asks = last.asks and item.asks and not verb
            value = NAME if NAME in (last.value, item.value) else last.value
            joined[-1] = replace(last, end=item.end, asks=asks, value=value)
        else:
            joined.append(item)
    return tuple(joined)
