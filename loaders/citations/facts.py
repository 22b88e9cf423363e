"""What is known of a document when others ask: the value of an offer, and who issued it."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from graph.ids import home_of, issuer_path, sole_issuer, type_slug
from graph.vocabulary import every_province
from graph.words.authorities import Authority, by_id, by_name, by_symbol, unit_id
from graph.words.symbols import read_symbol
from loaders.mentions import Citation, Header

#: the strongest relation of several mentions counts for the document: what it does to a basis first
_STRENGTH = (
    "amends", "replaces", "repeals", "corrects", "suspends", "based_on", "consolidates",
    "implements", "requested_by", "cites",
)  # fmt: skip
#: names that say province or city themselves: "Tỉnh ủy An Giang"
_ENOUGH = ("tỉnh ủy", "thành ủy", "tỉnh đoàn", "thành đoàn")
_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_LAWS = {"Pháp lệnh": "Ủy ban Thường vụ Quốc hội"}


class Facts(NamedTuple):
    """A document as one document can tell another (điều một văn bản cho biết về văn bản khác)."""

    id: str
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    name: str | None = None

    def value(self) -> str:
        """The facts as the value of an offer: compact JSON, the same for the same facts."""
        known = {key: said for key, said in self._asdict().items() if said is not None}
        return _COMPACT.encode(known)

    @classmethod
    def parse(cls, value: str) -> "Facts":
        """The facts of an offer's value."""
        return cls(**json.loads(value))


class Issuer(NamedTuple):
    """Who issued a document: as words with their jurisdiction, and as a unit id."""

    issuer: str | None
    organ_id: str | None


def strongest(mentions: Sequence[Citation]) -> str:
    """The strongest relation that this document itself has to another."""
    said = {c.relation for c in mentions if c.subject is None}
    return next((relation for relation in _STRENGTH if relation in said), "cites")


def issuer_of(mentions: Sequence[Citation], words: str | None, home: str | None) -> Issuer:
    """Who issued the document of these mentions: by the words, else by the symbol."""
    symbol = next((c.symbol for c in mentions if c.symbol), None)
    if symbol is None:
        kind = next((c.type for c in mentions if c.type), None) or ""
        titled = any(c.name for c in mentions)  # a number alone does not say whose it is
        return Issuer(words or (_LAWS.get(kind, "Quốc hội") if titled else None), None)
    named = words or _name_by_symbol(symbol)
    if sole := _sole_issuer(mentions, symbol):
        return Issuer(named or sole.name, unit_id(sole, None, None))
    told = home if words else home_of(read_symbol(symbol), home)
    return Issuer(with_place(named, told), issuer_path(words, symbol, home))


def _sole_issuer(mentions: Sequence[Citation], symbol: str) -> Authority | None:
    """The organ that alone numbers such documents, where the symbol's is not known (NĐ-CE)."""
    parts = read_symbol(symbol)
    kind = type_slug(next((c.type for c in mentions if c.type), None), parts)
    sole = sole_issuer(kind, next((c.number for c in mentions if c.number), None))
    return by_id(sole) if sole and parts.organ is None else None


def _name_by_symbol(symbol: str) -> str | None:
    parts = read_symbol(symbol)
    organ = parts.organ or by_symbol(symbol)
    return organ.name if organ else None


def with_place(name: str | None, home: str | None) -> str | None:
    """An issuer with its province: "Ủy ban nhân dân Thành phố" in Hồ Chí Minh City, named whole."""
    found = by_name(name) if name else None
    if name is None or found is None or home is None or home not in every_province():
        return name
    authority, place = found
    if place is not None or authority.scope != "province" or unit_id(authority, None, home) is None:
        return name
    row = every_province()[home]
    kind = "Thành phố" if row.city else "tỉnh"
    words = name.split()
    if " ".join(words[-2:]).lower() in _ENOUGH:
        return f"{name} {row.name}"
    for tail in (("thành", "phố"), ("tỉnh",)):
        if tuple(w.lower() for w in words[-len(tail) :]) == tail:
            return f"{name} {row.name}"
    return f"{name} {kind} {row.name}"


def only_province(header: Header, citations: Sequence[Citation]) -> str | None:
    """The one province that issuers in a text without letterhead name (tin bài)."""
    if header.issuer is not None:
        return None
    named = (by_name(c.issuer) for c in citations if c.issuer)
    places = {f[1].split("/")[0] for f in named if f and f[1] and f[0].scope == "province"}
    return places.pop() if len(places) == 1 else None
