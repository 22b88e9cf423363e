"""The other views, uploads, keys, themes, downloads and failures of the explorer."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from explorer import DIRECTIVE, NARROW, asked, card, ids, serving, visit
from playwright.sync_api import Browser, Page, Route, expect

from graph.store import GraphStore

LETTER = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Đồng, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
Kiểm kê cây xanh <img src=x onerror="window.pwned=1"> đô thị năm 2024
I. NHIỆM VỤ
1. Lập danh mục cây xanh trên địa bàn.
- Đơn vị chủ trì: Sở Xây dựng.
- Thời gian thực hiện: Quý II/2024.
"""


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visit(browser, site) as opened:
        yield opened


def test_the_heat_map_shows_what_the_server_counts(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload") as page:
        work = asked(page, "/workload")
        page.locator(".heat + .text-button").click()
        for row in work["rows"]:
            mine = [one for one in work["rows"] if one["unit"] == row["unit"]]
            for at in range(4):
                tasks = {task for one in mine for task in one["tasks"][at]}
                cell = page.locator(f'.cell[data-unit="{row["unit"]}"][data-period="{at + 1}"]')
                assert cell.locator("b").inner_text() == (str(len(tasks)) if tasks else "–")


def test_a_cell_opens_its_tasks_and_a_task_its_facts(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload") as page:
        cell = page.locator(".cell:not(.none)").first
        count = int(cell.locator("b").inner_text())
        cell.click()
        expect(page.locator(".gantt .bar-row")).to_have_count(count)
        tasks = page.locator(".panel .task-row")
        expect(tasks.first).to_be_visible()
        assert len(set(ids_of_tasks(page))) == count
        tasks.first.click()
        expect(page.locator(".panel .roles .go").first).to_be_visible()


def ids_of_tasks(page: Page) -> list[str]:
    rows = page.locator(".panel .task-row")
    return list(rows.evaluate_all("all => all.map(one => one.dataset.task)"))


def test_each_finding_leads_to_its_nodes_and_words(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=findings") as page:
        findings = asked(page, "/findings")["findings"]
        shown = min(len(findings), 40)
        expect(page.locator(".finding")).to_have_count(shown)
        expect(page.locator(".finding .advice").first).to_have_text(findings[0]["advice"])
        page.locator('[data-sort="warning"]').click()
        warnings = sum(one["severity"] == "warning" for one in findings)
        expect(page.locator(".finding")).to_have_count(warnings)
        expect(page.locator(".finding mark").first).to_be_visible()
        target = page.locator(".touched button").first
        node = target.get_attribute("data-id")
        target.click()
        expect(page).to_have_url(re.compile(f"sel={re.escape(str(node))}"))
        expect(page.locator(".stage")).to_be_visible()


def test_an_upload_is_looked_at_and_then_kept(
    browser: Browser,
    read_once: GraphStore,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    letter = tmp_path / "ke-hoach-cay-xanh.txt"
    letter.write_text(LETTER, "utf-8")
    folder = tmp_path_factory.mktemp("own")
    with (
        serving(folder, read_once) as site,
        visit(browser, site) as page,
    ):
        before = asked(page, "/documents")["documents"]
        page.locator("[data-tool=upload]").click()
        page.set_input_files("input[type=file]", letter)
        expect(page.locator(".understood")).to_contain_text("KH-UBND")
        expect(page.locator(".understood")).to_contain_text("danh mục cây xanh")
        assert asked(page, "/documents")["documents"] == before
        page.get_by_role("button", name="Giữ lại trong kho").click()
        expect(page.locator(".chip-bar")).to_contain_text("45/KH\u2011UBND")
        kept = {one["id"] for one in asked(page, "/documents")["documents"]}
        new = next(iter(kept - {one["id"] for one in before}))
        expect(page.locator(".panel h2")).to_contain_text("45/KH\u2011UBND")
        assert page.evaluate("window.pwned") is None
        package = tmp_path / "goi.zip"
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("ke-hoach-thu-hai.txt", LETTER.replace("45/KH", "46/KH"))
            archive.writestr("hong.docx", b"PK")
        page.locator("[data-tool=upload]").click()
        page.set_input_files("input[type=file]", package)
        members = page.locator(".members > *")
        expect(members).to_have_count(2, timeout=60_000)  # other processes start
        expect(members.first).to_contain_text("hong.docx")
        members.last.locator("summary").click()
        expect(members.last.locator(".understood")).to_contain_text("danh mục cây xanh")
        page.get_by_role("button", name="Giữ lại trong kho").click()
        expect(page.locator(".chip-bar")).to_contain_text("46/KH\u2011UBND", timeout=60_000)
        page.goto(f"/?root={new}&path={new}~{DIRECTIVE}")
        expect(page.locator(".panel .lead")).to_contain_text("Không có chuỗi căn cứ nào")
        page.locator(".chip-bar").get_by_role("button", name="Bỏ tô").click()
        expect(page.locator(".panel .lead")).not_to_contain_text("Không có chuỗi")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.locator("#legend input").last.focus()
    page.keyboard.press("Tab")
    seen = {focused(page)}
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(focused(page))
    assert len(seen - {None}) >= 3
    here = focused(page)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"sel={re.escape(str(here))}"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("sel="))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Phím tắt")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def focused(page: Page) -> str | None:
    found = page.evaluate("document.activeElement.closest('.card')?.dataset.id ?? null")
    return None if found is None else str(found)


def test_every_card_has_a_role_and_a_name(page: Page) -> None:
    cards = page.locator(".cards [role=button]")
    assert cards.count() == len(ids(page))
    expect(page.get_by_role("button", name="38-CT/TW").first).to_be_attached()
    names = cards.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert all(name.strip() for name in names)
    assert page.locator(".card[tabindex='0']").count() == 1


def test_dark_follows_the_system_and_a_choice_is_remembered(browser: Browser, site: str) -> None:
    with visit(browser, site, color_scheme="dark") as page:
        dark = background(page)
        page.locator("[data-tool=theme]").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "light")
        assert background(page) != dark
        page.goto("/")
        expect(page.locator("html")).to_have_attribute("data-theme", "light")


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_page_speaks_english_too(page: Page) -> None:
    page.locator("[data-tool=lang]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".views")).to_contain_text("Workload")
    expect(page.locator(".legend h2").first).to_have_text("Relations")


def test_the_picture_can_be_taken_away(page: Page, tmp_path: Path) -> None:
    svg = downloaded(page, "SVG", tmp_path / "picture.svg")
    drawing = ElementTree.fromstring(svg)
    assert "38-CT/TW" in "".join(drawing.itertext())
    assert b"data:font/woff2" in svg and b'href="http' not in svg
    assert downloaded(page, "PNG", tmp_path / "picture.png").startswith(b"\x89PNG\r\n")
    assert downloaded(page, "HTML", tmp_path / "page.html").startswith(b"<!doctype html>")


def downloaded(page: Page, name: str, file: Path) -> bytes:
    page.locator("[data-tool=download]").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=name).click()
    download.value.save_as(file)
    return file.read_bytes()


def test_on_a_phone_nothing_overflows_and_panels_are_sheets(browser: Browser, site: str) -> None:
    with visit(browser, site, viewport=NARROW, has_touch=True, is_mobile=True) as page:
        for view in ("chain", "explore", "workload", "findings"):
            page.locator(f'[data-view="{view}"]').last.tap()
            expect(page.locator(f'body[data-view="{view}"]')).to_be_attached()
            page.wait_for_selector(".card:visible, .heat:visible, .finding:visible")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator('[data-view="chain"]').last.tap()
        expect(page.locator("#side")).not_to_be_in_viewport()
        card(page, str(asked(page, "/scene")["root"])).dispatch_event("click")
        expect(page.locator("#side h2")).to_be_in_viewport()
        page.locator(".sheet-close").tap()
        expect(page.locator("#side")).not_to_be_in_viewport()
        page.get_by_role("button", name="Bộ lọc").tap()
        expect(page.locator("#legend .row").first).to_be_in_viewport()


def test_a_lost_server_leaves_the_picture_and_offers_to_try_again(page: Page) -> None:
    before = len(ids(page))
    page.route("**/api/v1/scene**", lambda route: route.abort())
    page.locator('[data-view="explore"]').last.click()
    expect(page.locator(".notice")).to_contain_text("Không nối được máy chủ")
    assert len(ids(page)) == before
    page.unroute("**/api/v1/scene**")
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator(".notice")).to_be_hidden()
    expect(page.locator("body")).to_have_attribute("data-view", "explore")


def test_a_relation_without_words_says_so(page: Page) -> None:
    def bare(route: Route) -> None:
        scene = route.fetch().json()
        for link in scene["links"]:
            link["evidence"] = []
        route.fulfill(body=json.dumps(scene), content_type="application/json")

    page.route("**/api/v1/scene**", bare)
    page.reload()
    page.locator(".link .hit").first.dispatch_event("click")
    expect(page.locator(".panel")).to_contain_text("không kèm câu chữ làm bằng chứng")


def test_too_many_nodes_are_cut_and_counted(
    browser: Browser, read_once: GraphStore, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    with (
        serving(folder, read_once, CANCU_MAX_NODES="12") as site,
        visit(browser, site) as page,
    ):
        scene = asked(page, "/scene")
        assert scene["truncated"]
        expect(page.locator(".status")).to_contain_text(str(scene["counts"]["nodes"]))
        expect(page.locator(".status")).to_contain_text(
            str(scene["counts"]["nodes"] + scene["left_out"])
        )


def test_an_empty_store_says_what_to_do(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with serving(tmp_path_factory.mktemp("empty")) as site, visit(browser, site) as page:
        expect(page.locator(".veil")).to_contain_text("Kho chưa có văn bản nào")
        expect(page.locator(".veil").get_by_role("button")).to_be_visible()
        page.goto(f"{site}/?view=workload")
        expect(page.locator(".page > .note")).to_contain_text("Chưa có nhiệm vụ")
        expect(page.locator(".year-pick")).to_have_count(0)
        expect(page).to_have_title("Khối lượng việc · Căn cứ")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_attribute("href", "#page")
