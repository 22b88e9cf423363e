"""Names that tell no unit: broken off, an address, or what the unit has done (tên đứt, địa chỉ)."""

import re
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.unit_words import unit_words

#: broken off inside a syllable: "Cục Kinh t", "Cục Kế hoạch và Đầu tr"
_IN_SYLLABLE = re.compile(r"\s[bcdđghklmnpqrstvx]{1,3}$")
#: broken off before whose it is: "Các đơn vị thuộc"; "Các đơn vị trực thuộc" is whole
_BEFORE_OWNER = re.compile(r"(?<!trực)\s(?:thuộc|của|về|và|các)$")
#: the number of a document that follows: "Ban Quản lý dự án Xét Báo cáo số 902/BC-…"
_OF_DOCUMENT = re.compile(r"\ssố\s?:?\s?\d+\s?[/-]\s?[A-ZĐ\d]")
#: each of these has one: "Bộ Tham mưu Quân khu"
_ANY_ARMY = re.compile(r"\w\s(?:Quân khu|Quân đoàn|Quân chủng|Binh chủng)$")
#: the end of an address: "…, tỉnh Tuyên Quang, Việt Nam)"
_ADDRESS = re.compile(r",\s?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s?[^,]+,\s?Việt Nam\)?$")


class NoNameRow(Row):
    """How words begin that look like a name and are none (``units.toml``)."""

    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...] = ()


def tells_no_unit(name: str) -> bool:
    """Whether the words can be no unit's name, whoever says them."""
    if _OF_DOCUMENT.search(name) or _ANY_ARMY.search(name):
        return True
    torn = _IN_SYLLABLE.search(name) or _BEFORE_OWNER.search(name)
    return bool(torn or _ADDRESS.search(name) or _no_name().match(name))


def without_owner(name: str, owner: str) -> str:
    """The name without the organ behind it and what ties them: "Các đơn vị | thuộc Cục Thuế"."""
    if not name.endswith(f" {owner}"):
        return name
    return _BEFORE_OWNER.sub("", name.removesuffix(f" {owner}").rstrip(" ,"))


def is_of_some_company(name: str) -> bool:
    """Whether every company has a body of this name: "Hội đồng thành viên"."""
    return name in unit_words("company_body")


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile("|".join(row.pattern for row in rows("units", "no_name", NoNameRow)))
