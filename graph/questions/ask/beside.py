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
#: folded words before who receives what is sent
_TO = ("cho", "ve", "len", "toi", "den", "voi", "gui", "gui cho", "gui ve", "gui den")
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


def begins_name(items: Sequence[Item], text: str) -> bool:
    """Whether a word that nothing explains stands right before a unit, whose name it may begin
    ("Hội Doanh nghiệp" is not what enterprises do about "hội"); or, where it is asked who or when,
    one for a list before words that it may begin a name with: "danh mục chuẩn đo lường ai lập"."""
    beside = [(a, b) for a, b in pairwise(items) if not text[a.end : b.start].strip()]
    asks = any(item.symbol in ("who", "doer", "when") for item in items)
    return any(_alone(one, text) and other.symbol == "unit" for one, other in beside) or any(
        asks and one.symbol == "list" and one.value and other.symbol == "topic"
        for one, other in beside
    )


def _alone(item: Item, text: str) -> bool:
    """Whether it is one word that nothing explains."""
    one = len(text[item.start : item.end].split()) == 1
    return one and item.symbol == "topic" and not item.asks


def reported_to(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """The items with the one unit right behind "phải báo cáo", "nộp báo cáo", "phải gửi gì cho" as
    who receives it: "cần báo cáo UBND tỉnh việc gì"; what one unit reports to another is told by
    their order."""
    units = [at for at, item in enumerate(items) if item.symbol == "unit"]
    if len(units) != 1:
        return items
    at = units[0] - 1
    between = fold(text[items[at].end : items[at + 1].start]).strip() if at >= 0 else ""
    if between in _TO and items[at].symbol == "what":
        at -= 1
    if (
        at < 0
        or not _is_sent(items[: at + 1], text, to=between in _TO)
        or between not in ("", *_TO)
    ):
        return items
    return (*items[:at], replace(items[at], symbol="report_to"), *items[at + 1 :])


def _is_sent(items: tuple[Item, ...], text: str, *, to: bool) -> bool:
    """Whether the last of these says that something is to be sent, ``to``: with "cho", "về" behind
    it."""
    due = len(items) > 1 and items[-2].symbol == "must"
    if items[-1].symbol == "send":
        return due and to
    said = fold(text[items[-1].start : items[-1].end]).split()
    told = due or to or bool(_DUTY & set(said))
    return items[-1].symbol == "report" and told and not _HEADS & set(said[:1])
