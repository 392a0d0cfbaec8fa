"""Wrong dates look like the right one."""

from __future__ import annotations

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.asking import date_options
from quizgen.extraction.times.finding import readable

TODAY = datetime.date(2024, 5, 15)


def both(text: str, value: str, seed: int = 1) -> list[str]:
    lower, higher = date_options.variations(text, value, TODAY, "fr", random.Random(seed))
    return lower + higher


@given(st.dates(datetime.date(1500, 1, 1), TODAY), st.sampled_from((4, 7, 10)), st.integers(0, 99))
def test_dates_are_others_of_the_same_precision_in_order_and_none_to_come(day, precision, seed) -> None:
    value = day.isoformat()[:precision]
    text = readable(value, "fr")
    lower, higher = date_options.variations(text, value, TODAY, "fr", random.Random(seed))
    assert len(lower) + len(higher) >= 2 and text not in lower + higher
    assert len(set(lower + higher)) == len(lower + higher)
    if precision == 4:
        assert [int(t) for t in lower + higher] == sorted(int(t) for t in lower + higher)
        assert max(map(int, [*lower, *higher])) <= TODAY.year
        assert max(map(int, lower)) < int(text) < min(map(int, higher), default=int(text) + 1)
    else:
        assert all(len(other.split()) == len(text.split()) for other in lower + higher)


@pytest.mark.parametrize(
    ("text", "value"), [("au printemps", "2012-SP"), ("le 3 mai", "2012-05-03"), ("12 ans", "P12Y"), ("1990", "")]
)
def test_what_is_no_date_written_in_full_has_no_options(text, value) -> None:
    assert both(text, value) == []


def test_old_years_lie_farther_apart() -> None:
    assert all(abs(int(year) - 1627) >= 9 for year in both("1627", "1627"))
    assert all(abs(int(year) - 2021) <= 5 for year in both("2021", "2021"))
