"""Whole quizzes in a pseudo-terminal of 80 by 24, as a person plays them."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from quizgen.library import open_library

pexpect = pytest.importorskip("pexpect", reason="needs a pseudo-terminal")

PLAY = """
import sys
from pathlib import Path
from quizgen.quiz.command import run_quiz
from tests.quiz.quiz_samples import ALL
plain, preset = sys.argv[2] == "plain", sys.argv[3] or None
sys.exit(run_quiz(ALL, library_path=Path(sys.argv[1]), ui="en", plain=plain, preset=preset, seed=None))
"""
KEYS = "q\N{NO-BREAK SPACE}quit"
ROOT = Path(__file__).parents[2]


def spawn(library: Path, plain: bool = False, preset: str = "", **variables: str) -> pexpect.spawn:
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **variables}
    arguments = ["-c", PLAY, str(library), "plain" if plain else "", preset]
    return pexpect.spawn(
        sys.executable, arguments, cwd=str(ROOT), env=environment, encoding="utf-8", dimensions=(24, 80), timeout=20
    )


def settle(child: pexpect.spawn, text: str) -> None:
    """Wait for a text on the screen, and for the program to wait for a key."""
    child.expect_exact(text)
    time.sleep(0.15)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def test_a_whole_quiz_with_single_keys(library: Path) -> None:
    child = spawn(library)
    settle(child, KEYS)
    child.send("h")
    settle(child, "option 3 is wrong")
    child.send("2")
    child.expect_exact("Right")
    settle(child, "Next review")
    child.send("\r")
    settle(child, "Answer: ")
    child.send("500\r")
    settle(child, "the unit is missing")
    child.send("\r")
    settle(child, "Qui a déclaré")
    child.send("Marc Durand\r")
    child.expect_exact("you answered: Marc Durand")
    settle(child, "According to: Hélène Darmont")
    child.send("u")
    settle(child, "Last answer taken back.")
    child.send("Hélène Darmont\r")
    settle(child, "Next review")
    child.send("\r")
    settle(child, "Answer: ")
    child.send("\r")
    settle(child, "4\N{NO-BREAK SPACE}easy")
    child.send("1")
    child.expect_exact("3 right of 4  (75 %)")
    settle(child, "again? (y/n)")
    child.send("y")
    settle(child, "Question 1 of 1")
    child.send("40 %\r")
    settle(child, "Next review")
    child.send("\r")
    child.expect_exact("1 right of 1  (100 %)")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    with open_library(library) as opened:
        grades = [(review.question, review.grade) for review in opened.reviews()]
    assert grades[0] == ("q-bridge", 2) and ("q-share", 1) in grades and len(grades) == 5


def test_two_programs_on_one_library_keep_every_answer(library: Path) -> None:
    first, second = spawn(library), spawn(library)
    for child in (first, second):
        settle(child, KEYS)
    for child in (first, second):
        child.send("2")
        settle(child, "Next review")
    for child in (second, first):
        child.send("\x04")
        child.expect_exact("Summary")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
    with open_library(library) as opened:
        assert len(list(opened.reviews())) == 2


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("at", ["choice", "typed", "shown"])
def test_interrupting_ends_with_the_summary(library: Path, key: str, at: str) -> None:
    child = spawn(library)
    settle(child, KEYS)
    if at != "choice":
        child.send("2")
        settle(child, "Next review")
    if at == "typed":
        child.send("\r")
        settle(child, "Answer: ")
    child.send(key)
    child.expect_exact("Summary")
    child.expect_exact("Quiz stopped.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_quiz_in_plain_lines_on_a_terminal_has_no_control_sequences(library: Path) -> None:
    child = spawn(library, plain=True)
    seen = ""
    for typed in ("2", "", "500 km", "", "Darmont", "", "40 %", ""):
        child.expect(r"(choice|Answer|next|Enter)[^\n]*: $|> $")
        seen += child.before + child.after
        child.sendline(typed)
    child.expect(pexpect.EOF)
    assert "\x1b" not in seen + child.before
    assert "right of 4" in seen + child.before


def test_a_dumb_terminal_gets_plain_lines(library: Path) -> None:
    child = spawn(library, TERM="dumb")
    child.expect_exact("Your choice: ")
    assert "\x1b" not in child.before
    child.sendeof()
    child.expect_exact("Quiz stopped.")


@pytest.mark.parametrize("preset", ["daily", "hebdo", "concours", "cram", "deck"])
def test_every_preset_plays_on_a_terminal(library: Path, preset: str) -> None:
    child = spawn(library, preset=preset)
    settle(child, "of 4")
    child.send("q\r" if preset == "cram" else "q")
    child.expect_exact("Summary")
    child.expect(pexpect.EOF)


def test_time_over_ends_the_examination_while_it_waits_for_a_key(library: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.toml"
    short.write_text('pool = "all"\nfirst = ["choice"]\nseconds_per_question = 1\ncount = 1\n', encoding="utf-8")
    child = spawn(library, preset=str(short))
    child.expect_exact("0:00 left")
    child.expect_exact("Time is up.")
    child.expect(pexpect.EOF)


def test_a_new_size_draws_the_question_again(library: Path) -> None:
    child = spawn(library)
    settle(child, KEYS)
    child.setwinsize(30, 50)
    settle(child, KEYS)
    child.send("2")
    child.expect_exact("Right")
