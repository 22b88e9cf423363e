"""The standalone page: whole, offline, and safe whatever the names and quotes hold."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from browser import launch_options
from pictures import PLAN, document, edge, plan, plan_edges, plan_nodes, task, unit
from playwright.sync_api import Browser, Page, sync_playwright

from graph.model import Edge, EdgeKind, Evidence, Subgraph
from viz import scene
from viz.lanes import lanes
from viz.page import offline_page
from viz.picture import Scene
from viz.standalone import standalone_html
from viz.theme import Theme

NASTY = (
    "<script>window.pwned=1</script>",
    '"><img src=x onerror="window.pwned=2">',
    "</script><script>window.pwned=3</script>",
    "{{ 7*7 }} {% raw %} ${window.pwned=4}",
    "<a href='javascript:window.pwned=5'>href</a>",
    "Sở KH&CN (TP) [a+ &lt;",
    "* _nghiêng_ `mã` \\",
    "*/ --> ]]> ' \\ \u2028 <b>đậm</b> &lt;i&gt;",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A real browser, one for all pages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def nasty() -> Scene:
    """Every name, title and quote tries to become markup."""
    nodes = [document(PLAN, name=NASTY[0], title=NASTY[1], issuer=NASTY[2])]
    said: list[Edge] = []
    for number, words in enumerate(NASTY):
        base = document(f"vb/{number}", name=words, title=words, level="province")
        proof = Evidence(PLAN, number, number + 5, words, words)
        nodes += [base, unit(f"u/{number}", words), task(words, number, name=words)]
        said += [
            Edge(PLAN, EdgeKind.BASED_ON, base.id, PLAN, (proof,)),
            Edge(PLAN, EdgeKind.ASSIGNS, nodes[-1].id, PLAN, (proof,)),
            Edge(f"u/{number}", EdgeKind.LEADS, nodes[-1].id, PLAN, (proof,)),
        ]
    return scene(Subgraph(PLAN, tuple(nodes), {}, tuple(said)))


def opened(page: Page, html: str, folder: Path) -> tuple[list[str], list[str]]:
    """Open the page from a file; all requests and all complaints of the browser."""
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    file = folder / "trang.html"
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_function("() => window.network && window.network.getScale() > 0")
    return requests, complaints


def test_only_drawing_the_page_loads_pyvis() -> None:
    words = "import sys, viz.standalone; print('pyvis' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_the_page_is_whole_and_names_its_language_and_policy() -> None:
    html = standalone_html(scene(plan()))
    assert html.startswith('<!doctype html>\n<html lang="vi">')
    assert "<title>…/KH-SKHCN 2026</title>" in html
    assert html.index("default-src 'none'") < html.index("<script")
    assert html.rstrip().endswith("</html>") and "Đơn vị" in html
    assert 'lang="en"' in standalone_html(scene(plan()), lang="en")


def test_nothing_in_the_page_is_fetched() -> None:
    html = standalone_html(scene(plan()))
    assert not re.search(r"<(link|img|iframe|object|embed)\b", html.split("<body>")[0])
    assert not re.search(r"<script\b[^>]*\bsrc", html)
    assert not re.search(r"""\b(src|href)\s*=\s*["']?\s*(https?:)?//""", html)


@pytest.mark.parametrize("left", ["<img src='x'>", "<script async src='x'>y</script>", ""])
def test_a_template_that_asks_the_network_is_refused(left: str) -> None:
    body = f"<body>{left}</body>" if left else ""
    with pytest.raises(RuntimeError, match="stand alone"):
        offline_page(f"<html><head></head>{body}</html>", scene(plan()), Theme.LIGHT, "vi")


def test_pyvis_never_takes_a_tooltip_for_markup() -> None:
    assert "popup.innerHTML" not in standalone_html(nasty())


def test_the_same_scene_gives_the_same_page() -> None:
    drawn = scene(plan(), clock=lambda: 0.0)
    assert standalone_html(drawn) == standalone_html(drawn)


def test_a_long_link_runs_through_free_lanes_from_end_to_end() -> None:
    drawn = scene(plan())
    stops, links = lanes(drawn)
    places = {stop.id: (stop.x, stop.y) for stop in stops}
    assert places and max(len(stretches) for _, stretches in links) >= 3
    for link, stretches in links:
        assert [piece.last for piece in stretches] == [False] * (len(stretches) - 1) + [True]
        assert (stretches[0].source, stretches[-1].target) == (link.source, link.target)
        assert all(one.target == two.source for one, two in pairwise(stretches))
        assert stretches[0].curved and stretches[-1].curved
        for piece in stretches:
            if not piece.curved:
                assert places[piece.source][0] == places[piece.target][0]
    for x, y in places.values():
        for card in drawn.cards:
            assert not (card.x < x < card.x + card.w and card.y < y < card.y + card.h)


def test_a_picture_of_very_many_lanes_is_drawn_without_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viz.lanes.STOPS", 1)
    stops, links = lanes(scene(plan()))
    assert stops == [] and all(len(stretches) == 1 for _, stretches in links)


def test_what_was_left_out_is_said() -> None:
    cut = Subgraph(PLAN, tuple(plan_nodes()), {}, tuple(plan_edges()), True, 12)
    assert "còn 12 nút không vẽ" in standalone_html(scene(cut))


def test_both_themes_have_their_colours() -> None:
    drawn = scene(plan())
    assert "--panel:#ffffff" in standalone_html(drawn)
    assert "--panel:#161b22" in standalone_html(drawn, theme=Theme.DARK)


def test_cards_stand_where_the_scene_says_and_nothing_is_requested(
    page: Page, tmp_path: Path
) -> None:
    drawn = scene(plan(), warnings={PLAN: 1})
    requests, complaints = opened(page, standalone_html(drawn), tmp_path)
    places = page.evaluate("() => network.getPositions()")
    for card in drawn.cards:
        assert abs(places[card.id]["x"] - card.x - card.w / 2) <= 1
        assert abs(places[card.id]["y"] - card.y - card.h / 2) <= 1
    assert [url for url in requests if not url.startswith("file:")] == []
    assert len(requests) == 1 and complaints == []


def test_hovering_a_card_and_a_line_shows_plain_words(page: Page, tmp_path: Path) -> None:
    said = edge(PLAN, EdgeKind.BASED_ON, "qd/76")
    drawn = scene(Subgraph(PLAN, tuple(plan_nodes()[:3]), {}, (said,)))
    opened(page, standalone_html(drawn), tmp_path)
    hover(page, PLAN)
    assert "Thực hiện chỉ thị về đo lường" in page.inner_text(".vis-tooltip")
    title = page.evaluate("() => edges.get()[0].title")
    assert "căn cứ → 76/QĐ-UBND" in title.replace("—", "").replace("  ", " ")
    assert "«Căn cứ qd/76»" in title and f"{PLAN}, ký tự 0–9" in title


def hover(page: Page, card: str) -> None:
    """Move the mouse onto a card and wait for its tooltip."""
    spot = page.evaluate("(id) => network.canvasToDOM(network.getPositions([id])[id])", card)
    frame = page.locator("#mynetwork").bounding_box()
    assert frame
    page.mouse.move(frame["x"] + spot["x"] + 4, frame["y"] + spot["y"] + 4)
    page.mouse.move(frame["x"] + spot["x"], frame["y"] + spot["y"])
    page.wait_for_selector(".vis-tooltip", state="visible")


def test_names_and_quotes_stay_text_whatever_they_hold(page: Page, tmp_path: Path) -> None:
    drawn = nasty()
    requests, complaints = opened(page, standalone_html(drawn), tmp_path)
    page.click("summary")
    hover(page, "vb/0")
    assert NASTY[0] in page.inner_text(".vis-tooltip")
    assert page.evaluate("() => window.pwned") is None
    assert page.locator("img, main script, main a, .vis-tooltip :not(br)").count() == 0
    shown = page.inner_text("main")
    assert all(words.split("\u2028")[0].strip() in shown for words in NASTY)
    assert len(requests) == 1 and complaints == []


def test_the_legend_names_what_is_in_the_picture(page: Page, tmp_path: Path) -> None:
    opened(page, standalone_html(scene(plan())), tmp_path)
    legend = page.inner_text("aside")
    assert "chủ trì" in legend and "Nhiệm vụ" in legend and "bãi bỏ" not in legend
