"""Words of a question that name a document; names side by side that are one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from graph.model import Node

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a document: where they stand, what fits them, and what nearly does."""

    text: str
    start: int
    end: int
    candidates: tuple[Node, ...]
    near: tuple[Node, ...] = ()


def side_by_side(
    found: Iterable[Named], joined: Callable[[Named, Named], Named | None]
) -> Iterator[Named]:
    """What is named, by place, two that stand together as the one that ``joined`` makes of them;
    it may go on with a third."""
    last: Named | None = None
    for named in found:
        both = joined(last, named) if last is not None else None
        if last is not None and both is None:
            yield last
        last = both if both is not None else named
    if last is not None:
        yield last
