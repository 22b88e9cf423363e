"""How nodes and days are called on screen and in answers (tên gọi)."""

import re
from collections import Counter
from collections.abc import Sequence

from graph.catalogue import render
from graph.model import Node

#: a quarter, week or month by its ISO name
PERIOD = re.compile(r"([0-9]{4})-([QW]?)([0-9]{1,2})")
ROMAN = ("I", "II", "III", "IV")
ISO_DAY = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


def day_text(text: str, lang: str) -> str:
    """A text with its ISO days as ``lang`` reads them: 10/08/2018 in Vietnamese, a month alone as
    08/2018 (ngày tháng)."""
    if lang != "vi":
        return text
    if month := ISO_MONTH.fullmatch(text):
        return f"{month[2]}/{month[1]}"
    return ISO_DAY.sub(r"\3/\2/\1", text)


def period_text(name: str, lang: str) -> str:
    """A period's ISO name as ``lang`` reads it: ``2026-Q1`` is Quý I/2026 (tên kỳ)."""
    found = PERIOD.fullmatch(name)
    if found is None:
        return name
    year, sign, number = found[1], found[2], int(found[3])
    key = {"Q": "quarter", "W": "week", "": "month"}[sign]
    written = ROMAN[number - 1] if sign == "Q" and lang == "vi" else number
    return render(f"period.{key}", lang, year=year, number=written)


def symbol_text(number: str | None, symbol: str | None) -> str:
    """Số và ký hiệu as printed: ``76/QĐ-UBND``; Party ``38-CT/TW``; a blank number is ``…``.

    NĐ 30/2020/NĐ-CP, Phụ lục I: number, slash, symbol; Hướng dẫn 36-HD/VPTW: number, hyphen.
    """
    if not symbol:
        return number or ""
    return f"{number or '…'}{'-' if '/' in symbol else '/'}{symbol}"


def document_label(
    type: str | None,
    number: str | None,
    symbol: str | None,
    *,
    year: int | None = None,
    name: str | None = None,
    title: str | None = None,
) -> str:
    """The short name of a document: type with number and symbol, else its name or title.

    A blank number is followed by the year, so that two drafts can be told apart.
    """
    if symbol or number:
        words = [type or "Văn bản", symbol_text(number, symbol)]
        if not number and year:
            words.append(str(year))
        return " ".join(words)
    if name:
        return name
    words = [type or "Văn bản"]
    if title:
        words.append(title)
    elif year:
        words.append(str(year))
    return " ".join(words)


def told_apart(nodes: Sequence[Node]) -> dict[str, str]:
    """Id → label of nodes shown together; those that share one have their day (cùng tên khác ngày).

    Where the day is not known the year or month that is stands for it, else the id.
    """
    shared = Counter(node.label for node in nodes)
    return {n.id: n.label if shared[n.label] == 1 else _dated(n) for n in nodes}


def _dated(node: Node) -> str:
    facts = node.properties
    day = facts.get("issued") or facts.get("issued_partial") or facts.get("year") or node.id
    return f"{node.label} ({day_text(str(day), 'vi')})"
