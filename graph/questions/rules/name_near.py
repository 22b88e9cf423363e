"""``name.near``: two documents of one number and year whose symbols differ by a slip."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, zip_longest

from graph.model import Node
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import NAMED, Batch
from graph.words.authorities import by_symbol
from graph.words.folding import fold

#: what parts a symbol
_PART = re.compile(r"[-–/ ]")
#: characters that scanned and typed texts take for one another
CONFUSABLE = str.maketrans({"0": "o", "1": "i", "l": "i"})


def near_symbols(batch: Batch) -> Iterator[Finding]:
    """SKHCN and SKHCCN; the pair is told by the document whose id comes first."""
    keys = {key for node in batch.documents.values() if (key := _key(node))}
    for number, year in sorted(keys):
        alike = [node for node in batch.store.numbered(number, year) if _key(node)]
        for one, other in _alike(alike):
            if one.id in batch.documents and _is_slip(one, other):
                pair = [one.id, other.id]
                claims = batch.store.claims(pair, most=NAMED)
                witnesses = [by for id in pair for by, _ in claims.get(id, ())[:NAMED]]
                proof = batch.naming(pair, witnesses)
                yield finding("name.near", one.id, [one, other], proof,
                              one=short(one), other=short(other))  # fmt: skip


def _alike(nodes: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Pairs whose symbols share a form with one letter less, without comparing each with each."""
    by_form: dict[str, list[Node]] = {}
    for node in nodes:
        symbol = fold(str(node.properties["symbol"])).translate(CONFUSABLE)
        for form in {symbol, *_shortened(symbol)}:
            by_form.setdefault(form, []).append(node)
    pairs = {
        (one.id, other.id): (one, other)
        for sharing in by_form.values()
        for one, other in combinations(sharing, 2)
    }
    return [pairs[ids] for ids in sorted(pairs)]


def _key(node: Node) -> tuple[str, str] | None:
    """Number and year; None when one of them, or the symbol, is not known."""
    number, year = node.properties.get("number"), node.properties.get("year")
    return (str(number), str(year)) if number and year and node.properties.get("symbol") else None


def _is_slip(one: Node, other: Node) -> bool:
    days = {
        str(node.properties["issued"]) for node in (one, other) if node.properties.get("issued")
    }
    written = [str(node.properties["symbol"]) for node in (one, other)]
    symbols = [fold(symbol) for symbol in written]
    slip = len(days) < 2 and symbols[0] != symbols[1] and _nearly(*symbols)
    return slip and not _are_organs(*written)


def _are_organs(one: str, other: str) -> bool:
    """Whether the parts that differ are the symbols of two organs: CT and TCT."""
    parts = zip_longest(_PART.split(one), _PART.split(other), fillvalue="")
    differing = [pair for pair in parts if fold(pair[0]) != fold(pair[1])]
    organs = [{organ.id if (organ := by_symbol(p)) else "" for p in pair} for pair in differing]
    return all(len(pair) > 1 and "" not in pair for pair in organs)


def _nearly(one: str, other: str) -> bool:
    """Whether one is the other with a letter too many, or with letters that look alike.

    A letter in place of another does not count: BTC and BTP are two ministries.
    """
    if one.translate(CONFUSABLE) == other.translate(CONFUSABLE):
        return True
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and short in _shortened(long)


def _shortened(text: str) -> Iterable[str]:
    return {text[:place] + text[place + 1 :] for place in range(len(text))}
