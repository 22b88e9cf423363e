"""Pages whose characters are not those that are seen: no Vietnamese can be read of them (chữ hỏng).

A font without its table gives control signs or private ones; a scanner that knew no Vietnamese put
words without marks behind its picture; old fonts show signs of windows-1252 as letters.
"""

import re
import unicodedata
from dataclasses import replace

from loaders.readers.legacy import converter, encoding_of, has_common, horned
from loaders.readers.pages.page import Page

#: signs that stand for nothing
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffdÿ]")
_LETTER = re.compile(r"[^\W\d_]")
#: so much of a page of at least so many signs is odd where its fonts lack their tables
_SHARE, _TELLING = 0.06, 30
#: a page of more letters than this says some common word, if it is Vietnamese at all
_LONG = 300


def is_garbled(page: Page) -> bool:
    """Whether the characters of a page are surely not those that are seen."""
    words = _words(page)
    odd = len(_ODD.findall(words))
    return odd > _SHARE * len(words) and len(words) >= _TELLING


def is_foreign(page: Page) -> bool:
    """Whether a page of text says no word that Vietnamese does without: look at it, if possible."""
    words = _words(page)
    if len(words) <= _LONG or says_vietnamese(page):
        return False
    return len(_LETTER.findall(words)) > _LONG


def says_vietnamese(page: Page) -> bool:
    """Whether a page holds words that Vietnamese does not do without."""
    return has_common(unicodedata.normalize("NFC", _words(page)).lower())


def recoded(page: Page) -> Page:
    """The page in Unicode where its words tell of an old encoding; else the page itself."""
    encoding = encoding_of(_words(page))
    if encoding is None:
        return page
    letters = converter(encoding)
    pieces = tuple(
        p._replace(words=letters(horned(p.words, encoding)), marks=()) for p in page.pieces
    )
    return replace(page, pieces=pieces)


def _words(page: Page) -> str:
    return "\n".join(piece.words for piece in page.pieces)
