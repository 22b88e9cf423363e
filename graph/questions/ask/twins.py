"""Units that a misprint made two: one name in one organ, the place said again (tên in sai).

The one whose name is printed plainly is meant; the others are named beside the answer, since what
is laid on them may belong to it.
"""

from collections.abc import Sequence

from graph.model import Node
from graph.words.folding import words
from graph.words.places import begins_place, province_of


def told_once(units: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Of units of one name in one organ the plainest, and the rest."""
    groups: dict[tuple[str, tuple[str, ...]], list[Node]] = {}
    for unit in units:
        organ = unit.id.rpartition("/")[0]
        groups.setdefault((organ, _bare(words(unit.label))), []).append(unit)
    plain = [min(group, key=lambda unit: (len(unit.label), unit.id)) for group in groups.values()]
    return tuple(plain), tuple(unit for unit in units if unit not in plain)


def without_place(name: Sequence[str]) -> tuple[list[str], str | None]:
    """The words of a name before its place, and the slug of that place."""
    for at in range(1, len(name)):
        if begins_place(name[at]):
            slug = province_of(" ".join(name[at:]))
            if slug:
                return list(name[:at]), slug
    return list(name), None


def _bare(name: Sequence[str]) -> tuple[str, ...]:
    """A name without its place, however often it is said."""
    while True:
        shorter, place = without_place(name)
        if place is None:
            return tuple(name)
        name = shorter


def own_words(node: Node, name: Sequence[str]) -> list[str]:
    """The words of a unit's name, without "và" where the question has none: Bộ Kế hoạch Đầu tư."""
    own = words(node.label)
    return own if "va" in name else [word for word in own if word != "va"]
