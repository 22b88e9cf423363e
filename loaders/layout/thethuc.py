"""The letterhead vocabulary as questions about a line (thể thức: NĐ 30/2020/NĐ-CP, Phụ lục I)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import DocumentTypeRow, Row, document_types, rows
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.unit_words import begins_organ
from loaders.layout.letters import LOWER, UPPER


class LineRow(Row):
    """Words that a line of a letterhead begins with or holds (``letterhead.toml``)."""

    words: str
    examples: tuple[str, ...]


@cache
def letterhead_words(table: str) -> tuple[str, ...]:
    """The words of a table of ``letterhead.toml``, as they are written there."""
    return tuple(row.words for row in rows("letterhead", table, LineRow))


#: the first word of the motto, and what follows it there: "vận chuyển độc lập" is none
_INDEPENDENCE = "doc lap"
_FREEDOM = re.compile(r"\s*[-–—_.]|\s+t[uy]\s")
_SESSION = re.compile(r"\(?khoa\s[^.;:]{1,30}?\sky hop\s[^.;:]{1,40}")
#: what may stand for a dash of the motto, and the word that pages drop from it
_JOINTS = {"-": r"\W{1,5}", "do": r"(?:\s{0,3}do)?"}
#: a line holds a heading only where many capitals stand in a row, or the motto's first words
_CAPITALS = re.compile(rf"[{UPPER}Ð]\W{{0,3}}(?:[{UPPER}Ð]\W{{0,3}}){{11}}")
_MOTTO = re.compile(r"[ĐđÐðDd]\w\w\s{0,3}[Ll]\w[Pp]")
_GLUED = re.compile(rf"[{LOWER}][{UPPER}]|[{UPPER}][{UPPER}][{LOWER}]")
#: letters by which the names of kinds are looked up
_INITIALS = 3
_TYPE_END = re.compile(r"[\s:.*_–-]*")


def flat(words: str) -> str:
    """Folded, one blank between words: how lines of a letterhead are compared."""
    return " ".join(fold(words).split())


@cache
def line_pattern(table: str) -> re.Pattern[str]:
    """Matches what the rows of a table of ``letterhead.toml`` say, folded, no letter behind."""
    found = map(flat, letterhead_words(table))
    return re.compile(rf"{any_of(found)}(?![a-z0-9])")


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


@cache
def _of_country() -> re.Pattern[str]:
    words = any_of(map(flat, letterhead_words("of_country")))
    return re.compile(rf"(?<![a-z]){words}\Z")


@cache
def _whole_headings() -> re.Pattern[str]:
    names = (flat(words).split(" ") for words in letterhead_words("heading"))
    joined = ("".join(_JOINTS.get(word, rf"\s{{0,3}}{word}") for word in name) for name in names)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(joined)})")


def _headings(folded: str) -> Iterator[int]:
    """Where headings begin in a folded line; "độc lập" is one before its dash alone."""
    for match in _mottos().finditer(folded):
        alone = match.start() == 0 and match.end() >= len(folded.rstrip())
        if match.group() != _INDEPENDENCE or alone or _FREEDOM.match(folded, match.end()):
            yield match.start()


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


@cache
def _mottos() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){line_pattern('motto').pattern}")


def recipient_head(words: str) -> int | None:
    """Where the recipients begin in a "Kính gửi:" line; None in any other line."""
    match = _recipient_heads().match(fold(words[:40]))
    return match.end() if match else None


@cache
def _recipient_heads() -> re.Pattern[str]:
    return re.compile(line_pattern("recipient").pattern + r"\s*:?\s*")


@cache
def _types() -> dict[str, DocumentTypeRow]:
    """Folded names, the longer first."""
    ordered = sorted(document_types(), key=lambda row: -len(row.name))
    return {flat(row.name): row for row in ordered}


@cache
def _by_initials() -> dict[str, list[tuple[str, DocumentTypeRow]]]:
    """Folded names by their first letters, the longer first: a line can begin with few of them."""
    found: dict[str, list[tuple[str, DocumentTypeRow]]] = {}
    for name, row in _types().items():
        found.setdefault(name[:_INITIALS], []).append((name, row))
    return found


@cache
def _run_together() -> dict[str, DocumentTypeRow]:
    """Names without blanks: what letters set apart make a kind again ("K ẾT LUẬN")."""
    return {name.replace(" ", ""): row for name, row in _types().items()}


@cache
def _any_type() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_types())}(?![^\W\d_])")


def type_at(words: str) -> tuple[DocumentTypeRow, int] | None:
    """The kind of document that a title line begins with in capitals, and where its name ends."""
    folded = fold(words[:60])
    if not _any_type().match(folded):
        torn = _run_together().get(folded.replace(" ", "")) if words.isupper() else None
        return (torn, len(words)) if torn else None
    for name, row in _beginning(folded):
        printed = words[: len(name)]
        if printed.isupper() or len(name) == len(words.rstrip(" :.*")):
            return row, _TYPE_END.match(words, len(name)).end()  # type: ignore[union-attr]
    return None


def type_named_alone(words: str) -> bool:
    """Whether a line is the name of a kind of document, with or without a footnote's mark."""
    return flat(words.rstrip(" :*0123456789")) in _types()


def type_named(words: str) -> DocumentTypeRow | None:
    """The kind of document that ``words`` begin with, capitals or not."""
    folded = fold(words[:60])
    if not _any_type().match(folded):
        return None
    return next((row for _, row in _beginning(folded)), None)


def _beginning(folded: str) -> Iterator[tuple[str, DocumentTypeRow]]:
    """The kinds whose names folded words begin with, the longer first."""
    for name, row in _by_initials().get(folded[:_INITIALS], ()):
        if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalpha():
            yield name, row
