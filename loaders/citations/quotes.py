"""Which words prove a citation: its clause, and where that is far from its cue, the cue too.

"Thực hiện Quyết định A …; Quyết định B …": B is proved by its own clause and by the opening of the
sentence, which says that it is carried out. A quote never begins or ends inside a word.
"""

import re

from loaders.layout.letters import LOWER, UPPER
from loaders.mentions import Citation, Span
from loaders.text import Text

#: characters of a sentence that are quoted whole, of a clause, and of an opening
WHOLE, CLAUSE, OPENING = 420, 320, 90
#: a sentence ends after a word or figure in lower case, before a capital
_SENTENCE = re.compile(rf"[.!?](?<=[{LOWER}0-9)”\"][.!?])\s+(?=[“\"(]?[{UPPER}])")


def quoted(text: Text, citation: Citation) -> tuple[Span, ...]:
    """The spans that prove it: one where the sentence is short, else its opening and the clause."""
    block = text.block_at(citation.span.start)
    if block is None:
        return (citation.span,)
    content, span = text.content, citation.span
    end = max(block.end, span.end)
    start = block.start
    for stop in _SENTENCE.finditer(content, max(start, span.start - 4000), span.start):
        start = stop.end()
    closing = _SENTENCE.search(content, span.end, end)
    finish = closing.start() + 1 if closing else end
    if finish - start <= WHOLE:
        return (Span(start, finish),)
    clause = _clause(content, span, start, finish)
    opening = Span(start, _word_end(content, start + OPENING, finish))
    if clause.start <= opening.end + 1:
        return (Span(start, clause.end),)
    return (clause,) if citation.relation == "cites" else (opening, clause)


def _clause(content: str, span: Span, start: int, finish: int) -> Span:
    """From the semicolon before the citation to the one after it, cut at words when too long."""
    first = content.rfind(";", start, span.start) + 1 or start
    while first < span.start and content[first].isspace():
        first += 1
    if span.start - first > CLAUSE:
        first = content.find(" ", span.start - CLAUSE, span.start) + 1 or span.start
    last = content.find(";", span.end, finish)
    last = finish if last < 0 else last + 1
    return Span(first, _word_end(content, min(last, span.end + CLAUSE), last))


def _word_end(content: str, at: int, limit: int) -> int:
    """The end of the word that stands at ``at``."""
    while at < limit and not content[at].isspace():
        at += 1
    return min(at, limit)
