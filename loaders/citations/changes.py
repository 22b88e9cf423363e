"""What one citation did to another before it (được sửa đổi, bổ sung bởi …)."""

import re
from collections.abc import Sequence

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import passive_cues, passive_pattern
from loaders.layout.letters import UPPER
from loaders.mentions import Citation

#: how many citations are looked back
MANY = 40
#: what may stand between the members of one list of citations
AND_SO_ON = re.compile(
    r"[\s,;)”\"*]*(?:và|VÀ|hoặc|cùng|cùng với|với)?\s*(?:tại\s)?(?:các\s)?[\s(“\"]*$"
)
#: the end of a sentence
_ENDED = re.compile(rf"\.\s+(?=[{UPPER}])")


def change_said(gap: str, change: str | None) -> str | None:
    """What the citation after ``gap`` did to one before it; a list goes on with ``change``."""
    if ";" in gap:
        return None
    said = passive_pattern().search(gap)
    if said is not None:
        if _ENDED.search(gap, 0, said.start()) or said.group()[:2].istitle():
            return None  # another sentence, or a row of a table ("Được sửa đổi 79/2014/QĐ-UBND")
        return passive_cues()[" ".join(said.group().lower().split())].relation
    return change if AND_SO_ON.fullmatch(gap) else None


def changed_by_last(
    related: Sequence[Citation], changes: Sequence[Citation], floor: int
) -> Citation | None:
    """What the last citation changed: the one before of a kind it may change, itself no changer."""
    last, changers = related[-1], {change.subject for change in changes[-MANY:]}
    for index in range(len(related) - 2, max(-1, len(related) - MANY), -1):
        citation = related[index]
        if citation.span.start < floor:
            return None
        if index not in changers and may_change(last.type, citation.type):
            return None if _is_same(last, citation) else citation
    return None


def may_change(one: str | None, other: str | None) -> bool:
    """Whether a document of kind ``one`` changes one of kind ``other``: its own kind, and a law
    what is made by an assembly (Bộ luật by Luật, Hiến pháp by Nghị quyết)."""
    laws = types_with(Trait.LAW)
    return one == other or (other in laws and one in laws | types_with(Trait.CHANGES_LAWS))


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether both name one document, which then does not change itself."""
    return (one.number, one.symbol, one.name) == (other.number, other.symbol, other.name)
