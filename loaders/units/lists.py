"""Where one unit's name ends and the next begins in a list (danh sách cơ quan, đơn vị).

Names hold commas and "và" (Sở Văn hóa, Thể thao và Du lịch), so a sign parts two names only where a
head word follows it; a collective phrase stays whole, as printed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from graph.words.authorities import Authority, begins_with, by_name
from graph.words.unit_words import listed
from loaders.layout.letters import LOWER
from loaders.units.branches import branch_names
from loaders.units.deeds import deed_pattern
from loaders.units.level_words import mend_in_place
from loaders.units.next_organ import ends_before, next_organs
from loaders.units.parting import BACK, FRONT, SEPARATOR, parts_here
from loaders.units.plurals import is_plural
from loaders.units.shared_heads import (
    NamePart,
    bare_names,
    bare_names_end,
    division_names,
    office_of_both,
    shared_head,
    shared_names,
)

NOTHING = re.compile(r"[\s/\-–—_.…*xX]*")
#: a collective of organs before an aside
_MANY = re.compile(
    r"(?:[Cc]ác )?(?:bộ|sở)(?:, ban)?, (?:ngành|cơ quan ngang bộ)(?:,? (?:và )?địa phương)?"
    r"(?=\s(?:với|về|đối với|trong|để|theo|cho|khi)\s)"
)
#: a collective that ends with a level, before an organ that a line of its own named
_LEVEL_LAST = re.compile(
    r"(?:[Cc]ác|UBND|Ủy ban nhân dân)\s.*\s(?:xã|phường|đặc khu|ngành|tỉnh|huyện)$"
)
#: "1. Bộ A tổng hợp 2. Các bộ rà soát": what each is to do, numbered
_NUMBERED = re.compile(r"(?:^|[\s.;,])\s*(\d)[.)]\s*(?=[^\W\d_])")
_ABOUT = re.compile(r"Về [^:]{3,120}:\s*")
_LONGEST_NAME = 160  # characters
_LONG_NAME = 12  # words; a longer one may run into what the unit does


@lru_cache(8192)
def split_names(words: str, own: str | None = None) -> tuple[NamePart, ...]:
    """The names of a list, in order; nothing for ``/``, ``-`` or blank.

    ``own`` is the organ of the document: "Phòng X, Sở Y" is one division of it.
    """
    if NOTHING.fullmatch(words):
        return ()
    organ = by_name(own or "")
    words = mend_in_place(words)
    found = [
        NamePart(start + part.start, start + part.end, part.prefix)
        for start, end in _pieces(words)
        for part in _parts(words[start:end], organ)
    ]
    trimmed = (_trim(words, part) for part in found)
    return tuple(part for part in trimmed if part.end > part.start)


def _pieces(words: str) -> list[tuple[int, int]]:
    """The numbered parts of an entry, each as far as it names units; else the whole."""
    marks = list(_NUMBERED.finditer(words))
    if (
        len(marks) < 2
        or marks[0].start()
        or marks[0][1] != "1"
        or any(not 0 <= int(b[1]) - int(a[1]) <= 1 for a, b in pairwise(marks))
    ):
        return [(0, len(words))]
    stops = [*(m.start() for m in marks[1:]), len(words)]
    return [_named(words, m.end(), stop) for m, stop in zip(marks, stops, strict=True)]


def _named(words: str, start: int, end: int) -> tuple[int, int]:
    """Where a numbered part names units, before what they do."""
    about = _ABOUT.match(words, start, end)
    first = about.end() if about else start
    deed = _doing().search(words, first, end)
    known = begins_with(words[first : min(end, first + _LONGEST_NAME)])
    known = None if is_plural(words[first:end]) else known
    stop = deed.start() if deed else end
    if known and words[first + known[2] : first + known[2] + 2].strip(" ").islower():
        stop = first + known[2]
    return first, stop


def _parts(words: str, own: tuple[Authority, str | None] | None) -> Iterator[NamePart]:
    start = 0
    if many := division_names(words):
        yield from many
        return
    for match in SEPARATOR.finditer(words):
        if match.start() < start or not words[start : match.start()].strip():
            continue
        if parts_here(words, start, match, own and own[0]):
            yield from _unsigned(words, start, match.start())
            start = match.end()
    yield from _unsigned(words, start, len(words))


def _unsigned(words: str, start: int, end: int) -> Iterator[NamePart]:
    """A part, cut where a second organ follows a whole first one without any sign."""
    positions = shared_head().match(words, start, end)
    if positions and bare_names_end(words, positions.end(), end, positions["head"]):
        head = positions["head"].capitalize() + " "
        deed = deed_pattern().search(words, positions.end(), end)
        last = deed.start() if deed else end
        names = list(bare_names(words, positions.end(), last, head))
        alone = len(names) == 1 and ":" not in positions[0]  # "các Sở Giao thông vận tải"
        yield from [NamePart(start, last)] if alone else names
        return
    front = FRONT.match(words, start, end)
    first = front.end() if front else start
    bare = len(words[:end].rstrip(" .;"))
    if shared := branch_names(words, first, bare) or shared_names(words, start, bare):
        yield from shared
        return
    if office_of_both().fullmatch(words, first, bare):
        yield NamePart(start, end)
        return
    for match in next_organs(words, start, end):
        one = words[start : match.start()]
        if one.endswith((",", "-", "/")):
            continue  # that sign does not part the two: "Cục Thống kê, Bộ Tài chính"
        if one.endswith("liên quan") or _LEVEL_LAST.match(one) or ends_before(one, words, match):
            yield NamePart(start, match.start())
            start = match.end()
    yield NamePart(start, end)


def _trim(words: str, part: NamePart) -> NamePart:
    """Without signs around it and without the deed that a long entry goes on to tell."""
    front = FRONT.match(words, part.start, part.end)
    start = front.end() if front else part.start
    name = _what_for().sub("", words[start : part.end])
    if name.count(" ") >= _LONG_NAME and (deed := deed_pattern().search(name)):
        name = name[: deed.start()]
    known = begins_with(name[:_LONGEST_NAME].split("\n")[0])
    if known and (aside := _aside().match(name, known[2])):
        name = name[: aside.start()]
    if many := _MANY.match(name):  # "các bộ, ngành với các tiêu chuẩn …"
        name = name[: many.end()]
    name = BACK.sub("", name)
    return NamePart(start, start + len(name), part.prefix)


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(rf" (?:{listed('deed')}|{listed('verb')}|đối với)(?!\w)")


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{listed('aside')}|{listed('deed')}|{listed('verb')})(?!\w)")


@cache
def _what_for() -> re.Pattern[str]:
    """What for a unit is named: "Sở Y tế (đối với cơ sở khám bệnh)", "Sở Nội vụ (bàn giao)"."""
    naming = rf"(?:{listed('naming_aside')}|qua\s)"
    return re.compile(rf"\s*\((?!{naming})[{LOWER}][^()]*\)[\s.;,]*$")
