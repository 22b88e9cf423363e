"""The page of the workload by months, and what is due by when beside it."""

import re
import zipfile
from urllib.parse import quote

from explorer import asked, visit
from playwright.sync_api import Browser, expect

YEAR = "since=2026-01-01&until=2026-12-31"


def test_deadlines_and_reports_by_day(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        told = asked(page, f"/calendar?{YEAR}&limit=60")
        rows = page.locator(".due")
        expect(rows).to_have_count(min(8, len(told["events"])))
        page.locator(".agenda .more").first.click()
        expect(rows).to_have_count(len(told["events"]))
        first = told["events"][0]
        day = "/".join(reversed(first["day"].split("-")))
        expect(rows.first.locator("time")).to_have_text(day)
        for unit in first["units"]:
            expect(rows.first).to_contain_text(unit["label"])
        with page.expect_download() as waiting:
            page.locator(".agenda .button").first.click()
        content = waiting.value.path().read_text("utf-8")
        assert content.count("BEGIN:VEVENT") >= 1 and "VERSION:2.0" in content
        with page.expect_download() as waiting:
            page.locator(".agenda .button").last.click()
        assert zipfile.is_zipfile(waiting.value.path())
        rows.first.click()
        expect(page.locator(".panel h2")).to_be_visible()
        assert first["task"]["id"] in page.url


def test_the_calendar_follows_the_unit(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        unit = page.locator(".unit-name").first
        id = unit.get_attribute("data-unit")
        unit.click()
        told = asked(page, f"/calendar?{YEAR}&unit={id}&limit=60")
        expect(page.locator(".due")).to_have_count(min(8, len(told["events"])))
        links = page.locator(".agenda .button")
        for at in range(2):
            narrowed = re.compile(f"[?&]unit={quote(str(id), safe='')}(&|$)")
            expect(links.nth(at)).to_have_attribute("href", narrowed)


def test_the_map_by_months(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=workload&year=2026") as page:
        page.locator('[data-by="month"]').click()
        expect(page.locator(".heat thead th")).to_have_count(13)
        told = asked(page, "/workload?year=2026&by=month")
        row = told["rows"][0]
        march = page.locator(f'.cell[data-unit="{row["unit"]}"][data-period="3"]')
        of_unit = [one for one in told["rows"] if one["unit"] == row["unit"]]
        tasks = {id for one in of_unit for id in one["tasks"][2]}
        expect(march.locator("b")).to_have_text(str(len(tasks)))
        march.click()
        expect(page.locator(".panel .kind")).to_have_text("Tháng 3 · 2026")
        expect(page.locator(".bar-row")).to_have_count(len(tasks))
        assert "by=month" in page.url
