"""How sure a rule is, counted on documents that were read by eye (độ tin cậy)."""

from functools import cache

from graph.vocabulary import Row, rows

#: the row for a time whose year is not written
INFERRED_YEAR = "inferred_year"


class ConfidenceRow(Row):
    """How often a rule was right in what was read beside it (``confidence.toml``)."""

    rule: str
    right: int
    read: int


def confidence_of(rule: str) -> float:
    """Between 0 and 1: how likely the rule's next reading is right; 1 for what is said outright."""
    return _counted().get(rule, 1.0)


@cache
def _counted() -> dict[str, float]:
    """By the rule of succession, to two digits."""
    found = rows("confidence", "rule", ConfidenceRow)
    return {row.rule: round((row.right + 1) / (row.read + 2), 2) for row in found}
