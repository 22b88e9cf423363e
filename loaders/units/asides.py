"""The ministry that stands behind a division in brackets or behind a stroke, be it misread.

"Vụ Pháp chế (Bộ Tài chính)", "Cục Kinh tế/Bộ Quốc phòng", of a scan "Cục Kinh tế/BQ Quốc phòng".
"""

import re
from functools import cache

from graph.words.authorities import authorities
from graph.words.folding import fold
from loaders.units.cores import holder_of, organ_named
from loaders.units.heads import within_pattern
from loaders.units.near_names import near_name

_BEHIND_STROKE = re.compile(r"(?P<name>[^/]+?)(?:\s?/\s?|-(?=B\w{1,2}\s))(?P<holder>[^/]+)")
_IN_PARENTHESIS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<holder>[^()]+)\)")


def with_holder(name: str) -> str:
    """The name with the organ of an aside behind a comma: "Vụ Pháp chế, Bộ Tài chính"."""
    aside = _IN_PARENTHESIS.fullmatch(name) or _BEHIND_STROKE.fullmatch(name)
    if aside is None or not within_pattern().match(name):
        return name
    said = aside["holder"].strip(" .:")
    known = organ_named(said)
    holder = said if known and not said.isupper() else known[0].name if known else _misread(said)
    whole = f"{aside['name']}, {holder}"
    return whole if holder and holder_of(whole) else name


def _misread(name: str) -> str | None:
    """The ministry of which one word is misread."""
    head, _, rest = fold(name).partition(" ")
    if named := _ministries().get(rest) if head[:1] == "b" and len(head) <= len("Bộ") else None:
        return named
    near = near_name(name)
    return near[0].name if near and near[0].name in _ministries().values() else None


@cache
def _ministries() -> dict[str, str]:
    """Each ministry by its folded words behind "Bộ"."""
    named = (row.name for row in authorities() if row.scope == "national")
    return {fold(name)[len("bo ") :]: name for name in named if name.startswith("Bộ ")}
