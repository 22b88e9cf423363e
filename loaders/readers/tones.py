"""Where the tone of uy stands: "uỷ" is read as "ủy", the word of most organs (vị trí dấu).

Both spellings are right and both stand in official texts, often in one. A letter stays a letter, so
places in the original still hold. Other words stay as they are printed: names are told as their
document spells them, and compared without marks. After q the u is no vowel: quỷ.
"""

import re

_OLDER = re.compile(r"[uU][ỷỶ](?!\w)(?<![qQ]..)")
_NEWER = {"uỷ": "ủy", "Uỷ": "Ủy", "UỶ": "ỦY", "uỶ": "ủY"}


def placed(words: str) -> str:
    """The words with the tone of uy on its first letter."""
    if "ỷ" not in words and "Ỷ" not in words:
        return words
    return _OLDER.sub(lambda found: _NEWER[found.group()], words)
