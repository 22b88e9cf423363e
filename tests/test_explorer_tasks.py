"""What the explorer says of tasks: one task on a path, words for times, where each task stands."""

import re
from typing import Any

from explorer import DIRECTIVE, NARROW, asked, card, visit
from playwright.sync_api import Browser, Page, expect

BRANCH = "vn/hcm/skhcn/chi-cuc-tieu-chuan-do-luong-chat-luong"


def test_a_chain_through_a_folded_group_quotes_the_one_task_it_names(
    browser: Browser, site: str
) -> None:
    unit = "vn/hcm/skhcn/phong-kiem-tra-phap-che"
    with visit(browser, site, f"?path={unit}~{DIRECTIVE}") as page:
        named = page.locator(".stop .of-group")
        expect(named).to_have_count(1)
        task = named.get_attribute("data-task")
        shown = asked(page, f"/nodes/{task}")
        edges = shown["edges"]
        roles = [e for e in edges if e["from"] == unit]
        assigns = [e for e in edges if e["kind"] == "assigns"]
        marks = page.locator(".stop mark")
        for at, own in enumerate((roles, assigns)):
            assert marks.nth(at).inner_text() in {
                proof["quote"] for edge in own for proof in edge["evidence"]
            }
        expect(page.locator(".card.group.lit")).to_have_count(1)
        expect(page.locator(".link.lit")).to_have_count(page.locator(".stop").count() - 1)


def test_how_often_is_said_in_words(browser: Browser, site: str) -> None:
    work = asked_of(browser, site)
    spoken = {"continuous": "Thường xuyên", "P1Y": "Hằng năm", "on_demand": "Theo yêu cầu"}
    for code, words in spoken.items():
        task = next(node["id"] for node in work["nodes"] if node.get("recurrence") == code)
        with visit(browser, site, f"?root={task}") as page:
            expect(page.locator(".panel .facts")).to_contain_text(words)
    with visit(browser, site, f"?root={task}&lang=en") as page:
        expect(page.locator(".panel .facts")).to_contain_text("On demand")


def asked_of(browser: Browser, site: str) -> Any:
    """The workload of 2026, as the server tells it."""
    with visit(browser, site) as page:
        return asked(page, "/workload?year=2026")


def test_a_unit_lists_what_it_leads_first_and_each_task_with_its_document(
    browser: Browser, site: str
) -> None:
    with visit(browser, site, f"?sel={BRANCH}") as page:
        tasks = page.locator(".panel .block.tasks")
        tasks.locator(".more").click()
        kinds = tasks.locator(".relation").evaluate_all("all => all.map(one => one.dataset.kind)")
        order = ["leads", "executes", "supervises", "advises", "coordinates"]
        assert {"leads", "executes", "coordinates"} <= set(kinds)
        assert kinds == sorted(kinds, key=order.index)
        places = tasks.locator(".relation .where").all_text_contents()
        assert len(places) == len(kinds)
        assert all(re.search(r"\btrong \S", place) for place in places), places
        assert "…" not in page.locator(".panel summary").all_text_contents()


def test_a_task_found_or_scheduled_says_where_it_stands(browser: Browser, site: str) -> None:
    with visit(browser, site, f"?view=workload&unit={BRANCH}") as page:
        expect(page.locator(".panel .task-row .where").first).to_contain_text("KH")
        expect(page.locator(".bar-row .where").first).to_contain_text("KH")
        page.get_by_role("combobox").fill("gop y sua doi van ban cua nganh")
        hit = page.locator(".hit", has=page.locator(".sort.task")).first
        expect(hit.locator(".where")).to_have_text(re.compile(r"^[\w.]+ · trong \S"))


def test_a_bar_is_dark_over_the_months_that_the_text_gives(browser: Browser, site: str) -> None:
    work = asked_of(browser, site)
    once = next(
        node
        for node in work["nodes"]
        if node["intervals"] == [["2026-10-01", "2026-12-31"]] and not node.get("recurrence")
    )
    always = next(node for node in work["nodes"] if node.get("recurrence") == "continuous")
    with visit(browser, site, "?view=workload&year=2026") as page:
        row = page.locator(f'.bar-row[data-task="{once["id"]}"] .run')
        classes = row.evaluate_all("all => all.map(one => one.classList.contains('given'))")
        assert classes == [False] * 9 + [True] * 3
        bar = page.locator(f'.bar-row[data-task="{always["id"]}"] .run.lasting')
        expect(bar).to_have_count(12)
        expect(page.locator(".gantt-key .sign")).to_have_count(2)


def test_the_first_picture_can_be_read_and_fit_shows_all(browser: Browser, site: str) -> None:
    with visit(browser, site) as page:
        root = asked(page, "/scene")["root"]
        assert scale(page) >= 0.8
        expect(card(page, root)).to_be_in_viewport(ratio=1)
        expect(card(page, DIRECTIVE)).to_be_in_viewport(ratio=1)
        page.get_by_role("button", name="Vừa khung").click()
        expect(page.locator(".card.unit").last).to_be_in_viewport(ratio=1)


def scale(page: Page) -> float:
    """The zoom of the picture."""
    return int(page.locator(".zoom output").inner_text().rstrip("%")) / 100


def test_a_link_to_a_root_that_is_gone_offers_the_first_picture(
    browser: Browser, site: str
) -> None:
    with visit(browser, site, "?root=vn/khong/co") as page:
        veil = page.locator(".veil")
        expect(veil).to_contain_text("vn/khong/co")
        assert "cancu" not in veil.inner_text()
        expect(page.locator(".panel h2")).not_to_be_empty()
        expect(page.get_by_role("combobox")).to_be_visible()
        veil.get_by_role("button", name="Về ảnh đầu").click()
        expect(page.locator(".card").first).to_be_visible()
        assert "root=" not in page.url


def test_the_footer_counts_what_is_seen(browser: Browser, site: str) -> None:
    with visit(browser, site, "?off=kind:unit,cites") as page:
        drawn = page.locator(".card").count(), page.locator(".link").count()
        expect(page.locator(".status")).to_contain_text(f"{drawn[0]} nút · {drawn[1]} quan hệ")
        row = page.locator('.legend [data-filter="assigns"]')
        expect(row).to_contain_text("Giao nhiệm vụ")


def test_a_link_to_a_node_or_a_chain_opens_the_sheet(browser: Browser, site: str) -> None:
    for address in (f"?sel={DIRECTIVE}", f"?path={BRANCH}~{DIRECTIVE}"):
        with visit(browser, site, address, viewport=NARROW) as page:
            expect(page.locator(".side")).to_be_in_viewport()
            expect(page.locator(".panel h2")).to_be_in_viewport()


def test_a_bar_of_a_deadline_is_one_month(browser: Browser, site: str) -> None:
    work = asked_of(browser, site)
    task = next(
        node
        for node in work["nodes"]
        if str(node.get("due")).startswith("2026-") and not node.get("intervals")
    )
    month = int(task["due"][5:7])
    with visit(browser, site, "?view=workload&year=2026") as page:
        runs = page.locator(f'.bar-row[data-task="{task["id"]}"] .run')
        dark = runs.evaluate_all("all => all.map(one => one.classList.contains('given'))")
        light = runs.evaluate_all("all => all.map(one => one.classList.contains('lasting'))")
        quarter = slice((month - 1) // 3 * 3, (month - 1) // 3 * 3 + 3)
        assert [at for at, on in enumerate(dark, 1) if on] == [month]
        assert not any(light[quarter])
