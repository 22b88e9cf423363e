"""The issuing organ: the lines of the letterhead, and what else tells when they are not there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.vocabulary import every_province, provinces
from graph.words.authorities import Authority, by_name, head_titles, unit_name
from graph.words.folding import fold, one_off
from graph.words.marks import mend
from graph.words.places import province_of
from graph.words.symbols import read_symbol
from graph.words.unit_words import begins_organ, may_begin_organ
from loaders.layout.casing import cased
from loaders.layout.thethuc import goes_on_with_organ, is_open_organ
from loaders.mentions import Span

#: what follows an organ's name where neither "tỉnh" nor "thành phố" is spelt out
_SHORT_CITY = re.compile(r"\s(?P<city>(?:tp\.?\s?)?)(?P<place>.+)")


_WORD = re.compile(r"\S+")
_TIE = re.compile(r"\s?[-–]\s?")
#: words of a place beside its name
_PLACE_WORDS = frozenset(("tinh", "thanh", "pho", "tp"))


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a letterhead and where they stand."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organ that issued a document (cơ quan ban hành) and the province it belongs to."""

    name: str
    jurisdiction: str | None
    span: Span | None = None


def organs_of(lines: Sequence[Line]) -> list[Line]:
    """The organs that the lines of a letterhead name, the superior one first."""
    organs: list[Line] = []
    for line in lines:
        words = line.words.strip(" *|.•,").lstrip("-– ")
        for part in _parted(Line(words, line.span)) if words else ():
            _add_organ(organs, part)
    return organs


def _add_organ(organs: list[Line], line: Line) -> None:
    """Add a line of a letterhead, or join it to the one above that it goes on with."""
    if organs and (goes_on_with_organ(line.words) or _is_one(organs[-1].words, line.words)):
        above = organs.pop()
        line = Line(f"{above.words} {line.words}", Span(above.span.start, line.span.end))
    if not organs or fold(organs[-1].words) != fold(line.words):
        organs.append(line)


def _parted(line: Line) -> list[Line]:
    """A line that names an organ and one under it: a known name, then one that begins an organ.

    The known name is the longest that a province ends ("… THÀNH PHỐ HẢI PHÒNG"), else the shortest.
    """
    if by_name(line.words) is not None:
        return [line]
    cuts: list[tuple[bool, int]] = []
    for word in list(_WORD.finditer(line.words))[1:]:
        above, below = line.words[: word.start()].rstrip(), line.words[word.start() :]
        tied = above.endswith(("-", "–", ",", "&")) or above.lower().endswith(" và")
        whole = below[0].isalpha() and " " in below
        if tied or not whole or not (may_begin_organ(below) or by_name(below)):
            continue
        if (found := by_name(above)) is not None:
            in_province = found[1] in every_province()
            cuts.append((in_province, word.start() if in_province else -word.start()))
    if not cuts:
        return [line]
    at, start = abs(max(cuts)[1]), line.span.start
    first = line.words[:at].rstrip()
    return [
        Line(first, Span(start, start + len(first))),
        Line(line.words[at:], Span(start + at, line.span.end)),
    ]


def _is_one(above: str, words: str) -> bool:
    """Whether two lines name one organ: the first is not whole, or the second begins none."""
    if above.endswith(("-", "–")):
        return by_name(above.rstrip(" -–")) is None  # a stray dash behind a whole name
    if is_open_organ(above):
        return True
    if by_name(above) is None and by_name(f"{above} {words}") is not None:
        return True
    if by_name(words) is not None:
        return False
    named = may_begin_organ(above) or by_name(above) is not None
    return by_name(f"{above} {words}") is not None or (named and not may_begin_organ(words))


def is_organ(words: str) -> bool:
    """Whether a line by itself names an organ: a known one, or as an organ's name begins."""
    return by_name(words) is not None or begins_organ(words)


def read_issuer(
    organs: Sequence[Line], place: str | None, symbol: str | None, content: str
) -> Issuer | None:
    """The issuer that a letterhead names; its place is that of the superior organ or dateline."""
    if not organs:
        return None
    own = organs[-1]
    found = by_name(own.words)
    if found is None:
        told = _told_by_symbol(own, organs, place, symbol)
        if told is not None:
            return told
    home = _home(organs, place)
    if found is None:
        above = by_name(organs[0].words) if len(organs) > 1 else None
        national = above is not None and above[0].scope in ("national", "party")
        return Issuer(cased(own.words, content, marks=True), None if national else home, own.span)
    return _named(own, found, home, content)


def read_joint_issuer(organs: Sequence[Line], place: str | None, content: str) -> Issuer | None:
    """The organs that issue together (liên tịch): each is known, and none stands above another."""
    if len(organs) == 1:
        organs = _tied(organs[0])
    found = [by_name(organ.words) for organ in organs]
    known = [(organ, named) for organ, named in zip(organs, found, strict=True) if named]
    ids = {named[0].id for _, named in known}
    if len(organs) < 2 or len(known) < len(organs):
        return None
    if any(named[0].parent in ids for _, named in known):
        return None
    home = _home(organs, place)
    issuers = [_named(organ, named, home, content) for organ, named in known]
    span = Span(organs[0].span.start, organs[-1].span.end)
    name = " - ".join(issuer.name for issuer in issuers)
    return Issuer(name, issuers[0].jurisdiction, span)


def _tied(line: Line) -> list[Line]:
    """The organs that a line ties with dashes, some with a dash in their own names."""
    organs: list[Line] = []
    start = 0
    for tie in (*_TIE.finditer(line.words), None):
        words = line.words[start : tie.start() if tie else None]
        if by_name(words) is not None or tie is None:
            at = line.span.start + start
            organs.append(Line(words, Span(at, at + len(words))))
            start = tie.end() if tie else start
    return organs


def issuer_of(words: str, place: str | None, span: Span, content: str) -> Issuer | None:
    """The issuer that running words name ("Bộ trưởng Bộ Y tế"); None when no organ is known."""
    found = by_name(words)
    if found is not None and found[0].scope == "district":
        found = by_name(mended(words, content)) or found
    if found is None:
        return None
    authority, slug = found
    if authority.scope == "province":
        home = slug or (province_of(place) if place else None)
        return Issuer(unit_name(authority, home), home, span)
    if authority.scope in ("national", "party"):
        names = (authority.name, *authority.aliases)  # an older one as it is printed
        return Issuer(next((n for n in names if fold(n) == fold(words)), names[0]), None, span)
    return Issuer(words, province_of(place) if place else None, span)


def unlisted_issuer(organ: Line, place: str | None) -> Issuer:
    """An organ that no list knows, by its own words and the place they end with."""
    return Issuer(organ.words, _home([organ], place), organ.span)


def mended(words: str, content: str) -> str:
    """The words with a misread city put right: one letter off the one province the text names."""
    head, _, name = words.rpartition("thành phố ")
    near = [
        row.name
        for row in provinces().values()
        if row.city and one_off(fold(name), fold(row.name)) and row.name in content
    ]
    return f"{head}thành phố {near[0]}" if len(near) == 1 else words


def _named(
    own: Line, found: tuple[Authority, str | None], home: str | None, content: str
) -> Issuer:
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
    at = folded.find(fold(authority.name))
    return f"{_position(words[:at].strip())} {name}" if at > 0 else cased(words, content)


def _position(words: str) -> str:
    """A position before an organ's name, with the marks that it has ("CHU TICH": Chủ tịch)."""
    written = cased(words)
    for title in head_titles():
        written = mend(written, title, first=True)
    return written


def _home(organs: Sequence[Line], place: str | None) -> str | None:
    """The province that the organs, else the dateline, name."""
    for organ in organs:
        found = by_name(organ.words)
        if found and found[1] and "/" not in found[1] and province_of(found[1].replace("-", " ")):
            return found[1]
        if found and found[1] is None:
            continue  # "ĐOÀN TNCS HỒ CHÍ MINH" is of no city
        words = organ.words.split(" ")
        for start in range(len(words) - 1):
            slug = province_of(" ".join(words[start:]))
            if slug:
                return slug
    return province_of(place) if place else None


def _told_by_symbol(
    own: Line, organs: Sequence[Line], place: str | None, symbol: str | None
) -> Issuer | None:
    """The organ of the symbol, where the letterhead's own words are damaged but agree with it."""
    parts = read_symbol(symbol) if symbol else None
    if parts is None or parts.organ is None:
        return None
    words, wanted = set(fold(own.words).split()), set(fold(parts.organ.name).split())
    home = set(fold(place).split()) if place and province_of(place) else set()
    extra = words - wanted - _PLACE_WORDS - home
    if len(extra) >= len(wanted):
        return None  # another organ altogether: BỘ TƯ LỆNH QUÂN KHU 9
    begun = is_open_organ(own.words) and fold(parts.organ.name).startswith(fold(own.words))
    if len(words & wanted) * 2 < len(wanted) and not begun:
        return None
    province = _home(organs, place) if parts.organ.scope == "province" else None
    name = unit_name(parts.organ, province)
    head = "Chủ tịch " if parts.code.startswith("CT") and "chu tich" in fold(own.words) else ""
    return Issuer(head + name, province, own.span)
