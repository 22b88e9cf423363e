"""Names printed in capitals, as they are written in running text (viết hoa tên cơ quan)."""

import re
from functools import cache, lru_cache

from graph.vocabulary import provinces
from graph.words.authorities import by_name
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.places import place_pattern, province_of
from graph.words.spelling import short_forms
from loaders.layout.thethuc import letterhead_words

#: numbers that no word is written as
_ROMAN = re.compile(r"X{0,2}(?:II|III|IV|VII|VIII|IX|XI)")
#: letters that stand for words: no vowel is among them (QPPL, TNHH)
_LETTERS = re.compile(r"[BCDĐGHKLMNPQRSTVX]{2,6}")
#: a city glued to its sign: TP.BUÔN MA THUỘT
_GLUED_CITY = re.compile(r"(?<=\bTP\.)(?=\w)")
#: how far into a text its own way of writing a name is looked for
_FAR = 200_000
#: how far, where its marks do not agree
_NEAR = 20_000


def cased(name: str, content: str = "", *, marks: bool = False) -> str:
    """``name`` as the text itself writes it in lower case somewhere, else by the rules.

    ``marks``: a scanner may have changed them in the name.
    """
    if not name.isupper():
        return name
    written = _as_written(name, content[:_FAR])
    if written is None and marks:
        written = _as_marked(name, content)
    return written or _by_rule(name)


def _as_written(name: str, content: str) -> str | None:
    lower, wanted = _lower(content), name.lower()
    if len(lower) != len(content) or len(wanted) < 6:
        return None
    return _where(lower, wanted, content)


def _as_marked(name: str, content: str) -> str | None:
    """``name`` as the text writes it where a scanner changed its marks in the letterhead."""
    return _where(_folded(content[:_NEAR]), fold(name), content)


def _where(levelled: str, wanted: str, content: str) -> str | None:
    """What ``content`` has, with a capital and not in capitals, where ``levelled`` has ``wanted``:
    both hold the same text, sign by sign."""
    at = levelled.find(wanted)
    while at >= 0:
        found = content[at : at + len(wanted)]
        if found[0].isupper() and not found[:6].isupper():
            return found
        at = levelled.find(wanted, at + 1)
    return None


@lru_cache(1)
def _folded(content: str) -> str:
    return fold(content)


@lru_cache(1)
def _lower(content: str) -> str:
    """The text in small letters: several names of one text are looked for one after the other."""
    return content.lower()


def _by_rule(name: str) -> str:
    name = _GLUED_CITY.sub(" ", name)
    lower = _kinds().sub(lambda kind: kind[1] + kind[2].upper(), name.lower())
    lower = _schools().sub(lambda kind: kind[1] + _titled(kind[2]), lower)
    place = _after_place().search(lower)
    if place:
        lower = lower[: place.start(2)] + _place_titled(place.group(2))
    lower = _with_organ(_with_province(lower))
    for known in letterhead_words("proper_name"):
        at = fold(lower).find(fold(known))
        if at >= 0:
            lower = lower[:at] + known + lower[at + len(known) :]
    return _short_forms_kept(name, lower[:1].upper() + lower[1:])


@cache
def _kinds() -> re.Pattern[str]:
    """A kind of organ with the first letter of what it is for (Cục Thú y, Chi cục Thuế)."""
    words, no_name = any_of(letterhead_words("organ_kind")), any_of(letterhead_words("no_name"))
    return re.compile(rf"((?<!\w){words}\s)(?!{no_name}\b)(\w)")


@cache
def _schools() -> re.Pattern[str]:
    """A kind of school or district with the name behind it (Trường Tiểu học Hoa Sen)."""
    words = any_of(letterhead_words("named_after"))
    placed = rf"(?!{place_pattern()}\s)"
    return re.compile(rf"((?<!\w){words}\s){placed}(.+)$", re.IGNORECASE)


@cache
def _after_place() -> re.Pattern[str]:
    """A place name behind its word: each of its words has a capital (tỉnh An Giang)."""
    ahead = rf"\b({place_pattern()}|tp\.) (?:(?:ủy|uỷ|đoàn) )?(?!(?:hội|ủy|uỷ|đoàn)\b)"
    return re.compile(rf"{ahead}(.+)$", re.IGNORECASE)


def _with_province(lower: str) -> str:
    """A name in small letters with the province that it ends with as it is written."""
    words = lower.split(" ")
    for count in range(min(4, len(words) - 1), 1, -1):
        slug = province_of(" ".join(words[-count:]))
        if slug and fold(provinces()[slug].name) == fold(" ".join(words[-count:])):
            return " ".join((*words[:-count], provinces()[slug].name))
    return lower


def _with_organ(lower: str) -> str:
    """A name with the known organ that it ends in as that is written (Đảng ủy Sở Xây dựng)."""
    words = lower.split(" ")
    for start in range(1, len(words)):
        tail = " ".join(words[start:])
        found = by_name(tail)
        if found is not None and fold(found[0].name) == fold(tail):
            return " ".join((*words[:start], found[0].name))
    return lower


def _short_forms_kept(name: str, written: str) -> str:
    """``written`` with the short forms and numbers of ``name`` in their capitals (UBND, II)."""
    pairs = zip(name.split(" "), written.split(" "), strict=True)
    return " ".join(word if _is_kept(word.strip(",.()")) else said for word, said in pairs)


def _is_kept(word: str) -> bool:
    return word in short_forms() or any(p.fullmatch(word) for p in (_ROMAN, _LETTERS))


def _place_titled(words: str) -> str:
    """The words of a place with their capitals, and those of the one it lies in (…, tỉnh …)."""
    within = _within().search(words)
    if within is None:
        return _titled(words)
    return f"{_titled(words[: within.start()])}{within.group()}{_titled(words[within.end() :])}"


@cache
def _within() -> re.Pattern[str]:
    """The word of a place that another lies in, behind that one's name."""
    return re.compile(rf"(?<=\w),?\s{place_pattern()}\s(?=\w)")


def _titled(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
