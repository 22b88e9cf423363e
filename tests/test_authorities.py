"""Organs: every row is found by its own names, and near-misses are not."""

import pytest

from graph.vocabulary import levels, rows
from graph.words.authorities import (
    HeadRow,
    authorities,
    begins_with,
    by_id,
    by_name,
    by_symbol,
    level_of,
    unit_id,
)
from graph.words.places import province_of


def test_every_row_is_found_by_its_examples_and_heads() -> None:
    for row in authorities():
        for text in (*row.examples, *row.heads):
            found = by_name(text)
            assert found is not None, text
            assert (found[0].id, found[0].scope) == (row.id, row.scope), text


def test_every_national_name_and_alias_means_its_row() -> None:
    for row in authorities():
        if row.scope in ("national", "party"):
            for text in (row.name, *row.aliases):
                found = by_name(text)
                assert found is not None and found[0].id == row.id, text


def test_every_provincial_name_means_its_row_in_a_province() -> None:
    for row in authorities():
        if row.scope == "province" and not row.name.endswith(("tỉnh", "Tỉnh ủy")):
            found = by_name(f"{row.name} tỉnh An Giang")
            assert found is not None and (found[0].id, found[1]) == (row.id, "an-giang"), row.name


def test_links_between_rows_lead_somewhere() -> None:
    ids = {row.id for row in authorities()}
    known_levels = {level.id for level in levels()}
    for row in authorities():
        assert row.level in known_levels, row.id
        assert row.parent is None or row.parent in ids, row.id
        assert row.successor is None or (row.successor in ids and row.valid_to), row.id
        assert not (row.valid_from and row.valid_to) or row.valid_from < row.valid_to, row.id


def test_every_symbol_means_its_row() -> None:
    seen: dict[str, str] = {}
    for row in authorities():
        for symbol in row.symbols:
            found = by_symbol(symbol)
            assert found is not None
            assert seen.setdefault(symbol, found.id) == row.id, symbol


def test_every_head_has_an_example_that_resolves() -> None:
    for row in rows("authorities", "head", HeadRow):
        assert row.examples, row.title
        assert all(by_name(e) for e in row.examples), row.title


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("TTG", "ttg"),
        ("QH15", "qh"),
        ("UBTVQH14", "ubtvqh"),
        ("TƯ", "tw"),
        ("TU", "tu"),
        ("BGDDT", "bgddt"),
        ("SGD&ÐT", "sgddt"),
        ("XYZ", None),
        ("", None),
    ],
)
def test_symbol(code: str, expected: str | None) -> None:
    found = by_symbol(code)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ủy ban nhân dân Thành phố", "vn/hcm/ubnd"),
        ("UBND TP.HCM", "vn/hcm/ubnd"),
        ("Chủ tịch UBND tỉnh Cà Mau", "vn/ca-mau/ubnd"),
        ("ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI", "vn/dong-nai/ubnd"),
        ("Bộ trưởng Bộ Công an", "vn/bca"),
        ("Bộ KH&CN", "vn/bkhcn"),
        ("Sở LĐ-TB&XH", "vn/hcm/sldtbxh"),
        ("Giám đốc Sở Tài chính thành phố Cần Thơ", "vn/can-tho/stc"),
        ("Hội Nông dân Việt Nam tỉnh Đồng Nai", "vn/dong-nai/hnd"),
        ("Thành ủy Hà Nội", "vn/ha-noi/tu"),
        ("UBND phường Tân An, tỉnh Đồng Nai", "vn/dong-nai/phuong-tan-an/ubnd"),
        ("UBND Quận 1", "vn/hcm/quan-1/ubnd"),
        ("Ủy ban nhân dân thành phố Thủ Đức", "vn/hcm/thanh-pho-thu-duc/ubnd"),
    ],
)
def test_name_to_unit_id(text: str, expected: str) -> None:
    found = by_name(text)
    assert found is not None
    assert unit_id(*found, home="hcm") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tài chính chủ trì",
        "UBND xã chủ trì",
        "UBND các xã, phường",
        "Ủy ban nhân dân quận, huyện",
        "Giám đốc các Sở",
        "thuế",
        "Giám đốc",
        "",
    ],
)
def test_what_names_no_single_organ_is_none(text: str) -> None:
    assert by_name(text) is None


def test_a_provincial_organ_without_a_province_has_no_id() -> None:
    found = by_name("Sở Tài chính")
    assert found is not None and unit_id(*found) is None


def test_levels_of_units() -> None:
    assert level_of("vn/hcm/skhcn/chi-cuc-thu-y") == "department"
    assert level_of("vn/hcm/phuong-tan-an/ubnd") == "commune"
    assert level_of("vn/tw") == "party"
    assert level_of("vn/hcm/mot-to-chuc-la") == "other"
    assert by_id("vn/hcm/khong-co") is None


def test_a_province_by_name() -> None:
    assert province_of("thành phố Cần Thơ") == "can-tho"
    assert province_of("TP.HCM") == "hcm"
    assert province_of("thành phố Thủ Đức") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ủy ban nhân dân Thành phố, Giám đốc Sở Y tế", "Ủy ban nhân dân Thành phố"),
        ("Ủy ban nhân dân thành phố Huế, Đà Nẵng", "Ủy ban nhân dân thành phố Huế"),
        (
            "UBND thành phố Cao Bằng, tỉnh Cao Bằng rà soát",
            "UBND thành phố Cao Bằng, tỉnh Cao Bằng",
        ),
        ("UBND xã Ba Vì, Thành phố Hà Nội rà soát", "UBND xã Ba Vì, Thành phố Hà Nội"),
    ],
)
def test_a_comma_ends_a_place_unless_another_goes_on_with_it(words: str, name: str) -> None:
    found = begins_with(words)
    assert found is not None and words[: found[2]] == name
