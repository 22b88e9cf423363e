"""A question typed into the search box is answered in the panel, with what proves the answer."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from explorer import asked, visit
from playwright.sync_api import Browser, Page, expect

QUESTION = "Kế hoạch 2132 căn cứ vào những văn bản nào?"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visit(browser, site) as opened:
        yield opened


def type_question(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    expect(page.locator(".hits .hit").first).to_have_text(f"Hỏi{text}")
    page.keyboard.press("Enter")


def test_a_question_is_answered_with_its_proof(page: Page) -> None:
    told = asked(page, f"/ask?q={quote(QUESTION)}")
    type_question(page, QUESTION)
    reply = page.locator(".reply")
    expect(reply).to_have_attribute("data-status", "answered")
    expect(reply.locator(".said")).to_have_text(told["text"])
    expect(reply.locator(".understood")).to_contain_text(told["understood"]["question"])
    proved = [edge for edge in told["edges"] if edge["evidence"]]
    expect(reply.locator(".relation")).to_have_count(min(8, len(proved)))
    expect(reply.locator("mark").first).to_have_text(proved[0]["evidence"][0]["quote"])
    assert "ask=" in page.url
    reply.locator(".relation .go").first.click()
    expect(reply).to_have_count(0)
    page.go_back()
    expect(page.locator(".reply .said")).to_have_text(told["text"])


def test_what_is_not_understood_is_said_so(page: Page) -> None:
    type_question(page, "Trời hôm nay thế nào?")
    expect(page.locator(".reply")).to_have_attribute("data-status", "unknown")
    expect(page.locator(".reply mark")).to_have_count(0)
    page.get_by_role("button", name="Đóng câu trả lời").click()
    expect(page.locator(".reply")).to_have_count(0)


def test_another_reading_is_one_click_away(browser: Browser, site: str) -> None:
    with visit(browser, site, f"?ask={quote('Quyết định 100')}") as page:
        told = asked(page, f"/ask?q={quote('Quyết định 100')}")
        others = page.locator(".readings .go")
        expect(others).to_have_count(len(told["alternatives"]))
        assert told["alternatives"], "a number alone is no question"
        others.first.click()
        expect(page.locator(".panel h2")).to_have_text(
            told["alternatives"][0]["question"].replace("-", "\u2011")
        )


def test_words_that_are_no_question_stay_a_search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("ke hoach 2132")
    expect(page.locator(".hits .hit").first).not_to_contain_text("Hỏi")
    expect(page.locator(".hits .hit").last).to_contain_text("Hỏi")
