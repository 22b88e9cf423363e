"""``time.no_year``: a deadline whose day is told without its year (thời hạn không ghi năm)."""

import re
from collections.abc import Iterator

from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

#: "trước ngày 15 tháng 12 hằng năm" has no year by right
_YEARLY = re.compile(r"(?:h[ằà]ng|mỗi) năm", re.IGNORECASE)
#: characters around a day that may tell its rhythm
_NEAR = 60


def open_deadlines(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """The year is inferred from the plan; the words do not say it.

    What binds for years (24/2014/NĐ-CP has its year in the number) tells days of any year.
    """
    if "/" in (reading.header.number or ""):
        return
    content = reading.text.content
    for task in reading.assignments:
        time = task.time
        if time is None or not (time.due and time.inferred) or time.recurrence:
            continue
        around = content[max(0, time.span.start - _NEAR) : time.span.end + _NEAR]
        if not _YEARLY.search(around):
            facts = (("printed", " ".join(time.text.split())), ("year", time.due[:4]))
            yield Doubt("time.no_year", time.span, facts)
