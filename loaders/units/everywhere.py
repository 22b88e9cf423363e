"""What a norm of the country names without a place: every province has one (Sở Tài chính).

A decree that lays something on "Sở Tài chính" means that of each province, and by "Văn phòng đăng
ký đất đai" a kind of unit, not a division of the organ that speaks.
"""

from functools import cache

from graph.vocabulary import Trait, document_types, every_province, types_with
from graph.words.authorities import Authority
from graph.words.folding import fold, slug
from loaders.units.scope import Identity, Scope


def lays_down_for_all(type: str | None, title: str | None) -> bool:
    """Whether a national document of this type is a norm, and its title names no province."""
    words = f" {fold(title or '')} "
    return type in _norms() and not any(place in words for place in _places())


def in_every_province(authority: Authority, named: str | None, scope: Scope) -> Identity | None:
    """The departments of all provinces, where a norm names one of them without its place."""
    if not scope.everywhere or named or authority.scope != "province":
        return None
    if authority.level != "department":
        return None  # "Ủy ban nhân dân": of which level?
    return every_province_has(authority)


def every_province_has(authority: Authority) -> Identity:
    """The organs of this row in all provinces, together."""
    label = f"{authority.name.removesuffix(' tỉnh')} các tỉnh, thành phố"
    return Identity(f"vn/{slug(label)}", label, collective=True)


def kind_of_unit(name: str, head: str, scope: Scope) -> Identity | None:
    """A kind of unit that a norm names in small letters: "Văn phòng đăng ký đất đai"."""
    rest = name[len(head) :].strip()
    if not scope.everywhere or not rest[:1].islower():
        return None
    return Identity(f"vn/{slug(name)}", name[:1].upper() + name[1:], collective=True)


@cache
def _norms() -> frozenset[str]:
    laws = (row.name for row in document_types() if row.rank == "law")
    return frozenset(laws) | types_with(Trait.GENERAL)


@cache
def _places() -> tuple[str, ...]:
    return tuple(f" {fold(place.name)} " for place in every_province().values())
