"""The library: what goes in comes out, and no file is harmed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen.errors import LibraryError
from quizgen.library import Library, library_path, open_library
from quizgen.library.exchange import export_lines, import_lines
from quizgen.library.rows import Taken
from quizgen.library.schema import VERSION
from quizgen.quiz.schedule import scheduler
from tests.quiz.quiz_samples import ALL, BRIDGE, LENGTH

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
SCHEDULE = scheduler()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "deep" / "library.sqlite"
    with open_library(path) as library:
        library.add_deck(ALL, now=NOW)
    return path


def answer(library: Library, question: str = "q-bridge", grade: int = 3, when: datetime = NOW) -> None:
    library.record(question, Taken("x", "right" if grade > 1 else "wrong", grade, 2.5), SCHEDULE, now=when)


def test_a_rebuild_updates_in_place_and_keeps_reviews(place: Path) -> None:
    with open_library(place) as library:
        answer(library)
        changed = BRIDGE.model_copy(update={"stem": "Une autre question ?"})
        assert library.add_deck([changed], now=NOW + timedelta(days=1)) == 0
        assert library.questions(["q-bridge"])[0]["stem"] == "Une autre question ?"
        assert [review.question for review in library.reviews()] == ["q-bridge"]
        assert len(library.rows()) == len(ALL)


def test_an_answer_is_kept_with_all_there_is_to_know(place: Path) -> None:
    with open_library(place) as library:
        answer(library, grade=1)
        review = library.reviews()[0]
        assert (review.typed, review.grade, review.seconds, review.before) == ("x", 1, 2.5, "")
        assert datetime.fromisoformat(review.at) == NOW
        assert library.cards()[0].state == review.after and library.cards()[0].due == review.due


def test_undo_restores_the_card_exactly(place: Path) -> None:
    with open_library(place) as library:
        answer(library)
        before = library.cards()
        answer(library, grade=1, when=NOW + timedelta(days=3))
        assert library.undo("q-bridge") and library.cards() == before
        assert library.undo("q-bridge") and not library.undo("q-bridge")
        assert library.cards()[0].state == "" and library.cards()[0].reviews == 0


def test_an_unknown_question_is_refused(place: Path) -> None:
    with open_library(place) as library, pytest.raises(LibraryError, match="no question nowhere"):
        answer(library, "nowhere")


def test_the_path_is_an_option_then_the_environment_then_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_LIBRARY", "/somewhere/lib.sqlite")
    assert library_path(Path("x")) == Path("x")
    assert library_path() == Path("/somewhere/lib.sqlite")
    monkeypatch.delenv("QUIZGEN_LIBRARY")
    assert library_path().name == "library.sqlite"


def test_export_and_import_give_the_same_library(place: Path, tmp_path: Path) -> None:
    with open_library(place) as library, open_library(tmp_path / "other.sqlite") as other:
        answer(library)
        answer(library, "q-length", 1)
        library.undo("q-length")
        library.report_bad("q-share", "wrong", now=NOW)
        library.suspend("q-speaker", now=NOW)
        lines = list(export_lines(library))
        assert import_lines(other, lines, now=NOW) == {"questions": 4, "reviews": 2}
        assert list(export_lines(other)) == lines
        assert import_lines(other, lines, now=NOW) == {"questions": 0, "reviews": 0}
        assert list(export_lines(other)) == lines


def test_import_names_the_line_that_cannot_be_read_and_changes_nothing(place: Path) -> None:
    with open_library(place) as library:
        before = list(export_lines(library))
        with pytest.raises(LibraryError, match="copy.jsonl:2:"):
            import_lines(library, [before[0], "{nonsense"], now=NOW, file="copy.jsonl")
        with pytest.raises(LibraryError, match="missing"):
            import_lines(library, ['{"type": "review", "question": "q-bridge"}'], now=NOW)
        assert list(export_lines(library)) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"not a database at all, just some text" * 9, "damaged"), (b"SQLite format 3\x00", "damaged"), (b"x", "damaged")],
)
def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=said):
        open_library(path)
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["library.sqlite"]


def test_a_newer_library_is_left_as_it_is(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = place.read_bytes()
    with pytest.raises(LibraryError, match="newer.*Update quizgen"):
        open_library(place)
    assert place.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 1234")
        connection.execute("CREATE TABLE notes (id)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        open_library(path)
    assert path.read_bytes() == content


def test_a_foreign_database_without_an_id_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (id)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        open_library(path)
    assert path.read_bytes() == content


def test_pages_overwritten_in_the_middle_give_a_clear_message(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[4096 : len(content)] = b"\xff" * (len(content) - 4096)
    place.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged"), open_library(place) as library:
        library.rows()
    assert place.read_bytes() == bytes(content)


def test_a_folder_that_cannot_be_made_gives_a_clear_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be opened"):
        open_library(tmp_path / "file" / "library.sqlite")


def test_two_quizzes_at_once_lose_nothing(place: Path) -> None:
    def study(offset: int) -> None:
        with open_library(place) as library:
            for turn in range(25):
                answer(library, ALL[turn % 4].id, when=NOW + timedelta(seconds=2 * turn + offset))

    threads = [threading.Thread(target=study, args=(offset,)) for offset in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_library(place) as library:
        assert len(library.reviews()) == 50
        assert sum(card.reviews for card in library.cards()) == 50
        assert library.is_sound()


def test_two_programs_may_make_the_library_at_the_same_time(tmp_path: Path) -> None:
    path, errors = tmp_path / "new.sqlite", list[Exception]()

    def make() -> None:
        try:
            open_library(path).close()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def _study_until_killed(path: Path, said: int) -> None:
    """In a child process: answer without end, and say each answer once it is on disk."""
    with open_library(path) as library:
        turn = 0
        while True:
            answer(library, ALL[turn % 4].id, when=NOW + timedelta(minutes=turn))
            os.write(said, b".")
            turn += 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_200_random_moments_nothing_answered_is_lost(place: Path) -> None:
    rng, answered = random.Random(7), 0
    for turn in range(200):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            _study_until_killed(place, write)
        os.close(write)
        if turn % 2:  # every other child is killed while it answers, however slow the machine; the rest at any time
            answered += len(os.read(read, 1))
        time.sleep(rng.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while chunk := os.read(read, 65536):
            answered += len(chunk)
        os.close(read)
    with open_library(place) as library:
        # One more answer than was said may be on disk for each kill: the child died before it could say so.
        assert answered <= len(library.reviews()) <= answered + 200
        assert answered >= 100
        assert sum(card.reviews for card in library.cards()) == len(library.reviews())
        assert library.is_sound()


def test_bad_questions_are_listed_for_the_author_and_left_out_of_decks(place: Path) -> None:
    with open_library(place) as library:
        library.report_bad("q-length", "unclear", now=NOW)
        assert library.bad_ids() == {"q-length"}
        assert [(one["template"], one["reason"], one["question"]["stem"]) for one in library.bad()] == [
            ("quantity-test", "unclear", LENGTH.stem)
        ]
