"""Whether words can be Vietnamese: each is one syllable of a known build (âm tiết).

The letters that begin a syllable, its vowels and the letters that end it are those of the spelling
of quốc ngữ; one that ends in c, ch, p or t has the tone sắc or nặng and no other.
"""

import re
import unicodedata

_FIRST = "(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_VOWELS = "(?:uyê|uya|uâ|uê|uơ|uy|uô|ươ|iê|yê|oă|oa|oe|oo|ua|ưa|ia|[aăâeêioôơuưy])"
_LAST = "(?:ch|ng|nh|[cmnptiyou])?"
_SYLLABLE = re.compile(_FIRST + _VOWELS + _LAST)
_CLOSED = re.compile(r"(?:ch|[cpt])\Z")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHARP = frozenset("\u0301\u0323")  # sắc, nặng
#: words of two letters and more, none of them part of a symbol or an address
_WORD = re.compile(r"(?<![\w/.\-@&])[^\W_]{2,}(?![\w/@&]|[.\-]\w)")


def broken_share(text: str) -> float:
    """What part of the words of a text can be no Vietnamese; 0 where it holds none (chữ sai)."""
    words = [word for word in _WORD.findall(text) if any(map(str.islower, word))]
    return sum(not is_syllable(word) for word in words) / len(words) if words else 0.0


def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese syllable (âm tiết tiếng Việt)."""
    signs = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in signs if sign in _TONES]
    bare = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not _CLOSED.search(bare) or (bool(tones) and tones[0] in _SHARP)
