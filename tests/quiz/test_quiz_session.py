"""The session as a state machine: no clock, no terminal, no library."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.quiz import events as on
from quizgen.quiz.item import Item
from quizgen.quiz.session import Phase, Session, again, start, step

ITEMS = tuple(Item(id=name, kind="event", style="open", stem=f"{name} ?", answer=name.upper()) for name in "abc")


def play(session: Session, *events: on.Event) -> tuple[Session, list[on.Effect]]:
    effects: list[on.Effect] = []
    for event in events:
        session, found = step(session, event)
        effects += found
    return session, effects


def right(seconds: float = 8) -> on.Event:
    return on.Answered("x", "right", seconds)


WRONG = on.Answered("x", "wrong", 8)
ALMOST = on.Answered("x", "almost", 8, "slip")
NEXT = on.Continued()


def grades(effects: list[on.Effect]) -> list[int | None]:
    return [effect.outcome.grade for effect in effects if isinstance(effect, on.Record)]


def test_an_answer_is_written_down_before_the_next_question() -> None:
    session, effects = play(start(ITEMS), right())
    assert session.phase is Phase.SHOWN and session.at == 0
    assert [type(effect) for effect in effects] == [on.Record]


def test_a_session_goes_through_its_questions_and_ends() -> None:
    session, effects = play(start(ITEMS), right(), NEXT, WRONG, NEXT, right(), NEXT)
    assert (session.phase, session.ended, grades(effects)) == (Phase.DONE, "end", [3, 1, 3])
    assert [item.id for item in session.wrong] == ["b"]
    assert [item.id for item in again(session).queue] == ["b"]


def test_no_questions_is_the_end() -> None:
    assert start(()).phase is Phase.DONE


def test_almost_is_written_down_as_right_and_hard_and_may_be_refused() -> None:
    session, effects = play(start(ITEMS), ALMOST)
    assert (session.phase, grades(effects)) == (Phase.DECIDE, [2])
    refused, more = play(session, on.Decided(False))
    assert [type(effect) for effect in more] == [on.Unrecord, on.Record]
    assert (grades(more), refused.phase, len(refused.outcomes)) == ([1], Phase.SHOWN, 1)
    accepted, more = play(session, on.Decided(True))
    assert (more, accepted.phase, accepted.outcomes[0].is_right) == ([], Phase.SHOWN, True)


def test_undo_brings_the_question_and_the_score_back() -> None:
    session, effects = play(start(ITEMS), right(), NEXT, WRONG, on.Undone())
    assert session.item is not None and session.item.id == "b" and session.phase is Phase.ASK
    assert isinstance(effects[-1], on.Unrecord) and effects[-1].item.id == "b"
    session, effects = play(session, on.Undone())
    assert session.item is not None and session.item.id == "a" and session.outcomes == ()
    assert play(session, on.Undone()) == (session, [])


def test_undo_keeps_what_was_set_aside() -> None:
    session, _ = play(start(ITEMS), right(), NEXT, on.Suspended(), on.Undone())
    assert session.item is not None and session.item.id == "a"
    session, _ = play(session, right(), NEXT)
    assert session.item is not None and session.item.id == "c"


def test_wrong_ones_come_again_until_they_are_right() -> None:
    session, effects = play(start(ITEMS[:1], on.Rules(until_right=True)), WRONG, NEXT, WRONG, NEXT, right(), NEXT)
    assert (session.phase, grades(effects), session.total, len(session.firsts)) == (Phase.DONE, [1, 1, 3], 1, 1)


def test_skipping_puts_off_once() -> None:
    session, effects = play(start(ITEMS), on.Skipped(), right(), NEXT, right(), NEXT, on.Skipped())
    assert (session.phase, grades(effects)) == (Phase.DONE, [3, 3])
    assert [outcome.verdict for outcome in session.outcomes] == ["right", "right", "skipped"]


def test_skipping_in_an_examination_gives_no_points_and_takes_none() -> None:
    rules = on.Rules(wrong=-1 / 3, skipped_return=False)
    session, _ = play(start(ITEMS, rules), on.Skipped(), WRONG, NEXT, right(), NEXT)
    assert round(session.points, 2) == 0.67


def test_hints_and_slowness_make_hard_and_quick_typing_makes_easy() -> None:
    assert grades(play(start(ITEMS), on.Hinted(), right())[1]) == [2]
    assert grades(play(start(ITEMS), on.Peeked(), right())[1]) == [2]
    assert grades(play(start(ITEMS), on.Peeked(), on.Skipped(), right())[1]) == [3]
    assert grades(play(start(ITEMS), right(100))[1]) == [2]
    assert grades(play(start(ITEMS), right(1))[1]) == [4]
    choice = Item(id="d", kind="event", style="choice", stem="?", answer="A", options=("A", "B"))
    assert grades(play(start((choice,)), right(1))[1]) == [3]


def test_a_question_revealed_is_graded_by_oneself() -> None:
    session, effects = play(start(ITEMS), on.Revealed(5), on.SelfGraded(4))
    assert grades(effects) == [4] and session.outcomes[0].seconds == 5


def test_a_reported_question_leaves_the_session() -> None:
    session, effects = play(start(ITEMS), on.Reported("why"), right(), NEXT)
    assert effects[0] == on.Report(ITEMS[0], "why")
    assert session.item is not None and session.item.id == "c" and session.total == 2


def test_the_streak_counts_right_answers_in_a_row() -> None:
    assert play(start(ITEMS), right(), NEXT, right())[0].streak == 2
    assert play(start(ITEMS), right(), NEXT, WRONG)[0].streak == 0


EVENTS: st.SearchStrategy[on.Event] = st.sampled_from(
    [
        right(),
        WRONG,
        ALMOST,
        NEXT,
        on.Decided(True),
        on.Decided(False),
        on.Revealed(),
        on.SelfGraded(1),
        on.SelfGraded(3),
        on.Hinted(),
        on.Peeked(),
        on.Skipped(),
        on.Undone(),
        on.Suspended(),
        on.Reported("r"),
        on.Stopped(),
    ]
)


@given(st.lists(EVENTS, max_size=40), st.booleans())
def test_whatever_happens_what_is_written_down_is_what_the_session_shows(events: list[on.Event], cram: bool) -> None:
    session, effects = play(start(ITEMS, on.Rules(until_right=cram)), *events)
    written: list[tuple[str, int | None]] = []
    for effect in effects:
        if isinstance(effect, on.Record):
            written.append((effect.outcome.item.id, effect.outcome.grade))
        elif isinstance(effect, on.Unrecord):
            assert written.pop()[0] == effect.item.id
    assert written == [(o.item.id, o.grade) for o in session.outcomes if o.grade is not None]
    assert (session.item is None) == (session.phase is Phase.DONE)
