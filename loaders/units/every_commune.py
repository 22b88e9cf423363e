"""Organs of all communes of a place are one node, however their levels are listed (cấp xã).

"Đảng ủy các xã, phường", "Trạm Y tế cấp xã"; a commune that says so means those of its province.
"""

import re
from functools import cache

from graph.words.authorities import by_name
from graph.words.places import place_words
from graph.words.spelling import spelt_slug
from loaders.units.heads import begins_unit
from loaders.units.scope import Identity, Scope, place_of_communes

_LABEL = "các xã, phường, đặc khu"


def of_every_commune(name: str, scope: Scope) -> Identity | None:
    """The organs of one kind of all communes; None for what names one, or no kind of organ."""
    found = _communes().search(name)
    organ = name[: found.start()] if found else ""
    if not organ or organ[1:3] == "ác" or not begins_unit(organ):
        return None
    known = by_name(f"{organ} xã 1")  # as if one were named
    listed = known[0] if known and known[0].scope == "commune" else None
    base = place_of_communes(scope)
    label = f"{listed.name if listed else organ} {_LABEL}"
    id = f"{base}/{listed.id if listed else spelt_slug(organ)}-cap-xa" if base else None
    return Identity(id, label, collective=True)


@cache
def _communes() -> re.Pattern[str]:
    """ "các xã, phường", "cấp xã", "xã, phường và đặc khu": one level with "các", or several."""
    level = "|".join(row.words for row in place_words() if row.scopes == ("commune",))
    more = rf"(?:(?:\s?[,/]\s?|\svà\s)(?:các\s)?(?:{level}))"
    where = r"(?:(?: trên địa bàn| thuộc| của)?(?: tỉnh| thành phố)?)"
    several = rf"(?:các|cấp)\s(?:{level}){more}*|(?:{level}){more}+"
    return re.compile(rf"\s(?i:{several}){where}$")
