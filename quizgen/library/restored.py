"""Put exported rows back into a library."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from quizgen.library.built import Built


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


class Restored(Built):
    """The part of the library that an import writes."""

    def restore(
        self,
        questions: Iterable[Mapping[str, Any]],
        articles: Iterable[Mapping[str, Any]],
        facts: Iterable[Mapping[str, Any]],
        reviews: Iterable[Mapping[str, Any]],
        cards: Iterable[Mapping[str, Any]],
        *,
        now: datetime,
    ) -> dict[str, int]:
        """Put exported rows back, all or none. Out: how many questions and reviews are new."""
        with self._writing() as db:
            added = self._put(db, questions, articles, facts, now)
            taken = sum(_restore_review(db, review) for review in reviews)
            for card in cards:
                _restore_card(db, card)
            return {"questions": added, "reviews": taken}
