"""Unit names that differ from the usual spelling in tone marks alone (lỗi chính tả tên đơn vị).

"Thành phó" beside twenty "Thành phố" is a misprint: the usual spelling is shown, the printed one
stays in the evidence and in a doubt. Names that differ in anything but diacritics are left alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from graph.words.folding import fold
from graph.words.marks import is_misprint
from loaders.mentions import Assignment, Doubt, UnitMention

ROLES = ("lead", "execute", "coordinate", "advise", "supervise", "reports_to")
#: how many times oftener the usual spelling must stand
OFTENER = 2


def mend_names(tasks: Sequence[Assignment]) -> list[Assignment]:
    """The tasks with misprinted unit names in their document's usual spelling, each doubted."""
    spellings = Counter(unit.name for task in tasks for unit in units_of(task))
    usual: dict[str, str] = {}
    for name, count in spellings.most_common():
        best = usual.setdefault(fold(name), name)
        if best != name and spellings[best] < OFTENER * count:
            usual[fold(name)] = ""  # nobody can say which is right
    wrong = {name for name in spellings if is_misprint(name, usual[fold(name)] or name)}
    if not wrong:
        return list(tasks)
    known = {unit.name: unit for task in tasks for unit in units_of(task)}
    return [
        _mended(task, usual, known) if any(u.name in wrong for u in units_of(task)) else task
        for task in tasks
    ]


def units_of(task: Assignment) -> Iterator[UnitMention]:
    """The units of a task, in all its roles."""
    for role in ROLES:
        yield from getattr(task, role)


def _mended(task: Assignment, usual: dict[str, str], known: dict[str, UnitMention]) -> Assignment:
    changes: dict[str, tuple[UnitMention, ...]] = {}
    doubts = list(task.doubts)
    for role in ROLES:
        units: tuple[UnitMention, ...] = getattr(task, role)
        names = [usual.get(fold(unit.name)) or unit.name for unit in units]
        wrong = [u for u, name in zip(units, names, strict=True) if is_misprint(u.name, name)]
        if wrong:
            changes[role] = tuple(
                _as(unit, known[name]) if unit in wrong else unit
                for unit, name in zip(units, names, strict=True)
            )
            for unit in wrong:
                facts = (("printed", unit.name), ("usual", usual[fold(unit.name)]))
                doubts.append(Doubt("unit.misprint", unit.span, facts))
    return replace(task, doubts=tuple(doubts), **changes) if changes else task


def _as(unit: UnitMention, usual: UnitMention) -> UnitMention:
    """A misprinted unit with the name of the one that is meant, which it then is."""
    return replace(
        unit, name=usual.name, id=usual.id, label=usual.label, collective=usual.collective
    )
