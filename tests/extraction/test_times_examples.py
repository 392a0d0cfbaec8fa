"""Every example sentence gives exactly the times it says, with their values."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizgen.extraction.times.finding import find_times, time_lexicon

EXAMPLES = Path(__file__).parent.parent / "examples" / "fr" / "times.toml"
CASES: list[dict[str, Any]] = tomllib.loads(EXAMPLES.read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_times_of_the_example(case: dict[str, Any]) -> None:
    date = case.get("date", "2022-06-25")
    published = datetime.date.fromisoformat(date) if date else None
    found = find_times(case["text"], time_lexicon("fr"), published)
    assert [[time.text, time.value] for time in found] == case["times"]


def test_there_are_enough_examples_of_both_sorts() -> None:
    assert len(CASES) >= 120
    assert sum(not case["times"] for case in CASES) >= 15
