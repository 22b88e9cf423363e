"""The standalone page: a scene as one offline HTML file, drawn by vis-network through pyvis.

Same places as in the explorer, physics off, nothing asked of the network, and no name or quote
can become markup: what pyvis puts into the page is data (JSON), what we add is escaped.
"""

import json
from collections.abc import Mapping

from graph.catalogue import render
from graph.model import Evidence, Json
from graph.vocabulary import edge_rows
from viz.cards import shortened
from viz.lanes import Stretch, lanes
from viz.page import offline_page, place
from viz.picture import Card, CardKind, Link, Scene
from viz.theme import PALETTES, Palette, Theme, edge_colour, edge_dashes, level_colour

FACE = '"Be Vietnam Pro", "Noto Sans", "Segoe UI", sans-serif'
MARGIN = 6  # between the border of a card and its words
TITLE = 42  # characters of a title that fit a card
#: what a label may not hold: look-alikes, and an invisible joiner where it may not begin a word;
#: tooltips and the list of evidence have it as it is
LOOKALIKES = str.maketrans({"\\": "\u29f5", "*": "\u2217", "_": "\u2060_", "`": "\u2060`"})
#: a stop on the way of a link
UNSEEN: dict[str, Json] = {
    "label": " ",
    "shape": "dot",
    "size": 0.1,
    "borderWidth": 0,
    "opacity": 0,
    "physics": False,
    "chosen": False,
}
MIDDOT = "\u00b7"


def standalone_html(scene: Scene, *, theme: Theme = Theme.LIGHT, lang: str = "vi") -> str:
    """The whole page as text, to be written in UTF-8 (trang HTML một tệp)."""
    from pyvis.network import Network  # brings IPython, half a second that only this page pays

    palette = PALETTES[theme]
    network = Network(
        height="calc(100vh - 48px)",
        width="100%",
        directed=True,
        cdn_resources="in_line",
        bgcolor=palette.background,
    )
    network.set_options(json.dumps(_options(palette)))
    for card in scene.cards:
        network.add_node(card.id, **_node(card, palette, theme, lang))
    names = {card.id: card.label for card in scene.cards}
    stops, links = lanes(scene)
    for stop in stops:
        network.add_node(stop.id, x=stop.x, y=stop.y, **UNSEEN)
    for link, stretches in links:
        look = _look(link, names, theme, lang)
        for piece in stretches:
            network.add_edge(piece.source, piece.target, **look, **_piece(piece))
    return offline_page(network.generate_html(), scene, theme, lang)


def plain(text: str) -> str:
    """Text for a tooltip: pyvis turns every tooltip into markup once one of them says "href"."""
    return text.replace("href", "h\u2060ref")


def _options(palette: Palette) -> dict[str, Json]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "tooltipDelay": 120,
        },
        "nodes": {
            "borderWidth": 1.4,
            "margin": MARGIN,
            "font": {
                "multi": "md",
                "face": FACE,
                "size": 11,
                "color": palette.ink_soft,
                "bold": {"face": FACE, "size": 13, "color": palette.ink, "mod": "bold"},
            },
        },
    }


def _node(card: Card, palette: Palette, theme: Theme, lang: str) -> dict[str, Json]:
    """What vis-network needs to draw a card; its place is the card's middle."""
    tints = {CardKind.UNIT: palette.unit_tint, CardKind.DOCUMENT: palette.panel}
    tint = tints.get(card.kind, palette.task_tint)
    colour = level_colour(card.level, theme)
    return {
        "label": _label(card),
        "title": plain(_card_text(card, lang)),
        "shape": "box",
        "x": card.x + card.w / 2,
        "y": card.y + card.h / 2,
        "physics": False,
        "widthConstraint": card.w - 2 * MARGIN,
        "heightConstraint": card.h - 2 * MARGIN,
        "color": {
            "border": colour,
            "background": tint,
            "highlight": {"border": palette.accent, "background": tint},
            "hover": {"border": palette.accent, "background": tint},
        },
        "shapeProperties": {
            "borderRadius": 27 if card.kind is CardKind.UNIT else 9,
            "borderDashes": [4, 3] if card.draft else False,
        },
    }


def _label(card: Card) -> str:
    """The bold line and the small ones.

    vis-network 9.1.2 compiles a label with ``&`` as a pattern in HTML mode and fails on every
    backslash in Markdown mode, so neither can be escaped: Markdown, without its four signs.
    """
    parts = (str(card.step or ""), shortened(card.label, 40), card.badge)
    heading = f" {MIDDOT} ".join(part for part in parts if part)
    if card.warnings:
        heading += "\u00a0!"
    small = card.subtitle if card.kind is CardKind.UNIT else card.title or card.subtitle
    return f"*{_plain_label(heading)}*\n{_plain_label(shortened(small, TITLE))}".rstrip()


def _plain_label(text: str) -> str:
    return text.translate(LOOKALIKES)


def _card_text(card: Card, lang: str) -> str:
    parts = [card.label, card.title, card.subtitle, card.badge]
    if card.cited:
        parts.append(render("page.cited", lang))
    if card.draft:
        parts.append(render("page.draft", lang))
    if card.warnings:
        parts.append(render("page.warnings", lang, count=card.warnings))
    return "\n".join(part for part in parts if part)


def _piece(piece: Stretch) -> dict[str, Json]:
    """The way of one stretch; only the last has the arrow."""
    curve = {"enabled": True, "type": "cubicBezier", "forceDirection": "vertical"}
    return {
        "id": piece.id,
        "smooth": curve if piece.curved else False,
        "arrows": {"to": {"enabled": piece.last, "scaleFactor": 0.5}},
    }


def _look(link: Link, names: Mapping[str, str], theme: Theme, lang: str) -> dict[str, Json]:
    row = edge_rows()[link.kind]
    says = row.label if lang == "vi" else row.label_en
    head = f"{names[link.source]} — {says} → {names[link.target]}"
    if link.count > 1:
        head += f" (×{link.count})"
    return {
        "chosen": False,
        "title": plain("\n".join([head, *(quoted(proof, lang) for proof in link.evidence)])),
        "color": {"color": edge_colour(link.kind, theme), "inherit": False},
        "dashes": edge_dashes(link.kind),
        "width": link_width(link),
    }


def link_width(link: Link) -> float:
    """Wider where it stands for more edges (độ đậm), 1.3 to 3.3 pixels."""
    return round(1.3 + min(link.count - 1, 10) * 0.2, 1)


def quoted(proof: Evidence, lang: str) -> str:
    """A proof as a line: the words, where they stand and the rule (bằng chứng)."""
    return f"«{shortened(proof.quote, 300)}» {MIDDOT} {place(proof, lang)}"
