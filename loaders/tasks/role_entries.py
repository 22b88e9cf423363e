"""One entry that says who leads and who helps ("Sở A chủ trì, phối hợp với Sở B"; "Chủ trì: A")."""

import re
from collections.abc import Iterator

_HINT = re.compile(r"hủ trì|hối hợp|(?<!\w)(?:CT|PH|TH)\s*:")
#: "1. Bộ A chủ trì tổng hợp. 2. Bộ B …": told one by one
_NUMBERED = re.compile(r"\s*1[.)]\s*\D")
_ROLES = {"c": "lead", "p": "coordinate", "t": "execute"}
#: "- Chủ trì: Sở A. - Phối hợp: Sở B"
_LABEL = re.compile(
    r"(?:^|[\s.;,])\s*[-•+*]?\s*(?:(?:[Cc]ơ quan|[Đđ]ơn vị)\s)?"
    r"(?P<word>[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện|CT|PH|TH)(?: thực hiện)?\s*:\s*"
)
#: "Sở A chủ trì, phối hợp với Sở B"
_LED_WITH = re.compile(
    r"(?:\s\(?chủ trì\)?)?(?:\s*[,;]|\s+và)?\s*(?<=[\s,;])phối hợp"
    r"(?:\s(?:chặt chẽ|thực hiện))?\s(?:với|cùng)\s+"
)
#: "Sở A chủ trì; Sở B (phối hợp)"
_SAID_AFTER = re.compile(
    r"\s(?:\((?:(?:là )?(?:cơ quan|đơn vị) |đồng |cùng )?"
    r"(?P<aside>chủ trì|phối hợp)(?: thực hiện)?\)"
    r"|(?:đồng |cùng )?(?P<word>chủ trì|phối hợp)(?: thực hiện)?)"
    r"\s*(?:[;,.\n]\s*(?:và\s+)?|và\s+|$)"
)


def read_entry(content: str, start: int, end: int, role: str) -> Iterator[tuple[str, int, int]]:
    """Each part of ``content[start:end]`` with its role; ``role`` where no word gives another."""
    words = content[start:end]
    if not _HINT.search(words) or _NUMBERED.match(words):
        yield role, start, end
        return
    parts = _labelled(words, role) or _led_with(words) or _said_after(words, role)
    for said, first, last in parts or [(role, 0, len(words))]:
        yield said, start + first, start + last


def _labelled(words: str, role: str) -> list[tuple[str, int, int]]:
    labels = list(_LABEL.finditer(words))
    if not labels:
        return []
    stops = [*(label.start() for label in labels[1:]), len(words)]
    before = [(role, 0, labels[0].start())] if words[: labels[0].start()].strip(" -+•*") else []
    return before + [
        (_ROLES[label["word"][0].lower()], label.end(), stop)
        for label, stop in zip(labels, stops, strict=True)
    ]


def _led_with(words: str) -> list[tuple[str, int, int]]:
    match = _LED_WITH.search(words)
    if match is None or not words[: match.start()].strip():
        return []
    return [("lead", 0, match.start()), ("coordinate", match.end(), len(words))]


def _said_after(words: str, role: str) -> list[tuple[str, int, int]]:
    found, at = [], 0
    for mark in _SAID_AFTER.finditer(words):
        said = mark["aside"] or mark["word"]
        found.append((_ROLES[said[0]], at, mark.start()))
        at = mark.end()
    if found and words[at:].strip(" .;"):
        led = all(said == "lead" for said, _, _ in found)  # "Sở A (chủ trì); Sở B, Sở C"
        found.append(("coordinate" if led else role, at, len(words)))
    return found
