"""How times are written in a question, folded (cách viết một mốc thời gian)."""

import re
from collections.abc import Iterable

from graph.questions.ask.times import MONTHS, QUARTER, QUARTERS, steps

_DAY = (
    r"(?:(?P<y0>\d{4})-(?P<m0>\d\d)-(?P<d0>\d\d)"
    r"|(?:ngay\s+)?(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})(?:\s*[/.-]\s*(?P<y1>\d{4})|\s+nam\s+(?P<y5>\d{4}))?"
    r"|(?:ngay\s+)?(?P<d2>\d{1,2})\s+thang\s+(?P<m2>\d{1,2})(?:\s+nam\s+(?P<y2>\d{4})|\s*/\s*(?P<y3>\d{4}))?)"
)
_OF_YEAR = r"(?:(?:\s*[/–-]\s*|\s+nam\s+|\s+)(?P<{y}>\d{{4}})|\s+nam\s+(?P<{n}>{{steps}}))?"
#: a number after one, of which the last counts: quý I, II và III
_ALSO = r"(?:(?:\s*[,&]\s*|\s+va\s+)(?P<{last}>{also}))*"
_MONTH = (
    r"(?:thang\s+|\bt(?=\d))"
    rf"(?P<m>\d{{1,2}}|(?<!may thang )(?:{'|'.join(MONTHS)})(?!\s+lan))"
    r"(?!\s*[/.-]\s*\d{1,2}(?!\d))"
    + _ALSO.format(also=r"\d{1,2}(?![\d/.-]|\s+viec)", last="ml")
    + _OF_YEAR.format(y="my", n="mn")
)
_QUARTER = (
    rf"(?:qu[yi]\s+(?:thu\s+)?|\bq)(?P<q>{QUARTER}|{'|'.join(QUARTERS)})(?!\w|\s+lan\b)"
    + _ALSO.format(also=rf"(?:{QUARTER})(?!\w|\s+viec)", last="ql")
    + _OF_YEAR.format(y="qy", n="qn")
)
_PART = (
    r"(?:(?P<hm>0?[1-9]|1[01]|hai|ba|bon|sau|chin)\s+(?P<hu>thang|quy)|nua)\s+(?P<h>dau|cuoi)\s+nam"
    r"(?:\s+(?:(?P<hy>\d{4})|(?P<hn>{steps})))?"
)
_EDGE = (
    r"(?P<g>dau|cuoi)\s+(?:thang(?:\s+(?P<gm>\d{1,2})"
    + _OF_YEAR.format(y="gmy", n="gmn")
    + r"|\s+(?P<gw>{steps})|(?P<gb>)(?!\s*\d))|nam(?:\s+(?:(?P<gy>\d{4})|(?P<gn>{steps})))?)"
)
_WEEK = (
    r"tuan\s+(?:thu\s+)?(?P<wk>\d{1,2})"
    r"(?:\s*[/,]?\s*(?:nam\s+)?(?P<wy>\d{4})|\s+nam\s+(?P<wn>{steps}))?"
)
_NOW = r"(?:nay|gio|bay\s+gio|luc\s+nay|hom\s+nay)"
_TO_END = (
    rf"(?:ke\s+)?tu\s+{_NOW}\s+(?:cho\s+)?(?:den|toi)\s+(?:cuoi|het)\s+(?P<e>thang|quy|nam)"
    r"(?:\s+nay)?(?!\s+(?:\d|[ivx]+\b|{steps}))"
)
_AHEAD = r"(?P<k>\d{1,3}|hai|ba|bon|sau|chin)\s+(?P<ku>ngay|tuan|thang)\s+(?:toi|nua)"
_YEARS = (
    r"(?:(?:giai\s+doan|cac\s+nam|nam)\s+)?(?P<r0>(?:19|20)\d\d)\s*(?:[-–]|den)\s*(?:nam\s+)?"
    r"(?P<r1>(?:19|20)\d\d)"
)
_YEAR = r"(?:nam\s+)?(?P<y>(?:19|20)\d\d)"
_NEAR = (
    r"(?:(?P<n>ngay|tuan|thang|quy|nam)\s+(?P<w>{steps})|(?P<today>hom\s+nay|ngay\s+mai|hom\s+qua)"
    rf"|(?<=tu\s)(?P<now>{_NOW})(?=\s+(?:cho|den|toi|tro|ve)\b))"
)
_LED = r"(?:(?P<s>{leads})\s+)?(?:la\s+)?"


def time_after(leads: Iterable[str]) -> re.Pattern[str]:
    """One time in a folded text, with the words before it that make something of it."""
    said = "|".join(sorted(leads, key=lambda word: (-len(word), word)))
    led = _LED.format(leads=said.replace(" ", r"\s+"))
    times = "|".join(
        (
            _AHEAD,
            _WEEK,
            rf"(?:ngay\s+)?{_DAY}",
            _PART,
            _EDGE,
            _MONTH,
            _QUARTER,
            _YEARS,
            _YEAR,
            _NEAR,
        )
    )
    whole = rf"(?<![\w/.-])(?:{_TO_END}|{led}(?:{times}))(?![\w/])"
    return re.compile(whole.replace("{steps}", "|".join(sorted(steps()))))
