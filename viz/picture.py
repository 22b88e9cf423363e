"""What a picture is made of: bands, cards, links, steps. Frozen values and their JSON shape."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from graph.model import EdgeKind, Evidence, Json


class View(StrEnum):
    """How a subgraph is looked at (cách xem)."""

    CHAIN = "chain"  # chuỗi căn cứ: levels as bands
    EXPLORE = "explore"  # khám phá: what stands, stays; new cards find room around it
    PATH = "path"  # đường đi: a chain with numbered steps


class CardKind(StrEnum):
    """What a card stands for."""

    DOCUMENT = "document"  # văn bản
    TASK = "task"  # nhiệm vụ
    GROUP = "group"  # nhóm nhiệm vụ
    UNIT = "unit"  # đơn vị


@dataclass(frozen=True, slots=True)
class Band:
    """A full-width strip: an authority level, the tasks or the units (dải)."""

    id: str
    label: str
    label_en: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Card:
    """A document, a task, a group of tasks or a unit (thẻ); ``x``, ``y`` is its top left corner.

    ``cited``: only cited, not loaded; ``draft``: loaded, but its own number is blank;
    ``warnings``: how many issues touch it; ``members``: the tasks of a group; ``step``: its
    number on a path, from 1.
    """

    id: str
    kind: CardKind
    label: str
    title: str = ""
    subtitle: str = ""
    badge: str = ""
    level: str = ""
    colour: str = ""
    x: float = 0.0
    y: float = 0.0
    w: float = 142.0
    h: float = 62.0
    cited: bool = False
    draft: bool = False
    warnings: int = 0
    year: int | None = None
    members: tuple[str, ...] = ()
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One or more edges of a kind between two cards (liên kết), from ``source`` to ``target``."""

    id: str
    source: str
    target: str
    kind: EdgeKind
    count: int
    asserted_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    path: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """A stop of a path (bước) and the link that leads on from it."""

    card: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture ready to draw (cảnh): everything placed, named and coloured."""

    root: str
    view: View
    title: str
    subtitle: str
    width: float
    height: float
    bands: tuple[Band, ...]
    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    steps: tuple[Step, ...]
    truncated: bool
    left_out: int
    ms: float


def scene_json(scene: Scene) -> dict[str, Json]:
    """The scene as the explorer reads it; ``members`` only of groups, ``step`` only on a path."""
    return {
        "root": scene.root,
        "view": scene.view.value,
        "title": scene.title,
        "subtitle": scene.subtitle,
        "width": round(scene.width, 1),
        "height": round(scene.height, 1),
        "bands": [asdict(band) for band in scene.bands],
        "cards": [_card_json(card) for card in scene.cards],
        "links": [_link_json(link) for link in scene.links],
        "steps": [asdict(step) for step in scene.steps],
        "counts": {"nodes": len(scene.cards), "edges": len(scene.links)},
        "truncated": scene.truncated,
        "left_out": scene.left_out,
        "ms": scene.ms,
    }


def positions(scene: Scene) -> Mapping[str, tuple[float, float]]:
    """Where each card stands, to be handed on as ``fixed`` to the next scene (vị trí các thẻ)."""
    return {card.id: (card.x, card.y) for card in scene.cards}


def _card_json(card: Card) -> dict[str, Json]:
    shape = asdict(card) | {"kind": card.kind.value, "members": list(card.members)}
    if card.kind is not CardKind.GROUP:
        del shape["members"]
    if card.step is None:
        del shape["step"]
    return shape


def _link_json(link: Link) -> dict[str, Json]:
    return {
        "id": link.id,
        "from": link.source,
        "to": link.target,
        "kind": link.kind.value,
        "count": link.count,
        "path": link.path,
        "label": {"x": link.x, "y": link.y},
        "asserted_by": list(link.asserted_by),
        "evidence": [asdict(proof) for proof in link.evidence],
    }
