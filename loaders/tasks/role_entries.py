"""One entry that says who leads and who helps ("Sở A chủ trì, phối hợp với Sở B"; "Chủ trì: A")."""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.patterns import any_of
from loaders.layout.letters import UPPER
from loaders.tasks.prose_words import role_signs, role_words

#: "1. Bộ A chủ trì tổng hợp. 2. Bộ B …": told one by one
_NUMBERED = re.compile(r"\s*1[.)]\s*\D")
#: "Sở A chủ trì, phối hợp với Sở B"
_LED_WITH = re.compile(
    r"(?:\s\(?chủ trì\)?)?(?:\s*[,;]|\s+và)?\s*(?<=[\s,;])phối hợp"
    rf"(?:\s(?:chặt chẽ|thực hiện))?\s(?:(?:với|cùng)\s+|(?=[{UPPER}]|các\s))"
)
#: "Sở A (phối hợp với Sở B)"
_HELPED = re.compile(
    r"(?<=\w)\s*\((?:có sự )?phối hợp(?: thực hiện)?(?: với| cùng| của)?\s?:?\s"
    r"(?P<who>[^()]{3,200})\)\W*\Z"
)


def read_entry(content: str, start: int, end: int, role: str) -> Iterator[tuple[str, int, int]]:
    """Each part of ``content[start:end]`` with its role; ``role`` where no word gives another."""
    words = content[start:end]
    if not _hint().search(words) or _NUMBERED.match(words):
        yield role, start, end
        return
    parts = _labelled(words, role) or _led_with(words) or _said_after(words, role)
    for said, first, last in parts or [(role, 0, len(words))]:
        yield said, start + first, start + last


def _labelled(words: str, role: str) -> list[tuple[str, int, int]]:
    labels = list(_label().finditer(words))
    if not labels:
        return []
    stops = [*(label.start() for label in labels[1:]), len(words)]
    before = [(role, 0, labels[0].start())] if words[: labels[0].start()].strip(" -+•*") else []
    return before + [
        (_roles()[label["word"]], label.end(), stop)
        for label, stop in zip(labels, stops, strict=True)
    ]


def _led_with(words: str) -> list[tuple[str, int, int]]:
    if aside := _HELPED.search(words):
        return [("lead", 0, aside.start()), ("coordinate", *aside.span("who"))]
    match = _LED_WITH.search(words)
    if match is None or not words[: match.start()].strip():
        return []
    return [("lead", 0, match.start()), ("coordinate", match.end(), len(words))]


def _said_after(words: str, role: str) -> list[tuple[str, int, int]]:
    found, at = [], 0
    for mark in _said_mark().finditer(words):
        said = mark["aside"] or mark["word"]
        found.append((role_words()[said], at, mark.start()))
        at = mark.end()
    if found and words[at:].strip(" .;"):
        led = all(said == "lead" for said, _, _ in found)  # "Sở A (chủ trì); Sở B, Sở C"
        found.append(("coordinate" if led else role, at, len(words)))
    return found


@cache
def _roles() -> dict[str, str]:
    """The words and signs before the colon of a label → the role."""
    said = {form: r for word, r in role_words().items() for form in (word, word.capitalize())}
    return said | {sign: role for sign, role in role_signs().items() if sign.isupper()}


@cache
def _hint() -> re.Pattern[str]:
    """A cheap look: what leads or helps, or a sign that ends in a colon."""
    signs = any_of(sign for sign in role_signs() if sign.isupper())
    return re.compile(rf"{_leading_or_helping()}|(?<!\w){signs}\s*:", re.I)


@cache
def _label() -> re.Pattern[str]:
    """ "- Chủ trì: Sở A. - Phối hợp: Sở B"."""
    before = r"(?:^|[\s.;,])\s*[-•+*]?\s*(?:(?:[Cc]ơ quan|[Đđ]ơn vị)\s)?"
    return re.compile(rf"{before}(?P<word>{any_of(_roles())})(?: thực hiện)?\s*:\s*")


@cache
def _said_mark() -> re.Pattern[str]:
    """ "Sở A | chủ trì; | Sở B | (phối hợp)"."""
    role = _leading_or_helping()
    aside = rf"\((?:(?:là )?(?:cơ quan|đơn vị) |đồng |cùng )?(?P<aside>{role})(?: thực hiện)?\)"
    word = rf"(?:đồng |cùng )?(?P<word>{role})(?: thực hiện)?"
    return re.compile(rf"\s(?:{aside}|{word})\s*(?:[;,.\n]\s*(?:và\s+)?|và\s+|$)")


@cache
def _leading_or_helping() -> str:
    return any_of(word for word, role in role_words().items() if role in ("lead", "coordinate"))
