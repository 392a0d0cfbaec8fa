"""What was reviewed: answers, and where each question stands in its schedule."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizgen.errors import LibraryError
from quizgen.library.base import stamp
from quizgen.library.built import Built
from quizgen.library.rows import Card, Review, Taken

if TYPE_CHECKING:
    from quizgen.quiz.schedule import Scheduler

_LAST = "FROM review WHERE question_id = ? AND NOT undone ORDER BY at DESC, id DESC LIMIT 1"


def _insert_review(
    db: sqlite3.Connection, name: str, taken: Taken, before: str, after: str, due: datetime, now: datetime
) -> None:
    db.execute(
        "INSERT INTO review (question_id, at, seconds, typed, verdict, grade, hints, before, after, due) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            name,
            stamp(now),
            taken.seconds,
            taken.typed,
            taken.verdict,
            taken.grade,
            taken.hints,
            before,
            after,
            stamp(due),
        ),
    )


class Reviewed(Built):
    """The part of the library that a quiz writes."""

    def record(
        self, question: Mapping[str, Any] | str, taken: Taken, schedule: Scheduler, *, now: datetime
    ) -> datetime:
        """Write an answer down and schedule its question, from the state in the file. Out: when it is due.

        ``question`` is its id, or its data, which is added first where the library does not have it.
        """
        name = self._id_of(question)
        with self._writing() as db:
            number = self._ensure_card(db, question, now)
            before = db.execute("SELECT state FROM card WHERE question_id = ?", (name,)).fetchone()[0]
            after, due = schedule(before, number, taken.grade, now)
            _insert_review(db, name, taken, before, after, due, now)
            db.execute(
                "UPDATE card SET state = ?, due = ?, reviews = reviews + 1, lapses = lapses + ?, last_grade = ? "
                "WHERE question_id = ?",
                (after, stamp(due), int(taken.grade == 1 and bool(before)), taken.grade, name),
            )
            return due

    def undo(self, question: str) -> bool:
        """Take the last answer to a question back, card state included. False where there is none to take."""
        with self._writing() as db:
            last = db.execute(f"SELECT id, before, grade {_LAST}", (question,)).fetchone()
            if last is None:
                return False
            db.execute("UPDATE review SET undone = 1 WHERE id = ?", (last[0],))
            earlier = db.execute(f"SELECT due, grade {_LAST}", (question,)).fetchone() or (None, None)
            db.execute(
                "UPDATE card SET state = ?, due = ?, last_grade = ?, reviews = reviews - 1, lapses = lapses - ? "
                "WHERE question_id = ?",
                (last[1], earlier[0], earlier[1], int(last[2] == 1 and bool(last[1])), question),
            )
            return True

    def suspend(self, question: Mapping[str, Any] | str, suspended: bool = True, *, now: datetime) -> None:
        """Do not ask a question any more, or ask it again."""
        name = self._id_of(question)
        with self._writing() as db:
            self._ensure_card(db, question, now)
            db.execute("UPDATE card SET suspended = ? WHERE question_id = ?", (int(suspended), name))

    @staticmethod
    def _id_of(question: Mapping[str, Any] | str) -> str:
        return question if isinstance(question, str) else str(question["id"])

    def _ensure_card(self, db: sqlite3.Connection, question: Mapping[str, Any] | str, now: datetime) -> int:
        """The question's number; its row, where data is given, and its card are made where there are none."""
        if not isinstance(question, str):
            self._put_questions(db, [question], now)
        name = self._id_of(question)
        number = db.execute("SELECT number FROM question WHERE id = ?", (name,)).fetchone()
        if number is None:
            raise LibraryError(f"the library has no question {name}", file=self.path, remedy="Build it again.")
        db.execute("INSERT OR IGNORE INTO card (question_id) VALUES (?)", (name,))
        return int(number[0])

    def report_bad(self, question: Mapping[str, Any] | str, reason: str, *, now: datetime) -> None:
        """Never ask a question again, nor put it into a deck; remember why."""
        name = self._id_of(question)
        with self._writing() as db:
            self._ensure_card(db, question, now)
            db.execute("UPDATE card SET bad = ?, bad_at = ? WHERE question_id = ?", (reason, stamp(now), name))

    def bad(self) -> list[dict[str, Any]]:
        """Every question marked as bad, with its reason, by template."""
        sql = """
        SELECT q.template, c.bad, c.bad_at, q.data FROM card c JOIN question q ON q.id = c.question_id
        WHERE c.bad IS NOT NULL ORDER BY q.template, c.bad_at
        """
        return [
            {"template": template, "reason": reason, "at": at, "question": json.loads(data)}
            for template, reason, at, data in self._rows(sql)
        ]

    def bad_ids(self) -> frozenset[str]:
        """The ids a build leaves out of its decks."""
        return frozenset(row[0] for row in self._rows("SELECT question_id FROM card WHERE bad IS NOT NULL"))

    def reviews(self, undone: bool = False) -> list[Review]:
        """Every answer, oldest first; those taken back only where asked for."""
        sql = """
        SELECT r.question_id, r.at, r.seconds, r.typed, r.verdict, r.grade, r.hints, r.before, r.after, r.due, r.undone,
               q.kind, a.date FROM review r JOIN question q ON q.id = r.question_id
        JOIN article a ON a.id = q.article_id WHERE r.undone <= ? ORDER BY r.at, r.id
        """
        return [Review(*row) for row in self._rows(sql, int(undone))]

    def cards(self) -> list[Card]:
        """The state of every question that was answered, suspended or marked."""
        sql = "SELECT question_id, state, due, reviews, lapses, last_grade, suspended, bad, bad_at FROM card"
        return [Card(*row) for row in self._rows(sql + " ORDER BY question_id")]

    def seen_since(self, moment: datetime) -> tuple[int, int]:
        """How many answers since a moment were to new questions, and to known ones: for the daily limits."""
        sql = "SELECT coalesce(sum(before = ''), 0), coalesce(sum(before <> ''), 0) FROM review "
        sql += "WHERE NOT undone AND at >= ?"
        new, known = self._rows(sql, stamp(moment))[0]
        return int(new), int(known)
