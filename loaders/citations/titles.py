"""The title that follows a citation: "… của Chính phủ về công tác văn thư" (trích yếu).

A law stands behind its own name, so what follows is the subject of the decree that details it, or
what the law says. A verb after a bare number tells what the document does, not what it is called.
"""

import re
from functools import cache

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import (
    TitleWordRow,
    deciding_words,
    kind_names,
    phrases,
    title_ends,
    title_openings,
    title_words,
)
from graph.words.authorities import begins_with
from loaders.citations.anchor import Anchor
from loaders.citations.tails import Tail
from loaders.layout.letters import UPPER

_LONGEST = 500
_FEWEST = 3  # words
_MARKS = rf"(?<=[;:\n^])|(?<=\.)(?=\s*(?:\n|\Z)|\s+[{UPPER}–-])"
#: what the document says begins behind its title: "… Luật Hải quan quy định: “…”"
_SAYS = re.compile(r"(?<!các)(?<!những)(?<!một số)(?<!theo),?\s(?:có )?quy đ[ịi]nh(?: rõ)?$")
_CLOSES = {")": "(", "”": "“", "»": "«"}


def title_after(content: str, tail: Tail, anchor: Anchor) -> str | None:
    """The title after the number and what follows it, from its first word on, or None.

    A verb counts only where a date or an issuer stands before it, as a basis is written
    (NĐ 30/2020, Phụ lục I, mẫu 1.2).
    """
    opening = _opening().match(content, tail.end)
    if opening is None:
        return None
    first = opening[1]
    row = _rows()[" ".join(first.lower().split())]
    if anchor.type in types_with(Trait.LAW) and (anchor.name or not row.changes):
        return None
    formal = tail.date or tail.issuer
    if not row.about and (not formal or (opening[0][0] == "," and _is_capitalised(first))):
        return None
    start = opening.start(1)
    found = content[start : start + _LONGEST]
    end = _end().search(found, len(first))
    words = _within(found[: end.start() if end else _last_whole(found)])
    words = words[: _of_another(words, row)].rstrip(' ,./-–(“"')
    words = _SAYS.sub("", words)
    return " ".join(words.split()) if len(words.split()) >= _FEWEST else None


def _last_whole(words: str) -> int:
    """Where the last word that the longest title surely holds ends."""
    return words.rfind(" ") if len(words) == _LONGEST else len(words)


def _is_capitalised(word: str) -> bool:
    """With one great letter, as what begins a name: "…, Báo cáo thẩm tra số 417"."""
    return word[0].isupper() and not word.isupper()


def _within(words: str) -> str:
    """Up to a bracket that stays open, or the bracket or quote that closes one opened before."""
    for place, sign in enumerate(words):
        opened = _CLOSES.get(sign)
        if opened and words.count(opened, 0, place) <= words.count(sign, 0, place):
            return words[:place]
        if sign == '"' and '"' not in words[:place] and not words[place + 1 : place + 2].isalnum():
            return words[:place]
    return words if words.count("(") == words.count(")") else words[: words.rfind("(")]


def _of_another(words: str, row: TitleWordRow) -> int:
    """Where the sentence goes on with another document, or with the organ that now decides."""
    for said in _deciding().finditer(words):
        if begins_with(said[1]):
            return said.start()
    joint = _next_document().search(words)
    if joint is None or row.changes or _change().search(words, 0, joint.start()):
        return len(words)
    return len(words) if re.search(r"\ssố\s\d", words[: joint.start()]) else joint.start()


@cache
def _rows() -> dict[str, TitleWordRow]:
    return {row.words.lower(): row for row in title_words() if row.title}


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*[,:]?\s*((?:{title_openings()})(?![^\W_]))")


@cache
def _end() -> re.Pattern[str]:
    words = rf"\(?(?:{phrases(list(title_ends()), capital=False)})(?![^\W_])"
    named = rf"\((?=(?:{kind_names()})\s(?:số\s)?\d)"
    return re.compile(rf"[;:\n^.,\s](?:{_MARKS}|(?<=,)\s{words}|(?<=\s)(?:{words}|{named}))")


@cache
def _next_document() -> re.Pattern[str]:
    joint = r"(?:,|và(?<=\svà))"
    return re.compile(rf"{joint}\s(?:{kind_names()})\s(?:số\s\d|\d{{1,5}}[a-z]?/)")


@cache
def _change() -> re.Pattern[str]:
    words = phrases([row.words for row in title_words() if row.changes])
    return re.compile(rf"\s(?:{words})(?![^\W_])")


@cache
def _deciding() -> re.Pattern[str]:
    words = phrases(list(deciding_words()), capital=False)
    return re.compile(rf",\s([{UPPER}][^,;]{{2,90}}?)\s(?:đã\s)?(?:{words})(?![^\W_])")
