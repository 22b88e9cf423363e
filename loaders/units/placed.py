"""A unit that no list knows, with the place its name ends in: it is of there, whoever names it.

"Phòng Kinh tế xã Tân Hội" is ``vn/lam-dong/xa-tan-hoi/phong-kinh-te``, as in that commune's own
papers; "Hội Thiện nguyện tỉnh Bình Thuận" is of Bình Thuận in those of Lâm Đồng too.
"""

import re

from graph.vocabulary import every_province
from graph.words.places import ending_place
from graph.words.spelling import spelt_slug
from loaders.units.cores import SEVERAL
from loaders.units.divisions import department_of
from loaders.units.scope import Identity, Scope, beside, is_local

#: what ties a name to the place behind it, or to the committee there that it works for
_TIED = re.compile(
    r"[,\s]*(?:(?:trực thuộc|thuộc|của)?[,\s]+(?:UBND|[ỦU][ỷy] ban nhân dân)|thuộc|của)?[,\s]*$"
)

_LEVEL = re.compile(r"\s[Tt]ỉnh$")


def of_named_place(name: str, scope: Scope) -> Identity | None:
    """The unit of the place by name behind it; None where that is the document's own province."""
    said = ending_place(name)
    if said is None or SEVERAL.search(name[: said[0]]):
        return None
    start, place = said
    province = place.partition("/")[0]
    core = _TIED.sub("", name[:start])
    if place == scope.jurisdiction and not is_local(scope):
        return None
    if province not in every_province():
        home = scope.jurisdiction or beside(scope)
        base = f"vn/{home}/{place}" if home else None
    else:
        of = department_of(core, province, scope.year) if place == province else None
        base = of or f"vn/{place}"
    label = f"{core} {name[start:]}"
    return Identity(f"{base}/{spelt_slug(core)}" if base else None, label)


def of_province(core: str, name: str, scope: Scope) -> Identity | None:
    """What a commune's paper names with "tỉnh" behind it: none of the commune's own units."""
    if not is_local(scope) or not _LEVEL.search(name):
        return None
    home = scope.jurisdiction or beside(scope)
    row = every_province().get(scope.jurisdiction or "")
    return Identity(f"vn/{home}/{spelt_slug(core)}", f"{core} tỉnh {row.name}" if row else name)
