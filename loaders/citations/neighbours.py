"""What a citation says of the next: a list goes on, its title speaks, a parenthesis repeats it."""

import re
from collections.abc import Sequence

from graph.vocabulary.cues import announcing, passive_pattern, title_start
from loaders.citations.acting import act_going_on, acted_upon_too, amends_too, beside_title
from loaders.citations.changes import AND_SO_ON, MANY
from loaders.citations.found import ASIDE, CITES, ENDED, Found, gap_between, is_later
from loaders.citations.guiding import (
    COMMA,
    Told,
    guides_next,
    guides_too,
    in_title,
    title_goes_on,
    too_low,
)
from loaders.mentions import Citation

_ISSUING = re.compile(r"(?:ban hành|ký|ra|có)\s+$")
_FROM_HERE = re.compile(r"^\s*(?:[Ss]au đây|[Ss]au đây được)?\s+")
#: "và Giám đốc … tại": the organ itself, cut out, leaves its place
_ASKING_TOO = re.compile(
    r"[\s,)]*(?:và|cùng)?\s*(?:của\s)?(?:[A-ZĐ][^\W\d]*(?:\s[^\W\d]+){0,3}\s)?\0\s*(?:(?:tại|trong)\s*|\()"
)


def told_by_neighbour(
    content: str, floor: int, previous: Found, item: Found,
    related: Sequence[Citation], at: int, governing: str,
) -> Told | None:  # fmt: skip
    """Relation and subject that citation ``at`` gives to the one after it; None when it is silent.

    ``floor``: where the paragraph begins; ``governing``: what the paragraph's first cue says.
    """
    gap = gap_between(content, previous, item)
    if _says_again(gap) and (repeated := _repeated(item, related, floor)):
        return repeated.relation, repeated.subject
    if passive_pattern().search(gap) and ";" not in gap:
        return (governing if governing == "based_on" else CITES), None
    gap = ASIDE.sub("", gap)
    if told := _in_list(gap, item, related, at, governing):
        return told
    if ";" in gap:
        return _in_next_clause(gap, item, related[at], at)
    return None if ENDED.search(gap) else _in_clause(gap, item, related, at, governing)


def _in_list(
    gap: str, item: Found, related: Sequence[Citation], at: int, governing: str
) -> Told | None:
    """As the citation before, whose list goes on."""
    before, issuer = related[at], item.citation.issuer
    if acted := beside_title(gap, item, related, before):
        return acted.relation, acted.subject
    if AND_SO_ON.fullmatch(gap.replace(issuer or "\n", "")):
        above = related[before.subject] if before.subject is not None else before
        if too_low(item, related, before) or (above is not before and is_later(item, above)):
            return governing, None
        along = guides_too(item, above, before) or amends_too(item, above, before)
        if ";" not in gap and along:
            return before.relation, before.subject
        return _coordinate(gap, item, before, governing)
    asking = _ASKING_TOO.fullmatch(gap.replace(issuer, "\0", 1)) if issuer else None
    if before.relation == "requested_by" and asking:
        return before.relation, before.subject
    if ";" not in gap and before.subject is not None and title_goes_on(gap, before):
        return before.relation, before.subject
    parts = governing == "based_on" and before.provision and item.citation.provision
    if parts and COMMA.search(gap) and not ENDED.search(gap):
        return governing, None  # "Căn cứ khoản 13 Điều 1 Luật A sửa đổi Luật B, khoản 1 Điều 29" …
    return None


def _in_next_clause(gap: str, item: Found, before: Citation, at: int) -> Told | None:
    """Past ";" only an act or a title that goes on still speaks."""
    if acted_upon_too(gap, item, before):
        return before.relation, before.subject
    return ("implements", at) if guides_next(gap, item, before) else None


def _in_clause(
    gap: str, item: Found, related: Sequence[Citation], at: int, governing: str
) -> Told | None:
    """What the clause says that the citation before stands in: another act, or its title."""
    before, issuer = related[at], item.citation.issuer
    if act := act_going_on(gap, before):
        part = act == "replaces" and item.citation.provision is not None
        return ("amends" if part else act), before.subject
    if not title_start().match(gap):
        return None
    if _ISSUING.search(gap) and issuer and issuer in gap:
        return None  # the title has ended: "…), Ủy ban nhân dân tỉnh đã ban hành" Quyết định số …
    return in_title(gap, item, related, at, governing)


def _says_again(gap: str) -> bool:
    """Whether a parenthesis opens that names a document once more: "(", "(sau đây gọi là"."""
    _, opened, words = gap.rpartition("(")
    return bool(opened) and not _FROM_HERE.sub("", announcing().sub("", words, count=1)).strip(
        ' :“"'
    )


def _repeated(item: Found, related: Sequence[Citation], floor: int) -> Citation | None:
    """The citation of the paragraph that a parenthesis says again: "… (Chỉ thị số 38-CT/TW)"."""
    for citation in reversed(related[-MANY:]):
        if citation.span.start < floor:
            return None
        same = citation.number == item.citation.number and citation.symbol == item.citation.symbol
        if same and citation.number:
            return citation
    return None


def _coordinate(gap: str, item: Found, before: Citation, governing: str) -> Told:
    """A member of a list: as the one before; after a title, only ";" returns to the list."""
    if before.subject is None:
        part = before.relation == "replaces" and item.citation.provision is not None
        return ("amends" if part else before.relation), None
    return (governing, None) if ";" in gap else (CITES, None)
