"""Wrong numbers look like the right one."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.asking.number_options import variations


def both(text, seed=1):
    lower, higher = variations(text, random.Random(seed))
    return lower + higher


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("420 000", r"\d{2}0 000|\d00 000"),
        ("jusqu'à 500 km", r"jusqu'à \d00 km"),
        ("350 millions", r"\d{2}0 millions"),
        ("2,5 milliards", r"\d,\d milliards"),
        ("38 %", r"\d\d %"),
        ("2\u202f500", r"\d\u202f\d00"),
        ("environ 60 000", r"environ \d0 000"),
        ("près de 600.000", r"près de \d00\.000"),
        ("12.500 euros", r"\d{2}\.\d00 euros"),
    ],
)
def test_magnitude_rounding_and_writing_stay(text, like):
    found = both(text)
    assert len(found) >= 3 and text not in found and len(set(found)) == len(found)
    assert [other for other in found if not re.fullmatch(like, other)] == []


@pytest.mark.parametrize("text", ["deux", "de 10 à 20", "1", "1,5 million", "", "beaucoup", "100 %"])
def test_what_cannot_be_varied_is_left_alone(text):
    assert both(text) == []


def test_no_share_is_more_than_the_whole():
    assert all(int(other.split()[0]) < 100 for seed in range(30) for other in both("95 %", seed))


@given(st.integers(2, 9_999_999), st.integers(0, 5))
def test_any_number_has_others_on_the_sides_they_are_said_to_be(value, seed):
    lower, higher = variations(str(value), random.Random(seed))
    assert len(lower) <= 2 and len(higher) <= 2
    assert [int(other) for other in lower] == sorted(int(other) for other in lower if 2 <= int(other) < value)
    assert [int(other) for other in higher] == sorted(int(other) for other in higher if int(other) > value)
    assert {len(other) for other in lower + higher} <= {len(str(value))}


def test_the_same_generator_gives_the_same_numbers():
    assert both("420 000", 3) == both("420 000", 3)
    assert len({tuple(both("420 000", seed)) for seed in range(20)}) > 3
