"""The layout vocabulary as patterns: what opens a paragraph, what binds a line to the next."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.authorities import begins_with
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.places import province_of

#: the beginning of a number, of a year, and of the blank left for one
_NUMBER_DUE = re.compile(r"[\d….,/_(]|[IVXLC]+\b")
_YEAR_DUE = re.compile(r"(?:19|20)\d\d|[….]")
#: words of a province's name, signs of an organ's, of a bound word
_LONGEST_PLACE, _LONGEST_ORGAN, _LONGEST_WORD = 4, 60, 24


class BeginningRow(Row):
    """Words a paragraph begins with (``layout.toml``: starter, label)."""

    begins: str
    examples: tuple[str, ...]


class WordRow(Row):
    """A word that binds a line to the next one (``layout.toml``: bound_word)."""

    word: str
    number: bool = False  # what follows is a number
    year: bool = False  # of four digits
    place: bool = False  # what follows is a province
    organ: bool = False  # what follows is the rest of an organ's name
    examples: tuple[str, ...]


class FreeEndRow(Row):
    """Words after which no other is due (``layout.toml``: free_end)."""

    words: str
    examples: tuple[str, ...]


@cache
def _free_ends() -> tuple[str, ...]:
    return tuple(row.words for row in rows("layout", "free_end", FreeEndRow))


class HyphenNameRow(Row):
    """A name with a hyphen inside it (``layout.toml``: hyphen_name)."""

    left: str
    right: str
    examples: tuple[str, ...]


class FurnitureRow(Row):
    """A line that belongs to the page, not to the text (``layout.toml``: furniture)."""

    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@cache
def starters() -> re.Pattern[str]:
    """Matches where a line begins with words that open a paragraph (chữ mở đoạn), be it that a
    line ends behind the first of them: "Căn / cứ Luật …"."""
    begins = [row.begins for row in rows("layout", "starter", BeginningRow)]
    words = any_of(begin for begin in begins if begin[-1].isalnum())
    signs = any_of(begin for begin in begins if not begin[-1].isalnum())
    labels = any_of(row.begins for row in rows("layout", "label", BeginningRow))
    first = any_of({begin.split(" ")[0] for begin in begins if " " in begin})
    alone = rf"{first}\s*$"
    return re.compile(rf"{words}(?!\w)|{signs}|{labels}(?!\w)[^:.;\n]{{0,50}}:|{alone}")


def is_cut_at_hyphen(before: str, after: str) -> bool:
    """Whether a line that begins with a dash goes on with a name: "Lao động" "- Thương binh"."""
    if after[:2] not in ("- ", "– "):
        return False
    left, right = before[-24:].lower(), after[2:40].lower()
    return any(left.endswith(one) and right.startswith(two) for one, two in _hyphen_names())


@cache
def _hyphen_names() -> tuple[tuple[str, str], ...]:
    found = rows("layout", "hyphen_name", HyphenNameRow)
    return tuple((row.left.lower(), row.right.lower()) for row in found)


@cache
def _bound_words() -> re.Pattern[str]:
    words = "|".join(re.escape(row.word) for row in rows("layout", "bound_word", WordRow))
    return re.compile(rf"(?:{words})$")


@cache
def _words_before(due: str) -> re.Pattern[str]:
    """Matches a bound word at the end after which a "number", "year", "place" or "organ" is due."""
    found = (row.word for row in rows("layout", "bound_word", WordRow) if getattr(row, due))
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in found)})$")


@cache
def furniture() -> re.Pattern[str]:
    """Matches a line that a printer put on the page (tiêu đề chạy, số trang)."""
    return re.compile(rf"{furniture_start()}\Z")


def furniture_start() -> str:
    """What such a line begins with, as a pattern; it may yet go on as words."""
    return f"(?:{'|'.join(row.pattern for row in rows('layout', 'furniture', FurnitureRow))})"


def is_bound(words: str) -> bool:
    """Whether the last word of ``words`` needs another after it (chưa thể kết đoạn)."""
    return _ends_with(_bound_words(), words) and not words.endswith(_free_ends())


def is_bound_to(before: str, after: str) -> bool:
    """Whether the last word of a line needs what the next begins with: a heading may end in "chuyển
    đổi số" or "Liên đoàn Lao động tỉnh" (nối dòng)."""
    if not is_bound(before):
        return False
    if takes_number(before):
        return is_number_due(before, after)
    if _ends_with(_words_before("place"), before):
        first = after.split(" ", _LONGEST_PLACE)[:_LONGEST_PLACE]
        return any(province_of(" ".join(first[:n])) for n in range(1, len(first) + 1))
    if (organ := _words_before("organ").search(before[-_LONGEST_WORD:])) is not None:
        found = begins_with(f"{organ.group()} {after[:_LONGEST_ORGAN]}")
        return found is not None and found[2] > len(organ.group())
    return True


def is_number_due(before: str, after: str) -> bool:
    """Whether a line ends in a word that takes a number, and the next begins with one for it."""
    if not takes_number(before):
        return False
    due = _YEAR_DUE if _ends_with(_words_before("year"), before) else _NUMBER_DUE
    return due.match(after) is not None


def takes_number(words: str) -> bool:
    """Whether the last word needs a number after it: "Điều", "khoản" (cần số đi sau)."""
    return _ends_with(_words_before("number"), words)


def _ends_with(pattern: re.Pattern[str], words: str) -> bool:
    tail = words[-_LONGEST_WORD:]
    found = pattern.search(tail)
    return found is not None and (found.start() == 0 or not tail[found.start() - 1].isalnum())


class NoticeRow(Row):
    """Words of a portal to its readers (``layout.toml``: notice)."""

    words: str
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@cache
def _notices() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row.words) for row in rows("layout", "notice", NoticeRow)))


def find_notices(words: str) -> Iterator[tuple[int, int]]:
    """Where a portal speaks to its readers, in order (vị trí thông báo)."""
    if not any(row.words in words for row in rows("layout", "notice", NoticeRow)):
        return iter(())
    return (found.span() for found in _notices().finditer(words))


@cache
def _letterhead_cells() -> re.Pattern[str]:
    words = rows("layout", "letterhead_cell", BeginningRow)
    return re.compile(any_of(row.begins for row in words))


#: a letterhead has two columns, a third may keep them apart; a wider table shows one as a sample
LETTERHEAD = 3


def is_letterhead(words: str) -> bool:
    """Whether a cell belongs to a letterhead or a signature, not to a table (ô thể thức)."""
    if _letterhead_cells().match(words):
        return True
    return words.isupper() and _unmarked_headings().match(fold(words[:40])) is not None


@cache
def _unmarked_headings() -> re.Pattern[str]:
    """The headings in capitals, told without the marks that a scanner loses."""
    found = rows("layout", "letterhead_cell", BeginningRow)
    return re.compile(any_of(fold(row.begins) for row in found if row.begins.isupper()))


@cache
def _body_ends() -> tuple[str, ...]:
    return tuple(row.begins for row in rows("layout", "body_end", BeginningRow))


def ends_body(words: str) -> bool:
    """Whether a paragraph is the first after the running text (hết phần nội dung)."""
    return words.replace(" :", ":", 1).startswith(_body_ends())


@cache
def _bases() -> tuple[tuple[str, ...], int]:
    """What a basis begins with in small letters, and the longest of it."""
    begins = tuple(row.begins.lower() + " " for row in rows("layout", "basis", BeginningRow))
    return begins, max(map(len, begins))


def is_basis(words: str) -> bool:
    """Whether a paragraph is a basis or a request for what is decided under it (căn cứ)."""
    begins, longest = _bases()
    return words[:longest].lower().startswith(begins)
