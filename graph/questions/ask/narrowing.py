"""What stands right after a document's name and tells which is meant: a place, an organ, a year.

"Kế hoạch 155 Cần Thơ", "QĐ 2629 TTg", "Luật Đầu tư công 2024": words that fit one of the documents
found so far belong to the name; words that fit none are left to be understood otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Node
from graph.questions.ask.grammar import cues, fillers
from graph.questions.ask.mention import Mention
from graph.questions.ask.words import Word, fits, spelt, words_of
from graph.vocabulary import Trait, types_with
from graph.words.folding import fold, slug, words
from graph.words.places import LONGEST_PLACE, begins_place, province_of

#: words of a title behind a name
FEWEST, LONGEST_TITLE = 2, 24
#: words of an issuer's name that may stand for it
LONGEST_NAME = 8
#: words of an office before its organ: Bộ trưởng
_HEAD = 2
#: other words of the title between two of them
BETWEEN = 3
#: a number with its year right after a name: Luật Đất đai 31/2024
_NUMBER = re.compile(r"\s*,?\s*(?:so\s+)?(\d{1,4}/(?:19|20)\d\d)(?![\w/-])")
_YEAR = re.compile(r"\s*,?\s*(?:nam\s+)?((?:19|20)\d\d)(?![\w/])")


def narrowed(mention: Mention, text: str) -> Mention:
    """The mention with the words after it that tell its documents apart or confirm the one."""
    while (longer := _longer(mention, text)) is not None:
        mention = longer
    return _of_its_year(mention, text)


def _of_its_year(mention: Mention, text: str) -> Mention:
    """The year right behind a law's title is its own, of which there may be none: "Luật Đo lường
    2013" is no question about the law of 2011."""
    year = _YEAR.match(fold(text[mention.end :]))
    laws = all(node.properties.get("type") in types_with(Trait.LAW) for node in mention.candidates)
    if not (year and laws) or any(c.isdigit() for c in mention.text):
        return mention
    fit = [node for node in mention.candidates if year[1] in node.id.split("/")]
    return replace(_to(mention, text, year.end(), fit), near=() if fit else mention.candidates)


def place_of(text: str) -> tuple[str, int] | None:
    """The province that a text begins with, and where its name ends."""
    spoken = words_of(text)[:LONGEST_PLACE]
    for length in range(len(spoken), 0, -1):
        found = province_of(text[: spoken[length - 1].end])
        if found:
            return found, spoken[length - 1].end
    if spoken and spoken[0].short and (found := province_of(f"tỉnh {spoken[0].written}")):
        return found, spoken[0].end  # HN, whose two letters are no place by themselves
    return None


def year_of(node: Node) -> int | None:
    """The year of a document, as far as it is known."""
    year = node.properties.get("year")
    return int(year) if isinstance(year, int | str) and str(year).isdecimal() else None


def _longer(mention: Mention, text: str) -> Mention | None:
    rest = text[mention.end :]
    spoken = words_of(rest)
    if not spoken or rest[: spoken[0].start].strip(" ,("):
        return None
    if spoken[0].folded == "cua":
        return _owned(mention, text, spoken[1:])
    if (place := place_of(rest)) and (fit := _at(mention.candidates, place[0])):
        return _to(mention, text, place[1], fit)
    for length in range(min(LONGEST_PLACE, len(spoken)), 1, -1):
        if fit := _of_commune(mention.candidates, spoken[:length]):
            return _to(mention, text, spoken[length - 1].end, fit)
    if fit := _of_organ(mention.candidates, spoken[0]):
        return _to(mention, text, spoken[0].end, fit)
    said = _NUMBER.match(fold(rest))
    if said and (fit := [n for n in mention.candidates if n.properties.get("number") == said[1]]):
        return _to(mention, text, said.end(), fit)
    if entitled := _entitled(mention.candidates, spoken):
        return _to(mention, text, entitled[0], entitled[1])
    year = _YEAR.match(fold(rest))
    if year and (fit := [n for n in mention.candidates if year_of(n) == int(year[1])]):
        return _to(mention, text, year.end(), fit)
    return None


def _entitled(candidates: Sequence[Node], said: Sequence[Word]) -> tuple[int, list[Node]] | None:
    """Where words of a title that "về" leads behind the name end, and whose title that is: Nghị
    định 302 về quỹ nhà ở quốc gia."""
    if not fits(said[0].written, "về"):
        return None
    about = said[2:] if len(said) > 1 and fits(said[1].written, "việc") else said[1:]
    for length in range(min(LONGEST_TITLE, len(about)), FEWEST - 1, -1):
        run = about[:length]
        if fit := [node for node in candidates if any(_holds(run, t) for t in _titles(node))]:
            return run[-1].end, fit
    return None


def _titles(node: Node) -> list[str]:
    return [str(node.properties.get(key) or "") for key in ("title", "name", "short_title")]


def _holds(run: Sequence[Word], title: str) -> bool:
    """Whether the words stand in the title in this order, few others between two of them."""
    own = words_of(title)
    return any(_goes_on(run, own[at:]) for at in range(len(own)) if _is(run[0], own[at]))


def _goes_on(run: Sequence[Word], own: Sequence[Word]) -> bool:
    at = 0
    for word in run[1:]:
        near = own[at + 1 : at + 2 + BETWEEN]
        step = next((n for n, other in enumerate(near, 1) if _is(word, other)), 0)
        if not step:
            return False
        at += step
    return True


def _is(word: Word, other: Word) -> bool:
    return fits(word.written, other.written)


def _owned(mention: Mention, text: str, said: Sequence[Word]) -> Mention | None:
    """With the commune after "của": Kế hoạch 12 của xã Tân Lập; or with the beginning of the
    issuer's name: Thông tư 15 của Bộ Kế hoạch, Kế hoạch 2026 của sở."""
    for length in range(min(LONGEST_PLACE, len(said)), 1, -1):
        if fit := _of_commune(mention.candidates, said[:length]):
            return _to(mention, text, said[length - 1].end, fit)
    for length in range(min(LONGEST_NAME, len(said)), 0, -1):
        if speaks(said[length:]) and (fit := _issued_by(mention.candidates, said[:length])):
            return _to(mention, text, said[length - 1].end, fit)
    return None


def speaks(said: Sequence[Word]) -> bool:
    """Whether nothing more is said, or the next words say something of their own: they are no rest
    of a name."""
    runs = (tuple(word.folded for word in said[:length]) for length in range(1, len(said) + 1))
    return not said or any(run in cues() or run in fillers() for run in runs)


def _issued_by(candidates: Sequence[Node], said: Sequence[Word]) -> list[Node]:
    """Those whose issuer's name begins with the words, be it without its "và" or whose head it is:
    Bộ [trưởng Bộ] Kế hoạch Đầu tư."""
    run = _without_and(spelt(said))
    issuers = [(node, words_of(str(node.properties.get("issuer") or ""))) for node in candidates]
    return [
        node
        for node, own in issuers
        for at in (0, *([_HEAD] if len(run) > 1 else []))
        if _begins(run, _without_and(own)[at:])
    ]


def _without_and(said: Sequence[Word]) -> list[Word]:
    return [word for word in said if word.folded != "va"]


def _begins(run: Sequence[Word], own: Sequence[Word]) -> bool:
    return len(own) >= len(run) > 0 and all(map(_is, run, own))


def _to(mention: Mention, text: str, length: int, candidates: Sequence[Node]) -> Mention:
    end = mention.end + length
    return replace(mention, text=text[mention.start : end], end=end, candidates=tuple(candidates))


def _at(candidates: Sequence[Node], place: str) -> list[Node]:
    return [node for node in candidates if place in node.id.split("/")[:-3]]


def _of_commune(candidates: Sequence[Node], said: Sequence[Word]) -> list[Node]:
    """Those whose issuer's name ends with the commune's: Kế hoạch 55 xã Đức Thọ."""
    if not begins_place(said[0].written) and len(said) < 2:
        return []
    name = f" {' '.join(word.folded for word in said)}"
    issuers = [(node, words(str(node.properties.get("issuer") or ""))) for node in candidates]
    return [node for node, issuer in issuers if f" {' '.join(issuer)}".endswith(name)]


def _of_organ(candidates: Sequence[Node], word: Word) -> list[Node]:
    """Those in whose symbol the short form stands: ttg of QĐ-TTg."""
    if not (word.short or any(sign.isdigit() for sign in word.folded[1:])):
        return []
    return [
        node
        for node in candidates
        if word.folded in slug(str(node.properties.get("symbol") or "")).split("-")
    ]
