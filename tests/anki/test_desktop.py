"""Keys in Anki's own window: set QUIZGEN_ANKI_DESKTOP to a Python that has ``aqt[qt6]``."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from quizgen.anki.package import write_deck


@pytest.fixture
def review(make_deck, day, tmp_path):
    python = os.environ.get("QUIZGEN_ANKI_DESKTOP")
    if python is None:
        pytest.skip("QUIZGEN_ANKI_DESKTOP names no Python with Anki's desktop")

    def run(*questions):
        write_deck(make_deck(*questions, name="D"), tmp_path / "deck.apkg", now=day)
        script = Path(__file__).with_name("desktop_review.py")
        command = [python, str(script), str(tmp_path / "deck.apkg"), str(tmp_path / "anki")]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
        return json.loads(done.stdout.splitlines()[-1])

    return run


def test_a_digit_chooses_and_then_grades(review, make_question):
    seen = review(*(make_question(number, "choice") for number in range(1, 4)))
    words = [text for text, _ in seen["front"]]
    assert seen["key 2"] == "answer"
    assert [text for text, _ in seen["back"]] == words
    assert "qg-chosen" in seen["back"][1][1]
    assert [text for text, look in seen["back"] if "qg-right" in look] == ["Anna Kask"]
    assert (seen["key 3"], seen["next card"], seen["space"]) == ("question", True, "answer")


def test_what_looks_like_a_formula_is_left_as_it_is(review, make_question):
    stem = r"Que vaut \(x^2\), et \[y\] ?"
    seen = review(*(make_question(number, "choice", stem=stem) for number in range(1, 4)))
    assert seen["stem"] == stem
    inside_ours, inside_note_to_self = seen["formulas"]
    assert inside_ours == 0
    assert inside_note_to_self > 0
