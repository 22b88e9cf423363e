"""Names that mean several units together: các sở, ban, ngành; UBND quận, huyện (tập thể)."""

import re
from functools import cache

from graph.words.authorities import by_name
from graph.words.unit_words import listed

#: all organs of one level: "BHXH cấp tỉnh", "Hội Nông dân các cấp", "Thuế tỉnh, thành phố"
_LEVEL = re.compile(
    r"\s(?:cấp (?:tỉnh|huyện|xã)|các cấp)$|\scác (?:tỉnh|địa phương|xã|phường|huyện|quận)(?!\w)"
    r"|\scác [Kk]hu vực$"
    r"|\stỉnh(?:,| và|/)\s?thành phố(?: trực thuộc [Tt]rung ương)?$"
)


def is_plural(name: str) -> bool:
    """Whether the phrase means several units (các …, Ủy ban nhân dân quận, huyện)."""
    bare = name.strip(" .-+•*")
    if begins_plural(bare) or _LEVEL.search(bare):
        return True
    return is_committees(bare) and by_name(bare) is None


def begins_plural(name: str) -> bool:
    """Whether a phrase begins as one for many does: "các …", "đơn vị …"."""
    return _plural().match(name.lower()) is not None


def is_committees(name: str) -> bool:
    """Whether a phrase begins as the committees or assemblies of people do, or their heads."""
    return _people_committee().match(name) is not None


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('plural')})(?!\w)")


@cache
def _people_committee() -> re.Pattern[str]:
    return re.compile(rf"(?:Chủ tịch )?{listed('people')}(?!\w)")
