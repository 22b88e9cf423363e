"""Cards: what is written on a document, a task, a group and a unit."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from graph.catalogue import render
from graph.labels import symbol_text
from graph.model import Node, NodeKind
from graph.vocabulary import edge_rows, levels
from viz.folds import Group
from viz.picture import Card, CardKind
from viz.theme import level_colour
from viz.titles import short_title

TITLE = 90  # characters; the explorer measures and wraps them on two lines
NAME = 64
SIZES = {
    CardKind.DOCUMENT: (142.0, 62.0),
    CardKind.TASK: (140.0, 62.0),
    CardKind.GROUP: (140.0, 62.0),
    CardKind.UNIT: (156.0, 54.0),
}


def node_card(node: Node, roles: Mapping[str, int], name: str, lang: str) -> Card:
    """The card of a node; of a unit ``roles``, its number of tasks by role, and short ``name``."""
    if node.kind is NodeKind.DOCUMENT:
        return _document(node)
    if node.kind is NodeKind.TASK:
        return _task(node, lang)
    return _unit(node, roles, name, lang)


def group_card(group: Group, document: str, lang: str) -> Card:
    """The card of a group of tasks; ``document`` is the short name of its document."""
    name = group.node.properties.get("name") or group.node.label if group.node else ""
    label = render("scene.group.label", lang, path=group.path)
    card = Card(
        id=group.id,
        kind=CardKind.GROUP,
        label=label if group.path else render("scene.group.rest", lang),
        title=shortened(str(name) or render("scene.group.of", lang, document=document), TITLE),
        badge=render("scene.group.count", lang, count=len(group.members)),
        members=group.members,
    )
    return _dressed(card, "tasks")


def document_name(node: Node) -> str:
    """The short name of a document: its number and symbol, else what it is called (số, ký hiệu)."""
    number, symbol = _text(node, "number"), _text(node, "symbol")
    if symbol:
        year = "" if number else str(_year(node) or "")
        return f"{symbol_text(number, symbol)} {year}".rstrip()
    type, name = _text(node, "type"), _text(node, "name")
    if type and not name:
        return f"{type} {number or _year(node) or ''}".rstrip()
    return shortened(name or node.label, NAME)


def shortened(text: str, limit: int) -> str:
    """``text`` on one line, cut between words with an ellipsis when longer than ``limit``."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", 0, limit)
    return line[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:.-–") + "…"


def vietnamese_date(iso: str) -> str:
    """``2025-07-01`` as 01/07/2025; anything else as it is (ngày tháng năm)."""
    try:
        return date.fromisoformat(iso).strftime("%d/%m/%Y")
    except ValueError:
        return iso


def _document(node: Node) -> Card:
    known = {row.id for row in levels()}
    level = _text(node, "level")
    issued = _text(node, "issued") or _text(node, "issued_partial")
    facts = (shortened(_text(node, "issuer"), NAME), vietnamese_date(issued))
    loaded = _text(node, "status") == "loaded"
    card = Card(
        id=node.id,
        kind=CardKind.DOCUMENT,
        label=document_name(node),
        title=_title(node),
        subtitle=" · ".join(fact for fact in facts if fact),
        cited=not loaded,
        draft=loaded and not _text(node, "number") and bool(_text(node, "symbol")),
        year=_year(node),
    )
    return _dressed(card, level if level in known else "other")


def _title(node: Node) -> str:
    """The short title, else the name by which a numbered document is known."""
    title = _text(node, "short_title") or short_title(_text(node, "title"))
    name = _text(node, "name")
    return shortened(title or (name if name != document_name(node) else ""), TITLE)


def _task(node: Node, lang: str) -> Card:
    path = _text(node, "path")
    due = _text(node, "due")
    when = render("scene.task.due", lang, date=vietnamese_date(due)) if due else ""
    card = Card(
        id=node.id,
        kind=CardKind.TASK,
        label=render("scene.task.label", lang, path=path).rstrip(),
        title=shortened(_text(node, "name") or node.label, TITLE),
        subtitle=when or shortened(_text(node, "time"), NAME),
    )
    return _dressed(card, "tasks")


def _unit(node: Node, roles: Mapping[str, int], label: str, lang: str) -> Card:
    rows = edge_rows()
    name = _text(node, "name") or node.label
    parts = [
        f"{count} {rows[role].label if lang == 'vi' else rows[role].label_en}"
        for role, count in roles.items()
        if count
    ]
    card = Card(
        id=node.id,
        kind=CardKind.UNIT,
        label=shortened(label, NAME),
        title=name if name != label else "",
        subtitle=" · ".join(parts),
    )
    return _dressed(card, "units")


def _dressed(card: Card, level: str) -> Card:
    """The card with the size of its kind and the colour of its level."""
    wide, high = SIZES[card.kind]
    return replace(card, level=level, colour=level_colour(level), w=wide, h=high)


def _text(node: Node, name: str) -> str:
    value = node.properties.get(name)
    return "" if value is None else str(value).strip()


def _year(node: Node) -> int | None:
    for text in (_text(node, "year"), _text(node, "issued")[:4]):
        if text.isdecimal():
            return int(text)
    return None
