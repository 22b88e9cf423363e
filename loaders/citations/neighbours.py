"""What a citation says of the next: a list goes on, its title speaks, a parenthesis repeats it."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import (
    announcing,
    cue_pattern,
    filler_pattern,
    passive_pattern,
    relation_cues,
    title_start,
)
from graph.vocabulary.validity import proposing_types
from loaders.citations.changes import AND_SO_ON, MANY
from loaders.citations.laws import LawMention
from loaders.layout.paragraphs import kind_start
from loaders.mentions import Citation, PartialDate


class Found(Struct, frozen=True, gc=False):
    """A citation with the place where its words begin (provision) and end (date, issuer)."""

    citation: Citation
    lead: int
    tail: int
    amended: tuple[LawMention, ...] = ()
    amended_date: PartialDate = PartialDate()  # of the law it amends
    same_day: bool = False  # it has the day of the one before ("cùng ngày")


Told = tuple[str, int | None]
CITES = "cites"
#: in parentheses, or an assembly's term and session: "… của HĐND tỉnh khóa II - kỳ họp thứ 6"
ASIDE = re.compile(
    r"\s*\([^()]*\)|,?\skh(?:óa|oá)\s[IVXL\d]+"
    r"(?:[\s,–-]+(?:kỳ họp thứ \w+|nhiệm kỳ \d{4}\s?[–-]\s?\d{4}))*"
)
_AND = re.compile(r"\s(?:và|VÀ|cùng với|cùng)\s(?:tại\s)?$")
_AND_AGAIN = re.compile(r"\s(?:và|đồng thời)\s")
_COMMA = re.compile(r",\s*(?:tại\s)?$")
_ACT_GOES_ON = re.compile(r"(?:\s(?:và|đồng thời)|,)\s+$")
_ISSUING = re.compile(r"(?:ban hành|ký|ra|có)\s+$")
_FROM_HERE = re.compile(r"^\s*(?:[Ss]au đây|[Ss]au đây được)?\s+")
#: a sentence's end, or the mark of the next note ("^")
_ENDED = re.compile(r"\.\s+(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠ]|$)|\^")
#: "và Giám đốc … tại": the organ itself, cut out, leaves its place
_ASKING_TOO = re.compile(
    r"[\s,)]*(?:và|cùng)?\s*(?:của\s)?(?:[A-ZĐ][^\W\d]*(?:\s[^\W\d]+){0,3}\s)?\0\s*(?:(?:tại|trong)\s*|\()"
)


def gap_between(content: str, previous: Found, item: Found) -> str:
    """The words between two citations."""
    return content[min(previous.tail, item.lead) : item.lead]


def told_by_neighbour(
    content: str, floor: int, previous: Found, item: Found,
    related: Sequence[Citation], at: int, governing: str,
) -> Told | None:  # fmt: skip
    """Relation and subject that citation ``at`` gives to the one after it; None when it is silent.

    ``floor``: where the paragraph begins; ``governing``: what the paragraph's first cue says.
    """
    gap, before = gap_between(content, previous, item), related[at]
    if _says_again(gap) and (repeated := _repeated(item, related, floor)):
        return repeated.relation, repeated.subject
    if passive_pattern().search(gap) and ";" not in gap:
        return (governing if governing == "based_on" else CITES), None
    gap = ASIDE.sub("", gap)
    issuer = item.citation.issuer
    if acted := _beside_title(gap, item, related, before):
        return acted.relation, acted.subject
    if AND_SO_ON.fullmatch(gap.replace(issuer or "\n", "")):
        above = related[before.subject] if before.subject is not None else before
        if _too_low(item, related, before) or (above is not before and _is_later(item, above)):
            return governing, None
        if ";" not in gap and _guides_too(item, above, before):
            return before.relation, before.subject
        return _coordinate(gap, item, before, governing)
    asking = _ASKING_TOO.fullmatch(gap.replace(issuer, "\0", 1)) if issuer else None
    if before.relation == "requested_by" and asking:
        return before.relation, before.subject
    if ";" not in gap and before.subject is not None and _title_goes_on(gap, before):
        return before.relation, before.subject
    parts = governing == "based_on" and before.provision and item.citation.provision
    if parts and _COMMA.search(gap) and not _ENDED.search(gap):
        return governing, None  # "Căn cứ khoản 13 Điều 1 Luật A sửa đổi Luật B, khoản 1 Điều 29" …
    if ";" in gap and _acted_upon_too(gap, item, before):
        return before.relation, before.subject
    if ";" in gap and _guides_next(gap, item, before):
        return "implements", at
    if ";" in gap or _ENDED.search(gap):
        return None
    if act := _act_going_on(gap, before):
        part = act == "replaces" and item.citation.provision is not None
        return ("amends" if part else act), before.subject
    if not title_start().match(gap):
        return None
    if _ISSUING.search(gap) and issuer and issuer in gap:
        return None  # the title has ended: "…), Ủy ban nhân dân tỉnh đã ban hành" Quyết định số …
    return _in_title(gap, item, related, at, governing)


def _in_title(gap: str, item: Found, related: Sequence[Citation], at: int, governing: str) -> Told:
    """What stands in or after the title of citation ``at``: its affair, unless a list goes on."""
    before = related[at]
    if _is_later(item, before):
        listed = _AND.search(gap) or _COMMA.search(gap)
        return (governing or CITES) if listed else CITES, None
    if _AND.search(gap):
        if before.type == item.citation.type or not kind_start().search(gap):
            return before.relation, before.subject
        return (governing if _too_low(item, related, before) else CITES), None
    if _COMMA.search(gap):
        if before.type == item.citation.type:
            return before.relation, before.subject
        above = related[before.subject] if before.subject is not None else None
        if above is not None and above.type == item.citation.type:
            return above.relation, above.subject
    nested = _nested(gap)
    proposed = before.type in proposing_types() and nested in acts()
    if proposed or (nested == "implements" and _stands_above(before, item.citation)):
        return CITES, at  # "Tờ trình … về việc bãi bỏ Quyết định" ends nothing
    return nested, at


def _is_later(item: Found, before: Citation) -> bool:
    """Whether it was made after the document before it, whose title then cannot speak of it."""
    later, earlier = item.citation.date.iso, before.date.iso
    return bool(later and earlier and later > earlier)


def _stands_above(one: Citation, other: Citation) -> bool:
    """Whether a law or decree stands above a circular or letter, which it never carries out."""
    low = (other.type or "").startswith(("Thông tư", "Công văn"))
    return one.type in types_with(Trait.GUIDED) and low


def _too_low(item: Found, related: Sequence[Citation], before: Citation) -> bool:
    """Whether a circular follows the title of a decree, which is about laws: the list goes on."""
    if before.subject is None or before.relation != "implements":
        return False
    above = related[before.subject]
    circular = (item.citation.type or "").startswith("Thông tư")
    return circular and {above.type, before.type} <= types_with(Trait.GUIDED)


def _title_goes_on(gap: str, before: Citation) -> bool:
    """Whether the title that named the document before says the same once more.

    "Thông tư … hướng dẫn Luật A và hướng dẫn" Nghị định B.
    """
    again = _AND_AGAIN.match(gap)
    cue = cue_pattern().match(gap, again.end()) if again else None
    if cue is None or not filler_pattern().fullmatch(gap, cue.end()):
        return False
    row = relation_cues()[" ".join(cue.group().lower().split())]
    return not row.acts and row.relation == before.relation


def _guides_too(item: Found, above: Citation, before: Citation) -> bool:
    """Whether a circular or decree guides this too: "Thông tư … hướng dẫn Luật A và" Nghị định B.

    A decree guides laws alone, which it names by their titles ("… của Luật A và Điều 77 Luật B").
    """
    kinds = {before.type, item.citation.type}
    if before.relation != "implements" or above is before:
        return False
    if (above.type or "").startswith("Thông tư"):
        return kinds <= types_with(Trait.GUIDED)
    titled = item.citation.number is None and item.citation.provision is not None
    laws = types_with(Trait.LAW)
    return titled and above.type not in laws and kinds <= laws


def _guides_next(gap: str, item: Found, before: Citation) -> bool:
    """Whether a decree's title goes on past ";" with the law that it guides.

    "Nghị định … quy định về phân cấp; quy định chi tiết thi hành một số điều của" Luật A.
    """
    title, _, words = gap.rpartition(";")
    laws = types_with(Trait.LAW)
    if item.citation.type not in laws or before.type in laws or ";" in title:
        return False
    cue = cue_pattern().match(words.lstrip()) if title_start().match(title) else None
    guiding = cue is not None and cue.group()[0].islower() and _nested(words) == "implements"
    return guiding and before.type in types_with(Trait.GUIDED)


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


def _acted_upon_too(gap: str, item: Found, before: Citation) -> bool:
    """Whether "và" adds what the act before it is done to, a long title standing between.

    "sửa đổi Thông tư số 9/2025/TT-BCT … quy định khung giá; quy định hồ sơ … và" Thông tư số
    12/2025/TT-BCT.
    """
    two = (before.type, before.symbol) == (item.citation.type, item.citation.symbol)
    acted = two and before.subject is None and before.relation in acts()
    return acted and bool(_AND.search(gap)) and not cue_pattern().search(gap)


def _beside_title(
    gap: str, item: Found, related: Sequence[Citation], before: Citation
) -> Citation | None:
    """What "và" adds another of its kind to, past the title that names the one before.

    "Nghị định … sửa đổi Nghị định số 78/2025/NĐ-CP hướng dẫn Luật A và" Nghị định số 79/2025/NĐ-CP.
    """
    above = related[before.subject] if before.subject is not None else None
    if above is None or above.relation not in acts() or not _AND.search(gap):
        return None
    alike = (above.type, above.symbol) == (item.citation.type, item.citation.symbol)
    doer = related[above.subject] if above.subject is not None else None
    later = doer is not None and _is_later(item, doer)
    ended = ";" in gap or cue_pattern().search(gap) or _ENDED.search(gap)
    return above if alike and not later and not ended else None


def _coordinate(gap: str, item: Found, before: Citation, governing: str) -> Told:
    """A member of a list: as the one before; after a title, only ";" returns to the list."""
    if before.subject is None:
        part = before.relation == "replaces" and item.citation.provision is not None
        return ("amends" if part else before.relation), None
    return (governing, None) if ";" in gap else (CITES, None)


def _act_going_on(gap: str, before: Citation) -> str | None:
    """The act that goes on with another: "thay thế Thông tư A … và bãi bỏ" Thông tư B."""
    if before.relation not in acts():
        return None
    for match in reversed(list(cue_pattern().finditer(gap))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        near = filler_pattern().fullmatch(gap[match.end() :])
        if row.acts and near and _ACT_GOES_ON.search(gap[: match.start()]):
            return row.relation
        return None
    return None


@cache
def acts() -> frozenset[str]:
    """The relations that are acts of a document upon another."""
    return frozenset(row.relation for row in relation_cues().values() if row.acts)


def _nested(gap: str) -> str:
    """The relation between two cited documents: the last cue in the title between them."""
    for match in reversed(list(cue_pattern().finditer(gap))):
        row = relation_cues()[" ".join(match.group().lower().split())]
        if row.where == "skip":
            continue
        if row.acts or row.where == "clause" or filler_pattern().fullmatch(gap[match.end() :]):
            return row.relation
    return CITES
