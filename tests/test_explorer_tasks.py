"""What the explorer says of tasks: one task on a path, words for times, where each task stands."""

from collections.abc import Iterator

import pytest
from explorer import CORPUS, DIRECTIVE, asked, chromium, serving, visit
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("site"), CORPUS) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


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
