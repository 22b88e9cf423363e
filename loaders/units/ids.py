"""Which unit a name means inside one document: its id and full name (mã đơn vị).

``Sở Tài chính`` in a plan of An Giang is ``vn/an-giang/stc``, ``Phòng Pháp chế`` in a department's
letter a division of that department. A name that could mean several units has no id.
"""

import re
from functools import cache, lru_cache

from graph.vocabulary import every_province, rows
from graph.words.authorities import Authority, by_code, by_id, by_name, unit_id, unit_name
from graph.words.spelling import spelt_slug
from graph.words.unit_words import OwnRow, listed, unit_words
from loaders.units.asides import with_holder
from loaders.units.collectives import without_duty
from loaders.units.communes import of_commune, of_same_level, with_commune
from loaders.units.cores import core_of, holder_of
from loaders.units.divisions import department_of
from loaders.units.every_commune import of_every_commune
from loaders.units.everywhere import in_every_province, kind_of_unit
from loaders.units.heads import (
    begins_unit,
    central_pattern,
    is_head_alone,
    many_pattern,
    within_pattern,
)
from loaders.units.level_words import mend_level, of_own_level
from loaders.units.many import of_every_province, of_many
from loaders.units.near_names import near_name
from loaders.units.persons import person_start
from loaders.units.placed import of_named_place, of_province
from loaders.units.plurals import is_plural
from loaders.units.scope import Identity, Scope, beside, is_local, place_of
from loaders.units.torn import is_of_some_company, tells_no_unit, without_owner

#: one of the regions of a service of the whole country, not of a province
_REGION = re.compile(r"\s[Kk]hu vực (?:[IVX]+|\d+)$")
_PARENTHESIS = re.compile(r"\s*\([^)]*(?:\)|$)")  # one that is cut off too

#: heads of units in small letters behind a position: "Chánh thanh tra Bộ"
_SMALL = ("phòng", "thanh tra", "văn phòng")
_PROVINCE = re.compile(r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s?[A-ZĐ]")
#: two words that lost the blank between them: "BộTài chính"
_GLUED_MINISTRY = re.compile(r"(?<=\w)(?=Bộ\s[A-ZĐ])")
_GLUED = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZĐ][a-zà-ỹ])")

#: how a listed organ's name is said where it speaks
_LEVELS = (" tỉnh", " thành phố", " Thành phố", "")
#: of a name that is only nearly a listed one
NEARLY = 0.8


@lru_cache(maxsize=8192)
def identify(name: str, scope: Scope) -> Identity:
    """The unit that ``name`` means in a document of ``scope``."""
    name = with_holder(_GLUED_MINISTRY.sub(" ", name))
    plain = _plain(name, scope)
    if tells_no_unit(plain):
        return Identity(None, name, confidence=0.5)
    plain = _without_leader(plain)
    if each := of_every_province(plain, scope):
        return each
    known = by_name(plain) or by_code(plain) or of_own_level(plain, scope)
    if known is None and (own := _own(plain, scope)):
        return own
    if home := of_commune(plain, known, scope):
        return home
    if known:
        return _listed(*known, plain, scope)
    if local := of_same_level(plain, scope):
        return local
    if all_communes := of_every_commune(plain, scope):
        return all_communes
    if is_plural(plain) or plain.lower() in _alone():
        return of_many(plain, scope)
    if _PROVINCE.match(plain) and (committee := by_name(f"Ủy ban nhân dân {plain}")):
        return _listed(*committee, plain, scope, confidence=NEARLY)  # who does it: Thành phố X
    if near := near_name(_GLUED.sub(" ", plain)):
        return _listed(near[0], near[1], plain, scope, confidence=NEARLY)
    return _named(plain, scope)


def _plain(name: str, scope: Scope) -> str:
    """The name without what stands in or around it: an aside, a person, the own organ, a duty."""
    plain = _PARENTHESIS.sub("", name.replace(" & ", " và ")).strip(" .")
    plain = mend_level(plain[: person_start(plain)])
    if within_pattern().search(plain) and scope.organ_name and by_name(plain) is None:
        plain = _without_own(plain, scope)  # Văn phòng Cục Thuế
    return without_duty(plain)


def _without_leader(name: str) -> str:
    """An unlisted unit without who leads it: "Lãnh đạo Phòng Nội vụ"."""
    led = _led().match(name) if by_name(name) is None else None
    if led is None:
        return name
    rest = name[led.end() :]
    return rest[0].upper() + rest[1:] if rest.startswith(_SMALL) else rest


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
    if each := in_every_province(authority, named, scope):
        return each
    if named is None and (head := _head_office(authority, scope)):
        return Identity(f"vn/{head.id}", head.name, confidence=NEARLY)
    local = authority.scope in ("district", "commune")
    id = unit_id(authority, named, scope.jurisdiction or (beside(scope) if local else None))
    label = written if local else unit_name(authority, named or scope.jurisdiction)
    return Identity(id, label, confidence=confidence)


def _head_office(authority: Authority, scope: Scope) -> Authority | None:
    """The organ of the country that has one of this name in every province ("… Việt Nam"), where
    the country speaks: the Prime Minister's "Ngân hàng Chính sách xã hội"."""
    above = by_id(f"vn/{authority.parent}") if authority.scope == "province" else None
    if above is None or scope.jurisdiction or not place_of(scope):
        return None
    return above if above.name == f"{authority.name} Việt Nam" else None


def _without_own(name: str, scope: Scope) -> str:
    """The name without the organ that speaks, with or without its place, or its head word alone."""
    listed = by_id(scope.organ_id or "")
    said = (listed.name, *listed.aliases) if listed else ()
    called = [scope.organ_name or "", *(f"{own}{level}" for level in _LEVELS for own in said)]
    words = (word for word in _own_words() if _own(word, scope))
    for owner in (*called, *words):
        core = without_owner(name, owner)
        if core not in (name, *unit_words("position")):
            return core
    return name


def _own(name: str, scope: Scope) -> Identity | None:
    """The document's own organ, named in full or by its head word alone (Sở, Bộ)."""
    if scope.organ_id and name == scope.organ_name:
        return Identity(scope.organ_id, name)  # no part of itself
    word = _own_words().get(name)
    if scope.organ_id is None or scope.organ_name is None or word is None:
        return None
    listed = by_id(scope.organ_id)
    called = (scope.organ_name, *(listed.aliases if listed else ()))
    same = any(f"{said} ".startswith(f"{word} ") for said in called)
    return Identity(scope.organ_id, scope.organ_name) if same else None


def _named(name: str, scope: Scope) -> Identity:
    """A unit that no list knows: within its organ, else within its province or the country.

    What does not begin like a unit's name stays without id.
    """
    if not begins_unit(name):
        return Identity(None, name, confidence=0.5)
    if is_head_alone(name):
        return Identity(None, name, confidence=0.5)  # "Quỹ", "Hội đồng": which one?
    head = within_pattern().match(name)
    within = head is not None
    if within and name.endswith(" Bộ") and (scope.organ_name or "").startswith("Bộ "):
        name = name.removesuffix(" Bộ")  # "Thanh tra Bộ" is the ministry's own
    elif within and name.endswith(" Bộ") and (ministry := _ministry_above(scope)):
        name = f"{name.removesuffix(' Bộ')}, {ministry}"
    named = holder_of(name)
    if named and by_name(core_of(name)) and not within:
        return Identity(None, name, confidence=0.5)  # two that issue together: "Bộ A - Bộ B"
    if named and (within or named[0].scope == "national"):
        core, above = core_of(name), unit_id(*named, home=scope.jurisdiction)
        listed = by_name(core)
        if listed and listed[0].parent == named[0].id:
            return _listed(*listed, core, scope)  # Cục Thống kê, Bộ Tài chính
        if is_head_alone(core):
            return Identity(None, name, confidence=0.5)  # "Tổng công ty trực thuộc Bộ Tài chính"
        label = f"{core}, {unit_name(named[0], named[1] or scope.jurisdiction)}"
        return Identity(f"{above}/{spelt_slug(core)}", label) if above else Identity(None, name)
    if head and (kind := kind_of_unit(name, head[0], scope)):
        return kind
    if _any("national").search(name) or (_REGION.search(name) and _any("regional").search(name)):
        return Identity(f"vn/{spelt_slug(name)}", name)
    if placed := of_named_place(name, scope):
        return placed
    return _within(core_of(name), name, scope, within=within)


def _ministry_above(scope: Scope) -> str | None:
    """The ministry of the division that speaks."""
    own = by_id(scope.organ_id or "")
    above = f"vn/{own.parent}" if own else (scope.organ_id or "").rpartition("/")[0]
    listed = by_id(above)
    return listed.name if listed and listed.name.startswith("Bộ ") else None


def _within(core: str, name: str, scope: Scope, *, within: bool) -> Identity:
    """A unit whose name says no place: of the organ that speaks, of its place or of the country."""
    if above := of_province(core, name, scope):
        return above
    base = place_of(scope)
    if whole := _body_of_own(core, scope):
        return whole
    holder = department_of(core, scope.jurisdiction, scope.year) if within else None
    if is_of_some_company(core) and not _is_inner(core, scope):
        return Identity(None, name, confidence=0.5)
    own = within or (base == "vn" and _any("central").match(core)) or _is_inner(core, scope)
    central = scope.jurisdiction and central_pattern().match(core)
    holder = holder or (_department(scope) if own and not central else None)
    if not holder and central:
        return Identity(None, name, confidence=0.5)  # "Cục KSTTHC" in a province's paper: whose?
    if many_pattern().match(core):
        if scope.everywhere and not holder:
            kind = f"{core[0].upper()}{core[1:]}"
            return Identity(f"vn/{spelt_slug(name)}", kind, collective=True)
        if not holder and not is_local(scope):
            return Identity(None, name, confidence=0.5)  # of which organ?
    id = f"{holder or base}/{spelt_slug(core)}" if holder or base else None
    return Identity(id, _full_name(core[:1].upper() + core[1:], scope, holder))


def _is_inner(core: str, scope: Scope) -> bool:
    """Whether a body that no list knows (a school, a hospital, a company) has it for itself, or a
    union, front or association its board ("Ban Nữ công")."""
    listed = by_id(scope.organ_id or "")
    body = scope.organ_id is not None and listed is None
    union = listed is not None and listed.level == "other" and not is_local(scope)
    own = _any("inner") if body else _any("central") if union else None
    return own is not None and own.match(core) is not None


def _body_of_own(core: str, scope: Scope) -> Identity | None:
    """A listed body of the organ that speaks, named without it: "Văn phòng" of a Tỉnh ủy."""
    own = by_id(scope.organ_id or "")
    if own is None or own.scope != "province" or scope.jurisdiction is None:
        return None
    alone = own.undivided and within_pattern().fullmatch(core)  # "Thanh tra": of the province
    whole = by_name(f"{core} {scope.organ_name}") or (alone and by_name(f"{core} tỉnh"))
    if not whole or whole[0].scope != "province" or whole[0] is own:
        return None
    return _listed(*whole, core, scope)


def _full_name(core: str, scope: Scope, holder: str | None) -> str:
    """The name with the organ or the place it belongs to, so that it stands alone."""
    of_country = scope.jurisdiction is None or _any("central").match(core)
    within = of_country or core.startswith(("Phòng", "Văn phòng", "Thanh tra"))
    if holder and holder == scope.organ_id and within:
        return f"{core}{',' if ' ' in core.removeprefix('Văn ') else ''} {scope.organ_name}"
    if is_local(scope):
        return with_commune(core, scope)
    place = every_province().get(scope.jurisdiction or "")
    if _any("company").match(core):
        return core  # it is where it is, whoever writes to it
    if place is None or core.endswith(f" {place.name}"):
        return core  # "Công ty cổ phần Bia Hà Nội - Nghệ An"
    return f"{core} {'Thành phố' if place.city else 'tỉnh'} {place.name}"


def _department(scope: Scope) -> str | None:
    """The document's organ when it has divisions of its own: no people's committee, no assembly,
    no board, and no office ("Phòng Nội vụ"), beside which others stand."""
    known = by_id(scope.organ_id or "")
    name = scope.organ_name or ""
    office = many_pattern().match(name) or name.startswith(unit_words("board"))
    return None if office or (known and known.undivided) else scope.organ_id


@cache
def _own_words() -> dict[str, str]:
    """The head word of each way to say the organ that speaks, or its head."""
    return {said: row.word for row in rows("units", "own", OwnRow) for said in row.said}


@cache
def _led() -> re.Pattern[str]:
    """A position before the unit that it leads (Vụ trưởng Vụ Pháp chế), or before many."""
    one = rf"{listed('position')}\s+(?={listed('led')}(?!\w))"
    many = rf"(?:{listed('position')}|{listed('chief')})\s+(?=(?:các|cấp ủy)(?!\w))"
    board = rf"(?:(?:{listed('company_body')}|{listed('position')})(?:,| và)\s)?"
    return re.compile(rf"{board}{many}|{one}")


@cache
def _alone() -> frozenset[str]:
    return frozenset(unit_words("alone"))


@cache
def _any(table: str) -> re.Pattern[str]:
    return re.compile("|".join(unit_words(table)))
