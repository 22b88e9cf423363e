"""Where the tone of a diphthong stands: "hoá" and "uỷ" are read as "hóa" and "ủy" (vị trí dấu).

Both spellings are right and both stand in official texts, often in one; names are compared in one
of them. A letter stays a letter, so places in the original still hold. After q u is no vowel: quý.
"""

import re
import unicodedata
from itertools import product

_TONES = "\u0300\u0301\u0309\u0303\u0323"


def _toned(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


_PLACED = {
    first + _toned(second, tone): _toned(first, tone) + second
    for pair in ("oa", "oe", "uy")
    for first, second in product((pair[0], pair[0].upper()), (pair[1], pair[1].upper()))
    for tone in _TONES
}
_SECOND = "".join(dict.fromkeys(pair[1] for pair in _PLACED))
_OLDER = re.compile(rf"[oOuU][{_SECOND}](?!\w)(?<![qQ]..)")


def placed(words: str) -> str:
    """The words with each tone on the first letter of oa, oe and uy at a syllable's end."""
    return _OLDER.sub(lambda found: _PLACED.get(found.group(), found.group()), words)
