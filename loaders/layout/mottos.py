"""The national or Party heading and the motto under it, in a line or among others (quốc hiệu)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.folding import fold
from graph.words.patterns import any_of
from loaders.layout.kinds import type_at
from loaders.layout.letters import LOWER, UPPER
from loaders.layout.thethuc import flat, letterhead_words, line_pattern

#: the first word of the motto, and what follows it there: "vận chuyển độc lập" is none
_INDEPENDENCE = "doc lap"
_FREEDOM = re.compile(r"\s*[-–—_.]|\s+t[uy]\s")
#: what may stand for a dash of the motto, and the word that pages drop from it
_JOINTS = {"-": r"\W{1,5}", "do": r"(?:\s{0,3}do)?"}
#: a line holds a heading only where many capitals stand in a row, or the motto's first words
_CAPITALS = re.compile(rf"[{UPPER}Ð]\W{{0,3}}(?:[{UPPER}Ð]\W{{0,3}}){{11}}")
_MOTTO = re.compile(r"[ĐđÐðDd]\w\w\s{0,3}[Ll]\w[Pp]")
_GLUED = re.compile(rf"[{LOWER}][{UPPER}]|[{UPPER}][{UPPER}][{LOWER}]")


def motto_at(words: str) -> int | None:
    """Where the national or Party heading begins in a line; None when it holds none."""
    return next(_headings(fold(words)), None)


def last_motto_at(words: str) -> int:
    """Where the last heading of a line begins, two columns read as one; 0 when it holds none."""
    found = list(_headings(fold(words)))
    return found[-1] if found else 0


def is_heading(words: str) -> bool:
    """Whether a line is a whole national or Party heading and nothing else (quốc hiệu)."""
    return line_pattern("heading").fullmatch(flat(words)) is not None


def headings_in(words: str) -> list[tuple[int, int]]:
    """Where whole headings and mottos begin and end in a line that holds more than one of them.

    None in a title that begins with a kind, where "NƯỚC CỘNG HÒA …" is the rest of a name.
    """
    if not (_CAPITALS.search(words) or _MOTTO.search(words)) or type_at(words) is not None:
        return []
    found = (match.span() for match in _whole_headings().finditer(fold(words)))
    return [(at, end) for at, end in found if _stands_alone(words, at, end)]


def _stands_alone(words: str, at: int, end: int) -> bool:
    """Whether a heading is none of the words of a name ("CHỦ TỊCH NƯỚC CỘNG HÒA …") or sentence.

    The other column's first word may be glued to it ("VIỆT NAMSố", "Hạnh phúcHà Nội").
    """
    if words[end : end + 1].isalpha() and not _GLUED.match(words, end - 1):
        return False
    motto = fold(words[at:end]).startswith(_INDEPENDENCE)
    named = _of_country().search(flat(words[:at])) is not None
    return motto or (words[at:end].isupper() and not named)


def _headings(folded: str) -> Iterator[int]:
    """Where headings begin in a folded line; "độc lập" is one before its dash alone."""
    for match in _mottos().finditer(folded):
        alone = match.start() == 0 and match.end() >= len(folded.rstrip())
        if match.group() != _INDEPENDENCE or alone or _FREEDOM.match(folded, match.end()):
            yield match.start()


@cache
def _mottos() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){line_pattern('motto').pattern}")


@cache
def _of_country() -> re.Pattern[str]:
    words = any_of(map(flat, letterhead_words("of_country")))
    return re.compile(rf"(?<![a-z]){words}\Z")


@cache
def _whole_headings() -> re.Pattern[str]:
    names = (flat(words).split(" ") for words in letterhead_words("heading"))
    joined = ("".join(_JOINTS.get(word, rf"\s{{0,3}}{word}") for word in name) for name in names)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(joined)})")
