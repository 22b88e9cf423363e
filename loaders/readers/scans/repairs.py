"""What recognising is known to take for something else, as it is printed (sửa chữ nhận dạng)."""

import re
from functools import cache

from graph.vocabulary import Row, document_types, rows
from graph.words.authorities import by_symbol

#: a word of two letters whose second looks alike in both sizes
_TALL = re.compile(r"(?<![\w/.-])[A-ZĐ][OÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢUÚÙỦŨỤƯỨỪỬỮỰ](?![\w/-])")

#: the engine may see one slash twice
_SLASH = re.compile("/?\u2044/?")


class RepairRow(Row):
    """A pattern that is read and what it means (``scans.toml``: repair)."""

    pattern: str
    means: str
    examples: tuple[str, ...]
    becomes: tuple[str, ...]
    misses: tuple[str, ...]


class PhraseRow(Row):
    """A phrase of which a mark is lost (``scans.toml``: phrase)."""

    read: str
    means: str


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    means = {row.read: row.means for row in rows("scans", "phrase", PhraseRow)}
    words = "|".join(re.escape(read) for read in sorted(means, key=len, reverse=True))
    return re.compile(rf"(?:{words})"), means


def mended(line: str) -> str:
    """A recognised line with the marks that common phrases have lost; as long as before."""
    pattern, means = _phrases()
    return _TALL.sub(_lowered, pattern.sub(lambda found: means[found.group()], line))


def _lowered(found: re.Match[str]) -> str:
    """``SỞ Y tế`` is ``Sở Y tế``: small o and u look like large ones, and no neighbour is in
    capitals."""
    line, (start, end) = found.string, found.span()
    before, after = line[:start].split(), line[end:].split()
    near = [*before[-1:], *after[:1]]
    if (
        not near
        or by_symbol(found.group())
        or any(len(word) > 1 and word.isupper() for word in near)
    ):
        return found.group()
    small = any(word[-1:].islower() or word[1:2].islower() for word in near)
    return found.group().capitalize() if small else found.group()


@cache
def _glued() -> dict[str, str]:
    """Kinds of documents in capitals, by their letters without blanks."""
    names = (row.name.upper() for row in document_types())
    return {name.replace(" ", ""): name for name in names if " " in name}


class RaisedRow(Row):
    """What a raised digit, or the number of a row, is taken for (``scans.toml``: raised, key)."""

    read: str
    means: str


@cache
def _keys() -> dict[str, str]:
    return {row.read: row.means for row in rows("scans", "key", RaisedRow)}


def row_key(words: str) -> str:
    """The number of a row as it is printed (số thứ tự)."""
    words = words.strip()
    return _keys().get(words, words)


@cache
def _raised() -> dict[str, str]:
    return {row.read: row.means for row in rows("scans", "raised", RaisedRow)}


def raised_digit(sign: str) -> str:
    """The digit that a raised sign is, empty where it is none (số chú thích)."""
    return sign if sign.isdecimal() else _raised().get(sign, "")


@cache
def _repairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row.pattern), row.means) for row in rows("scans", "repair", RepairRow))


def repaired(word: str) -> str:
    """A recognised word with its symbols as they are printed (từ đã sửa)."""
    word = _SLASH.sub("/", _glued().get(word, word))
    if "/" not in word:
        return word
    for pattern, means in _repairs():
        word = pattern.sub(means, word)
    return word
