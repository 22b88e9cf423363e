"""What keeps mentions of one number apart: kind, then province (cùng số, khác văn bản)."""

from collections.abc import Iterator, Sequence

from graph.words.authorities import by_name, unit_id
from graph.words.folding import fold
from graph.words.places import nameless_place
from graph.words.symbols import kinds_of, read_symbol
from loaders.mentions import Citation


def told_apart(
    citations: Sequence[Citation], indices: Sequence[int], home: str | None
) -> Iterator[list[int]]:
    """Mentions of one number and symbol by what their words tell apart: kind, then province."""
    if len(indices) == 1:
        yield [*indices]
        return
    for kind in _parted(indices, [_kind(citations[index]) for index in indices], None):
        places = [_place(citations[index], home) for index in kind]
        yield from _parted(kind, places, f"vn/{home}/" if home else None)


def _parted(
    indices: Sequence[int], told: Sequence[str | None], default: str | None
) -> Iterator[list[int]]:
    """The indices by what is told of each; those of which nothing is told go with the only part.

    Of several parts they go with the ``default`` one, else they are a part of their own.
    """
    parts: dict[str, list[int]] = {}
    silent: list[int] = []
    for index, part in zip(indices, told, strict=True):
        (parts.setdefault(part, []) if part else silent).append(index)
    chosen = list(parts) if len(parts) < 2 else [p for p in parts if default and default in p]
    if len(chosen) == 1:
        parts[chosen[0]] += silent
    elif silent:
        yield silent
    yield from (sorted(members) for members in parts.values())


def _kind(citation: Citation) -> str | None:
    """The kind where the words decide between those of the symbol (Quy định 37-QĐ/TW)."""
    symbol = read_symbol(citation.symbol) if citation.symbol else None
    kinds = kinds_of(symbol) if symbol else ()
    decided = len(kinds) > 1 and citation.type in [row.name for row in kinds]
    return citation.type if decided else None


def _place(citation: Citation, home: str | None) -> str | None:
    """The local organ that the words name, with its place; None where they name none."""
    named = by_name(citation.issuer) if citation.issuer and citation.number else None
    if named is None and citation.number and nameless_place(citation.issuer or ""):
        return fold(citation.issuer or "")  # some district's, not the province's
    if named is None or named[0].scope in ("national", "party"):
        return None
    unit = unit_id(named[0], named[1], home)
    return f"{unit}/" if unit else None
