"""Messages as mail programs write them: encodings they misname, pages beside plain words."""

import base64
import quopri
from email.message import EmailMessage

import pytest
from papers import PLAN

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers import read_bytes
from loaders.readers.containers import entries, taken

OLD = "Uû ban nh©n d©n tØnh giao Së T­ ph¸p chñ tr×, phèi hîp víi c¸c ®¬n vÞ cña tØnh."
SAID = "Ủy ban nhân dân tỉnh giao Sở Tư pháp chủ trì, phối hợp với các đơn vị của tỉnh."
TABLE = (
    "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Đơn vị</td></tr>"
    "<tr><td>1</td><td>Kiểm định cân chợ</td><td>Chi cục Đo lường</td></tr></table>"
)


def letter(charset: str, manner: str, body: bytes, kind: str = "plain") -> bytes:
    head = f"Subject: Ke hoach\nMIME-Version: 1.0\nContent-Type: text/{kind}; charset={charset}\n"
    return f"{head}Content-Transfer-Encoding: {manner}\n\n".encode() + body


def said(data: bytes, suffix: str = "txt") -> str:
    words = taken(data, "thu.eml", (f"thu.{suffix}",), Bounds())
    return read_bytes(words, f"thu.{suffix}").content


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "x-viet-tcvn5712"])
@pytest.mark.parametrize("manner", ["quoted-printable", "base64"])
def test_letters_in_tcvn3_are_read_however_they_are_sent(charset: str, manner: str) -> None:
    packed = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[manner]
    assert SAID in said(letter(charset, manner, packed(OLD.encode("cp1252"))))
    page = f'<p><font face=".VnTime">{OLD}</font></p>'.encode("cp1252")
    assert SAID in said(letter(charset, manner, packed(page), "html"), "html")


@pytest.mark.parametrize("charset", ["iso-8859-1", "koi8-r", "windows-1258"])
def test_utf_8_that_a_message_calls_something_else_is_utf_8(charset: str) -> None:
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in said(letter(charset, "8bit", PLAN.encode()))


def test_a_head_that_nobody_writes_is_refused_at_once() -> None:
    more = "".join(f"; filename*{number}=a" for number in range(5_000))
    data = f"Content-Type: text/plain\nContent-Disposition: attachment{more}\n\nabc".encode()
    with pytest.raises(BadInputError) as refused:
        entries(data, "thu.eml", Bounds())
    assert refused.value.key == "read.message"


def test_what_is_named_rightly_is_read_as_named() -> None:
    body = "Ngày 5 tháng 6, giá trị é".encode("utf-16")
    message = letter("utf-16", "base64", base64.encodebytes(body))
    assert "tháng 6" in said(message)


@pytest.mark.parametrize("plain", ["(Xem bản HTML)", "TT Nhiệm vụ Đơn vị 1 Kiểm định cân chợ"])
def test_the_page_of_a_message_is_read_where_its_plain_words_lose_its_table(plain: str) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Phân công"
    mail.set_content(plain)
    mail.add_alternative(f"<p>Kính gửi các đơn vị:</p>{TABLE}", subtype="html")
    (((name,), error),) = entries(mail.as_bytes(), "thu.eml", Bounds())
    assert (name, error) == ("thu.html", None)
    text = read_bytes(taken(mail.as_bytes(), "thu.eml", (name,), Bounds()), name)
    assert len(text.tables) == 1


def test_plain_words_are_read_where_they_say_all() -> None:
    mail = EmailMessage()
    mail.set_content("Kính gửi các đơn vị, gửi kèm kế hoạch.")
    mail.add_alternative("<p>Kính gửi các đơn vị, gửi kèm <b>kế hoạch</b>.</p>", subtype="html")
    assert entries(mail.as_bytes(), "thu.eml", Bounds()) == [(("thu.txt",), None)]
