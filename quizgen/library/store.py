"""Reading and writing the library. Every public method is one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import LibraryError
from quizgen.library import schema
from quizgen.library.rows import Card, Review, Row, Taken

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.questions import Question
    from quizgen.quiz.schedule import Scheduler

_UPSERT_ARTICLE = """
INSERT INTO article (id, title, outlet, url, date, language, data) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, outlet = excluded.outlet, url = excluded.url,
date = excluded.date, language = excluded.language, data = coalesce(excluded.data, data)
"""
_UPSERT_QUESTION = """
INSERT INTO question
(id, article_id, kind, style, template, language, rank, score, tags, options, data, added, updated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, kind = excluded.kind, style = excluded.style,
template = excluded.template, language = excluded.language, rank = excluded.rank, score = excluded.score,
tags = excluded.tags, options = excluded.options, data = excluded.data, updated = excluded.updated
WHERE data <> excluded.data
"""
_UPSERT_FACT = """
INSERT INTO fact (id, article_id, kind, data) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET data = excluded.data
"""


def stamp(when: datetime) -> str:
    """A moment as text that sorts as time does: UTC, to the microsecond."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _article_row(data: Mapping[str, Any], language: str, full: str | None) -> tuple[Any, ...]:
    return (data["id"], data.get("title"), data.get("outlet"), data.get("url"), data.get("date"), language, full)


def _question_row(data: Mapping[str, Any], now: str) -> tuple[Any, ...]:
    return (
        data["id"], data["article"]["id"], data["kind"], data["style"], data["template"], data.get("language", "fr"),
        data.get("rank", 0), data.get("score", 0.0), " ".join(data.get("tags", ())), len(data.get("options") or ()),
        json.dumps(data, ensure_ascii=False, sort_keys=True), now, now,
    )


class Library:
    """An open library. Made by ``open_library``; use it as a context manager, or close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that takes the write lock first, so that two quizzes wait for one another."""
        with self._guarded():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise LibraryError(f"the library cannot be used: {error}", file=self.path, remedy=_REMEDY) from error
        except sqlite3.DatabaseError as error:
            raise schema.damaged(self.path) from error

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._guarded():
            return self._db.execute(sql, values).fetchall()

    # What was built

    def add_deck(
        self, questions: Iterable[Question], articles: Iterable[Article] = (), facts: Iterable[Any] = (), *, now: datetime
    ) -> int:
        """Add what a build made, or update it in place by id; reviews stay. Out: how many questions are new.

        ``facts`` are pydantic models with ``kind`` and ``article`` (an id); others are left out.
        """
        data = [question.model_dump(mode="json") for question in questions]
        full = [article.model_dump(mode="json") for article in articles]
        found = [fact.model_dump(mode="json") for fact in facts]
        return self.add_data(data, full, found, now=now)

    def add_data(
        self, questions: Sequence[Mapping[str, Any]], articles: Sequence[Mapping[str, Any]] = (),
        facts: Sequence[Mapping[str, Any]] = (), *, now: datetime,
    ) -> int:
        """The same from JSON data."""
        with self._writing() as db:
            return self._put(db, questions, articles, facts, now)

    def _put(
        self, db: sqlite3.Connection, questions: Iterable[Mapping[str, Any]], articles: Iterable[Mapping[str, Any]],
        facts: Iterable[Mapping[str, Any]], now: datetime,
    ) -> int:
        before = db.execute("SELECT count(*) FROM question").fetchone()[0]
        for article in articles:
            text = json.dumps(article, ensure_ascii=False, sort_keys=True)
            db.execute(_UPSERT_ARTICLE, _article_row(article, article.get("language", ""), text))
        self._put_questions(db, questions, now)
        known = {row[0] for row in db.execute("SELECT id FROM article")}
        db.executemany(_UPSERT_FACT, [_fact_row(fact) for fact in facts if fact.get("article") in known])
        return int(db.execute("SELECT count(*) FROM question").fetchone()[0] - before)

    def restore(
        self, questions: Iterable[Mapping[str, Any]], articles: Iterable[Mapping[str, Any]],
        facts: Iterable[Mapping[str, Any]], reviews: Iterable[Mapping[str, Any]], cards: Iterable[Mapping[str, Any]],
        *, now: datetime,
    ) -> dict[str, int]:
        """Put exported rows back, all or none. Out: how many questions and reviews are new."""
        with self._writing() as db:
            added = self._put(db, questions, articles, facts, now)
            taken = sum(_restore_review(db, review) for review in reviews)
            for card in cards:
                _restore_card(db, card)
            return {"questions": added, "reviews": taken}

    def articles(self) -> list[dict[str, Any]]:
        """Every article as JSON data: whole where it was built here, else what its questions say of it."""
        sql = "SELECT id, title, outlet, url, date, language, data FROM article ORDER BY date, id"
        names = ("id", "title", "outlet", "url", "date", "language")
        return [
            json.loads(row[6]) if row[6] else dict(zip(names, row[:6], strict=True)) for row in self._rows(sql)
        ]

    def _put_questions(self, db: sqlite3.Connection, questions: Iterable[Mapping[str, Any]], now: datetime) -> None:
        for data in questions:
            db.execute(_UPSERT_ARTICLE, _article_row(data["article"], data.get("language", "fr"), None))
            db.execute(_UPSERT_QUESTION, _question_row(data, stamp(now)))

    def rows(self) -> list[Row]:
        """What selection needs of every question, without its text."""
        sql = """
        SELECT q.id, q.article_id, q.kind, q.style, q.tags, q.rank, q.options, a.date, c.due, coalesce(c.reviews, 0),
               c.last_grade, coalesce(c.suspended, 0), c.bad IS NOT NULL, a.title
        FROM question q JOIN article a ON a.id = q.article_id LEFT JOIN card c ON c.question_id = q.id
        ORDER BY q.number
        """
        return [Row(*values) for values in self._rows(sql)]

    def questions(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """The questions of these ids as JSON data, in this order; unknown ids are left out."""
        found: dict[str, dict[str, Any]] = {}
        for some in (ids[at : at + 500] for at in range(0, len(ids), 500)):
            marks = ",".join("?" * len(some))
            for name, data in self._rows(f"SELECT id, data FROM question WHERE id IN ({marks})", *some):
                found[name] = json.loads(data)
        return [found[name] for name in ids if name in found]

    def facts(self, article: str | None = None) -> list[dict[str, Any]]:
        sql = "SELECT data FROM fact WHERE ? IS NULL OR article_id = ? ORDER BY id"
        return [json.loads(row[0]) for row in self._rows(sql, article, article)]

    # What was reviewed

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
            last = db.execute(
                "SELECT id, before, grade FROM review WHERE question_id = ? AND NOT undone ORDER BY at DESC, id DESC LIMIT 1",
                (question,),
            ).fetchone()
            if last is None:
                return False
            db.execute("UPDATE review SET undone = 1 WHERE id = ?", (last[0],))
            earlier = db.execute(
                "SELECT due, grade FROM review WHERE question_id = ? AND NOT undone ORDER BY at DESC, id DESC LIMIT 1", (question,)
            ).fetchone() or (None, None)
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
        sql = "SELECT coalesce(sum(before = ''), 0), coalesce(sum(before <> ''), 0) FROM review WHERE NOT undone AND at >= ?"
        new, known = self._rows(sql, stamp(moment))[0]
        return int(new), int(known)

    # Quizzes that were left, and settings

    def begin_run(self, name: str, queue: Sequence[str], *, now: datetime) -> int:
        with self._writing() as db:
            db.execute("UPDATE run SET ended = ? WHERE name = ? AND ended IS NULL", (stamp(now), name))
            cursor = db.execute(
                "INSERT INTO run (name, queue, started) VALUES (?, ?, ?)", (name, json.dumps(list(queue)), stamp(now))
            )
            return int(cursor.lastrowid or 0)

    def save_run(self, run: int, left: Sequence[str], *, now: datetime, ended: bool = False) -> None:
        """What is left to ask; nothing left, or ``ended``, closes it."""
        end = stamp(now) if ended or not left else None
        with self._writing() as db:
            db.execute("UPDATE run SET queue = ?, ended = ? WHERE id = ?", (json.dumps(list(left)), end, run))

    def open_run(self, name: str, *, now: datetime, within: timedelta = timedelta(days=1)) -> tuple[int, list[str]] | None:
        """The quiz of this name that was left within a day, and what is left of it."""
        sql = "SELECT id, queue FROM run WHERE name = ? AND ended IS NULL AND started >= ? ORDER BY id DESC LIMIT 1"
        found = self._rows(sql, name, stamp(now - within))
        return (found[0][0], json.loads(found[0][1])) if found else None

    def setting(self, name: str) -> str | None:
        found = self._rows("SELECT value FROM setting WHERE name = ?", name)
        return found[0][0] if found else None

    def set_setting(self, name: str, value: str) -> None:
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))

    def is_sound(self) -> bool:
        """SQLite's own check of the file and of every reference in it."""
        checked = self._rows("PRAGMA integrity_check") == [("ok",)]
        return checked and not self._rows("PRAGMA foreign_key_check")


_REMEDY = "Check that the file and its folder can be written and that the disk is not full, or choose another --library."


def _fact_row(fact: Mapping[str, Any]) -> tuple[str, str, str, str]:
    import hashlib

    text = json.dumps(fact, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12], str(fact["article"]), str(fact.get("kind", "")), text


def _restore_review(db: sqlite3.Connection, review: Mapping[str, Any]) -> int:
    """1 where the review was not there yet."""
    key = (review["question"], review["at"], review["grade"])
    if db.execute("SELECT 1 FROM review WHERE question_id = ? AND at = ? AND grade = ?", key).fetchone():
        return 0
    names = ("question", "at", "seconds", "typed", "verdict", "grade", "hints", "before", "after", "due", "undone")
    db.execute(
        "INSERT INTO review (question_id, at, seconds, typed, verdict, grade, hints, before, after, due, undone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [review[name] for name in names],
    )
    return 1


def _restore_card(db: sqlite3.Connection, card: Mapping[str, Any]) -> None:
    """The card of the library that reviewed it last wins; marks of both are kept."""
    db.execute("INSERT OR IGNORE INTO card (question_id) VALUES (?)", (card["question"],))
    mine = db.execute("SELECT state FROM card WHERE question_id = ?", (card["question"],)).fetchone()[0]
    if _last_review(card["state"]) > _last_review(mine):
        db.execute(
            "UPDATE card SET state = ?, due = ?, reviews = ?, lapses = ?, last_grade = ? WHERE question_id = ?",
            [card[name] for name in ("state", "due", "reviews", "lapses", "last_grade", "question")],
        )
    db.execute(
        "UPDATE card SET suspended = max(suspended, ?), bad = coalesce(bad, ?), bad_at = coalesce(bad_at, ?) "
        "WHERE question_id = ?",
        [card[name] for name in ("suspended", "bad", "bad_at", "question")],
    )


def _last_review(state: str) -> str:
    return str(json.loads(state).get("last_review") or "") if state else ""


def _insert_review(
    db: sqlite3.Connection, name: str, taken: Taken, before: str, after: str, due: datetime, now: datetime
) -> None:
    db.execute(
        "INSERT INTO review (question_id, at, seconds, typed, verdict, grade, hints, before, after, due) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (name, stamp(now), taken.seconds, taken.typed, taken.verdict, taken.grade, taken.hints, before, after, stamp(due)),
    )


def open_library(path: Path) -> Library:
    """Open the library in a file, making it (and its folder) where there is none.

    Errors: ``LibraryError`` for a file that is damaged, newer, of another program, or out of reach.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            schema.check_file(path)
        connection = sqlite3.connect(path, timeout=20, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"the library cannot be opened: {error}", file=path, remedy=_REMEDY) from error
    library = Library(path, connection)
    with library._guarded():
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        schema.migrate(connection)
    return library
