"""What two symbols side by side make of each other (từ đứng cạnh nhau)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.questions.ask.items import FILLER, Item
from graph.words.folding import fold

#: what tells whose documents are asked for
_OWNERS = ("unit", "place", "level")
#: folded words between documents and whose they are
_WHOSE = ("", "cua", "do", "o", "tai")
#: folded words of "báo cáo" that say it is sent, and those that ask for its day
_DUTY, _HEADS = frozenset(("phai", "can", "gui", "nop")), frozenset(("han", "het", "lich", "che"))


def with_owner(items: tuple[Item, ...], text: str) -> Iterator[tuple[tuple[Item, ...], int]]:
    """The items, then with an organ or province right behind the documents asked for as theirs, and
    what that costs: "quyết định nào của Thủ tướng"."""
    yield items, 0
    for at, (asked, owner) in enumerate(pairwise(items)):
        between = fold(text[asked.end : owner.start]).strip()
        if (
            asked.symbol in ("which", "titled", "text")
            and owner.symbol in _OWNERS
            and between in _WHOSE
        ):
            both = replace(asked, end=owner.end, owner=owner)
            yield (*items[:at], both, *items[at + 2 :]), int(owner.symbol != "level")


def excepted(items: Sequence[Item]) -> list[Item]:
    """The items with a document that "trừ" or "ngoài" leaves out as one of its own kind."""
    found: list[Item] = []
    for item in items:
        if item.symbol == "doc" and found and found[-1].symbol == "besides":
            found[-1] = replace(item, symbol="except", start=found[-1].start)
        else:
            found.append(item)
    return found


def run_together(items: Sequence[Item], text: str) -> int:
    """What it costs to take a second role for one: "chủ trì kiểm tra" leads a check."""
    told = [item for item in items if item.symbol != FILLER]
    return sum(
        2
        for one, other in pairwise(told)
        if (one.symbol, other.symbol) == ("role", "role")
        and not text[one.end : other.start].strip()
    )


def begins_name(one: Item, other: Item, text: str) -> bool:
    """Whether a word that nothing explains stands right before a unit, whose name it may begin:
    "Hội Doanh nghiệp" is not what enterprises do about "hội"."""
    alone = one.symbol == "topic" and not one.asks and other.symbol == "unit"
    words = text[one.start : one.end].split()
    return alone and len(words) == 1 and not text[one.end : other.start].strip()


def reported_to(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """The items with the one unit right behind "phải báo cáo", "nộp báo cáo" as who receives it:
    "cần báo cáo UBND tỉnh việc gì"; what one unit reports to another is told by their order."""
    units = [at for at, item in enumerate(items) if item.symbol == "unit"]
    at = units[0] - 1 if len(units) == 1 else -1
    if at < 0 or items[at].symbol != "report" or text[items[at].end : items[at + 1].start].strip():
        return items
    said = fold(text[items[at].start : items[at].end]).split()
    due = at > 0 and items[at - 1].symbol == "must"
    if not (due or _DUTY & set(said)) or _HEADS & set(said[:1]):
        return items
    return (*items[:at], replace(items[at], symbol="report_to"), *items[at + 1 :])
