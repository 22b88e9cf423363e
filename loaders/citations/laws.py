"""Laws named by their title (luật, bộ luật, pháp lệnh, Hiến pháp), with or without a number.

"Luật sửa đổi, bổ sung một số điều của Luật A, Luật B" is one law, whose name holds those of the
laws it changes.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from graph.words.folding import fold
from graph.words.marks import is_misprint, mend
from loaders.citations.law_ends import title_end
from loaders.citations.law_names import (
    folded_words,
    is_glued,
    run_together,
    tails,
    titles,
    together,
    unglued,
)
from loaders.mentions import Span


class LawMention(Struct, frozen=True, gc=False):
    """A law as named (luật): its kind, its name, a year in it, the laws that it amends."""

    span: Span
    kind: str
    name: str
    year: int | None = None
    amended: tuple["LawMention", ...] = ()


#: how the name of a law begins
HEAD = re.compile(
    r"Luật|LUẬT|Bộ luật|Bộ Luật|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH|Hiến pháp"
    r"|luật(?= [A-ZĐ])"
    r"|luật(?<!pháp luật)(?<!bộ luật)(?= [a-zđ][^.;:,()\n]{2,60}? năm (?:19|20)\d\d)"
)
_AMENDING = re.compile(
    r"\s(?:[Ss]ửa đ\wi|SỬA ĐỔI)(?:,?\s(?:và\s)?(?:b\w{1,3} sung|BỔ SUNG))?"
    r"(?:(?!Luật|luật|LUẬT|Pháp lệnh)[^;:.()“”\"\n]){0,60}?\s"
    r"(?=(?:Luật|LUẬT|Bộ [Ll]uật|Pháp lệnh)\s)"
)
_REVISED = re.compile(r"\s(?:\([Ss]ửa đổi\)|[Ss]ửa đổi)\s(?=\w)")
#: the words of an amending law's name, as scanners read them
_PHRASE = re.compile(r"[Ss]ửa đ\wi|(?<=i, )b\w{1,3} sung|(?<=i )b\w{1,3} sung|một s\w đi\wu")
_NEXT = re.compile(
    r"(?:\s?,\s(?:và\s)?|\svà\s)(?:(?:khoản \d+ )?Điều \d+(?: của)? )?"  # "và Điều 121 của" Luật
    r"(?=(?:Luật|LUẬT|Bộ [Ll]uật|Pháp lệnh)(?:\s|(?<=t)[A-ZĐ]))"
)
_WITH_ABOUT = re.compile(r"(?:(?<=lệnh)|(?<=LỆNH)|(?<=uật)|(?<=UẬT))\s(?:về|VỀ)\s")
#: the year after a title, in its line: that in the next cell of a table is another's
YEAR = re.compile(
    r"[^\S\n]*(?:\((?:sửa đổi|Sửa đổi)\)[^\S\n]*|sửa đổi(?:, bổ sung)?\s(?=năm\s|\d))?"
    r"(?:(?P<word>năm)\s?)?(?P<year>(?:19|20)\d\d)(?![\d/]|\s?[–-]\s?(?:19|20)\d\d)"
)
_YEAR_SAID = re.compile(r"\snăm\s\d{4}\Z")
_GLUED = re.compile(r"Luật(?=[A-ZĐ])")
_CONSTITUTION = re.compile(
    r"Hiến pháp(?: (?i:nước cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|nước CHXHCN việt nam))?"
)


def read_law(content: str, start: int) -> LawMention | None:
    """The law whose name begins at ``start``; None when the words there name none."""
    head = HEAD.match(content, start)
    if head is None:
        return None
    if head.group() == "Hiến pháp":
        return _constitution(content, start)
    amending = _AMENDING.match(content, head.end())
    if amending and (law := _amending_law(content, start, head.group(), amending.end())):
        return law
    end = _revised_end(content, head) or title_end(content, head.end(), head.group())
    return _law(content, start, end, head.group()) if end else None


def _revised_end(content: str, head: re.Match[str]) -> int | None:
    """Where the known title ends that "Luật (sửa đổi)" or "Luật sửa đổi" stands before."""
    revised = _REVISED.match(content, head.end())
    end = title_end(content, revised.end() - 1, head.group()) if revised else None
    known = revised and end and folded_words(content[revised.end() : end]) in tails()
    return end if known else None


def amended_laws(content: str, start: int) -> tuple[int, tuple[LawMention, ...]]:
    """The laws listed from ``start`` on, and where the list ends."""
    laws: list[LawMention] = []
    at, end = start, start
    while (law := read_law(content, at)) is not None:
        laws.append(law)
        end = law.span.end
        more = _NEXT.match(content, end)
        if more is None:
            break
        at = more.end()
    return end, tuple(laws)


def amending_tail(content: str, start: int) -> tuple[int, tuple[LawMention, ...]] | None:
    """After a number: "sửa đổi, bổ sung một số điều của Luật A": its end and the laws changed."""
    match = _AMENDING.match(content, start)
    if match is None:
        return None
    end, laws = amended_laws(content, match.end())
    return (end, laws) if laws else None


def _amending_law(content: str, start: int, head: str, at: int) -> LawMention | None:
    end, laws = amended_laws(content, at)
    if not laws:
        return None
    named = _law(content, start, end, head)
    year = _YEAR_SAID.search(named.name) if laws[-1].year else None
    named = replace(named, name=named.name[: year.start()]) if year else named
    name = _GLUED.sub("Luật ", _PHRASE.sub(_as_it_is_written, named.name))
    for law in laws:
        name = mend(name, law.name)
    return LawMention(named.span, named.kind, name, laws[-1].year, laws)


def _as_it_is_written(phrase: re.Match[str]) -> str:
    """What an amending law is called, its marks put right ("bd sung", "một số điêu")."""
    rights = {"s": "sửa đổi", "b": "bổ sung", "m": "một số điều"}
    right = rights[fold(phrase.group())[0]]
    return right if phrase.group()[0].islower() else right[0].upper() + right[1:]


def _law(content: str, start: int, end: int, head: str) -> LawMention:
    kind = {"BỘ LUẬT": "Bộ luật", "Bộ Luật": "Bộ luật", "PHÁP LỆNH": "Pháp lệnh"}.get(head, head)
    kind = "Luật" if kind in ("LUẬT", "luật") else kind
    name = " ".join(content[start:end].split())
    plain = _WITH_ABOUT.sub(" ", name, count=1)
    name = plain if folded_words(plain) in titles() else name
    known = titles().get(folded_words(name)) or run_together().get(together(folded_words(name)))
    if known and (head.isupper() or is_glued(name, known) or is_misprint(name, known)):
        name = known
    name = unglued(name) if known else name
    year = YEAR.match(content, end)
    if year is None:
        return LawMention(Span(start, end), kind, name)
    if year["word"] is None and year.group().strip().isdigit():
        name = f"{name} {year['year']}"
    return LawMention(Span(start, year.end()), kind, name, int(year["year"]))


def _constitution(content: str, start: int) -> LawMention | None:
    """Hiến pháp counts when it is named in full or with its year, or is a basis (căn cứ)."""
    match = _CONSTITUTION.match(content, start)
    if match is None:
        return None
    law = _law(content, start, match.end(), "Hiến pháp")
    full = law.year is not None or match.end() - start > len("Hiến pháp")
    return law if full or content[max(0, start - 7) : start].lower() == "căn cứ " else None
