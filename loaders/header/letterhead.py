"""The issuing organ: the lines of the letterhead, and what else tells when they are not there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.vocabulary import every_province, provinces
from graph.words.authorities import Authority, begins_with, by_name, head_titles, unit_name
from graph.words.folding import fold, one_off
from graph.words.marks import mend
from graph.words.places import ending_place, province_of
from graph.words.spelling import spell_out
from graph.words.symbols import read_symbol
from loaders.header.damaged import repaired
from loaders.header.organs import Line
from loaders.layout.casing import cased
from loaders.layout.thethuc import is_body_of_any, is_open_organ
from loaders.mentions import Span

#: what follows an organ's name where neither "tỉnh" nor "thành phố" is spelt out
_SHORT_CITY = re.compile(r"\s(?P<city>(?:tp\.?\s?)?)(?P<place>.+)")

#: words of a place beside its name
_LOWER_PLACES = frozenset(("huyen", "quan", "phuong", "xa"))
#: how a name ends that the superior's goes on with, by whether that is a city
_ENDS = {False: " tỉnh", True: " thành phố"}
#: places of which many are called as a province is, with no relation to it; not towns and cities
_CALLED = ("xa-", "phuong-", "thi-tran-", "dac-khu-", "huyen-", "quan-")
_PLACE_WORDS = frozenset(("tinh", "thanh", "pho", "tp"))


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organ that issued a document (cơ quan ban hành) and the province it belongs to.

    ``locality``: the district or commune of the organ above it, where it names none itself;
    ``superior``: the organ of the country above one that no list knows.
    """

    name: str
    jurisdiction: str | None
    span: Span | None = None
    locality: str | None = None
    superior: str | None = None


def read_issuer(
    organs: Sequence[Line], place: str | None, symbol: str | None, content: str
) -> Issuer | None:
    """The issuer that a letterhead names; its place is that of the superior organ or dateline."""
    if not organs:
        return None
    own = organs[-1]
    if len(organs) > 1 and is_body_of_any(own.words):
        own = _body_of(own, organs[-2])
    found = by_name(own.words)
    if found is not None and (whole := _of_country(own, found, symbol)) is not None:
        return whole
    if found is None:
        told = _told_by_symbol(own, organs, place, symbol)
        if told is not None:
            return told
    home = home_of(organs, place)
    if found is None:
        above = [by_name(organ.words) for organ in organs[:-1]]
        placed = any(one[1] in every_province() for one in above if one)
        first = above[0] if above else None
        national = first is not None and first[0].scope in ("national", "party") and not placed
        name = _with_province(cased(own.words, content, marks=True), home)
        if national:
            nearest = next((one[0] for one in reversed(above) if one), None)
            superior = nearest.name if nearest else None
            return Issuer(name, None, own.span, locality_of(organs), superior)
        return Issuer(name, home, own.span, locality_of(organs))
    if local := _of_locality(own, found, organs, content):
        return replace(local, jurisdiction=home)
    return named(own, found, home, content)


def locality_of(organs: Sequence[Line]) -> str | None:
    """The district or commune of the organ right above the last (UBND HUYỆN X | PHÒNG NỘI VỤ)."""
    above = by_name(organs[-2].words) if len(organs) > 1 else None
    if above is None or above[1] is None or above[0].scope not in ("district", "commune"):
        return None
    name = cased(organs[-2].words)
    place = ending_place(name)
    return name[place[0] :] if place and not ending_place(cased(organs[-1].words)) else None


def _of_locality(
    own: Line, found: tuple[Authority, str | None], organs: Sequence[Line], content: str
) -> Issuer | None:
    """A listed organ of the commune above it, where others of that name are of a province."""
    place = locality_of(organs)
    if place is None or found[1] or found[0].scope != "province":
        return None
    name = f"{cased(own.words, content, marks=True)} {place}"
    local = by_name(name)
    return Issuer(name, None, own.span) if local and local[0].scope != "province" else None


def _with_province(name: str, home: str | None) -> str:
    """A name that ends in the word for a province with that province (BỆNH VIỆN ĐA KHOA TỈNH)."""
    row = every_province().get(home or "")
    return f"{name} {row.name}" if row and name.endswith(_ENDS[row.city]) else name


def _body_of(own: Line, above: Line) -> Line:
    """A body that every organ has with the name of its own: VĂN PHÒNG HUYỆN ỦY BA TRI."""
    return Line(f"{own.words} {above.words}", own.span)


def _of_country(
    own: Line, found: tuple[Authority, str | None], symbol: str | None
) -> Issuer | None:
    """The organ of the country whose name the line begins, as the symbol says: a narrow column cut
    "TỐI CAO" off "VIỆN KIỂM SÁT NHÂN DÂN"."""
    organ = read_symbol(symbol).organ if symbol else None
    if found[0].scope != "province" or found[1] or organ is None or organ.scope != "national":
        return None
    return Issuer(organ.name, None, own.span) if _begins(organ, own.words) else None


def _begins(organ: Authority, words: str) -> bool:
    return fold(organ.name).startswith(f"{fold(words)} ")


def issuer_of(words: str, place: str | None, span: Span, content: str) -> Issuer | None:
    """The issuer that running words name ("Bộ trưởng Bộ Y tế"); None when no organ is known."""
    words = repaired(words)
    found = by_name(words)
    if found is not None and found[0].scope == "district":
        found = by_name(mended(words, content)) or found
    if found is None:
        return None
    authority, slug = found
    if authority.scope == "province":
        home = slug or (province_of(place) if place else None)
        if home is None and (alias := _alias_of(words, authority)):
            return Issuer(alias, None, span)  # of no province: as the words name it
        return Issuer(unit_name(authority, home), home, span)
    if authority.scope in ("national", "party"):
        names = (authority.name, *authority.aliases)  # an older one as it is printed
        return Issuer(next((n for n in names if fold(n) == fold(words)), names[0]), None, span)
    return Issuer(words, province_of(place) if place else None, span)


def _alias_of(words: str, authority: Authority) -> str | None:
    """The other name of an organ that the words are, where they are no short form of its own."""
    known = (a for a in authority.aliases if " " in a and fold(a) == fold(words))
    return next(known, None)


def unlisted_issuer(organ: Line, place: str | None, content: str) -> Issuer:
    """An organ that no list knows, by its own words and the place they end with."""
    return Issuer(cased(organ.words, content, marks=True), home_of([organ], place), organ.span)


def mended(words: str, content: str) -> str:
    """The words with a misread city put right: one letter off the one province the text names."""
    head, _, name = words.rpartition("thành phố ")
    near = [
        row.name
        for row in provinces().values()
        if row.city and one_off(fold(name), fold(row.name)) and row.name in content
    ]
    return f"{head}thành phố {near[0]}" if len(near) == 1 else words


def named(own: Line, found: tuple[Authority, str | None], home: str | None, content: str) -> Issuer:
    """The issuer that a known organ's line names, written out, with its province or ``home``."""
    authority, slug = found
    if authority.scope in ("national", "party"):
        return Issuer(_headed(own.words, authority.name, authority, content), None, own.span)
    if authority.scope == "province":
        province = slug or home
        if printed := _as_printed(own.words, authority, province):
            return Issuer(printed, province, own.span)
        full = unit_name(authority, province)
        return Issuer(_headed(own.words, full, authority, content), province, own.span)
    return Issuer(_marked(cased(own.words, content, marks=True), authority), home, own.span)


def _marked(name: str, authority: Authority) -> str:
    """A local organ's name with the marks that its kind has (Uy ban nhan dân xã Tân An)."""
    for known in (authority.name, *authority.aliases):
        if fold(name).startswith(f"{fold(known)} "):
            return f"{known}{name[len(known) :]}"
    return name


def _as_printed(words: str, authority: Authority, province: str | None) -> str | None:
    """A name with its place as the letterhead says it: CỤC THUẾ NGHỆ AN, CỤC THUẾ TP. HÀ NỘI."""
    row = every_province().get(province or "")
    names = sorted((authority.name, *authority.aliases), key=len, reverse=True)
    name = next((name for name in names if fold(words).startswith(f"{fold(name)} ")), None)
    said = _SHORT_CITY.fullmatch(fold(words)[len(name) :]) if name and row else None
    if row is None or said is None or said["place"] != fold(row.name):
        return None
    return f"{name} {said['city'].upper()}{row.name}"


def _headed(words: str, name: str, authority: Authority, content: str) -> str:
    """``name`` as the words begin: an older name of the organ, the position of its head."""
    folded = fold(words)
    joined = folded.replace(" ", "")  # "Bảo hiểm xã hội VietNam"
    if joined.startswith(fold(authority.name).replace(" ", "")):
        return name
    for alias in sorted(authority.aliases, key=len, reverse=True):
        if folded.startswith(fold(alias)):
            older = name.replace(authority.name, alias, 1)
            city = folded[len(alias) :].startswith(" thanh pho") and "Thành phố" not in older
            return older.replace(alias, f"{alias} Thành phố", 1) if city else older
    spoken, own = _spoken(words), _spoken(authority.name)
    at = spoken.find(own)
    if at == 0:
        return name  # a short form: SỞ GD&ĐT
    return f"{_position(words[:at].strip())} {name}" if at > 0 else cased(words, content)


def _spoken(words: str) -> str:
    return " ".join(word.folded for word in spell_out(words))


def _position(words: str) -> str:
    """A position before an organ's name, with the marks that it has ("CHU TICH": Chủ tịch)."""
    written = cased(words)
    for title in head_titles():
        written = mend(written, title, first=True)
    return written


def home_of(organs: Sequence[Line], place: str | None) -> str | None:
    """The province that the organs, else the dateline, name.

    A commune called as a province is ("xã Hòa Bình", "phường Bến Tre") does not tell its own.
    """
    own = [local for organ in organs if (local := _called(organ.words))]
    for organ in organs:
        found = by_name(organ.words)
        if organ.words in (words for words, _ in own):
            continue
        if found and found[1] and "/" not in found[1] and province_of(found[1].replace("-", " ")):
            return found[1]
        if found and found[1] is None:
            continue  # "ĐOÀN TNCS HỒ CHÍ MINH" is of no city
        words = organ.words.split(" ")
        for start in range(len(words) - 1):
            slug = province_of(" ".join(words[start:]))
            if slug:
                return slug
    if place is None or fold(place) in (name for _, name in own):
        return None
    return province_of(place)


def _called(words: str) -> tuple[str, str] | None:
    """An organ's words that name its commune or district without a province, and its bare name."""
    said = ending_place(words)
    kind = next((kind for kind in _CALLED if said and said[1].startswith(kind)), None)
    return (words, said[1].removeprefix(kind).replace("-", " ")) if said and kind else None


def _told_by_symbol(
    own: Line, organs: Sequence[Line], place: str | None, symbol: str | None
) -> Issuer | None:
    """The organ of the symbol, where the letterhead's own words are damaged but agree with it."""
    parts = read_symbol(symbol) if symbol else None
    if parts is None or parts.organ is None:
        return None
    other = begins_with(own.words)
    if other is not None and other[0].id not in (parts.organ.id, parts.organ.parent):
        return None  # "BAN QUẢN LÝ KHU KINH TẾ VÀ …" writes BQL as others do
    words, wanted = set(fold(own.words).split()), set(fold(parts.organ.name).split())
    home = set(fold(place).split()) if place and province_of(place) else set()
    extra = words - wanted - _PLACE_WORDS - home
    numbered = any(word.isdecimal() for word in extra)
    if len(extra) >= len(wanted) or extra & _LOWER_PLACES or numbered:
        return None  # another organ altogether: TÒA ÁN NHÂN DÂN HUYỆN BA TRI, … KHU VỰC 5
    begun = is_open_organ(own.words) and fold(parts.organ.name).startswith(fold(own.words))
    if len(words & wanted) * 2 < len(wanted) and not begun:
        return None
    province = home_of(organs, place) if parts.organ.scope == "province" else None
    name = unit_name(parts.organ, province)
    head = "Chủ tịch " if parts.code.startswith("CT") and "chu tich" in fold(own.words) else ""
    return Issuer(head + name, province, own.span)
