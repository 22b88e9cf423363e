"""Folding Vietnamese for search and comparison (bỏ dấu): one rule for every store."""

import codecs
import re
import unicodedata
from functools import lru_cache

#: bump when ``fold`` changes: stores rebuild their full-text index
FOLD_VERSION = 1
#: names come back all the time and are remembered; longer texts are not
_SHORT = 64
_REMEMBERED = 1 << 15
_WORD = re.compile(r"[0-9a-z]+")


def fold(text: str) -> str:
    """Lower case, no diacritics, đ → d; as long as the NFC text, so offsets still hold."""
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def unmarked(text: str) -> str:
    """The letters without their marks (không dấu), great and small as they are."""
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    try:  # five times as fast as letter by letter
        usual, _ = codecs.charmap_encode(text, "strict", _USUAL)
    except UnicodeEncodeError:
        return unicodedata.normalize("NFC", text).translate(_FOLDED)
    return codecs.charmap_decode(usual, "strict", _USUAL_FOLDED)[0]


_fold_short = lru_cache(_REMEMBERED)(_fold)


class _Folded(dict[int, str]):
    """Character → its folded form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_FOLDED = _Folded()


def _fold_character(character: str) -> str:
    if character in "đĐÐð":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


#: what nearly all texts are made of, no more than a byte tells apart: NUL, which the codec wants
#: first, the blanks and signs of ASCII, the letters of Vietnamese with their marks, marks of print
_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_SIGNS = "\0\t\n\v\f\r" + "".join(map(chr, range(0x20, 0x7F)))
_LETTERS = _SIGNS + _MARKED + _MARKED.upper() + "\u00a0“”‘’–—…•·§°²½×□≤≥−"
_USUAL = codecs.charmap_build(_LETTERS)
_USUAL_FOLDED = "".join(map(_fold_character, _LETTERS))


def words(text: str) -> list[str]:
    """The folded words of a text: letters and digits only."""
    return _WORD.findall(fold(text))


def one_off(left: str, right: str) -> bool:
    """Whether two words of one length differ in exactly one letter (sai một chữ)."""
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """A readable path segment: folded words joined by hyphens."""
    return "-".join(words(text))
