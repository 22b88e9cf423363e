"""Search in Neo4j: known short names and exact numbers first, then all words.

The order is told by the graph alone, so that it is the same on every engine.
"""

from collections.abc import Sequence

from graph.engine.decoding import shown_nodes
from graph.engine.searchable import asked_numbers, bare_words
from graph.engine.snippet import snippet
from graph.model import Hit, NodeKind
from graph.neo4j import cypher_search as cypher
from graph.neo4j.connection import Work, rows
from graph.neo4j.rows import bounded
from graph.words.folding import words

EXACT = 500


def search(
    work: Work, text: str, kinds: Sequence[NodeKind], limit: int, offset: int, snippets: bool
) -> list[Hit]:
    """Nodes for a query as a person types it, with or without diacritics (tìm kiếm)."""
    asked = words(text)
    if not asked or limit <= 0:
        return []
    wanted, most = [kind.value for kind in kinds or tuple(NodeKind)], offset + limit
    ((exact, named),) = rows(
        work, cypher.NAMES, alias=bounded("alias:" + " ".join(asked)), numbers=asked_numbers(text),
        numbered=_held(bare_words(text)), named=_held(asked), names=_query(asked, "words"),
        kinds=wanted, exact=EXACT, limit=most,
    )  # fmt: skip
    ids = exact + named
    # the texts are not looked into while there are names enough
    if len(ids) < most:
        query = _query(asked, "words", "body")
        ((more,),) = rows(
            work, cypher.TEXTS, query=query, kinds=wanted, but=ids, limit=most - len(ids)
        )
        ids += more
    return _hits(work, ids[offset:most], asked if snippets else ())


def _held(asked: Sequence[str]) -> list[str]:
    """What a name between blanks must hold: whole words, and how the last one begins."""
    *whole, last = asked
    return [f" {word} " for word in whole] + [f" {last}"]


def _query(asked: Sequence[str], *fields: str) -> str:
    """All words in one of the fields, the last as far as it is typed, in Lucene's language; words
    are letters and digits in lower case, so nothing in them is an operator."""
    *whole, last = asked
    return " ".join(
        f"+({' '.join(f'{field}:{word}' for field in fields)})" for word in (*whole, f"{last}*")
    )


def _hits(work: Work, ids: Sequence[str], asked: Sequence[str]) -> list[Hit]:
    """The nodes, with the words asked for where they stand; without such words the nodes alone."""
    ((found,),) = rows(work, cypher.HITS if asked else cypher.NODES, ids=ids)
    texts = {row[0]: row[4] for row in found}
    nodes = {node.id: node for node in shown_nodes(found)}
    return [Hit(nodes[id], snippet(nodes[id], texts[id], asked) if asked else "") for id in ids]
