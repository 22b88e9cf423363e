"""What all of a text names, as questions name it: a unit in short, a document by its short name
(gọi tên).
"""

from collections.abc import Sequence

from graph.model import Node
from graph.questions.ask.documents import documents_in
from graph.questions.ask.mention import Mention
from graph.questions.ask.unit_mention import UnitMention
from graph.questions.ask.units import units_in
from graph.store import GraphReader
from graph.words.folding import words


def units_called(store: GraphReader, text: str) -> tuple[Node, ...]:
    """The units that may be meant: Sở KHCN TPHCM, vp sở."""
    return _whole(units_in(store, text, ()), text)


def documents_called(store: GraphReader, text: str) -> tuple[Node, ...]:
    """The documents that may be meant: Đề án 996, QĐ 76 năm 2025, Luật Đo lường."""
    return _whole(documents_in(store, text), text)


def _whole(mentions: Sequence[Mention | UnitMention], text: str) -> tuple[Node, ...]:
    """What the only mention may mean, where nothing is said besides it."""
    if len(mentions) != 1:
        return ()
    only = mentions[0]
    return () if words(text[: only.start]) or words(text[only.end :]) else only.candidates
