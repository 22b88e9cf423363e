"""The choices of the workload's page: periods, scope, collectives, threshold; each as the API's."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from explorer import asked, visit
from playwright.sync_api import Browser, Page, expect

DEPARTMENT = "vn/hcm/skhcn"
YEAR = {"year": "2026"}
NUMBERS = """all => Object.fromEntries(all.map(one => [
  `${one.dataset.unit} ${one.dataset.period}`, one.querySelector('b').textContent]))"""


def counted(work: Any) -> dict[str, str]:
    """Each cell of the map as the server counts it."""
    found: dict[str, int] = {}
    for row in work["rows"]:
        for place, count in enumerate(row["counts"], 1):
            cell = f"{row['unit']} {place}"
            found[cell] = found.get(cell, 0) + count
    return {cell: str(count or "–") for cell, count in found.items()}


def shown(page: Page, work: Any) -> dict[str, str]:
    """Each cell of the map as the page shows it, once it is the map of these periods."""
    expect(page.locator(".heat thead th")).to_have_count(len(work["periods"]) + 1)
    more = page.locator(".heat + .text-button")
    if more.count():
        more.click()
    numbers: dict[str, str] = page.locator(".cell").evaluate_all(NUMBERS)
    return numbers


def opened(page: Page, choices: dict[str, str]) -> dict[str, str]:
    page.goto(f"/?{urlencode({'view': 'workload', **choices})}")
    page.wait_for_selector(".heat")
    return choices


@pytest.mark.parametrize("by", ["week", "month", "quarter", "year"])
def test_each_period_is_counted_as_the_server_does(browser: Browser, site: str, by: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        page.locator(f'[data-by="{by}"]').click()
        expect(page.locator(f'[data-by="{by}"]')).to_have_attribute("aria-pressed", "true")
        query = {"by": by} if by == "year" else {"by": by, **YEAR}
        work = asked(page, f"/workload?{urlencode(query)}")
        assert shown(page, work) == counted(work)


def test_a_year_opens_its_own_tasks(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&by=year") as page:
        years = asked(page, "/workload?by=year")
        assert len(years["periods"]) > 1
        firsts = {row["unit"]: row["counts"] for row in reversed(years["rows"][:6])}
        for unit, counts in firsts.items():
            place = next(at for at, count in enumerate(counts) if count)
            year = years["periods"][place]
            cell = page.locator(f'.cell[data-unit="{unit}"][data-period="{place + 1}"]')
            cell.click()
            expect(cell).to_have_attribute("aria-pressed", "true")
            expect(page).to_have_url(re.compile(f"cell={year}"))
            expect(page.locator(".panel .kind").first).to_have_text(year)
            told = asked(page, f"/workload?by=year&year={year}")
            tasks = {id for one in told["rows"] if one["unit"] == unit for id in one["tasks"][0]}
            expect(page.locator(".bar-row")).to_have_count(len(tasks))


def test_a_week_opens_its_own_tasks(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&by=week&year=2026") as page:
        cell = page.locator('.cell:not(.none)[data-period="10"]').first
        count = int(cell.locator("b").inner_text())
        cell.click()
        expect(page.locator(".panel .kind").first).to_have_text("Tuần 10 · 2026")
        expect(page.locator(".bar-row")).to_have_count(count)
        expect(page.locator(".untimed")).to_have_count(0)
        page.reload()
        late = page.locator('.cell:not(.none)[data-period="40"]').first
        late.click()
        expect(page.locator(".panel .kind").first).to_have_text("Tuần 40 · 2026")
        expect(late).to_be_in_viewport()
        page.reload()
        expect(page.locator('.cell[aria-pressed="true"]')).to_be_in_viewport()


def test_with_and_without_those_under_a_unit(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        whole = asked(page, "/workload?year=2026")
        expect(page.locator('[data-within="below"]')).to_be_disabled()
        opened(page, {**YEAR, "unit": DEPARTMENT})
        maps = [counted(whole)]
        for name, sub_units in (("below", "true"), ("alone", "false")):
            page.locator(f'[data-within="{name}"]').click()
            expect(page.locator(f'[data-within="{name}"]')).to_have_attribute(
                "aria-pressed", "true"
            )
            query = urlencode({**YEAR, "unit": DEPARTMENT, "sub_units": sub_units})
            maps.append(counted(asked(page, f"/workload?{query}")))
            units = {cell.split()[0] for cell in maps[-1]}
            expect(page.locator(".unit-name")).to_have_count(min(24, len(units)))
            assert shown(page, whole) == maps[-1]
            expect(page).to_have_url(re.compile(f"within={DEPARTMENT}"))
        assert len(maps[0]) > len(maps[1]) > len(maps[2]) > 0
        page.reload()
        page.wait_for_selector(".heat")
        assert shown(page, whole) == maps[2]
        page.locator('[data-within="all"]').click()
        expect(page.locator(".heat + .text-button")).to_be_visible()
        assert shown(page, whole) == maps[0]


def test_collectives_apart_left_out_or_counted_for_members(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        maps = []
        for way in ("none", "members", "apart"):
            query = urlencode({**YEAR, "collectives": way})
            work = asked(page, f"/workload?{query}")
            with page.expect_response(re.compile(r"/api/v1/workload\?")):
                page.locator(f'[data-collectives="{way}"]').click()
            chosen = page.locator(f'[data-collectives="{way}"]')
            expect(chosen).to_have_attribute("aria-pressed", "true")
            expect(chosen).to_be_focused()
            maps.append(counted(work))
            assert shown(page, work) == maps[-1]
            if way != "apart":
                expect(page).to_have_url(re.compile(f"collectives={way}"))
        assert maps[0] != maps[1] != maps[2] != maps[0]


def test_what_is_above_the_threshold_is_named_and_marked(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        expect(page.locator(".cell.over")).to_have_count(0)
        page.locator('input[name="threshold"]').fill("9")
        page.keyboard.press("Enter")
        told = asked(page, "/workload?year=2026&threshold=9")
        over = {
            f"{unit['unit']} {told['periods'].index(one['period']) + 1}"
            for unit in told["overloaded"]
            for one in unit["periods"]
        }
        expect(page.locator(".cell.over")).to_have_count(len(over))
        expect(page).to_have_url(re.compile("threshold=9"))
        assert set(page.locator(".cell.over").evaluate_all(NUMBERS)) == over
        first = page.locator(".cell.over").first
        expect(first.locator(".sign")).to_have_text("▲")
        expect(first).to_have_attribute("aria-label", re.compile("vượt ngưỡng 9$"))
        worst = told["overloaded"][0]
        most = max(worst["periods"], key=lambda one: one["count"])
        told_first = page.locator(".over-unit").first
        expect(told_first).to_contain_text(worst["label"])
        expect(told_first).to_contain_text(f": {most['count']} ({most['lead']} chủ trì")
        expect(page.locator(".overload h2")).to_contain_text(f"{len(told['overloaded'])} đơn vị")
        told_first.click()
        expect(page.locator(".bar-row")).to_have_count(most["count"])
        page.locator('input[name="threshold"]').fill("99999")
        page.keyboard.press("Enter")
        expect(page.locator(".over-none")).to_contain_text("Không đơn vị nào")
        page.locator('input[name="threshold"]').fill("")
        page.keyboard.press("Enter")
        expect(page.locator(".overload, .over-none")).to_have_count(0)
        expect(page).not_to_have_url(re.compile("threshold"))


def test_a_link_opens_the_same_choices(browser: Browser, site: str) -> None:
    choices = {"by": "month", "collectives": "members", "threshold": "3", "role": "leads"}
    choices["within"] = DEPARTMENT
    with visit(browser, site, f"?{urlencode({'view': 'workload', **YEAR, **choices})}") as page:
        query = {**YEAR, **choices, "unit": choices["within"]}
        del query["within"]
        work = asked(page, f"/workload?{urlencode(query)}")
        assert shown(page, work) == counted(work)
        pressed = page.locator(".page-head, .choices").locator('[aria-pressed="true"]')
        expect(pressed).to_have_count(4)
        expect(page.locator('input[name="threshold"]')).to_have_value("3")
        cells = sum(len(unit["periods"]) for unit in work["overloaded"])
        assert page.locator(".cell.over").count() == cells > 0


def test_only_the_roles_that_are_chosen_count(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        whole = asked(page, "/workload?year=2026")
        page.locator('[data-role="leads"]').click()
        leads = asked(page, "/workload?year=2026&role=leads")
        pressed = page.locator('.choices [data-role][aria-pressed="true"]')
        expect(pressed).to_have_attribute("data-role", "leads")
        expect(pressed).to_be_focused()
        expect(page).to_have_url(re.compile("role=leads$"))
        assert shown(page, whole) == counted(leads)
        page.locator('[data-role="executes"]').click()
        both = asked(page, "/workload?year=2026&role=leads&role=executes")
        expect(page).to_have_url(re.compile("role=leads,executes$"))
        assert counted(leads) != counted(both) != counted(whole)
        expect(pressed).to_have_count(2)
        page.reload()
        assert shown(page, whole) == counted(both)
        page.locator('[data-role=""]').click()
        expect(pressed).to_have_count(1)
        assert "role=" not in page.url
        assert shown(page, whole) == counted(whole)


@pytest.mark.parametrize("by", ["month", "quarter"])
def test_each_unit_tells_what_is_usual_and_its_peak(browser: Browser, site: str, by: str) -> None:
    with visit(browser, site, f"?view=workload&year=2026&by={by}") as page:
        work = asked(page, f"/workload?year=2026&by={by}")
        load = next(one for one in work["units"] if one["both"]["normal"] < one["both"]["peak"])
        sides = {name: load[name] for name in ("lead", "support", "both")}
        name = page.locator(f'.unit-name[data-unit="{load["unit"]}"]')
        usual = f"{load['both']['normal']:g}".replace(".", ",")
        expect(name.locator("small")).to_have_text(
            f"thường {usual}, cao điểm {load['both']['peak']}"
        )
        name.click()
        for side, told in sides.items():
            cells = page.locator(f'.load [data-side="{side}"] td')
            expect(cells.nth(0)).to_have_text(f"{told['normal']:g}".replace(".", ","))
            expect(cells.nth(1)).to_contain_text(re.compile(f"^{told['peak']}"))
            title = cells.nth(1).get_attribute("title") or ""
            assert title.count(",") + bool(title) == len(told["peaks"])


@pytest.mark.parametrize("why", ["no-lead", "no-date", "two-leads"])
def test_tasks_to_settle_are_listed_with_their_counts(
    browser: Browser, site: str, why: str
) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        expect(page.locator(".unsettled .count").first).to_be_empty()
        button = page.locator(f'[data-attention="{why}"]')
        button.click()
        told = asked(page, f"/tasks?attention={why}&limit=40")
        assert told["counts"]["no-date"]
        expect(button).to_be_focused()
        for name in ("no-lead", "no-date", "two-leads"):
            count = page.locator(f'[data-attention="{name}"] .count')
            expect(count).to_have_text(str(told["counts"][name]))
        listed = page.locator(".unsettled [data-task]")
        more = page.locator(".unsettled .more").first
        if len(told["tasks"]) > 8:
            expect(listed).to_have_count(8)
            more.click()
        expect(listed).to_have_count(len(told["tasks"]))
        ids = listed.evaluate_all("all => all.map(one => one.dataset.task)")
        assert ids == [task["id"] for task in told["tasks"]]
        if not ids:
            expect(page.locator(".unsettled .note")).to_be_visible()
            return
        asked_for: list[str] = []
        page.on("request", lambda request: asked_for.append(request.url))
        listed.first.click()
        expect(page.locator(".panel h2")).to_contain_text(told["tasks"][0]["name"][:40])
        expect(listed.first).to_have_attribute("aria-pressed", "true")
        assert not [url for url in asked_for if "/workload" in url or "/tasks" in url]


def test_tasks_to_settle_of_the_unit_that_is_chosen(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        asking = {**YEAR, "unit": DEPARTMENT, "attention": "no-date"}
        opened(page, asking)
        told = asked(page, f"/tasks?unit={DEPARTMENT}&attention=no-date&limit=40")
        whole = asked(page, "/tasks?attention=no-date&limit=40")
        count = page.locator('[data-attention="no-date"] .count')
        expect(count).to_have_text(str(told["counts"]["no-date"]))
        assert told["counts"]["no-date"] < whole["counts"]["no-date"]
        expect(page.locator(".unsettled [data-task]")).to_have_count(min(8, len(told["tasks"])))
