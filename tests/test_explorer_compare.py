"""The page of a comparison: two documents, what differs, the words of both side by side."""

from explorer import PLAN, asked, visit
from playwright.sync_api import Browser, Route, expect

ONE, OTHER = "vn/hcm/ubnd/kh/2025/2132", "vn/hcm/ubnd/kh/2025/2134"
#: a plan and its annex, which differ in words that both prove
OWN = "view=compare&a=vn/hcm/skhcn/kh/2026/-dc64ad10"


def test_two_documents_are_chosen_and_compared(browser: Browser, site: str) -> None:
    with visit(browser, site, f"?root={PLAN}&sel={PLAN}") as page:
        page.locator(".panel .compare").click()
        boxes = page.locator(".pick")
        expect(boxes.first.locator("b").first).to_contain_text("398/KH")
        boxes.nth(0).locator("input").fill("2132")
        boxes.nth(0).locator(f'[data-id="{ONE}"]').click()
        boxes.nth(1).locator("input").fill("ke hoach 2134")
        boxes.nth(1).locator(f'[data-id="{OTHER}"]').click()
        told = asked(page, f"/compare?a={ONE}&b={OTHER}")
        counts = told["counts"]
        expect(page.locator(".compared.added .finding")).to_have_count(counts["added"])
        expect(page.locator(".compared.dropped .finding")).to_have_count(counts["dropped"])
        expect(page.locator(".same")).to_contain_text(str(counts["same"]))
        page.locator('[data-sort="dropped"]').click()
        expect(page.locator(".compared.added")).to_have_count(0)
        assert f"a={ONE}" in page.url and f"b={OTHER}" in page.url and "cell=dropped" in page.url
        page.go_back()
        expect(page.locator(".compared.added .finding")).to_have_count(counts["added"])


def test_what_is_typed_while_an_answer_is_on_its_way_stays(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=compare") as page:
        first, second = (page.locator(".pick").nth(number) for number in (0, 1))
        expect(page.locator(".likely").first).to_be_visible()
        held: list[Route] = []
        page.route("**/compare/pairs*", lambda route: held.append(route))
        first.locator("input").fill("2132")
        first.locator(f'[data-id="{ONE}"]').click()
        expect(first.locator("b").first).to_contain_text("2132")
        second.locator("input").fill("ke hoach 2134")
        expect(second.locator(f'[data-id="{OTHER}"]')).to_be_visible()
        with page.expect_event("requestfinished", lambda asked: "/compare/pairs" in asked.url):
            held.pop().continue_()
        page.evaluate("() => new Promise(requestAnimationFrame)")
        expect(second.locator("input")).to_have_value("ke hoach 2134")


def test_pairs_that_belong_together_are_offered(browser: Browser, site: str) -> None:
    with visit(browser, site, "?view=compare") as page:
        offered = page.locator(".likely").first
        expect(offered).to_contain_text("Phụ lục")
        offered.click()
        expect(page.locator(".same")).to_be_visible()
        page.goto(f"/?view=compare&a={OTHER}")
        expect(page.locator(".page > .note")).to_be_visible()


def test_what_changed_stands_in_the_words_of_both(browser: Browser, site: str) -> None:
    with visit(browser, site, f"?{OWN}") as page:
        annexes = asked(page, "/search?kind=document&q=phu+luc&limit=20")["hits"]
        annex = next(hit["id"] for hit in annexes if "/skhcn/" in hit["id"])
        page.goto(f"/?{OWN}&b={annex}&cell=changed")
        first = page.locator(".compared.changed .finding").first
        expect(first).to_be_visible()
        told = asked(page, f"/compare?{OWN.partition('&')[2]}&b={annex}")["changed"]
        point = told[0]["changes"][0]
        sides = first.locator(".aspect").first.locator(".said")
        for side, said in zip(sides.all(), (point["before"], point["after"]), strict=True):
            for proof in said["evidence"][:2]:
                expect(side).to_contain_text(" ".join(proof["quote"].split())[:40])
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_stands_beside_an_annex_is_on_the_side_of_its_plan(
    browser: Browser, site: str
) -> None:
    plan = OWN.partition("a=")[2]
    with visit(browser, site, f"?{OWN}") as page:
        near = asked(page, f"/compare/pairs?near={plan}")["pairs"]
        annex = next(pair["b"]["id"] for pair in near if pair["why"] == "annex")
        for one, other, empty in ((plan, annex, "last"), (annex, plan, "first")):
            page.goto(f"/?view=compare&a={one}&b={other}&cell=beyond")
            rows = page.locator(".compared.beyond .finding")
            expect(rows).to_have_count(3)
            expect(page.locator(f".compared.beyond .two > .gap:{empty}-child")).to_have_count(3)
