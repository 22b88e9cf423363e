"""The rules of the lint (quy tắc rà soát): each id with its severity, name and advice.

A rule is a row of ``rules.toml``; what it finds is said by ``audit.<id>`` of the catalogue, how an
official mends it by ``advice.<id>``.
"""

from functools import cache
from typing import Literal

from graph.catalogue import render
from graph.model import Severity
from graph.vocabulary import Row, rows


class RuleRow(Row):
    """A rule: its id, how bad what it finds is, and where it is seen.

    ``seen``: "reading" while one document is read, "graph" among all that is loaded.
    """

    id: str
    severity: Severity
    seen: Literal["reading", "graph"]
    label: str
    label_en: str


@cache
def rules() -> dict[str, RuleRow]:
    """Rule id → its row, in the order of the table."""
    return {row.id: row for row in rows("rules", "rule", RuleRow)}


def advice(rule: str, lang: str = "vi") -> str:
    """How to mend what a rule found (cách sửa); empty for a rule of another version."""
    return render(f"advice.{rule}", lang) if rule in rules() else ""
