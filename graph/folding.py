"""Folding Vietnamese for search and comparison (bỏ dấu): one rule for every store."""

import re
import unicodedata
from functools import cache

#: bump when ``fold`` changes: stores rebuild their full-text index
FOLD_VERSION = 1


def fold(text: str) -> str:
    """Lower case, no diacritics, đ → d; as long as the NFC text, so offsets still hold."""
    return "".join(map(_fold_character, unicodedata.normalize("NFC", text)))


@cache
def _fold_character(character: str) -> str:
    if character in "đĐÐð":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def words(text: str) -> list[str]:
    """The folded words of a text: letters and digits only."""
    return re.findall(r"[0-9a-z]+", fold(text))


def slug(text: str) -> str:
    """A readable path segment: folded words joined by hyphens."""
    return "-".join(words(text))
