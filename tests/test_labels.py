"""What days and periods are called."""

import pytest

from graph.labels import period_text
from graph.times.periods import By, periods


@pytest.mark.parametrize(
    ("by", "vi", "en"),
    [
        (By.QUARTER, "Quý IV/2026", "Q4 2026"),
        (By.MONTH, "Tháng 12/2026", "12/2026"),
        (By.WEEK, "Tuần 53/2026", "Week 53, 2026"),
        (By.YEAR, "2026", "2026"),
    ],
)
def test_a_period_as_people_say_it(by: By, vi: str, en: str) -> None:
    last = periods(by, [2026])[-1].name
    assert (period_text(last, "vi"), period_text(last, "en")) == (vi, en)
