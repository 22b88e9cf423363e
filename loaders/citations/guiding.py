"""What the title of one citation says of the next: "Thông tư … hướng dẫn Luật A và" Nghị định B."""

import re
from collections.abc import Sequence

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import (
    cue_pattern,
    cue_row,
    cues_from_last,
    filler_pattern,
    title_start,
)
from graph.vocabulary.validity import proposing_types
from loaders.citations.acting import acts
from loaders.citations.found import AND, CITES, Found, is_later
from loaders.citations.title_guides import guides
from loaders.layout.paragraphs import kind_start
from loaders.mentions import Citation

Told = tuple[str, int | None]
_AND_AGAIN = re.compile(r"\s(?:và|đồng thời)\s")
COMMA = re.compile(r",\s*(?:tại\s)?$")


def in_title(gap: str, item: Found, related: Sequence[Citation], at: int, governing: str) -> Told:
    """What stands in or after the title of citation ``at``: its affair, unless a list goes on."""
    before = related[at]
    if is_later(item, before):
        listed = AND.search(gap) or COMMA.search(gap)
        return (governing or CITES) if listed else CITES, None
    if AND.search(gap):
        if before.type == item.citation.type or not kind_start().search(gap):
            return before.relation, before.subject
        return (governing if too_low(item, related, before) else CITES), None
    if COMMA.search(gap):
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


def _stands_above(one: Citation, other: Citation) -> bool:
    """Whether a law or decree stands above a circular or letter, which it never carries out."""
    low = (other.type or "").startswith(("Thông tư", "Công văn"))
    return one.type in types_with(Trait.GUIDED) and low


def too_low(item: Found, related: Sequence[Citation], before: Citation) -> bool:
    """Whether a circular follows the title of a decree, which is about laws: the list goes on."""
    if before.subject is None or before.relation != "implements":
        return False
    above = related[before.subject]
    circular = (item.citation.type or "").startswith("Thông tư")
    return circular and {above.type, before.type} <= types_with(Trait.GUIDED)


def title_goes_on(gap: str, before: Citation) -> bool:
    """Whether the title that named the document before says the same once more.

    "Thông tư … hướng dẫn Luật A và hướng dẫn" Nghị định B.
    """
    again = _AND_AGAIN.match(gap)
    cue = cue_pattern().match(gap, again.end()) if again else None
    if cue is None or not filler_pattern().fullmatch(gap, cue.end()):
        return False
    row = cue_row(cue)
    return not row.acts and row.relation == before.relation


def guides_too(item: Found, above: Citation, before: Citation) -> bool:
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


def guides_next(gap: str, item: Found, before: Citation) -> bool:
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


def _nested(gap: str) -> str:
    """The relation between two cited documents: the last cue in the title between them."""
    if guides(gap):
        return "implements"
    for match, row in cues_from_last(gap):
        if row.where == "skip":
            continue
        if row.acts or row.where == "clause" or filler_pattern().fullmatch(gap[match.end() :]):
            return row.relation
    return CITES
