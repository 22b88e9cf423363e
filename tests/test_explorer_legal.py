"""What legal staff see of a document: how it stands, its diagram, what hangs on it."""

import re
from collections.abc import Iterator

import pytest
from explorer import asked, serving, visit
from playwright.sync_api import Browser, Page, expect

LAW = "vn/ttg/qd/2018/996"

OLD = "vn/lao-cai/ubnd/qd/2025/12"
LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
"""
REPLACED = {
    "old": """Số: 12/QĐ-UBND
Lào Cai, ngày 10 tháng 01 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Quy chế quản lý bến thuyền

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến thuyền.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 02 năm 2025.
""",
    "new": """Số: 45/QĐ-UBND
Lào Cai, ngày 15 tháng 6 năm 2026

QUYẾT ĐỊNH
Về việc ban hành Quy chế quản lý bến thuyền và bến phà

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến thuyền và bến phà.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 7 năm 2026 và thay thế Quyết định số \
12/QĐ-UBND ngày 10 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Lào Cai.
""",
    "plan": """Số: 30/KH-UBND
Lào Cai, ngày 20 tháng 02 năm 2026

KẾ HOẠCH
Sắp xếp bến thuyền năm 2026

Căn cứ Quyết định số 12/QĐ-UBND ngày 10 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Lào Cai;

II. NHIỆM VỤ
1. Kiểm đếm bến thuyền
- Đơn vị chủ trì: Sở Xây dựng.
- Thời gian thực hiện: Quý I năm 2026.
2. Cắm biển báo ở bến thuyền
- Đơn vị chủ trì: Sở Xây dựng.
- Đơn vị phối hợp: Công an tỉnh.
- Thời gian thực hiện: Quý IV năm 2026.
""",
}


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


@pytest.fixture(scope="module")
def replaced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a decision, the one that replaces it on 1 July 2026, and a plan based on it."""
    folder = tmp_path_factory.mktemp("replaced")
    for name, text in REPLACED.items():
        (folder / f"{name}.txt").write_text(LETTERHEAD + text, encoding="utf-8")
    with serving(tmp_path_factory.mktemp("store"), folder) as address:
        yield address


@pytest.mark.parametrize(
    ("day", "shown", "holds", "running"),
    [("2026-03-01", "01/03/2026", "true", 2), ("2026-07-01", "01/07/2026", "false", 1)],
)
def test_state_and_impact_of_the_day_that_is_chosen(
    browser: Browser, replaced: str, day: str, shown: str, holds: str, running: int
) -> None:
    with visit(browser, replaced, f"?root={OLD}") as page:
        page.locator(".later.impact summary").first.click()
        expect(page.locator(".census")).to_be_visible()
        expect(page.locator(".running")).to_have_count(0)
        page.get_by_label("Tại ngày").fill(shown)
        page.keyboard.press("Enter")
        state = asked(page, f"/state/{OLD}?at={day}")
        impact = asked(page, f"/impact/{OLD}?on={day}")
        standing = page.locator(".standing")
        expect(standing.locator("p").first).to_have_text(state["text"])
        expect(standing).to_have_attribute("data-holds", holds)
        standing.locator("summary").click()
        quote = state["acts"][0]["edges"][0]["evidence"][0]["quote"]
        expect(standing.locator("mark").filter(has_text=quote)).to_be_visible()
        section = page.locator(".later.impact")  # still open
        expect(section.locator("summary").first).to_contain_text(shown)
        for row, way in enumerate(("direct", "indirect"), 1):
            counts = [str(impact["counts"][way][kind]) for kind in ("document", "task", "unit")]
            expect(section.locator(".census tr").nth(row).locator("td")).to_have_text(counts)
        assert impact["running"]["after"] == running
        expect(section.locator(".running")).to_contain_text(f"còn chạy sau {shown}: {running};")
        expect(section.get_by_text(f"còn chạy sau {shown}", exact=True)).to_have_count(running)
        assert f"on={day}" in page.url


def test_a_typed_day_counts_when_it_is_left_and_goes_again(browser: Browser, replaced: str) -> None:
    with visit(browser, replaced, f"?root={OLD}&on=2026-02-31") as page:
        field, standing = page.get_by_label("Tại ngày"), page.locator(".standing")
        expect(field).to_have_value("")  # there is no such day
        today = asked(page, f"/state/{OLD}")["text"]
        expect(standing.locator("p").first).to_have_text(today)
        field.press_sequentially("01072026")
        expect(field).to_have_value("01/07/2026")
        assert "on=" not in page.url.replace("on=2026-02-31", "")
        page.locator(".later.impact summary").first.click()
        expect(page.locator(".running")).to_contain_text("01/07/2026")
        expect(standing).to_have_attribute("data-holds", "false")
        page.get_by_role("button", name="Hôm nay").click()
        expect(standing.locator("p").first).to_have_text(today)
        expect(page.locator(".running")).to_have_count(0)
        expect(field).to_be_focused()
        page.go_back()
        expect(field).to_have_value("01/07/2026")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1/7/2026", "2026-07-01"), ("1.7.2026", "2026-07-01"), ("2026-07-01", "2026-07-01"),
     ("31/02/2026", None), ("07/13/2026", None), ("mai", None)],
)  # fmt: skip
def test_a_day_is_written_day_month_year_in_every_browser(
    browser: Browser, replaced: str, typed: str, day: str | None
) -> None:
    with visit(browser, replaced, f"?root={OLD}", locale="en-US") as page:
        field = page.get_by_label("Tại ngày")
        field.fill(typed)
        field.press("Enter")
        if day:
            expect(page).to_have_url(re.compile(f"on={day}"))
            expect(field).to_have_value("01/07/2026")
            return
        expect(page.locator(".on-day .wrong")).to_contain_text("ngày/tháng/năm")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value(typed)
        assert "on=" not in page.url


def test_a_day_picked_on_the_calendar_counts_at_once(browser: Browser, replaced: str) -> None:
    with visit(browser, replaced, f"?root={OLD}") as page:
        page.locator(".picker input").evaluate(
            "one => { one.value = '2026-07-01'; one.dispatchEvent(new Event('change')); }"
        )
        expect(page.get_by_label("Tại ngày")).to_have_value("01/07/2026")
        expect(page.locator(".standing")).to_have_attribute("data-holds", "false")


@pytest.mark.parametrize("complete", [True, False])
def test_an_impact_that_is_not_counted_whole_says_so(
    browser: Browser, replaced: str, *, complete: bool
) -> None:
    with visit(browser, replaced, f"?root={OLD}") as page:
        answer = asked(page, f"/impact/{OLD}?limit=40") | {"complete": complete}
        page.route("**/api/v1/impact/**", lambda route: route.fulfill(json=answer))
        page.locator(".later.impact summary").first.click()
        expect(page.locator(".census")).to_be_visible()
        expect(page.locator(".impact .part")).to_have_count(0 if complete else 1)
