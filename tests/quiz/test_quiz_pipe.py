"""A quiz whose answers come from a pipe, whole processes apart from the terminal."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen.library import open_library
from quizgen.quiz.command import run_quiz
from tests.quiz.quiz_samples import ALL, BRIDGE, HARBOUR, LENGTH, SHARE, SPEAKER, question


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def play(library: Path, typed: str, questions: object = ALL, **options: object) -> tuple[int, str]:
    out = io.StringIO()
    options = {"ui": "en", "clock": Clock(), **options}
    code = run_quiz(questions, library_path=library, stdin=io.StringIO(typed), stdout=out, **options)  # type: ignore[arg-type]
    return code, out.getvalue()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def test_after_every_answer_stands_the_verdict_the_answer_and_its_source(library: Path) -> None:
    code, out = play(library, "2\n500 km\nMarc Durand\n40 %\n")
    assert code == 0
    assert out.count("✓ Right") == 3
    assert "✗ Wrong  you answered: Marc Durand" in out
    assert "Le nouveau pont relie [[Calvador]] à la côte depuis lundi." in out
    assert "According to: Hélène Darmont" in out
    assert "From: Un pont relie Calvador à la côte · Le Phare · 2 March 2026" in out
    assert "3 right of 4  (75 %)" in out
    assert "Qui a déclaré : « Ce pont changera nos vies » ? → Hélène Darmont" in out


def test_the_wrong_ones_come_again_where_that_is_wanted(library: Path) -> None:
    _, out = play(library, "1\n500 km\nDarmont\n40 %\ny\n2\n")
    assert out.count("Quelle ville le nouveau pont relie-t-il à la côte ?") == 3  # asked, listed, asked again
    assert "1 right of 1  (100 %)" in out


def test_an_answer_that_is_almost_right_is_shown_as_such_and_counts(library: Path) -> None:
    _, out = play(library, "500\n", (LENGTH,))
    assert "≈ Almost  you answered: 500 · the unit is missing" in out
    assert "1 right of 1" in out


def test_an_end_of_input_ends_with_the_summary(library: Path) -> None:
    code, out = play(library, "2\n")
    assert code == 0
    assert "Quiz stopped." in out
    assert "1 right of 1" in out


def test_no_input_at_all_ends_with_a_summary_too(library: Path) -> None:
    assert play(library, "") == (0, play(library, "")[1])
    assert "No answer given." in play(library, "")[1]


def test_a_reveal_is_graded_by_oneself(library: Path) -> None:
    play(library, "?\n2\n", (LENGTH,))
    with open_library(library) as opened:
        assert [(review.verdict, review.grade) for review in opened.reviews()] == [("right", 2)]


def test_hints_make_an_answer_hard_and_show_letters(library: Path) -> None:
    _, out = play(library, "h\nh\nh\nHélène Darmont\n", (SPEAKER,))
    assert "Hint: H…" in out and "Hint: H_____ D______" in out and "No more hints." in out
    with open_library(library) as opened:
        assert [(review.hints, review.grade) for review in opened.reviews()] == [(2, 2)]


def test_a_hint_takes_a_wrong_option_away_but_never_the_answer(library: Path) -> None:
    _, out = play(library, "h\nh\n2\n", (BRIDGE,))
    assert "Hint: option 3 is wrong" in out and "No more hints." in out and "✓ Right" in out


def test_the_source_can_be_seen_with_the_answer_taken_out(library: Path) -> None:
    _, out = play(library, "v\n", (LENGTH,))
    assert "Long de [[____]], le pont a coûté cher." in out


def test_undo_asks_the_question_again_and_forgets_the_answer(library: Path) -> None:
    _, out = play(library, "1\nu\n2\n500 km\n", (BRIDGE, LENGTH))
    assert "Last answer taken back." in out and "2 right of 2" in out
    with open_library(library) as opened:
        assert [(r.question, r.verdict) for r in opened.reviews()] == [("q-bridge", "right"), ("q-length", "right")]
        assert len(opened.reviews(undone=True)) == 3


def test_a_question_reported_as_bad_never_comes_back(library: Path) -> None:
    play(library, "x\ntwo answers are right\n2\n", (LENGTH, BRIDGE))
    _, out = play(library, "2\n", (LENGTH, BRIDGE))
    assert "longueur" not in out
    with open_library(library) as opened:
        reasons = [(bad["template"], bad["reason"]) for bad in opened.bad()]
        assert reasons == [("quantity-test", "two answers are right")]
        assert opened.bad_ids() == {"q-length"}


def test_a_suspended_question_is_not_asked_any_more(library: Path) -> None:
    play(library, "!\n2\n", (LENGTH, BRIDGE))
    assert "longueur" not in play(library, "2\n", (LENGTH, BRIDGE))[1]


def test_a_skipped_question_comes_back_once_at_the_end(library: Path) -> None:
    _, out = play(library, "s\n2\n500 km\n", (LENGTH, BRIDGE))
    assert "2 right of 2" in out
    _, out = play(library, "s\nCalvador\ns\n", (LENGTH, BRIDGE))
    assert "1 right of 1" in out and "1 skipped" in out


def test_what_was_answered_is_asked_from_the_library_when_it_is_due(library: Path) -> None:
    clock = Clock()
    play(library, "2\n500 km\nDarmont\n40 %\n", clock=clock)
    code, out = play(library, "", None, clock=clock)
    assert (code, "Nothing to review right now." in out) == (0, True)
    clock.now += timedelta(days=30)
    assert "Question 1 of 4" in play(library, "", None, clock=clock)[1]


def test_only_mistakes_where_asked_for(library: Path) -> None:
    play(library, "1\n500 km\nDarmont\n40 %\n")
    _, out = play(library, "", None, wrong=True)
    assert "Question 1 of 1" in out and "Quelle ville" in out


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ({"kinds": ["quote"]}, 1),
        ({"since": "2026-03-01"}, 3),
        ({"articles": ["énergie"]}, 1),
        ({"count": 2}, 2),
        ({"articles": ["a00000000001"]}, 3),
    ],
)
def test_filters_narrow_the_quiz(library: Path, options: dict[str, object], asked: int) -> None:
    assert f"Question 1 of {asked}" in play(library, "", **options)[1]


def test_nothing_that_fits_is_said_and_fails(library: Path) -> None:
    code, out = play(library, "", kinds=["nonsense"])
    assert code == 1 and "No question fits this choice." in out


def test_an_empty_library_says_what_to_do(library: Path) -> None:
    code, out = play(library, "", None)
    assert code == 1 and "quizgen build" in out


def test_without_a_library_nothing_is_written(library: Path) -> None:
    play(library, "2\n500 km\nDarmont\n40 %\n", remember=False)
    assert not library.exists()


def test_negative_marking(library: Path) -> None:
    _, out = play(library, "Valmorin\nnothing\n", (BRIDGE, LENGTH), preset="concours")
    assert "-0.67 point(s) of 2" in out
    _, out = play(library, "Calvador\ns\n", (BRIDGE, LENGTH), preset="concours")
    assert "1 point(s) of 2" in out


def test_time_over_ends_the_examination(library: Path) -> None:
    clock = Clock()

    class SlowInput(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            clock.now += timedelta(hours=1)
            return "40 %\n"

    out = io.StringIO()
    code = run_quiz(
        (SHARE, LENGTH), library_path=library, preset="concours", ui="en", clock=clock, stdin=SlowInput(), stdout=out
    )
    assert code == 0 and "Time is up." in out.getvalue() and "No answer given." in out.getvalue()


def test_an_examination_whose_time_is_over_is_not_taken_up_again(library: Path) -> None:
    clock = Clock()
    with open_library(library) as opened:
        opened.add_deck(ALL, now=clock())

    class SlowInput(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            clock.now += timedelta(hours=1)
            return "40 %\n"

    streams = {"stdin": SlowInput(), "stdout": io.StringIO()}
    run_quiz(None, library_path=library, preset="concours", ui="en", clock=clock, **streams)  # type: ignore[arg-type]
    assert "Back in the quiz" not in play(library, "", None, preset="concours", clock=clock)[1]


def test_cram_asks_wrong_ones_until_they_are_right(library: Path) -> None:
    _, out = play(library, "Valmorin\nPort-Lis\nCalvador\n", (BRIDGE,), preset="cram")
    assert out.count("Question 1 of 1") == 3
    assert "0 right of 1" in out  # the score tells what was known at first


def test_a_quiz_that_was_left_is_taken_up_where_it_stopped(library: Path) -> None:
    clock = Clock()
    with open_library(library) as opened:
        opened.add_deck(ALL, now=clock())
    _, first = play(library, "nothing\n", None, preset="cram", seed=3, clock=clock)
    _, second = play(library, "", None, preset="cram", seed=3, clock=clock)
    assert "Question 1 of 4" in first
    assert "Back in the quiz you left: 4 questions to go." in second  # cram: the wrong one comes again
    _, third = play(library, "", None, preset="cram", seed=3, clock=clock, fresh=True)
    assert "Back in the quiz" not in third and "Question 1 of 4" in third


def test_hostile_text_is_shown_harmlessly(library: Path) -> None:
    nasty = question(
        "q-nasty",
        "[red]Qui[/red] \x1b[2J\x1b]0;owned\x07a écrit :smile: \u202eabc ?",
        "x\x1b[31mRoi",
        "Le \u2066x\x1b[31mRoi\x9b2J\x00 🙂 " + "a" * 300,
    )
    _, out = play(library, "x\x1b[2J\n", (nasty,))
    assert "[red]Qui[/red] a écrit :smile: abc ?" in out
    assert not set(out) & set("\x1b\x07\x9b\x00\u202e\u2066")
    assert "🙂" in out and "a" * 300 in "".join(out.split())


def test_french_interface(library: Path) -> None:
    _, out = play(library, "2\n", (BRIDGE,), ui="fr")
    assert "✓ Juste" in out and "Lu dans : Un pont relie Calvador à la côte · Le Phare · 2 mars 2026" in out


def test_an_article_with_neither_title_nor_date(library: Path) -> None:
    unnamed = HARBOUR.model_copy(update={"title": None, "outlet": None, "date": None})
    bare = LENGTH.model_copy(update={"article": unnamed})
    code, out = play(library, "500 km\n", (bare,))
    assert code == 0 and "None" not in out
