"""The readable ids of documents and tasks: ``vn/ttg/qd/2018/996``, ``…/nv/ii-2-d``.

A document is its issuer, kind, year and number. Where kinds run two series of numbers in one year,
with the year in the number and without (05/2026/QĐ-UBND, 5/QĐ-UBND), the printed year stays in the
last segment, so that the two never meet. What is not known is "-": a stub without year.
"""

import hashlib
import re
from functools import cache, lru_cache

from graph.vocabulary import DocumentTypeRow, Trait, document_types, every_province
from graph.words.authorities import UNNAMED, Authority, begins_with, by_name, by_symbol, unit_id
from graph.words.folding import slug
from graph.words.law_titles import spell_out_title
from graph.words.places import ending_place, nameless_place
from graph.words.symbols import Symbol, is_assembly, kinds_of, read_symbol
from graph.words.unit_words import begins_organ, is_nationwide, is_of_party

#: kinds that also number their documents without a year
_TWO_SERIES = ("qd", "nq", "ct", "qyd")
_LETTER = "cv"
#: organs whose symbol nobody else writes: words beside it that name another are a misprint
_ALONE = ("cp", "ttg")
#: the rank of what courts and procuracies issue, each kind of case numbered for itself
_COURT = "court"
#: the stage of a trial, where other symbols have an organ (DS-ST, HSPT)
_TRIAL = re.compile(r"(?:ST|PT|GĐT)$")
#: the term of a council at the end of its symbol (NQ.HĐND.K7, NQ-HĐND.VII): the year says it too
_TERM = re.compile(r"K?\d{1,2}|[IVX]+")
#: words of the name of a province at most
_PLACE_WORDS = 4
#: how the codes of central Party bodies end that no list knows
_CENTRAL = "tw"


def document_id(
    *,
    type: str | None,
    number: str | None,
    symbol: str | None,
    year: int | None,
    issuer: str | None = None,
    home: str | None = None,
    title: str | None = None,
    stranger: str = "",
) -> str:
    """The id of a document from what is printed of it.

    ``issuer``: words such as "Bộ trưởng Bộ Công an"; ``home``: the province of the document that
    names it; ``title`` identifies what has no number; ``stranger`` stands for a province nobody
    names, so that documents of two unknown provinces never become one.
    """
    if place := _place_of_office(issuer):
        home = place if "/" in place else f"{home or stranger or UNNAMED}/{place}"
    organ = issuer_path(issuer, symbol, home, stranger) or "vn/-"
    parts = read_symbol(symbol) if symbol else None
    untyped_law = type is None and organ == "vn/qh"  # "thuế GTGT số 13/2008/QH12"
    kind = "luat" if untyped_law else type_slug(type, parts)
    organ = sole_issuer(kind, number) or organ
    if kind == "nd" and parts and parts.organ and parts.organ.id == "cp":
        organ = "vn/cp"  # "Nghị định số 73/CP của Thủ tướng" is a misprint
    year = _year_of(number) or year
    return f"{organ}/{kind}/{year or '-'}/{_last(number, kind, parts, title)}"


def law_id(name: str, year: int | None) -> str:
    """The id of a law named by its title: ``vn/qh/luat/-/do-luong``."""
    name = spell_out_title(name)
    row = _row_of(name) or _row_of("Luật")
    issuer = (row and row.issuer) or "vn/qh"
    kind = row.slug if row else "luat"
    title = slug(name[len(row.name) :] if row and _begins(name, row.name) else name)
    title = re.sub(r"-(?:19|20)\d\d$", "", title)
    return f"{issuer}/{kind}/{year or '-'}/{title or '-'}"


def task_id(document: str, path: str, ordinal: int = 1) -> str:
    """The id of a task within its document; ``ordinal`` counts tasks of one path from 1."""
    letters = path.replace("đ", "dd").replace("Đ", "DD")  # points d and đ are two
    return f"{document}/nv/{slug(letters) or '-'}" + (f"~{ordinal}" if ordinal > 1 else "")


def issuer_path(
    issuer: str | None, symbol: str | None, home: str | None, stranger: str = ""
) -> str | None:
    """The unit id of who issued it: by the words, else by the symbol; None when nobody is named.

    Words that do not begin as an organ's name does are no organ (TỜ KHAI, DỰ THẢO).
    """
    parts = read_symbol(symbol) if symbol else None
    named = by_name(issuer) if issuer else None
    issuer = None if issuer and named is None and issuer.lower().startswith("liên ") else issuer
    if symbol and is_assembly(symbol):
        return "vn/ubtvqh" if "UBTVQH" in symbol else "vn/qh"
    if parts and parts.abbreviation and parts.organ and parts.organ.id in _ALONE:
        named = None  # a misprint: nobody else issues a NĐ-CP
    if issuer and named is None and nameless_place(issuer):
        return f"vn/{home or stranger or '-'}/{slug(issuer)}"  # a district's, not the province's
    ministry = parts is not None and parts.organ is not None and parts.organ.scope == "national"
    if issuer and named is None and ministry and (is_of_party(issuer) or _is_local(issuer)):
        return f"vn/{home or stranger or '-'}/{slug(issuer)}"  # BTC, VKS are none of the country
    if issuer and named is None and _of_unknown_place(issuer):
        return f"vn/{slug(issuer)}"
    authority, place = named if named else (parts.organ if parts else None, None)
    if named is None and authority is not None and authority.shared:
        authority = None  # one of many that write this symbol
    if authority is not None:
        home = home if named else home_of(parts, home)
        return _path(authority, place, home or stranger or None)
    if issuer and is_nationwide(issuer):
        return f"vn/{slug(issuer)}"
    code = slug(parts.code) if parts and parts.code else ""
    if issuer and begins_organ(issuer) and (not code or _TRIAL.search(symbol or "")):
        code = slug(issuer)
    if not code:
        return None
    place = None if code.endswith(_CENTRAL) else home or stranger
    return f"vn/{place}/{code}" if place else f"vn/{code}"


def home_of(symbol: Symbol | None, home: str | None) -> str | None:
    """The province of the organ that a symbol says: none where a ministry signs beside it.

    NQLT-HPN-BCA is of the Hội Liên hiệp Phụ nữ and the Bộ Công an, wherever it is cited.
    """
    if symbol is None or not any(Trait.JOINT in row.traits for row in kinds_of(symbol)):
        return home
    others = (by_symbol(part) for part in re.split(r"[-./]", symbol.rest))
    ministry = any(o and o.scope == "national" and o.name.startswith("Bộ ") for o in others)
    return None if ministry else home


def _place_of_office(issuer: str | None) -> str | None:
    """The district or commune of an office that no list knows (Phòng Nội vụ huyện Ba Tri)."""
    said = ending_place(issuer) if issuer and by_name(issuer) is None else None
    return said[1] if said and said[1] not in every_province() else None


def _is_local(issuer: str) -> bool:
    """Whether an unlisted organ is of a kind that provinces have, with a number behind its name:
    "Viện kiểm sát nhân dân khu vực 5"."""
    found = begins_with(issuer)
    return found is not None and found[0].scope == "province" and issuer[-1:].isdecimal()


def _of_unknown_place(issuer: str) -> bool:
    """Whether an organ's name goes on, after "tỉnh", with a place that no list knows."""
    found = begins_with(issuer)
    if found is None or not issuer[: found[2]].endswith(("tỉnh", "TỈNH")):
        return False
    rest = issuer[found[2] :].split()
    return 0 < len(rest) <= _PLACE_WORDS and all(word[0].isupper() for word in rest)


def type_slug(type: str | None, symbol: Symbol | None) -> str:
    """The segment for the kind: by the symbol; the words decide where it may say several."""
    words = _row_of(type) if type else None
    if words and words.rank == _COURT:
        return words.slug
    kinds = kinds_of(symbol) if symbol else ()
    if kinds:
        return words.slug if words in kinds and words else kinds[0].slug
    return words.slug if words else _LETTER


def sole_issuer(kind: str, number: str | None) -> str | None:
    """The organ that alone issues the kind of a slug, whatever its symbol says (NĐ-CE: NĐ-CP).

    Some kinds are one organ's only since their numbers say the year.
    """
    row = next((row for row in document_types() if row.slug == kind), None)
    if row is None:
        return None
    return row.issuer or (row.issuer_by_year if _year_of(number) else None)


def _path(authority: Authority, place: str | None, home: str | None) -> str:
    known = unit_id(authority, place, home or (UNNAMED if place else None))
    return known or f"vn/{UNNAMED}/{authority.id}"


@lru_cache(maxsize=1024)
def _row_of(type: str) -> DocumentTypeRow | None:
    wanted = slug(type)
    named = _rows_by_slug().get(wanted)
    return named or next((row for s, row in _slugs() if f"{wanted}-".startswith(f"{s}-")), None)


@cache
def _slugs() -> tuple[tuple[str, DocumentTypeRow], ...]:
    return tuple((slug(row.name), row) for row in document_types())


@cache
def _rows_by_slug() -> dict[str, DocumentTypeRow]:
    """The slug of every name and alias → its row; the first row of a name wins."""
    named = [(slug(n), row) for row in document_types() for n in (row.name, *row.aliases)]
    return dict(reversed(named))


@cache
def _begins(text: str, name: str) -> bool:
    return f"{slug(text)}-".startswith(f"{slug(name)}-")


def _last(number: str | None, kind: str, symbol: Symbol | None, title: str | None) -> str:
    if not number:
        mark = hashlib.sha256(slug(title or "").encode()).hexdigest()[:8]
        return f"-{mark}"
    year = _year_of(number)
    last = _digits(number) + (f"-{year}" if year and kind in _TWO_SERIES else "")
    if symbol and symbol.rest and not symbol.letter and kind in _TWO_SERIES:
        last += "" if kind == "nq" and _TERM.fullmatch(symbol.rest) else f"-{slug(symbol.rest)}"
    if symbol and kind in _court_slugs():
        last += f"-{slug(symbol.code + symbol.rest)}"  # 5/2018/DS-ST and 5/2018/HS-ST are two
    return last


@cache
def _court_slugs() -> frozenset[str]:
    return frozenset(row.slug for row in document_types() if row.rank == _COURT)


def _year_of(number: str | None) -> int | None:
    _, slash, year = (number or "").rpartition("/")
    return int(year) if slash and len(year) == 4 and year.isdecimal() else None


def _digits(number: str) -> str:
    return number.split("/")[0].lower().lstrip("0") or "0"
