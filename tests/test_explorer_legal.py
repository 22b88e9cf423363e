"""What legal staff see of a document: how it stands, its diagram, what hangs on it."""

from collections.abc import Iterator

import pytest
from explorer import asked, visit
from playwright.sync_api import Browser, Page, expect

LAW = "vn/ttg/qd/2018/996"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visit(browser, site, f"?root={LAW}") as opened:
        yield opened


def test_a_document_says_how_it_stands(page: Page) -> None:
    standing = page.locator(".standing")
    told = asked(page, f"/state/{LAW}")
    expect(standing.locator("p").first).to_have_text(told["text"])
    expect(standing).to_have_attribute("data-holds", "true")
    standing.locator("summary").click()
    expect(standing.locator(".note").first).to_have_text(told["notes"][0]["message"])


def test_the_diagram_has_every_category_with_its_members(page: Page) -> None:
    told = asked(page, f"/relations/{LAW}")
    section = page.locator(".later.diagram")
    section.locator("summary").first.click()
    every = told["categories"] + told["beside"]
    expect(section.locator(".category")).to_have_count(len(every))
    full = [one for one in every if one["count"] + one["tasks"]]
    expect(section.locator("details.category")).to_have_count(len(full))
    basis = section.locator('details.category[data-id="bases"]')
    basis.locator("summary").first.click()
    rows = basis.locator(".relation")
    bases = next(one for one in full if one["id"] == "bases")
    expect(rows).to_have_count(len(bases["members"]))
    rows.first.locator(".proof summary").click()
    expect(rows.first.locator("mark").first).to_be_visible()
    rows.first.locator(".go").click()
    expect(page.locator(".panel h2")).to_contain_text(bases["members"][0]["number"])
    assert bases["members"][0]["id"] in page.url


def test_what_hangs_on_it_is_counted_and_paged(page: Page) -> None:
    told = asked(page, f"/impact/{LAW}?limit=40")
    section = page.locator(".later.impact")
    section.locator("summary").first.click()
    direct = told["counts"]["direct"]
    cells = section.locator(".census tr").nth(1).locator("td")
    expect(cells).to_have_text([str(direct[kind]) for kind in ("document", "task", "unit")])
    total = sum(
        told["counts"][way][kind]
        for way in ("direct", "indirect")
        for kind in ("document", "task", "unit")
    )
    expect(section.locator(".relation")).to_have_count(40)
    section.locator(".more").click()
    expect(section.locator(".relation")).to_have_count(total)
    expect(section.locator(".more")).to_have_count(0)


def test_a_task_has_neither(page: Page, site: str) -> None:
    task = asked(page, f"/nodes/{LAW}")["edges"]
    id = next(edge["to"] for edge in task if edge["kind"] == "assigns")
    page.goto(f"/?root={id}")
    expect(page.locator(".panel h2")).to_be_visible()
    expect(page.locator(".later")).to_have_count(0)
