"""A task as the plan of another year would have it (quy về cùng năm)."""

import re
from dataclasses import replace

from graph.model import Node
from graph.times.days import in_years, is_whole_day
from graph.times.spans import validity

#: a year behind a stroke that is none of a symbol: tháng 12/2025, quý IV/2025
_OF_PERIOD = re.compile(r"(?<!\w)((?:[Tt]háng|[Qq]uý)\s+\w{1,3}/)(20\d\d)(?![\d/])")


def years_between(a: Node, b: Node) -> int:
    """How many years the second plans after the first; 0 where either year is not told."""
    starts = [span[0].start for span in (validity(a.properties), validity(b.properties)) if span]
    years = [int(start[:4]) for start in starts if start]
    return years[1] - years[0] if len(years) == 2 else 0


def planned_later(task: Node, plan: Node, years: int) -> Node:
    """A task as the plan of so many years later would have it: its times and its year moved."""
    if not years:
        return task
    facts = dict(task.properties)
    start = validity(plan.properties)[0].start or ""
    name = str(facts.get("name") or task.label)
    name = re.sub(rf"(?<![\d/]){start[:4]}(?![\d/])", str(int(start[:4]) + years), name)
    facts["name"] = _OF_PERIOD.sub(lambda found: found[1] + str(int(found[2]) + years), name)
    facts["intervals"] = [
        [day and in_years(day, years) for day in span] for span in facts.get("intervals") or ()
    ]
    if is_whole_day(facts.get("due")):
        facts["due"] = in_years(facts["due"], years)
    return replace(task, properties=facts)
