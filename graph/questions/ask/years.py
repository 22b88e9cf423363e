"""In which years a time without one can be meant, and the answers of a few of them (năm nào)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from graph.questions.ask import telling
from graph.questions.ask.answers import assigned, dues, load, work
from graph.questions.ask.reply import Answered, Asked
from graph.store import GraphReader

Years: TypeAlias = Callable[[GraphReader, Asked], list[int]]

#: years that a time without one may be meant in
FEW = 4

YEARS: Mapping[str, Years] = {
    "role": assigned.years_of_document,
    "doc_work": assigned.years_of_document,
    "parties": assigned.years_of_document,
    "share": assigned.years_of_document,
    "busiest": load.years_around,
    "all_work": load.years_around,
    "issued_in": load.years_around,
    "unit_work": work.years_of_work,
    "either_work": work.years_of_work,
    "shared_work": work.years_of_work,
    "worked_with": work.years_of_work,
    "others": assigned.years_of_document,
    "workload": work.years_of_work,
    "peak": work.years_of_work,
    "trough": work.years_of_work,
    "deadlines": dues.years_of_dues,
    "why_report": dues.years_of_dues,
    "receives": dues.years_of_dues,
    "due": dues.years_of_dues,
}


def in_each_year(store: GraphReader, asked: Asked) -> Iterator[Asked]:
    """The question in each year that it can be meant in."""
    time = asked.period
    if time is None or time.year is not None:
        yield asked
        return
    read = YEARS.get(asked.intent)
    years = read(store, asked) if read else []
    if len(years) > FEW:  # what comes back each year: those around today
        now = int(asked.today[:4])
        years = [year for year in years if abs(year - now) <= 1] or years[-FEW:]
    for year in years:
        yield replace(asked, period=replace(time, year=year), no_year=True)


def each_year(
    told: Sequence[tuple[Asked, Answered]],
) -> tuple[Asked, Answered, tuple[Asked, ...]] | None:
    """The answers to one question in a few years as one, the nearest year first; none where more
    than the year tells the questions apart, or no word of a document tells the years."""
    first = told[0][0]
    if YEARS.get(first.intent) in (None, load.years_around) or len(told) > FEW:
        return None
    if any(replace(asked, period=first.period) != first for asked, _ in told):
        return None
    now = int(first.today[:4])
    order = sorted(told, key=lambda one: abs(_year(one[0]) - now))
    answers = [answered for _, answered in order]
    joined = Answered(
        telling.sentences([answered.text for answered in answers]),
        tuple({node.id: node for answered in answers for node in answered.nodes}.values()),
        tuple({edge.key: edge for answered in answers for edge in answered.edges}.values()),
        sum(answered.left_out for answered in answers),
    )
    return order[0][0], joined, tuple(asked for asked, _ in order[1:])


def _year(asked: Asked) -> int:
    return (asked.period.year if asked.period else None) or 0
