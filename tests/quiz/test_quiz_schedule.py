"""Scheduling is py-fsrs, to the second."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler

from quizgen.errors import LibraryError
from quizgen.library import open_library
from quizgen.library.rows import Taken
from quizgen.quiz.schedule import scheduler
from tests.quiz.quiz_samples import LENGTH


def test_5000_answers_are_scheduled_as_py_fsrs_alone_schedules_them(tmp_path: Path) -> None:
    rng, now = random.Random(11), datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
    questions = [LENGTH.model_copy(update={"id": f"q{number}"}) for number in range(400)]
    alone, engine = {}, Scheduler(enable_fuzzing=False)
    with open_library(tmp_path / "library.sqlite") as library:
        library._db.execute("PRAGMA synchronous = OFF")  # 5 000 waits for the disk prove nothing here
        library.add_deck(questions, now=now)
        schedule = scheduler()
        for _ in range(5000):
            now += timedelta(seconds=rng.choice([3, 20, 3600, 40000]), microseconds=rng.randrange(10**6))
            name, grade = rng.choice(questions).id, rng.choices((1, 2, 3, 4), (2, 1, 5, 1))[0]
            due = library.record(name, Taken("", "right", grade), schedule, now=now)
            card = alone.get(name) or Card(card_id=1, due=now)
            alone[name], _ = engine.review_card(card, Rating(grade), now)
            assert due == alone[name].due
        assert len(library.reviews()) == 5000


def test_a_higher_retention_brings_questions_back_sooner() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    dues = [scheduler(retention)("", 1, 4, now)[1] for retention in (0.8, 0.9, 0.97)]
    assert dues == sorted(dues, reverse=True) and len(set(dues)) == 3


def test_parameters_that_do_not_fit_are_refused() -> None:
    with pytest.raises(LibraryError, match="21"):
        scheduler(0.9, [1.0, 2.0])
