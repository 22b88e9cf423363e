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
    choices = {"by": "month", "collectives": "members", "threshold": "3", "within": DEPARTMENT}
    with visit(browser, site, f"?{urlencode({'view': 'workload', **YEAR, **choices})}") as page:
        query = {**YEAR, **choices, "unit": choices["within"]}
        del query["within"]
        work = asked(page, f"/workload?{urlencode(query)}")
        assert shown(page, work) == counted(work)
        pressed = page.locator(".page-head, .choices").locator('[aria-pressed="true"]')
        expect(pressed).to_have_count(3)
        expect(page.locator('input[name="threshold"]')).to_have_value("3")
        cells = sum(len(unit["periods"]) for unit in work["overloaded"])
        assert page.locator(".cell.over").count() == cells > 0
