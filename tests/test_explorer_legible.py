"""What stands on the page can be read: nothing is cut, covered or called by an id."""

import re

from explorer import PLAN, asked, visit
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

DESK = ViewportSize(width=1024, height=768)
#: a plan and its annex, which gives one decision another day
OWN = "vn/hcm/skhcn/kh/2026/-dc64ad10"


def test_on_a_small_desk_there_is_room_to_search(browser: Browser, site: str) -> None:
    with visit(browser, site, viewport=DESK) as page:
        expect(page.locator(".panel h2")).not_to_be_empty()
        expect(page.locator(".status")).to_be_visible()
        page.get_by_role("combobox").fill("do luong")
        expect(page.locator(".hits .hit").first).to_be_visible()
        assert box(page, ".hits")["width"] > 400
        assert box(page, ".search input")["width"] > 100
        cut = (
            "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)"
        )
        assert page.locator(".legend .name").evaluate_all(cut) == []
        status, zoom = box(page, ".status"), box(page, ".zoom")
        assert status["x"] + status["width"] <= zoom["x"]


def test_no_number_on_a_card_is_cut(browser: Browser, site: str) -> None:
    with visit(browser, site, f"?root={PLAN}") as page:
        told = page.locator(".card.unit text.small").all_text_contents()
        assert any("vai khác" in one for one in told), told
        assert all(re.fullmatch(r"\d+ [^\d…]+( · \d+ [^\d…]+)*", one) for one in told if one), told


def test_a_bar_runs_on_one_line_beside_the_name_of_its_task(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        page.wait_for_selector(".bar-row")
        tops = "all => all.map(row => new Set([...row.querySelectorAll('.run')].map(run =>"
        tops += " run.getBoundingClientRect().top)).size)"
        assert set(page.locator(".bar-row").evaluate_all(tops)) == {1}
        wide = "all => Math.min(...all.map(one => one.getBoundingClientRect().width))"
        assert page.locator(".bar-name > span").evaluate_all(wide) > 100


def test_months_are_explained_as_months(browser: Browser, site: str) -> None:
    for by, word, other in (("month", "từng tháng", "quý"), ("quarter", "từng quý", "tháng")):
        with visit(browser, site, f"?view=workload&by={by}") as page:
            lead = page.locator(".page > .lead")
            expect(lead).to_contain_text(word)
            expect(lead).not_to_contain_text(other)


def test_many_tasks_come_in_pages_and_the_map_counts_all(browser: Browser, site: str) -> None:
    """As of a unit with thousands of tasks, which the server tells a page at a time."""
    with visit(browser, site) as page:
        whole = asked(page, "/workload?year=2026")
        page.route(
            "**/api/v1/workload?**",
            lambda route: route.continue_(url=f"{route.request.url}&limit=9"),
        )
        page.goto("/?view=workload&year=2026")
        for cell in page.locator(".cell").all()[:40]:
            place = int(cell.get_attribute("data-period") or 0) - 1
            unit = cell.get_attribute("data-unit")
            count = sum(row["counts"][place] for row in whole["rows"] if row["unit"] == unit)
            expect(cell.locator("b")).to_have_text(str(count or "–"))
        expect(page.locator(".bar-row")).to_have_count(9)
        page.locator(".gantt .more").click()
        expect(page.locator(".bar-row")).to_have_count(18)
        busy = whole["rows"][0]
        page.locator(f'.unit-name[data-unit="{busy["unit"]}"]').click()
        expect(page.locator(".bar-row")).to_have_count(9)
        own = {id for cell in (*busy["tasks"], busy["untimed"]) for id in cell}
        assert busy["total"] == len(own) > 9
        expect(page.locator(".panel .block .count").first).to_have_text(str(busy["total"]))
        drawn = page.locator(".bar-row").evaluate_all("all => all.map(one => one.dataset.task)")
        mine = [row for row in whole["rows"] if row["unit"] == busy["unit"]]
        cells = [cell for row in mine for cell in (*row["tasks"], row["untimed"])]
        assert set(drawn) <= {id for cell in cells for id in cell}


def test_a_unit_with_two_roles_is_named_once_by_its_deadline(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        due = page.locator(".due", has_text="chủ trì, thực hiện").first
        expect(due).to_be_visible()
        who = due.locator("small").inner_text().split(" · ")[0].split("; ")
        names = [one.rpartition(" (")[0] for one in who]
        assert len(names) == len(set(names))


def test_a_quote_keeps_the_name_of_its_document(browser: Browser, site: str) -> None:
    held: list[Route] = []
    with visit(browser, site, "?view=compare") as page:
        page.route("**/api/v1/text/**", lambda route: held.append(route))
        page.get_by_role("button", name="Nghi vấn", exact=True).click()
        places = page.locator(".finding .place")
        by_id = places.filter(has_text=re.compile(r"^[a-z-]+/"))
        expect(places.first).to_be_visible()
        expect(by_id).to_have_count(0)
        for route in held:
            route.continue_()
        expect(page.locator(".finding blockquote", has_text="…").first).to_be_visible()
        expect(by_id).to_have_count(0)


def test_what_is_missing_tells_what_rests_on_it(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=findings") as page:
        first = asked(page, "/missing?limit=20")["missing"][0]
        row = page.locator(".missing-row").first
        expect(row).to_contain_text(f"{first['documents']} văn bản, {first['tasks']} nhiệm vụ")
        expect(row).to_contain_text(f"{first['cited_by']} văn bản nhắc tới")


def test_one_number_of_two_days_is_told_by_its_days(browser: Browser, site: str) -> None:
    with visit(browser, site) as page:
        pairs = asked(page, f"/compare/pairs?near={OWN}")["pairs"]
        annex = next(pair["b"]["id"] for pair in pairs if pair["why"] == "annex")
        page.goto(f"/?view=compare&a={OWN}&b={annex}")
        aspect = page.locator(".aspect", has=page.locator("h3", has_text="Văn bản dẫn")).first
        expect(aspect.locator(".said").nth(0)).to_contain_text("SKHCN ngày 22/09/2025")
        expect(aspect.locator(".said").nth(1)).to_contain_text("SKHCN ngày 23/09/2026")
        for side in page.locator(".aspect .said").all():
            proofs = side.locator(".quote mark, .quote .place").all_inner_texts()
            quotes = list(zip(proofs[::2], proofs[1::2], strict=True))
            assert len(quotes) == len(set(quotes))


def box(page: Page, selector: str) -> dict[str, float]:
    """Where something stands on the page."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return dict(found)
