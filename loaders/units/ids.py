"""Which unit a name means inside one document: its id and full name (mã đơn vị).

``Sở Tài chính`` in a plan of An Giang is ``vn/an-giang/stc``, ``Phòng Pháp chế`` in a department's
letter a division of that department. A name that could mean several units has no id.
"""

import re
from functools import cache, lru_cache

from graph.vocabulary import every_province, rows
from graph.words.authorities import Authority, by_name, unit_id, unit_name
from graph.words.folding import slug
from graph.words.patterns import any_of
from graph.words.spelling import spell_out
from graph.words.unit_words import OwnRow, UnitWordsRow, collective_of
from loaders.units.communes import OF, OF_PLACE, of_commune, of_same_level, with_commune
from loaders.units.divisions import department_of
from loaders.units.heads import begins_unit, head_pattern, is_head_alone, within_pattern
from loaders.units.near_names import near_name
from loaders.units.plurals import is_plural
from loaders.units.scope import Identity, Scope, beside, is_local, place_of

#: one of the regions of a service of the whole country, not of a province
_REGION = re.compile(r"\s[Kk]hu vực (?:[IVX]+|\d+)$")
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
_HOLDER = re.compile(
    rf"{OF}(?P<holder>(?:Sở|Bộ(?! đội| phận| Chỉ huy| chỉ huy))(?:\s.+)?"
    r"|(?:Văn phòng|Thanh tra) Chính phủ|Văn phòng (?:Quốc hội|Chủ tịch nước|Trung ương Đảng)"
    r"|Ngân hàng Nhà nước(?: Việt Nam)?|Bảo hiểm xã hội Việt Nam)$"
)
_IN_PARENTHESIS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<holder>[^()]+)\)")
_PROVINCES = re.compile(r"\s(?:các )?(?=tỉnh(?:,| và|/)\s?thành phố)")
#: a place that such words come before is one of several: "cấp tỉnh", "các tỉnh, thành phố"
_SEVERAL = re.compile(r"(?:[Cc]ác|cấp|và|/|[Cc]ác (?:tỉnh|xã|huyện|quận))[\s,]*$")

#: of a name that is only nearly a listed one
NEARLY = 0.8


@lru_cache(maxsize=8192)
def identify(name: str, scope: Scope) -> Identity:
    """The unit that ``name`` means in a document of ``scope``."""
    aside = _IN_PARENTHESIS.fullmatch(name)
    if aside and within_pattern().match(name) and by_name(aside["holder"]):
        name = f"{aside['name']}, {aside['holder']}"  # Vụ Pháp chế (Bộ Tài chính)
    plain = _PARENTHESIS.sub("", name).strip()
    if by_name(plain) is None and (led := _led().match(plain)):
        plain = plain[led.end() :]
        plain = plain[0].upper() + plain[1:] if plain.startswith("phòng") else plain
    many = _PROVINCES.search(plain)
    if many and is_plural(plain) and head_pattern().match(plain) and plain[1:3] != "ác":
        return _collective(plain, scope, many)
    known = by_name(plain)
    if known is None and (own := _own(plain, scope)):
        return own
    if home := of_commune(plain, known, scope):
        return home
    if known:
        return _listed(*known, plain, scope)
    if local := of_same_level(plain, scope):
        return local
    if is_plural(plain) or plain.lower() in _alone():
        return _collective(plain, scope)
    if near := near_name(plain):
        return _listed(near[0], near[1], plain, scope, confidence=NEARLY)
    return _named(plain, scope)


def _listed(
    authority: Authority,
    named: str | None,
    written: str,
    scope: Scope,
    confidence: float = 1.0,
) -> Identity:
    """A unit of the vocabulary; one of a province whose province is not known stays without id."""
    if scope.year and authority.valid_from and scope.year < authority.valid_from.year:
        return Identity(None, written, confidence=0.5)
    local = authority.scope in ("district", "commune")
    id = unit_id(authority, named, scope.jurisdiction or (beside(scope) if local else None))
    label = written if local else unit_name(authority, named or scope.jurisdiction)
    return Identity(id, label, confidence=confidence)


def _own(name: str, scope: Scope) -> Identity | None:
    """The document's own organ, named by its head word alone (Sở, Bộ)."""
    word = _own_words().get(name)
    if scope.organ_id is None or scope.organ_name is None or word is None:
        return None
    same = scope.organ_name.startswith(f"{word} ")
    return Identity(scope.organ_id, scope.organ_name) if same else None


def _collective(name: str, scope: Scope, provinces_of: re.Match[str] | None = None) -> Identity:
    """A node of its own under the document's organ; common phrases meet in one.

    ``provinces_of``: where it says that every province has one (Thuế các tỉnh, thành phố).
    """
    base = scope.organ_id or place_of(scope)
    folded = [w.folded for w in spell_out(name)]
    if row := collective_of(folded):
        home = base if row.within else "vn" if row.nationwide else place_of(scope) or base
        label = f"{row.label} {scope.organ_name or ''}".strip() if row.within else row.label
        return Identity(f"{home}/{row.id}" if home else None, label, collective=True)
    if provinces_of:
        words = f"{name[: provinces_of.start()]} các {name[provinces_of.end() :]}"
        return Identity(f"vn/{slug(words)}", words, collective=True)
    core = _core(name)
    base = "vn" if _nationwide().search(name.lower()) else base
    label = name[:1].upper() + name[1:]
    if scope.organ_name and label.endswith((" Sở", " Bộ")):
        label = label[:-3] + " " + scope.organ_name
    return Identity(f"{base}/{slug(core)}" if base else None, label, collective=True)


def _named(name: str, scope: Scope) -> Identity:
    """A unit that no list knows: within its organ, else within its province or the country.

    What does not begin like a unit's name stays without id.
    """
    if not begins_unit(name):
        return Identity(None, name, confidence=0.5)
    if is_head_alone(name):
        return Identity(None, name, confidence=0.5)  # "Quỹ", "Hội đồng": which one?
    within = within_pattern().match(name) is not None
    named = _holder(name) if within else None
    if named:
        core, above = _core(name), unit_id(*named, home=scope.jurisdiction)
        label = f"{core}, {unit_name(named[0], named[1] or scope.jurisdiction)}"
        return Identity(f"{above}/{slug(core)}", label) if above else Identity(None, name)
    if _national().search(name) or (_REGION.search(name) and _regional().search(name)):
        return Identity(f"vn/{slug(name)}", name)
    core = _core(name)
    base = place_of(scope)
    holder = department_of(core, scope.jurisdiction, scope.year) if within else None
    holder = holder or (_department(scope) if within else None)
    id = f"{holder or base}/{slug(core)}" if holder or base else None
    return Identity(id, _full_name(core[:1].upper() + core[1:], scope, holder))


def _full_name(core: str, scope: Scope, holder: str | None) -> str:
    """The name with the organ or the place it belongs to, so that it stands alone."""
    if holder and holder == scope.organ_id and core.startswith(("Phòng", "Văn phòng", "Thanh tra")):
        return f"{core}{',' if ' ' in core.removeprefix('Văn ') else ''} {scope.organ_name}"
    if is_local(scope):
        return with_commune(core, scope)
    place = every_province().get(scope.jurisdiction or "")
    return f"{core} {'Thành phố' if place.city else 'tỉnh'} {place.name}" if place else core


def _core(name: str) -> str:
    """The name without the organ and the place that it ends in."""
    previous, core = None, name
    while core != previous:
        previous = core
        place = OF_PLACE.search(core)
        if place and not _SEVERAL.search(core[: place.start()]):
            core = core[: place.start()].rstrip(" ,")
        holder = _HOLDER.search(core)
        said = holder is not None and _SEVERAL.search(core[: holder.start()] + " ") is None
        if holder and said and holder.start() and _is_organ(holder["holder"]):
            core = core[: holder.start()].rstrip(" ,")
    return core or name


def _is_organ(holder: str) -> bool:
    return holder == "Sở" or by_name(holder) is not None


def _holder(name: str) -> tuple[Authority, str | None] | None:
    """The organ that the name says it belongs to (Phòng X, Sở Y), with its place if named."""
    holder = _HOLDER.search(name)
    return by_name(holder["holder"]) if holder and holder.start() else None


def _department(scope: Scope) -> str | None:
    """The document's organ when it has divisions of its own: not a people's committee."""
    if scope.organ_name and re.match(r"Ủy ban nhân dân|Hội đồng nhân dân", scope.organ_name):
        return None
    return scope.organ_id


@cache
def _own_words() -> dict[str, str]:
    """The head word of each way to say the organ that speaks, or its head."""
    return {said: row.word for row in rows("units", "own", OwnRow) for said in row.said}


@cache
def _led() -> re.Pattern[str]:
    """A position before the unit that it leads (Vụ trưởng Vụ Pháp chế)."""
    position, led = (
        any_of(w for r in rows("units", key, UnitWordsRow) for w in r.words)
        for key in ("position", "led")
    )
    return re.compile(rf"{position}\s+(?={led}(?!\w))")


@cache
def _alone() -> frozenset[str]:
    return frozenset(w for r in rows("units", "alone", UnitWordsRow) for w in r.words)


@cache
def _nationwide() -> re.Pattern[str]:
    words = [w for r in rows("units", "nationwide", UnitWordsRow) for w in r.words]
    return re.compile(rf"(?:{'|'.join(words)})(?!\w| phận)")


@cache
def _national() -> re.Pattern[str]:
    return _any("national")


@cache
def _regional() -> re.Pattern[str]:
    return _any("regional")


def _any(key: str) -> re.Pattern[str]:
    return re.compile("|".join(w for r in rows("units", key, UnitWordsRow) for w in r.words))
