"""What a line of a letterhead is, asked of its words (thể thức: NĐ 30/2020/NĐ-CP, Phụ lục I).

The national or Party heading: ``mottos``; the kind of document it begins with: ``kinds``.
"""

import re
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.unit_words import begins_organ


class LineRow(Row):
    """Words that a line of a letterhead begins with or holds (``letterhead.toml``)."""

    words: str
    examples: tuple[str, ...]


@cache
def letterhead_words(table: str) -> tuple[str, ...]:
    """The words of a table of ``letterhead.toml``, as they are written there."""
    return tuple(row.words for row in rows("letterhead", table, LineRow))


_SESSION = re.compile(r"\(?khoa\s[^.;:]{1,30}?\sky hop\s[^.;:]{1,40}")


def flat(words: str) -> str:
    """Folded, one blank between words: how lines of a letterhead are compared."""
    return " ".join(fold(words).split())


@cache
def line_pattern(table: str) -> re.Pattern[str]:
    """Matches what the rows of a table of ``letterhead.toml`` say, folded, no letter behind."""
    found = map(flat, letterhead_words(table))
    return re.compile(rf"{any_of(found)}(?![a-z0-9])")


def is_union_heading(words: str) -> bool:
    """Whether a line is the youth union's name alone, the heading of its documents."""
    return line_pattern("union_heading").fullmatch(flat(words)) is not None


def is_gazette(words: str) -> bool:
    """Whether a line is a heading of the gazette (tiêu đề Công báo)."""
    return line_pattern("gazette").match(flat(words)) is not None


def is_stamp(words: str) -> bool:
    """Whether a line says how far or how urgent a document is, no organ (Dự thảo, Hỏa tốc).

    "MẶT TRẬN TỔ QUỐC" is none, though it begins as "MẬT" does without marks.
    """
    return line_pattern("stamp").match(flat(words)) is not None and not begins_organ(words)


def goes_on_with_organ(words: str) -> bool:
    """Whether a line continues the name of the organ in the line above it."""
    if words.lower().replace("uỷ", "ủy").startswith(letterhead_words("place_organ")):
        return False
    return line_pattern("organ_tail").match(flat(words)) is not None


def is_inner(words: str) -> bool:
    """Whether a line is a body that acts as the organ above it (Ban Thường vụ, Thường trực)."""
    return line_pattern("inner").fullmatch(flat(words)) is not None


def after_inner(words: str) -> int:
    """Where what follows such a body begins ("BAN CHẤP HÀNH TỈNH …"); 0 in any other line."""
    inner = line_pattern("inner").match(fold(words))
    return inner.end() + 1 if inner and inner.end() < len(words) else 0


def is_body_of_any(words: str) -> bool:
    """Whether a line is a body that many organs have, said by its own name alone (Văn phòng)."""
    return line_pattern("bodies").fullmatch(flat(words)) is not None


def is_session(words: str) -> bool:
    """Whether a line says in which session an assembly sits (KHÓA XVI - KỲ HỌP THỨ 8)."""
    return _SESSION.fullmatch(flat(words)) is not None


def before_session(words: str) -> str:
    """The organ in a line that says in which session it sits too: "HĐND TỈNH … KHÓA IV, KỲ HỌP"."""
    found = _SESSION.search(flat(words)) if words.isupper() else None
    return words[: found.start()].rstrip(" ,-–") if found and found.end() == len(words) else words


def is_part_heading(words: str) -> bool:
    """Whether a line is the heading of a part that begins as a kind does (QUY ĐỊNH CHUNG)."""
    return flat(words.strip(" :.*")) in _part_headings()


@cache
def _part_headings() -> frozenset[str]:
    return frozenset(map(flat, letterhead_words("part_heading")))


def is_open_organ(words: str) -> bool:
    """Whether a line only begins the name of an organ, which the next one goes on with."""
    return flat(words) in _open_organs()


@cache
def _open_organs() -> frozenset[str]:
    return frozenset(map(flat, letterhead_words("organ_open")))


def is_opening(words: str) -> bool:
    """Whether the running text begins with these words (mở đầu nội dung)."""
    return line_pattern("opening").match(flat(words[:40])) is not None


def is_other_day(words: str) -> bool:
    """Whether a line is the day of something else than a piece of news (Ban hành: …)."""
    return line_pattern("other_day").match(flat(words[:40])) is not None


def recipient_head(words: str) -> int | None:
    """Where the recipients begin in a "Kính gửi:" line; None in any other line."""
    match = _recipient_heads().match(fold(words[:40]))
    return match.end() if match else None


@cache
def _recipient_heads() -> re.Pattern[str]:
    return re.compile(line_pattern("recipient").pattern + r"\s*:?\s*")
