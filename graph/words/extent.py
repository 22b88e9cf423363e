"""How much of a document another one ends, by the words that say so (toàn bộ hay một phần).

Only what stands between the beginning of the clause and the document's name counts: "bãi bỏ khoản 2
Điều 5 Quyết định A" is a part, "bãi bỏ Quyết định A" the whole, "Quy chế ban hành kèm theo Quyết
định A" leaves it open. One proof that says part outweighs others that name the whole: a title does
not tell what an article does.
"""

import re
from collections.abc import Iterable
from functools import cache

from graph.labels import symbol_text
from graph.model import Evidence, Node
from graph.vocabulary.cues import kind_names
from graph.vocabulary.validity import except_pattern, extent_pattern, extent_rows
from graph.words.folding import fold
from graph.words.provisions import provision_before

#: where a clause begins; a sentence ends before a capital only, "1. Quyết định" is one clause
_CLAUSE = re.compile(r";|\n|(?<=[^\W\d_])\.\s+(?=[A-ZĐ])")
#: how far after the name an exception may stand
_FAR = 400


def covers_whole(target: Node, proofs: Iterable[Evidence]) -> bool | None:
    """Whether the acts proved by these words end all of ``target``: True, or False for a part of
    it; None where the words do not tell."""
    told = {_whole(target, " ".join(proof.quote.split())) for proof in proofs}
    return False if False in told else True if True in told else None


def _whole(target: Node, quote: str) -> bool | None:
    places = [match.span() for pattern in _named(target) for match in pattern.finditer(fold(quote))]
    if not places:
        return None
    told = [_told(quote, *place) for place in places]
    return False if False in told else told[0]


def _told(quote: str, start: int, end: int) -> bool | None:
    """What the clause around one mention says."""
    begin = max((stop.end() for stop in _CLAUSE.finditer(quote, 0, start)), default=0)
    if except_pattern().search(_CLAUSE.split(quote[end : end + _FAR])[0]):
        return False
    start -= _type_before(quote[begin:start])
    if provision_before(quote, begin, start) is not None:
        return False
    said = list(extent_pattern().finditer(quote, begin, start))
    if not said:
        return True
    # the words next to the name count: "bãi bỏ toàn bộ Quy chế kèm theo" is of the attachment
    extent = extent_rows()[" ".join(said[-1].group().lower().split())].extent
    return {"whole": True, "part": False, "attached": None}[extent]


def _type_before(words: str) -> int:
    """Characters of "Quyết định số " at the end of these words."""
    found = _type_at_end().search(words)
    return len(found.group()) if found else 0


@cache
def _type_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:[Cc]ác\s)?(?:{kind_names()})\s)?(?:(?:số|SỐ|Số)\s?:?\s?)?$")


def _named(target: Node) -> list[re.Pattern[str]]:
    """How the document is called in folded words: its number and symbol, else its name."""
    facts = target.properties
    if facts.get("number") and facts.get("symbol"):
        symbol = re.escape(fold(symbol_text(str(facts["number"]), str(facts["symbol"]))))
        loose = re.sub(r"(\\-|/)", r"\\s?\1\\s?", symbol)
        return [re.compile(rf"(?<![\w/]){re.sub('^0*', '0*', loose)}(?![\w-])")]
    names = {str(facts[name]) for name in ("name", "title") if facts.get(name)} | {target.label}
    return [re.compile(rf"\b{re.escape(fold(name))}\b") for name in sorted(names) if len(name) > 5]
