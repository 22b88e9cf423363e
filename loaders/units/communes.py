"""What a name means in a document of a commune or district: its own organs (cấp xã, cấp huyện)."""

import re

from graph.words.authorities import Authority, by_name
from graph.words.folding import slug
from loaders.units.scope import LOCAL_DEPTH, Identity, Scope, is_local, place_of

_LOCAL = re.compile(r"\s(xã|phường|đặc khu|thị trấn|huyện|quận)$")
_COMMUNE = re.compile(r"(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã)\s[A-ZĐ\d].*$")
_MANY = re.compile(r",|/|(?:^|\s)(?:[Cc]ác|cấp|và)\s")
#: what ties a name to that of the organ or place behind it
OF = r"(?:[,\s]*(?:trực thuộc|thuộc|của)?[,\s]+|^)"
#: a province or city behind a name
OF_PLACE = re.compile(
    rf"{OF}(?:tỉnh|Tỉnh|thành phố|Thành phố|TP\.?)(?:\s?[A-ZĐ][\w-]*(?:\s[A-ZĐ][\w-]*){{0,3}})?$"
)


def of_commune(
    name: str, known: tuple[Authority, str | None] | None, scope: Scope
) -> Identity | None:
    """``Công an``, ``Hội Nông dân`` in a commune's document are its own: no province is named."""
    if not is_local(scope) or (known and (known[1] or known[0].scope != "province")):
        return None
    found = None if OF_PLACE.search(name) else by_name(f"{name} xã 1")  # as if it were named
    if found is None or found[0].scope != "commune":
        return None
    return Identity(f"{place_of(scope)}/{found[0].id}", with_commune(found[0].name, scope))


def with_commune(name: str, scope: Scope) -> str:
    """The name with the commune of the document, so that it stands alone: Công an xã Tân Hiệp."""
    commune = _COMMUNE.search(scope.organ_name or "")
    if commune is None:
        return name
    bare = name[: match.start()] if (match := _LOCAL.search(name)) else name
    return f"{bare} {commune[0]}"


def of_same_level(name: str, scope: Scope) -> Identity | None:
    """``Công an phường`` in a ward's document is that ward's; elsewhere it could be any ward's."""
    match = _LOCAL.search(name)
    if match is None or _MANY.search(name):
        return None
    home = scope.organ_id.split("/") if scope.organ_id else []
    if len(home) != LOCAL_DEPTH or not home[2].startswith(slug(match[1])):
        return Identity(None, name, confidence=0.5)
    known = by_name(f"{name} 1")  # as if the place were named
    own = known[0].id if known else slug(name[: match.start()])
    return Identity("/".join([*home[:3], own]), with_commune(name, scope))
