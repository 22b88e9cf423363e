"""``name.titles``: one document whose title is told in words that differ a little (trích yếu)."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.words.folding import fold, words

#: words of a title that tell enough, and those that may differ
FEWEST, MOST = 10, 3
#: ways of telling a title that are compared
WAYS = 6
WORD = re.compile(r"\w+")
#: where a title begins to tell of other documents, each in its own way of writing days
FOREIGN = re.compile(r"[,\s]+(?:số \d|ngày \d|(?:đã )?được sửa đổi|và các văn bản|[-–] )")
#: words that say nothing of their own
GLUE = frozenset({"ve", "so", "viec"})


def differing_titles(batch: Batch) -> Iterator[Finding]:
    """Titles are cut anywhere when they are cited, so only their common part is compared."""
    for id, node in batch.documents.items():
        told: dict[tuple[str, ...], tuple[str, str]] = {}
        own = [(id, node)] if node.properties.get("status") == "loaded" else []
        for who, claim in (*batch.claims.get(id, ()), *own):
            title = FOREIGN.split(str(claim.properties.get("title") or ""))[0]
            if len(words(title)) >= FEWEST:
                told.setdefault(tuple(words(title)), (who, title))
        for one, other in combinations(sorted(told)[:WAYS], 2):
            if differ := _slip(told[one][1], told[other][1]):
                whos = [told[one][0], told[other][0]]
                nodes = [node, *batch.nodes({*whos} - {id}).values()]
                yield finding(
                    "name.titles", id, nodes, batch.naming([id], whos), text=short(node),
                    one=told[one][1], other=told[other][1], words=differ,
                )  # fmt: skip
                break


def _slip(one: str, other: str) -> str | None:
    """The words that one title has and the other has not; None unless they are few.

    What either has more at its beginning ("về việc") or at its end is not told.
    """
    here, there = (
        [word for word in WORD.findall(title) if fold(word) not in GLUE] for title in (one, other)
    )
    one_folded, other_folded = ([fold(word) for word in side] for side in (here, there))
    blocks = SequenceMatcher(None, one_folded, other_folded, autojunk=False).get_opcodes()
    inner = [place for place, block in enumerate(blocks) if block[0] == "equal"]
    if not inner:
        return None
    changed = [b for b in blocks[inner[0] : inner[-1]] if b[0] != "equal"]
    ends = [b for b in (*blocks[: inner[0]], *blocks[inner[-1] + 1 :]) if b[0] == "replace"]
    differ = [" ".join((*here[a:b], *there[c:d])) for _, a, b, c, d in changed]
    few = 0 < sum(len(words.split()) for words in differ) <= MOST
    return ", ".join(differ) if few and not ends else None
