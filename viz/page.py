"""The page around a pyvis network: what asks the network is taken out, ours is put in, escaped."""

import json
import re
from dataclasses import asdict
from html import escape
from importlib import resources

from graph.catalogue import render
from graph.model import EdgeKind, Evidence
from graph.vocabulary import edge_rows
from viz.picture import Scene
from viz.theme import PALETTES, Theme, edge_colour, level_colour

#: the page may run its own script and nothing else; it may fetch nothing
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FETCHED = re.compile(r"<link\b[^>]*>|<script\b[^>]*\bsrc\s*=[^>]*>\s*</script>", re.DOTALL)
HEADING = re.compile(r"<center>\s*<h1>\s*</h1>\s*</center>")
ASKING = re.compile(r"<(?:link|script|img|iframe|object|embed)\b[^>]*\b(?:src|href)\s*=", re.DOTALL)


def offline_page(drawn: str, scene: Scene, theme: Theme, lang: str) -> str:
    """The page of ``drawn`` with a head, a legend, bands and the evidence, asking nothing."""
    page = HEADING.sub("", FETCHED.sub("", COMMENT.sub("", drawn)))
    page = page.replace("<html>", f'<!doctype html>\n<html lang="{lang}">', 1)
    page = page.replace("<head>", "<head>" + _head(scene, theme), 1)
    opening, closing = page.split("<body>", 1), page.rsplit("</body>", 1)
    if len(opening) != 2 or len(closing) != 2 or ASKING.search(page):
        raise RuntimeError("the template of pyvis has changed: the page would not stand alone")
    before, after = page.split("<body>", 1)
    body, end = after.rsplit("</body>", 1)
    top = _header(scene, lang) + _legend(scene, theme, lang)
    script = f"<script>{_bands(scene, theme, lang)}</script>"
    return "".join((before, "<body>", top, body, _evidence(scene, lang), script, "</body>", end))


def place(proof: Evidence, lang: str) -> str:
    """Where the words of a proof stand (vị trí của bằng chứng)."""
    return render("page.place", lang, document=proof.doc, start=proof.start, end=proof.end)


def _head(scene: Scene, theme: Theme) -> str:
    colours = asdict(PALETTES[theme]).items()
    variables = "".join(f"--{name}:{colour};" for name, colour in colours if name != "band")
    return (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(scene.title)}</title>"
        f"<style>:root{{{variables}}}{_part('page.css')}</style>"
    )


def _header(scene: Scene, lang: str) -> str:
    counts = render("page.counts", lang, cards=len(scene.cards), links=len(scene.links))
    lines = [scene.subtitle, counts]
    if scene.truncated:
        lines.append(render("page.left_out", lang, count=scene.left_out))
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<header><h1>{escape(scene.title)}</h1>{paragraphs}</header>"


def _legend(scene: Scene, theme: Theme, lang: str) -> str:
    """The levels and relations that are in the picture, with their colours."""
    rows = edge_rows()
    shown = {link.kind for link in scene.links}
    relations = "".join(
        f'<li><i style="border-color:{edge_colour(kind, theme)};'
        f'border-top-style:{"dashed" if rows[kind].dash else "solid"}"></i>'
        f"{escape(rows[kind].label if lang == 'vi' else rows[kind].label_en)}</li>"
        for kind in EdgeKind
        if kind in shown
    )
    levels = "".join(
        f'<li><b style="background:{level_colour(band.id, theme)}"></b>'
        f"{escape(band.label if lang == 'vi' else band.label_en)}</li>"
        for band in scene.bands
    )
    label = escape(render("page.legend", lang), quote=True)
    return f'<aside aria-label="{label}"><ul>{levels}{relations}</ul></aside>'


def _evidence(scene: Scene, lang: str) -> str:
    """Every relation with its quotes, for readers and for print."""
    names = {card.id: card.label for card in scene.cards}
    rows = edge_rows()
    items = []
    for link in scene.links:
        says = rows[link.kind].label if lang == "vi" else rows[link.kind].label_en
        head = f"{names[link.source]} — {says} → {names[link.target]}"
        quotes = "".join(
            f"<br><q>{escape(proof.quote)}</q> <small>{escape(place(proof, lang))}</small>"
            for proof in link.evidence
        )
        items.append(f"<li>{escape(head)}{quotes}</li>")
    title = escape(render("page.evidence", lang))
    return f"<main><details><summary>{title}</summary><ul>{''.join(items)}</ul></details></main>"


def _bands(scene: Scene, theme: Theme, lang: str) -> str:
    """The script that paints the bands; the data is JSON in which no tag can begin or end."""
    palette = PALETTES[theme]
    picture = {
        "bands": [
            {"y": b.y, "height": b.height, "label": b.label if lang == "vi" else b.label_en}
            for b in scene.bands
        ],
        "width": scene.width,
        "fill": palette.band,
        "ink": palette.ink_faint,
    }
    data = json.dumps(picture).replace("<", "\\u003c")
    return f"({_part('page.js')})({data});"


def _part(name: str) -> str:
    """A file beside this one; no word of it may end the element it is put in."""
    return resources.files("viz").joinpath(name).read_text("utf-8")
