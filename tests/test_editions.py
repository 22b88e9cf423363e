"""Laws named by their titles: which edition is meant, and what stays open."""

from dataclasses import replace

import pytest
from resolving import among, read, rules

from loaders.mentions import Header, PartialDate
from loaders.resolving.offering import ends


def test_a_law_named_by_title_joins_its_number() -> None:
    found = read(
        "Căn cứ Luật Đo lường số 04/2011/QH13;", "1. Theo đúng quy định của Luật Đo lường."
    )
    (law,) = found.cited
    assert (law.id, law.issuer, len(law.mentions)) == ("vn/qh/luat/2011/4", "Quốc hội", 2)


def test_a_law_with_title_and_year_has_the_number_that_others_give_it() -> None:
    other = read("theo Luật Việc làm số 38/2013/QH13", id="a/b/c/2014/1")
    offers = among(("a/b/c/2014/1", other))
    dated = read("Căn cứ Luật Việc làm ngày 16 tháng 11 năm 2013;", offers=offers)
    assert [(d.id, d.reason) for d in dated.cited] == [("vn/qh/luat/2013/38", "title")]


@pytest.mark.parametrize(
    ("others", "id", "status"),
    [
        (("Luật Việc làm số 38/2013/QH13",), "vn/qh/luat/2013/38", "resolved"),
        (
            ("Luật Việc làm số 38/2013/QH13", "Luật Việc làm ngày 16 tháng 11 năm 2013"),
            "vn/qh/luat/2013/38",
            "resolved",
        ),
        (
            ("Luật Việc làm số 38/2013/QH13", "Luật Việc làm số 74/2025/QH15"),
            "vn/qh/luat/-/viec-lam",
            "ambiguous",
        ),
        (("Luật Việc làm năm 2013",), "vn/qh/luat/-/viec-lam", "ambiguous"),
        (("Luật Việc làm số 74/2029/QH15",), "vn/qh/luat/-/viec-lam", "unresolved"),
        (("Luật Việc làm",), "vn/qh/luat/-/viec-lam", "unresolved"),
    ],
)
def test_a_title_alone_is_the_one_edition_known(
    others: tuple[str, ...], id: str, status: str
) -> None:
    givers = [(f"a/b/c/2014/{i}", read(f"theo {o}", id=f"a/b/c/2014/{i}",
               header=Header(type="Công văn"))) for i, o in enumerate(others)]  # fmt: skip
    found = read("theo Luật Việc làm", offers=among(*givers))
    (law,) = found.cited
    assert (law.id, law.status, law.number, law.symbol) == (id, status, None, None)
    assert law.reason == ("title:a/b/c/2014/0" if status == "resolved" else None)
    assert rules(found) == (["citation.edition_open"] if status == "ambiguous" else [])
    assert bool(law.candidates) is (status == "ambiguous")


@pytest.mark.parametrize(
    ("year", "id"),
    [
        (2018, "vn/qh/luat/2014/49"),
        (2020, "vn/qh/luat/-/dau-tu-cong"),  # adopted in 2019, in force in 2020
        (2021, "vn/qh/luat/2019/39"),
        (2024, "vn/qh/luat/-/dau-tu-cong"),
        (2026, "vn/qh/luat/2024/58"),
    ],
)
def test_of_the_editions_that_others_tell_the_one_in_force_is_meant(year: int, id: str) -> None:
    said = ("49/2014/QH13", "39/2019/QH14", "58/2024/QH15")
    givers = [(f"a/b/c/2025/{i}", read(f"theo Luật Đầu tư công số {number}", id=f"a/b/c/2025/{i}"))
              for i, number in enumerate(said)]  # fmt: skip
    header = Header(type="Kế hoạch", issued=PartialDate(year))
    found = read("Căn cứ Luật Đầu tư công;", header=header, offers=among(*givers))
    assert [law.id for law in found.cited] == [id]


def test_an_edition_that_the_text_calls_replaced_is_not_meant() -> None:
    header = Header(type="Luật", issued=PartialDate(2024))
    found = read(
        "Điều 1. Theo quy định của Luật Đầu tư công.",
        "Điều 2. Luật này thay thế Luật Đầu tư công số 39/2019/QH14.", header=header,
    )  # fmt: skip
    assert {law.id: law.status for law in found.cited} == {
        "vn/qh/luat/-/dau-tu-cong": "unresolved", "vn/qh/luat/2019/39": "resolved",
    }  # fmt: skip


def test_a_title_alone_is_not_chosen_among_two_editions_of_its_own_text() -> None:
    other = read("theo Luật Việc làm số 38/2013/QH13", id="a/b/c/2014/1")
    found = read(
        "Luật Việc làm số 38/2013/QH13 và Luật Việc làm số 74/2025/QH15", "1. Theo Luật Việc làm.",
        offers=among(("a/b/c/2014/1", other)),
    )  # fmt: skip
    assert [d.status for d in found.cited] == ["resolved", "resolved", "ambiguous"]
    assert rules(found) == ["citation.edition_open"]
    (told,) = (fact for d in found.doubts for name, fact in d.facts if name == "candidates")
    assert told == "Luật 38/2013/QH13 (2013), Luật 74/2025/QH15 (2025)"


def test_a_number_without_title_and_a_title_without_number_are_one_law() -> None:
    other = read("theo Luật Việc làm số 38/2013/QH13", id="a/b/c/2014/1")
    for words in (
        ("theo Luật Việc làm", "Luật số 38/2013/QH13"),
        (
            "Luật số 38/2013/QH13",
            "theo Luật Việc làm",
        ),
    ):
        found = read(*words, offers=among(("a/b/c/2014/1", other)))
        (law,) = found.cited
        assert (law.number, law.symbol, len(law.mentions)) == ("38/2013", "QH13", 2)
        assert (law.name, rules(found)) == ("Luật Việc làm", [])


@pytest.mark.parametrize(
    ("issued", "id"),
    [
        (PartialDate(2025, 1, 1), "vn/qh/luat/2024/58"),
        (PartialDate(2024, 12, 31), "vn/qh/luat/-/dau-tu-cong"),
        (PartialDate(2025), "vn/qh/luat/-/dau-tu-cong"),
    ],
)
def test_an_edition_that_a_loaded_law_has_ended_is_not_meant(issued: PartialDate, id: str) -> None:
    law = "vn/qh/luat/2024/58"
    header = Header(
        type="Luật", number="58/2024", symbol="QH15", title="Đầu tư công",
        issued=PartialDate(2024, 11, 29),
    )  # fmt: skip
    words = "Điều 9. Luật này thay thế Luật Đầu tư công số 39/2019/QH14."
    told = read(words, id=law, header=header)
    told = replace(told, offers=(*told.offers, *ends(told.cited, "2025-01-01")))
    plan = Header(type="Kế hoạch", issued=issued)
    assert [
        found.id
        for found in read("Căn cứ Luật Đầu tư công;", header=plan, offers=among((law, told))).cited
    ] == [id]
    assert not list(ends(told.cited, None))
