"""Whether a document is of a kind that is asked for, itself or by what it approves (loại)."""

import re
from functools import cache

from graph.model import Node
from graph.vocabulary import Trait, TypeName, provinces, types_with
from graph.words.folding import fold, words

COMMUNE = "commune"


def is_of_kind(node: Node, kind: str, *, issued: bool = False) -> bool:
    """A chương trình hành động is a chương trình; a decision that approves an đề án is asked for as
    one, and with ``issued`` whatever kind a decision issues. Of no kind, any is."""
    own = str(node.properties.get("type") or "")
    if not kind or f"{own} ".startswith(f"{kind} "):
        return True
    if not issued and kind not in types_with(Trait.APPROVED):
        return False
    title = fold(str(node.properties.get("title") or ""))
    return own == TypeName.DECISION and _approves(kind).match(title) is not None


def is_of_level(node: Node, level: str) -> bool:
    """Whether a document is of the centre (trung ương), of a commune, or of a province and no
    commune of it; what tells no level is of none."""
    own = str(node.properties.get("level") or "")
    if not level:
        return True
    if level == own:
        return True
    if own == COMMUNE:
        return level == "communal"
    return bool(own) and level == (
        "provincial" if node.id.split("/")[1] in provinces() else "central"
    )


def is_signed(node: Node, signer: str) -> bool:
    """Whether a document is signed by this person, or by who holds this office; of none, any is."""
    own = (words(str(node.properties.get(key) or "")) for key in ("signer", "signer_title"))
    return not signer or words(signer) in own


@cache
def _approves(kind: str) -> re.Pattern[str]:
    """How the title of a decision begins that approves or issues one of the kind."""
    return re.compile(rf"(?:ve\s+)?(?:viec\s+)?(?:phe duyet|ban hanh)\s+{re.escape(fold(kind))}\b")
