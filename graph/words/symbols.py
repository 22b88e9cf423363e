"""The parts of a symbol (ký hiệu): which kind of document it says, which organ, what is left.

``QĐ-UBND-HC`` is a Quyết định of UBND with "HC" left; ``CT/TW`` a Chỉ thị of TW; ``SCT-QLCN`` a
letter of SCT (drafted by QLCN); ``HĐBT`` an old symbol of an organ alone (NĐ 30/2020, Phụ lục III).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.vocabulary import DocumentTypeRow, Trait, document_types
from graph.words.authorities import Authority, by_symbol
from graph.words.folding import fold

_SIGNS = re.compile(r"\s*[-–/.]\s*")
_ASSEMBLY = re.compile(r"(?:^|[-/.])(?:QH|UBTVQH)[0-9IlO]{0,3}$")
_COUNCIL = re.compile(r"(?:^|[-/.])HĐNN\d?$")
_THOUSANDS = re.compile(r"\.(?=\d{3}$)")
_ASSEMBLIES = frozenset({"qh", "ubtvqh"})
_PARTY_ORGANS = frozenset({"tw", "tu"})  # central and provincial, with the bodies under them


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart (ký hiệu). ``organ`` is None when the vocabulary does not know it."""

    abbreviation: str | None
    organ: Authority | None
    code: str  # the organ as printed: "UBND", "CTUBND", "SCT"; "" when only the kind is there
    rest: str  # after the organ: "HC", "QLCN"
    party: bool = False

    @property
    def letter(self) -> bool:
        """Whether it has no kind of document: a letter (công văn) or an old symbol."""
        return self.abbreviation is None


def full_number(number: str, year: str | None) -> str:
    """A number without the point of thousands, with its year: "1.234" is 1234 (số văn bản)."""
    return _THOUSANDS.sub("", number) + (f"/{year}" if year else "")


@lru_cache(maxsize=8192)
def read_symbol(symbol: str) -> Symbol:
    """The parts of a printed symbol."""
    abbreviation, parts = _kind(
        [part for part in _SIGNS.split(symbol.strip()) if part], reversed_="/" in symbol
    )
    organ, length = _organ(parts)
    code, rest = "-".join(parts[: length or 1]), "-".join(parts[length or 1 :])
    party = organ is not None and not _PARTY_ORGANS.isdisjoint((organ.id, organ.parent))
    return Symbol(abbreviation, organ, code, rest, party)


def is_assembly(symbol: str) -> bool:
    """Whether it is a symbol of the National Assembly or its Standing Committee (QH15).

    SXD-QH is a letter of another organ.
    """
    if not _ASSEMBLY.search(symbol):
        return False
    organ = read_symbol(symbol).organ
    return organ is None or organ.id in _ASSEMBLIES


def is_legislature(symbol: str) -> bool:
    """Whether a law may have it: the Assembly's, or of when the Council of State gave numbers.

    Luật số 4-HĐNN8, 40-LCT/HĐNN8.
    """
    return is_assembly(symbol) or _COUNCIL.search(symbol) is not None


def kinds_of(symbol: Symbol) -> tuple[DocumentTypeRow, ...]:
    """The kinds of document that its abbreviation may stand for, the likeliest first."""
    return _kinds(symbol.abbreviation, symbol.party) if symbol.abbreviation else ()


@cache
def _kinds(abbreviation: str, party: bool) -> tuple[DocumentTypeRow, ...]:
    in_party = [row for row in document_types() if abbreviation in row.party_abbreviations]
    in_state = [row for row in document_types() if abbreviation in row.abbreviations]
    return tuple(in_state + in_party) if party else tuple(in_state or in_party)


def _kind(parts: list[str], *, reversed_: bool) -> tuple[str | None, list[str]]:
    """The abbreviation that the parts begin with, and the parts after it.

    ``reversed_``: older symbols have it after the organ and a stroke (18-BYT/TT, 59-BYT/QĐ), where
    letters have the unit that drafted them (1406-BYT/TC).
    """
    if len(parts) > 1 and parts[:2] == ["TT", "LB"]:
        return "TT-LB", parts[2:]
    if len(parts) == 2 and reversed_ and parts[1] in _acts() and by_symbol(parts[0]):
        return parts[1], parts[:1]
    first = parts[0] if parts else ""
    known = _abbreviations().get(first) or _folded().get(fold(first))
    if known and (by_symbol(first) is None or _organ(parts[1:])[0] is not None):
        return known, parts[1:]  # "CT-CS" is no Chỉ thị of CS but a letter of CT
    for length in (4, 3, 2):  # written together: QĐUB
        known, after = _abbreviations().get(first[:length]), first[length:]
        if known and len(after) > 1 and by_symbol(first) is None and by_symbol(after):
            return known, [after, *parts[1:]]
    return None, parts


def _organ(parts: list[str]) -> tuple[Authority | None, int]:
    """The organ of the longest run of parts that names one, and how many parts it took."""
    for length in range(min(len(parts), 4), 0, -1):
        found = by_symbol("-".join(parts[:length]))
        if found is not None:
            return found, length
    return None, 0


@cache
def _acts() -> frozenset[str]:
    """The abbreviations of kinds that rule or command, which no unit is called by."""
    told = (row for row in document_types() if {Trait.ACTS, Trait.COMMANDS} & {*row.traits})
    return frozenset(abbreviation for row in told for abbreviation in row.abbreviations)


@cache
def _abbreviations() -> dict[str, str]:
    return {a: a for row in document_types() for a in _printed(row)}


@cache
def _folded() -> dict[str, str]:
    """Folded abbreviation → the only one that folds to it (a scanner loses the stroke of Đ)."""
    groups: dict[str, set[str]] = {}
    for abbreviation in _abbreviations():
        groups.setdefault(fold(abbreviation), set()).add(abbreviation)
    return {key: min(group) for key, group in groups.items() if len(group) == 1}


def _printed(row: DocumentTypeRow) -> Iterator[str]:
    yield from row.abbreviations
    yield from row.party_abbreviations
