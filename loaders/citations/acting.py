"""What one citation is acted upon together with: "sửa đổi A; bãi bỏ B và C" (cùng một hành vi)."""

import re
from collections.abc import Sequence
from functools import cache

from graph.vocabulary import Trait, types_with
from graph.vocabulary.cues import cue_pattern, cues_from_last, filler_pattern, relation_cues
from loaders.citations.found import AND, ENDED, Found, is_later
from loaders.mentions import Citation

_GOES_ON = re.compile(r"(?:\s(?:và|đồng thời)|,)\s+$")


@cache
def acts() -> frozenset[str]:
    """The relations that are acts of a document upon another."""
    return frozenset(row.relation for row in relation_cues().values() if row.acts)


def acted_upon_too(gap: str, item: Found, before: Citation) -> bool:
    """Whether "và" adds what the act before it is done to, a long title standing between.

    "sửa đổi Thông tư số 9/2025/TT-BCT … quy định khung giá; quy định hồ sơ … và" Thông tư số
    12/2025/TT-BCT.
    """
    two = (before.type, before.symbol) == (item.citation.type, item.citation.symbol)
    acted = two and before.subject is None and before.relation in acts()
    return acted and bool(AND.search(gap)) and not cue_pattern().search(gap)


def amends_too(item: Found, above: Citation, before: Citation) -> bool:
    """Whether a law of a number changes this one too, as its title says of several.

    "Luật số 43/2024/QH15 sửa đổi … của Luật Đất đai số 31/2024/QH15, Luật Nhà ở" số 27/2023/QH15.
    """
    if above is before or before.relation != "amends" or not above.number:
        return False
    titled = all(one.name and one.number for one in (before, item.citation))
    return titled and {above.type, before.type, item.citation.type} <= types_with(Trait.LAW)


def beside_title(
    gap: str, item: Found, related: Sequence[Citation], before: Citation
) -> Citation | None:
    """What "và" adds another of its kind to, past the title that names the one before.

    "Nghị định … sửa đổi Nghị định số 78/2025/NĐ-CP hướng dẫn Luật A và" Nghị định số 79/2025/NĐ-CP.
    """
    above = related[before.subject] if before.subject is not None else None
    if above is None or above.relation not in acts() or not AND.search(gap):
        return None
    alike = (above.type, above.symbol) == (item.citation.type, item.citation.symbol)
    doer = related[above.subject] if above.subject is not None else None
    later = doer is not None and is_later(item, doer)
    ended = ";" in gap or cue_pattern().search(gap) or ENDED.search(gap)
    return above if alike and not later and not ended else None


def act_going_on(gap: str, before: Citation) -> str | None:
    """The act that goes on with another: "thay thế Thông tư A … và bãi bỏ" Thông tư B."""
    if before.relation not in acts():
        return None
    for match, row in cues_from_last(gap):
        near = filler_pattern().fullmatch(gap[match.end() :])
        if row.acts and near and _GOES_ON.search(gap[: match.start()]):
            return row.relation
        return None
    return None
