"""What every way of reading tasks shares: the document at hand and how a name is cleaned."""

import re
from dataclasses import dataclass, field

from graph.vocabulary import Trait, types_with
from loaders.layout.markers import Style
from loaders.layout.structure import Structure
from loaders.mentions import Header, Span, UnitMention
from loaders.tasks.part_titles import PartTitles
from loaders.text import Text
from loaders.times.timeframes import TimeContext
from loaders.units.read import split_units
from loaders.units.scope import Scope

_MARK = re.compile(r"[\s\-–+•*]+")
_PLAN_YEAR = re.compile(r"(?:năm|NĂM|Năm) (20\d\d)(?!\s*[-–]|\d)")
_NOT_PLAN = re.compile(
    r"(?:(?:đến|tới|ĐẾN)(?: hết| cuối| HẾT| CUỐI)?|giai đoạn|tầm nhìn|TẦM NHÌN|sau"
    r"|[Tt]háng \d{1,2}|THÁNG \d{1,2}|\d[/-])\s*$"
)
_PERIOD = re.compile(r"(?:[Gg]iai đoạn|GIAI ĐOẠN)\s+(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Source:
    """The document whose tasks are read."""

    text: Text
    structure: Structure
    header: Header
    scope: Scope
    time: TimeContext
    titles: PartTitles = field(default_factory=PartTitles)
    #: whether a section stands in a part of some kind, by that kind and its start; worked out once
    standing: dict[tuple[str, int], bool] = field(default_factory=dict, compare=False)
    #: of the items of a part in one style: how many begin with known units, and how many there are
    known: dict[tuple[int | None, Style], tuple[int, int]] = field(
        default_factory=dict, compare=False
    )

    def words(self, start: int, end: int) -> str:
        """The words there, white space single."""
        return " ".join(self.text.content[start:end].split())


def addressees(source: Source) -> tuple[UnitMention, ...]:
    """The units that a letter is addressed to (kính gửi), in order; none for other documents."""
    if source.header.type not in types_with(Trait.LETTER):
        return ()
    return tuple(
        unit
        for _, span in source.header.recipients
        if span.end > span.start
        for unit in split_units(source.text, span.start, span.end, source.scope, "addressed")
    )


def time_context(header: Header) -> TimeContext:
    """The year a plan is for: the one its title names, else that of its date."""
    title = header.title or ""
    years = plan_years(title, 0, len(title))
    year = int(years[-1][1]) if years else None
    if year and header.issued.year and year < header.issued.year:
        year = None
    return TimeContext(header.issued, year, _validity(title, year))


def plan_years(words: str, start: int, end: int) -> list[re.Match[str]]:
    """The years that a title plans for: "năm 2026", not "đến năm 2030" nor the year of a date."""
    found = _PLAN_YEAR.finditer(words, start, end)
    return [m for m in found if not _NOT_PLAN.search(words[max(start, m.start() - 20) : m.start()])]


def _validity(title: str, year: int | None) -> tuple[str, str] | None:
    """First and last day of what the title plans for: "giai đoạn 2026 - 2030", "năm 2026"."""
    period = _PERIOD.search(title)
    if period and int(period[1]) < int(period[2]):
        return f"{period[1]}-01-01", f"{period[2]}-12-31"
    return (f"{year}-01-01", f"{year}-12-31") if year else None


def task_name(source: Source, start: int, end: int) -> tuple[str, Span]:
    """The name without the mark before it and the span it stands at."""
    mark = _MARK.match(source.text.content, start, end)
    first = mark.end() if mark and mark.end() < end else start
    words = source.text.content[first:end].rstrip()
    return " ".join(words.split()), Span(first, first + max(1, len(words)))
