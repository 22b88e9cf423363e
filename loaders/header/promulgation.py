"""The enacting phrase: ``<organ> ban hành <kind> <title>`` names issuer and title once more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from graph.words.authorities import by_name
from graph.words.unit_words import begins_organ
from loaders.header.damaged import repaired
from loaders.layout.kinds import type_named
from loaders.layout.letters import UPPER
from loaders.mentions import PartialDate, Span
from loaders.text import CELL, Text
from loaders.times.dates import find_date

#: paragraphs after the letterhead in which the phrase stands
_FAR = 40
#: paragraphs before the end in which an adoption stands
_LAST = 60
#: a sentence that issues is no longer
_LONGEST = 600
_PHRASE = re.compile(
    rf"(?P<organ>[{UPPER}][^.;:]{{3,120}}?)\s(?:ban hành|thông báo)\s"
    rf"(?P<kind>[{UPPER}][^.;]{{3,600}})"
)
_ISSUES = re.compile(r"[bt](?<=\s[bt])(?:an hành|hông báo)\s")
_TITLE_END = re.compile(r"\s?(?:như sau|với các nội dung|với những nội dung|, cụ thể|[.:;]|$)")
_ADOPTED = re.compile(r"này (?:đã )?được [^.;]{0,200}?thông qua (?=ngày)")
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)")


@dataclass(frozen=True, slots=True)
class Enactment:
    """Who issues and what, by the enacting phrase (câu ban hành)."""

    organ: str
    title: str | None
    span: Span


def find_enactment(text: Text, kind: str | None, start: int) -> Enactment | None:
    """The enacting phrase after ``start`` for a document of ``kind``; None when there is none."""
    if kind is None:
        return None
    blocks = (b for b in text.blocks if b.start >= start and b.kind is not CELL)
    for block in islice(blocks, _FAR):
        words = text.words(block)
        match = next((m for m in _phrases(words) if m["kind"].startswith(kind)), None)
        if match is None:
            continue
        rest = match["kind"][len(kind) :]
        end = _TITLE_END.search(rest)
        title = rest[: end.start()].strip() if end else rest.strip()
        organ = _ASIDE.sub("", match["organ"]).strip()
        span = Span(block.start + match.start(), block.start + match.end("organ"))
        return Enactment(organ, title if len(title) > 8 else None, span)
    return None


def enacted_kind(words: str) -> str | None:
    """The kind that a known organ issues ("Bộ trưởng Bộ Y tế ban hành Thông tư …")."""
    match = next(_phrases(words), None) if len(words) < _LONGEST else None
    kind = type_named(match["kind"]) if match and by_name(repaired(match["organ"])) else None
    return kind.name if kind else None


def _phrases(words: str) -> Iterator[re.Match[str]]:
    """The phrases of a paragraph, each from where the last clause before "ban hành" begins."""
    for issues in _ISSUES.finditer(words):
        at = issues.start() - 1
        start = max(words.rfind("; ", 0, at), words.rfind(". ", 0, at), words.rfind(", ", 0, at))
        match = _PHRASE.match(words, start + 2 if start >= 0 else 0)
        if match and (begins_organ(match["organ"]) or by_name(repaired(match["organ"]))):
            yield match


def find_adoption(text: Text) -> PartialDate | None:
    """The day on which an assembly adopted the text ("… thông qua ngày 25 tháng 6 năm 2025")."""
    for block in reversed(text.blocks[-_LAST:]):
        words = text.words(block)
        match = _ADOPTED.search(words)
        found = find_date(words, match.end()) if match else None
        if found:
            return found[0]
    return None
