"""The picture in a real browser: search, nodes, quotes, groups, chains, filters, pins, undo."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from explorer import (
    DECISION,
    DIRECTIVE,
    PLAN,
    SCAN,
    asked,
    card,
    ids,
    places,
    visit,
)
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visit(browser, site) as opened:
        opened.keyboard.press("f")
        yield opened


def test_the_first_picture_shows_a_document_with_its_chain(page: Page) -> None:
    scene = asked(page, "/scene")
    assert sorted(ids(page)) == sorted(one["id"] for one in scene["cards"])
    assert {"document", "group", "unit"} <= {one["kind"] for one in scene["cards"]}
    expect(page.locator(".chip-bar")).to_contain_text(scene["subtitle"])
    expect(page.locator(".panel h2")).not_to_be_empty()
    expect(page.locator(".legend .row").first).to_be_visible()
    expect(page).to_have_title(re.compile("Căn cứ"))


def test_every_level_stands_in_its_band_and_no_card_on_another(page: Page) -> None:
    scene = asked(page, "/scene")
    bands = {band["id"]: (band["y"], band["y"] + band["height"]) for band in scene["bands"]}
    boxes = []
    for one in scene["cards"]:
        x, y = places(page)[one["id"]]
        top, bottom = bands[one["level"]]
        assert top <= y and y + one["h"] <= bottom
        boxes.append((x, y, x + one["w"], y + one["h"]))
    for at, (x, y, right, bottom) in enumerate(boxes):
        assert not any(
            x < b[2] and b[0] < right and y < b[3] and b[1] < bottom for b in boxes[at + 1 :]
        )


def test_search_needs_no_diacritics_and_enter_goes_there(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("qd 76 ubnd")
    hit = page.locator(".hit").first
    expect(hit).to_contain_text("76/QĐ-UBND")
    page.keyboard.press("Enter")
    expect(card(page, DECISION)).to_have_class(re.compile("selected"))
    expect(card(page, DECISION)).to_be_focused()
    assert f"sel={DECISION}" in page.url


def test_what_is_searched_for_stands_where_no_part_of_the_stage_is_empty(page: Page) -> None:
    """A unit is the lowest of its picture: in the middle it would leave half of it empty."""
    page.keyboard.press("/")
    page.keyboard.type("chi cuc tdc")
    expect(page.locator(".hit").first).to_contain_text("Đo lường")
    page.keyboard.press("Enter")
    unit = card(page, "vn/hcm/skhcn/chi-cuc-tieu-chuan-do-luong-chat-luong")
    expect(unit).to_be_focused()
    page.wait_for_function(
        """() => {
            const bottom = (of) => of.getBoundingClientRect().bottom;
            const lowest = Math.max(...[...document.querySelectorAll(".card")].map(bottom));
            return lowest > bottom(document.querySelector(".drawing")) * 0.75;
        }"""
    )


def test_search_takes_decomposed_letters_and_says_when_nothing_is_found(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill(unicodedata.normalize("NFD", "kế hoạch"))
    expect(page.locator(".hit").first).to_be_visible()
    box.fill("zzzz qqqq xxxx")
    expect(page.locator(".hits .note")).to_contain_text("zzzz qqqq xxxx")


def test_a_node_says_who_when_and_on_what_it_rests(page: Page) -> None:
    card(page, DECISION).click()
    node = asked(page, f"/nodes/{DECISION}")["node"]
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_have_text("76/QĐ\u2011UBND")
    expect(panel.locator(".facts")).to_contain_text(node["issuer"])
    expect(panel.locator(".facts")).to_contain_text("01/07/2025")
    expect(panel.locator(".rests .go").first).to_be_visible()
    expect(panel.locator(".used .go").first).to_be_visible()


def test_a_quote_leads_to_its_very_words_in_the_text(page: Page) -> None:
    card(page, DECISION).click()
    shown = asked(page, f"/nodes/{DECISION}")
    expect(page.locator(".panel h2")).to_have_text("76/QĐ\u2011UBND")
    panel = page.locator(".panel .rests .quote").first
    quote = panel.locator("mark").inner_text()
    proofs = [proof for edge in shown["edges"] for proof in edge["evidence"]]
    proof = next(one for one in proofs if one["quote"] == quote)
    panel.get_by_role("button").click()
    mark = page.locator("dialog mark.chosen")
    expect(mark).to_be_in_viewport()
    text = asked(page, f"/text/{proof['doc']}")
    assert mark.text_content() == proof["quote"]
    assert quote in text["content"]
    shown_text = page.locator(".source-text").text_content() or ""
    assert shown_text.replace("\n\n", "\n") == text["content"]


def test_a_relation_shows_both_ends_and_its_quotes(page: Page) -> None:
    scene = asked(page, "/scene")
    link = next(one for one in scene["links"] if one["kind"] == "based_on" and one["evidence"])
    page.locator(f'.link[data-id="{link["id"]}"] .hit').dispatch_event("click")
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_have_text("Căn cứ")
    expect(panel.locator(".ends-of .go")).to_have_count(2)
    expect(panel.locator("mark")).to_have_count(len(link["evidence"]))
    expect(page.locator(".labels .pill")).to_have_count(1)


def test_a_group_opens_and_folds_on_a_double_click(page: Page) -> None:
    before = sorted(ids(page))
    group = next(id for id in ids(page, ".card.group"))
    scene = asked(page, "/scene")
    members = next(one["members"] for one in scene["cards"] if one["id"] == group)
    card(page, group).dblclick()
    for member in members:
        expect(card(page, member)).to_be_attached()
    page.keyboard.press("e")
    expect(card(page, members[0])).not_to_be_attached()
    assert sorted(ids(page)) == before


def test_neighbours_open_in_place_and_the_old_cards_stay(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=explore") as page:
        before = places(page)
        card(page, PLAN).dblclick()
        page.wait_for_function(
            "n => document.querySelectorAll('.card').length > n", arg=len(before)
        )
        after = places(page)
        assert before.keys() <= after.keys()
        for id, (x, y) in before.items():
            assert abs(after[id][0] - x) <= 1 and abs(after[id][1] - y) <= 1
        page.keyboard.press("Control+z")
        expect(page.locator(".card")).to_have_count(len(before))


def test_a_chain_is_numbered_quoted_and_kept_in_the_address(browser: Browser, site: str) -> None:
    with visit(browser, site) as page:
        page.keyboard.press("f")
        page.locator(".card.group").first.click()
        card(page, DIRECTIVE).click(modifiers=["Shift"])
        steps = page.locator(".stop")
        expect(steps.first).to_be_visible()
        count = steps.count()
        assert count >= 3
        assert {*page.locator(".card .step text").all_text_contents()} == {
            str(number) for number in range(1, count + 1)
        }
        expect(page.locator(".link.lit")).to_have_count(count - 1)
        expect(page.locator(".stop mark")).to_have_count(count - 1)
        address = page.url.split("/", 3)[3]
    with visit(browser, site, address) as again:
        expect(again.locator(".stop")).to_have_count(count)


def test_the_legend_filters_relations_and_counts_them(page: Page) -> None:
    row = page.locator('.legend [data-filter="cites"]')
    drawn = page.locator('.link[data-kind="cites"]')
    assert int(row.locator(".count").inner_text()) == drawn.count() > 0
    row.click()
    expect(drawn).to_have_count(0)
    assert "off=cites" in page.url
    page.locator('.legend [data-filter="kind:unit"]').click()
    expect(page.locator(".card.unit")).to_have_count(0)


def test_years_narrow_the_picture_and_undated_documents_stay(page: Page) -> None:
    scene = asked(page, "/scene")
    documents = [one for one in scene["cards"] if one["kind"] == "document"]
    years = sorted({one["year"] for one in documents if one["year"]})
    slider = page.get_by_label("Từ năm")
    slider.focus()
    page.keyboard.press("ArrowRight")
    left = [one for one in documents if not one["year"] or one["year"] > years[0]]
    expect(page.locator(".card.document")).to_have_count(len(left))
    assert f"years={years[0] + 1}-{years[-1]}" in page.url
    assert {one["id"] for one in documents if not one["year"]} <= set(ids(page))


def test_a_dragged_card_is_pinned_there_for_the_next_reader(browser: Browser, site: str) -> None:
    with visit(browser, site) as page:
        page.keyboard.press("f")
        card(page, DECISION).hover()  # waits until the picture stands still
        box = card(page, DECISION).locator(".ground").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 40, box["y"] + 12)
        page.mouse.down()
        page.mouse.move(box["x"] + 110, box["y"] + 52, steps=4)
        page.mouse.up()
        expect(page).to_have_url(re.compile(f"pin={DECISION}:"))
        pinned = places(page)[DECISION]
        address = page.url.split("/", 3)[3]
    with visit(browser, site, address) as again:
        again.keyboard.press("f")
        x, y = places(again)[DECISION]
        assert abs(x - pinned[0]) <= 1 and abs(y - pinned[1]) <= 1
        card(again, DECISION).click()
        again.keyboard.press("p")
        expect(again).not_to_have_url(re.compile("pin="))


def test_cards_hide_and_come_back(page: Page) -> None:
    before = len(ids(page))
    card(page, DECISION).click()
    page.keyboard.press("h")
    expect(page.locator(".card")).to_have_count(before - 1)
    page.locator('[data-filter="restore"]').click()
    expect(page.locator(".card")).to_have_count(before)
    card(page, DIRECTIVE).click()
    page.keyboard.press("Shift+H")
    expect(card(page, DIRECTIVE)).to_be_visible()
    assert len(ids(page)) < before


def test_undo_and_redo_and_a_double_click_counts_once(page: Page) -> None:
    undo, redo = page.get_by_label("Hoàn tác"), page.get_by_label("Làm lại")
    before = len(ids(page))
    expect(undo).to_be_disabled()
    page.locator(".card.group").first.dblclick()
    page.wait_for_function("n => document.querySelectorAll('.card').length > n", arg=before)
    undo.click()
    expect(page.locator(".card")).to_have_count(before)
    expect(undo).to_be_disabled()
    redo.click()
    page.wait_for_function("n => document.querySelectorAll('.card').length > n", arg=before)
    expect(redo).to_be_disabled()


def test_a_quote_of_a_scan_is_marked_on_its_page(browser: Browser, site: str) -> None:
    """The words that prove a relation, on the picture of the page they are printed on."""
    shown = f"?root={SCAN}&node={SCAN}"
    with visit(browser, site, shown) as page:
        panel = page.locator(".panel .rests .quote").first
        expect(panel.locator(".place")).to_have_text(re.compile("trang 1$"))
        quote = panel.locator("mark").inner_text()
        panel.get_by_role("button").click()
        paper = page.locator("dialog .sheets .paper")
        expect(paper).to_have_count(1)
        painted = "image => image.decode().then(() => image.naturalWidth)"
        assert paper.locator("img").evaluate(painted) > 500
        # a scan keeps a place for each word
        marks = paper.locator("rect.marked")
        assert marks.count() == len(quote.split())
        expect(marks.first).to_be_in_viewport()
        over, under = paper.locator("svg").bounding_box(), paper.locator("img").bounding_box()
        assert over and under
        for side in ("x", "y", "width", "height"):
            assert abs(over[side] - under[side]) < 2


def test_a_page_without_its_picture_is_drawn_in_outline(browser: Browser, site: str) -> None:
    """As on a server that has lost the original: the reason is its sentence."""
    with visit(browser, site, f"?root={SCAN}&node={SCAN}") as page:
        text = asked(page, f"/text/{SCAN}")
        why = {"code": "not_found", "message": "Không còn bản gốc.", "message_en": "It is gone."}
        page.route("**/pages/**", lambda route: route.fulfill(status=404, json={"error": why}))
        page.locator(".panel .rests .quote").first.get_by_role("button").click()
        expect(page.locator("dialog .sheets .note")).to_have_text(why["message"])
        sheet = page.locator("dialog .sheets svg")
        expect(sheet).to_have_count(1)
        assert sheet.locator("rect").count() == sum(1 for p in text["places"] if p[2] == 1)
        expect(sheet.locator("rect.marked").first).to_be_in_viewport()


def test_a_text_without_pages_has_no_sheet(page: Page) -> None:
    card(page, DECISION).click()
    page.locator(".panel .rests .quote").first.get_by_role("button").click()
    expect(page.locator("dialog mark.chosen")).to_be_in_viewport()
    expect(page.locator("dialog .sheets")).to_have_count(0)
