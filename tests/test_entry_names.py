"""Packages as programs write them: names they could not hold, names given twice, documents named
like packages."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
import wordfiles as w
from papers import PLAN, SMALL

from api.intake.files import files
from loaders.bounds import Bounds
from loaders.readers import read_bytes
from loaders.readers.containers import entries, taken

LETTER = (SMALL / "cong-van.txt").read_bytes()


def test_the_name_in_unicode_is_taken_where_a_program_wrote_both() -> None:
    held, name = BytesIO(), "Kế hoạch đo lường.txt"
    entry = zipfile.ZipInfo("K_ ho_ch do l__ng.txt")
    entry.extra = pack("<HHBI", 0x7075, 5 + len(name.encode()), 1, zlib.crc32(b"K")) + name.encode()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(entry, PLAN)
    assert entries(held.getvalue(), "a.zip", Bounds()) == [((name,), None)]
    assert taken(held.getvalue(), "a.zip", (name,), Bounds()) == PLAN.encode()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_both_read() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("kh/a.txt", PLAN)
        package.writestr("kh/a.txt", LETTER)
    data = held.getvalue()
    trails = [trail for trail, _ in entries(data, "a.zip", Bounds())]
    assert trails == [("kh/2-a.txt",), ("kh/a.txt",)]
    assert [taken(data, "a.zip", trail, Bounds()) for trail in trails] == [LETTER, PLAN.encode()]


def test_a_document_that_a_browser_called_a_package_is_a_document() -> None:
    data = w.docx(w.paragraph("Luật Đo lường"))
    assert entries(data, "luat.zip", Bounds()) == [(("luat.docx",), None)]
    assert taken(data, "luat.zip", ("luat.docx",), Bounds()) == data


@pytest.mark.parametrize(
    "name", ["KH 12 ngày 15.7.2026", "khong-duoi", "kh.docx.download", "kh.bak"]
)
def test_bytes_that_surely_say_what_they_are_need_no_suffix(name: str) -> None:
    assert read_bytes(w.docx(w.paragraph("Luật Đo lường")), name).content == "Luật Đo lường"


def test_what_programs_leave_beside_documents_is_left_alone(tmp_path: Path) -> None:
    for name in ("~$hoach.docx", "Thumbs.db", "desktop.ini", ".an.txt", "kh.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in files([tmp_path])] == ["kh.txt"]
