"""What a line's words tell of its ends: whether a sentence, a symbol or a span is cut there."""

import re
from functools import cache
from string import ascii_lowercase

from graph.vocabulary import document_types
from graph.words.authorities import by_symbol
from graph.words.folding import fold
from loaders.layout.letters import LOWER, UPPER
from loaders.layout.markers import Style, read_marker
from loaders.layout.words import starters

_SENTENCE_END = re.compile(r"[.;:!?…](?:[”\"’')\]]{0,2})$|\./\.$")
_SYMBOL_END = re.compile(r"[0-9A-ZĐa-zđ][-/]$")
_SIGN_DUE, _SIGN = re.compile(r"\d/[A-ZĐ]{1,4}\Z"), re.compile(r"-[A-ZĐ]{2}")
_SYMBOL_GOES_ON = re.compile(r"[A-ZĐ0-9]{2}|[A-ZĐ][A-Za-zđ]{1,4}\b")
#: what a syllable may end in, alone at the head of a line
_WORD_REST = re.compile(r"(?i:ch|ng|nh|[cghmnpt])(?=[\s,;:/]|\Z)")
#: a symbol alone on its line, and what its code may go on with: "35/TB-T" before "GV"
_CODE_HEAD = re.compile(r"(?:\A|\s)\d\S*[-/]([A-ZĐ]{1,6})\Z")
_CODE_REST = re.compile(
    rf"(?!TP\b)[A-ZĐ]{{2,8}}(?!\w)(?!\s[{UPPER}]{{2}})|[A-ZĐ]{{1,3}}-[A-ZĐ]{{2}}"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_COUNTED = re.compile(rf"\((\d{{1,2}}|{'|'.join(_ROMANS)})\)")
#: the end of a line, in which a number or symbol is cut
_TAIL = 40
_VOWELS = frozenset("aeiouy")
_YEAR_HEAD = re.compile(r"/(\d{1,3})\Z")
_YEAR_REST = re.compile(r"\d{1,3}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPAN_END = re.compile(r"[-–]\s?(?:19|20)\d\d\b")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?[.]?")
#: a line no longer than the motto; of longer ones one ends with "chỉ số hạnh phúc" too
_MOTTO = 30
_SMALL = frozenset(ascii_lowercase + LOWER.removeprefix("a-z"))
#: an inner part of a provision at the end of a line, an outer one at the head of the next
_INNER = re.compile(r"(?<!\w)(?:tiết|điểm|khoản|mục)\s(?:[a-zđ]|[\dIVX]{1,4}(?:\.\d{1,2}){0,3})\Z")
_OUTER = re.compile(r"(?:[Kk]hoản|Điều|[Mm]ục|Chương|Phần|Phụ lục)\s[\dIVX]")
_DATED = re.compile(r"năm (?:19|20)\d\d$")


def cuts_symbol(before: str, after: str) -> bool:
    """``30/2020/NĐ-`` before ``CP``, ``71/NQ`` before ``-CP``: a symbol torn at its sign."""
    if before[-1] not in "-/":
        return after[0] == "-" and bool(_SIGN_DUE.search(before) and _SIGN.match(after))
    return bool(_SYMBOL_END.match(before[-2:]) and _SYMBOL_GOES_ON.match(after))


def cuts_word(before: str, after: str) -> bool:
    """``Công Thươn`` before ``g``, ``12/3/20`` before ``26``: cut where a cell was too narrow.

    A syllable has a vowel, so its last consonants alone are the rest of one (từ bị ngắt dòng).
    """
    if after[0].isdigit():
        head, rest = _YEAR_HEAD.search(before[-_TAIL:]), _YEAR_REST.match(after)
        return bool(head and rest and _YEAR.fullmatch(head[1] + rest[0]))
    found = _WORD_REST.match(after)
    if found is None and before[-1].isupper() and (code := _CODE_HEAD.search(before[-_TAIL:])):
        return _CODE_REST.match(after) is not None and by_symbol(code[1]) is None
    if found is None or before[-1].isupper() != after[0].isupper():
        return False
    last, rest_of_word = fold(before[-1]), fold(found[0])
    if last in _VOWELS:
        return rest_of_word not in ("g", "h")
    return last + rest_of_word in ("ng", "nh", "ch")


def counts_on(held: str, after: str) -> bool:
    """Whether "(3)" goes on a sentence that counts "(1) …; (2) …" within itself (liệt kê)."""
    found = _COUNTED.match(after)
    if found is None:
        return False
    number = int(found[1]) if found[1].isdigit() else _ROMANS.index(found[1]) + 1
    before = str(number - 1) if found[1].isdigit() else _ROMANS[number - 2]
    return number > 1 and held.find(f"({before})") > 0


def is_closed(first: str, before: str) -> bool:
    """Whether a line of a letterhead is complete: the motto, or a number with its date."""
    if len(before) > 160:
        return False
    if before[-1] in "cC" and fold(before[-9:]) == "hanh phuc":
        return len(before) < _MOTTO or "tu do" in fold(before[-20:])
    return first.startswith("Số") and _DATED.search(before) is not None


def cuts_span(before: str, after: str) -> bool:
    """``2026`` before ``- 2030``: the two ends of a span of years."""
    return before[-4:].isdigit() and _SPAN_END.match(after) is not None


def runs_on(before: str, after: str) -> bool:
    """Whether a line surely goes on in the next, as most do: words in small letters meet."""
    if after[0] not in _SMALL or after[1:2] not in _SMALL:
        return False
    motto = before[-1] == "c" and before[-3:-2] == "h"  # "Hạnh phúc" is closed
    return (before[-1] in _SMALL or before[-1] == ",") and not motto


def cuts_provision(before: str, after: str) -> bool:
    """Whether the line ended between the parts of one provision: "tại điểm 1.2" / "Mục III"."""
    return _OUTER.match(after) is not None and _INNER.search(before[-16:]) is not None


def begins_inside(after: str) -> bool:
    """Whether a line begins with a word in small letters, so that it opens nothing of its own."""
    return after[:2].isalpha() and after[:2].islower() and not starters().match(after)


def is_open(words: str) -> bool:
    """Whether no sentence ends with these words."""
    return words[-1:].isalnum() or not _SENTENCE_END.search(words[-4:])


def cuts_sentence(before: str, after: str) -> bool:
    """Whether a sentence that ``before`` leaves open goes on in small letters."""
    return after[:1].islower() and is_open(before)


def is_open_basis(first: str, before: str, after: str) -> bool:
    """Whether a basis (Căn cứ …) that no sign has ended yet goes on in the next line."""
    if not first.lstrip("-–+* ").startswith("Căn cứ ") or not is_open(before) or after.isupper():
        return False
    return after[0].isalpha() and not starters().match(after) and read_marker(after) is None


def is_within(after: str) -> bool:
    """Whether a line can only stand inside a sentence."""
    first = after[:1]
    return first.islower() or first.isdigit() or first in ",;.)%…”/–-&" or after.startswith("(")


def is_years(words: str) -> bool:
    """``2026 - 2030``, as the last line of a title: years and nothing else."""
    return _YEARS.fullmatch(words) is not None


def is_marker_alone(words: str) -> bool:
    """``Điều 1.``, ``-`` or ``a)`` with nothing behind it; ``Phụ lục I`` stands over its title."""
    if len(words) > 12:
        return False
    marker = read_marker(words + " ") or read_marker(words)
    return marker is not None and marker.end >= len(words) and marker.style is not Style.ANNEX


def is_torn(title: str) -> bool:
    """A single word in capitals that names no kind of document: "CHUYỂN" before "ĐỔI SỐ"."""
    return " " not in title and title not in _kinds()


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row.name.upper() for row in document_types())


def is_title(words: str) -> bool:
    """Whether a line is a title in capitals."""
    return words.isupper() and len(words) > 1 and words[-1] not in ";."
