"""Names of units short enough for a card, as long as no two units of a picture look alike."""

from collections import Counter
from collections.abc import Iterable

from graph.model import Node
from graph.words.places import province_of

LIMIT = 36  # characters that fit on two lines
PLACE_WORDS = 6  # at most, in "Thành phố Hồ Chí Minh"


def unit_names(units: Iterable[Node]) -> dict[str, str]:
    """Unit → its name on a card (tên gọn): long ones without their place, then their parent."""
    full = {unit.id: _full_name(unit) for unit in units}
    short = {id: _without_place(name) for id, name in full.items()}
    parents = _parents(short.values())
    names = {id: _fitting(full[id], short[id], parents) for id in full}
    times = Counter(names.values())
    return {id: name if times[name] == 1 else full[id] for id, name in names.items()}


def _full_name(unit: Node) -> str:
    """The short name where it is words ("Chi cục TĐC"): every province has an "UBND"."""
    short = str(unit.properties.get("short_name") or "")
    name = short if " " in short else unit.properties.get("name") or unit.label
    return " ".join(str(name).split())


def _fitting(full: str, placeless: str, parents: frozenset[str]) -> str:
    """The longest of the three forms that fits, else the shortest."""
    head, _, parent = placeless.rpartition(", ")
    forms = [full, placeless, head if parent in parents else placeless]
    return next((form for form in forms if len(form) <= LIMIT), forms[-1])


def _parents(names: Iterable[str]) -> frozenset[str]:
    """What stands after a comma and is a unit itself, or follows several names."""
    known = set(names)
    tails = Counter(name.rpartition(", ")[2] for name in known if ", " in name)
    return frozenset(tail for tail, times in tails.items() if times > 1 or tail in known)


def _without_place(name: str) -> str:
    """``Chi cục Thủy sản tỉnh An Giang`` → ``Chi cục Thủy sản``."""
    words = name.split()
    for count in range(min(PLACE_WORDS, len(words) - 2), 0, -1):
        if province_of(" ".join(words[-count:])):
            return " ".join(words[:-count]).rstrip(" ,")
    return name
