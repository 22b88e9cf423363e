"""What the name of an issuer says: its organ, how it is spelt (tên cơ quan ban hành)."""

import re
from functools import cache, lru_cache

from graph.words.authorities import Authority, begins_with, by_name, head_titles
from graph.words.folding import fold, one_off
from graph.words.marks import mend
from graph.words.places import nameless_place
from graph.words.symbols import read_symbol
from graph.words.unit_words import is_of_party

#: "Ủyban nhân dân"
_GLUED = re.compile(r"\b([ỦU][yỷ])ban\b")
#: several organs that issue together
_TIED = re.compile(r"[-–,/]|\svà\s[A-ZĐ]")


@lru_cache(maxsize=8192)
def spelt(issuer: str) -> str:
    """An issuer with the marks and the case that its organ's name has ("Chính phú": Chính phủ)."""
    issuer = _GLUED.sub(r"\1 ban", issuer)
    found = organ_of(issuer)
    if found is None:
        return issuer
    if issuer.isupper():
        return _in_small_letters(issuer, found[0])
    for name in (found[0].name, *found[0].aliases, *found[0].heads):
        issuer = mend(issuer, name)
    for title in head_titles():
        issuer = mend(issuer, title, first=True)
    return issuer


def told_by_symbol(issuer: str, symbol: str | None) -> str:
    """A name that no organ has, one letter off the organ of the symbol ("Chính phi", NĐ-CP)."""
    organ = read_symbol(symbol).organ if symbol else None
    if organ is None or organ.scope not in ("national", "party") or organ_of(issuer):
        return issuer
    words = issuer.split()
    alone = issuer.count("Bộ") == 1 and not _TIED.search(issuer)
    if words[0] == "Bộ" and alone and organ.name.startswith("Bộ "):
        return organ.name  # a column or a page tore the ministry's name
    for name in (organ.name, *organ.aliases):
        count = len(name.split())
        tail = " ".join(words[-count:])
        if len(words) >= count and one_off(fold(tail), fold(name)):
            return " ".join((*words[:-count], name))
    return issuer


def _in_small_letters(issuer: str, organ: Authority) -> str:
    """A name in capitals as the vocabulary writes it, a title before it or not."""
    for name in (organ.name, *organ.aliases, *organ.heads):
        for title in ("", *(f"{title} " for title in head_titles())):
            if f"{title}{name}".upper() == issuer:
                return f"{title}{name}"
    return issuer


def plausible(issuer: str | None, symbol: str | None) -> str | None:
    """An issuer named before a number counts only where the symbol does not say another.

    TW says no more than that an organ is of the Centre ("Ban Chỉ đạo Trung ương …", CĐ-TW).
    """
    named = (by_name(issuer) or begins_with(issuer)) if issuer else None
    organ = read_symbol(symbol).organ if symbol else None
    if not issuer or not named or not organ or named[0].id == organ.id:
        return issuer
    if organ.shared and named[0].parent == organ.id:
        return issuer
    if organ.level != "party" and (named[0].level == "party" or is_of_party(issuer)):
        return issuer  # "Ban Tổ chức Huyện ủy", TTr/BTC: the Party has codes of its own
    return issuer if organ.id == "tw" and "trung uong" in fold(issuer) else None


def is_lawgiver(name: str) -> bool:
    """Whether an organ makes laws: any other one "của Luật …" applies it (cơ quan lập pháp)."""
    found = organ_of(name) or begins_with(name)
    return found is not None and found[0].level == "assembly" and found[0].scope == "national"


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, head_titles()))


def without_head(name: str | None) -> str | None:
    """The organ alone: a letter is the organ's, though its head may ask (Giám đốc Sở …)."""
    if name is None or not (found := by_name(name)):
        return name
    words = name.split()
    for count in range(1, min(4, len(words))):
        shorter = by_name(" ".join(words[count:]))
        head = fold(" ".join(words[:count])) in _heads()  # a standing body is no head of it
        if head and words[count][0].isupper() and shorter and shorter[0] is found[0]:
            return " ".join(words[count:])
    return name


@lru_cache(maxsize=8192)
def organ_of(name: str) -> tuple[Authority, str | None] | None:
    """The organ of a name and its province; a district may be left out ("UBND huyện")."""
    found = by_name(name)
    whose = None if found else nameless_place(name)
    return by_name(whose) if whose else found
