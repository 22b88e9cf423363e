"""Saved pages of legal sites lose their menus and keep their text."""

import quopri
import re
from email.message import EmailMessage

import pytest

from graph.errors import BadInputError
from loaders import read_bytes, reread
from loaders.readers.web.article import ContainerRow, containers

BODY = "".join(
    f"<p>{n}. Ủy ban nhân dân xã {n} lập danh sách hộ dùng giếng khoan.</p>" for n in range(1, 12)
)
HEAD = (
    "<table><tr><td>UBND TỈNH HÒA AN</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
)
MENU = "<div class='menu-top'>" + "<a href='/x'>Văn bản mới</a> " * 30 + "</div>"
ASIDE = "<div class='box-right'><p>Văn bản cùng lĩnh vực: Quyết định số 999/QĐ-UBND</p></div>"


def element(selector: str, inner: str) -> str:
    """The HTML that a selector finds."""
    html = inner
    for part in reversed(re.sub(r":not\([^)]*\)", "", selector).split()):
        id = "".join(f" id='{name}'" for name in re.findall(r"#([\w-]+)", part))
        names = " ".join(re.findall(r"\.([\w-]+)", part))
        more = "".join(f" {key}='{value}'" for key, value in re.findall(r"\[([\w-]+)=(\w+)]", part))
        html = f"<div{id} class='{names}'{more}>{html}</div>"
    return html


@pytest.mark.parametrize("selector", [s for row in containers() for s in row.selector.split(", ")])
def test_the_text_of_a_known_site_is_read_whole_and_alone(selector: str) -> None:
    page = f"<html><body>{MENU}<div><div class='wrap'>{element(selector, HEAD + BODY)}{ASIDE}"
    text = read_bytes(f"{page}</div></div></body></html>".encode(), "trang.html")
    lines = text.content.splitlines()
    assert lines[:2] == ["UBND TỈNH HÒA AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert len(lines) == 2 + 11
    assert "999" not in text.content and "Văn bản mới" not in text.content


def test_an_empty_container_is_not_the_text() -> None:
    page = f"<html><body><div id='toanvancontent'>Đang tải…</div><article>{BODY}</article></body>"
    assert "giếng khoan" in read_bytes(page.encode(), "trang.html").content


def test_cells_over_rows_and_columns_stand_in_the_first_of_them() -> None:
    table = (
        "<table><tr><th rowspan=2>TT</th><th rowspan=2>Việc</th><th colspan=2>Đơn vị</th></tr>"
        "<tr><th>Chủ trì</th><th>Phối hợp</th></tr>"
        "<tr><td rowspan=2>1</td><td>Đo</td><td>Sở A</td><td>Sở B</td></tr>"
        "<tr><td>Ghi</td><td colspan=2>Sở A</td></tr></table>"
    )
    text = read_bytes(f"<html><body><article>{table}</article></body>".encode(), "trang.html")
    rows = [[text.words(cell) for cell in row] for row in text.tables[0].rows]
    assert rows == [
        ["TT", "Việc", "Đơn vị", ""],
        ["", "", "Chủ trì", "Phối hợp"],
        ["1", "Đo", "Sở A", "Sở B"],
        ["", "Ghi", "Sở A", ""],
    ]


def test_selectors_are_told_apart() -> None:
    selectors = [s for row in containers() for s in row.selector.split(", ")]
    assert len(selectors) == len(set(selectors))
    assert all(isinstance(row, ContainerRow) and row.site for row in containers())


def test_a_page_of_an_unknown_site_loses_its_menus_and_no_text() -> None:
    lines = "".join(f"<div class='x{n}'>{line}</div>" for n, line in enumerate(BODY.split("<p>")))
    page = (
        f"<html><body><div class='a1'>{MENU}</div><div class='b2'><div class='c3'>{HEAD}{BODY}"
        f"</div></div><div class='d4'><div><a href='/1'>Quyết định số 999/QĐ-UBND</a></div>{MENU}"
        "</div></body></html>"
    )
    text = read_bytes(page.encode(), "trang.html")
    assert text.content.splitlines()[0] == "UBND TỈNH HÒA AN"
    assert text.content.count("giếng khoan") == 11
    assert "999" not in text.content and "Văn bản mới" not in text.content
    plain = read_bytes(f"<html><body>{lines}</body></html>".encode(), "trang.html")
    assert plain.content.count("giếng khoan") == 11


def test_what_was_struck_out_or_hidden_in_word_is_not_on_its_page() -> None:
    page = (
        f"<html><body>{BODY}<p>Báo cáo <del>hằng tháng</del><ins>hằng quý</ins>.</p>"
        "<p><span style='display:none;mso-hide:all'>Ghi chú ẩn</span></p></body></html>"
    )
    lines = read_bytes(page.encode(), "trang.html").content.splitlines()
    assert lines[11:] == ["Báo cáo hằng quý."]


def test_a_page_laid_out_in_bare_tables_loses_the_cells_that_are_menus() -> None:
    links = " | ".join(f"<a href='/{n}'>{n}</a>" for n in ("Trang chủ", "Văn bản", "Liên hệ"))
    page = (
        f"<html><body><table><tr><td colspan=2>{links}</td></tr><tr><td><p>{links}</p></td>"
        f"<td>{HEAD}{BODY}<p>Theo <a href='/a'>Luật A</a>, <a href='/b'>Luật B</a>, "
        "<a href='/c'>Luật C</a>, thanh tra.</p></td></tr></table></body></html>"
    )
    lines = read_bytes(page.encode(), "trang.html").content.splitlines()
    assert (lines[0], lines[-1]) == ("UBND TỈNH HÒA AN", "Theo Luật A, Luật B, Luật C, thanh tra.")
    assert len(lines) == 14


@pytest.mark.parametrize("name", ["trang.mhtml", "trang.mht", "van-ban.doc"])
def test_a_page_saved_in_one_file_is_its_page(name: str) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Trang"
    mail.set_content(f"<div id='toanvancontent'>{HEAD}{BODY}</div>{MENU}", subtype="html")
    mail.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<a>")
    text = read_bytes(mail.as_bytes(), name)
    assert (text.media, len(text.blocks)) == ("text/html", 13)
    assert reread(text.original, "trang.mhtml").content == text.content
    with pytest.raises(BadInputError):
        read_bytes(b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", name)


def test_a_page_that_chrome_saved_in_one_file_names_its_encoding_in_the_page_alone() -> None:
    page = f"<html><head><meta charset='UTF-8'></head><body>{HEAD}{BODY}</body></html>"
    part = quopri.encodestring(page.encode()).replace(b"\n", b"\r\n")
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    kind = b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    text = read_bytes(head + kind + part + b"\r\n--b--\r\n", "trang.mhtml")
    assert text.content.splitlines()[0] == "UBND TỈNH HÒA AN"
    assert text.content.count("giếng khoan") == 11
