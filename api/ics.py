"""The calendar as iCalendar (RFC 5545), for Outlook, Google and phones (tệp lịch .ics).

Each deadline is one all-day event under a name of its own that never changes, so a second import
moves it instead of doubling it. One that comes back on the same day of each year is one event with
a rule; every other rhythm is told day by day. Nothing depends on the clock.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, vCalAddress, vRecur

from api.tables.cells import clean
from graph.catalogue import render
from graph.labels import day_text
from graph.times.days import day_after, is_whole_day
from graph.vocabulary import edge_rows

MEDIA = "text/calendar; charset=utf-8"
PRODUCT = "-//cancu//Lich cong viec//VI"
NAME = 120  # characters of a task in a summary
QUOTE = 400  # characters of a quote
YEAR = 12  # months

Answer = Mapping[str, Any]


def ics(pages: Iterable[Answer]) -> Iterator[bytes]:
    """The pages of a calendar as a file to import, piece by piece: UTF-8, CRLF, lines folded."""
    told: set[str] = set()
    end = b""
    for page in pages:
        if not end:
            begin, end = _frame(page)
            yield begin
        for event in _events(page["events"], told):
            yield bytes(event.to_ical(sorted=False))
    yield end


def _frame(answer: Answer) -> tuple[bytes, bytes]:
    """What stands before and behind the events."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _name(answer))
    begin, mark, rest = bytes(calendar.to_ical(sorted=False)).partition(b"END:VCALENDAR")
    return begin, mark + rest


def _name(answer: Answer) -> str:
    unit = answer["unit"]
    if unit is None:
        return render("calendar.all", "vi")
    return render("calendar.of", "vi", unit=_cut(unit["label"], NAME))


def _events(events: Iterable[Answer], told: set[str]) -> Iterator[Event]:
    """One event a deadline that comes back each year, one a day of all others; ``told``: the names
    of those that stand in the file already."""
    for event in events:
        yearly = _is_yearly(event)
        # a day put right keeps its name; of a rhythm told day by day each day has one
        day = event["day"] if event["every"] and not yearly else ""
        name = _uid(event["task"]["id"], event["place"], day)
        if name not in told:
            told.add(name)
            yield _event(event, name, yearly=yearly)


def _is_yearly(event: Answer) -> bool:
    """Whether it falls on one day of the year; the end of February does not."""
    every, day = event["every"], event["first"]
    return bool(every) and every % YEAR == 0 and day[5:] not in ("02-28", "02-29")


def _uid(task: str, place: int, day: str) -> str:
    """The name of an event: of its task and which of its days it is."""
    words = f"{task} {place} {day}".encode()
    return f"{hashlib.blake2b(words, digest_size=16).hexdigest()}@cancu"


def _event(event: Answer, name: str, *, yearly: bool) -> Event:
    day = date.fromisoformat(event["first"] if yearly else event["day"])
    made = Event()
    made.add("uid", name)
    made.add("dtstamp", _stamp(event, day))
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    if yearly:
        made.add("rrule", _rule(event, day))
    made.add("organizer", _organizer(event))
    made.add("summary", _summary(event))
    made.add("description", "\n".join(_described(event)))
    made.add("categories", [render(f"calendar.{event['occasion']}", "vi")])
    made.add("transp", "TRANSPARENT")  # a deadline takes nobody's time
    return made


def _organizer(event: Answer) -> vCalAddress:
    """Who issued the document: a published event must name an organizer (RFC 5546 §3.2.1); no
    address is made up for it."""
    document = event["document"] or {}
    found = vCalAddress("invalid:nomail")
    found.params["CN"] = _cut(document.get("issuer") or PRODUCT, NAME).replace('"', "'")
    return found


def _rule(event: Answer, day: date) -> vRecur:
    """Each year on this day, named in full as Outlook itself writes it."""
    parts: dict[str, object] = {"freq": "yearly", "bymonth": day.month, "bymonthday": day.day}
    if event["every"] > YEAR:
        parts["interval"] = event["every"] // YEAR
    if event["until"]:
        parts["until"] = date.fromisoformat(event["until"])
    return vRecur(parts)


def _stamp(event: Answer, day: date) -> datetime:
    """When this was last said: the day the document was issued, else the day itself."""
    issued = (event["document"] or {}).get("issued")
    said = date.fromisoformat(issued) if is_whole_day(issued) else day
    return datetime(said.year, said.month, said.day, tzinfo=UTC)


def _summary(event: Answer) -> str:
    occasion = render(f"calendar.{event['occasion']}", "vi")
    return f"{occasion}: {_cut(event['task']['label'], NAME)}"


def _described(event: Answer) -> Iterator[str]:
    """Document, time as written, who, to whom, and the words."""
    task, document = event["task"], event["document"]
    if document:
        place = {"document": _cut(document["label"], NAME), "path": task.get("path") or "–"}
        yield render("calendar.document", "vi", **place)
    if task.get("time"):
        yield render("calendar.time", "vi", time=_cut(task["time"], QUOTE))
    for role, labels in _roles(event).items():
        yield f"{role}: {_cut('; '.join(labels), QUOTE)}"
    yield from notes(event)
    proofs = [proof for edge in event["edges"] for proof in edge["evidence"]]
    said = [p for e in event["edges"] if e["kind"] == "assigns" for p in e["evidence"]] or proofs
    if said:
        yield render("calendar.quote", "vi", quote=_cut(said[0]["quote"], QUOTE))


def _roles(event: Answer) -> dict[str, list[str]]:
    """Role in words → the units, the receivers of a report last."""
    found: dict[str, list[str]] = {}
    for unit in event["units"]:
        verb = edge_rows()[unit["role"]].label
        found.setdefault(verb[:1].upper() + verb[1:], []).append(unit["label"])
    for unit in event["receivers"]:
        found.setdefault(render("calendar.receiver", "vi"), []).append(unit["label"])
    return found


def notes(event: Answer) -> Iterator[str]:
    """What a reader must know of how the day was told (ghi chú về ngày)."""
    task = event["task"]
    if event["day_from"] == "due" and task.get("before"):
        yield render("calendar.before", "vi", due=day_text(day_after(event["day"]), "vi"))
    if event["day_from"] == "due" and task.get("inferred"):
        yield render("calendar.inferred", "vi")
    if event["day_from"] == "rhythm":
        yield render("calendar.rhythm", "vi")


def _cut(text: str, most: int) -> str:
    """Words on one line, as many as fit, without characters that no calendar may hold."""
    words = " ".join(clean(text).split())
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"
