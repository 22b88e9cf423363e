"""The calendar file: read back by the library, and by the rules that Outlook holds a file to."""

import re
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar, Event
from office import BUREAU, OFFICE, PLAN
from stores import delta, task, unit
from webapp import V1

from api import answers
from api.cli import run
from api.ics import ics
from graph import open_store
from graph.model import EdgeKind, Json
from graph.store import GraphStore

K = EdgeKind
AWKWARD = "=1+1; họp, gửi \\ «báo cáo»\r\nBEGIN:VEVENT\x00\x1b[31m " + "rất dài " * 60


def file_of(store: GraphStore, *jobs: dict[str, Json], **facts: Json) -> bytes:
    """The calendar file of one plan whose tasks have these facts."""
    ids = [f"vn/a/nv/{n}" for n in range(len(jobs))]
    store.apply(
        delta(
            "vn/a",
            *(("vn/a", K.ASSIGNS, id) for id in ids),
            *(("unit/a", K.LEADS, id) for id in ids),
            *((id, K.REPORTS_TO, "unit/b") for id in ids),
            owned=[task(id, **{"name": "Báo cáo", "kind": "report", **job})
                   for id, job in zip(ids, jobs, strict=True)],
            references=[unit("unit/a", name="Sở A"), unit("unit/b", name="UBND tỉnh B")],
            **{"issued": "2026-01-09", **facts},
        )
    )  # fmt: skip
    return written(store, "2026", "2027")


def written(store: GraphStore, since: str, until: str) -> bytes:
    return b"".join(ics(answers.calendar_pages(store, None, since=since, until=until)))


@pytest.fixture
def store() -> Any:
    """One embedded store is enough: the file is made from the answer."""
    with open_store("sqlite::memory:") as opened:
        yield opened


def events(file: bytes) -> list[Event]:
    return [part for part in Calendar.from_ical(file).walk("VEVENT") if isinstance(part, Event)]


def test_what_outlook_needs_is_there(store: GraphStore) -> None:
    file = file_of(store, {"due": "2026-11-15", "before": True})
    calendar = Calendar.from_ical(file)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"]
    (event,) = events(file)
    assert event["UID"].endswith("@cancu")
    assert event["DTSTAMP"].dt == datetime(2026, 1, 9, tzinfo=UTC)  # when the plan was issued
    assert event["DTSTART"].dt == date(2026, 11, 14)
    assert event["DTEND"].dt == date(2026, 11, 15)  # the day after, as RFC 5545 counts
    assert b"DTSTART;VALUE=DATE:20261114\r\n" in file
    assert event["TRANSP"] == "TRANSPARENT"
    assert not event.errors
    assert not calendar.errors


def test_what_an_official_reads(store: GraphStore) -> None:
    time = {"time": "trước ngày 15 tháng 11", "path": "IV.2"}
    said = {"due": "2026-11-15", "before": True, "inferred": True, **time}
    (event,) = events(file_of(store, said, label="Kế hoạch 8/KH-SNV"))
    assert event["SUMMARY"] == "Hạn báo cáo: Báo cáo"
    lines = str(event["DESCRIPTION"]).split("\n")
    assert lines == [
        "Văn bản: Kế hoạch 8/KH-SNV, mục IV.2",
        "Thời gian ghi trong văn bản: trước ngày 15 tháng 11",
        "Chủ trì: Sở A",
        "Nơi nhận báo cáo: UBND tỉnh B",
        "Văn bản ghi «trước» ngày 15/11/2026: đây là ngày cuối cùng còn kịp.",
        "Văn bản không ghi năm; năm được hiểu theo văn bản.",
        "Trích: «theo»",
    ]


def test_lines_are_as_the_rfc_wants_them(store: GraphStore) -> None:
    file = file_of(store, {"due": "2026-05-01", "name": AWKWARD, "time": AWKWARD})
    assert file.endswith(b"END:VCALENDAR\r\n")
    lines = file.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 75  # octets
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    text = file.decode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    assert text.count("BEGIN:VEVENT\r\n") == 1  # words of a document begin no event
    (event,) = events(file)
    assert str(event["SUMMARY"]).startswith("Hạn báo cáo: =1+1; họp, gửi \\ «báo cáo» BEGIN:VEVENT")


@pytest.mark.parametrize(
    ("facts", "starts", "rule"),
    [
        ({"due": "2026-11-15"}, ["2026-11-15"], None),
        ({"due": "2026-12-15", "inferred": True, "recurrence": "P1Y"}, ["2026-12-15"],
         "FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=12"),
        ({"due": "2026-12-15", "inferred": True, "recurrence": "P2Y"}, ["2026-12-15"],
         "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15;BYMONTH=12"),
        # the end of February is not one day of the year
        ({"due": "2026-03-01", "before": True, "inferred": True, "recurrence": "P1Y"},
         ["2026-02-28", "2027-02-28"], None),
        ({"recurrence": "P6M"}, ["2026-06-30", "2026-12-31", "2027-06-30", "2027-12-31"], None),
        ({"recurrence": "P1Y"}, ["2026-12-31"], "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=12"),
    ],
)  # fmt: skip
def test_a_rule_only_where_the_rhythm_is_regular(
    store: GraphStore, facts: dict[str, Json], starts: list[str], rule: str | None
) -> None:
    found = events(file_of(store, facts))
    assert [event["DTSTART"].dt.isoformat() for event in found] == starts
    rules = {event["RRULE"].to_ical().decode() if "RRULE" in event else None for event in found}
    assert rules == {rule}


def test_a_rule_ends_with_its_document(store: GraphStore) -> None:
    facts = {"due": "2026-12-15", "inferred": True, "recurrence": "P1Y"}
    (event,) = events(file_of(store, facts, title="Đề án đến năm 2030"))
    rule = b"FREQ=YEARLY;UNTIL=20301231;BYMONTHDAY=15;BYMONTH=12"
    assert event["RRULE"].to_ical() == rule


def test_a_published_event_names_an_organizer_without_an_address(store: GraphStore) -> None:
    (event,) = events(file_of(store, {"due": "2026-11-15"}))
    assert str(event["ORGANIZER"]) == "invalid:nomail"
    assert event["ORGANIZER"].params["CN"]


def test_importing_twice_does_not_double(store: GraphStore) -> None:
    jobs = ({"due": "2026-11-15"}, {"recurrence": "P6M"}, {"recurrence": "P1Y"})
    first = file_of(store, *jobs)
    names = [str(event["UID"]) for event in events(first)]
    assert len(names) == len(set(names)) == 6
    assert file_of(store, *jobs) == first
    # a day put right moves the event of the same name; another window has the same names
    moved = events(file_of(store, {"due": "2026-11-20"}, *jobs[1:]))
    assert {str(event["UID"]) for event in moved} == set(names)
    starts = {str(event["UID"]): event["DTSTART"].dt for event in moved}
    before = {str(event["UID"]): event["DTSTART"].dt for event in events(first)}
    assert {before[name]: day for name, day in starts.items() if before[name] != day} == {
        date(2026, 11, 15): date(2026, 11, 20)
    }
    later = events(written(store, "2027", "2028"))
    yearly = [str(e["UID"]) for e in later if "RRULE" in e]
    assert yearly and set(yearly) <= set(names)


def test_a_file_of_many_pages_is_that_of_one(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = [*({"due": f"2026-11-{day:02}"} for day in range(1, 8)), {"recurrence": "P1Y"}]
    whole = file_of(store, *jobs)
    monkeypatch.setattr(import_module("graph.questions.calendar"), "PAGE", 2)
    pages = list(answers.calendar_pages(store, None, since="2026", until="2027"))
    assert [len(page["events"]) for page in pages] == [2, 2, 2, 2, 1]
    assert [page["counts"]["total"] for page in pages] == [9] * 5
    assert b"".join(ics(pages)) == whole
    assert len(events(whole)) == 8  # what comes back each year is told on two pages, written once


def test_an_empty_calendar_is_a_file_too(store: GraphStore) -> None:
    assert events(written(store, "2026", "2026")) == []


def test_the_file_over_http(client: TestClient) -> None:
    reply = client.get(f"{V1}/calendar.ics?since=2026&until=2026&unit={OFFICE}&sub_units=true")
    assert reply.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "cancu.ics" in reply.headers["content-disposition"]
    assert {e["DTSTART"].dt for e in events(reply.content)} == {date(2026, 9, 30)}
    assert client.get(f"{V1}/calendar.ics?unit={PLAN}").status_code == 404
    names = Calendar.from_ical(reply.content)["X-WR-CALNAME"]
    assert "Sở Khoa học và Công nghệ tỉnh Ninh Bình" in names
    assert BUREAU not in names


def test_the_file_on_the_command_line(
    loaded: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lich.ics"
    assert run(["calendar", "--ics", str(file)]) == 0
    out, error = capsys.readouterr()
    assert out == ""
    assert str(file) in error
    days = [event["DTSTART"].dt for event in events(file.read_bytes())]
    assert days == [date(2026, 6, 29), date(2026, 6, 30)]  # "trước ngày 30" and Quý II
    assert run(["calendar", "--ics", str(tmp_path / "none" / "lich.ics")]) == 1
    assert "none" in capsys.readouterr().err
