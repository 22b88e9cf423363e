"""Laws named by their title (luật, bộ luật, pháp lệnh, Hiến pháp), with or without a number.

Where a title ends is known from ``laws.toml``; a title the vocabulary lacks ends at the first word
or sign that no title goes on with. "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B" is one
law, whose name holds those of the laws it changes.
"""

import re
from functools import cache
from itertools import islice
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from graph.vocabulary import Row, rows
from graph.words.folding import fold
from graph.words.marks import is_misprint, mend
from loaders.citations.law_names import (
    beginnings,
    folded_words,
    glued_length,
    is_exact,
    is_glued,
    run_together,
    spoken,
    tails,
    tails_without_and,
    titles,
    together,
    unglued,
    without_and,
)
from loaders.mentions import Span


class LawWordRow(Row):
    """A word that decides about a title: ``role`` says how (``cues.toml``).

    stop: no title goes on with it; none: the whole would be no title; draft: before "Luật", the law
    is not made yet; other: before "Luật", no law at all (đại học Luật).
    """

    words: str
    role: Literal["stop", "none", "draft", "other"]
    examples: tuple[str, ...] = ()


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
#: an amending law torn by a scanner: "Luật Thuế bồ sung một"
_CHANGED = re.compile(r"\sb\w{1,3} sung\s")
_NEXT = re.compile(
    r"(?:\s?,\s(?:và\s)?|\svà\s)(?:(?:khoản \d+ )?Điều \d+(?: của)? )?"  # "và Điều 121 của" Luật
    r"(?=(?:Luật|LUẬT|Bộ [Ll]uật|Pháp lệnh)(?:\s|(?<=t)[A-ZĐ]))"
)
#: what begins the name of a law though the vocabulary lacks its title
_UNKNOWN_TOO = ("Luật", "Pháp lệnh")
#: what a title is written with now and then
_SAID_TOO = ("cac", "cua")
_ABOUT = "ve"
_WITH_ABOUT = re.compile(r"(?:(?<=lệnh)|(?<=LỆNH)|(?<=uật)|(?<=UẬT))\s(?:về|VỀ)\s")
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[^\s\w,/-]|,|/")
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
#: an organ stands in no title but those that are known
_ORGANS = frozenset(("Bộ", "Sở", "Vụ", "Cục", "Viện"))
#: what a sentence goes on with after a title; a table or a scanner tears titles off elsewhere
_GOES_ON = re.compile(r"[.,;:)”\"]|\s(?:\(|[a-zđàáảãạâăêôơưéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ]\w*\s)")
#: how many words are looked at
_LONGEST = 32
_FAR = 400
#: "tố cáonăm 1998"
_GLUED_DATE = re.compile(r"(?:năm(?<=[^\W\d_]năm)|ngày(?<=[^\W\d_]ngày))(?=\s\d)")
_HARD = re.compile(r"[;:.()“”\"\n]")


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
    end = _revised_end(content, head) or _title_end(content, head.end(), head.group())
    return _law(content, start, end, head.group()) if end else None


def _revised_end(content: str, head: re.Match[str]) -> int | None:
    """Where the known title ends that "Luật (sửa đổi)" or "Luật sửa đổi" stands before."""
    revised = _REVISED.match(content, head.end())
    end = _title_end(content, revised.end() - 1, head.group()) if revised else None
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


def _title_end(content: str, start: int, head: str) -> int | None:
    """Where the title that begins after the head ends; some are read though no list has them."""
    glued = head == "Luật" and content[start : start + 1].isupper()  # "LuậtTổ chức Chính phủ"
    if not glued and not content[start : start + 1].isspace():
        return None
    ends, folded = _words(content, start)
    if known := _known_end(content, start, ends, folded):
        return known
    if glued or head not in _UNKNOWN_TOO or not content[start + 1 : start + 2].isupper():
        return None
    return _unknown_end(content, start, ends, folded)


def known_end(content: str, start: int) -> int | None:
    """Where the known title that begins at ``start`` ends (tên luật đã biết); None if none does."""
    return _known_end(content, start, *_words(content, start))


def _known_end(content: str, start: int, ends: list[int], folded: tuple[str, ...]) -> int | None:
    for length in range(len(folded), 0, -1):
        said = folded[:length]
        if said in tails() and (length > 1 or is_exact(content[start : ends[0]])):
            return ends[length - 1]
        if length > 1 and said[0] == _ABOUT and said[1:] in tails():
            return ends[length - 1]  # "Pháp lệnh về phí và lệ phí"
        if any(
            word in said[1:-1]
            and said[-1] != word
            and tuple(w for w in said if w != word) in tails()
            for word in _SAID_TOO
        ):
            return ends[length - 1]  # "Luật ban hành các văn bản …", "Luật Tổ chức của Quốc hội"
        if said[-1] != "va" and without_and(said) in tails_without_and():
            return ends[length - 1]
    run = glued_length(folded)
    return ends[run - 1] if run else None


def _unknown_end(content: str, start: int, ends: list[int], folded: tuple[str, ...]) -> int | None:
    """Where a title that the vocabulary lacks ends; None when the words can be no title."""
    stops, breaks = _stops(), _BREAK.search(content, start)
    limit = breaks.start() if breaks else len(content)
    last, length = None, 0
    for end in ends:
        word = _WORD.findall(content[max(start, end - 12) : end])[-1]
        if end > limit or word.lower() in stops or word.isdigit() or word in _ORGANS:
            break
        last, length = end, length + 1
    title = f"{content[start : last or start].strip().lower()} "
    if last is None or title.startswith(_notitles()) or _CHANGED.search(title):
        return None
    torn = folded[:length] in beginnings() and (length == 1 or not _GOES_ON.match(content, last))
    return None if torn else last


def _words(content: str, start: int) -> tuple[list[int], tuple[str, ...]]:
    """The next words of the paragraph: where each ends, and the words folded."""
    hard = _HARD.search(content, start, start + _FAR)
    end = hard.start() if hard else start + _FAR
    glued = _GLUED_DATE.search(content, start, end)
    end = glued.start() if glued else end
    found = islice(_WORD.finditer(content, start, end), _LONGEST)
    said = [(w.end(), word) for w in found for word in spoken(w.group())]
    return [end for end, _ in said], tuple(word for _, word in said)


@cache
def _stops() -> frozenset[str]:
    return frozenset(row.words for row in law_words() if row.role == "stop")


@cache
def _notitles() -> tuple[str, ...]:
    return tuple(f"{row.words} " for row in law_words() if row.role == "none")


def law_words() -> tuple[LawWordRow, ...]:
    """Every word that decides about a title."""
    return rows("cues", "law_word", LawWordRow)
