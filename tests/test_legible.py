"""The clean text shown beside evidence leads back to the original, character by character."""

import pytest

from api.legible import legible
from graph.store import StoredText

HTML = (
    "<html><body><nav>Trang chủ</nav>"
    "<article><p>Căn cứ <b>Quyết định số 5/QĐ-UBND</b>;</p></article>"
)
MARKDOWN = "# KẾ HOẠCH\n\nThực hiện **Quyết định số\n5/QĐ-UBND** của tỉnh.\n"


@pytest.mark.parametrize(("name", "original"), [("a.html", HTML), ("a.md", MARKDOWN)])
def test_every_segment_stands_in_the_original(name: str, original: str) -> None:
    said = legible(StoredText("vn/x", name, original, "0"))
    assert "Quyết định số 5/QĐ-UBND" in said["content"]
    assert "<" not in said["content"] and "*" not in said["content"]
    for at, origin, length in said["segments"]:
        same = original[origin : origin + length].replace("\n", " ")
        assert said["content"][at : at + length].replace("\n", " ") == same
