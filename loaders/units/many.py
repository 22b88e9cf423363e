"""Which node a collective is: whose "các đơn vị", "các ngân hàng", "các sở, ngành" (mã tập hợp).

Common phrases meet in one node. What a phrase calls by its kind alone ("các ngân hàng thương mại")
is one for the whole place, whichever organ speaks; what needs the document to be known ("các đơn vị
liên quan") stays with the organ that says it.
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.authorities import by_code, by_name, unit_id
from graph.words.folding import slug
from graph.words.spelling import Word, spell_out
from graph.words.unit_words import collective_of, unit_words
from loaders.units.communes import of_same_level
from loaders.units.cores import core_of
from loaders.units.everywhere import every_province_has
from loaders.units.heads import head_pattern
from loaders.units.members import members_of
from loaders.units.plurals import begins_plural, is_committees, is_plural
from loaders.units.scope import Identity, Scope, place_of

_PROVINCES = re.compile(
    r"\s(?:(?:các )?(?=tỉnh(?:,| và|/)\s?(?:thành phố|TP)(?!\w))|cấp tỉnh(?=$| trong cả nước))"
)
#: what may stand behind these and means no fewer: not "vùng Tây Nguyên", "khác", "có biển"
_ALL = re.compile(
    r"(?:tỉnh(?:,| và|/)\s?(?:thành phố|TP))?(?:,? trực thuộc [Tt]rung ương)?"
    r"(?: (?:trong|trên) (?:cả nước|toàn quốc))?"
)
#: how one says that all are meant
_EACH = re.compile(
    r"(?:tất cả các|toàn thể các|các|những|toàn thể|tất cả|mỗi|từng)\s", re.IGNORECASE
)
#: organs of the country that stand in a province are meant as that province's
_HERE = "trên địa bàn"
#: whose they are: "các cơ quan thuộc | Tỉnh ủy"
_BELONGS = re.compile(r"\s(?:trực thuộc|thuộc)\s(?P<organ>[A-ZĐỦ].+)$")
#: a level that "liên quan" says less of: "các sở, ban, ngành | thành phố | có liên quan"
_OWN_LEVEL = re.compile(r"(?<=ngành)\s(?:tỉnh|Tỉnh|thành phố|Thành phố)(?=\s(?:có )?liên quan)")
#: a region, no ministry: "các tỉnh miền Tây Nam Bộ"
_REGION = re.compile(r"(?:Nam|Bắc|Trung) Bộ$")
_LEVEL = re.compile(r"\s(?:cấp (?:tỉnh|huyện|xã)|các cấp)$")


def of_every_province(name: str, scope: Scope) -> Identity | None:
    """Organs of all provinces: "Thuế các tỉnh, thành phố", in the country's papers "cấp tỉnh"."""
    found = _PROVINCES.search(name)
    if found is None or not is_plural(name) or not head_pattern().match(name):
        return None
    if name[1:3] == "ác":
        return None
    organ = name[: found.start()]
    known = by_name(f"{organ} tỉnh") or by_name(organ) or by_code(organ)
    if "cấp" in found[0] and (scope.jurisdiction or not known or known[0].scope != "province"):
        return None
    if row := collective_of([w.folded for w in spell_out(name)]):
        return Identity(f"vn/{row.id}", row.label, collective=True) if row.nationwide else None
    if known and known[0].scope == "province" and _ALL.fullmatch(name, found.end()):
        return every_province_has(known[0])
    organ = known[0].name.removesuffix(" tỉnh") if known else organ
    all_of_them = _ALL.fullmatch(name, found.end())
    words = f"{organ} các {'tỉnh, thành phố' if all_of_them else name[found.end() :]}"
    return Identity(f"vn/{slug(words)}", words, collective=True)


def of_many(name: str, scope: Scope) -> Identity:
    """A node of its own under the document's organ, its place or the country."""
    base = scope.organ_id or place_of(scope)
    folded = [w.folded for w in spell_out(name)]
    if row := collective_of(folded):
        home = base if row.within else "vn" if row.nationwide else place_of(scope) or base
        label = f"{row.label} {scope.organ_name or ''}".strip() if row.within else row.label
        return Identity(f"{home}/{row.id}" if home else None, label, collective=True)
    if members_of(name):
        base = "vn"
    elif _told("nationwide").search(name.lower()):
        base = "vn" if _HERE not in name.lower() else place_of(scope) or base
    elif owner := _owner(name, scope):
        base = owner
    elif is_committees(name):
        base = place_of(scope) or base  # whoever speaks of them
    elif _is_public(name.lower()):
        base = place_of(scope) or base
    label = name[:1].upper() + name[1:]
    if scope.organ_name and label.endswith((" Sở", " Bộ")) and not _REGION.search(label):
        own = scope.organ_name.startswith(label[-2:])  # not "cơ quan ngang Bộ"
        label = f"{label[:-3]} {scope.organ_name}" if own else label
    return Identity(f"{base}/{_slug(name)}" if base else None, label, collective=True)


def _owner(name: str, scope: Scope) -> str | None:
    """The id of the listed organ that the words say the many belong to, where another speaks."""
    tied = _BELONGS.search(name)
    if tied is None:
        return None
    same = of_same_level(tied["organ"], scope)
    known = by_name(tied["organ"])
    id = same.id if same else unit_id(*known, home=scope.jurisdiction) if known else None
    return id if id != scope.organ_id else None


def _slug(name: str) -> str:
    """What the id of a collective ends in, without words that one writes and another leaves out.

    "các bộ, cơ quan và các đơn vị có liên quan", "bộ, cơ quan, đơn vị liên quan".
    """
    core = core_of(_OWN_LEVEL.sub("", name))
    each = _EACH.match(core)
    said = spell_out(core[each.end() :] if each else core)
    kept = (word.folded for at, word in enumerate(said) if not _is_loose(said, at))
    all_of = begins_plural(name)
    return "-".join(("cac", *kept) if all_of else kept)


def _is_loose(said: Sequence[Word], at: int) -> bool:
    """ "và", "các" behind a sign, "có" before "liên quan"."""
    word = said[at].folded
    if word == "cac":
        return at > 0 and (said[at - 1].parted or said[at - 1].folded == "va")
    after = [w.folded for w in said[at + 1 : at + 3]]
    return at > 0 and (word == "va" or (word == "co" and after == ["lien", "quan"]))


def _is_public(name: str) -> bool:
    """Whether a phrase in small letters is called by its kind alone, or is all of one level."""
    kind = _told("public").match(name) or _LEVEL.search(name)
    return kind is not None and not _told("relative").search(name)


@cache
def _told(table: str) -> re.Pattern[str]:
    words = "|".join(unit_words(table))
    before = r"(?:(?:các|những|toàn thể|tất cả các) )?" if table == "public" else r"(?<!\w)"
    return re.compile(rf"{before}(?:{words})(?!\w| phận)")
