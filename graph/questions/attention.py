"""What a planner must settle in a task: no lead, no date, two leads (điều cần xử lý)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from graph.model import EdgeKind, Node
from graph.questions.collectives import is_collective

#: properties that tell when a task is to be done
WHEN = ("intervals", "due", "recurrence")


class Attention(StrEnum):
    """Why a task needs attention."""

    NO_LEAD = "no-lead"  # không đơn vị nào chủ trì hoặc thực hiện
    NO_DATE = "no-date"  # không có thời gian, thời hạn, nhịp
    TWO_LEADS = "two-leads"  # hai đơn vị cùng chủ trì


def attention(
    task: Node, roles: Iterable[tuple[str, EdgeKind]], units: Mapping[str, Node]
) -> tuple[Attention, ...]:
    """Why a task with these (unit, role) needs attention; a collective leads beside nobody.

    ``units`` need hold only those that lead.
    """
    leading = {unit for unit, role in roles if role is EdgeKind.LEADS}
    someone = leading or any(role is EdgeKind.EXECUTES for _, role in roles)
    single = [id for id in leading if id in units and not is_collective(units[id])]
    found = {
        Attention.NO_LEAD: not someone,
        Attention.NO_DATE: not any(task.properties.get(name) for name in WHEN),
        Attention.TWO_LEADS: len(single) > 1,
    }
    return tuple(why for why, holds in found.items() if holds)
