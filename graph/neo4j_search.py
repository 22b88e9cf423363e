"""Search in Neo4j: known short names and exact numbers first, then all words.

The order is told by the graph alone, so that it is the same on every engine.
"""

from collections.abc import Sequence
from typing import Any

from graph import cypher
from graph.folding import words
from graph.model import Hit, NodeKind
from graph.neo4j_connection import Work, rows
from graph.neo4j_rows import bounded
from graph.rows import shown_node
from graph.searchable import asked_numbers, bare_words
from graph.snippet import snippet

EXACT = 500


def search(work: Work, text: str, kinds: Sequence[NodeKind], limit: int, offset: int) -> list[Hit]:
    """Nodes for a query as a person types it, with or without diacritics (tìm kiếm)."""
    asked = words(text)
    if not asked or limit <= 0:
        return []
    wanted = [kind.value for kind in kinds or tuple(NodeKind)]
    found = [*_by_alias(work, asked, wanted), *_by_number(work, text, wanted)]
    exact = list(dict.fromkeys(found))
    ids = exact[offset : offset + limit]
    if len(ids) < limit:
        more = rows(
            work, cypher.BY_WORDS, query=_query(asked), words=_held(asked), kinds=wanted, but=exact,
            offset=max(0, offset - len(exact)), limit=limit - len(ids),
        )  # fmt: skip
        ids += [id for (id,) in more]
    hits = {row[0]: row for row in rows(work, cypher.HITS, ids=ids)}
    return [_hit(hits[id], asked) for id in ids]


def _by_alias(work: Work, asked: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """What loaded documents call by exactly these words ("gọi tắt là …")."""
    key = bounded("alias:" + " ".join(asked))
    return [id for (id,) in rows(work, cypher.BY_ALIAS, key=key, kinds=kinds, limit=EXACT)]


def _by_number(work: Work, text: str, kinds: Sequence[str]) -> list[str]:
    """Documents of a number in the query whose name holds all the other words too."""
    numbers = asked_numbers(text)
    if not numbers:
        return []
    held = _held(bare_words(text))
    found = rows(work, cypher.BY_NUMBER, numbers=numbers, kinds=kinds, words=held, limit=EXACT)
    return [id for (id,) in found]


def _held(asked: Sequence[str]) -> list[str]:
    """What a name between blanks must hold: whole words, and how the last one begins."""
    *whole, last = asked
    return [f" {word} " for word in whole] + [f" {last}"]


def _query(asked: Sequence[str]) -> str:
    """All words, the last as far as it is typed, in Lucene's language; words are letters and
    digits in lower case, so nothing in them is an operator."""
    *whole, last = asked
    return " ".join(f"+(words:{word} body:{word})" for word in (*whole, f"{last}*"))


def _hit(row: Sequence[Any], asked: Sequence[str]) -> Hit:
    found = shown_node(row)
    return Hit(found, snippet(found, row[4], asked))
