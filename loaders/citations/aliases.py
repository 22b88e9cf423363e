"""Tên gọi tắt: short names of documents, where a text defines them and where it uses them.

Defined: "(gọi tắt là Đề án 996)" after a citation; "(Đề án 996)" when that citation has the number;
"(Chương trình 1322, Kế hoạch 36)¹" by the citations of the footnote. Used: "Đề án 996", and bare
"đề án (100, 996, …)". The number of a short name need not be that of the document it stands for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from graph.vocabulary.cues import title_start
from graph.words.folding import fold
from loaders.citations.alias_names import (
    announced,
    is_cited,
    is_small,
    kind_at_end,
    kind_of,
    names_a_document,
    number_name,
)
from loaders.citations.cues_before import near_relation
from loaders.layout.paragraphs import this_document
from loaders.mentions import AliasDefinition, Citation, Span, Told
from loaders.text import FOOTNOTE, Text

_PARENTHESES = re.compile(r"\(([^()]{3,160})\)")
_FIGURE = re.compile(r"\d")
_NUMBERS = re.compile(r"\((?P<numbers>\d{2,4}(?:,\s?\d{2,4})*)(?=[,)\s])")
_RIGHT_BEFORE = 90
#: characters that the name of a kind takes at most
_LONGEST_KIND = 40
#: characters of a title that a short name stands for
_LONGEST_TITLE = 400
#: how far back the citation that is given a short name may begin
_SENTENCE = 1500
#: between the members of a list, who issued the first before the sign
_AND_TOO = re.compile(r"(?:\scủa\s[A-ZĐỦ][^,;:.()\n\d]{2,50}?)?(?:,?\svà\s|,\s)(?:các\s)?")
_NUMBER_YEARS = range(1945, 2101)


def find_aliases(
    text: Text, citations: Sequence[Citation], own: Told | None = None
) -> tuple[list[AliasDefinition], list[Citation]]:
    """The short names a text defines, and its uses of short names as citations with ``alias``.

    ``own``: what it is to be called itself, which stands for no other document.
    """
    citations = [c for c in citations if c.rule != "changed_by"]  # those stand at the end
    definitions = [*_announced(text, citations), *_in_parentheses(text, citations)]
    unique: dict[tuple[str, int], AliasDefinition] = {}
    itself = fold(own.value) if own else ""
    for definition in definitions:
        if fold(definition.alias) != itself:
            unique.setdefault((fold(definition.alias), definition.target), definition)
    kept = sorted(unique.values(), key=lambda d: d.span.start)
    uses = _uses(text, citations, kept)
    return kept, [use for use in uses if fold(use.alias or "") != itself]


def _announced(text: Text, citations: Sequence[Citation]) -> Iterator[AliasDefinition]:
    """… (gọi tắt là Đề án 996)."""
    for alias, at, span in announced(text.content):
        if not names_a_document(alias) or is_cited(citations, span):
            continue
        target = _announced_target(text, citations, at, alias)
        if target is not None:
            yield AliasDefinition(alias, target, span, "announced")


def _announced_target(
    text: Text, citations: Sequence[Citation], position: int, alias: str
) -> int | None:
    """The citation before ``position`` that the words give a short name to; None when undecided."""
    near = _before(text, citations, position)
    kind, digits = kind_of(alias), re.search(r"\d+", alias)
    if not digits and near and _is_named_before(text, citations[near[-1]], alias):
        return None
    same = [i for i in near if digits and _number(citations[i]) == digits[0].lstrip("0")]
    top = [i for i in near if citations[i].subject is None]
    titled = [i for i in top if kind and kind in text.content[citations[i].span.end : position]]
    alike = [i for i in same if citations[i].type == kind]
    nearest = [i for i in near[:1] if citations[i].subject is None]
    right_before = [i for i in nearest if _untitled(text.content, citations[i].span.end, position)]
    of_kind = [i for i in top if citations[i].type == kind]
    for found in (alike, right_before, titled, of_kind, same):
        if found:
            return found[0]
    return top[0] if len(top) == 1 else None


def _is_named_before(text: Text, first: Citation, alias: str) -> bool:
    """Whether the sentence names the thing itself before it cites what that carries out.

    "kèm theo Nghị quyết này Chương trình hành động thực hiện" Kết luận A (gọi tắt là Chương trình
    hành động): what is issued here, not Kết luận A.
    """
    block = text.block_at(first.span.start)
    floor = max(block.start if block else 0, first.span.start - _SENTENCE)
    before = text.content[floor : first.span.start]
    return this_document().search(before) is not None and fold(alias) in fold(before)


def _untitled(content: str, end: int, position: int) -> bool:
    """Whether only a date or an issuer stands between a citation and its short name."""
    gap = content[end:position]
    return len(gap) < _RIGHT_BEFORE and ";" not in gap and not title_start().search(gap)


def _before(text: Text, citations: Sequence[Citation], position: int) -> list[int]:
    """Citations of the same sentence before ``position``, the nearest first."""
    block = text.block_at(position)
    floor = max(block.start if block else 0, position - _SENTENCE)
    sentence = [m.end() for m in re.finditer(r"[.;]\s", text.content[floor:position])]
    floor += sentence[-1] if sentence else 0
    last = bisect_left(citations, position, key=lambda c: c.span.start)
    near: list[int] = []
    for index in range(last - 1, -1, -1):
        if citations[index].span.start < floor:
            break
        if citations[index].span.end <= position:
            near.append(index)
    return near


def _in_parentheses(text: Text, citations: Sequence[Citation]) -> Iterator[AliasDefinition]:
    """… (Chương trình 1322, Kế hoạch 36)¹ and … phê duyệt Đề án "…" (Đề án 996)."""
    notes = _footnote_citations(text, citations)
    marks = {note.at: note.mark for note in text.notes}
    for group in _PARENTHESES.finditer(text.content):
        names = list(number_name().finditer(group[1])) if _FIGURE.search(group[1]) else []
        if not names or re.sub(r"[\s,;]|và", "", number_name().sub("", group[1])):
            continue
        mark = marks.get(group.end()) or marks.get(group.end() - 1)
        cited = notes.get(mark, []) if mark else []
        for order, name in enumerate(names):
            span = Span(group.start(1) + name.start(), group.start(1) + name.end())
            alias = " ".join(name.group().split())
            target, rule = _noted(citations, cited, order, len(names), name["number"]), "footnote"
            if target is None:
                target, rule = (
                    _same_number(text, citations, group.start(), name["number"]),
                    "repeated",
                )
            if target is not None:
                yield AliasDefinition(alias, target, span, rule)


def _footnote_citations(text: Text, citations: Sequence[Citation]) -> dict[str, list[int]]:
    """Footnote mark → its citations in order, those within the title of another left out."""
    notes: dict[str, list[int]] = {}
    for block in text.blocks:
        if block.kind is FOOTNOTE and block.mark:
            first, last = (
                bisect_left(citations, place, key=lambda c: c.span.start)
                for place in (block.start, block.end)
            )
            notes[block.mark] = [i for i in range(first, last) if citations[i].subject is None]
    return notes


def _noted(
    citations: Sequence[Citation], cited: Sequence[int], order: int, count: int, number: str
) -> int | None:
    """The citation of a footnote that a name stands for: by its number, else by its order."""
    same = [index for index in cited if _number(citations[index]) == number.lstrip("0")]
    if len(same) == 1:
        return same[0]
    return cited[order] if len(cited) == count else None


def _same_number(
    text: Text, citations: Sequence[Citation], position: int, number: str
) -> int | None:
    near = _before(text, citations, position)
    same = [index for index in near if _number(citations[index]) == number.lstrip("0")]
    return same[0] if same else None


def _uses(
    text: Text, citations: Sequence[Citation], definitions: Sequence[AliasDefinition]
) -> list[Citation]:
    """Every use of a short name that is not part of a citation, in order."""
    said_again = [d.span for d in definitions if d.rule != "footnote"]  # after the citation itself
    taken = sorted((s.start, s.end) for s in [*said_again, *(c.span for c in citations)])
    known = {fold(d.alias) for d in definitions}
    spans = dict(_number_names(text.content, known))
    spans |= dict(_bare_numbers(text.content))
    spans |= dict(_defined_names(text.content, definitions))
    in_words = set(_named_in_words(text.content))
    uses = [
        _use(text, span, alias, "alias_in_words" if fold(alias) in in_words else "alias_use")
        for span, alias in sorted(spans.items(), key=lambda item: item[0].start)
        if not _overlaps(taken, span)
    ]
    return _along(text.content, citations, uses) if uses else uses


def _along(content: str, citations: Sequence[Citation], uses: list[Citation]) -> list[Citation]:
    """The uses, those in a list as its first member: "Thực hiện Kế hoạch 996 và Đề án 06"."""
    told: list[Citation] = []
    own = (c for c in citations if c.subject is None)
    before: Citation | None = None
    for one in sorted([*own, *uses], key=lambda c: c.span.start):
        carried = before is not None and before.relation == "implements" and one.alias is not None
        if before and carried and _AND_TOO.fullmatch(content, before.span.end, one.span.start):
            one = replace(one, relation=before.relation)
        told += [one] if one.alias is not None else []
        before = one
    return told


def _named_in_words(content: str) -> Iterator[str]:
    """The short names, folded, that follow what they are short for, told by its title alone:
    "Đề án phát triển ứng dụng dữ liệu dân cư … (Đề án 06)"."""
    for group in _PARENTHESES.finditer(content):
        alias = " ".join(group[1].split())
        kind = kind_of(alias) if number_name().fullmatch(alias) else None
        before = content[max(0, group.start() - _LONGEST_TITLE) : group.start()]
        titled = kind and re.search(rf"{kind}\s[^();]{{{_RIGHT_BEFORE // 3},}}$", before)
        if titled:
            yield fold(alias)


def _use(text: Text, span: Span, alias: str, rule: str) -> Citation:
    block = text.block_at(span.start)
    relation = near_relation(text.content, block.start if block else 0, span.start)
    return Citation(span, rule, type=kind_of(alias), alias=alias, relation=relation)


def _number_names(content: str, known: set[str]) -> Iterator[tuple[Span, str]]:
    for name in number_name().finditer(content):
        alias = " ".join(name.group().split())
        number = int(re.sub(r"\D", "", name["number"]))
        small = number < 10 and not name["number"].startswith("0") and not is_small(alias)
        if fold(alias) in known or not (small or number in _NUMBER_YEARS):
            yield Span(name.start(), name.end()), alias


def _bare_numbers(content: str) -> Iterator[tuple[Span, str]]:
    """đề án (100, 996, …): each number is a short name of that kind."""
    for group in _NUMBERS.finditer(content):
        named = kind_at_end().search(content, max(0, group.start() - _LONGEST_KIND), group.start())
        if named is None:
            continue
        kind = " ".join(named.group().split())
        for number in re.finditer(r"\d+[a-z]?", group["numbers"]):
            start = group.start("numbers") + number.start()
            alias = f"{kind[0].upper()}{kind[1:]} {number.group()}"
            yield Span(start, start + len(number.group())), alias


def _defined_names(
    content: str, definitions: Iterable[AliasDefinition]
) -> Iterator[tuple[Span, str]]:
    """Uses of defined names that are no number names ("Chương trình OCOP")."""
    spelt = {d.alias for d in definitions if len(d.alias.split()) > 2}
    spelt = {alias for alias in spelt if not number_name().fullmatch(alias)}
    if spelt:
        words = "|".join(re.escape(alias) for alias in sorted(spelt, key=len, reverse=True))
        for use in re.finditer(rf"(?:{words})(?![^\W_])", content):
            yield Span(use.start(), use.end()), use.group()


def _overlaps(taken: Sequence[tuple[int, int]], span: Span) -> bool:
    at = bisect_left(taken, (span.end, 0))
    return any(span.start < end for _, end in taken[max(0, at - 3) : at])


def _number(citation: Citation) -> str | None:
    return citation.number.split("/")[0].lstrip("0") if citation.number else None
